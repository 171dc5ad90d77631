"""What every act of this room does: reach the unit, write the thing and the history in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments, demands
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.models import Attachment
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.programme import rules

Fields = Mapping[str, Any]


def must_reach(by: Actor, unit: Unit) -> None:
    """Raises NotAllowed for a unit that is not in reach."""
    rules.must_edit(by.reaches(unit))


@transaction.atomic
def write(thing: Any, verb: str, by: Actor, *, note: str = "", on: dt.date | None = None) -> Any:
    """Save what is new, with its event."""
    if thing.unit_id is None:
        raise NotAllowed(_("Đồng chí chưa thuộc đơn vị nào nên chưa ghi được."))
    must_reach(by, thing.unit)
    if hasattr(thing, "starts"):
        demands.must_end_after_start(thing.starts, thing.ends)
    thing.save()
    record(verb, thing, by=by, unit=thing.unit, note=note, on=on)
    return thing


@transaction.atomic
def rewrite(thing: Any, verb: str, by: Actor, fields: Fields) -> Any:
    """Save what differs, with its event; nothing when nothing does."""
    must_reach(by, thing.unit)
    before = set_fields(thing, fields)
    if hasattr(thing, "starts"):
        demands.must_end_after_start(thing.starts, thing.ends)
    if before:
        thing.save()
        after = {name: str(getattr(thing, name)) for name in before}
        record(verb, thing, by=by, unit=thing.unit, before=before, after=after)
    return thing


def set_fields(thing: models.Model, fields: Fields) -> dict[str, str]:
    """Set what differs; gives the old values of what changed, in words for the history."""
    before = {}
    for name, value in fields.items():
        if getattr(thing, name) != value:
            before[name] = str(getattr(thing, name))
            setattr(thing, name, value)
    return before


def keep(file: Judged | None, by: Actor) -> Attachment | None:
    """The file kept, None for none."""
    return attachments.keep(file, by=by) if file else None


def with_file(fields: dict[str, Any], file: Judged | None, by: Actor) -> dict[str, Any]:
    """The fields, with the file where one was sent: a new one replaces the old."""
    return {**fields, "file": keep(file, by)} if file else fields

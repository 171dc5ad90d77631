"""What is done with readings: enter, correct, take out."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.readings.models import Reading


@transaction.atomic
def enter(*, unit: Unit, by: Actor, **fields: Any) -> Reading:
    """A story or quotation (kind, title, text, source, page, lesson). BadInput without a source, or for a second."""
    must_keep(by, unit)
    one = _saved(Reading(unit=unit, **fields))
    record("reading.entered", one, by=by, unit=unit)
    return one


@transaction.atomic
def correct(one: Reading, *, by: Actor, **fields: Any) -> Reading:
    """Correct what is said of it."""
    must_keep(by, one.unit)
    before = {name: str(getattr(one, name)) for name, value in fields.items() if getattr(one, name) != value}
    for name, value in fields.items():
        setattr(one, name, value)
    if before:
        _saved(one)
        after = {name: str(getattr(one, name)) for name in before}
        record("reading.corrected", one, by=by, unit=one.unit, before=before, after=after)
    return one


@transaction.atomic
def remove(one: Reading, *, by: Actor) -> None:
    """Take it out; meetings keep the name of what they told."""
    must_keep(by, one.unit)
    record("reading.removed", one, by=by, unit=one.unit, note=one.title)
    one.delete()


def must_keep(by: Actor, unit: Unit) -> None:
    """Raises NotAllowed for what another unit has entered."""
    if not by.may("readings.edit") or not by.reaches(unit):
        raise NotAllowed(
            _("Tư liệu này do cấp trên hoặc đơn vị khác nhập. Đồng chí chỉ sửa được của đơn vị mình.")
        )


def _saved(one: Reading) -> Reading:
    if not one.source:
        raise BadInput(_("Ghi nguồn: sách, báo, trang nào. Tư liệu không rõ nguồn thì không nhập."), "source")
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError:
        raise BadInput(_("Đơn vị đã nhập tư liệu có tên này."), "title") from None
    return one

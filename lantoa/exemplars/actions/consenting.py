"""Agreeing to be named, taking that back, and taking a name out. All of it takes effect at once."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.exemplars import queries, rules
from lantoa.exemplars.actions.writing import must_write, refresh
from lantoa.exemplars.models import Exemplar, NamedPerson
from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor


def _locked(named: NamedPerson) -> NamedPerson:
    return NamedPerson.objects.select_for_update().select_related("exemplar__unit").get(pk=named.pk)


def _who(by: Actor) -> str:
    return ", ".join(part for part in (str(by.person or ""), by.label) if part)


@transaction.atomic
def agree(named: NamedPerson, *, by: Actor) -> NamedPerson:
    """The person herself agrees, in her own account."""
    if not queries.is_named(by, named):
        raise NotAllowed(_("Chỉ người được nêu tên tự bấm đồng ý."))
    return _agreed(named, by, way=rules.OWN_ACCOUNT, agreed_on=by.on)


@transaction.atomic
def record_agreement(
    named: NamedPerson, *, by: Actor, way: str, agreed_on: dt.date | None, paper: Judged | None = None
) -> NamedPerson:
    """Her agreement on paper or by word, written down by somebody of the unit who answers for it."""
    must_write(named.exemplar, by)
    if way not in (rules.PAPER, rules.WORD):
        raise NotAllowed(_("Đồng ý trong tài khoản do chính người được nêu tên bấm."))
    rules.must_be_shown(way, has_paper=paper is not None, agreed_on=agreed_on, today=by.on)
    kept = attachments.keep(paper, by=by) if paper and way == rules.PAPER else None
    return _agreed(named, by, way=way, agreed_on=agreed_on, paper=kept)


def _agreed(
    named: NamedPerson, by: Actor, *, way: str, agreed_on: dt.date | None, paper: Any = None
) -> NamedPerson:
    locked = _locked(named)
    if locked.agrees:
        raise Conflict(_("Đã ghi đồng ý trước đó."))
    locked.way, locked.agreed_on, locked.paper = way, agreed_on, paper
    locked.recorded_by = "" if way == rules.OWN_ACCOUNT else _who(by)
    locked.revoked_on, locked.revoked_by = None, ""
    locked.save()
    # Whose agreement it is stands in the row alone: history is read by more people than the row.
    way_said = str(locked.get_way_display())
    record("exemplar.consented", locked.exemplar, by=by, unit=locked.exemplar.unit, note=way_said)
    return locked


@transaction.atomic
def revoke(named: NamedPerson, *, by: Actor) -> NamedPerson:
    """She no longer agrees; said by herself, or on her behalf by her unit. No reason is asked for."""
    if not queries.is_named(by, named):
        must_write(named.exemplar, by)
    locked = _locked(named)
    if not locked.agrees:
        raise Conflict(_("Không có đồng ý nào đang có hiệu lực."))
    locked.revoked_on, locked.revoked_by = by.on, _who(by)
    locked.save(update_fields=["revoked_on", "revoked_by"])
    record("exemplar.consent_withdrawn", locked.exemplar, by=by, unit=locked.exemplar.unit)
    return locked


@transaction.atomic
def remove_name(named: NamedPerson, *, by: Actor, title: str, story: str) -> Exemplar:
    """Take a name out of an exemplar, words included, even after it was published; the others still agree."""
    exemplar = named.exemplar
    must_write(exemplar, by)
    refresh(exemplar)
    title, story = clean(title), clean(story)
    rules.must_tell(title, story)
    others = exemplar.named.exclude(pk=named.pk)
    rules.must_name_someone(exemplar.subject, [one.name for one in others])
    kept = {"collective_name": exemplar.collective_name, "place": exemplar.place}
    rules.must_be_gone(named.name, {"title": title, "story": story, **kept})
    exemplar.title, exemplar.story = title, story
    NamedPerson.objects.filter(pk=named.pk).delete()
    exemplar.save(update_fields=["title", "story"])
    # The name itself is not repeated: what was taken out is not to live on in the trail.
    record("exemplar.name_removed", exemplar, by=by, unit=exemplar.unit)
    return exemplar

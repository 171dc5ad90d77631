"""Questions about who is named."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.consents.models import Consent
from lantoa.consents.subjects import Naming, Place, kind_of
from lantoa.foundation.dates import show_date
from lantoa.foundation.text import fold
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person


def is_named(actor: Actor, consent: Consent) -> bool:
    """Whether it is the actor herself."""
    return actor.person is not None and consent.person_id == actor.person.pk


def answers_for(actor: Actor, consent: Consent) -> bool:
    """Whether the actor writes down what this person said: who answers for the thing that names her."""
    return kind_of(consent.subject_type).answers_for(actor, consent.subject)


def person_of(unit: Unit, name: str, on: dt.date) -> Person | None:
    """The one member of the unit whose name stands in these words; None for nobody or for two."""
    words = f" {re.sub(r'[^a-z0-9]+', ' ', fold(name))} "
    members = Membership.objects.on(on).filter(unit=unit).select_related("person")
    found = {one.person for one in members if f" {fold(str(one.person))} " in words}
    return found.pop() if len(found) == 1 else None


def shown(subject: Any, kind: Naming) -> list[Consent]:
    """Everyone named in one thing, for its page: whether it reads otherwise since, where the name is taken out."""
    now, rows = kind.words(subject), list(subject.named.all())
    for one in rows:
        one.is_reworded = one.agrees and bool(one.words) and one.words != now
        one.remove_url = reverse(kind.removal, args=[one.pk]) if kind.removal else ""
    return rows


def place(consent: Consent, *, title: str, url: str, where: str, is_open: bool = True) -> Place:
    """A row as a line of its person's own page."""
    return Place(
        title=title,
        url=url,
        where=where,
        said=said_of(consent),
        agrees=consent.agrees,
        agree_url=reverse("consents:agree", args=[consent.pk]) if is_open else "",
        revoke_url=reverse("consents:revoke", args=[consent.pk]),
        words=consent.words if consent.agrees else "",
    )


def said_of(consent: Consent) -> str:
    """ "đã đồng ý 16/11/2026, giấy đồng ý có chữ ký"."""
    if consent.agrees:
        day, way = show_date(consent.agreed_on), consent.get_way_display()
        return _("đã đồng ý %(day)s, %(way)s") % {"day": day, "way": way}
    if consent.revoked_on:
        return _("đã rút đồng ý %(day)s") % {"day": show_date(consent.revoked_on)}
    return _("chưa trả lời")

"""What may be erased: of one person on request, and of everybody when its time is over."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from lantoa.foundation.branches import in_any
from lantoa.foundation.half_open import goes_past
from lantoa.foundation.models import Event, SealedEvent
from lantoa.people.models import Account, Grant, Membership, Person, Post
from lantoa.personal_data.models import DataRequest, Erasure, RetentionProposal, RetentionRule
from lantoa.personal_data.words import Expiring, ProposalStatus

SIGNED_IN = "account.signed_in"
ERASED_TEXT = "(đã xóa khi hết hạn lưu)"
TOMBSTONES = "erasures.txt"


def has_left(person: Person, on: dt.date) -> bool:
    """Whether she belongs to no unit and holds no post on this day."""
    return not (
        Membership.objects.on(on).filter(person=person).exists()
        or Post.objects.on(on).filter(person=person).exists()
    )


def _left_before(day: dt.date) -> QuerySet[Person]:
    """Who belonged somewhere once, and has belonged nowhere and held nothing since that day."""
    known = in_any(
        Person.objects.all(), Membership.objects.values("person_id"), Post.objects.values("person_id")
    )
    members = Membership.objects.filter(goes_past(day), person=OuterRef("pk"))
    posts = Post.objects.filter(goes_past(day), person=OuterRef("pk"))
    return known.filter(~Exists(members), ~Exists(posts))


def expired(kind: str, before: dt.date) -> QuerySet[Any]:
    """What of this kind is older than that day."""
    match Expiring(kind):
        case Expiring.REACH:
            return _left_before(before).filter(~Q(phone="") | ~Q(email=""))
        case Expiring.IDENTITY:
            return _left_before(before).filter(Q(born_on__isnull=False) | ~Q(card_number=""))
        case Expiring.REQUESTS:
            closed = DataRequest.objects.closed().exclude(text=ERASED_TEXT)
            return closed.filter(asked_on__lt=before).exclude(answered_on__gte=before)
        case Expiring.SIGN_INS:
            sealed = Exists(SealedEvent.objects.filter(event_id=OuterRef("pk")))
            return Event.objects.filter(sealed, verb=SIGNED_IN, on__lt=before, erased_as="")


def rule_of(kind: str, on: dt.date) -> RetentionRule | None:
    """The rule that holds on this day; None where none was ever set."""
    return RetentionRule.objects.filter(kind=kind, starts__lte=on).order_by("-starts").first()


def said_no_to(rule: RetentionRule) -> int:
    """How much of what is too old somebody has said no to since this rule holds, and is still there."""
    no = RetentionProposal.objects.filter(
        kind=rule.kind, status=ProposalStatus.DECLINED, answered_on__gte=rule.starts
    ).first()
    return min(no.count, expired(rule.kind, no.before).count()) if no else 0


def events_about(person: Person) -> QuerySet[Event]:
    """What the history says of her record: her details, memberships, posts, account, what she asked about her data."""
    tables: tuple[Any, ...] = (Membership, Post, Grant, Account, DataRequest)
    about = Q(subject_type=Person._meta.label_lower, subject_id=str(person.pk))
    for table in tables:
        keys = [str(pk) for pk in table._base_manager.filter(person=person).values_list("pk", flat=True)]
        about |= Q(subject_type=table._meta.label_lower, subject_id__in=keys)
    return Event.objects.filter(about)


@dataclass(frozen=True)
class Tombstone:
    """What was erased, as it is written down outside the database: enough to do it again."""

    number: str
    person: int
    parts: tuple[str, ...]

    @property
    def line(self) -> str:
        """As it stands in the file: no name, no word of what was erased."""
        return json.dumps({"number": self.number, "person": self.person, "parts": list(self.parts)}) + "\n"


def tombstone_files() -> list[Path]:
    """Beside each place where the roots of the seals are written down."""
    return [Path(place).with_name(TOMBSTONES) for place in settings.SEAL_PLACES]


def tombstones() -> Iterator[Tombstone]:
    """Every erasure that is written down anywhere, once each; lines that cannot be read are passed over."""
    seen: set[str] = set()
    for file in tombstone_files():
        for line in _lines(file):
            try:
                read = json.loads(line)
                one = Tombstone(str(read["number"]), int(read["person"]), tuple(map(str, read["parts"])))
            except (ValueError, KeyError, TypeError):
                continue
            if one.number not in seen:
                seen.add(one.number)
                yield one


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []


def not_erased_again() -> list[Tombstone]:
    """What was erased once and stands here again: a copy was brought back that is older."""
    known = set(Erasure.objects.values_list("number", flat=True))
    return [one for one in tombstones() if one.number not in known]


def free_number(number: str) -> str:
    """The number under which an erasure is written down: the request's; told apart where that was used before.

    After a copy was brought back a request stands open again, or another gets the same number.
    """
    used = {*Erasure.objects.values_list("number", flat=True), *(one.number for one in tombstones())}
    further = (f"{number}-{n}" for n in count(2))
    return next(one for one in chain([number], further) if one not in used)

"""One intention is one record: the key of the form is kept in the transaction of the act it led to."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import IntegrityError
from django.http import HttpRequest

from lantoa.foundation import clock
from lantoa.foundation.entry.old_fonts import must_be_readable
from lantoa.foundation.entry.opening import Opening
from lantoa.foundation.errors import AlreadySent, Doubt
from lantoa.foundation.models import Sent

SURE = "_sure"
# The same words from the same person at the same page within this time are asked about.
ASKED_WITHIN = dt.timedelta(hours=24)


@dataclass
class Sending:
    """The form that is being carried out in this request."""

    opening: Opening
    digest: str
    is_sure: bool
    claimed: bool = False
    asks: bool = False
    boxes: dict[str, list[str]] = field(default_factory=dict)


current: ContextVar[Sending | None] = ContextVar("sending", default=None)


@contextmanager
def sending(opening: Opening, request: HttpRequest) -> Iterator[Sending]:
    """While this lasts, the first act recorded claims the key of the form."""
    now = Sending(opening, digest_of(request), bool(request.POST.get(SURE)))
    now.boxes = {} if opening.is_button else typed_in(request)
    token = current.set(now)
    try:
        yield now
    finally:
        current.reset(token)


@contextmanager
def set_aside() -> Iterator[None]:
    """While this lasts, acts are recorded that are not the form's own: rows of a list that it brings in."""
    token = current.set(None)
    try:
        yield
    finally:
        current.reset(token)


def is_sure() -> bool:
    """Whether the person said that an equal record is meant (the tick that `Doubt` shows)."""
    now = current.get()
    return now is not None and now.is_sure


def ask(question: str, field: str = "") -> None:
    """Doubt, unless the person has ticked that it is meant. A loader is not asked: it knows what it writes."""
    if current.get() is not None and not is_sure():
        raise Doubt(question, field)


def claim() -> None:
    """Keep the key of the form in the act's own transaction. AlreadySent when another sending of it was faster.

    BadInput when a box holds what no reader of today can read: the act is not written.
    """
    now = current.get()
    if now is None or now.claimed:
        return
    must_be_readable(now.boxes.items())
    if now.opening.is_edit:
        return
    try:
        Sent.objects.create(**_row(now))
    except IntegrityError as known:
        raise AlreadySent from known
    now.claimed = True


def _row(now: Sending) -> dict[str, object]:
    opening = now.opening
    return {
        "key": opening.key,
        "person_id": opening.person,
        "place": opening.place,
        "name": opening.name,
        "digest": now.digest,
    }


def done(now: Sending, went_to: str) -> None:
    """It was carried out; the page it led to answers every later sending of the same form."""
    values = {name: value for name, value in _row(now).items() if name != "key"}
    values |= {"went_to": went_to[:500], "at": clock.now()}
    if not (now.claimed and Sent.objects.filter(key=now.opening.key).update(**values)):
        Sent.objects.update_or_create(key=now.opening.key, defaults=values)


def undone(now: Sending) -> None:
    """The page came back with something to mend: the same form may be sent again."""
    if now.claimed:
        Sent.objects.filter(key=now.opening.key).delete()


def find(opening: Opening) -> Sent | None:
    """What an earlier sending of this form led to."""
    return Sent.objects.filter(key=opening.key).first()


def equal_to(now: Sending) -> Sent | None:
    """The last time this person sent exactly these words from this page, if that is not long ago."""
    opening = now.opening
    same = Sent.objects.filter(person_id=opening.person, place=opening.place, name=opening.name)
    return same.filter(digest=now.digest, at__gt=clock.now() - ASKED_WITHIN).order_by("-at").first()


def typed_in(request: HttpRequest) -> dict[str, list[str]]:
    """The boxes that were sent, by name, without what belongs to the form itself."""
    return {
        name: [readable(value) for value in values]
        for name, values in request.POST.lists()
        if not name.startswith("_") and name != "csrfmiddlewaretoken" and "password" not in name
    }


def readable(text: str) -> str:
    """Without what no database keeps and no page shows: NUL, control characters, halves of letters."""
    text = text.replace("\r\n", "\n").encode("utf-8", "ignore").decode()
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


def digest_of(request: HttpRequest) -> str:
    """A digest of every word and file that was sent; "" when nothing was."""
    words = {name: values for name, values in typed_in(request).items() if any(values)}
    files = [(name, one.name, one.size) for name, many in request.FILES.lists() for one in many]
    if not words and not files:
        return ""
    return hashlib.sha256(json.dumps([words, files], sort_keys=True).encode()).hexdigest()

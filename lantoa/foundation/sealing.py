"""The history sealed: events become leaves of a Merkle log, and the root of each batch is written where it can be
compared later. Writers never wait for it.

What names or quotes somebody stands in a part of its own, of which the leaf holds a salted digest: it can be erased on
request, and the log still proves that the event was there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.merkle import ORIGIN, Frontier, bundles, checkpoint, leaf_hash, tiles
from lantoa.foundation.models import Event, Seal, SealedEvent

EVERY = dt.timedelta(minutes=5)
# A transaction that began before a seal may end after it; what is older than that was put in afterwards.
LATE = dt.timedelta(minutes=10)
LOOK_BACK = 5000  # how far below the last sealed number a late commit is looked for
AT_ONCE = 2000
PERSONAL = ("subject_label", "person_name", "on_behalf_of", "note", "before", "after")
PLAIN = (
    "verb",
    "subject_type",
    "subject_id",
    "person_id",
    "post_label",
    "unit_id",
    "unit_name",
    "request_id",
)

# What events did not hold from the beginning: sealed where it is there, so that older leaves stay as they were.
LATER = ("post_id", "right")


def words_digest(event: Event) -> str:
    """The salted digest of what names or quotes somebody in the event."""
    words = _json({name: getattr(event, name) for name in PERSONAL})
    return hashlib.sha256(bytes.fromhex(event.salt) + words).hexdigest()


def digest_of_short_lived(event: Event) -> str:
    """The digest of what the event holds for a while only; its salt lies among it and goes with it."""
    return hashlib.sha256(_json(event.short_lived)).hexdigest()


def entry_of(event: Event, words: str) -> bytes:
    """What the log holds of an event, as canonical JSON; `words` is the digest of its personal part."""
    said = {name: getattr(event, name) for name in PLAIN}
    said |= {name: value for name in LATER if (value := getattr(event, name))}
    if event.short_lived_digest:
        said["short_lived"] = event.short_lived_digest
    at = event.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return _json({"id": event.pk, "at": at, "on": event.on.isoformat(), **said, "words": words})


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode()


# Sealing


def seal(at: dt.datetime, *, most: int | None = None) -> Seal | None:
    """Seal what is not sealed yet; the new seal, or None when there was nothing, or somebody else is at it."""
    try:
        with transaction.atomic():
            made = _seal(at, most)
    except IntegrityError:
        return None
    if made:
        _write_down(made)
    return made


def _seal(at: dt.datetime, most: int | None) -> Seal | None:
    last = Seal.objects.select_for_update().order_by("-pk").first()
    new, after = Event.objects.order_by("pk"), 0
    if last:
        # A clock that was put back: what was written by it is in its place by number.
        new, after = new.filter(at__gte=min(last.at, at) - LATE), last.last_event - LOOK_BACK
    frontier = Frontier.read(last.size, last.frontier) if last else Frontier()
    before, newest = frontier.size, None
    for some in _in_parts(new, after, most):
        leaves = [_leaf(event, frontier) for event in some]
        SealedEvent.objects.bulk_create(leaves)
        newest = some[-1]
    if newest is None:
        return None
    if most == frontier.size - before:
        at = min(at, newest.at)  # the rest waits for the next seal and was not put in after this one
    return Seal.objects.create(
        at=at,
        size=frontier.size,
        root=frontier.root.hex(),
        previous=last.root if last else "",
        frontier=frontier.kept(),
        last_event=newest.pk,
    )


def _in_parts(new: models.QuerySet[Event], after: int, most: int | None) -> Iterator[list[Event]]:
    """What is not sealed, so many at once that memory does not grow with the history; `most` in all."""
    left = most
    while some := list(_not_sealed(new, after)[: AT_ONCE if left is None else min(AT_ONCE, left)]):
        yield some
        after, left = some[-1].pk, None if left is None else left - len(some)


def _not_sealed(new: models.QuerySet[Event], after: int) -> models.QuerySet[Event]:
    """Those with a higher number; what is sealed is looked at from there too, for it is read in its order."""
    sealed = SealedEvent.objects.filter(event_id=OuterRef("pk"), event_id__gt=after)
    return new.filter(pk__gt=after).exclude(Exists(sealed))


def _leaf(event: Event, frontier: Frontier) -> SealedEvent:
    """What is kept of an event in the log, of which it becomes the last."""
    words = words_digest(event)
    leaf, place = leaf_hash(entry_of(event, words)), frontier.size
    frontier.append(leaf)
    return SealedEvent(index=place, event_id=event.pk, leaf=leaf.hex(), words=words)


_looked_at: dict[str, dt.datetime] = {}


def seal_if_due() -> None:
    """The first act after five minutes seals what came before it; the others only look at the clock.

    An act by a clock that was put back is sealed at once: later it would look as if put in afterwards.
    """
    now = clock.now()
    if dt.timedelta(0) <= now - _looked_at.get("", now - EVERY) < EVERY:
        return
    _looked_at[""] = now
    last = Seal.objects.order_by("-pk").first()
    if last is None or now < last.at or now - last.at >= EVERY:
        seal(now, most=AT_ONCE)


def places() -> list[Path]:
    """Where each root is written besides the database: beside the data, and in a second place by setting."""
    return [Path(one) for one in settings.SEAL_PLACES]


def _write_down(made: Seal) -> None:
    line = f"{made.size} {made.root} {made.at.isoformat()}\n"
    for place in places():
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("a", encoding="ascii") as book:
                book.write(line)
        except OSError:
            continue  # the page says which place has fallen behind


def written_at(place: Path) -> list[tuple[int, str]]:
    """(size, root) of each seal that was written down there; lines that cannot be read are passed over."""
    try:
        lines = place.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []
    found = [line.split() for line in lines]
    return [(int(parts[0]), parts[1]) for parts in found if len(parts) == 3 and parts[0].isdecimal()]


# Verifying


@dataclass(frozen=True)
class Fault:
    """The first thing that is not as it was sealed. `event` is its number where one can be named."""

    kind: str
    said: str
    event: int | None = None


@dataclass(frozen=True)
class Verdict:
    """What a verification found: how many events were compared, how many wait, how many were erased on request."""

    checked: int
    waiting: int
    erased: int
    fault: Fault | None


def verify() -> Verdict:
    """Compare the whole history with its seals and with the roots written down elsewhere; stops at the first fault."""
    seals = list(Seal.objects.order_by("pk").values_list("size", "root", "previous"))
    roots: dict[int, str] = {0: Frontier().root.hex()}
    frontier, erased, cleared = Frontier(), 0, cleared_up_to()
    fault = _of_the_chain(seals)
    wanted = {size for size, _root, _previous in seals}
    wanted |= {size for place in places() for size, _root in written_at(place)}
    if fault is None:
        for leaf, event in _pairs():
            fault = _of_an_event(leaf, event, frontier.size) or _of_short_lived(event, cleared)
            if fault:
                break
            erased += bool(event and event.erased_as)
            frontier.append(bytes.fromhex(leaf.leaf))
            if frontier.size in wanted:
                roots[frontier.size] = frontier.root.hex()
    fault = (
        fault
        or _of_the_roots(seals, roots, frontier.size)
        or _of_elsewhere(roots, frontier.size)
        or _of_late_ones()
    )
    waiting = Event.objects.exclude(Exists(SealedEvent.objects.filter(event_id=OuterRef("pk")))).count()
    return Verdict(frontier.size, waiting, erased, fault)


def _pairs() -> Iterator[tuple[SealedEvent, Event | None]]:
    """Every leaf with its event, in the order of the log; the event is None where it is gone."""
    batch: list[SealedEvent] = []
    for leaf in SealedEvent.objects.order_by("index").iterator(AT_ONCE):
        batch.append(leaf)
        if len(batch) == AT_ONCE:
            yield from _with_events(batch)
            batch = []
    yield from _with_events(batch)


def _with_events(leaves: list[SealedEvent]) -> Iterator[tuple[SealedEvent, Event | None]]:
    events = Event.objects.in_bulk([one.event_id for one in leaves])
    return ((one, events.get(one.event_id)) for one in leaves)


def _of_an_event(leaf: SealedEvent, event: Event | None, index: int) -> Fault | None:
    if leaf.index != index:
        return Fault("removed", _("Mất dòng niêm phong thứ %(n)s.") % {"n": index})
    if event is None:
        return Fault("removed", _("Sự kiện số %(n)s đã bị xóa.") % {"n": leaf.event_id}, leaf.event_id)
    words = leaf.words if event.erased_as else words_digest(event)
    if leaf_hash(entry_of(event, words)).hex() != leaf.leaf:
        return Fault("changed", _("Sự kiện số %(n)s đã bị sửa.") % {"n": event.pk}, event.pk)
    return None


def _of_short_lived(event: Event | None, cleared: dt.datetime | None) -> Fault | None:
    """What was kept for a while is as it was, or a clearing that stands in the history took it, or a request."""
    if event is None or not event.short_lived_digest or event.erased_as:
        return None
    if event.short_lived is None:
        if cleared and event.at < cleared:
            return None
        said = _("Máy, địa chỉ ghi ở sự kiện số %(n)s bị xóa mà lịch sử không ghi lần dọn nào.")
        return Fault("removed", said % {"n": event.pk}, event.pk)
    if digest_of_short_lived(event) != event.short_lived_digest:
        return Fault(
            "changed", _("Máy, địa chỉ ghi ở sự kiện số %(n)s đã bị sửa.") % {"n": event.pk}, event.pk
        )
    return None


def _of_the_chain(seals: list[tuple[int, str, str]]) -> Fault | None:
    before = ""
    for size, root, previous in seals:
        if previous != before:
            return Fault("removed", _("Mất một lần niêm phong trước lần có %(n)s sự kiện.") % {"n": size})
        before = root
    return None


def _of_the_roots(seals: list[tuple[int, str, str]], roots: dict[int, str], size: int) -> Fault | None:
    begins = 0
    for ends, root, _previous in seals:
        if ends > size:
            return Fault(
                "cut", _("Lịch sử bị cắt đuôi: đã niêm phong %(a)s, còn %(b)s.") % {"a": ends, "b": size}
            )
        if roots.get(ends) != root:
            return _within(begins, ends)
        begins = ends
    if size > begins:
        return _within(begins, size)
    return None


def _within(begins: int, ends: int) -> Fault:
    """A batch whose root is not what it was: the first event out of order in it, else the batch."""
    numbers = list(SealedEvent.objects.filter(index__gte=begins, index__lt=ends).order_by("index"))
    for one, after in pairwise(numbers):
        if after.event_id < one.event_id:
            said = _("Thứ tự bị đổi từ sự kiện số %(n)s.") % {"n": one.event_id}
            return Fault("reordered", said, one.event_id)
    first, last = numbers[0].event_id, numbers[-1].event_id
    said = _("Có thay đổi trong các sự kiện số %(a)s đến %(b)s.") % {"a": first, "b": last}
    return Fault("changed", said, first)


def _of_elsewhere(roots: dict[int, str], size: int) -> Fault | None:
    for place in places():
        for ends, root in written_at(place):
            if ends > size:
                said = _("Lịch sử bị cắt đuôi: nơi lưu thứ hai ghi %(a)s sự kiện, còn %(b)s.")
                return Fault("cut", said % {"a": ends, "b": size})
            if roots.get(ends) != root:
                said = _("Gốc niêm phong của %(n)s sự kiện đầu khác với gốc đã ghi ở nơi lưu thứ hai.")
                return Fault("changed", said % {"n": ends})
    return None


def _of_late_ones() -> Fault | None:
    """An event that is older than the last seal and not under it was put in afterwards."""
    last = Seal.objects.order_by("-pk").first()
    if last is None:
        return None
    unsealed = Event.objects.exclude(Exists(SealedEvent.objects.filter(event_id=OuterRef("pk"))))
    found = unsealed.filter(at__lt=last.at - LATE).order_by("pk").first()
    if found is None:
        return None
    return Fault(
        "inserted", _("Sự kiện số %(n)s được chèn vào sau khi niêm phong.") % {"n": found.pk}, found.pk
    )


# Clearing what is kept for a while, erasing on request, and writing the log down

CLEARED = "history.short_lived_cleared"


def cleared_up_to() -> dt.datetime | None:
    """Up to which instant what is kept for a while only was cleared; None when it never was."""
    last = Event.objects.filter(subject_type=CLEARED, verb=CLEARED).order_by("-pk").first()
    return dt.datetime.fromisoformat(last.after["older_than"]) if last and last.after else None


@transaction.atomic
def clear_short_lived(older_than: dt.datetime) -> int:
    """Take out what older events kept for a while only, and record that; how many they were. Seals stay whole."""
    old = Event.objects.filter(at__lt=older_than, short_lived__isnull=False)
    if before := cleared_up_to():
        old = old.filter(at__gte=before)
    count = models.QuerySet.update(old, short_lived=None)
    if count:
        now = clock.now()
        told = {"older_than": older_than.isoformat(), "count": count}
        said = {
            "verb": CLEARED,
            "subject_type": CLEARED,
            "subject_id": "",
            "subject_label": "",
            "after": told,
        }
        Event.objects.create(at=now, on=clock.today(), post_label=_("Hệ thống"), **said)
    return count


@transaction.atomic
def erase_words(event: Event, *, request_number: str) -> None:
    """Take out what names or quotes somebody, by a request with a number; the seal stays whole."""
    if not erase_words_of(Event.objects.filter(pk=event.pk), request_number=request_number):
        raise ValueError("seal the event before its words are erased")


def erase_words_of(events: models.QuerySet[Event], *, request_number: str) -> int:
    """The same of all these that are sealed and still have their words: how many that were."""
    sealed = Exists(SealedEvent.objects.filter(event_id=OuterRef("pk")))
    emptied: dict[str, Any] = dict.fromkeys(PERSONAL, "") | {
        "before": None,
        "after": None,
        "short_lived": None,
    }
    found = Event.objects.filter(sealed, erased_as="", pk__in=events.order_by().values("pk"))
    return models.QuerySet.update(found, **emptied, erased_as=request_number, salt="")


def write_log(folder: Path) -> str:
    """The whole log as C2SP tlog-tiles, for a verifier that is not ours: `checkpoint` and `tile/`. The checkpoint."""
    entries, leaves, frontier = [], [], Frontier()
    for leaf, event in _pairs():
        if event is None:
            raise ValueError(f"event {leaf.event_id} is gone: verify says more")
        entries.append(entry_of(event, leaf.words))
        leaves.append(bytes.fromhex(leaf.leaf))
        frontier.append(leaves[-1])
    said = checkpoint(ORIGIN, frontier.size, frontier.root)
    for path, content in {**tiles(leaves), **bundles(entries), "checkpoint": said.encode()}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return said

"""Who acted held that post that day, the history says who gave it, and its role had the right that was used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from lantoa.foundation.models import Event
from lantoa.foundation.replay import Wrong
from lantoa.people.actions.rights import NOTED
from lantoa.people.models import Membership, PersonMerge, Post
from lantoa.people.roles import permissions_of, rights

A_DAY = dt.timedelta(days=1)
BY_COMMAND = "command"
EVERYBODYS = "people.own"


@dataclass
class Told:
    """What the history says of one post."""

    role: str
    reach: str
    person: str
    starts: dt.date
    said: list[tuple[int, dt.date | None]]
    erased: bool = False

    @property
    def ends(self) -> dt.date | None:
        """The end that was told last."""
        return self.said[-1][1]

    def ends_before(self, event_pk: int) -> dt.date | None:
        """The end that had been told when that event was written."""
        return next((ends for n, ends in reversed(self.said) if n < event_pk), None)


class Replay:
    """The posts as the history tells them, and the tables as they stand now."""

    def __init__(self) -> None:
        self.told = _told()
        merges = PersonMerge.objects.filter(undone_at__isnull=True).order_by("pk")
        self.merged = dict(merges.values_list("gone_id", "kept_id"))
        self.noted = _noted()
        self.known = set(rights()).union(*(held for _on, _n, table in self.noted for held in table.values()))

    def wrongs(self, events: list[Event]) -> Iterable[Wrong]:
        """See foundation/replay.py. Where the history tells of no post at all, all were laid down in bulk before it."""
        if not self.told:
            return
        asked = [one for one in events if one.post_id or self._needs_a_cell(one)]
        posts = Post.objects.select_related("stands_for").in_bulk(
            {one.post_id for one in asked if one.post_id}
        )
        cells = _memberships({self._now(one.person_id) for one in asked if not one.post_id})
        for event in asked:
            why = self._of_a_post(event, posts) if event.post_id else self._of_a_member(event, cells)
            if why:
                said = _("Sự kiện số %(n)s: %(why)s") % {"n": event.pk, "why": why}
                yield Wrong(event.pk, said)

    def _of_a_post(self, event: Event, posts: dict[int, Post]) -> str:
        told, post = self.told.get(str(event.post_id)), posts.get(event.post_id or 0)
        if told is None:
            return _("người làm dùng một chức vụ mà lịch sử không ghi ai giao.")
        if told.erased:  # the words are gone with leave; the table still says whose post it is
            is_hers = not post or self._now(post.person_id) == self._now(event.person_id)
            return "" if is_hers else _("chức vụ được dùng là của người khác.")
        if told.person and self._now(int(told.person)) != self._now(event.person_id):
            return _("chức vụ được dùng là của người khác.")
        if post and (post.role, post.reach) != (told.role, told.reach):
            return _("vai trò hoặc phạm vi của chức vụ khác với khi được giao.")
        if post and self._now(post.person_id) != self._now(event.person_id):
            return _("chức vụ được dùng là của người khác.")
        if post and (post.starts < told.starts or _ends_later(post.ends, told.ends)):
            return _("ngày của chức vụ khác với khi được giao.")
        if not any(told.starts <= day and not self._is_over(post, told, event, day) for day in _days(event)):
            return _("ngày ấy người làm không giữ chức vụ được dùng.")
        if event.right in self.known and not self._had(told.role, event):
            return _("vai trò của chức vụ không có quyền đã dùng.")
        return ""

    def _is_over(self, post: Post | None, told: Told, event: Event, day: dt.date) -> bool:
        """Whether the post, or that of whom she stood in for, had ended by then, as was told when she acted."""
        ends = _ends(post, told, event)
        if post and post.stands_for:
            ends += _ends(post.stands_for, self.told.get(str(post.stands_for_id)), event)
        return any(one is not None and one <= day for one in ends)

    def _of_a_member(self, event: Event, cells: dict[int, list[tuple[dt.date, dt.date | None]]]) -> str:
        if not self._had("member", event):
            return _("người làm không có quyền đã dùng.")
        spans = cells.get(self._now(event.person_id), [])
        if any(
            first <= day and (last is None or day < last) for first, last in spans for day in _days(event)
        ):
            return ""
        return _("ngày ấy người làm không sinh hoạt ở đơn vị nào.")

    def _had(self, role: str, event: Event) -> bool:
        """Whether the role held the right that was used, by what was noted before the act, or on that day or the next:
        a version is in use before it has noted its rights. Before the first noting by that; where none is, by today's.
        """
        if not self.noted:
            return event.right in permissions_of(role)
        before = [one for one in self.noted if one[1] < event.pk][-1:] or self.noted[:1]
        soon = [
            one
            for one in self.noted
            if one[1] > event.pk and any(one[0] - A_DAY <= day for day in _days(event))
        ]
        return any(event.right in table.get(role, ()) for _on, _n, table in before + soon)

    def _needs_a_cell(self, event: Event) -> bool:
        return event.right in self.known and event.right != EVERYBODYS

    def _now(self, person: int | None) -> int:
        """Under which key the person stands today."""
        key = person or 0
        while key in self.merged:
            key = self.merged[key]
        return key


def _told() -> dict[str, Told]:
    """Post → what its giving says, and each end that was told since."""
    found: dict[str, Told] = {}
    events = Event.objects.filter(subject_type="people.post", verb__in=("post.given", "post.ended"))
    for event in events.order_by("pk").iterator():
        after: dict[str, Any] = event.after or {}
        ends = parse_date(after.get("ends") or "")
        if event.verb == "post.given":
            starts = parse_date(after.get("starts") or "") or event.on
            role, reach, person = (after.get(name, "") for name in ("role", "reach", "person"))
            said, erased = [(event.pk, ends)], bool(event.erased_as)
            found[event.subject_id] = Told(role, reach, person, starts, said, erased)
        elif told := found.get(event.subject_id):
            told.erased = told.erased or bool(event.erased_as)
            told.said += [(event.pk, ends)] if ends else []
    return found


def _noted() -> list[tuple[dt.date, int, dict[str, set[str]]]]:
    """(day, number of the event, role → its rights) of each noting, the earliest first."""
    found = Event.objects.filter(subject_type=NOTED, verb=NOTED).order_by("pk")
    return [
        (event.on, event.pk, {role: set(held.split()) for role, held in (event.after or {}).items()})
        for event in found
    ]


def _memberships(people: set[int]) -> dict[int, list[tuple[dt.date, dt.date | None]]]:
    found: dict[int, list[tuple[dt.date, dt.date | None]]] = {}
    rows = Membership.objects.filter(person__in=people).values_list("person_id", "starts", "ends")
    for person, starts, ends in rows:
        found.setdefault(person, []).append((starts, ends))
    return found


def _days(event: Event) -> Iterator[dt.date]:
    """The day of the click; of what a command writes, also the day that it was told to act on."""
    yield timezone.localtime(event.at).date()
    if event.request_id in ("", BY_COMMAND):
        yield event.on


def _ends_later(ends: dt.date | None, told: dt.date | None) -> bool:
    return told is not None and (ends is None or ends > told)


def _ends(post: Post | None, told: Told | None, event: Event) -> list[dt.date | None]:
    """The end told before the event was written; and one that the table has and the history has not."""
    if told is None:
        return [post.ends] if post else []
    beside = [post.ends] if post and post.ends != told.ends else []
    return [told.ends_before(event.pk), *beside]

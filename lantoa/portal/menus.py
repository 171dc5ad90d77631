"""The menu: at most eight lines for what a role does every week, the rest in two groups; gathered from the rooms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.gathering import gather
from lantoa.foundation.menu import CONTENT, KEEPING, Door, Text
from lantoa.people.actors import Actor

AT_ONCE, TABS = 8, 4
GROUPS = ((CONTENT, _("Nội dung khác")), (KEEPING, _("Tra cứu, quản lý")))
# Pages about oneself live with the people but are not under "Người và tài khoản".
ABOUT_ONESELF = {"me", "choose_post", "change_password"}


@dataclass(frozen=True)
class Item:
    """A line as it is shown to one person on one page. `current` is "page", "true" or ""."""

    label: Text
    short: Text
    icon: str
    url: str
    current: str


@dataclass(frozen=True)
class Group:
    """What lies behind one heading; open where the page being read is among its lines."""

    label: Text
    items: list[Item]

    @property
    def is_open(self) -> bool:
        """Whether the page being read lies in it."""
        return any(item.current for item in self.items)


@cache
def doors() -> tuple[Door, ...]:
    """Every line that some room offers, in their usual order."""
    found = [door for room in gather("menu") for door in room.DOORS]
    return tuple(sorted(found, key=lambda door: door.order))


@cache
def _address(name: str, urlconf: str | None) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def _open(door: Door, actor: Actor) -> tuple[str, str] | None:
    """(name, address) of the first way this actor may take."""
    if actor.unit is not None and actor.unit.level in door.not_at.split():
        return None
    for name, permission in door.ways:
        url = _address(name, get_urlconf())
        if url and (not permission or actor.may(permission)):
            return name, url
    return None


def _current(request: HttpRequest, door: Door, name: str) -> str:
    """How the page being shown relates to a line: the page itself, within its room, or elsewhere.

    A page that another line of the same room leads to belongs to that line.
    """
    match = request.resolver_match
    if match is None:
        return ""
    if match.view_name == name:
        return "page"
    if any(
        match.view_name == way for other in doors() if other.code != door.code for way, _right in other.ways
    ):
        return ""
    room = name.partition(":")[0]
    same_room = match.namespace == room and room != "portal" and match.url_name not in ABOUT_ONESELF
    return "true" if same_room and _nearest(room, request.path) == door.code else ""


def _nearest(room: str, path: str) -> str:
    """Of a room's lines the one whose address has most steps in common with the page's; of several the first."""
    ways = [
        (door.code, name) for door in doors() for name, _right in door.ways if name.startswith(f"{room}:")
    ]
    return max(
        ways,
        key=lambda way: _steps_in_common(_address(way[1], get_urlconf()) or "", path),
        default=("", ""),
    )[0]


def _steps_in_common(one: str, other: str) -> int:
    steps = zip(one.strip("/").split("/"), other.strip("/").split("/"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], steps))


def items(request: HttpRequest, actor: Actor, offered: tuple[Door, ...]) -> list[Item]:
    """The lines that this actor may enter."""
    found = []
    for door in offered:
        if way := _open(door, actor):
            name, url = way
            label = door.called(actor.on)
            found.append(Item(label, door.short or label, door.icon, url, _current(request, door, name)))
    return found


def _first(actor: Actor) -> list[Door]:
    """What the role does every week, in its order; what the actor may not enter takes no place."""
    placed = [(door.place_for(actor.role), door) for door in doors()]
    ordered = sorted((place, door.order, door) for place, door in placed if place is not None)
    return [door for _place, _order, door in ordered if _open(door, actor)][:AT_ONCE]


def main(request: HttpRequest, actor: Actor) -> list[Item]:
    """At most eight lines."""
    return items(request, actor, tuple(_first(actor)))


def groups(request: HttpRequest, actor: Actor) -> list[Group]:
    """Everything else that the actor may enter, behind two headings."""
    shown = _first(actor)
    rest = [door for door in doors() if door not in shown]
    found = [
        Group(label, items(request, actor, tuple(door for door in rest if door.group == code)))
        for code, label in GROUPS
    ]
    return [group for group in found if group.items]


def tabs(request: HttpRequest, actor: Actor) -> list[Item]:
    """The four tabs of a phone for this role; "Thêm" is the fifth and always there."""
    return main(request, actor)[:TABS]

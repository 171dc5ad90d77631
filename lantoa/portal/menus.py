"""The menu: at most eight lines for what a role does every week, the rest in two groups; gathered from the rooms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.gathering import gather
from lantoa.foundation.menu import CONTENT, KEEPING, Door, Text
from lantoa.people.actors import EVERYTHING, Actor

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


class Who(NamedTuple):
    """What of an actor decides her menu, and nothing else of her: menus are kept by it."""

    role: str
    may_everything: bool
    permissions: frozenset[str]
    level: str
    on: dt.date

    @classmethod
    def of(cls, actor: Actor) -> Who:
        """That of this actor today."""
        level = actor.unit.level if actor.unit is not None else ""
        return cls(actor.role, actor.reach == EVERYTHING, actor.permissions, level, actor.on)

    def may(self, permission: str) -> bool:
        """As Actor.may."""
        return self.may_everything or permission in self.permissions


class Place(NamedTuple):
    """Which page is shown, as far as a menu marks it; `line` is the one of its room's that is nearest."""

    view_name: str = ""
    room: str = ""
    url_name: str = ""
    line: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Place:
        """That of this request; a page nobody knows has none."""
        match = request.resolver_match
        if match is None:
            return cls()
        room = match.namespace
        return cls(match.view_name, room, match.url_name or "", _nearest(room, request.path) if room else "")


def _open(door: Door, who: Who) -> tuple[str, str] | None:
    """(name, address) of the first way that may be taken."""
    if who.level and who.level in door.not_at.split():
        return None
    for name, permission in door.ways:
        url = _address(name, get_urlconf())
        if url and (not permission or who.may(permission)):
            return name, url
    return None


def _current(place: Place, door: Door, name: str) -> str:
    """How the page being shown relates to a line: the page itself, within its room, or elsewhere.

    A page that another line of the same room leads to belongs to that line.
    """
    if not place.view_name:
        return ""
    if place.view_name == name:
        return "page"
    if any(
        place.view_name == way for other in doors() if other.code != door.code for way, _right in other.ways
    ):
        return ""
    room = name.partition(":")[0]
    same_room = place.room == room and room != "portal" and place.url_name not in ABOUT_ONESELF
    return "true" if same_room and place.line == door.code else ""


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
    return _items(Place.of(request), Who.of(actor), offered)


def main(request: HttpRequest, actor: Actor) -> list[Item]:
    """At most eight lines."""
    return _main(Place.of(request), Who.of(actor))


def groups(request: HttpRequest, actor: Actor) -> list[Group]:
    """Everything else that the actor may enter, behind two headings."""
    return _groups(Place.of(request), Who.of(actor))


def tabs(request: HttpRequest, actor: Actor) -> list[Item]:
    """The four tabs of a phone for this role; "Thêm" is the fifth and always there."""
    return main(request, actor)[:TABS]


def shown(request: HttpRequest, actor: Actor) -> tuple[SafeString, SafeString]:
    """(the lines of the menu, the tabs of a phone) as they stand on the page."""
    return _shown(Place.of(request), Who.of(actor), get_urlconf())


@lru_cache(maxsize=2000)
def _shown(place: Place, who: Who, _urlconf: str | None) -> tuple[SafeString, SafeString]:
    lines = _main(place, who)
    told = {"menu": lines, "more": _groups(place, who), "tabs": lines[:TABS]}
    return render_to_string("foundation/menu.html", told), render_to_string("foundation/tabs.html", told)


def _items(place: Place, who: Who, offered: tuple[Door, ...]) -> list[Item]:
    found = []
    for door in offered:
        if way := _open(door, who):
            name, url = way
            label = door.called(who.on)
            found.append(Item(label, door.short or label, door.icon, url, _current(place, door, name)))
    return found


def _first(who: Who) -> list[Door]:
    """What the role does every week, in its order; what may not be entered takes no place."""
    placed = [(door.place_for(who.role), door) for door in doors()]
    ordered = sorted((place, door.order, door) for place, door in placed if place is not None)
    return [door for _place, _order, door in ordered if _open(door, who)][:AT_ONCE]


def _main(place: Place, who: Who) -> list[Item]:
    return _items(place, who, tuple(_first(who)))


def _groups(place: Place, who: Who) -> list[Group]:
    first = _first(who)
    rest = [door for door in doors() if door not in first]
    found = [
        Group(label, _items(place, who, tuple(door for door in rest if door.group == code)))
        for code, label in GROUPS
    ]
    return [group for group in found if group.items]

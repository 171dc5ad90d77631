"""The menu: one list for everybody, of which each role sees its own part."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.people.actors import Actor

Text = str | Promise


@dataclass(frozen=True)
class Door:
    """One line of the menu.

    `ways` are tried in order: (name of an address, permission it needs or "" for everyone signed in).
    The first that exists and that the role may enter is taken; without one the line is not shown.
    """

    code: str
    label: Text
    icon: str
    ways: tuple[tuple[str, str], ...]
    short: Text = ""


@dataclass(frozen=True)
class Item:
    """A line as it is shown to one person on one page. `current` is "page", "true" or ""."""

    label: Text
    short: Text
    icon: str
    url: str
    current: str


WORK = (
    Door("todo", _("Việc cần làm"), "checklist", (("portal:todo", ""),), _("Cần làm")),
    Door("overview", _("Tổng quan"), "chart-dots-3", (("statistics:overview", "statistics.view"),)),
    Door(
        "registrations",
        _("Đăng ký học tập, thực hành"),
        "clipboard-check",
        (("registrations:index", "registrations.view"), ("registrations:mine", "registrations.write")),
        _("Đăng ký"),
    ),
    Door(
        "meetings",
        _("Sinh hoạt chi bộ"),
        "calendar-event",
        (("meetings:index", "meetings.view"), ("meetings:mine", "meetings.attend")),
        _("Sinh hoạt"),
    ),
    Door(
        "practices",
        _("Mô hình, điển hình"),
        "sparkles",
        (("practices:index", "practices.view"),),
        _("Mô hình"),
    ),
    Door(
        "breakthroughs",
        _("Nội dung đột phá"),
        "target-arrow",
        (("breakthroughs:index", "breakthroughs.view"),),
        _("Đột phá"),
    ),
    Door(
        "commendations",
        _("Khen thưởng"),
        "medal",
        (("commendations:index", "commendations.view"), ("commendations:mine", "registrations.write")),
    ),
    Door("reports", _("Báo cáo"), "file-report", (("reports:index", "reports.view"),)),
)
MORE = (
    Door(
        "decisions",
        _("Chờ đồng chí cho ý kiến"),
        "message-2",
        (("portal:decisions", "practices.judge"),),
        _("Cho ý kiến"),
    ),
    Door(
        "shortcomings",
        _("Hạn chế cần khắc phục"),
        "target",
        (("shortcomings:index", "shortcomings.own"),),
        _("Hạn chế"),
    ),
    Door("organisation", _("Tổ chức"), "sitemap", (("organisation:tree", "organisation.view"),)),
    Door("people", _("Người và tài khoản"), "users", (("people:index", "people.view"),), _("Người")),
    Door(
        "figures", _("Số liệu và cách tính"), "chart-bar", (("figures:index", "figures.view"),), _("Số liệu")
    ),
    Door(
        "programme",
        _("Chương trình, chuyên đề"),
        "books",
        (("programme:index", "programme.view"),),
        _("Chuyên đề"),
    ),
    Door("study", _("Học tập, quán triệt"), "school", (("study:index", "study.view"),), _("Học tập")),
    Door(
        "outreach",
        _("Tuyên truyền, việc làm vì dân"),
        "heart-handshake",
        (("outreach:index", "outreach.view"),),
        _("Vì dân"),
    ),
    Door(
        "exemplars",
        _("Gương, điển hình"),
        "star",
        (("exemplars:index", "exemplars.view"),),
        _("Điển hình"),
    ),
    Door(
        "documents",
        _("Văn bản đã ban hành"),
        "file-text",
        (("documents:index", "reports.issue"), ("documents:index", "reports.compose")),
        _("Văn bản"),
    ),
    Door(
        "phrases",
        _("Câu mẫu thường dùng"),
        "quote",
        (("writing:phrases", "writing.phrases"),),
        _("Câu mẫu"),
    ),
    Door(
        "history",
        _("Lịch sử"),
        "history",
        (("portal:history", "history.view"), ("portal:history", "history.own")),
    ),
    Door("help", _("Trợ giúp"), "help", (("portal:help", ""),)),
)
# The name of the yearly undertaking changed with the programme, on 13/7/2026.
RENAMED = dt.date(2026, 7, 13)
OLD_LABEL = _("Đăng ký làm theo")
# What a thumb reaches first, by role; whatever a role may not enter is skipped, the first four are shown.
THUMB = {
    "member": "todo registrations practices programme outreach history",
    "secretary": "todo registrations meetings practices",
    "committee": "todo registrations meetings practices",
    "officer": "overview todo practices reports registrations programme",
    "leader": "todo decisions overview breakthroughs practices reports",
    "inspector": "overview todo registrations practices history",
    "administrator": "todo organisation people programme history",
}
# Pages about oneself live with the people but are not under "Người và tài khoản".
ABOUT_ONESELF = {"me", "choose_post", "change_password"}


@cache
def _address(name: str, urlconf: str | None) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def _open(door: Door, actor: Actor) -> tuple[str, str] | None:
    """(name, address) of the first way this actor may take."""
    for name, permission in door.ways:
        url = _address(name, get_urlconf())
        if url and (not permission or actor.may(permission)):
            return name, url
    return None


def _current(request: HttpRequest, name: str) -> str:
    """How the page being shown relates to an address: the page itself, within its room, or elsewhere."""
    match = request.resolver_match
    if match is None:
        return ""
    if match.view_name == name:
        return "page"
    room = name.partition(":")[0]
    same_room = match.namespace == room and room != "portal" and match.url_name not in ABOUT_ONESELF
    return "true" if same_room else ""


def items(request: HttpRequest, actor: Actor, doors: tuple[Door, ...]) -> list[Item]:
    """The lines of the menu that this actor may enter."""
    found = []
    for door in doors:
        if way := _open(door, actor):
            name, url = way
            old = door.code == "registrations" and actor.on < RENAMED
            label = OLD_LABEL if old else door.label
            found.append(Item(label, door.short or label, door.icon, url, _current(request, name)))
    return found


def tabs(request: HttpRequest, actor: Actor) -> list[Item]:
    """The four tabs of a phone for this role; "Thêm" is the fifth and always there."""
    by_code = {door.code: door for door in WORK + MORE}
    order = THUMB.get(actor.role, "todo help").split()
    return items(request, actor, tuple(by_code[code] for code in order))[:4]

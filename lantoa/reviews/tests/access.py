"""Who gets through at which address of this room: of persons only herself, her cell's secretary and who rates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from lantoa.reviews import actions
from lantoa.reviews.models import ComparableGroup, Template
from lantoa.reviews.tests import stories
from tests.access import Row
from tests.cast import ROLES, person

OWN = "member secretary other_secretary committee officer leader inspector far_secretary former"
CONDUCTS = "secretary other_secretary committee leader far_secretary"
EVERYBODY = " ".join(ROLES)
NO_MARKS = {"common": "", "tasks": "", "total": ""}


def prepare(cast: Any) -> None:
    """The member's papers, each further on than the one before; a complaint, a group, two closed years."""
    for who in ("member", "secretary", "committee"):
        cast.account(who)
    writing = stories.opened(cast)
    sent = stories.opened(cast, "quarter", quarter=3)
    shown = stories.opened(cast, "quarter", quarter=2)
    heard = stories.opened(cast, "quarter", quarter=1, with_collective=False)
    done = stories.opened(cast, "quarter", year=2025, quarter=4, with_collective=False)
    stories.sent(sent, cast.member)
    for period in (shown, heard, done):
        stories.sent(period, cast.secretary)
        stories.sent(period, cast.member)
        actions.show_drafts(period, by=cast.secretary)
    for period in (heard, done):
        stories.heard(stories.of(period, cast.secretary), cast.committee)
        stories.heard(stories.of(period, cast.member), cast.secretary)
    decided = stories.rated(stories.of(done, cast.member), cast.committee)
    excused = actions.excuse(stories.of(sent, cast.colleague), by=cast.secretary, why="Mới chuyển đến.")
    closed = _closed(cast, 2025, "Đợt một")
    asked = _closed(cast, 2024, "Đợt hai")
    actions.ask_to_reopen(asked, by=cast.committee, why="Phát hiện sai sót.")
    cast.things |= {
        "writing": stories.of(writing, cast.member),
        "collective": stories.of(writing, None),
        "sent": stories.of(sent, cast.member),
        "shown": stories.of(shown, cast.member),
        "heard": stories.of(heard, cast.member),
        "decided": decided,
        "excused": excused,
        "period": writing,
        "rounds": sent,
        "closed": closed,
        "asked": asked,
        "page": actions.save_head(by=cast.secretary, year=2026, key_tasks="Dạy học", exemplary="Dự giờ"),
        "told": actions.send_head(
            actions.save_head(by=cast.secretary, year=2025, key_tasks="Dạy học", exemplary="Dự giờ"),
            by=cast.secretary,
        ),
        "again": _rerated(done, cast),
        "group": ComparableGroup.objects.create(unit=cast.commune, year=2026, name="Giáo viên"),
        "complaint": actions.complain(decided, by=cast.member, text="Chưa đồng ý mức này."),
        "new": person("Lù Văn Sơn", cast.cell),
        "paper": Template.objects.get(code="2B"),
    }


def _rerated(done: Any, cast: Any) -> Any:
    hers = stories.rated(stories.of(done, cast.secretary), cast.committee)
    return actions.rerate(
        hers,
        by=stories.later(cast.committee, 40),
        rating="done",
        why="Thẩm tra lại.",
        decision_number="16-QĐ/ĐU",
    )


def _closed(cast: Any, year: int, name: str) -> Any:
    period = stories.opened(
        cast, "occasion", year=None, name=name, starts=_day(year), last_day=_day(year, 12)
    )
    for review in period.reviews.all():
        if review.is_collective or review.person != cast.secretary.person:
            actions.excuse(review, by=cast.secretary, why="Không thuộc diện.")
        else:
            actions.excuse(review, by=cast.system, why="Không thuộc diện.")
    return actions.close(period, by=cast.secretary)


def _day(year: int, month: int = 1) -> dt.date:
    return dt.date(year, month, 1)


def key(name: str) -> Callable[[Any], list[Any]]:
    """The key of one of these things."""
    return lambda cast: [cast.things[name].pk]


def post(name: str, allowed: str, thing: str, **data: Any) -> Row:
    """A button."""
    return Row(f"reviews:{name}", allowed, args=key(thing), method="POST", data=lambda _cast: dict(data))


TABLE = [
    Row("reviews:index", OWN),
    Row(
        "reviews:new",
        CONDUCTS,
        typed=lambda _cast: {
            "send_by": "20/11/2026",
            "kind": "year",
            "year": "2025",
            "meets_on": "30/11/2026",
        },
    ),
    Row("reviews:period", "secretary committee", args=key("period")),
    post("show_drafts", "secretary", "rounds"),
    Row(
        "reviews:add",
        "secretary",
        args=key("period"),
        method="POST",
        data=lambda cast: {"person": cast.things["new"].pk},
    ),
    post("close", "secretary committee", "period"),
    Row("reviews:reopen", "secretary committee", args=key("closed")),
    post("answer_reopening", "secretary", "asked"),
    Row("reviews:show", "member", args=key("writing")),
    Row("reviews:show", "secretary", args=key("collective")),
    Row("reviews:show", "member secretary", args=key("sent")),
    Row("reviews:show", "member secretary committee", args=key("heard")),
    Row("reviews:show", "member secretary committee leader", args=key("decided")),
    Row("reviews:word", "member secretary committee", args=key("heard")),
    Row("reviews:rerating_word", "secretary committee", args=key("again")),
    Row("reviews:files_word", "secretary committee", args=key("rounds")),
    Row("reviews:write", "member", args=key("writing"), typed=lambda _cast: NO_MARKS),
    post("submit", "member", "writing"),
    post("take_back", "member", "sent"),
    post("send_back", "secretary", "sent", why="Mục II chưa nêu nguyên nhân."),
    post("prompt", "secretary", "sent", text="Vì sao đơn chậm?"),
    Row("reviews:assign", "secretary", args=key("sent")),
    Row(
        "reviews:hear",
        "secretary",
        args=key("shown"),
        typed=lambda _cast: {
            "place": "cell",
            "meeting": "",
            "meeting_on": "16/11/2026",
            "minutes_number": "12-BB/CB",
            "due": "3",
            "present": "3",
        },
    ),
    post("reply", "member", "heard", text="Tôi tiếp thu."),
    Row("reviews:find", "secretary", args=key("heard"), typed=lambda _cast: {"deadline": "31/03/2027"}),
    post("excuse", "secretary", "sent", why="Ốm dài ngày."),
    post("resume", "secretary", "excused"),
    Row("reviews:decide", "committee", args=key("heard")),
    Row("reviews:rerate", "committee", args=key("decided")),
    Row("reviews:complain", "member", args=key("decided")),
    Row("reviews:answer", "leader", args=key("complaint")),
    Row("reviews:heads", OWN),
    Row(
        "reviews:head_write",
        "secretary other_secretary committee officer leader inspector far_secretary",
        args=lambda _cast: [2026],
    ),
    Row("reviews:head", "secretary", args=key("page")),
    Row("reviews:head", "secretary committee", args=key("told")),
    post("head_send", "secretary", "page"),
    post("head_take_back", "secretary", "told"),
    post("head_quote", "secretary", "told", cho="1"),
    post("head_speak", "committee", "told", text="Đồng ý với báo cáo."),
    Row("reviews:groups", CONDUCTS),
    Row("reviews:ceiling", "committee", args=key("group")),
    Row("reviews:terms", EVERYBODY),
    Row("reviews:template", EVERYBODY, args=key("paper")),
]

"""Reviews for the stories of this room: the cell looks back on 2026."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lantoa.meetings.rules import Held
from lantoa.people.actors import Actor
from lantoa.reviews import actions, compose, queries, rules
from lantoa.reviews.models import Review, ReviewPeriod
from lantoa.reviews.words import Level

SEND_BY = dt.date(2026, 11, 20)
WORDS = "Giữ nề nếp, nhận việc khó của tổ; còn ngại góp ý thẳng trong sinh hoạt."
REMARK = "Chi bộ ghi nhận đồng chí tận tụy; đề nghị mạnh dạn góp ý hơn."
REPLY = "Tôi tiếp thu; ba buổi ấy tôi đã gửi ý kiến bằng văn bản cho chi ủy."
MARKS = rules.Marks(Decimal(27), Decimal(61), Decimal(88), Level.GOOD)
MEETS = dt.date(2026, 11, 25)
BALLOT = rules.Ballot(3, 3)


def opened(cast: Any, kind: str = "year", by: Actor | None = None, **rest: Any) -> ReviewPeriod:
    """The cell opens its look back; the commune rates."""
    facts: dict[str, Any] = {"year": 2026, "send_by": SEND_BY}
    if kind == "quarter":
        facts["quarter"] = 3
    return actions.open_period(by=by or cast.secretary, kind=kind, **facts | rest)


def of(period: ReviewPeriod, who: Actor | None) -> Review:
    """Somebody's paper, or the collective's."""
    found = Review.objects.for_lists().select_related("period__terms", "period__decided_by")
    return found.get(period=period, person=who.person if who else None)


def lines_for(review: Review, by: Actor, words: str = WORDS) -> list[rules.Line]:
    """Every line of the records as it was found, and her own words under each heading."""
    said: list[rules.Line] = []
    for part in compose.parts(review, by):
        said += [rules.Line(part.section.pk, one.text, one.source, one.mended) for one in part.lines]
        said.append(rules.Line(part.section.pk, words))
    return said


def written(review: Review, by: Actor, marks: rules.Marks = MARKS, words: str = WORDS) -> Review:
    """Written to the last heading; a collective gives itself no numbers."""
    own = marks if review.template.has_marks else replace(rules.Marks(), level=marks.level)
    return actions.save(review, by=by, lines=lines_for(review, by, words), marks=own)


def sent(period: ReviewPeriod, who: Actor | None, by: Actor | None = None, **rest: Any) -> Review:
    """Written and sent by whom it is about, or by `by`."""
    author = by or who
    assert author is not None
    review = of(period, who)
    return actions.submit(written(review, author, **rest), by=author)


def later(who: Actor, days: int = 9) -> Actor:
    """The same post some days later: on the day of the meeting, which is 25/11/2026."""
    return who.as_of(who.on + dt.timedelta(days=days))


def shown(cast: Any, *, kind: str = "year", **rest: Any) -> ReviewPeriod:
    """Everybody of the cell has sent; the drafts go round."""
    period = opened(cast, kind, **rest)
    sent(period, None, by=cast.secretary)
    for who in ("secretary", "member", "colleague"):
        sent(period, getattr(cast, who))
    actions.show_drafts(period, by=cast.secretary)
    return period


def heard(review: Review, by: Actor, **rest: Any) -> Review:
    """The meeting of 25/11/2026 spoke of it."""
    facts: dict[str, Any] = {"meeting": Held(MEETS, "12-BB/CB"), "ballot": BALLOT, "remark": REMARK}
    actions.hear(review, by=later(by), **facts | rest)
    return review


def all_heard(cast: Any, period: ReviewPeriod) -> None:
    """The collective, then the secretary by the commune, then everybody."""
    heard(of(period, None), cast.secretary)
    heard(of(period, cast.secretary), cast.committee)
    for who in (cast.member, cast.colleague):
        heard(of(period, who), cast.secretary)


def rated(review: Review, by: Actor, rating: str = Level.GOOD, days: int = 30) -> Review:
    """The competent body's word, when the days to answer are over."""
    return actions.decide(review, by=later(by, days), rating=rating, decision_number="15-QĐ/ĐU")


def closed(cast: Any) -> ReviewPeriod:
    """A whole year of the cell, rated and closed."""
    period = shown(cast)
    all_heard(cast, period)
    for review in Review.objects.filter(period=period).in_turn():
        rated(queries.Review.objects.get(pk=review.pk), cast.committee)
    return actions.close(period, by=later(cast.committee, 30))

"""What reaches people in the invented province: a commune's gifts, what it heard, what it published. Nothing is real."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from lantoa.organisation.models import Unit
from lantoa.outreach import actions
from lantoa.outreach.models import USUAL_FIELDS
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Post

YEAR = dt.date(2026, 1, 1)


def load(commune: Unit, school: Unit, leaders: dict[int, Post], today: dt.date) -> None:
    """The commune's committee writes down a day of reception and two papers; the school gives, helps and publishes."""
    held = Post.objects.filter(unit=commune, role="committee", is_head=True).first()
    if held:
        _heard(commune, actors.as_post(held, today))
    by = actors.as_post(leaders[school.pk], today)
    _given(school, by)
    _published(school, by)


def _heard(commune: Unit, by: Actor) -> None:
    """Everything is answered, so that nothing waits in the demonstration that its stories do not know."""
    day = actions.hold_forum(
        unit=commune,
        kind="reception",
        title="Tiếp dân định kỳ tháng 10",
        held_on=dt.date(2026, 10, 15),
        place="Trụ sở Đảng ủy xã",
        attended=9,
        by=by,
    )
    opinion = actions.receive_opinions(
        ["Đường vào khu sản xuất ngập khi mưa to."],
        unit=commune,
        received_on=day.held_on,
        channel="reception",
        field="infrastructure",
        forum=day,
        by=by,
    )[0]
    actions.answer_opinion(opinion, answer="Xã nạo vét cống trong tuần.", on=dt.date(2026, 10, 16), by=by)
    actions.resolve_opinion(opinion, outcome="Đã nạo vét, hết ngập.", on=dt.date(2026, 10, 23), by=by)
    actions.record_satisfaction(
        opinion, satisfaction="satisfied", on=dt.date(2026, 11, 2), how="gặp tại nhà", by=by
    )
    papers = (("01/2026", "complaint", "land", "right"), ("02/2026", "petition", "environment", ""))
    for number, kind, field, result in papers:
        _settled(commune, by, number=number, kind=kind, field=field, result=result)


def _settled(commune: Unit, by: Actor, *, number: str, kind: str, field: str, result: str) -> None:
    one = actions.enter_complaint(
        unit=commune,
        number=number,
        received_on=dt.date(2026, 10, 5),
        kind=kind,
        field=field,
        text="Đề nghị xem lại việc đo đạc, trả lời bằng văn bản.",
        working_days=20,
        by=by,
    )
    actions.accept_complaint(one, on=dt.date(2026, 10, 7), by=by)
    actions.settle_complaint(
        one,
        ending="resolved",
        result=result,
        outcome="Đã xác minh, trả lời bằng văn bản.",
        on=dt.date(2026, 10, 28),
        by=by,
    )


def _given(school: Unit, by: Actor) -> None:
    actions.record_donation(
        None,
        unit=school,
        purpose="Áo ấm cho học sinh điểm trường lẻ",
        in_kind="áo ấm",
        quantity=Decimal(40),
        quantity_unit="chiếc",
        value=6_000_000,
        given_on=dt.date(2026, 11, 5),
        by=by,
    )
    actions.pledge(
        unit=school,
        for_whom="Một học sinh lớp 9 mồ côi",
        amount=500_000,
        starts=dt.date(2026, 9, 5),
        by=by,
    )


def _published(school: Unit, by: Actor) -> None:
    column = actions.record_article(
        unit=school,
        kind="column",
        title="Học Bác mỗi ngày",
        outlet="Bản tin nhà trường",
        published_on=dt.date(2026, 1, 12),
        by=by,
    )
    for quarter, day in enumerate((dt.date(2026, 3, 25), dt.date(2026, 6, 25), dt.date(2026, 9, 25)), 1):
        actions.record_issue(
            unit=school,
            newsletter="Bản tin nhà trường",
            number=f"Số {quarter}/2026",
            issued_on=day,
            column=column,
            pieces=3,
            copies=120,
            by=by,
        )
    actions.record_sharing(
        unit=school,
        what="Các bài về gương người tốt trên Báo Sơn Hà",
        where="Nhóm Zalo phụ huynh",
        starts=dt.date(2026, 10, 1),
        last_day=dt.date(2026, 10, 31),
        times=64,
        people=15,
        by=by,
    )
    prize = actions.open_prize(
        unit=school,
        name="Cuộc thi viết về thầy cô học Bác",
        round="năm 2026",
        level="grassroots",
        fields=USUAL_FIELDS,
        starts=YEAR,
        by=by,
    )
    actions.send_work(
        prize,
        unit=school,
        title="Ngọn đèn sau giờ học",
        field="Văn học",
        author="Tổ Ngữ văn",
        author_kind="collective",
        sent_on=dt.date(2026, 4, 10),
        award="a",
        awarded_on=dt.date(2026, 5, 19),
        by=by,
    )

"""Who may use the addresses of outreach."""

import datetime as dt

from lantoa.outreach import actions
from tests.access import Row
from tests.cast import Cast

READERS = "member secretary other_secretary committee officer leader inspector far_secretary former"
CHARGED = "secretary other_secretary committee officer leader inspector far_secretary"
EDITORS = "secretary other_secretary committee officer far_secretary"
OF_THE_CELL = "secretary committee officer leader inspector"
EDITORS_OF_THE_CELL = "secretary committee officer"
HANDLERS = "committee officer leader"
DAY = dt.date(2026, 10, 1)


def prepare(cast: Cast) -> None:
    """One of each kind, recorded by the cell."""
    by, unit = cast.secretary, cast.cell
    forum = actions.hold_forum(unit=unit, title="Công an lắng nghe ý kiến nhân dân", held_on=DAY, by=by)
    prize = actions.open_prize(
        unit=unit,
        name="Giải của trường",
        round="năm 2026",
        level="grassroots",
        fields="Báo chí",
        starts=DAY,
        by=by,
    )
    cast.things |= {
        "prize_work": actions.send_work(
            prize, unit=unit, title="Thầy tôi", field="Báo chí", author="Tổ Văn", sent_on=DAY, by=by
        ),
        "work": actions.record_work(unit=unit, kind="house", name="Nhà đại đoàn kết", by=by),
        "pledge": actions.pledge(
            unit=unit, for_whom="Một học sinh mồ côi lớp 9", amount=500_000, starts=DAY, by=by
        ),
        "forum": forum,
        "opinion": actions.receive_opinions(["Đường thôn ngập."], unit=unit, received_on=DAY, by=by)[0],
        "complaint": actions.enter_complaint(
            unit=cast.commune,
            number="05",
            received_on=DAY,
            kind="petition",
            text="Đường ngập",
            by=cast.committee,
        ),
        "settled": actions.resolve_opinion(
            actions.receive_opinions(["Đèn đường hỏng."], unit=unit, received_on=DAY, by=by)[0],
            outcome="Đã thay bóng.",
            on=DAY,
            by=by,
        ),
        "column": actions.record_article(
            unit=unit, kind="column", title="Gương sáng", outlet="Bản tin", published_on=DAY, by=by
        ),
    }


def _pk(name: str):
    return lambda cast: [cast.things[name].pk]


TABLE = [
    Row("outreach:index", allowed=READERS),
    Row("outreach:campaign_new", allowed=EDITORS),
    Row("outreach:donations", allowed=READERS),
    Row(
        "outreach:donation_new",
        allowed=EDITORS,
        typed=lambda cast: {
            "purpose": "Áo ấm",
            "in_kind": "",
            "quantity": "",
            "quantity_unit": "",
            "value": "",
        },
    ),
    Row("outreach:pledges", allowed=READERS),
    Row("outreach:pledge_new", allowed=EDITORS),
    Row(
        "outreach:end_pledge",
        args=_pk("pledge"),
        method="POST",
        data=lambda w: {"on": "15/11/2026"},
        allowed=EDITORS_OF_THE_CELL,
    ),
    Row("outreach:works", allowed=READERS),
    Row("outreach:work_new", allowed=EDITORS),
    Row(
        "outreach:hand_over",
        args=_pk("work"),
        method="POST",
        data=lambda w: {"on": "15/11/2026"},
        allowed=EDITORS_OF_THE_CELL,
    ),
    Row("outreach:opinions", allowed=CHARGED),
    Row("outreach:opinions_new", allowed=EDITORS),
    Row("outreach:opinion", args=_pk("opinion"), allowed=OF_THE_CELL),
    Row(
        "outreach:answer",
        args=_pk("opinion"),
        method="POST",
        data=lambda w: {"a-answer": "Đã nạo vét cống.", "a-on": "15/11/2026"},
        allowed=EDITORS_OF_THE_CELL,
    ),
    Row(
        "outreach:resolve",
        args=_pk("opinion"),
        method="POST",
        data=lambda w: {"o-outcome": "Hết ngập.", "o-on": "15/11/2026"},
        allowed=EDITORS_OF_THE_CELL,
    ),
    Row(
        "outreach:forward",
        args=_pk("opinion"),
        method="POST",
        data=lambda w: {"f-body": "Văn phòng đăng ký đất đai", "f-on": "15/11/2026"},
        allowed=EDITORS_OF_THE_CELL,
    ),
    Row(
        "outreach:satisfaction",
        args=_pk("settled"),
        method="POST",
        data=lambda w: {"s-satisfaction": "satisfied", "s-how": "gọi điện", "s-on": "15/11/2026"},
        allowed=EDITORS_OF_THE_CELL,
    ),
    Row("outreach:complaints", allowed=HANDLERS),
    Row("outreach:complaint_new", allowed=HANDLERS),
    Row("outreach:complaint", args=_pk("complaint"), allowed="committee"),
    Row(
        "outreach:accept",
        args=_pk("complaint"),
        method="POST",
        data=lambda w: {"a-on": "15/11/2026"},
        allowed="committee",
    ),
    Row(
        "outreach:pass_on",
        args=_pk("complaint"),
        method="POST",
        data=lambda w: {"f-body": "Thanh tra tỉnh", "f-on": "15/11/2026"},
        allowed="committee",
    ),
    Row(
        "outreach:settle",
        args=_pk("complaint"),
        method="POST",
        data=lambda w: {"k-ending": "resolved", "k-outcome": "Đã sửa.", "k-on": "15/11/2026"},
        allowed="committee",
    ),
    Row("outreach:forum_new", allowed=EDITORS),
    Row("outreach:forum", args=_pk("forum"), allowed=OF_THE_CELL),
    Row("outreach:articles", allowed=READERS),
    Row("outreach:article_new", allowed=EDITORS),
    Row("outreach:issues", allowed=READERS),
    Row("outreach:issue_new", allowed=EDITORS),
    Row("outreach:shares", allowed=READERS),
    Row("outreach:sharing_new", allowed=EDITORS),
    Row("outreach:prize_works", allowed=READERS),
    Row("outreach:prize_new", allowed=EDITORS),
    Row("outreach:prize_work_new", allowed=EDITORS, typed=lambda cast: {"field": "Báo chí"}),
    Row(
        "outreach:award",
        args=_pk("prize_work"),
        method="POST",
        data=lambda w: {"award": "a", "on": "15/11/2026"},
        allowed=EDITORS_OF_THE_CELL,
    ),
    Row(
        "outreach:end_column",
        args=_pk("column"),
        method="POST",
        data=lambda w: {"on": "15/11/2026"},
        allowed=EDITORS_OF_THE_CELL,
    ),
    Row(
        "outreach:strike_out",
        args=lambda w: ["cong-trinh", w.things["work"].pk],
        method="POST",
        data=lambda w: {"reason": "Ghi trùng"},
        allowed=EDITORS_OF_THE_CELL,
    ),
]

"""An opinion goes to who can answer it, has a day to be answered by, and people are asked again afterwards."""

import datetime as dt

import pytest

from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.outreach import actions, late
from lantoa.outreach.models import CitizenOpinion
from lantoa.outreach.todo import items

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 10, 1)  # a Thursday


@pytest.fixture
def opinion(cast):
    """Somebody told the cell on Thursday 1 October that the road floods."""
    return actions.receive_opinions(
        ["Đường thôn ngập khi mưa."], unit=cast.cell, received_on=DAY, channel="box", by=cast.secretary
    )[0]


def forward(cast, opinion, **more):
    return actions.forward_opinion(
        opinion, by=cast.secretary, **{"to": cast.commune, "on": DAY, "working_days": 5} | more
    )


def test_the_clock_counts_working_days(cast, opinion):
    assert forward(cast, opinion).due_on == dt.date(2026, 10, 8)
    assert forward(cast, opinion, working_days=None).due_on is None


def test_the_commune_reads_and_answers_what_was_forwarded_to_it(cast, opinion):
    page = f"/tuyen-truyen/y-kien/{opinion.pk}/"
    sent = cast.client("secretary").post(
        f"{page}chuyen/", {"f-above": cast.commune.code, "f-working_days": "5", "f-on": "01/10/2026"}
    )
    assert sent.status_code == 302
    shown = cast.client("committee").get(page).content.decode()
    assert "08/10/2026" in shown and "quá hạn" in shown
    actions.answer_opinion(CitizenOpinion.objects.get(), answer="Xã sẽ nạo vét.", on=DAY, by=cast.committee)
    event = Event.objects.about(opinion).get(verb="outreach.opinion.forwarded")
    assert "ngập" not in f"{event.note} {event.after}"


def test_it_waits_on_the_list_of_who_has_to_answer(cast, opinion):
    def asked(actor):
        return [one for one in items(actor) if "ý kiến nhân dân" in one.title]

    assert asked(cast.secretary) and not asked(cast.committee)
    forward(cast, opinion)
    assert not asked(cast.secretary)
    assert asked(cast.committee)[0].due == dt.date(2026, 10, 8)


def test_one_receiver_is_named(cast, opinion):
    with pytest.raises(BadInput, match="Chọn một nơi nhận"):
        forward(cast, opinion, to=None)
    with pytest.raises(BadInput, match="Chọn một nơi nhận"):
        forward(cast, opinion, body="Điện lực")
    with pytest.raises(BadInput, match="Chính đơn vị này"):
        forward(cast, opinion, to=cast.cell)
    assert forward(cast, opinion, to=None, body="Điện lực").forwarded_to_body == "Điện lực"


def test_what_was_answered_is_not_passed_on(cast, opinion):
    actions.answer_opinion(opinion, answer="Đã nạo vét.", on=DAY, by=cast.secretary)
    with pytest.raises(Conflict, match="đã có trả lời"):
        forward(cast, opinion)


def test_late_ones_are_counted_at_who_has_to_answer(cast, opinion):
    def counted(day):
        return [one.things.count() for one in late.late(day)][:2]

    forward(cast, opinion)
    assert counted(dt.date(2026, 10, 8)) == [0, 0]
    assert counted(dt.date(2026, 10, 9)) == [1, 0]
    page = cast.client("committee").get("/tuyen-truyen/y-kien/?han=qua").content.decode()
    assert "Đường thôn ngập" in page
    urged = cast.client("officer").get("/don-doc/").content.decode()
    assert "Ý kiến nhân dân" in urged


def test_what_another_office_owes_is_counted_at_who_passed_it_on(cast, opinion):
    forward(cast, opinion, to=None, body="Điện lực")
    assert [one.things.count() for one in late.late(dt.date(2026, 10, 9))][:3] == [0, 1, 0]
    urged = cast.client("officer").get("/don-doc/").content.decode()
    assert "Ý kiến ở cơ quan khác" in urged


def test_another_commune_reads_nothing_of_it(cast, opinion):
    forward(cast, opinion)
    assert not CitizenOpinion.objects.visible_to(cast.far_secretary).exists()
    with pytest.raises(NotAllowed):
        actions.answer_opinion(opinion, answer="Thử", on=DAY, by=cast.far_secretary)


def test_people_are_asked_again_and_nobody_asked_is_not_content(cast, opinion):
    with pytest.raises(Conflict, match="chưa có trả lời"):
        actions.record_satisfaction(
            opinion, satisfaction="satisfied", on=DAY, how="gọi điện", by=cast.secretary
        )
    actions.answer_opinion(opinion, answer="Đã nạo vét.", on=DAY, by=cast.secretary)
    year = Period.year(2026)

    def told(part=None):
        split = ("satisfaction", part) if part else None
        return counting.figure(
            "outreach.opinions_satisfied", unit=cast.province, period=year, split=split
        ).value

    assert told() == 0
    sent = cast.client("secretary").post(
        f"/tuyen-truyen/y-kien/{opinion.pk}/hai-long/",
        {"s-satisfaction": "partly", "s-how": "gặp tại nhà", "s-on": "05/10/2026"},
    )
    assert sent.status_code == 302 and told("partly") == 1 and told("satisfied") == 0


def test_channels_are_told_apart(cast, opinion):
    year = Period.year(2026)
    for channel, expected in (("box", 1), ("letter", 0)):
        split = ("channel", channel)
        told = counting.figure("outreach.opinions", unit=cast.province, period=year, split=split)
        assert told.value == expected


def test_a_number_of_late_ones_opens_those_of_that_unit_only(cast, opinion):
    forward(cast, opinion)
    commune = next(late.late(cast.today)).listed(cast.commune.code)
    assert "Đường thôn ngập" in cast.client("officer").get(commune).content.decode()
    far = next(late.late(cast.today)).listed(cast.far_cell.code)
    assert "Đường thôn ngập" not in cast.client("officer").get(far).content.decode()
    assert cast.client("far_secretary").get(commune).status_code == 404


def test_who_it_was_forwarded_to_reads_the_words_and_not_the_name(cast):
    name = "Bàn Thị Góp"
    one = actions.receive_opinions(
        ["Cán bộ một cửa chậm"], unit=cast.cell, received_on=DAY, given_by=name, by=cast.secretary
    )[0]
    actions.forward_opinion(one, to=cast.other_cell, on=DAY, by=cast.secretary)
    page = f"/tuyen-truyen/y-kien/{one.pk}/"
    assert name in cast.client("secretary").get(page).content.decode()
    for who in ("other_secretary", "committee"):
        seen = cast.client(who).get(page).content.decode()
        assert "Cán bộ một cửa chậm" in seen and name not in seen


def test_a_slip_in_what_people_said_is_set_right_and_the_history_keeps_it(cast, opinion):
    actions.answer_opinion(opinion, answer="Đã nạo vét.", on=DAY, by=cast.secretary)
    page = f"/tuyen-truyen/y-kien/{opinion.pk}/"
    for said in ("satisfied", "not"):
        typed = {"s-satisfaction": said, "s-how": "gọi điện", "s-on": "05/10/2026"}
        assert cast.client("secretary").post(f"{page}hai-long/", typed).status_code == 302
    assert CitizenOpinion.objects.get().satisfaction == "not"
    assert "Sửa mức hài lòng" in cast.client("secretary").get(page).content.decode()
    kept = Event.objects.about(opinion).filter(verb="outreach.opinion.asked_again").order_by("pk").last()
    assert (kept.before, kept.after) == ({"satisfaction": "satisfied"}, {"satisfaction": "not"})


def test_half_a_working_day_is_no_clock(cast, opinion):
    typed = {"f-above": cast.commune.code, "f-working_days": "2,5", "f-on": "01/10/2026"}
    sent = cast.client("secretary").post(f"/tuyen-truyen/y-kien/{opinion.pk}/chuyen/", typed)
    assert "Nhập số nguyên" in sent.content.decode()
    assert CitizenOpinion.objects.get().forwarded_on is None

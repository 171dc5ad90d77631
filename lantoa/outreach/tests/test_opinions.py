"""What people say: no name is needed, none is ever listed, and every opinion has its own end."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.outreach import actions, rules
from lantoa.outreach.models import CitizenOpinion, Forum
from lantoa.outreach.queries import opinion_totals
from lantoa.outreach.todo import items

DAY = dt.date(2026, 10, 1)
NAME = "Bàn Thị Góp"


def say(cast, *texts, **more):
    typed = {"unit": cast.cell, "received_on": DAY, "by": cast.secretary, **more}
    return actions.receive_opinions(texts or ("Đường thôn ngập khi mưa.",), **typed)


def test_many_opinions_of_a_survey_are_many_records_and_one_act(cast):
    forum = actions.hold_forum(unit=cast.cell, title="Lắng nghe dân", held_on=DAY, by=cast.secretary)
    said = say(cast, "Cần đèn đường", "Thủ tục lâu", "Nước yếu", forum=forum, channel="survey")
    assert len(said) == CitizenOpinion.objects.filter(forum=forum, channel="survey").count() == 3
    event = Event.objects.about(forum).last()
    assert (event.verb, event.note) == ("outreach.opinions.recorded", "3 ý kiến")


def test_a_conference_gives_its_unit_and_its_day(cast):
    forum = actions.hold_forum(unit=cast.other_cell, title="Lắng nghe", held_on=DAY, by=cast.committee)
    one = say(cast, forum=forum, by=cast.committee, received_on=dt.date(2020, 1, 1))[0]
    assert (one.unit, one.received_on) == (cast.other_cell, DAY)


def test_no_name_is_needed_and_the_history_never_holds_one(cast):
    one = say(cast, "Cán bộ một cửa chậm", given_by=NAME)[0]
    event = Event.objects.about(one).get()
    kept = f"{event.subject_label} {event.note} {event.before} {event.after}"
    assert NAME not in kept and "một cửa" not in kept
    with pytest.raises(BadInput, match="Chỉ ghi tên người góp ý khi ghi một ý kiến"):
        say(cast, "Một", "Hai", given_by=NAME)


def test_the_list_never_shows_a_name_and_the_page_only_to_who_receives(cast):
    one = say(cast, "Cán bộ một cửa chậm", given_by=NAME)[0]
    for who in ("secretary", "committee", "officer", "leader", "inspector"):
        assert NAME not in cast.client(who).get("/tuyen-truyen/y-kien/").content.decode()
    page = f"/tuyen-truyen/y-kien/{one.pk}/"
    assert NAME in cast.client("secretary").get(page).content.decode()
    assert NAME not in cast.client("inspector").get(page).content.decode()


def test_answered_then_resolved_each_once(cast):
    one = say(cast)[0]
    actions.answer_opinion(one, answer="Xã sẽ nạo vét.", on=DAY, by=cast.secretary)
    with pytest.raises(Conflict, match="vừa được người khác xử lý"):
        actions.answer_opinion(one, answer="Lần hai", on=DAY, by=cast.committee)
    with pytest.raises(BadInput, match="sớm hơn ngày tiếp nhận"):
        actions.resolve_opinion(one, outcome="Xong", on=dt.date(2026, 9, 1), by=cast.secretary)
    actions.resolve_opinion(one, outcome="Đã nạo vét 200 m cống.", on=cast.today, by=cast.secretary)
    assert one.status == "resolved" and one.answer == "Xã sẽ nạo vét."
    verbs = [event.verb for event in Event.objects.about(one)]
    assert verbs == ["outreach.opinions.recorded", "outreach.opinion.answered", "outreach.opinion.resolved"]


def test_what_is_settled_on_the_spot_needs_no_answer_before(cast):
    one = say(cast)[0]
    actions.resolve_opinion(one, outcome="Đã trả hồ sơ ngay.", on=DAY, by=cast.secretary)
    assert one.resolved_on == DAY and one.answered_on is None


def test_a_struck_out_opinion_is_not_answered(cast):
    one = say(cast)[0]
    actions.strike_out(one, reason="Ghi trùng", by=cast.secretary)
    with pytest.raises(Conflict):
        actions.answer_opinion(one, answer="…", on=DAY, by=cast.secretary)


def test_a_conference_with_opinions_is_not_struck_out(cast):
    forum = actions.hold_forum(unit=cast.cell, title="Lắng nghe", held_on=DAY, by=cast.secretary)
    one = say(cast, forum=forum)[0]
    with pytest.raises(Conflict, match="Gạch bỏ các dòng đó trước"):
        actions.strike_out(forum, reason="Nhầm", by=cast.secretary)
    actions.strike_out(one, reason="Nhầm", by=cast.secretary)
    actions.strike_out(forum, reason="Nhầm", by=cast.secretary)
    assert not Forum.objects.standing().exists()


def test_a_plain_member_reads_no_opinions(cast):
    say(cast)
    assert not CitizenOpinion.objects.visible_to(cast.member).exists()
    assert cast.client("member").get("/tuyen-truyen/y-kien/").status_code == 403
    with pytest.raises(NotAllowed):
        say(cast, by=cast.member)


def test_the_secretary_is_asked_to_answer_and_the_officer_above_is_not(cast):
    say(cast, "Một", "Hai")
    (task,) = items(cast.secretary)
    assert "2 ý kiến" in task.title and "01/10/2026" in task.note
    assert list(items(cast.officer)) == list(items(cast.inspector)) == []


def test_states_add_up_to_what_was_received(cast):
    said = say(cast, "Một", "Hai", "Ba", "Bốn", channel="survey")
    actions.answer_opinion(said[0], answer="Đã rõ", on=DAY, by=cast.secretary)
    actions.resolve_opinion(said[1], outcome="Xong", on=DAY, by=cast.secretary)
    actions.strike_out(said[2], reason="Trùng", by=cast.secretary)
    totals = opinion_totals(CitizenOpinion.objects.all())
    assert (totals.received, totals.waiting, totals.answered, totals.resolved) == (3, 1, 1, 1)
    assert (totals.direct, totals.survey) == (0, 3)


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=2, max_size=40).filter(
    lambda text: rules.NUMBERING.match(text) is None and text.strip("\ufeff")
)


@given(st.lists(LINES, min_size=1, max_size=30))
def test_every_line_becomes_one_opinion_in_order(lines):
    found = rules.opinions_in("\n\n".join(f"  {line} " for line in lines))
    assert len(found) == len(lines)


def test_numbers_and_dashes_in_front_of_a_line_are_not_part_of_it():
    assert rules.opinions_in("1. Đường ngập\n- Nước yếu\n2) 5 nhà mất điện\n5 nhà mất nước") == [
        "Đường ngập",
        "Nước yếu",
        "5 nhà mất điện",
        "5 nhà mất nước",
    ]


def test_too_many_or_too_long_is_said_with_the_place():
    with pytest.raises(BadInput, match="nhiều nhất 500"):
        rules.opinions_in("\n".join(["ý"] * 501))
    with pytest.raises(BadInput, match="Ý kiến thứ 2 dài quá"):
        rules.opinions_in("ngắn\n" + "d" * 2001)
    with pytest.raises(BadInput, match="Viết ít nhất một ý kiến"):
        rules.opinions_in(" \n ")


def test_what_was_answered_is_set_right_and_the_state_follows(cast):
    one = say(cast)[0]
    actions.answer_opinion(one, answer="Sẽ sửa", on=DAY, by=cast.secretary)
    actions.correct_opinion(one, outcome="Đã sửa xong", resolved_on=dt.date(2026, 11, 2), by=cast.secretary)
    one.refresh_from_db()
    assert one.status == "resolved"
    actions.correct_opinion(one, answer="", answered_on=None, outcome="", resolved_on=None, by=cast.secretary)
    one.refresh_from_db()
    assert one.status == "received"
    for event in Event.objects.filter(verb="outreach.citizenopinion.corrected"):
        assert not event.before and "Đã sửa" not in str(event.after)
    with pytest.raises(BadInput, match="nội dung thì chưa"):
        actions.correct_opinion(one, answered_on=DAY, by=cast.secretary)
    with pytest.raises(BadInput, match="Ghi ngày"):
        actions.correct_opinion(one, answer="Đã rõ", by=cast.secretary)
    forum = actions.hold_forum(unit=cast.cell, title="Lắng nghe", held_on=DAY, by=cast.secretary)
    at_the_forum = say(cast, forum=forum)[0]
    with pytest.raises(BadInput, match="hội nghị"):
        actions.correct_opinion(at_the_forum, received_on=dt.date(2026, 10, 2), by=cast.secretary)

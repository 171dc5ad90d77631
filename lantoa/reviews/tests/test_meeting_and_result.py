"""Read before the meeting, spoken of in turn, answered, rated by who may; a closed year stays as it is."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.meetings.rules import Held
from lantoa.registrations import queries as registrations
from lantoa.reviews import actions, queries, rules
from lantoa.reviews.models import ComparableGroup, Review, Terms
from lantoa.reviews.tests import stories
from lantoa.reviews.words import Place
from lantoa.shortcomings.models import Shortcoming

pytestmark = pytest.mark.django_db


def test_nothing_is_skipped(cast):
    period = stories.opened(cast)
    review = stories.of(period, cast.member)
    for act in (
        lambda: stories.heard(review, cast.secretary),
        lambda: actions.reply(review, by=cast.member, text="Tôi có ý kiến."),
        lambda: stories.rated(review, cast.committee),
        lambda: actions.rerate(review, by=cast.committee, rating="done", why="Sai", decision_number="1"),
        lambda: actions.complain(review, by=cast.member, text="Chưa đồng ý."),
        lambda: actions.close(period, by=cast.secretary),
    ):
        with pytest.raises(Conflict):
            act()
    review.refresh_from_db()
    assert review.is_writing and not review.hearings.exists()


def test_the_draft_is_read_three_working_days_before(cast):
    period = stories.shown(cast)  # shown on Monday the 16th
    with pytest.raises(BadInput, match="19/11/2026") as refused:
        stories.heard(
            stories.of(period, None), cast.secretary, meeting=Held(dt.date(2026, 11, 18), "12-BB/CB")
        )
    assert refused.value.field == "meeting"
    assert stories.heard(
        stories.of(period, None), cast.secretary, meeting=Held(dt.date(2026, 11, 19), "1")
    ).is_heard


def test_the_collective_comes_before_its_people_and_the_head_before_the_others(cast):
    period = stories.shown(cast)
    with pytest.raises(Conflict, match="tập thể"):
        stories.heard(stories.of(period, cast.member), cast.secretary)
    stories.heard(stories.of(period, None), cast.secretary)
    with pytest.raises(Conflict, match="người đứng đầu"):
        stories.heard(stories.of(period, cast.member), cast.secretary)
    with pytest.raises(NotAllowed):
        stories.heard(stories.of(period, cast.secretary), cast.secretary)
    stories.heard(stories.of(period, cast.secretary), cast.committee)
    assert stories.heard(stories.of(period, cast.member), cast.secretary).is_heard


def test_who_came_and_how_the_ballots_fell(cast):
    Terms.objects.update(quorum_percent=67)
    review = stories.of(stories.shown(cast), None)
    for ballot, box in (
        (rules.Ballot(None, 3), "due"),
        (rules.Ballot(3, 4), "present"),
        (rules.Ballot(3, 3, 4, 3), "issued"),
        (rules.Ballot(3, 3, 3, 4), "returned"),
        (rules.Ballot(3, 3, 3, 3, {"good": 4}), "returned"),
    ):
        with pytest.raises(BadInput) as refused:
            stories.heard(review, cast.secretary, ballot=ballot)
        assert refused.value.field == box
    with pytest.raises(Conflict, match="chưa đủ 67%"):
        stories.heard(review, cast.secretary, ballot=rules.Ballot(3, 2))
    votes = rules.Ballot(3, 3, 3, 3, {"excellent": 1, "good": 2})
    stories.heard(review, cast.secretary, ballot=votes)
    assert review.hearings.get().votes == [
        ("Hoàn thành xuất sắc nhiệm vụ", 1),
        ("Hoàn thành tốt nhiệm vụ", 2),
    ]


def test_a_leader_is_looked_at_in_the_cell_and_then_where_she_leads(cast):
    period = stories.shown(cast)
    stories.heard(stories.of(period, None), cast.secretary)
    review = stories.of(period, cast.secretary)
    body = {"place": Place.BODY, "body": "Đảng ủy xã An Phú"}
    with pytest.raises(BadInput, match="chi bộ trước"):
        stories.heard(review, cast.committee, **body)
    stories.heard(review, cast.committee)
    stories.heard(review, cast.committee, meeting=Held(dt.date(2026, 11, 25), "13-BB/ĐU"), **body)
    assert [one.body for one in review.hearings.order_by("pk")] == [
        "Chi bộ Trường THCS Hòa Bình",
        "Đảng ủy xã An Phú",
    ]


@pytest.mark.deep(slow=True)
def test_nobody_is_rated_before_she_could_answer(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    review = stories.of(period, cast.member)
    assert review.answer_by == dt.date(2026, 12, 2)  # five working days after the 25th
    with pytest.raises(Conflict, match="02/12/2026"):
        stories.rated(review, cast.committee, days=16)
    actions.reply(review, by=stories.later(cast.member), text=stories.REPLY)
    assert stories.rated(review, cast.committee, days=10).rating == "good"
    silent = stories.of(period, cast.colleague)
    actions.waive(silent, by=stories.later(cast.colleague))
    assert stories.rated(silent, cast.committee, days=10).is_decided
    page = cast.client("member").get(review.get_absolute_url()).content.decode()
    assert stories.REMARK in page and stories.REPLY in page and "Hoàn thành tốt nhiệm vụ" in page


def test_a_remark_that_is_mended_is_answered_anew(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    review = stories.of(period, cast.member)
    actions.reply(review, by=stories.later(cast.member), text=stories.REPLY)
    stories.heard(review, cast.secretary, remark="Nhận xét đã sửa.")
    assert not stories.of(period, cast.member).has_answered


def test_only_she_answers_and_only_who_is_competent_rates(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    review = stories.of(period, cast.member)
    with pytest.raises(NotAllowed):
        actions.reply(review, by=stories.later(cast.secretary), text="Thay lời.")
    for who in (cast.secretary, cast.leader, cast.other_secretary, cast.member):
        with pytest.raises(NotAllowed):
            stories.rated(review, who)


def test_a_finding_becomes_a_shortcoming_and_stands_in_next_years_form(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    one = actions.find(
        stories.of(period, cast.member),
        by=stories.later(cast.secretary),
        finding="Ba buổi liền chưa phát biểu.",
        deadline=dt.date(2027, 3, 31),
    )
    assert one == Shortcoming.objects.get(person=cast.member.person) and one.source == "review"
    assert one.meeting.held_on == stories.MEETS
    assert one in registrations.to_mend_for(stories.later(cast.member), cast.member.person, None)


@pytest.mark.deep(slow=True)
def test_a_closed_year_changes_by_nothing(cast):
    """By page, by a form opened before, by the system's own commands and by every act."""
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    review = stories.of(period, cast.member)
    client = cast.client("member")
    for one in Review.objects.filter(period=period):
        stories.rated(one, cast.committee)
    actions.close(period, by=stories.later(cast.committee, 30))
    before = list(Review.objects.filter(period=period).values())
    stale = client.post(f"/kiem-diem/{review.pk}/tra-loi/", {"text": "Sau khi khóa."})
    assert stale.status_code == 409
    assert client.get(f"/kiem-diem/{review.pk}/viet/").status_code == 409
    committee = cast.client("committee")
    answer = committee.post(
        f"/kiem-diem/{review.pk}/xep-loai-lai/", {"rating": "done", "why": "Sai", "decision_number": "9"}
    )
    assert answer.status_code == 409
    for act in (
        lambda: stories.written(review, cast.member),
        lambda: actions.submit(review, by=cast.member),
        lambda: actions.send_back(review, by=cast.system, why="Sửa"),
        lambda: stories.heard(review, cast.system),
        lambda: actions.waive(review, by=cast.member),
        lambda: stories.rated(review, cast.system),
        lambda: actions.rerate(review, by=cast.system, rating="done", why="Sai", decision_number="9"),
        lambda: actions.assign(review, by=cast.system, code="2C", turn=3),
        lambda: actions.excuse(review, by=cast.system, why="Ốm"),
        lambda: actions.show_drafts(period, by=cast.system),
        lambda: actions.add_person(period, cast.inspector.person, by=cast.system),
    ):
        with pytest.raises(Conflict):
            act()
    assert list(Review.objects.filter(period=period).values()) == before


@pytest.mark.deep(slow=True)
def test_two_persons_open_it_again(cast):
    period = stories.closed(cast)
    with pytest.raises(BadInput):
        actions.ask_to_reopen(period, by=cast.secretary, why=" ")
    actions.ask_to_reopen(period, by=cast.secretary, why="Ghi nhầm số phiếu.")
    for who in (cast.secretary, cast.inspector, cast.administrator, cast.other_secretary):
        with pytest.raises(NotAllowed):
            actions.answer_reopening(period, by=who, agrees=True)
    assert actions.answer_reopening(period, by=cast.committee, agrees=False).is_open is False
    actions.ask_to_reopen(period, by=cast.secretary, why="Ghi nhầm số phiếu.")
    assert actions.answer_reopening(period, by=cast.committee, agrees=True).is_open
    asked = period.reopenings.first()
    assert (asked.asked_by, asked.confirmed_by) == (cast.secretary.person, cast.committee.person)


@pytest.mark.deep(slow=True)
def test_a_complaint_goes_above_who_decided_and_a_rating_given_anew_keeps_the_first(cast):
    Terms.objects.update(complain_days=10, answer_days=20)
    period = stories.closed(cast)
    review = stories.of(period, cast.member)
    assert queries.may_complain(review, stories.later(cast.member, 32))
    complaint = actions.complain(review, by=stories.later(cast.member, 32), text="Chưa tính hai chuyên đề.")
    assert not queries.may_complain(review, stories.later(cast.member, 33))
    assert complaint.sent_to == cast.province and complaint.answer_by == dt.date(2027, 1, 18)
    with pytest.raises(NotAllowed):
        actions.answer_complaint(complaint, by=cast.committee, answer="Giữ.", is_upheld=False)
    leader = stories.later(cast.leader, 40)
    actions.answer_complaint(complaint, by=leader, answer="Có căn cứ.", is_upheld=True)
    with pytest.raises(Conflict, match="khóa"):
        actions.rerate(review, by=cast.committee, rating="done", why="Thẩm tra lại.", decision_number="16")
    actions.ask_to_reopen(period, by=cast.secretary, why="Khiếu nại có căn cứ.")
    actions.answer_reopening(period, by=cast.committee, agrees=True)
    later = stories.later(cast.committee, 45)
    actions.rerate(review, by=later, rating="done", why="Thẩm tra lại.", decision_number="16-QĐ/ĐU")
    again = review.reratings.get()
    assert (again.was, again.rating, stories.of(period, cast.member).rating) == ("good", "done", "done")


@pytest.mark.deep(slow=True)
def test_it_is_complained_of_within_its_days(cast):
    Terms.objects.update(complain_days=10)
    review = stories.of(stories.closed(cast), cast.member)
    with pytest.raises(Conflict, match="10 ngày làm việc"):
        actions.complain(review, by=stories.later(cast.member, 60), text="Chưa đồng ý.")


@pytest.mark.deep(slow=True)
def test_a_rating_given_anew_is_complained_of_within_days_of_its_own_and_not_answered_by_who_gave_it(cast):
    Terms.objects.update(complain_days=10)
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    review = stories.rated(stories.of(period, cast.member), cast.committee)
    anew = stories.later(cast.committee, 60)
    actions.rerate(review, by=anew, rating="done", why="Thẩm tra lại.", decision_number="16-QĐ/ĐU")
    complaint = actions.complain(review, by=stories.later(cast.member, 62), text="Chưa đồng ý mức mới.")
    assert queries.answers(complaint, cast.leader)
    review.reratings.update(decided_by=cast.leader.person)
    assert not queries.answers(complaint, cast.leader)


def test_who_is_rated_stays_in_the_group_in_which_she_was_counted(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    review = stories.of(period, cast.member)
    same = {"by": cast.secretary, "code": review.template.code, "turn": review.turn}
    actions.assign(review, group="Giáo viên", **same)
    stories.rated(review, cast.committee)
    with pytest.raises(Conflict, match="không đổi nhóm"):
        actions.assign(review, group="", **same)
    assert actions.assign(review, group="Giáo viên", **same).group.name == "Giáo viên"


@pytest.mark.deep(slow=True)
def test_terms_under_which_a_period_was_opened_stay_as_they_were(cast):
    terms = stories.closed(cast).terms
    said = {"by": cast.leader, "reading": terms.reading, "draft_days": 9, "reply_days": terms.reply_days}
    with pytest.raises(BadInput, match="Chọn ngày khác") as refused:
        actions.set_terms(starts=terms.starts, **said)
    assert refused.value.field == "starts"
    actions.set_terms(starts=cast.today, **said)
    assert Terms.objects.get(pk=terms.pk).draft_days == terms.draft_days


@pytest.mark.deep(slow=True)
def test_who_stands_in_for_her_judges_nothing_of_hers(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    review = stories.of(period, cast.member)
    later = stories.later(cast.committee, 30)
    deputy = replace(later, stands_for=cast.member.person.pk)
    assert not queries.to_decide(deputy).filter(pk=review.pk) and queries.to_decide(later).filter(
        pk=review.pk
    )
    assert not queries.conducts(review, replace(cast.secretary, stands_for=cast.member.person.pk))
    with pytest.raises(NotAllowed):
        actions.decide(review, by=deputy, rating="good")
    stories.rated(review, cast.committee)
    complaint = actions.complain(review, by=stories.later(cast.member, 32), text="Chưa đồng ý.")
    assert not queries.answers(complaint, replace(cast.leader, stands_for=cast.committee.person.pk))


def test_two_persons_open_it_again_and_a_deputy_is_not_the_second(cast):
    period = stories.closed(cast)
    actions.ask_to_reopen(period, by=cast.secretary, why="Ghi nhầm mức.")
    with pytest.raises(NotAllowed):
        deputy = replace(cast.committee, stands_for=cast.secretary.person.pk)
        actions.answer_reopening(period, by=deputy, agrees=True)


def test_a_committee_below_another_does_not_rate_itself(cast):
    with pytest.raises(BadInput, match="Tập thể do cấp trên xếp loại") as refused:
        stories.opened(cast, decided_by=cast.cell)
    assert refused.value.field == "decided_by"
    assert stories.opened(cast, decided_by=cast.cell, with_collective=False).reviews.count() == 3


def test_nobody_chooses_her_own_turn_and_a_decider_two_levels_up_writes_down_what_is_to_be_mended(cast):
    period = stories.opened(cast, with_collective=False, decided_by=cast.province)
    hers = stories.sent(period, cast.secretary)
    actions.show_drafts(period, by=cast.secretary)
    said = {"code": hers.template.code, "turn": hers.turn, "group": "Bí thư chi bộ"}
    with pytest.raises(NotAllowed):
        actions.assign(hers, by=cast.secretary, **said)
    assert actions.assign(hers, by=cast.leader, **said).group.unit == cast.province
    stories.heard(hers, cast.leader)
    days = {"deadline": dt.date(2027, 3, 31), "finding": "Họp chi bộ ba lần chậm giờ."}
    found = actions.find(hers, by=stories.later(cast.leader), **days)
    assert (found.person, found.kept_by) == (cast.secretary.person, cast.commune)


def test_the_groups_of_a_body_are_counted_in_one_question(cast, django_assert_num_queries):
    for name in ("Bí thư", "Giáo viên", "Nhân viên"):
        ComparableGroup.objects.create(unit=cast.commune, year=2026, name=name)
    with django_assert_num_queries(1):
        found = list(queries.groups_of(cast.committee))
    assert [one.most for one in queries.ceilings_of(found, queries.terms_on(cast.today))] == [0] * 3


def test_each_who_opens_it_is_known_to_her_and_to_nobody_else(cast):
    period = stories.opened(cast)
    review = stories.sent(period, cast.member)
    page = review.get_absolute_url()
    assert cast.client("secretary").get(page).status_code == 200
    hers = cast.client("member").get(page).content.decode()
    assert "Nguyễn Thị Lan" in hers and "Ai đã mở" in hers
    assert "Ai đã mở" not in cast.client("secretary").get(page).content.decode()
    assert queries.trail_of(review) and not [
        one for one in queries.trail_of(review) if one.verb == queries.OPENED
    ]


@pytest.mark.deep(slow=True)
def test_the_members_of_the_cell_read_the_draft_only_where_it_was_said_and_never_marks(cast):
    period = stories.shown(cast, members_read=True)
    page = cast.client("colleague").get(stories.of(period, cast.member).get_absolute_url()).content.decode()
    assert stories.WORDS in page and ">88<" not in page and "Mức đề xuất" not in page
    quiet = stories.shown(cast, kind="quarter")
    assert cast.client("colleague").get(stories.of(quiet, cast.member).get_absolute_url()).status_code == 404

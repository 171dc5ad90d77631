"""A member looks back: her records stand there, the words are hers, nobody reads them before she sends."""

import datetime as dt

import pytest

from lantoa.adoptions import actions as adoptions
from lantoa.breakthroughs.tests import stories as breakthroughs
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.meetings import actions as meetings
from lantoa.meetings.rules import Absence
from lantoa.practices.tests import stories as practised
from lantoa.registrations import actions as registrations
from lantoa.registrations.tests import papers
from lantoa.reviews import actions, compose, queries, rules
from lantoa.reviews.models import Review
from lantoa.reviews.tests import stories
from lantoa.shortcomings.tests import stories as shortcomings

pytestmark = pytest.mark.django_db


def lines(review, by):
    return {line.source.partition(":")[0]: line for part in compose.parts(review, by) for line in part.lines}


def test_everybody_of_the_cell_has_a_paper_in_the_only_order_there_is(cast):
    period = stories.opened(cast)
    found = Review.objects.filter(period=period).in_turn().select_related("person", "template")
    assert [(one.person and one.person.full_name, one.template.code) for one in found] == [
        (None, "01"),
        ("Nguyễn Thị Lan", "2A"),
        ("Đỗ Thị Hương", "2B"),
        ("Bùi Văn Thắng", "2B"),
    ]
    assert period.decided_by == cast.commune


def test_the_same_time_is_not_looked_at_twice(cast):
    stories.opened(cast)
    with pytest.raises(BadInput, match="đã mở đợt"):
        stories.opened(cast)


def test_a_meeting_is_planned_three_working_days_after_the_papers_are_in(cast):
    with pytest.raises(BadInput, match="26/11/2026") as refused:
        stories.opened(cast, meets_on=dt.date(2026, 11, 25))  # by Friday 20th; the 24th is off
    assert refused.value.field == "meets_on"
    assert stories.opened(cast, meets_on=dt.date(2026, 11, 26)).pk


def test_who_leads_another_cell_opens_nothing_here(cast):
    with pytest.raises(NotAllowed):
        stories.opened(cast, by=cast.other_secretary, unit=cast.cell)
    with pytest.raises(NotAllowed):
        stories.opened(cast, by=cast.inspector)


def test_the_year_stands_there_line_by_line_beside_its_record(cast):
    one = papers.approved(cast.member, cast.secretary, year=2027)
    registrations.record_progress(
        one.tasks.get(), by=cast.member, text="Giúp 12 cụ", value=12, on=dt.date(2026, 11, 10)
    )
    for month, absent in ((9, []), (10, [Absence(cast.member.person.pk, reason="ốm")])):
        meetings.record_meeting(
            unit=cast.cell, kind="regular", held_on=dt.date(2026, month, 3), by=cast.secretary, absent=absent
        )
    shortcomings.of_member(cast)
    period = stories.opened(cast)
    Review.objects.filter(period=period).update()
    period.ends = dt.date(2028, 1, 1)  # the stories register for 2027
    period.save()
    found = lines(stories.of(period, cast.member), cast.member)
    assert found["registrations.task"].text.endswith("đã làm 12 trên 30 người.")
    assert found["registrations.task"].url == one.get_absolute_url()
    assert found["meetings.attended"].text == "Dự 1 trên 2 buổi sinh hoạt; vắng 03/10/2026, có lý do."
    assert found["shortcomings.shortcoming"].said == shortcomings.FINDING
    stranger = lines(stories.of(period, cast.member), cast.far_secretary)
    assert not {"registrations.task", "shortcomings.shortcoming"} & set(stranger), (
        "only what one may read oneself"
    )


def test_practices_thought_out_here_and_taken_over_stand_in_the_paper_of_the_collective(cast):
    own = practised.running(cast)
    taken = adoptions.adopt(own, by=cast.other_secretary, on=dt.date(2026, 5, 3)).practice
    ours = stories.of(stories.opened(cast), None)
    line = lines(ours, cast.secretary)["practices.practice"]
    assert line.url == own.get_absolute_url() and line.text == f"{own.name}: chưa ghi kết quả."
    theirs = stories.of(stories.opened(cast, by=cast.other_secretary, unit=cast.other_cell), None)
    line = lines(theirs, cast.other_secretary)["practices.practice"]
    assert line.url == taken.get_absolute_url() and line.label.endswith(f"vận dụng từ: {own.name}")
    assert "practices.practice" not in lines(ours, cast.protector), (
        "who may read no practices is offered none"
    )


def test_what_a_collective_breaks_through_stands_there_for_who_may_read_it(cast):
    breakthroughs.approved(
        breakthroughs.sent(breakthroughs.of_the_cell(cast), cast.secretary), cast.committee
    )
    ours = stories.of(stories.opened(cast), None)
    assert "breakthroughs.breakthrough" in lines(ours, cast.secretary)
    assert "breakthroughs.breakthrough" not in lines(ours, cast.far_secretary)


def test_what_nobody_recorded_is_not_said_to_be_nothing(cast):
    meetings.record_meeting(
        unit=cast.cell, kind="regular", held_on=dt.date(2026, 9, 3), by=cast.secretary, absent=None
    )
    assert lines(stories.of(stories.opened(cast), cast.member), cast.member) == {}


def test_the_words_are_hers_and_the_record_stays_beside_them(cast):
    shortcomings.of_member(cast)
    review = stories.of(stories.opened(cast), cast.member)
    part = next(one for one in compose.parts(review, cast.member) if one.section.number == "II")
    (line,) = part.lines
    said = rules.Line(part.section.pk, "Trả lời đơn còn chậm, lỗi ở tôi.", line.source)
    actions.save(review, by=cast.member, lines=[said], marks=rules.Marks())
    kept = review.statements.get()
    assert (kept.text, kept.source_text) == ("Trả lời đơn còn chậm, lỗi ở tôi.", shortcomings.FINDING)
    assert kept.source_url == f"/han-che/{line.source.rpartition(':')[2]}/"
    # Left empty it is left out, and is not offered as new again.
    actions.save(
        review, by=cast.member, lines=[rules.Line(part.section.pk, "", line.source)], marks=rules.Marks()
    )
    part = next(one for one in compose.parts(review, cast.member) if one.section.number == "II")
    assert [(one.text, one.is_new) for one in part.lines] == [("", False)]


def test_a_record_of_somebody_else_is_not_taken_in(cast):
    review = stories.of(stories.opened(cast), cast.member)
    section = review.template.sections.first()
    line = rules.Line(section.pk, "Việc của người khác", "registrations.task:1")
    actions.save(review, by=cast.member, lines=[line], marks=rules.Marks())
    assert not review.statements.exists()


def test_it_is_sent_when_what_the_paper_asks_for_is_written(cast):
    review = stories.of(stories.opened(cast), cast.member)
    with pytest.raises(BadInput, match="I.1"):
        actions.submit(review, by=cast.member)
    stories.written(review, cast.member, marks=rules.Marks())
    with pytest.raises(BadInput, match="mức tự đề xuất"):
        actions.submit(review, by=cast.member)
    actions.submit(stories.written(review, cast.member), by=cast.member)
    with pytest.raises(Conflict):
        stories.written(review, cast.member)


def test_marks_are_added_up_by_who_writes_them(cast):
    review = stories.of(stories.opened(cast), cast.member)
    with pytest.raises(BadInput, match="chưa khớp"):
        stories.written(review, cast.member, marks=rules.Marks(27, 61, 90, "good"))
    with pytest.raises(BadInput, match="từ 0 đến 30"):
        stories.written(review, cast.member, marks=rules.Marks(31, 61, 92, "good"))
    with pytest.raises(BadInput, match="đủ ba số"):
        stories.written(review, cast.member, marks=rules.Marks(27, None, None, "good"))
    mark = stories.written(review, cast.member).marks.get()
    assert (mark.given_by, mark.total) == ("Đỗ Thị Hương", 88) and "43-HD/BTCTW" in mark.rule


def test_nobody_reads_what_is_being_written(cast):
    cast.account("member")
    review = stories.written(stories.of(stories.opened(cast), cast.member), cast.member)
    for who in ("secretary", "colleague", "committee", "leader", "inspector", "administrator"):
        assert not Review.objects.visible_to(getattr(cast, who)).filter(pk=review.pk).exists(), who
    actions.submit(review, by=cast.member)
    assert Review.objects.visible_to(cast.secretary).filter(pk=review.pk).exists()


def test_for_who_cannot_sign_in_somebody_of_the_cell_writes_it_down(cast):
    review = stories.of(stories.opened(cast), cast.member)
    assert queries.writes(review, cast.secretary) and not queries.writes(review, cast.other_secretary)
    stories.written(review, cast.secretary)
    cast.account("member")
    assert not queries.writes(review, cast.secretary)


def test_it_is_taken_back_until_it_goes_round(cast):
    period = stories.opened(cast)
    review = stories.sent(period, cast.member)
    assert actions.take_back(review, by=cast.member).is_writing
    actions.submit(review, by=cast.member)
    actions.send_back(review, by=cast.secretary, why="Mục II chưa nêu nguyên nhân.")
    assert stories.of(period, cast.member).returned_why == "Mục II chưa nêu nguyên nhân."
    actions.submit(review, by=cast.member)
    actions.show_drafts(period, by=cast.secretary)
    with pytest.raises(Conflict):
        actions.take_back(stories.of(period, cast.member), by=cast.member)


def test_what_she_is_asked_to_explain_stands_in_her_paper(cast):
    review = stories.of(stories.opened(cast), cast.member)
    actions.prompt(review, by=cast.secretary, text="Vì sao ba đơn chậm?")
    part = next(one for one in compose.parts(review, cast.member) if one.section.number == "IV")
    assert [line.said for line in part.lines] == ["Vì sao ba đơn chậm?"]
    with pytest.raises(NotAllowed):
        actions.prompt(review, by=cast.colleague, text="Vì sao?")

"""What falls due is told to who has to do it: quarters, plans, questions, opinions, thematic meetings."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions import late as of_adoptions
from lantoa.breakthroughs import actions as breakthroughs
from lantoa.breakthroughs import late as of_breakthroughs
from lantoa.breakthroughs.tests import stories
from lantoa.foundation.late import Due
from lantoa.meetings import late as of_meetings
from lantoa.meetings.models import Meeting
from lantoa.messages import actions as messages
from lantoa.messages.models import Message
from lantoa.messages.tests.test_reminding import at
from lantoa.outreach import late as of_outreach
from lantoa.outreach.models import CitizenOpinion
from lantoa.people.models import Membership
from lantoa.practices.tests.stories import running
from lantoa.programme import late as of_programme
from lantoa.programme.models import Plan, PlanTask
from lantoa.registrations import late as of_registrations
from lantoa.registrations.models import RegistrationYear
from lantoa.registrations.tests import papers

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def told(found, cast) -> list[tuple[str, str]]:
    """(who, what) of what falls due; the names of the cast."""
    names = {one.person.pk: name for name, one in vars(cast).items() if getattr(one, "person", None)}
    return sorted((names.get(one.person_id, "?"), one.title) for one in found)


def on(door, day: dt.date, today: dt.date) -> list[Due]:
    """What falls due on that very day."""
    found = list(door.due(day, day, today))
    assert not list(door.due(day + DAY, day + DAY, today)) and not list(door.due(day - DAY, day - DAY, today))
    return found


def test_a_quarter_is_asked_of_the_head_who_undertook_it_until_it_is_written_down(cast):
    one = stories.approved(stories.sent(stories.of_the_head(cast), cast.committee), cast.leader)
    until = dt.date(2027, 1, 10)
    said = "ghi kết quả quý IV/2026 của nội dung đột phá"
    assert told(on(of_breakthroughs, until, cast.today), cast) == [("committee", said)]
    later = stories.on_day(cast.committee, dt.date(2026, 12, 28))
    breakthroughs.report_quarter(one, by=later, year=2026, quarter=4, result="Còn 18 hồ sơ", state="on_track")
    assert not list(of_breakthroughs.due(until, until, cast.today))


def test_a_quarter_is_asked_though_that_of_another_year_and_another_of_this_year_are_told(cast):
    one = stories.approved(stories.sent(stories.of_the_head(cast), cast.committee), cast.leader)
    for year, quarter in ((2025, 4), (2026, 1)):
        one.reports.create(
            year=year, quarter=quarter, result="Đã làm", state="on_track", reported_on=cast.today
        )
    assert on(of_breakthroughs, dt.date(2027, 1, 10), cast.today)


def test_a_quarter_of_a_collective_is_asked_of_who_writes_for_it(cast):
    stories.approved(stories.sent(stories.of_the_cell(cast), cast.secretary), cast.committee)
    found = on(of_breakthroughs, dt.date(2026, 10, 10), cast.today)
    assert [who for who, _what in told(found, cast)] == ["secretary"] and found[0].is_of_unit


def test_what_was_taken_over_is_asked_after_half_a_year_with_a_fortnight_to_answer(cast):
    taken = adoptions.adopt(running(cast), by=cast.other_secretary, on=dt.date(2026, 5, 2))
    until = dt.date(2026, 11, 16)
    said = "trả lời còn duy trì mô hình đã vận dụng hay không"
    assert told(on(of_adoptions, until, cast.today), cast) == [("other_secretary", said)]
    next_year = dt.date(2030, 5, 16)
    assert on(of_adoptions, next_year, next_year)[0].key == f"adoption:{taken.pk}"
    adoptions.answer_checkup(taken, by=cast.other_secretary, alive=True, text="Giữ nếp")
    assert not list(of_adoptions.due(until, until, cast.today))


def test_a_line_of_an_issued_plan_is_told_to_who_does_the_work_of_its_unit(cast):
    plan = Plan.objects.create(
        unit=cast.cell, title="Kế hoạch năm", starts=dt.date(2026, 1, 1), ends=dt.date(2027, 1, 1)
    )
    line = PlanTask.objects.create(plan=plan, position=1, content="Sơ kết", due=dt.date(2026, 11, 25))
    assert not list(of_programme.due(line.due, line.due, cast.today)), "nobody has decided it"
    Plan.objects.filter(pk=plan.pk).update(
        status=Plan.Status.ISSUED, number="01-KH/CB", issued_on=dt.date(2026, 1, 9)
    )
    assert told(on(of_programme, line.due, cast.today), cast) == [("secretary", "một việc trong kế hoạch")]
    PlanTask.objects.update(done_on=cast.today)
    assert not list(of_programme.due(line.due, line.due, cast.today))


def opinion(cast, **more) -> CitizenOpinion:
    until = dt.date(2026, 11, 30)
    kept = {"unit": cast.commune, "received_on": cast.today, "text": "Đường thôn ngập", "due_on": until}
    return CitizenOpinion.objects.create(**kept, forwarded_on=cast.today, **more)


def test_an_opinion_is_told_to_who_has_to_answer_it(cast):
    opinion(cast, forwarded_to=cast.cell)
    until = dt.date(2026, 11, 30)
    assert told(on(of_outreach, until, cast.today), cast) == [("secretary", "trả lời ý kiến nhân dân")]


def test_an_opinion_that_left_the_tree_is_told_to_who_passed_it_on(cast):
    opinion(cast, forwarded_to_body="Công ty cấp nước")
    [(who, what)] = told(on(of_outreach, dt.date(2026, 11, 30), cast.today), cast)
    assert who == "committee" and what == "hỏi lại nơi nhận ý kiến nhân dân"


def test_a_quarter_without_a_thematic_meeting_is_told_to_the_secretary(cast):
    def asked() -> list[int]:
        found = of_meetings.due(dt.date(2026, 12, 31), dt.date(2026, 12, 31), dt.date(2026, 12, 20))
        return [one.person_id for one in found if one.key.startswith("thematic:")]

    before = asked()
    assert cast.secretary.person.pk in before and cast.member.person.pk not in before
    held = {"unit": cast.cell, "held_on": dt.date(2026, 11, 3), "kind": "thematic", "topic": "Nêu gương"}
    Meeting.objects.create(**held)
    assert set(before) - set(asked()) == {cast.secretary.person.pk}


def test_where_nobody_opened_the_year_its_usual_day_is_asked_and_else_the_one_that_was_named(cast):
    usual, today = dt.date(2027, 1, 31), dt.date(2027, 1, 20)
    papers.submitted(cast.colleague, year=2027)
    asked = on(of_registrations, usual, today)
    titles = dict(told(asked, cast))
    assert titles["member"] == "đăng ký học tập, thực hành năm 2027" and "colleague" not in titles
    named = {"opens_on": dt.date(2026, 12, 1), "deadline": dt.date(2027, 2, 10)}
    RegistrationYear.objects.create(unit=cast.province, year=2027, opened_by=cast.officer.person, **named)
    assert not list(of_registrations.due(usual, usual, today))
    assert len(on(of_registrations, named["deadline"], today)) == len(asked)


def test_who_came_after_the_day_of_her_own_unit_is_asked_by_nobody(cast):
    Membership.objects.filter(person=cast.member.person).update(starts=dt.date(2026, 11, 21))
    opened = {"year": 2026, "opens_on": dt.date(2026, 1, 5)}
    RegistrationYear.objects.create(unit=cast.commune, deadline=dt.date(2026, 11, 20), **opened)
    RegistrationYear.objects.create(unit=cast.province, deadline=dt.date(2026, 11, 28), **opened)
    asked = {one.person_id for one in on(of_registrations, dt.date(2026, 11, 20), dt.date(2026, 11, 23))}
    later = {one.person_id for one in on(of_registrations, dt.date(2026, 11, 28), dt.date(2026, 11, 23))}
    assert cast.colleague.person.pk in asked and cast.member.person.pk not in asked | later
    assert later, "the other commune has only the province's day"


def test_once_overdue_a_thing_of_a_unit_is_told_once_to_who_answers_for_it_as_its_own(cast):
    cast.account("secretary")
    opinion(cast, forwarded_to=cast.cell)
    messages.remind(at("2026-12-01 08:00"))
    reminders = Message.objects.filter(person=cast.secretary.person, verb="reminder.sent")
    lines = [one.title + one.note for one in reminders]
    assert len(lines) == 1 and lines[0].count("trả lời ý kiến nhân dân") == 1
    assert "Đồng chí" not in lines[0]

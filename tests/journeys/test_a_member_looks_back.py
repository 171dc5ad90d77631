"""One member and one head of a unit through a year: their records stand there, they answer, what was found is theirs
to mend, and what they did well is commended at two levels.
"""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from lantoa.commendations import actions as commend
from lantoa.commendations.models import Commendation
from lantoa.commendations.tests import stories as commendations
from lantoa.meetings import actions as meetings
from lantoa.meetings.rules import Held
from lantoa.registrations import actions as registrations
from lantoa.registrations import queries as registered
from lantoa.registrations.tests import papers
from lantoa.reviews import actions, compose
from lantoa.reviews.tests import stories
from lantoa.shortcomings import actions as shortcomings

pytestmark = pytest.mark.django_db


def on(who, day, month=12, year=2026):
    """The same post on another day."""
    return who.as_of(dt.date(year, month, day))


def lines(review, by):
    return [line.text for part in compose.parts(review, by) for line in part.lines]


def test_from_the_quarter_to_next_years_undertaking(cast):
    undertaken = papers.approved(cast.member, cast.secretary, year=2026)
    task = undertaken.tasks.get()
    registrations.record_progress(
        task, by=cast.member, value=Decimal(21), text="21 cụ", on=dt.date(2026, 9, 12)
    )
    meetings.record_meeting(unit=cast.cell, kind="regular", held_on=dt.date(2026, 9, 3), by=cast.secretary)

    # The third quarter: two lines stand there, she proposes a level and sends.
    quarter = stories.opened(cast, "quarter", with_collective=False, decided_by=cast.commune)
    mine = stories.of(quarter, cast.member)
    assert any(text.endswith("đã làm 21 trên 30 người.") for text in lines(mine, cast.member))
    for who in (cast.secretary, cast.member, cast.colleague):
        stories.sent(quarter, who)
    actions.show_drafts(quarter, by=cast.secretary)
    stories.heard(stories.of(quarter, cast.secretary), cast.committee)
    stories.heard(mine, cast.secretary)
    found = actions.find(
        stories.of(quarter, cast.member),
        by=stories.later(cast.secretary),
        finding="Ba buổi liền chưa phát biểu.",
        deadline=dt.date(2026, 12, 31),
    )

    # The year: what the quarter found stands in it, and how far it has been mended is hers to say.
    secretary, member = on(cast.secretary, 1), on(cast.member, 1)
    year = stories.opened(cast, by=secretary, send_by=dt.date(2026, 12, 4))
    hers = stories.of(year, cast.member)
    assert "Ba buổi liền chưa phát biểu." in lines(hers, member)
    stories.sent(year, None, by=secretary)
    for who in (cast.secretary, cast.member, cast.colleague):
        stories.sent(year, on(who, 1))
    actions.show_drafts(year, by=on(cast.secretary, 4))
    held = {
        "meeting": Held(dt.date(2026, 12, 12), "14-BB/CB"),
        "ballot": replace(stories.BALLOT, issued=3, returned=3),
    }
    for review, by in ((None, secretary), (cast.secretary, cast.committee), (cast.member, secretary)):
        actions.hear(stories.of(year, review), by=on(by, 12), remark=stories.REMARK, **held)
    actions.reply(stories.of(year, cast.member), by=on(cast.member, 14), text=stories.REPLY)
    done = actions.decide(stories.of(year, cast.member), by=on(cast.committee, 16), rating="good")
    assert (done.rating, done.reply) == ("good", stories.REPLY)

    # Next year's undertaking shows what is still open, until somebody else has seen that it is mended.
    january = on(cast.member, 5, 1, 2027)
    assert found in registered.to_mend_for(january, cast.member.person, None)
    shortcomings.report_mended(found, by=january, done="Phát biểu ở ba buổi.", mended_on=january.on)
    shortcomings.verify(found, by=on(cast.secretary, 6, 1, 2027))
    assert found not in registered.to_mend_for(on(cast.member, 7, 1, 2027), cast.member.person, None)


def test_a_head_tells_the_level_above_is_rated_there_and_is_commended_at_two_levels(cast):
    # She undertakes something for the year, tells the level above of it, and is looked at by who rates her.
    papers.approved(cast.secretary, cast.committee, year=2026)
    told = actions.send_head(
        actions.save_head(by=cast.secretary, year=2026, key_tasks="Bỏ năm sổ trùng.", exemplary="Dự giờ."),
        by=cast.secretary,
    )
    actions.speak_of_head(told, by=cast.committee, text="Làm tiếp với sổ điểm.")
    quarter = stories.opened(cast, "quarter", with_collective=False, decided_by=cast.commune)
    hers = stories.sent(quarter, cast.secretary)
    actions.show_drafts(quarter, by=cast.secretary)
    stories.heard(hers, cast.committee)
    days = {"deadline": dt.date(2026, 12, 20), "finding": "Họp chi bộ hai lần chậm giờ."}
    found = actions.find(hers, by=stories.later(cast.committee), **days)

    # What the quarter found she mends; the committee, not she, sees that it is mended.
    mended = on(cast.secretary, 10)
    shortcomings.report_mended(found, by=mended, done="Ba buổi đúng giờ.", mended_on=mended.on)
    shortcomings.verify(found, by=on(cast.committee, 11))
    late = actions.find(
        hers, by=on(cast.committee, 11), finding="Chậm trả lời phụ huynh.", deadline=dt.date(2027, 3, 1)
    )

    # The year: the mended one stands there as mended; she answers and is rated by the level above.
    secretary, committee = on(cast.secretary, 12), on(cast.committee, 12)
    year = stories.opened(cast, by=secretary, send_by=dt.date(2026, 12, 14), with_collective=False)
    offered = {
        line.text: line.mended
        for part in compose.parts(stories.of(year, cast.secretary), secretary)
        for line in part.lines
    }
    assert offered["Họp chi bộ hai lần chậm giờ: Ba buổi đúng giờ."] == "done"
    stories.sent(year, on(cast.secretary, 14))
    actions.show_drafts(year, by=on(cast.secretary, 14))
    actions.hear(
        stories.of(year, cast.secretary),
        by=on(committee, 20),
        remark=stories.REMARK,
        meeting=Held(dt.date(2026, 12, 20), "14-BB/ĐU"),
        ballot=stories.BALLOT,
    )
    actions.reply(stories.of(year, cast.secretary), by=on(cast.secretary, 21), text=stories.REPLY)
    rated = actions.decide(stories.of(year, cast.secretary), by=on(committee, 22), rating="good")
    assert (rated.rating, rated.reply) == ("good", stories.REPLY)

    # The cell proposes her; the commune commends her and asks the province, which commends her as well: once a level.
    proposal = commendations.submitted(cast, person=cast.secretary.person)
    said = {"number": "20-QĐ/ĐU", "decided_on": commendations.DECIDED}
    commend.decide(proposal, by=cast.committee, **said)
    rung = commendations.appraised(commendations.climbed(cast, proposal), cast.officer)
    commend.decide(rung, by=cast.leader, number="88-QĐ/TU", decided_on=commendations.DECIDED)
    hers = Commendation.objects.standing().filter(person=cast.secretary.person)
    assert sorted(hers.values_list("level", flat=True)) == ["grassroots", "province"]

    # Next year's form shows what was left open, and only that.
    january = on(cast.secretary, 5, 1, 2027)
    assert list(registered.to_mend_for(january, cast.secretary.person, None)) == [late]

"""One member through a quarter and a year: her records stand there, she answers, what was found is hers to mend."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

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

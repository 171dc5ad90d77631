"""Whoever has not the right, or does not reach the unit, records nothing: asked of every act, not only of its page."""

from __future__ import annotations

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.outreach import actions
from lantoa.outreach.models import Article, CitizenOpinion, Forum, Work


@pytest.fixture
def things(cast):
    """One thing of each kind, of the cell."""
    by, day = {"unit": cast.cell, "by": cast.secretary}, cast.today
    return {
        "work": actions.record_work(kind=Work.Kind.values[0], name="Nhà văn hóa thôn", **by),
        "forum": actions.hold_forum(title="Hội nghị đối thoại", held_on=day, **by),
        "opinion": actions.receive_opinions(["Đường thôn lầy lội khi mưa."], received_on=day, **by)[0],
        "column": actions.record_article(
            kind=Article.Kind.COLUMN, title="Việc hay", outlet="Bản tin xã", published_on=day, **by
        ),
    }


ACTS = {
    "launch_campaign": lambda c, t, by: actions.launch_campaign(
        name="Vì trẻ em", unit=c.cell, starts=c.today, by=by
    ),
    "record_work": lambda c, t, by: actions.record_work(
        unit=c.cell, kind=Work.Kind.values[0], name="Cầu", by=by
    ),
    "hand_over": lambda c, t, by: actions.hand_over(t["work"], on=c.today, by=by),
    "hold_forum": lambda c, t, by: actions.hold_forum(unit=c.cell, title="Họp dân", held_on=c.today, by=by),
    "receive_opinions": lambda c, t, by: actions.receive_opinions(
        ["Nước sạch."], unit=c.cell, received_on=c.today, by=by
    ),
    "answer_opinion": lambda c, t, by: actions.answer_opinion(
        t["opinion"], answer="Đã rõ.", on=c.today, by=by
    ),
    "resolve_opinion": lambda c, t, by: actions.resolve_opinion(
        t["opinion"], outcome="Đã sửa.", on=c.today, by=by
    ),
    "forward_opinion": lambda c, t, by: actions.forward_opinion(t["opinion"], on=c.today, body="Sở", by=by),
    "record_article": lambda c, t, by: actions.record_article(
        unit=c.cell, kind=Article.Kind.values[0], title="Tin", outlet="Báo", published_on=c.today, by=by
    ),
    "end_column": lambda c, t, by: actions.end_column(t["column"], on=c.today, by=by),
    "strike_out": lambda c, t, by: actions.strike_out(t["forum"], reason="Ghi nhầm.", by=by),
}


@pytest.mark.parametrize("act", ACTS)
def test_nobody_records_without_the_right_or_out_of_reach(cast, things, act):
    before = [list(table.objects.values()) for table in (Work, Forum, CitizenOpinion, Article)]
    for by in (cast.inspector, cast.member, cast.other_secretary, cast.far_secretary):
        with pytest.raises(NotAllowed):
            ACTS[act](cast, things, by)
    assert before == [list(table.objects.values()) for table in (Work, Forum, CitizenOpinion, Article)]


def test_who_did_not_answer_does_not_write_whether_people_are_content(cast, things):
    answered = actions.answer_opinion(things["opinion"], answer="Đã rõ.", on=cast.today, by=cast.secretary)
    for by in (cast.inspector, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.record_satisfaction(
                answered,
                satisfaction=CitizenOpinion.Satisfaction.values[0],
                on=cast.today,
                how="gọi điện",
                by=by,
            )

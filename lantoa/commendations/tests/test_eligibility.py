"""What a level asks stands beside what is found; it helps people to decide and decides nothing."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.breakthroughs import actions as undertaking
from lantoa.breakthroughs.tests import stories as breakthroughs
from lantoa.commendations import actions, merits, printing, queries, rules
from lantoa.commendations.models import EligibilityRule
from lantoa.commendations.tests.stories import individual, proposed, recorded, rule_of, submitted
from lantoa.commendations.tests.test_the_dossier import files_of
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.tests.forms import Form
from lantoa.practices import actions as practised
from lantoa.practices.tests import stories as practices
from lantoa.registrations import actions as registering
from lantoa.registrations.tests import papers
from lantoa.reviews.models import Terms
from lantoa.reviews.queries import readers_of
from lantoa.reviews.tests import stories as reviews


def asked_of(proposal, actor):
    (one,) = queries.fulfilment_of(proposal, actor)
    return one.asked


def test_a_stated_paper_and_a_decision_found_stand_each_at_its_year(cast):
    rule_of(cast, conditions={"rated": 2, "awarded_cell": 1})
    proposal = submitted(cast)
    rated, awarded = asked_of(proposal, cast.committee)
    assert rated.missing == (2026, 2025) and awarded.missing == (2026,)
    actions.state_year(proposal, merit="rated", year=2025, paper="Thông báo số 3-TB/ĐU", by=cast.secretary)
    praise = recorded(
        cast,
        individual(cast.cell, cast.member.person),
        by=cast.secretary,
        level="cell",
        form="praise",
        unit=cast.cell,
        number="01-BB/CB",
    )
    rated, awarded = asked_of(proposal, cast.committee)
    assert rated.years[1].year == 2025 and rated.years[1].shown[0].label == "Thông báo số 3-TB/ĐU"
    assert rated.missing == (2026,) and not rated.is_met
    assert awarded.is_met and awarded.years[0].shown[0].url == praise.get_absolute_url()


def test_a_rating_is_shown_beside_its_review_to_who_may_read_that_and_she_knows_of_it(cast):
    period = reviews.shown(cast)
    reviews.all_heard(cast, period)
    review = reviews.of(period, cast.member)
    Terms.objects.update(ceiling_percent=None)
    reviews.rated(review, cast.committee, "excellent")
    rule_of(cast, conditions={"rated": 1})
    proposal = submitted(cast)
    (asked,) = asked_of(proposal, cast.committee)
    assert asked.is_met and asked.years[0].shown[0].url == review.get_absolute_url()
    (elsewhere,) = asked_of(proposal, cast.officer)
    assert not elsewhere.is_met
    assert (
        review.get_absolute_url()
        in cast.client("committee").get(proposal.get_absolute_url()).content.decode()
    )
    assert [one.name for one in readers_of(review, cast.member)] == [cast.committee.person.full_name]
    papers = files_of(printing.dossier([proposal], cast.committee)).values()
    assert not [line for lines in papers for line in lines if "Kiểm điểm năm" in line]


def test_a_record_one_may_not_read_shows_her_no_year(cast):
    paper = papers.remarked(
        papers.approved(cast.member, cast.secretary, year=2026), cast.member, cast.secretary
    )
    registering.close(paper, by=replace(cast.secretary, on=dt.date(2026, 11, 24)))
    practice = practices.running(cast)
    recorded(cast, individual(cast.cell, cast.member.person))
    said = {"level": "grassroots", "decision_number": "7-QĐ", "decided_on": cast.today}
    practised.recognise(practice, by=cast.committee, **said)
    undertaken = breakthroughs.approved(
        breakthroughs.sent(breakthroughs.of_the_cell(cast), cast.secretary), cast.committee
    )
    undertaking.assess_year(undertaken, year=2026, result="done", by=cast.committee)
    hers, of_the_cell = proposed(cast), proposed(cast, subject="collective")
    for proposal, merit in (
        (hers, "completed"),
        (hers, "awarded_province"),
        (of_the_cell, "practice"),
        (of_the_cell, "breakthrough"),
    ):
        assert merits.shown_by_records(merit, proposal, cast.secretary), merit
        assert not merits.shown_by_records(merit, proposal, cast.administrator), merit


def test_what_is_missing_stops_nobody(cast):
    rule_of(cast)
    proposal = submitted(cast)
    assert not queries.fulfilment_of(proposal, cast.committee)[0].is_met
    actions.decide(proposal, number="20-QĐ/ĐU", decided_on=cast.today, by=cast.committee)
    proposal.refresh_from_db()
    assert proposal.status == "decided"


def test_a_rule_speaks_of_its_own_form_level_and_time(cast):
    rule_of(cast, form="praise")
    rule_of(cast, subject="collective")
    rule_of(cast, starts=dt.date(2024, 1, 1), ends=dt.date(2026, 1, 1))
    assert queries.fulfilment_of(proposed(cast), cast.secretary) == []


def test_only_the_office_at_the_top_keeps_the_rules(cast):
    for other in (cast.secretary, cast.committee, cast.inspector, cast.member, cast.administrator):
        with pytest.raises(NotAllowed):
            rule_of(cast, by=other)
    rule = rule_of(cast)
    with pytest.raises(BadInput):
        rule_of(cast)
    with pytest.raises(BadInput, match="ít nhất một điều kiện"):
        rule_of(cast, conditions={"rated": None}, name="Không có gì")
    changed = rule_of(cast, rule=rule, conditions={"rated": 5}, ends=dt.date(2027, 1, 1))
    assert [one.years for one in changed.conditions.all()] == [5]


def test_the_known_guidance_is_taken_once(cast):
    assert actions.take_ready_rules(by=cast.leader) == 3
    with pytest.raises(NotAllowed):
        actions.take_ready_rules(by=cast.committee)
    assert EligibilityRule.objects.filter(basis__contains="06-HD/TW").count() == 3
    with pytest.raises(Conflict):
        actions.take_ready_rules(by=cast.leader)


def test_a_year_to_come_shows_nothing_and_a_slip_is_taken_out(cast):
    proposal = submitted(cast)
    with pytest.raises(BadInput) as refused:
        actions.state_year(proposal, merit="rated", year=2027, paper="x", by=cast.secretary)
    assert refused.value.field == "year"
    stated = actions.state_year(proposal, merit="rated", year=2025, paper="x", by=cast.secretary)
    actions.unstate_year(stated, proposal=proposal, by=cast.secretary)
    assert queries.stated_years(proposal) == []


def test_who_considers_it_does_not_write_its_evidence(cast):
    proposal = submitted(cast)
    with pytest.raises(NotAllowed, match="không nêu căn cứ thay"):
        actions.state_year(proposal, merit="rated", year=2025, paper="x", by=cast.committee)
    assert "nêu căn cứ" not in cast.client("committee").get(proposal.get_absolute_url()).content.decode()


def test_whom_it_is_about_reads_what_was_stated(cast):
    proposal = submitted(cast)
    actions.state_year(proposal, merit="rated", year=2025, paper="Thông báo số 3-TB/ĐU", by=cast.secretary)
    assert "Thông báo số 3-TB/ĐU" in cast.client("member").get("/khen-thuong/cua-toi/").content.decode()


def test_the_office_writes_a_rule_and_the_proposal_shows_it(cast):
    client = cast.client("officer")
    answer = Form(client, "/khen-thuong/tieu-chuan/them/").send(
        name="Giấy khen hằng năm",
        subject="individual",
        level="grassroots",
        form="certificate",
        starts="01/01/2026",
        years_rated="1",
        years_completed="1",
    )
    assert answer.status_code == 302
    proposal = submitted(cast)
    page = cast.client("secretary").get(proposal.get_absolute_url()).content.decode()
    assert "Giấy khen hằng năm" in page and "còn năm chưa thấy" in page and "nêu căn cứ" in page
    client = cast.client("secretary")
    typed = {"merit": "rated", "year": "2026", "paper": "Thông báo số 4-TB/ĐU"}
    assert Form(client, f"{proposal.get_absolute_url()}can-cu/").send(**typed).status_code == 302
    assert "Thông báo số 4-TB/ĐU" in client.get(proposal.get_absolute_url()).content.decode()


@given(st.sets(st.integers(2000, 2026)), st.integers(1, 20))
def test_a_row_ends_this_year_or_the_year_before_and_shows_what_it_shows(shown, asked):
    row = rules.row_of_years(shown, asked, 2026)
    assert len(row.years) == asked and row.years[0] in (2026, 2025)
    assert set(row.missing) == set(row.years) - shown
    assert row.is_whole == (set(row.years) <= shown)

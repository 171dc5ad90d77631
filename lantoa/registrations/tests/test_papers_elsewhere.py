"""A paper of another cell is not there to be read or written; without the right to judge none of one's own cell is."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.people import actors
from lantoa.people.models import Membership, Post
from lantoa.registrations import actions, queries
from lantoa.registrations.agenda import brings
from lantoa.registrations.models import Progress, Registration
from lantoa.registrations.tests import access, papers
from lantoa.shortcomings.tests import stories as shortcomings
from tests.cast import LONG_AGO, person

pytestmark = pytest.mark.django_db

NOTHING = {"sent": Registration.objects.none(), "missing": Membership.objects.none()}


def only_viewing(actor):
    """The same post in a role that views papers and judges none."""
    return replace(actor, permissions=frozenset({"registrations.view", "registrations.write"}))


def test_no_address_finds_a_paper_or_a_line_of_another_cell(cast):
    access.prepare(cast)
    things, typed = cast.things, access._typed_line(cast)
    addresses = {
        "confirm": things["behalf"].pk,
        "assess": things["done"].pk,
        "correct": things["line"].pk,
        "household": access._family(cast)[0],
    }
    acts = {
        "behalf_send": things["begun"].pk,
        "withdraw": things["behalf"].pk,
        "give_code": things["behalf"].pk,
        "forget_pin": access._with_a_pin(cast)[0],
        "ask_for_slip": things["behalf"].pk,
        "take_back": typed[0],
    }
    client = cast.client("far_secretary")
    for name, pk in addresses.items():
        assert client.get(reverse(f"registrations:{name}", args=[pk])).status_code == 404, name
    for name, pk in acts.items():
        assert client.post(reverse(f"registrations:{name}", args=[pk])).status_code == 404, name
    assert Progress.objects.visible_to(cast.secretary).exists()
    assert not Progress.objects.visible_to(cast.far_secretary).exists()


def test_a_list_tells_what_was_taken_back_and_which_years_there_are_only_in_reach(cast):
    typed = papers.entered(replace(cast.secretary, on=dt.date(2025, 3, 1)), cast.member.person, year=2025)
    actions.withdraw(papers.entered(cast.secretary, cast.colleague.person), by=cast.colleague)
    address = reverse("registrations:index")
    for who, found in (("secretary", 1), ("far_secretary", 0)):
        page = cast.client(who).get(address, {"nam": papers.YEAR, "loc": "da-rut"})
        assert page.context["page"].paginator.count == found
        years = queries.numbers_above(getattr(cast, who), **NOTHING).years
        assert (typed.year in years) is bool(found)


def test_the_meeting_is_brought_nothing_of_a_cell_that_one_does_not_read(cast):
    one = papers.approved(cast.member, cast.secretary, year=2026)
    actions.record_progress(one.tasks.get(), by=cast.member, on=cast.today, text="Giúp 12 cụ.")
    brought = [list(brings(cast.cell, who, cast.today)) for who in (cast.secretary, cast.far_secretary)]
    assert brought[0] and not brought[1]


def test_the_panel_of_the_silent_names_those_of_ones_own_cell(cast):
    early = [replace(who, on=dt.date(2026, 1, 10)) for who in (cast.member, cast.secretary)]
    sent = papers.submitted(early[0], year=2026)
    actions.approve(sent, by=early[1], meeting_on=dt.date(2026, 1, 10), minutes_number="1-BB/CB")
    pages = [cast.client(who).get(reverse("registrations:silent")) for who in ("secretary", "committee")]
    assert [len(page.context["rows"]) for page in pages] == [1, 0]


def test_what_waits_for_a_remark_waits_where_it_was_sent(cast):
    papers.assessed(papers.approved(cast.member, cast.secretary, year=2026), cast.member)
    waiting = [queries.waiting_for_remark(who).exists() for who in (cast.secretary, cast.committee)]
    assert waiting == [True, False]


def test_what_nobody_below_judges_may_wait_above_and_not_in_another_commune(cast):
    papers.submitted(cast.member)
    held = Post.objects.create(
        person=person("Vàng A Páo", None), unit=cast.far, role="committee", reach="subtree", starts=LONG_AGO
    )
    Post.objects.filter(person=cast.secretary.person).update(ends=cast.today)
    above, elsewhere = cast.committee, actors.as_post(held, cast.today)
    assert [queries.may_wait_for(who).exists() for who in (above, elsewhere)] == [True, False]


def test_what_is_to_be_mended_is_offered_to_who_reads_it(cast):
    one = shortcomings.of_member(cast)
    whose = cast.member.person, None
    assert queries.to_mend_for(cast.secretary, *whose).get() == one
    assert not queries.to_mend_for(cast.far_secretary, *whose).exists()


def test_who_views_and_does_not_judge_writes_for_nobody_and_is_waited_for_by_nobody(cast):
    typed, viewing = papers.entered(cast.secretary, cast.colleague.person), only_viewing(cast.secretary)
    papers.submitted(cast.member)
    for asks in (
        lambda by: queries.may_wait_for(by).exists(),
        lambda by: queries.numbers_above(by, **NOTHING).to_judge > 0,
        lambda by: queries.neighbours(by).exists(),
        lambda by: queries.enters_for(typed, by),
        lambda by: queries.records_for(typed, by),
    ):
        assert asks(cast.secretary) and not asks(viewing)


def test_a_draft_for_another_and_one_of_the_unit_are_read_by_who_judges_there(cast):
    own = actions.start_draft(by=cast.secretary, year=papers.YEAR, collective=True)
    typed = actions.start_draft(by=cast.secretary, year=papers.YEAR, person=cast.colleague.person)
    assert {own, typed} <= set(Registration.objects.visible_to(cast.secretary))
    assert not Registration.objects.visible_to(only_viewing(cast.secretary)).exists()

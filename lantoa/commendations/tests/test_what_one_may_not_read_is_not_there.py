"""What one may not read is not there: no page, no choice, no line, no number tells of it."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.commendations import actions, queries, todo
from lantoa.commendations.models import Proposal, Thanks
from lantoa.commendations.pages.subjects import subjects_in
from lantoa.commendations.tests.stories import (
    climbed,
    collective,
    individual,
    proposed,
    recorded,
    submitted,
)
from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.practices.tests import stories as practices
from lantoa.registrations.tests import papers
from tests.cast import LONG_AGO, person

pytestmark = pytest.mark.django_db


def post_in(cast, name, unit, role):
    """One more of the cast, who signs in under `name`."""
    held = Post.objects.create(
        person=person("Vàng A Páo", None), unit=unit, role=role, reach="subtree", starts=LONG_AGO
    )
    setattr(cast, name, actors.as_post(held, cast.today))
    return cast.client(name)


def occasion_of(cast, unit, name):
    return actions.open_occasion(name=name, unit=unit, held_on=dt.date(2026, 11, 20), by=cast.leader)


def page(client, name, *args, **asked):
    return client.get(reverse(f"commendations:{name}", args=args), asked).content.decode()


def test_a_proposal_of_another_cell_is_not_there_to_open_change_or_send(cast):
    one = proposed(cast)
    stated = actions.state_year(one, merit="rated", year=2025, paper="Thông báo số 3", by=cast.secretary)
    stranger = cast.client("far_secretary")
    assert stranger.get(reverse("commendations:state_years", args=[one.pk])).status_code == 404
    for act, *rest in (("vote",), ("submit",), ("discard",), ("unstate_year", stated.pk)):
        address = reverse(f"commendations:{act}", args=[one.pk, *rest])
        assert stranger.post(address).status_code == 404, act
    committee = post_in(cast, "far_committee", cast.far, "committee")
    assert committee.post(reverse("commendations:approve", args=[one.pk])).status_code == 404
    assert Proposal.objects.get().status == "draft"


def test_a_commendation_elsewhere_is_not_there_to_strike_out_or_to_make_public(cast):
    one = recorded(cast, individual(cast.cell, cast.member.person)).commendations.get()
    committee = post_in(cast, "far_committee", cast.far, "committee")
    assert committee.get(reverse("commendations:strike_out", args=[one.pk])).status_code == 404
    for act in ("consent", "agree"):
        address = reverse(f"commendations:{act}", args=[one.pk])
        assert cast.client("colleague").post(address, {"agree": "1"}).status_code == 404


def test_an_occasion_of_another_cell_is_neither_opened_nor_offered(cast):
    ours, theirs = (
        occasion_of(cast, unit, f"Đợt của {name}")
        for unit, name in ((cast.cell, "trường"), (cast.far_cell, "bản"))
    )
    client = cast.client("secretary")
    assert client.get(reverse("commendations:occasion", args=[theirs.pk])).status_code == 404
    for name in ("index", "proposal_new"):
        told = page(client, name)
        assert ours.name in told and theirs.name not in told


def test_lists_tell_only_what_lies_in_reach(cast):
    held = occasion_of(cast, cast.province, "Sơ kết 2 năm")
    recorded(cast, individual(cast.far_cell, name="Giàng A Páo"), occasion=held)
    submitted(cast)
    near, far = cast.client("secretary"), cast.client("far_secretary")
    assert "Giàng A Páo" in page(far, "index") and "Giàng A Páo" not in page(near, "index")
    assert "15-QĐ/TU" in page(far, "occasion", held.pk)
    assert "15-QĐ/TU" not in page(near, "occasion", held.pk)
    assert "Đỗ Thị Hương" in page(near, "proposals") and "Đỗ Thị Hương" not in page(far, "proposals")


def test_the_balance_counts_what_lies_in_reach(cast):
    recorded(cast, individual(cast.far_cell, name="Giàng A Páo"), individual(cast.cell, cast.member.person))
    of_the_commune, of_the_province = (queries.balance_of(who, 3) for who in (cast.committee, cast.leader))
    for group in ("leaders", "others"):
        assert getattr(of_the_commune, group).people < getattr(of_the_province, group).people
    assert (of_the_commune.only_named.occurrences, of_the_province.only_named.occurrences) == (0, 1)


def test_what_was_made_public_is_read_in_its_own_province(cast):
    one = recorded(cast, individual(cast.cell, cast.member.person)).commendations.get()
    actions.give_consent(one, by=cast.member)
    elsewhere = cast.another_province()
    assert "Đỗ Thị Hương" in page(cast.client("far_secretary"), "honours")
    assert "Đỗ Thị Hương" not in page(post_in(cast, "elsewhere", elsewhere, "leader"), "honours")


def test_beside_a_name_stands_only_what_the_reader_may_read_of_her(cast):
    papers.approved(cast.member, cast.secretary, year=2026)
    recorded(cast, individual(cast.cell, cast.member.person))
    one = proposed(cast)
    known = queries.record_of(cast.member.person.pk, cast.secretary)
    assert known.papers and known.awards and queries.awards_before([one], cast.secretary)[one.pk]
    nobody = cast.administrator
    unknown = queries.record_of(cast.member.person.pk, nobody)
    assert (unknown.papers, unknown.awards) == ((), ())
    assert queries.awards_before([one], nobody) == {one.pk: []}


def test_only_who_decides_in_the_body_asked_judges_and_only_who_appraises_there_is_asked_to(cast):
    below = submitted(cast)
    in_the_commune = {"unit": cast.commune}
    assert queries.judges(cast.committee, below)
    assert not queries.judges(replace(cast.officer, **in_the_commune), below)
    up = climbed(cast, below)
    assert Proposal.objects.to_appraise(cast.officer).get() == up
    for nobody in (cast.inspector, replace(cast.officer, **in_the_commune)):
        assert not Proposal.objects.to_appraise(nobody).exists()


def test_what_came_back_is_mended_by_who_wrote_it_and_thanks_are_answered_by_who_proposes(cast):
    one = submitted(cast)
    actions.return_for_changes(one, reason="Bổ sung", by=cast.committee)
    assert list(todo.items(cast.secretary)) and not list(todo.items(cast.far_secretary))
    thanks = actions.thank(practices.registered(cast), words="Cảm ơn các đồng chí.", by=cast.far_secretary)
    assert Thanks.objects.received_by(cast.secretary).get() == thanks
    inspecting = replace(cast.inspector, unit=cast.cell, reach="unit")
    assert not Thanks.objects.received_by(inspecting).exists()


def test_a_register_of_papers_is_read_in_reach(cast):
    decision = recorded(cast, collective(cast.cell))
    decision.document_id = 1
    assert queries.may_read_register(cast.leader, decision)
    assert not queries.may_read_register(cast.committee, decision)


def test_who_holds_a_post_here_and_lives_in_a_cell_elsewhere_is_commended_here(cast):
    chair = person("Nông Văn Tám", cast.far_cell)
    Post.objects.create(person=chair, unit=cast.commune, role="committee", reach="unit", starts=LONG_AGO)
    told = {"subject": "individual", "unit": cast.commune, "by": cast.committee}
    (here, home) = subjects_in("Nông Văn Tám\nĐỗ Thị Hương", **told)
    assert (here.person, here.unit, home.unit) == (chair, cast.commune, cast.cell)

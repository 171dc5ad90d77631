"""Occurrences and different ones, nominations apart, what is merged apart; every number opens."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.commendations import actions
from lantoa.commendations.actions import Commended
from lantoa.commendations.measures import MEASURES
from lantoa.commendations.models import Commendation, Decision
from lantoa.commendations.queries import totals
from lantoa.commendations.tests.stories import (
    DECIDED,
    appraised,
    climbed,
    collective,
    individual,
    recorded,
    submitted,
    vote,
)
from lantoa.documents.models import Document
from lantoa.figures.children import by_child
from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import Conflict
from tests.examples import examples

YEAR = Period.year(2026)
UP = {"proposed_form": "diploma", "proposed_level": "province"}


def count(code, unit, period=YEAR, split=None):
    return figure(f"commendations.{code}", unit=unit, period=period, split=split).exact


def test_commended_twice_is_two_occurrences_and_one_person(cast):
    for number in ("1-QĐ/TU", "2-QĐ/TU"):
        recorded(
            cast,
            individual(cast.cell, cast.member.person),
            collective(cast.cell),
            collective(cast.cell, "Tổ Toán"),
            number=number,
        )
    assert (count("individuals", cast.province), count("distinct_people", cast.province)) == (2, 1)
    assert (count("collectives", cast.province), count("distinct_collectives", cast.province)) == (4, 2)
    assert count("collectives", cast.far) == 0


def test_what_the_source_merges_is_in_neither_number(cast):
    merged = Commended("unsplit", cast.province, name="Nguồn chỉ ghi gộp")
    said = {"level": "prime_minister", "form": "diploma", "unit": None, "body": "Thủ tướng Chính phủ"}
    recorded(cast, merged, merged, merged, **said)
    assert (
        figure("commendations.prime_minister", unit=cast.province, period=YEAR).show() == "3 tập thể, cá nhân"
    )
    assert count("prime_minister", cast.province, split=("subject", "unsplit")) == 3
    assert count("unsplit", cast.province) == 3
    assert count("collectives", cast.province) == count("individuals", cast.province) == 0


def test_a_certificate_of_the_prime_minister_that_is_split_is_an_occurrence_too(cast):
    said = {"level": "prime_minister", "form": "diploma", "unit": None, "body": "Thủ tướng Chính phủ"}
    recorded(cast, collective(cast.cell), **said)
    assert count("prime_minister", cast.province) == count("collectives", cast.province) == 1


def test_a_nomination_is_never_an_award(cast):
    proposal = submitted(cast)
    assert count("individuals", cast.province) == 0
    actions.decide(proposal, number="1-QĐ/ĐU", decided_on=DECIDED, by=cast.committee)
    assert count("individuals", cast.province) == 1
    assert count("individuals", cast.province, split=("level", "grassroots")) == 1
    assert count("individuals", cast.province, split=("party", "member")) == 1


def test_only_what_left_the_grassroots_is_nominated_above_and_once_however_high_it_climbs(cast):
    below = submitted(cast)
    assert count("proposed_individuals", cast.province) == 0
    rung = actions.send_up(below, vote=vote(), by=cast.committee, **UP)
    assert count("proposed_individuals", cast.province) == count("proposed_individuals", cast.cell) == 1
    top = actions.send_up(
        rung, proposed_form="diploma", proposed_level="prime_minister", vote=vote(), by=cast.leader
    )
    assert count("proposed_individuals", cast.province) == 1
    for level in ("province", "prime_minister"):
        assert count("proposed_individuals", cast.province, split=("level", level)) == 1
    actions.decide(top, number="9/QĐ-TTg", decided_on=DECIDED, body="Thủ tướng Chính phủ", by=cast.leader)
    assert count("proposed_individuals", cast.province) == 0
    assert count("individuals", cast.province) == 1


def test_commended_at_two_levels_it_counts_once_at_each_and_she_is_one_person(cast):
    below = submitted(cast)
    actions.decide(below, number="20-QĐ/ĐU", decided_on=DECIDED, by=cast.committee)
    rung = climbed(cast, below)
    below.refresh_from_db()
    assert (below.status, rung.climbs_from) == ("decided", below)
    assert count("proposed_individuals", cast.province) == count("proposed_people", cast.province) == 1
    with pytest.raises(Conflict):
        climbed(cast, below)
    actions.decide(appraised(rung, cast.officer), number="88-QĐ/TU", decided_on=DECIDED, by=cast.leader)
    for level in ("grassroots", "province"):
        assert count("individuals", cast.province, split=("level", level)) == 1
        assert count("distinct_people", cast.province, split=("level", level)) == 1
    assert count("individuals", cast.province) == 2 and count("distinct_people", cast.province) == 1
    assert count("proposed_individuals", cast.province) == 0


def test_proposed_twice_she_is_two_proposals_and_one_person(cast):
    for _ in range(2):
        climbed(cast, submitted(cast))
    climbed(cast, submitted(cast, person=None, subject_name="Ông Lù A Sinh"))
    assert count("proposed_individuals", cast.province) == 3
    assert count("proposed_people", cast.province) == 2


def test_the_past_still_says_what_was_pending_then(cast):
    own = submitted(cast, by=cast.committee, subject="collective", unit=cast.commune, **UP)
    own.submitted_on = dt.date(2026, 3, 1)
    own.save()
    appraised(own, cast.officer)
    actions.decide(own, number="1-QĐ/TU", decided_on=DECIDED, by=cast.leader)
    assert count("proposed_collectives", cast.province, Period.parse("2026-H1")) == 1
    assert count("proposed_collectives", cast.province, Period.year(2025)) == 0
    assert count("proposed_collectives", cast.province) == 0


def test_what_was_sent_back_or_declined_is_not_pending(cast):
    sent = [
        submitted(cast, by=cast.committee, subject="collective", unit=u, **UP)
        for u in (cast.cell, cast.other_cell)
    ]
    assert count("proposed_collectives", cast.province) == 2
    actions.return_for_changes(sent[0], reason="Bổ sung", by=cast.leader)
    actions.decline(sent[1], reason="Chưa đủ", by=cast.leader)
    assert count("proposed_collectives", cast.province) == 0


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.code)
def test_every_number_opens_its_list(cast, measure):
    recorded(cast, individual(cast.cell, cast.member.person), collective(cast.cell))
    submitted(cast)
    page = cast.client("officer").get(f"/so-lieu/{measure.code}/?ky=2026")
    assert page.status_code == 200 and "Cách tính" in page.content.decode()


SUBJECTS = st.lists(
    st.tuples(st.sampled_from(["cell", "other_cell", "far_cell"]), st.sampled_from(["", "Tổ A", "Tổ B"])),
    min_size=1,
    max_size=6,
    unique=True,
)


@settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(SUBJECTS, min_size=1, max_size=4))
def test_occurrences_add_up_over_units_and_different_ones_never_exceed_them(cast, decisions):
    Commendation.objects.all().delete()
    Decision.objects.all().delete()
    Document.objects.all().delete()
    for number, subjects in enumerate(decisions):
        recorded(
            cast,
            *[collective(getattr(cast, place), name) for place, name in subjects],
            *[individual(getattr(cast, place), name=name) for place, name in subjects if name],
            number=f"{number}-QĐ/TU",
        )
    found = totals(Commendation.objects.all())
    assert found.collectives == count("collectives", cast.province) == sum(map(len, decisions))
    assert found.distinct_collectives == len({one for subjects in decisions for one in subjects})
    assert found.distinct_people <= found.individuals and found.distinct_collectives <= found.collectives
    parts = by_child("commendations.collectives", unit=cast.province, period=YEAR)
    assert sum(part.exact for _place, part in parts.children) == found.collectives
    by_level = next(m for m in MEASURES if m.code == "commendations.collectives").splits["level"].parts
    assert (
        sum(count("collectives", cast.province, split=("level", level)) for level in by_level)
        == found.collectives
    )
    assert not Commendation.objects.exclude(level="province").exists()

"""Case T77: what a number tells of one person of a small unit is nothing that only her own paper tells.

Numbers are counted for small units too, for reports ask for them and a number has to open (docs/decisions/0020). So
what is counted, and by what it may be split, is kept to what is no judgement of anybody.
"""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.figures.catalogue import catalogue
from lantoa.shortcomings.tests import stories
from lantoa.supervision import rules as signs
from lantoa.supervision.models import Discipline
from tests.security.test_fields import text_of

# By what the papers of persons may be split: what they are, not what came of the person.
OF_PERSONS = {
    "axis", "donor", "field", "form", "in", "kind", "level", "movement", "movement_level", "origin", "party", "source",
    "subject", "unit_kind", "whose",
}  # fmt: skip
# Prizes are printed in the newspaper.
PUBLIC = {"outreach.prizes_won": {"award"}}


def _of_persons():
    """(code, measure, model) of each number whose records name a person."""
    for code, measure in catalogue().items():
        if measure.records is not None:
            model = measure.records(dt.date(2026, 11, 16)).model
            if "person" in {field.name for field in model._meta.get_fields()}:
                yield code, measure, model


@pytest.mark.django_db
def test_no_number_about_persons_is_split_by_what_came_of_them():
    found = {
        code: set(one.splits) - OF_PERSONS - PUBLIC.get(code, set()) for code, one, _model in _of_persons()
    }
    assert len(found) > 30
    assert {code: names for code, names in found.items() if names} == {}


@pytest.mark.django_db
def test_neither_ratings_nor_disciplines_are_a_number():
    assert Discipline not in {model for _code, _measure, model in _of_persons()}
    told = {
        code
        for code in catalogue()
        if any(word in code for word in ("rating", "rated", "discipline", "mark"))
    }
    assert told == set()


@pytest.mark.parametrize("who", ["committee", "officer", "leader", "inspector"])
def test_a_number_of_one_opens_without_a_name_for_who_may_not_read_the_person(cast, who):
    """A cell of four in which one was found to fall short: the levels above read that it is one, not who."""
    stories.of_member(cast)
    address = reverse("figures:records", args=["shortcomings.persons_found"])
    for more in ({}, {"xuat": "xlsx"}):
        answer = cast.client(who).get(address, {"don-vi": cast.cell.code, "ky": "2026"} | more)
        assert answer.status_code == 200
        said = text_of(answer)
        assert cast.member.person.full_name not in said and stories.FINDING not in said


def test_of_fewer_than_five_papers_no_sign_stands_beside_a_unit():
    whole = signs.Counted(1000, 100)
    assert signs.noteworthy("no_number", signs.Counted(4, 4), whole) is None
    assert signs.noteworthy("no_number", signs.Counted(5, 5), whole) is not None

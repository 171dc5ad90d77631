"""A province's lists are read from an index of names and counted in parts: what they show is what the plain question
finds, row for row."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from lantoa.foundation import clock
from lantoa.foundation.paging import MOST_IN_PARTS, Pages
from lantoa.organisation import actions as organisation
from lantoa.people.models import Membership, Person
from lantoa.registrations.models import Registration
from lantoa.registrations.pages import listing
from lantoa.registrations.pages.listing import MISSING, Asked
from lantoa.registrations.queries import numbers_above
from tests.cast import LONG_AGO, person

YEAR = 2027
NAMES = ("Lò Văn An", "Lò Văn Ân", "Bế Thị Cúc", "Đèo Văn Dũng", "Lò Văn An")
WITHOUT_A_PERSON = ("collective", "household", "household")


def world(cast, seed: int):
    """Papers of every kind and state, of people and units that stand, have ended, have moved or lie elsewhere; returns
    who may ask for them."""
    dice = random.Random(seed)
    elsewhere = cast.leader_elsewhere()
    told = {"kind": "party", "on": LONG_AGO, "by": cast.system}
    commune = organisation.found(name="Đảng bộ xã Ba Chẽ", parent=elsewhere.unit, level="grassroots", **told)
    cell = organisation.found(name="Chi bộ thôn Khe Sâu", parent=commune, level="cell", **told)
    units = [cast.province, cast.commune, cast.cell, cast.other_cell, cast.far, cast.far_cell]
    units += [elsewhere.unit, commune, cell]
    actors = [cast.officer, cast.leader, cast.inspector, cast.administrator, elsewhere, cast.committee]
    people = [person(dice.choice(NAMES), dice.choice([*units, None])) for _ in range(40)]
    people += [one.person for one in actors]
    # Some belong to the province's own unit today: their papers follow them.
    for one in dice.sample(people, 4):
        Membership.objects.filter(person=one).update(unit=dice.choice([cast.province, elsewhere.unit]))
    for n, one in enumerate(people):
        _paper(dice, n, units, person=one, unit=dice.choice(units), subject="individual")
    for n, unit in enumerate(units, 100):
        _paper(dice, n, units, unit=unit, subject="collective")
    for n in range(200, 216):
        _paper(dice, n, units, unit=dice.choice(units), subject="household", household=f"Bàn Văn {n}")
    # One more that its owner took back, beside the one that stands.
    for n, one in enumerate(people[:5], 300):
        _paper(dice, n, units, "withdrawn", person=one, unit=dice.choice(units), subject="individual")
    organisation.merge([cast.other_cell], into=cast.far_cell, on=cast.today, by=cast.system)
    organisation.move(commune, parent=cast.province, on=cast.today, by=cast.system)
    return [replace(one, standing=None, path=None) for one in actors]


def _paper(dice, n, units, status="", **of) -> None:
    status = status or dice.choice(["draft", "submitted", "submitted", "approved", "approved", "returned"])
    sent = {
        "code": f"ĐK-{n}", "registered_on": LONG_AGO, "submitted_at": clock.now(), "sent_to": dice.choice(units),
    }  # fmt: skip
    more = {
        "draft": {},
        "returned": {"returned_at": clock.now(), "return_reasons": ["unclear"]},
        "approved": {
            "approved_by": Person.objects.create(full_name="Người Duyệt"), "approved_at": clock.now(),
            "meeting_on": LONG_AGO, "minutes_number": "1",
        },
    }  # fmt: skip
    found = {**(sent if status != "draft" else {}), **more.get(status, {})}
    Registration.objects.create(year=YEAR, status=status, **of, **found)


def read_whole(pages: Pages) -> list[int]:
    """The keys of every row, page after page, each beginning after the last row of the one before."""
    page, found = pages.page(1), []
    while page is not None:
        rows = [one.pk for one in page]
        found += rows
        page = pages.page_from(page.number + 1, after=str(rows[-1])) if rows else None
    return found


def read_back(pages: Pages, last: int) -> list[int]:
    """The keys of the rows before this one, nearest last, page before page."""
    found: list[int] = []
    while page := pages.page_from(2, before=str(found[0] if found else last)):
        rows = [one.pk for one in page]
        if not rows:
            return found
        found = rows + found
    return found


def told(pages: Pages) -> tuple[list[int], list[int]]:
    """By their numbers; and on from row to row."""
    by_number = [one.pk for number in pages.page_range for one in pages.page(number)]
    return by_number, read_whole(pages)


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_provinces_list_shows_the_rows_of_the_plain_question_in_their_order(cast, seed):
    seen = 0
    for actor in world(cast, seed):
        asked = Asked(actor, YEAR, listing.APPROVED if actor.role == "inspector" else "", None, None)
        plain = [one.pk for one in asked.found.by_name()]
        if not asked.is_of_many or not plain:
            continue
        seen += len(plain)
        pages = Pages(asked.found.by_name(), 9, parts=asked.in_parts)
        assert told(pages) == (plain, plain)
        assert read_back(pages, plain[-1]) == plain[:-1]
    assert seen > 80


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("seed", [4, 5])
def test_what_is_narrowed_in_each_branch_is_what_is_narrowed_in_all(cast, seed):
    for actor in world(cast, seed):
        visible = Registration.objects.visible_to(actor, YEAR)
        for chosen, narrowed in listing.SELECTIVE.items():
            found = Asked(actor, YEAR, chosen, None, None).found
            assert set(found) == set(narrowed(visible)), (actor, chosen)


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("seed", [6, 7])
def test_the_numbers_counted_in_parts_are_those_of_the_whole(cast, seed):
    wide = 0
    for actor in world(cast, seed):
        for chosen in ("", listing.WAITING, listing.SILENT, listing.UNCONFIRMED, MISSING):
            asked = Asked(actor, YEAR, chosen, None, None)
            found = None if chosen in ("", MISSING) else asked.found
            whole = numbers_above(actor, [asked.sent], asked.missing, found)
            assert asked.numbers() == whole, (actor, chosen)
            assert whole.sent == len(asked.sent) and whole.waiting == len(asked.sent.waiting())
            wide += asked.is_of_many
    assert wide >= 20


def test_members_without_a_paper_are_the_same_asked_row_by_row(cast):
    for actor in world(cast, 8):
        members = actor.in_reach(Membership.objects.on(actor.on).party())
        sent = Registration.objects.submitted().in_year(YEAR).filter(person__isnull=False)
        without = members.exclude(person_id__in=list(sent.values_list("person_id", flat=True)))
        assert set(Asked(actor, YEAR, MISSING, None, None).missing) == set(without)


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("seed", [9, 10])
def test_a_provinces_people_are_those_of_the_plain_question_in_their_order(cast, seed):
    for actor in world(cast, seed):
        if not actor.reaches_widely or not actor.may("people.view"):
            continue
        plain = [one.pk for one in Person.objects.visible_to(actor)]
        parts = Person.objects.all().visible_in_parts(actor)
        pages = Pages(
            Person.objects.visible_to(actor), 7, parts=lambda parts=parts: (Person.objects.all(), parts)
        )
        assert told(pages) == (plain, plain)
        assert read_back(pages, plain[-1]) == plain[:-1]
        few = plain[::3]
        assert set(Person.objects.visible_to(actor, among=few).filter(pk__in=few)) == set(
            Person.objects.filter(pk__in=few)
        )


def test_what_lies_deep_by_its_number_is_looked_for_in_the_whole(cast):
    asked_of_parts = []

    def parts():
        asked_of_parts.append(1)
        return Person.objects.all(), [Person.objects.all()]

    pages = Pages(Person.objects.visible_to(cast.officer), 50, counted=10 * MOST_IN_PARTS, parts=parts)
    list(pages.page(MOST_IN_PARTS // 50))
    assert asked_of_parts == [1]
    list(pages.page(MOST_IN_PARTS // 50 + 1))
    assert asked_of_parts == [1]


def test_a_small_reach_and_a_province_that_has_ended_are_asked_the_plain_question(cast):
    heir = cast.another_province()
    assert cast.officer.reaches_widely and not cast.committee.reaches_widely
    assert not cast.secretary.reaches_widely and not cast.system.reaches_widely
    with pytest.raises(ValueError):
        cast.committee.in_reach_by_row(Registration.objects.all(), "unit")
    organisation.merge([cast.province], into=heir, on=cast.today, by=cast.system)
    assert not replace(cast.officer, standing=None, path=None).reaches_widely

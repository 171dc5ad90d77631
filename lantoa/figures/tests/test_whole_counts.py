"""What does not add up is counted whole for large units: different persons, the least, units with a record."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from lantoa.figures import children as children_module
from lantoa.figures import counting, tasks, together
from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child
from lantoa.figures.folding import checking, folder, hearing, large, reading, which, whole
from lantoa.figures.models import Folding, WholeCount
from lantoa.figures.tests.measures import CATALOGUE
from lantoa.figures.tests.test_a_figure_for_each_child import joined, said
from lantoa.foundation import clock
from lantoa.foundation.dates import Period
from lantoa.foundation.models import Event
from lantoa.organisation import actions
from lantoa.organisation import queries as organisation
from lantoa.people import actors
from lantoa.people.models import Person

YEAR = Period.year(2026)
LATE = dt.date(2026, 11, 16)
CODES = ("test.people", "test.cells", "test.least")


@pytest.fixture(autouse=True)
def _all_are_large(monkeypatch):
    for one in CATALOGUE.values():
        monkeypatch.setitem(catalogue(), one.code, one)
    monkeypatch.setattr(which, "whole", lambda: {code: CATALOGUE[code] for code in CODES})
    monkeypatch.setattr(counting, "MOST_LISTED", 1)


@pytest.fixture
def folded(cast):
    """Two cells, and somebody who belongs to both of them."""
    who = joined(cast.cell).person
    joined(cast.other_cell, who=who)
    said(cast.cell, 1, came=9, due=10)
    folder.begin(clock.now(), LATE)
    count_whole()
    return cast


def read(unit, period=YEAR, code="test.people"):
    kept = reading.kept_of(unit, period.last_day)
    asked = together.Whose(unit, period, period.last_day, counting.units_of(unit, period.last_day), kept=kept)
    return together.tallied([(code, None)], asked)[code, None], kept and kept.as_of


def heard(unit, verb="test.happened"):
    """The act on the way to the folder, which marks what it touched."""
    hearing.note(Event(verb=verb, on=LATE, unit_id=unit.pk, subject_type="", subject_id=""))
    folder.fold(clock.now(), LATE)


def count_whole(seconds=None, live=together.counted_whole):
    return whole.count(live, seconds)


def row(unit, period=YEAR):
    return WholeCount.objects.of(period).get(unit=unit)


def waiting():
    return {one.unit for one in WholeCount.objects.waiting().select_related("unit")}


# What is read


@pytest.mark.deep(slow=True)
def test_a_person_in_two_cells_is_one_for_everybody_above(folded):
    assert read(folded.commune)[0] == read(folded.province)[0] == 1
    assert read(folded.province, code="test.cells")[0] == (2, organisation_cells(folded.province))
    assert read(folded.province, code="test.least")[0] == (Decimal("90.00"), 1)


def organisation_cells(unit):
    return organisation.subtree(unit, YEAR.last_day).filter(unit__level="cell").count()


def test_a_page_reads_what_was_counted_and_says_how_old_it_is(folded):
    counted_at = row(folded.province).at
    joined(folded.cell)
    heard(folded.cell)
    told_up_to = clock.now() + dt.timedelta(minutes=5)
    Folding.objects.update(as_of=told_up_to)
    assert read(folded.province) == (1, counted_at), (
        "what waits tells only of what came before it was counted"
    )
    count_whole()
    amount, as_of = read(folded.province)
    assert amount == 2 and as_of == told_up_to


def test_what_was_not_touched_tells_of_all_that_was_heard(folded):
    joined(folded.far_cell)
    heard(folded.far_cell)
    assert read(folded.commune) == (1, Folding.objects.get().as_of)


@pytest.mark.deep(slow=True)
def test_what_is_not_kept_is_counted_at_once(folded):
    joined(folded.cell)
    assert read(folded.cell) == (2, None), "a small unit"
    cut = Period(YEAR.starts, dt.date(2026, 11, 3))
    assert read(folded.province, cut) == (2, None), "a period that nobody offers"
    WholeCount.objects.update(at=None, amounts={})
    assert read(folded.province) == (2, None), "not counted yet"
    whose = together.Whose(
        folded.province, YEAR, LATE, counting.units_of(folded.province, LATE), kept=kept_that_day(folded)
    )
    assert together.tallied([("test.people", None)], whose)["test.people", None] == 2, "by another tree"


def kept_that_day(cast):
    return reading.Kept.of(cast.province, LATE)


@pytest.mark.deep(slow=True)
def test_a_table_of_children_reads_each_of_them_and_counts_the_small_ones(folded):
    joined(folded.cell)
    on = YEAR.last_day
    for unit, told in ((folded.province, {folded.commune: 1}), (folded.commune, {folded.cell: 2})):
        children = Children.of(unit, on, kept=reading.kept_of(unit, on))
        table = by_child_of(unit, children)
        assert told.items() <= table.items()
    live = by_child_of(folded.province, Children.of(folded.province, on))
    assert live[folded.commune] == 2


@pytest.mark.parametrize("place", ["province", "commune", "cell"])
def test_who_is_there_on_a_day_is_counted_for_each_child_as_it_is_live(folded, monkeypatch, place):
    monkeypatch.setattr(which, "is_whole", lambda _measure: False)  # as with members on a day
    unit = getattr(folded, place)
    kept = reading.kept_of(folded.province, LATE)
    live, placed = (
        by_child("test.people", unit=unit, period=YEAR, children=Children.of(unit, LATE, kept=one))
        for one in (None, kept)
    )
    assert live == placed
    assert live.own.value == (1 if place == "cell" else 0)
    assert any(figure.value for _place, figure in live.children) == (place != "cell")


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("most", [1, 2, 4, 200])
def test_a_table_is_the_same_whichever_of_its_children_are_large(folded, monkeypatch, most):
    """Of whom nothing is kept is counted: by the database for each child, or of its units where they are few."""
    actions.merge(
        [folded.other_cell, folded.cell],
        into=folded.cell,
        on=dt.date(2026, 9, 1),
        by=actors.system(dt.date(2026, 5, 1)),
    )
    joined(folded.far_cell)
    monkeypatch.setattr(counting, "MOST_LISTED", most)
    monkeypatch.setattr(children_module, "MOST_LISTED", most)
    folder.begin(clock.now(), LATE)
    count_whole()
    for unit in (folded.province, folded.commune, folded.far):
        live, kept = (
            by_child_of(unit, Children.of(unit, LATE, kept=one))
            for one in (None, reading.Kept.of(unit, LATE))
        )
        assert live == kept and any(live.values())


def by_child_of(unit, children):
    children.count(["test.people", "test.joined"], YEAR)
    told = by_child("test.people", unit=unit, period=YEAR, on=children.on, children=children).children
    return {place.unit: one.exact for place, one in told}


@pytest.mark.deep(slow=True)
def test_too_many_changes_of_hands_leave_what_was_counted_whole(folded, monkeypatch):
    monkeypatch.setattr(reading, "MOST_SUSPECTED", -1)
    kept = reading.kept_of(folded.province, YEAR.last_day)
    assert not kept.adds_up and kept.as_of is None
    joined(folded.cell)
    assert read(folded.province)[0] == 1 and read(folded.province, code="test.joined") == (3, None)


# Which rows there are


def test_rows_are_kept_of_the_periods_that_pages_ask(folded):
    told = {one.period.code for one in WholeCount.objects.filter(unit=folded.province)}
    assert {"2026", "2026-H1", "2026-H2", "2026-Q4", "2025-01-01..2025-11-16"} <= told
    folder.fold(clock.now(), dt.date(2027, 1, 1))
    told = {one.period.code for one in WholeCount.objects.filter(unit=folded.province)}
    assert {"2027", "2026", "2027-Q1", "2026-01-01..2026-01-01"} <= told and "2026-Q4" not in told
    assert not row(folded.province).waiting, "the year is told as before"


def test_a_reorganisation_marks_what_it_moved_and_nothing_else(folded):
    second = joined(folded.far_cell)
    heard(folded.far_cell)
    count_whole()
    actions.move(
        folded.far_cell, parent=folded.commune, on=dt.date(2026, 9, 1), by=actors.system(dt.date(2026, 5, 1))
    )
    for event in Event.objects.filter(verb="unit.move"):
        hearing.note(event)
    folder.fold(clock.now(), LATE)
    summer = Period.parse("2026-H1")
    assert row(folded.commune).waiting and not row(folded.commune, summer).waiting
    assert checking.first_wrong(LATE) is None
    count_whole()
    assert second.person_id and read(folded.commune)[0] == 2 and read(folded.commune, summer)[0] == 1


def test_levels_and_places_below_are_part_of_what_stands(cast):
    def trees():
        return large.trees([YEAR.last_day, YEAR.starts])[YEAR.last_day]

    before = trees()
    actions.correct(cast.cell, level="", by=actors.system(LATE))
    after = trees()
    changed = {unit for unit in before if before[unit] != after[unit]}
    assert {cast.commune.pk, cast.province.pk} <= changed and cast.far.pk not in changed


# Turns


def test_whoever_waits_longest_has_the_next_turn(folded):
    heard(folded.far_cell)
    heard(folded.cell)
    assert count_whole(seconds=0) == 0, "no time at all"
    first = WholeCount.objects.waiting().first().unit
    assert first in organisation_line(folded.far_cell)
    assert tasks.count_whole(clock.now()).startswith("Đã đếm trọn")
    assert not waiting()


def organisation_line(unit):
    return [place.unit for place in organisation.Standing(unit, LATE).line]


@pytest.mark.deep(slow=True)
def test_what_is_touched_after_the_counting_began_is_left_to_the_next(folded):
    later = clock.now() + dt.timedelta(minutes=1)
    hearing.note(Event(verb="test.happened", on=LATE, unit_id=folded.cell.pk, subject_type="", subject_id=""))
    folder.fold(later, LATE)
    assert count_whole() == 0 and row(folded.commune).waiting, (
        "or a busy office would never have an end of it"
    )


@pytest.mark.deep(slow=True)
def test_what_is_touched_while_it_is_counted_waits_again(folded):
    heard(folded.cell)

    def slowly(unit, period):
        amounts = together.counted_whole(unit, period)
        joined(folded.cell)
        heard(folded.cell)
        return amounts

    whole._turn(row(folded.commune), slowly)
    assert row(folded.commune).waiting and row(folded.commune).amounts["test.people"] == 1


@pytest.mark.deep(slow=True)
def test_many_that_wait_are_counted_in_one_question_a_level(folded, monkeypatch):
    joined(folded.far_cell)
    WholeCount.objects.mark(clock.now())
    monkeypatch.setattr(whole, "MANY", 1)
    rows = WholeCount.objects.of(YEAR).count()
    assert rows > 2 and whole._turn(row(folded.province), None) == rows
    assert (
        row(folded.province).amounts["test.people"] == 2 and row(folded.commune).amounts["test.people"] == 1
    )


@pytest.mark.deep(slow=True)
def test_two_records_of_one_person_are_heard_of(folded):
    assert {
        "person.merged",
        "person.unmerged",
    } <= hearing.verbs() and "account.signed_in" not in hearing.verbs()
    other = joined(folded.cell)
    whole_again(folded.cell)
    assert read(folded.province)[0] == 2
    first = Person.objects.get(full_name="Hà Thị Xuân", memberships__unit=folded.other_cell)
    other.person = first
    other.save()
    told = {"subject_type": "people.person", "subject_id": str(first.pk)}
    hearing.note(Event(verb="person.merged", on=LATE, unit_id=folded.far.pk, **told))
    folder.fold(clock.now(), LATE)
    assert row(folded.commune).waiting
    count_whole()
    assert read(folded.province)[0] == 1


def whole_again(unit):
    heard(unit)
    count_whole()


# Checking


@pytest.mark.deep(slow=True)
def test_what_disagrees_is_named_and_mended(folded):
    call_command("fold", check=True)
    kept = row(folded.commune)
    WholeCount.objects.filter(pk=kept.pk).update(amounts=kept.amounts | {"test.people": 7})
    with pytest.raises(CommandError, match=r"Đảng bộ xã An Phú, năm 2026, Người: đang giữ 7, đếm lại 1"):
        call_command("fold", check=True)
    assert "đang giữ 7" in tasks.check_sums(clock.now())
    assert row(folded.commune).waiting and read(folded.commune)[0] == 7, "read until it has its turn"
    count_whole()
    assert read(folded.commune)[0] == 1


def test_what_happens_while_all_is_compared_is_no_fault(folded, monkeypatch):
    counted = checking.grouped.counted

    def while_somebody_joins(period, units):
        if Person.objects.filter(full_name="Vừa đến").exists():
            return counted(period, units)
        joined(folded.cell, who=Person.objects.create(full_name="Vừa đến"))
        hearing.note(
            Event(verb="test.happened", on=LATE, unit_id=folded.cell.pk, subject_type="", subject_id="")
        )
        return counted(period, units)

    monkeypatch.setattr(checking.grouped, "counted", while_somebody_joins)
    assert checking.first_wrong(LATE) is None
    assert row(folded.commune).waiting


def test_whose_question_fails_goes_to_the_end_of_the_line(folded):
    WholeCount.objects.mark(clock.now() - dt.timedelta(hours=1))
    asked = []

    def live(unit, period):
        asked.append((unit, period))
        raise RuntimeError

    for _turn in range(2):
        with pytest.raises(RuntimeError):
            count_whole(live=live)
    assert asked[0] != asked[1]


@pytest.mark.deep(slow=True)
def test_a_row_that_is_missing_or_stands_otherwise_is_named(folded):
    WholeCount.objects.filter(pk=row(folded.commune).pk).update(tree="0")
    assert "các đơn vị được tính vào đây" in str(checking.first_wrong(LATE))
    row(folded.commune).delete()
    assert checking.first_wrong(LATE).unit == "Đảng bộ xã An Phú"


@pytest.mark.deep(slow=True)
def test_measures_that_count_otherwise_leave_nothing_to_read(folded, monkeypatch):
    changed = {code: CATALOGUE[code] for code in CODES[:2]}
    monkeypatch.setattr(which, "whole", lambda: changed)
    assert not folder.is_begun() and reading.kept_of(folded.province, YEAR.last_day) is None
    folder.begin(clock.now(), LATE)
    assert not WholeCount.objects.filter(at__isnull=False).exists()


def test_a_small_office_keeps_no_rows(cast, monkeypatch):
    monkeypatch.setattr(counting, "MOST_LISTED", 200)
    folder.begin(clock.now(), LATE)
    assert not WholeCount.objects.exists() and count_whole() == 0

"""Folded sums say what counting says, whatever happened, in whatever order, and wherever the folder was cut off."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.figures import counting, tasks, together
from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child, heard_from
from lantoa.figures.counting import figure, records_of, tally
from lantoa.figures.folding import checking, folder, hearing, reading, tree, which, whole
from lantoa.figures.heard import FOLDED
from lantoa.figures.measure import (
    EVER,
    ON_DAY,
    SINCE_START,
    Distinct,
    Least,
    Measure,
    Split,
    Total,
    UnitsWith,
)
from lantoa.figures.models import DeclaredFigure, FoldedSum, Folding, Home, Stale, WholeCount
from lantoa.figures.tests.measures import CATALOGUE
from lantoa.figures.tests.test_a_figure_for_each_child import joined, said
from lantoa.foundation import clock, heard
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.models import Event
from lantoa.organisation import actions
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Reorganisation, Unit
from lantoa.organisation.tests.oracle import DAYS
from lantoa.organisation.tests.world import DAY, JUMP, UNIT, World, date
from lantoa.people import actors
from lantoa.people.models import Membership, Person
from tests.examples import examples

YEAR = Period.year(2026)
BY_STATUS = Split("Diện", {code: (label, Q(status=code)) for code, label in Membership.Status.choices})


def measure(code, **more):
    given = {
        "records": lambda on: Membership.objects.all(),
        "on_date": "starts",
        "splits": {"status": BY_STATUS},
    }
    return Measure(f"fold.{code}", code, "lượt", "Đếm để kiểm tra.", **given | more)


OURS = [
    measure("joined"),
    measure("joined_since", meaning=SINCE_START),
    measure("joined_ever", meaning=EVER),
    measure("money", records=lambda on: DeclaredFigure.objects.all(), counts=Total("value"), splits={}),
]


# What adds up over neither months nor units, or is there on a day.
WHOLE = [
    *(CATALOGUE[code] for code in ("test.people", "test.cells", "test.least")),
    measure("people_ever", counts=Distinct("person"), meaning=EVER),
    measure("grassroots", counts=UnitsWith("grassroots", also=("test.money",))),
    *(
        measure(f"{code}_that_day", records=lambda on: Membership.objects.on(on), meaning=ON_DAY, **more)
        for code, more in (
            ("belonging", {}),
            ("members", {"counts": Distinct("person")}),
            ("cells", {"counts": UnitsWith("cell")}),
            ("keys", {"counts": Total("pk")}),
        )
    ),
    measure(
        "places",
        records=lambda on: Placement.objects.on(on).filter(unit__level="cell"),
        on_date="",
        meaning=ON_DAY,
        splits={},
    ),
]
OF_CHILDREN = ["test.people", "fold.belonging_that_day", "fold.members_that_day", "fold.places"]


@pytest.fixture(autouse=True)
def _own_catalogue(monkeypatch):
    for one in [*CATALOGUE.values(), *OURS, *WHOLE]:
        monkeypatch.setitem(catalogue(), one.code, one)
    monkeypatch.setattr(which, "whole", lambda: {one.code: one for one in WHOLE})


def asked():
    return [(one.code, None) for one in OURS] + [
        (one.code, (name, part)) for one in OURS for name, split in one.splits.items() for part in split.parts
    ]


def whose(unit, period, on, **more):
    return together.Whose(unit, period, on, organisation.units_within(unit, on), **more)


def happened(unit, subject=None, verb="test.happened"):
    """The act on the way to the folder, as the history tells it."""
    hearing.note(Event(verb=verb, on=YEAR.starts, unit_id=unit and unit.pk, **as_subject(subject or unit)))


def as_subject(thing):
    return {"subject_type": thing._meta.label_lower, "subject_id": str(thing.pk)}


def amounts(unit, period=YEAR, on=None, folded=False, of=None):
    on = on or period.last_day
    return together.tallied(
        of or asked(), whose(unit, period, on, kept=reading.Kept.of(unit, on) if folded else None)
    )


def whole_of(unit, period=YEAR, folded=True):
    return amounts(unit, period, folded=folded, of=[(one.code, None) for one in WHOLE])


# What is folded is decided by what a measure is


def test_what_adds_up_is_folded_and_nothing_else():
    told = {code for code in CATALOGUE if which.is_folded(CATALOGUE[code])}
    assert told == {"test.joined", "test.money"}, (
        "different persons, the least, ratios and units with a record are not"
    )
    for one in OURS:
        assert which.is_folded(one)
    people = Person.objects.filter(full_name="Hà Thị Xuân")
    looks_at_the_day = measure("of_a_day", records=lambda on: Membership.objects.on(on))
    asks_again = measure("of_some", records=lambda on: Membership.objects.filter(person__in=people))
    leads_to_many = measure("many", of_unit="person__memberships__unit")
    assert not any(map(which.is_folded, (looks_at_the_day, asks_again, leads_to_many)))


def test_what_does_not_add_up_is_counted_whole_where_its_rows_alone_decide():
    assert all(map(which.is_whole, WHOLE)) and not any(map(which.is_whole, OURS))
    people = Person.objects.filter(full_name="Hà Thị Xuân")
    others = (
        measure(
            "some_that_day", meaning=ON_DAY, records=lambda on: Membership.objects.filter(person__in=people)
        ),
        measure("different_since", counts=Distinct("person"), meaning=SINCE_START),
        measure(
            "different_some",
            counts=Distinct("person"),
            records=lambda on: Membership.objects.filter(person__in=people),
        ),
        measure("with_a_share", counts=UnitsWith("cell", also=("test.share",))),
    )
    assert not any(map(which.is_whole, others))
    assert which.things_of(CATALOGUE["test.people"]) == {Membership, Person}


def test_another_way_of_counting_is_noticed(cast, monkeypatch):
    folder.begin(clock.now(), YEAR.last_day)
    assert folder.is_begun()
    monkeypatch.setitem(catalogue(), "fold.another", measure("another"))
    assert not folder.is_begun(), "what was not counted is not told as nought"


# What is read


def test_a_large_unit_is_told_what_is_folded_a_small_one_what_is_there(cast, monkeypatch):
    joined(cast.cell)
    folder.begin(clock.now(), YEAR.last_day)
    joined(cast.cell, dt.date(2026, 4, 1))
    assert amounts(cast.province, folded=True)["fold.joined", None] == 1
    assert amounts(cast.province)["fold.joined", None] == 2
    assert reading.kept_of(cast.province, YEAR.last_day) is None
    monkeypatch.setattr(counting, "MOST_LISTED", 0)
    assert reading.kept_of(cast.province, YEAR.last_day) is not None


def test_nothing_is_read_before_everything_was_counted_once(cast):
    joined(cast.cell)
    assert amounts(cast.province, folded=True)["fold.joined", None] == 1
    Folding.objects.create(pk=1, tree_day=YEAR.last_day, as_of=clock.now())
    assert amounts(cast.province, folded=True)["fold.joined", None] == 1


def test_a_period_that_cuts_months_is_their_whole_ones_and_its_edges(cast):
    for day in ((2026, 3, 15), (2026, 3, 16), (2026, 4, 30), (2026, 5, 4), (2026, 5, 5)):
        joined(cast.cell, dt.date(*day))
    folder.begin(clock.now(), YEAR.last_day)
    period = Period(dt.date(2026, 3, 16), dt.date(2026, 5, 5))
    assert amounts(cast.province, period, folded=True)["fold.joined", None] == 3
    within = Period(dt.date(2026, 3, 16), dt.date(2026, 3, 20))
    assert amounts(cast.province, within, folded=True)["fold.joined", None] == 1


def test_units_that_change_hands_later_are_counted_where_they_stand_on_the_day_asked(cast):
    joined(cast.cell)
    folder.begin(clock.now(), dt.date(2026, 6, 1))
    organisation_moves(cast.cell, cast.far, dt.date(2026, 9, 1))
    for place, before, after in ((cast.commune, 1, 0), (cast.far, 0, 1), (cast.province, 1, 1)):
        for on, number in ((dt.date(2026, 6, 1), before), (YEAR.last_day, after)):
            assert amounts(place, on=on, folded=True)["fold.joined", None] == number


def test_cells_handed_out_by_a_division_are_counted_where_they_went(cast):
    joined(cast.cell)
    day = dt.date(2026, 9, 1)
    folder.begin(clock.now(), day)
    by, only = actors.system(dt.date(2026, 5, 1)), {cast.cell.pk: 0}
    (new,) = actions.split(
        cast.commune, names=["Đảng bộ xã An Lộc"], on=day, by=by, keeps_original=True, children=only
    )
    folded_after("unit.split", day)
    assert amounts(new, on=day, folded=True)["fold.joined", None] == 1
    assert amounts(cast.commune, on=day, folded=True)["fold.joined", None] == 0


def test_a_line_that_changes_leaves_no_sum_behind(cast):
    """A commune comes below another unit, which then is said to be none of those that are kept."""
    joined(cast.cell)
    by, day = actors.system(dt.date(2026, 5, 1)), dt.date(2026, 9, 1)
    between = actions.found(
        name="Đảng bộ các xã", parent=cast.province, kind="party", level="superior", on=day, by=by
    )
    folder.begin(clock.now(), day)
    organisation_moves(cast.commune, between, day)
    folded_after("unit.move", day)
    assert amounts(between, on=day, folded=True)["fold.joined", None] == 1
    actions.correct(between, level="section", by=actors.system(day))
    folded_after("unit.corrected", day)
    assert not FoldedSum.objects.filter(unit=between).exists()
    assert of_children(cast.province, YEAR, day, folded=True) == of_children(cast.province, YEAR, day)


def folded_after(verb, day):
    for event in Event.objects.filter(verb=verb):
        hearing.note(event)
    folder.fold(clock.now(), day)
    assert checking.first_wrong(day) is None and tree.kept_homes() == tree.homes(day)


def organisation_moves(unit, parent, on):
    actions.move(unit, parent=parent, on=on, by=actors.system(dt.date(2026, 5, 1)))


# What an act makes stale


def test_an_act_makes_stale_its_unit_and_that_of_its_subject(cast):
    folder.begin(clock.now(), YEAR.last_day)
    here, there = joined(cast.cell), joined(cast.far_cell)
    happened(cast.cell, here)
    happened(cast.province, there)
    assert set(Stale.objects.values_list("unit", flat=True)) == {
        cast.cell.pk,
        cast.province.pk,
        cast.far_cell.pk,
    }
    assert folder.fold(clock.now(), YEAR.last_day) == 3
    assert amounts(cast.province, folded=True)["fold.joined", None] == 2
    assert not Stale.objects.exists()


def test_a_list_brought_in_makes_stale_everybody_it_may_tell_of(cast):
    folder.begin(clock.now(), YEAR.last_day)
    assert {"import.imported", "import.undone"} <= hearing.verbs()
    happened(cast.commune, verb="import.undone")
    stale = set(Stale.objects.values_list("unit", flat=True))
    assert {cast.commune.pk, cast.cell.pk, cast.other_cell.pk} <= stale
    assert not {cast.province.pk, cast.far_cell.pk} & stale
    gone = Event(verb="import.undone", on=YEAR.starts, unit_id=10**9, subject_type="", subject_id="")
    hearing.note(gone)
    assert Stale.objects.filter(unit=gone.unit_id).exists(), "a unit that is there no more stops nobody"


def test_a_small_office_notes_nothing(cast):
    happened(cast.cell)
    assert not Stale.objects.exists() and not folder.must_begin(YEAR.last_day)


def test_an_act_wakes_the_folder(cast, django_capture_on_commit_callbacks):
    heard.hear(FOLDED)
    folder.begin(clock.now(), clock.today())
    with transaction.atomic():
        declared = said(cast.cell, "3.5")
        record("unit.corrected", declared, by=cast.secretary, unit=cast.cell)
    with django_capture_on_commit_callbacks(execute=True):
        assert heard.hear(FOLDED) == 1
    assert FoldedSum.objects.get(unit=cast.province, code="fold.money").amount == Decimal("3.5")


def test_sums_are_as_old_as_the_first_act_that_was_not_heard(cast):
    folder.begin(clock.now(), clock.today())
    with transaction.atomic():
        event = record("unit.corrected", cast.cell, by=cast.secretary, unit=cast.cell)
    folder.fold(clock.now(), clock.today())
    assert Folding.objects.get().as_of <= event.at


# The clock and the command


def test_the_clock_begins_where_it_is_worth_it_and_mends_what_it_finds_wrong(cast, monkeypatch):
    now = clock.now()
    assert tasks.check_sums(now) == "Chưa có số cộng sẵn."
    tasks.fold(now)
    assert not Folding.objects.exists(), "a small office counts at once"
    monkeypatch.setattr(folder, "MOST_LISTED", 0)
    assert tasks.fold(now).startswith("Đã cộng mới")
    assert tasks.check_sums(now) == "Mọi số đang giữ đúng với bản ghi."
    FoldedSum.objects.filter(unit=cast.commune, code="fold.joined", part="").update(amount=7)
    assert "Đảng bộ xã An Phú" in tasks.check_sums(now)
    assert tasks.check_sums(now) == "Mọi số đang giữ đúng với bản ghi."


def test_the_command_names_the_first_sum_that_is_not_what_its_records_say(cast, capsys):
    joined(cast.cell)
    Folding.objects.all().delete()
    call_command("fold", check=True)
    said = capsys.readouterr().out
    assert "Mọi số đang giữ đúng với bản ghi" in said and "số cũ" not in said, "there were none before"
    spoilt = FoldedSum.objects.filter(unit=cast.commune, code="fold.joined", part="", month="2026-03-01")
    assert spoilt.update(amount=7) == 1
    with pytest.raises(
        CommandError, match=r"Đảng bộ xã An Phú, tháng 03/2026, joined: đang giữ 1 \(7\), đếm lại 1 \(1\)"
    ):
        call_command("fold", check=True)
    call_command("fold", anew=True, check=True)
    said = capsys.readouterr().out
    assert "Đếm lại tất cả" in said and "trang vẫn đọc số cũ" in said
    assert "1/3: " in said and "3/3: " in said, "both provinces, then the root"


# Whatever happens

ACTS = ["join", "leave", "say", "take_back", "fold", "cut_off", "reorganise", "reorganise", "undo", "level"]
ACTS += ["join_again", "count", "cut_off_counting"]
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), UNIT, UNIT, DAY, JUMP), max_size=14)
MOVES = ["found", "move", "merge_into", "merge_new", "split_up", "split_off", "dissolve"]
LEVELS = ["grassroots", "cell", "", "superior", "section"]


class Killed(Exception):
    """The folder, in the middle of its work."""


class Play:
    """A world in which things are recorded and taken back while it is reorganised and folded."""

    def __init__(self):
        self.world = World()
        for number, unit in enumerate(self.world.units):
            Unit.objects.filter(pk=unit.pk).update(level=LEVELS[number % len(LEVELS)])
        folder.begin(clock.now(), date(0))
        self.day = date(0)

    def step(self, act, first, second, day, jump):
        units = self.world.units
        getattr(self, act)(units[first % len(units)], second, date(day), jump)

    def in_history(self, what):
        """What it does, told to the folder event by event."""
        before = Event.objects.order_by("-pk").first().pk
        what()
        for event in Event.objects.filter(pk__gt=before):
            hearing.note(event)

    def join(self, unit, _second, day, _jump):
        happened(unit, joined(unit, day))

    def join_again(self, unit, second, day, _jump):
        """Somebody who belongs somewhere else too."""
        known = list(Person.objects.filter(full_name="Hà Thị Xuân").order_by("pk"))
        who = known[second % len(known)] if known else None
        happened(unit, joined(unit, day, who=who))

    def say(self, unit, second, day, _jump):
        found = said(unit, Decimal(second) / 8, day=day) if not self._has_said(unit, day) else None
        if found:
            happened(unit, found)

    def _has_said(self, unit, day):
        return DeclaredFigure.objects.filter(unit=unit, starts=day).exists()

    def leave(self, _unit, second, _day, _jump):
        self._goes(Membership, second)

    def take_back(self, _unit, second, _day, _jump):
        self._goes(DeclaredFigure, second)

    def _goes(self, model, number):
        there = list(model.objects.order_by("pk"))
        if there:
            gone = there[number % len(there)]
            unit = gone.unit
            happened(unit, gone)
            gone.delete()

    def level(self, unit, second, _day, _jump):
        Unit.objects.filter(pk=unit.pk).update(level=LEVELS[second % len(LEVELS)])
        happened(unit, verb="unit.corrected")

    def reorganise(self, unit, second, day, jump):
        """Often what lies below the unit goes elsewhere too, without being named by the event."""
        number = self.world.units.index(unit)
        self.in_history(lambda: self.world.step(MOVES[day.day % len(MOVES)], number, second, jump))

    def undo(self, _unit, _second, _day, _jump):
        self.in_history(self._undo)

    def _undo(self):
        change = Reorganisation.objects.get(pk=list(self.world.journal)[-1])
        try:
            with transaction.atomic():
                actions.undo(change, by=self.world.by)
        except BadInput:
            return
        self.world.forget(change.pk)
        there = set(Unit.objects.values_list("pk", flat=True))
        self.world.units = [unit for unit in self.world.units if unit.pk in there]

    def fold(self, _unit, _second, day, _jump):
        self.day = max(day, self.day)
        folder.fold(clock.now(), self.day)

    def cut_off(self, _unit, second, day, _jump):
        """Somewhere between the first thing it writes and the last."""
        where = ["_keep_changed_homes", "_change", "counted"][second % 3]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(folder, where, _killed)
            with pytest.raises(Killed), transaction.atomic():
                folder.fold(clock.now(), max(day, self.day))
                raise Killed

    def count(self, _unit, second, _day, _jump):
        """Sometimes only whoever waits longest."""
        count_whole(None if second % 2 else 1e-9)

    def cut_off_counting(self, _unit, second, _day, _jump):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(whole, "as_kept" if second % 2 else "_written", _killed)
            with suppress(Killed), transaction.atomic():
                count_whole()


def _killed(*_args):
    raise Killed


@contextmanager
def played(steps) -> Iterator[Play]:
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        # Every unit is large, and a few of them are many.
        patch.setattr(counting, "MOST_LISTED", 0)
        patch.setattr(whole, "MANY", 2)
        play = Play()
        for step in steps:
            play.step(*step)
        yield play
        transaction.set_rollback(True)


@settings(
    max_examples=examples(8), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS, DAY, st.tuples(DAY, DAY))
def test_folded_is_what_is_counted_of_every_unit_measure_and_part(db, steps, on, days):
    with played(steps) as play:
        folder.fold(clock.now(), play.day)
        assert checking.first_wrong(play.day) is None
        assert tree.kept_homes() == tree.homes(play.day)
        first, last = sorted(map(date, days))
        for unit in Unit.objects.filter(pk__in=Home.objects.values("home_id")):
            for period in (
                Period(date(0), date(DAYS)),
                Period(first, last + dt.timedelta(days=1)),
                Period.year(2021),
            ):
                assert amounts(unit, period, date(on), folded=True) == counted(unit, period, date(on))
            table = (unit, Period.year(2021), date(on))
            assert of_children(*table, folded=True) == of_children(*table)
        is_counted_whole_as_live(play)


def is_counted_whole_as_live(play):
    """What waits for nothing is right already; and everything is when nothing waits."""
    count_whole()
    assert checking.first_wrong(play.day) is None and not WholeCount.objects.waiting().exists()
    for row in WholeCount.objects.select_related("unit"):
        told = whole_of(row.unit, row.period)
        for one in WHOLE:
            live = figure(one.code, unit=row.unit, period=row.period, on=row.period.last_day)
            assert as_figures_say(told[one.code, None], one) == (
                (live.numerator, live.denominator) if isinstance(one.counts, UnitsWith) else live.exact
            )
    for unit in Unit.objects.filter(pk__in=Home.objects.values("home_id")):
        table = (unit, Period.year(2021), dt.date(2021, 12, 31))
        assert whole_of_children(*table, folded=True) == whole_of_children(*table)


def count_whole(seconds=None):
    return whole.count(together.counted_whole, seconds)


def as_figures_say(amount, one):
    return amount[0] if isinstance(one.counts, Least) else amount


def whole_of_children(unit, period, on, folded=False):
    children = Children.of(unit, on, kept=reading.Kept.of(unit, on) if folded else None)
    children.count(OF_CHILDREN, period)
    tables = [by_child(code, unit=unit, period=period, on=on, children=children) for code in OF_CHILDREN]
    return [
        [told.own.exact, *((place.unit_id, one.exact) for place, one in told.children)] for told in tables
    ]


def of_children(unit, period, on, folded=False):
    """What the table of children shows of what is folded: of each child, and of the unit itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "MOST_LISTED", 0)
        children = Children.of(unit, on, kept=reading.Kept.of(unit, on) if folded else None)
        children.count([one.code for one in OURS], period)
        told = {
            one.code: by_child(one.code, unit=unit, period=period, on=on, children=children) for one in OURS
        }
        heard = sorted(heard_from(children, period))
    return {"heard": heard} | {
        code: [table.own.exact, *((place.unit_id, one.exact) for place, one in table.children)]
        for code, table in told.items()
    }


def counted(unit, period, on):
    """As a figure alone counts it, without anything that is asked together."""
    return {
        (code, split): tally(
            catalogue()[code], records_of(catalogue()[code], unit, period, on=on, split=split)
        )
        for code, split in asked()
    }


@pytest.mark.deep
@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(ACTS), UNIT, UNIT, DAY, JUMP), min_size=20, max_size=60), DAY)
def test_long_lives_too(db, steps, on):
    with played(steps) as play:
        folder.fold(clock.now(), play.day)
        assert checking.first_wrong(play.day) is None
        for unit in Unit.objects.filter(pk__in=Home.objects.values("home_id")):
            assert amounts(unit, Period.year(2021), date(on), folded=True) == counted(
                unit, Period.year(2021), date(on)
            )
        is_counted_whole_as_live(play)

"""Units are founded, renamed, moved, merged, split and dissolved; the past stays as it was."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.models import Event
from lantoa.organisation import actions, queries
from lantoa.organisation.models import Heir, Placement, Reorganisation, Unit
from lantoa.people.models import Membership
from tests.cast import person

JULY = dt.date(2025, 7, 1)
BEFORE = dt.date(2025, 6, 30)
NEXT_YEAR = dt.date(2027, 1, 1)


@pytest.fixture
def districts(cast):
    """Before 1/7/2025: a district with two communes, each with a cell."""
    by = cast.system

    def found(name, parent, level):
        return actions.found(
            name=name, parent=parent, kind="party", level=level, on=dt.date(2021, 1, 1), by=by
        )

    district = found("Đảng bộ huyện Phú Sơn", cast.province, "superior")
    east, west = (found(f"Đảng bộ xã {n}", district, "grassroots") for n in ("Đông Khê", "Tây Khê"))
    cells = [found(f"Chi bộ thôn {n}", c, "cell") for n, c in (("Một", east), ("Hai", west))]
    return {"district": district, "east": east, "west": west, "cells": cells}


def names(placements):
    return [p.name for p in placements]


def test_a_unit_has_the_name_of_the_day_asked(cast):
    actions.rename(cast.cell, name="Chi bộ Trường PTDTBT Hòa Bình", on=JULY, by=cast.system)
    assert queries.name_of(cast.cell, BEFORE) == "Chi bộ Trường THCS Hòa Bình"
    assert queries.name_of(cast.cell, JULY) == "Chi bộ Trường PTDTBT Hòa Bình"
    assert cast.cell.name_on(BEFORE) == "Chi bộ Trường THCS Hòa Bình"


def test_the_tree_is_asked_on_a_date(cast):
    assert names(queries.subtree(cast.commune, cast.today)) == [
        "Đảng bộ xã An Phú",
        "Chi bộ Trường THCS Hòa Bình",
        "Chi bộ thôn Nà Lùng",
    ]
    assert names(queries.ancestors(cast.cell, cast.today)) == ["Đảng bộ tỉnh Sơn Hà", "Đảng bộ xã An Phú"]
    assert not queries.subtree(cast.commune, dt.date(2020, 12, 31))


def test_a_moved_unit_takes_everything_below_it_along(cast):
    actions.move(cast.commune, parent=cast.far, on=JULY, by=cast.system)
    assert queries.is_under(cast.cell, cast.far, JULY)
    assert not queries.is_under(cast.cell, cast.far, BEFORE)
    assert queries.is_under(cast.cell, cast.commune, BEFORE) and queries.is_under(
        cast.cell, cast.commune, JULY
    )


def test_a_unit_cannot_hang_below_itself(cast):
    with pytest.raises(BadInput, match="vào chính nó"):
        actions.move(cast.commune, parent=cast.cell, on=JULY, by=cast.system)
    with pytest.raises(BadInput, match="vào chính nó"):
        actions.move(cast.commune, parent=cast.commune, on=JULY, by=cast.system)


def test_the_first_of_july_2025_districts_end_and_communes_merge_on_one_day(cast, districts):
    by, east = cast.system, districts["east"]
    new = actions.merge(
        [east, districts["west"]],
        name="Đảng bộ xã Khê Sơn",
        parent=cast.province,
        on=JULY,
        by=by,
        decision="12-QĐ/TU",
    )
    actions.dissolve(districts["district"], on=JULY, by=by, successor=cast.province)
    assert set(names(queries.children(new, JULY))) == {"Chi bộ thôn Một", "Chi bộ thôn Hai"}
    assert names(queries.ancestors(districts["cells"][0], BEFORE))[1:] == [
        "Đảng bộ huyện Phú Sơn",
        "Đảng bộ xã Đông Khê",
    ]
    assert names(queries.ancestors(districts["cells"][0], JULY))[1:] == ["Đảng bộ xã Khê Sơn"]
    assert queries.placement(districts["district"], JULY) is None


def test_what_an_ended_unit_recorded_counts_for_the_one_that_continues_it(cast, districts):
    east = districts["east"]
    Membership.objects.create(person=person("Lý Văn Tám", None), unit=east, starts=dt.date(2023, 5, 1))
    new = actions.merge([east, districts["west"]], name="Đảng bộ xã Khê Sơn", on=JULY, by=cast.system)
    rows = Membership.objects.all()
    assert queries.within(rows, new, on=JULY).count() == 1
    assert queries.within(rows, new, on=JULY, only_itself=True).count() == 1
    assert queries.within(rows, new, on=JULY, tree="then", date_field="starts").count() == 0
    assert queries.within(rows, east, on=BEFORE, tree="then", date_field="starts").count() == 1


def test_a_chain_of_successors_ends_at_the_last(cast, districts):
    first = actions.merge(
        [districts["east"], districts["west"]], name="Đảng bộ xã Khê Sơn", on=JULY, by=cast.system
    )
    last = actions.merge(
        [first, cast.far], name="Đảng bộ xã Khê Khao", on=dt.date(2026, 1, 1), by=cast.system
    )
    heirs = Heir.objects.filter(unit=districts["east"]).order_by("starts").values_list("heir", flat=True)
    assert list(heirs) == [districts["east"].pk, first.pk, last.pk]


def test_a_unit_merged_into_another_leaves_that_one_its_identity(cast):
    kept = actions.merge([cast.cell, cast.other_cell], into=cast.other_cell, on=JULY, by=cast.system)
    assert kept == cast.other_cell
    assert names(queries.children(cast.commune, JULY)) == ["Chi bộ thôn Nà Lùng"]


def test_a_split_unit_goes_on_or_ends(cast):
    (branch,) = actions.split(
        cast.commune,
        names=["Đảng bộ xã An Thịnh"],
        keeps_original=True,
        children={cast.other_cell.pk: 0},
        on=JULY,
        by=cast.system,
    )
    assert names(queries.children(branch, JULY)) == ["Chi bộ thôn Nà Lùng"]
    assert names(queries.children(cast.commune, JULY)) == ["Chi bộ Trường THCS Hòa Bình"]
    halves = actions.split(
        cast.far, names=["Đảng bộ xã Nậm Một", "Đảng bộ xã Nậm Hai"], carrier=1, on=JULY, by=cast.system
    )
    assert names(queries.children(halves[1], JULY)) == ["Chi bộ bản Pa Khao"]
    assert queries.placement(cast.far, JULY) is None
    assert (
        cast.far.successions.count() == 2
        and cast.far.successions.get(carries_records=True).successor == halves[1]
    )


def test_a_unit_that_ended_says_so_and_names_its_successor(cast):
    actions.dissolve(cast.other_cell, on=JULY, by=cast.system, successor=cast.cell)
    with pytest.raises(
        BadInput, match="đã kết thúc hoạt động từ ngày 01/07/2025. Đơn vị kế tục: Chi bộ Trường"
    ):
        actions.rename(cast.other_cell, name="Tên mới", on=cast.today, by=cast.system)


def test_without_a_successor_the_parent_continues(cast):
    actions.dissolve(cast.cell, on=JULY, by=cast.system)
    assert cast.cell.successions.get().successor == cast.commune
    with pytest.raises(BadInput, match="Đơn vị gốc"):
        actions.dissolve(cast.province, on=JULY, by=cast.system)


def test_what_lies_below_cannot_continue_what_lies_above(cast):
    with pytest.raises(BadInput, match="không thể là đơn vị trực thuộc"):
        actions.dissolve(cast.commune, on=JULY, by=cast.system, successor=cast.cell)
    with pytest.raises(BadInput, match="kế tục chính nó"):
        actions.dissolve(cast.commune, on=JULY, by=cast.system, successor=cast.commune)


def test_a_change_is_not_dated_before_the_one_before_it(cast):
    actions.rename(cast.cell, name="Tên thứ hai", on=JULY, by=cast.system)
    with pytest.raises(BadInput, match="đã có thay đổi từ ngày 01/07/2025"):
        actions.rename(cast.cell, name="Tên thứ ba", on=BEFORE, by=cast.system)
    with pytest.raises(BadInput, match="đã có thay đổi từ ngày 01/07/2025"):
        actions.move(cast.commune, parent=cast.far, on=BEFORE, by=cast.system)


def test_several_changes_may_fall_on_one_day(cast):
    actions.rename(cast.cell, name="Tên sáng", on=JULY, by=cast.system)
    actions.rename(cast.cell, name="Tên chiều", on=JULY, by=cast.system)
    assert queries.name_of(cast.cell, JULY) == "Tên chiều"
    assert Placement.objects.filter(unit=cast.cell).count() == 2


def test_nothing_is_founded_without_a_name_or_under_a_unit_that_ended(cast):
    with pytest.raises(BadInput, match="Nhập tên đơn vị"):
        actions.found(name="  ", parent=cast.commune, kind="party", on=JULY, by=cast.system)
    actions.dissolve(cast.other_cell, on=JULY, by=cast.system)
    with pytest.raises(BadInput, match="đã kết thúc"):
        actions.found(name="Tổ đảng", parent=cast.other_cell, kind="party", on=cast.today, by=cast.system)


def test_codes_are_made_from_names_and_never_twice(cast):
    twin = actions.found(name="Chi bộ thôn Nà Lùng", parent=cast.far, kind="party", on=JULY, by=cast.system)
    assert (cast.other_cell.code, twin.code) == ("chi-bo-thon-na-lung", "chi-bo-thon-na-lung-2")


def test_a_change_that_is_not_yet_in_force_can_be_taken_back(cast):
    before = everything()
    new = actions.merge([cast.commune, cast.far], name="Đảng bộ xã Mới", on=NEXT_YEAR, by=cast.system)
    change = Reorganisation.objects.get(kind="merge")
    assert queries.placement(new, NEXT_YEAR) and not queries.placement(new, cast.today)
    actions.undo(change, by=cast.administrator)
    assert everything() == before
    assert Event.objects.filter(verb="unit.change_undone").count() == 1
    with pytest.raises(Conflict, match="đã được hủy"):
        actions.undo(change, by=cast.administrator)


def test_a_change_in_force_or_one_that_others_build_on_stays(cast):
    actions.rename(cast.cell, name="Tên mới", on=JULY, by=cast.system)
    with pytest.raises(BadInput, match="đã có hiệu lực"):
        actions.undo(Reorganisation.objects.get(kind="rename"), by=cast.administrator)
    actions.rename(cast.far_cell, name="Pa Khao Một", on=NEXT_YEAR, by=cast.system)
    actions.rename(cast.far_cell, name="Pa Khao Hai", on=NEXT_YEAR, by=cast.system)
    earlier = Reorganisation.objects.filter(kind="rename", effective_on=NEXT_YEAR).order_by("pk").first()
    with pytest.raises(BadInput, match="Hủy thay đổi sau trước"):
        actions.undo(earlier, by=cast.administrator)


def test_every_change_writes_one_reorganisation_and_one_event(cast):
    events, changes = Event.objects.count(), Reorganisation.objects.count()
    actions.move(cast.cell, parent=cast.far, on=JULY, by=cast.system, decision="15-QĐ/TU")
    assert Event.objects.count() == events + 1 and Reorganisation.objects.count() == changes + 1
    assert Event.objects.about(cast.cell).last().note == "15-QĐ/TU"


def test_moving_a_large_branch_takes_a_constant_number_of_queries(cast, django_assert_max_num_queries):
    for number in range(40):
        actions.found(name=f"Chi bộ số {number}", parent=cast.commune, kind="party", on=JULY, by=cast.system)
    with django_assert_max_num_queries(25):
        actions.move(cast.commune, parent=cast.far, on=JULY, by=cast.system)
    assert queries.subtree(cast.far, JULY).count() == 45


def everything():
    """The whole state of the tree, without row numbers."""
    return (
        set(Unit.objects.values_list("code", flat=True)),
        set(Placement.objects.values_list("unit", "parent", "path", "name", "starts", "ends")),
        set(Heir.objects.values_list("unit", "heir", "starts", "ends")),
    )

"""Units are founded, renamed, moved, merged, split and dissolved; the past stays as it was."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Event
from lantoa.organisation import actions, queries
from lantoa.organisation.models import Heir, Placement, Reorganisation
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
    rows = Membership.objects.on(JULY)
    assert queries.within(rows, new, on=JULY).count() == 1
    assert queries.within(rows, new, on=JULY, only_itself=True).count() == 1
    rows = Membership.objects.filter(starts=dt.date(2023, 5, 1))
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
        BadInput, match="đã kết thúc hoạt động từ ngày 01/07/2025. Chọn đơn vị kế tục: Chi bộ Trường"
    ):
        actions.rename(cast.other_cell, name="Tên mới", on=cast.today, by=cast.system)


def test_the_successor_named_is_the_one_of_today_however_many_mergers_later(cast):
    actions.dissolve(cast.other_cell, on=JULY, by=cast.system, successor=cast.cell)
    actions.dissolve(cast.cell, on=dt.date(2026, 1, 1), by=cast.system, successor=cast.far_cell)
    assert queries.successor_of(cast.other_cell, BEFORE) is None
    assert queries.successor_of(cast.other_cell, JULY) == cast.cell
    assert queries.successor_of(cast.other_cell, cast.today) == cast.far_cell
    with pytest.raises(BadInput, match="Chọn đơn vị kế tục: Chi bộ bản Pa Khao"):
        actions.rename(cast.other_cell, name="Tên mới", on=cast.today, by=cast.system)


def test_a_unit_whose_end_is_planned_takes_no_further_change(cast):
    actions.dissolve(cast.other_cell, on=NEXT_YEAR, by=cast.system, successor=cast.cell)
    with pytest.raises(BadInput, match="đã được ghi là kết thúc hoạt động từ ngày 01/01/2027"):
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


def test_a_change_is_not_dated_before_someone_left_or_joined(cast):
    """The cell left in July: that its commune moved or ended in June was not so while the cell was there."""
    actions.move(cast.cell, parent=cast.far, on=JULY, by=cast.system)
    for act in (
        lambda: actions.move(cast.commune, parent=cast.far, on=BEFORE, by=cast.system),
        lambda: actions.dissolve(cast.commune, on=BEFORE, by=cast.system),
        lambda: actions.dissolve(cast.far, on=BEFORE, by=cast.system),
    ):
        with pytest.raises(BadInput, match="đã có thay đổi từ ngày 01/07/2025"):
            act()
    actions.rename(cast.commune, name="Đảng bộ xã An Phú mới", on=BEFORE, by=cast.system)
    actions.dissolve(cast.commune, on=JULY, by=cast.system, successor=cast.far)


def test_a_unit_that_inherited_does_not_end_before_it_did(cast):
    actions.dissolve(cast.other_cell, on=JULY, by=cast.system, successor=cast.far_cell)
    with pytest.raises(BadInput, match="đã có thay đổi từ ngày 01/07/2025"):
        actions.dissolve(cast.far_cell, on=BEFORE, by=cast.system)


def test_a_piece_of_a_split_may_end_on_the_day_it_was_founded(cast):
    pieces = actions.split(cast.commune, names=["Xã Một", "Xã Hai"], on=JULY, by=cast.system)
    actions.dissolve(pieces[1], on=JULY, by=cast.system, successor=cast.far)
    assert queries.successor_of(pieces[1], JULY) == cast.far
    assert not Placement.objects.filter(unit=pieces[1]).exists()
    assert queries.name_of(pieces[1], JULY) == "xa-hai", "it stood on no day: its code is what is left"


def test_no_code_begins_or_ends_with_a_dash(cast):
    long = "Chi bộ Trường Tiểu học và Trung học cơ sở Nguyễn Bỉnh Khiêm"
    new = actions.found(name=long, parent=cast.commune, kind="party", on=JULY, by=cast.system)
    assert not new.code.endswith("-")
    for code in ("chi-bo-", "-chi-bo"):
        with pytest.raises(BadInput, match="Sửa mã"):
            actions.found(name="A", parent=cast.commune, kind="party", on=JULY, by=cast.system, code=code)


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


def test_a_tree_has_an_end_in_depth(cast):
    deepest, by = cast.cell, cast.system
    for number in range(12):
        deepest = actions.found(name=f"Tổ {number}", parent=deepest, kind="other", on=JULY, by=by)
    with pytest.raises(BadInput, match="tối đa 15 tầng"):
        actions.found(name="Tổ quá sâu", parent=deepest, kind="other", on=JULY, by=by)
    with pytest.raises(BadInput, match="tối đa 15 tầng"):
        actions.move(cast.commune, parent=cast.far_cell, on=JULY, by=by)


def test_a_merger_and_a_split_need_enough_units(cast):
    with pytest.raises(BadInput, match="ít nhất hai đơn vị"):
        actions.merge([cast.cell, cast.cell], name="Một mình", on=JULY, by=cast.system)
    with pytest.raises(BadInput, match="ít nhất hai đơn vị"):
        actions.merge([cast.cell], into=cast.cell, on=JULY, by=cast.system)
    with pytest.raises(BadInput, match="cần tên của các đơn vị mới"):
        actions.split(cast.commune, names=["Chỉ một"], on=JULY, by=cast.system)
    with pytest.raises(BadInput, match="không trực thuộc đơn vị này"):
        actions.split(
            cast.commune, names=["Một", "Hai"], children={cast.far_cell.pk: 0}, on=JULY, by=cast.system
        )


def test_a_code_may_be_given_if_it_is_free_and_plain(cast):
    def named(code):
        return actions.found(
            name="Chi bộ mới", code=code, parent=cast.far, kind="party", on=JULY, by=cast.system
        )

    assert named("cb-moi-1").code == "cb-moi-1"
    with pytest.raises(BadInput, match="đã được dùng cho đơn vị khác"):
        named("cb-moi-1")
    with pytest.raises(BadInput, match="Mã chỉ gồm chữ cái không dấu"):
        named("chi bộ mới")


def test_codes_are_made_from_names_and_never_twice(cast):
    twin = actions.found(name="Chi bộ thôn Nà Lùng", parent=cast.far, kind="party", on=JULY, by=cast.system)
    assert (cast.other_cell.code, twin.code) == ("chi-bo-thon-na-lung", "chi-bo-thon-na-lung-2")


def test_every_change_writes_one_reorganisation_and_one_event(cast):
    events, changes = Event.objects.count(), Reorganisation.objects.count()
    actions.move(cast.cell, parent=cast.far, on=JULY, by=cast.system, decision="15-QĐ/TU")
    assert Event.objects.count() == events + 1 and Reorganisation.objects.count() == changes + 1
    event = Event.objects.about(cast.cell).last()
    assert (event.verb, event.note, event.on) == ("unit.move", "15-QĐ/TU", JULY)
    assert event.before == {"parent": "Đảng bộ xã An Phú"} and event.after == {
        "parent": "Đảng bộ xã Nậm Khao"
    }


def test_a_reorganisation_keeps_its_decision_and_who_wrote_it_down(cast):
    actions.rename(
        cast.cell,
        name="Chi bộ Trường PTDTBT",
        on=JULY,
        by=cast.administrator,
        decision="31-QĐ/ĐU",
        decision_date=dt.date(2025, 6, 20),
    )
    change = Reorganisation.objects.get(kind="rename")
    assert (change.decision_number, change.decision_date) == ("31-QĐ/ĐU", dt.date(2025, 6, 20))
    assert change.recorded_by == "Phan Thị Ngân, Quản trị hệ thống"
    assert change.note == "Chi bộ Trường THCS Hòa Bình → Chi bộ Trường PTDTBT"
    assert str(change) == "đổi tên: Chi bộ Trường PTDTBT (31-QĐ/ĐU)"
    assert list(change.units.all()) == [cast.cell] and list(change.leans_on.all()) == [cast.commune]


def test_moving_or_ending_a_large_branch_takes_a_constant_number_of_queries(
    cast, django_assert_max_num_queries
):
    for number in range(40):
        actions.found(name=f"Chi bộ số {number}", parent=cast.commune, kind="party", on=JULY, by=cast.system)
    with django_assert_max_num_queries(30):
        actions.move(cast.commune, parent=cast.far, on=JULY, by=cast.system)
    assert queries.subtree(cast.far, JULY).count() == 45
    with django_assert_max_num_queries(40):
        actions.dissolve(cast.commune, on=cast.today, successor=cast.far, by=cast.system)
    assert queries.children(cast.far, cast.today).count() == 43


def test_the_name_of_a_unit_is_todays_not_a_planned_one(cast):
    actions.rename(cast.cell, name="Tên năm sau", on=NEXT_YEAR, by=cast.system)
    assert str(cast.cell) == "Chi bộ Trường THCS Hòa Bình"
    assert queries.names_of([cast.cell.pk], NEXT_YEAR) == {cast.cell.pk: "Tên năm sau"}


def test_names_are_known_before_and_after_a_life(cast):
    new = actions.found(name="Chi bộ mới", parent=cast.commune, kind="party", on=JULY, by=cast.system)
    actions.dissolve(cast.other_cell, on=JULY, by=cast.system)
    units = [new.pk, cast.other_cell.pk]
    assert queries.names_of(units, BEFORE)[new.pk] == "Chi bộ mới"
    assert queries.names_of(units, cast.today)[cast.other_cell.pk] == "Chi bộ thôn Nà Lùng"


def test_the_tree_of_then_needs_to_know_when(cast):
    with pytest.raises(ValueError, match="own date"):
        queries.within(Membership.objects.all(), cast.cell, on=JULY, tree="then")

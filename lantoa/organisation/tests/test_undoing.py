"""A change that is not yet in force can be taken back, and what it had moved stands as it did."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.models import Event
from lantoa.organisation import actions, queries
from lantoa.organisation.models import Heir, Placement, Reorganisation, Unit
from lantoa.people.models import Membership
from tests.cast import person

JULY = dt.date(2025, 7, 1)
NEXT_YEAR = dt.date(2027, 1, 1)


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


def test_foundings_under_one_parent_do_not_need_each_other(cast):
    for name in ("Chi bộ một", "Chi bộ hai"):
        actions.found(name=name, parent=cast.commune, kind="party", on=NEXT_YEAR, by=cast.system)
    first = Reorganisation.objects.get(about="Chi bộ một")
    actions.undo(first, by=cast.administrator)
    assert [p.name for p in queries.children(cast.commune, NEXT_YEAR)][2:] == ["Chi bộ hai"]


def test_of_two_changes_on_one_day_the_first_is_there_again(cast):
    for name in ("Tên sáng", "Tên chiều"):
        actions.rename(cast.cell, name=name, on=NEXT_YEAR, by=cast.system)
    actions.undo(Reorganisation.objects.get(about="Tên chiều"), by=cast.administrator)
    assert queries.name_of(cast.cell, NEXT_YEAR) == "Tên sáng"
    assert queries.name_of(cast.cell, cast.today) == "Chi bộ Trường THCS Hòa Bình"


def test_what_was_founded_where_a_unit_moved_to_keeps_the_move(cast):
    actions.move(cast.cell, parent=cast.far, on=NEXT_YEAR, by=cast.system)
    actions.found(name="Tổ đảng", parent=cast.cell, kind="party", on=NEXT_YEAR, by=cast.system)
    with pytest.raises(BadInput, match="Hủy thay đổi sau trước: thành lập: Tổ đảng"):
        actions.undo(Reorganisation.objects.get(kind="move"), by=cast.administrator)


def test_a_unit_does_not_come_back_to_where_nobody_is(cast):
    """The commune that the cell left has moved since: undoing the cell's move would hang it on an old path."""
    actions.move(cast.cell, parent=cast.far, on=NEXT_YEAR, by=cast.system)
    actions.move(cast.commune, parent=cast.far, on=NEXT_YEAR, by=cast.system)
    with pytest.raises(BadInput, match="Hủy thay đổi sau trước"):
        actions.undo(Reorganisation.objects.filter(kind="move").earliest("pk"), by=cast.administrator)


def test_a_unit_that_has_people_by_now_stays(cast):
    new = actions.found(name="Chi bộ mới", parent=cast.commune, kind="party", on=NEXT_YEAR, by=cast.system)
    Membership.objects.create(person=person("Lý Văn Tám", None), unit=new, starts=NEXT_YEAR)
    with pytest.raises(BadInput, match="đã có người hoặc hồ sơ"):
        actions.undo(Reorganisation.objects.get(about="Chi bộ mới"), by=cast.administrator)
    assert queries.placement(new, NEXT_YEAR)


def everything():
    """The whole state of the tree, without row numbers."""
    return (
        set(Unit.objects.values_list("code", flat=True)),
        set(Placement.objects.values_list("unit", "parent", "path", "name", "starts", "ends")),
        set(Heir.objects.values_list("unit", "heir", "starts", "ends")),
    )

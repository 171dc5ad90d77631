"""Only those charged with it reorganise, and only what they reach."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.organisation import actions, queries
from lantoa.organisation.models import Reorganisation

JULY = dt.date(2025, 7, 1)
NEXT_YEAR = dt.date(2027, 1, 1)
NOT_YOURS = "Chỉ người được giao quyền sắp xếp tổ chức"


@pytest.mark.parametrize("who", ["member", "secretary", "committee", "officer", "leader", "inspector"])
def test_whoever_is_not_charged_with_it_changes_nothing(cast, who):
    by = getattr(cast, who)
    with pytest.raises(NotAllowed, match=NOT_YOURS):
        actions.rename(cast.cell, name="Tên khác", on=JULY, by=by)
    with pytest.raises(NotAllowed, match=NOT_YOURS):
        actions.found(name="Chi bộ mới", parent=cast.cell, kind="party", on=JULY, by=by)


@pytest.fixture
def local(cast):
    """An administrator of one commune."""
    return replace(cast.administrator, unit=cast.commune)


def test_an_administrator_changes_what_she_reaches_and_nothing_else(cast, local):
    actions.rename(cast.cell, name="Chi bộ Trường PTDTBT", on=JULY, by=local)
    assert queries.name_of(cast.cell, cast.today) == "Chi bộ Trường PTDTBT"
    for act in (
        lambda: actions.rename(cast.far_cell, name="Tên khác", on=JULY, by=local),
        lambda: actions.move(cast.cell, parent=cast.far, on=JULY, by=local),
        lambda: actions.move(cast.far_cell, parent=cast.commune, on=JULY, by=local),
        lambda: actions.merge([cast.cell, cast.far_cell], name="Chung", on=JULY, by=local),
        lambda: actions.merge([cast.cell, cast.other_cell], name="Chung", parent=cast.far, on=JULY, by=local),
        lambda: actions.dissolve(cast.cell, on=JULY, successor=cast.far_cell, by=local),
    ):
        with pytest.raises(NotAllowed, match=NOT_YOURS):
            act()


def test_her_own_unit_is_ended_or_split_from_above(cast, local):
    with pytest.raises(NotAllowed, match=NOT_YOURS):
        actions.dissolve(cast.commune, on=JULY, by=local)
    with pytest.raises(NotAllowed, match=NOT_YOURS):
        actions.split(cast.commune, names=["Một", "Hai"], on=JULY, by=local)


def test_a_plan_goes_on_with_units_that_are_themselves_planned(cast, local):
    new = actions.found(name="Chi bộ mới", parent=cast.commune, kind="party", on=NEXT_YEAR, by=local)
    actions.rename(new, name="Chi bộ mới hơn", on=NEXT_YEAR, by=local)
    actions.dissolve(cast.cell, on=NEXT_YEAR, successor=new, by=local)
    assert queries.successor_of(cast.cell, NEXT_YEAR) == new


def test_a_plan_of_others_is_not_undone(cast, local):
    actions.rename(cast.far, name="Tên năm sau", on=NEXT_YEAR, by=cast.administrator)
    with pytest.raises(NotAllowed, match=NOT_YOURS):
        actions.undo(Reorganisation.objects.get(kind="rename"), by=local)


def test_a_root_is_founded_by_the_system_only(cast):
    with pytest.raises(NotAllowed, match=NOT_YOURS):
        actions.found(name="Gốc thứ hai", parent=None, kind="party", on=JULY, by=cast.administrator)
    assert actions.found(name="Gốc thứ hai", parent=None, kind="party", on=JULY, by=cast.system)

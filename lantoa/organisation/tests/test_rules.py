"""Decisions about the tree that need no tree."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.organisation import rules

DAY = dt.date(2025, 7, 1)


def test_a_name_is_kept_clean_and_must_be_there():
    assert rules.must_have_name("  Chi bộ   thôn\u200b Nà Lùng ") == "Chi bộ thôn Nà Lùng"
    with pytest.raises(BadInput, match="Nhập tên đơn vị"):
        rules.must_have_name("\u200b ")


def test_a_change_may_fall_on_the_day_of_the_last_one_but_not_before():
    rules.must_come_last(DAY, None, "Chi bộ")
    rules.must_come_last(DAY, DAY, "Chi bộ")
    with pytest.raises(BadInput, match="Chi bộ đã có thay đổi từ ngày 02/07/2025"):
        rules.must_come_last(DAY, dt.date(2025, 7, 2), "Chi bộ")


def test_a_branch_hangs_anywhere_but_on_itself():
    rules.must_not_hang_below_itself("00000001", "00000002")
    for parent in ("00000001", "000000010000"):
        with pytest.raises(BadInput, match="vào chính nó"):
            rules.must_not_hang_below_itself("00000001", parent)


def test_a_unit_ends_in_favour_of_its_parent_or_a_sibling_not_of_itself_or_a_child():
    rules.must_not_go_to_what_lies_below("00000001", "0000")
    rules.must_not_go_to_what_lies_below("00000001", "00000002")
    with pytest.raises(BadInput, match="kế tục chính nó"):
        rules.must_not_go_to_what_lies_below("00000001", "00000001")
    with pytest.raises(BadInput, match="không thể là đơn vị trực thuộc"):
        rules.must_not_go_to_what_lies_below("00000001", "000000010000")


def test_the_tree_has_fifteen_levels():
    rules.must_fit("0000" * 15)
    with pytest.raises(BadInput, match="tối đa 15 tầng"):
        rules.must_fit("0000" * 16)


def test_without_the_right_one_is_told_who_has_it():
    rules.must_be_given(True)
    with pytest.raises(NotAllowed, match="được giao quyền sắp xếp tổ chức"):
        rules.must_be_given(False)


@pytest.mark.parametrize(
    ("level", "above", "odd"),
    [
        ("cell", "grassroots", False),
        ("cell", "province", False),
        ("cell", "cell", True),
        ("grassroots", "cell", True),
        ("province", "superior", True),
        ("", "cell", False),
        ("cell", "", False),
    ],
)
def test_a_party_organisation_usually_lies_under_one_of_a_higher_level(level, above, odd):
    assert rules.is_out_of_place(level, above) is odd

"""How many of how many: one box, two numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput
from lantoa.study import rules


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("49/50", (49, 50)),
        (" 49 / 50 ", (49, 50)),
        ("1.250/1.263", (1250, 1263)),
        ("35.599/35.900", (35599, 35900)),
        ("15/15 (Đạt 100%)", (15, 15)),
        ("0/3 đảng viên", (0, 3)),
    ],
)
def test_n_of_n_as_people_write_it(typed, read):
    assert rules.read_ratio(typed) == read


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("98,5%", "ví dụ 49/50"),
        ("49", "ví dụ 49/50"),
        ("51/50", r"Số dự \(51\) nhiều hơn số được triệu tập \(50\)"),
        ("0/0", "từ 1 trở lên"),
        ("35,599/35,900", "hai số nguyên"),
        ("1/99.999.999", "từ 1 trở lên"),
        ("1,2,3/4", "Không đọc được số"),
        ("", "ví dụ 49/50"),
    ],
)
def test_what_cannot_be_n_of_n_says_what_to_do(typed, said):
    with pytest.raises(BadInput, match=said):
        rules.read_ratio(typed, "attendance")


@given(st.integers(1, rules.MOST).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_what_is_shown_is_read_back(ratio):
    assert rules.read_ratio(rules.show_ratio(*ratio)) == ratio


def test_those_who_make_up_were_absent():
    rules.must_fit(48, 50, 2)
    with pytest.raises(BadInput, match="Chỉ có 2 đảng viên vắng") as refused:
        rules.must_fit(48, 50, 3)
    assert refused.value.field == "made_up"


def test_essays_have_writers():
    rules.must_have_writers(52, 48, 2, 2)
    with pytest.raises(BadInput, match=r"bài thu hoạch \(53\).*đã học \(52\)"):
        rules.must_have_writers(53, 48, 2, 2)


def test_a_slip_of_the_finger_is_asked_about():
    with pytest.raises(BadInput) as refused:
        rules.must_be_believable(sites=1, essays=10**9)
    assert refused.value.field == "essays"

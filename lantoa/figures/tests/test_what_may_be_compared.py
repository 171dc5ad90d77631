"""A pack whose funnel crosses levels, and one that mixes persons and occurrences, are refused with the reason."""

import pytest

from lantoa.figures.catalogue import catalogue
from lantoa.figures.measure import Distinct, Measure, Share, UnitsWith
from lantoa.figures.rules import Counted, why_no_way, why_not_compared


def measure(label, unit_of_count, **how):
    return Measure(code=f"pack.{label}", label=label, unit_of_count=unit_of_count, how_counted="", **how)


ACROSS_LEVELS = (
    measure("Chi bộ có đăng ký", "tổ chức", counts=UnitsWith(level="cell")),
    measure("Đảng bộ cơ sở có kết quả", "tổ chức", counts=UnitsWith(level="grassroots")),
)
MIXED = (
    measure("Lượt đăng ký", "lượt"),
    measure("Người có kết quả", "người", counts=Distinct("person")),
)
SOUND = (measure("Bản đã gửi", "bản"), measure("Bản đã duyệt", "bản"), measure("Bản có kết quả", "bản"))


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        (ACROSS_LEVELS, "“Chi bộ có đăng ký” và “Đảng bộ cơ sở có kết quả” đếm đơn vị ở hai cấp khác nhau"),
        (MIXED, "“Người có kết quả” đếm người, “Lượt đăng ký” đếm lượt"),
        ((SOUND[0], measure("Mô hình", "mô hình")), "“Bản đã gửi” đếm bản, “Mô hình” đếm mô hình"),
    ],
)
def test_steps_that_are_no_parts_of_each_other_are_refused_with_the_reason(pack, said):
    assert said in why_no_way([Counted.of(one) for one in pack])


def test_steps_of_one_thing_are_a_way():
    assert why_no_way([Counted.of(one) for one in SOUND]) == "" and why_no_way([]) == ""


def test_every_ratio_of_the_house_compares_what_can_be_compared():
    ratios = [one for one in catalogue().values() if isinstance(one.counts, Share)]
    pairs = [(catalogue()[one.counts.numerator], catalogue()[one.counts.denominator]) for one in ratios]
    assert ratios and [why_not_compared(*map(Counted.of, pair)) for pair in pairs] == [""] * len(pairs)

"""What is shown of a target is a whole unit."""

import pytest

from lantoa.writing.rules.advice import advise


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Kèm 12 học sinh lớp 7 còn yếu môn Toán.", "12 học sinh"),
        ("Giải quyết 30 hồ sơ đất đai quá hạn.", "30 hồ sơ"),
        ("Giúp 5 hộ thoát nghèo.", "5 hộ"),
        ("Trồng 20 cây, sinh hoạt đều.", "20 cây"),
        ("Vận động 15 đảng viên cùng làm.", "15 đảng viên"),
    ],
)
def test_a_unit_of_two_syllables_is_not_cut_in_half(said, shown):
    found = [one for one in advise(said).found if one.key == "target"]
    assert [said[one.start : one.end] for one in found] == [shown]

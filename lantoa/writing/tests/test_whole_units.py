"""What is shown of a target is a whole unit."""

import pytest

from lantoa.writing.rules.advice import advise
from lantoa.writing.rules.things import products
from lantoa.writing.text import Text


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


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Tặng gia đình khó khăn 3 suất quà.", ["suất quà"]),
        ("Trao học sinh khó khăn 10 cái khăn.", ["khăn"]),
        ("Làm tốt việc phản hồi ý kiến, đối chiếu ngân sách, tranh luận thẳng thắn.", []),
        ("Xây dựng tình bạn bè, lòng kính trọng, niềm tự tin cho các em.", []),
        ("Viết rõ điểm nghẽn, tháo gỡ khó khăn, can thiệp sớm.", []),
    ],
)
def test_a_thing_is_not_cut_out_of_a_longer_word(said, shown):
    text = Text(said)
    assert [" ".join(w.form for w in text.words[hit.first : hit.last + 1]) for hit in products(text)] == shown

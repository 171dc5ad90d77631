"""In what an undertaking would be counted: read off its own words, never how much."""

import pytest

from lantoa.writing.rules import unit_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Giúp bà con tổ dân phố cài và dùng dịch vụ công trực tuyến", "người"),
        ("Kèm các em học sinh còn yếu môn Toán", "em"),
        ("Đỡ đầu hộ nghèo trong thôn", "hộ"),
        ("Số hóa hồ sơ lưu trữ của xã", "hồ sơ"),
        ("Trồng cây xanh ven đường", "cây"),
        ("Viết bài cho trang của xã", "bài"),
        ("Giữ gìn phẩm chất", "người"),
        ("", "người"),
    ],
)
def test_the_unit_is_that_of_what_the_text_speaks_of(text, unit):
    assert unit_of(text) == unit

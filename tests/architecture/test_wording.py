"""Words that were stumbled over when read aloud do not come back."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

HOUSE = Path(settings.BASE_DIR) / "lantoa"
STUMBLED_OVER = {
    "Ba dòng kết luận": "Kết luận",
    "Đơn vị ta": "đơn vị",
    "nói đồng ý, có người ghi lại": "đồng ý bằng lời, có hai người chứng kiến",
    "soi người": "theo dõi người",
    "do hệ thống đặt mặc định": "mặc định của phần mềm",
    "Gửi trước xem trước": "Theo thứ tự gửi",
    "ít hơn bước trước": "chưa tới bước này",
    "mô hình khởi đầu trong đơn vị, kể cả qua nơi khác": "mô hình của đơn vị được nơi khác vận dụng",
    "qua 1 đời": "học trực tiếp",
    '"Đến trước ngày': "Đến hết ngày, hoặc: Kết thúc từ ngày",
    "việc của gia đình ta": "việc của gia đình",
    "Trường này": "the name of the box",
    "Tập tin": "Tệp",
    "kí tự": "ký tự",
    "Đã chép": "Đã sao chép",
    "Chép bảng": "Sao chép bảng",
    "Chép liên kết": "Sao chép liên kết",
}


@cache
def texts() -> dict[str, str]:
    """name → text of every template and every module that people's words stand in, folded over lines."""
    files = [*HOUSE.rglob("*.html"), *HOUSE.rglob("*.py")]
    kept = [path for path in files if not {"tests", "migrations", "demo"} & set(path.parts)]
    return {str(path.relative_to(HOUSE)): re.sub(r"\s+", " ", path.read_text()) for path in kept}


@pytest.mark.parametrize(("said", "better"), STUMBLED_OVER.items())
def test_what_was_stumbled_over_is_said_better(said, better):
    assert {name for name, text in texts().items() if said in text} == set(), f"say: {better}"


def test_a_thing_named_in_mid_sentence_has_no_capital():
    """What was written ("Đã ghi Sinh hoạt…") is named as it stands in a sentence: lower_first, or its own word."""
    named = re.compile(r"Đã (?:ghi|gửi|sửa|lưu|bỏ) %\((?:kind|label|type|what)\)s")
    assert {name for name, text in texts().items() if named.search(text)} == set()


def test_a_page_is_not_headed_with_a_nickname():
    assert {name for name, text in texts().items() if '"Học Bác"' in text} == set()

"""Telling a target that only counts signing up, studying and paper: "100% đảng viên đăng ký", "2 báo cáo"."""

from __future__ import annotations

import re

from lantoa.writing.text import Text, is_stop, one_spelling

REACH = 14
SIGNING_UP = re.compile(
    one_spelling(
        r"(?<!\w)(?:đăng ký|học tập|ký cam kết|ký bản cam kết|cam kết|quán triệt|thu hoạch|tham gia học|tham gia"
        r"|tham dự|hưởng ứng|dự học|học nghị quyết|nghiên cứu|được học|viết bản|bản đăng ký|được phổ biến"
        r"|được tuyên truyền|nắm vững|nhận thức|làm theo)(?!\w)"
    )
)
RESULT = re.compile(
    one_spelling(
        r"(?<!\w)(?:hoàn thành|giải quyết|xử lý|đúng hạn|trước hạn|giảm|cài|kích hoạt|nộp|thu|sử dụng|khám|tiêm"
        r"|trồng|có nhà|có việc|đi học|đến lớp|lên lớp|tốt nghiệp|đạt điểm|trực tuyến|hiến|ủng hộ|đóng|mua"
        r"|bảo hiểm)(?!\w)"
    )
)
PAPERS = re.compile(one_spelling(r"(?:bản|bài) (?:thu hoạch|đăng ký|cam kết|kiểm điểm)|việc làm theo"))
# "1 kế hoạch, 2 báo cáo, 4 chuyên đề": paper about the work, and not the work.
PAPERWORK = re.compile(
    one_spelling(
        r"\S+ (?:bản |cuộc )?(?:kế hoạch|báo cáo|chuyên đề|chương trình hành động|công văn|biên bản|sổ theo dõi)(?!\w)"
    )
)


def is_formal(text: Text, first: int, last: int) -> bool:
    """Whether the number from word `first` to `last` counts signing up and no result."""
    end = last
    while end + 1 < len(text.words) and end - last < REACH and not is_stop(text.words[end + 1].gap):
        end += 1
    said = text.reading[text.words[first].start : text.words[end].end]
    if "%" not in said:
        return bool(PAPERS.search(said) or PAPERWORK.match(said))
    is_share = text.words[last].form == "%"
    return is_share and bool(SIGNING_UP.search(said)) and not RESULT.search(said)

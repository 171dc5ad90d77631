"""Under which head of a report a declared figure is told. The forms of reports name their sections by these codes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SECTIONS = {
    "general": _("Tình hình chung"),
    "leadership": _("Công tác lãnh đạo, chỉ đạo"),
    "study": _("Học tập, quán triệt"),
    "registrations": _("Đăng ký học tập, thực hành"),
    "breakthroughs": _("Nội dung đột phá"),
    "exemplars": _("Trách nhiệm nêu gương"),
    "practices": _("Mô hình, điển hình"),
    "meetings": _("Sinh hoạt chi bộ"),
    "outreach": _("Tuyên truyền, việc làm vì dân"),
    "inspection": _("Kiểm tra, giám sát"),
    "commendations": _("Biểu dương, khen thưởng"),
    "duty": _("Gắn với nhiệm vụ chính trị"),
}
OTHERWISE = "duty"


def section_of(room: str) -> str:
    """The section in which the numbers of a room are told."""
    named = {
        "programme": "leadership",
        "statistics": "general",
        "adoptions": "practices",
        "supervision": "inspection",
        "shortcomings": "inspection",
        "reviews": "exemplars",
    }
    return named.get(room, room if room in SECTIONS else OTHERWISE)

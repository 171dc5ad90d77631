"""Ready forms of rounds: which figures and which cells of words are asked. What an office needs besides, it adds."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True)
class Ready:
    """One form to begin with: `codes` of measures, `prose` the headings of cells in words, `months` in its period."""

    code: str
    name: Text
    said: Text
    codes: tuple[str, ...]
    prose: tuple[Text, ...] = ()
    months: int = 1


# The columns of words are those of a real annex ("Biểu tổng hợp số liệu báo cáo 06 tháng năm 2026", a section's
# committee with 13 cells), whose cells hold figures and prose together: "15/15 (Đạt 100%)".
ANNEX = (
    _("Số lượng đảng viên dự sinh hoạt lệ"),
    _("Phát biểu ý kiến"),
    _("Dân vận khéo"),
    _("Học tập chuyên đề năm"),
    _("Đọc bài viết, mẩu chuyện"),
    _("Kế hoạch sinh hoạt chuyên đề"),
    _("Kiểm tra, giám sát"),
    _("Ghi chú"),
)

READY = (
    Ready(
        "hang-thang",
        _("Biểu hằng tháng"),
        _("Sinh hoạt, học tập, đăng ký, mô hình, khen thưởng phát sinh trong tháng."),
        (
            "meetings.regular",
            "meetings.thematic",
            "meetings.attendance",
            "study.classes",
            "registrations.registered",
            "registrations.approved",
            "practices.registered",
            "commendations.collectives",
            "commendations.individuals",
        ),
    ),
    Ready(
        "so-ket",
        _("Biểu 6 tháng, cả năm"),
        _(
            "Các số của báo cáo sơ kết: kế hoạch, học tập, đăng ký, đột phá, mô hình, khen thưởng, việc vì dân."
        ),
        (
            "programme.plans_issued",
            "study.classes",
            "study.attendance",
            "registrations.registered",
            "registrations.approved",
            "registrations.completed",
            "breakthroughs.registered",
            "breakthroughs.approved",
            "practices.registered",
            "practices.running",
            "meetings.thematic",
            "commendations.collectives",
            "commendations.individuals",
            "outreach.opinions",
            "outreach.opinions_resolved",
        ),
        months=6,
    ),
    Ready(
        "phu-luc",
        _("Biểu tổng hợp có lời"),
        _("Số đảng viên, số kết nạp và các ô ghi bằng lời như biểu giấy đang dùng: “15/15 (đạt 100%)”."),
        ("registrations.members", "study.admitted"),
        ANNEX,
    ),
)


def ready(code: str) -> Ready | None:
    """The form of that code; None when there is none."""
    return next((one for one in READY if one.code == code), None)


# Rules between figures that an office may switch on: (never more, than).
BOUNDS = (
    ("registrations.approved", "registrations.registered"),
    ("registrations.completed", "registrations.registered"),
    ("breakthroughs.approved", "breakthroughs.registered"),
    ("outreach.opinions_resolved", "outreach.opinions"),
    ("programme.plan_tasks_done", "programme.plan_tasks"),
    ("practices.recognised", "practices.registered"),
)

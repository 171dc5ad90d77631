"""Outlines (đề cương): which headings a report has and in which order, and what is told below each.

An outline is typed a heading a line. "- " makes a heading of the second level. After a bar the part of the report that
is told there, when the heading calls it otherwise; after a second bar a hint for who writes:

    Kết quả thực hiện
    - Học tập nghị quyết | Học tập, quán triệt
    Bài học kinh nghiệm | | Điều gì làm nên kết quả, điều gì còn vướng
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypedDict

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean, fold
from lantoa.reports.form import Form, Section

MARK = "- "
MOST_HEADINGS, LONGEST_TITLE, LONGEST_HINT = 40, 160, 300
ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Heading(TypedDict):
    """One heading as it is kept. `code` is that of the form's section told there, or one of its own ("own-…")."""

    level: int
    title: str
    code: str
    hint: str


def read(typed: str, form: Form) -> list[Heading]:
    """The headings of a box. BadInput says which line cannot be read and why."""
    lines = [clean(line) for line in typed.splitlines() if clean(line)]
    if not lines:
        raise BadInput(_("Đề cương cần ít nhất một mục. Mỗi dòng ghi một mục."), "headings")
    if len(lines) > MOST_HEADINGS:
        raise BadInput(_("Đề cương có tối đa %(most)s mục.") % {"most": MOST_HEADINGS}, "headings")
    if lines[0].startswith(MARK):
        raise BadInput(_("Dòng đầu là mục lớn, không bắt đầu bằng dấu “- ”."), "headings")
    found: list[Heading] = []
    for line in lines:
        found.append(_heading(line, form, {one["code"] for one in found}))
    _must_hold_nothing(found, form)
    return found


def _heading(line: str, form: Form, taken: set[str]) -> Heading:
    level = 2 if line.startswith(MARK) else 1
    title, part, hint, *rest = [*(one.strip() for one in line.removeprefix(MARK).split("|")), "", ""]
    if not title or any(rest) or len(title) > LONGEST_TITLE or len(hint) > LONGEST_HINT:
        raise BadInput(
            _(
                "Dòng “%(line)s” chưa đúng: ghi tên mục, rồi dấu | và phần lấy số liệu, dấu | và gợi ý nếu cần."
            )
            % {"line": line[:80]},
            "headings",
        )
    known = {fold(section.title): section.code for section in form.parts}
    code = known.get(fold(part or title), "")
    if part and not code:
        raise BadInput(
            _("Không có phần nào tên “%(part)s”. Các phần: %(parts)s.")
            % {"part": part, "parts": "; ".join(parts_of(form))},
            "headings",
        )
    if code in taken:
        raise BadInput(_("Phần “%(title)s” đứng ở hai mục. Bỏ một mục.") % {"title": title}, "headings")
    return Heading(level=level, title=title, code=code or _own(title, taken), hint=hint)


def _own(title: str, taken: set[str]) -> str:
    stem = f"own-{slugify(fold(title))[:40].strip('-') or 'muc'}"
    number, code = 1, stem
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code


def _must_hold_nothing(found: Sequence[Heading], form: Form) -> None:
    """A heading over others tells nothing itself: what it would tell has no place."""
    for this, following in pairwise(found):
        if following["level"] > this["level"] and form.part(this["code"]):
            raise BadInput(
                _(
                    "Mục “%(title)s” có mục nhỏ bên dưới nên không có chỗ cho số liệu. Thêm một mục nhỏ cho phần ấy."
                )
                % {"title": this["title"]},
                "headings",
            )


def typed(headings: Iterable[Heading], form: Form) -> str:
    """The headings as they are typed."""
    return "\n".join(_typed(one, form) for one in headings)


def _typed(one: Heading, form: Form) -> str:
    section = form.part(one["code"])
    part = section.title if section and fold(section.title) != fold(one["title"]) else ""
    hint = one["hint"]
    words = [one["title"], part, hint] if hint else [one["title"], part] if part else [one["title"]]
    return (MARK if one["level"] == 2 else "") + " | ".join(words).replace("|  |", "| |")


def parts_of(form: Form) -> list[str]:
    """What a heading may tell, by the names the standard outline gives."""
    return [section.title for section in form.parts]


def outlined(form: Form, headings: Sequence[Heading]) -> Form:
    """The form with these headings in place of its own, numbered anew; the form itself where there are none.

    What the outline has no place for is told nowhere in the text; what units declare and what was corrected goes to
    the first section that tells anything.
    """
    if not headings:
        return form
    sections = tuple(
        _section(form, one, number) for one, number in zip(headings, _numbers(headings), strict=True)
    )
    codes = [section.code for section in sections]
    last = next((code for code in reversed(codes) if form.section(code)), codes[-1])
    made = replace(form, sections=sections)
    made = replace(
        made, sections=tuple(replace(one, by_hand=one.by_hand and not made.holds(one)) for one in sections)
    )
    first = next(section.code for section in made.sections if not made.holds(section))
    return replace(
        made,
        otherwise=form.otherwise if form.otherwise in codes else last,
        corrected_in=form.corrected_in if form.corrected_in in codes else first,
    )


def _section(form: Form, one: Heading, number: str) -> Section:
    known = form.part(one["code"])
    if known is None:
        return Section(
            one["code"],
            number,
            one["title"],
            level=one["level"],
            by_hand=True,
            hint=one["hint"],
            asks=_("cấp ủy; mục này không lấy từ số liệu"),
        )
    return replace(
        known, number=number, title=one["title"], level=one["level"], hint=one["hint"] or known.hint
    )


def _numbers(headings: Iterable[Heading]) -> Iterable[str]:
    great = small = 0
    for one in headings:
        if one["level"] == 1:
            great, small = great + 1, 0
            yield roman(great)
        else:
            small += 1
            yield str(small)


def roman(number: int) -> str:
    """14 → "XIV"; for 1 to 89."""
    found = ""
    for value, letters in ROMAN:
        while number >= value:
            found, number = found + letters, number - value
    return found


@dataclass(frozen=True)
class Ready:
    """An outline that comes with the house."""

    label: object
    text: str


_RESULTS = """- Học tập, quán triệt
- Đăng ký học tập, thực hành
- Nội dung đột phá
- Trách nhiệm nêu gương
- Mô hình, điển hình
- Sinh hoạt chi bộ, sinh hoạt dưới cờ
- Tuyên truyền, an sinh xã hội, ý kiến nhân dân
- Kiểm tra, giám sát
- Biểu dương, khen thưởng
- Gắn với nhiệm vụ chính trị
"""
_REVIEW = f"""Đặc điểm tình hình | Tình hình chung
Công tác lãnh đạo, chỉ đạo
Kết quả thực hiện
{_RESULTS}Đánh giá chung
- Ưu điểm | | Việc nổi bật, nơi làm tốt
- Hạn chế, nguyên nhân | Hạn chế, nguyên nhân, bài học
- Bài học kinh nghiệm | Bài học rút ra | Rút ra cho giai đoạn sau
"""
READY: Mapping[str, Ready] = {
    # No guidance lays down what a monthly or quarterly report says (only that cells and communes make them): the
    # month tells what was done and what comes next, the quarter goes through the parts of the yearly one and says
    # what is wanting and why. An office that does it otherwise keeps its own outline, begun from one of these.
    "month": Ready(
        gettext_lazy("Báo cáo tháng"),
        "Kết quả trong tháng\n- Sinh hoạt chi bộ, sinh hoạt dưới cờ\n- Học tập, quán triệt\n"
        "- Đăng ký học tập, thực hành\n- Nội dung đột phá\n- Mô hình, điển hình\n"
        "- Tuyên truyền, việc làm vì dân | Tuyên truyền, an sinh xã hội, ý kiến nhân dân\n"
        "- Kiểm tra, giám sát\n- Biểu dương, khen thưởng\n- Gắn với nhiệm vụ chính trị\n"
        "Khó khăn, vướng mắc | Hạn chế, nguyên nhân, bài học | Việc nào chưa xong, vì sao, cần ai giúp\n"
        "Việc tháng tới | Phương hướng, nhiệm vụ | Việc gì, ai làm, xong ngày nào\n",
    ),
    "quarter": Ready(
        gettext_lazy("Báo cáo quý"),
        f"Công tác lãnh đạo, chỉ đạo\nKết quả thực hiện\n{_RESULTS}"
        "Hạn chế, nguyên nhân | Hạn chế, nguyên nhân, bài học\n"
        "Nhiệm vụ trọng tâm quý tới | Phương hướng, nhiệm vụ\nKiến nghị\n",
    ),
    "half": Ready(
        gettext_lazy("Báo cáo 6 tháng"),
        f"Tình hình chung\nCông tác lãnh đạo, chỉ đạo\nKết quả thực hiện\n{_RESULTS}"
        "Hạn chế, nguyên nhân | Hạn chế, nguyên nhân, bài học\n"
        "Nhiệm vụ trọng tâm 6 tháng tới | Phương hướng, nhiệm vụ\nKiến nghị\n",
    ),
    "year": Ready(
        gettext_lazy("Báo cáo năm"),
        f"Đặc điểm tình hình | Tình hình chung\nCông tác lãnh đạo, chỉ đạo\nKết quả thực hiện\n{_RESULTS}"
        "Hạn chế, nguyên nhân, bài học\n"
        "Phương hướng, nhiệm vụ năm tới | Phương hướng, nhiệm vụ\nKiến nghị\n",
    ),
    "interim": Ready(gettext_lazy("Sơ kết nhiều năm"), f"{_REVIEW}Phương hướng, nhiệm vụ\nKiến nghị\n"),
    "final": Ready(
        gettext_lazy("Tổng kết chỉ thị, kết luận"),
        f"{_REVIEW}Nhiệm vụ, giải pháp giai đoạn tới | Phương hướng, nhiệm vụ\nKiến nghị\n",
    ),
    "movement": Ready(
        gettext_lazy("Tổng kết phong trào thi đua"),
        "Công tác phát động, chỉ đạo | Công tác lãnh đạo, chỉ đạo\nKết quả phong trào\n"
        "- Mô hình, điển hình\n- Tuyên truyền, việc làm vì dân | Tuyên truyền, an sinh xã hội, ý kiến nhân dân\n"
        "- Gương tiêu biểu | Trách nhiệm nêu gương\n- Kết quả nhiệm vụ chính trị | Gắn với nhiệm vụ chính trị\n"
        "Biểu dương, khen thưởng\nHạn chế, nguyên nhân, bài học\nPhương hướng, nhiệm vụ\nKiến nghị\n",
    ),
}

"""What is said on a paper, declared once: boxes, copies, prints, history and what a code confirms are made from it.

A column of a task stands in `FIELDS` or, when nobody says it, in `NOT_SAID`; docs/handbook/a-field.md tells
how one is added.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.numbers import show

# Under which heading of the printed table it stands.
WHAT, DUTY, TARGET, DUE = "what", "duty", "target", "due"
HEADINGS: dict[str, str | Promise] = {
    WHAT: _("Nội dung việc làm"),
    DUTY: _("Gắn với nhiệm vụ, chức trách"),
    TARGET: _("Chỉ tiêu, sản phẩm"),
    DUE: _("Thời gian hoàn thành"),
}


# What may be added in words, pillar by pillar and beyond.
TEXTS = ("shortcomings", "thought", "ethics", "method", "style", "example")


@dataclass(frozen=True)
class TaskField:
    """One column that is said of a task.

    `label` stands before the value, `question` over the box. `heading` is where it is printed, `is_labelled`
    whether its label is printed too. `is_always_asked`: its box and its line are there even when empty.
    `is_compared`: its words are compared with those of other papers. `unit_of` names the number whose unit
    this is: the two are one fact. `if_missing` is said when a box that must be filled is not. `rows` of a box of
    several lines, `longest` in letters where the column has no length of its own.
    """

    name: str
    label: str | Promise
    heading: str
    question: str | Promise = ""
    hint: str | Promise = ""
    if_missing: str | Promise = ""
    is_labelled: bool = False
    is_always_asked: bool = False
    is_compared: bool = False
    unit_of: str = ""
    rows: int = 0
    longest: int | None = None

    def is_chosen_of(self, task: Any) -> bool:
        """Whether its column offers a few answers, of which one is kept."""
        return bool(task._meta.get_field(self.name).choices)

    def said_of(self, task: Any) -> str:
        """Its words as they stand on paper; a number with its unit; nothing for what was left empty."""
        if self.unit_of:
            return ""
        value = getattr(task, self.name)
        if value and self.is_chosen_of(task):
            value = getattr(task, f"get_{self.name}_display")()
        text = plain(getattr(value, "finding", value))
        return f"{text} {_unit_of(self, task)}".strip() if text else ""


FIELDS: tuple[TaskField, ...] = (
    TaskField(
        "what",
        _("Việc sẽ làm"),
        WHAT,
        hint=_("Nên có: làm gì, cho ai, bao nhiêu, đến khi nào."),
        if_missing=_("Hãy viết việc đồng chí sẽ làm."),
        is_always_asked=True,
        is_compared=True,
        rows=5,
        longest=600,
    ),
    TaskField("target_value", _("Chỉ tiêu"), TARGET, is_always_asked=True, is_compared=True),
    TaskField("target_unit", _("Đơn vị tính"), TARGET, is_always_asked=True, unit_of="target_value"),
    TaskField("due", _("Hạn xong"), DUE, hint=_("ngày/tháng/năm"), is_always_asked=True),
    TaskField(
        "tied_to",
        _("Gắn với nhiệm vụ"),
        DUTY,
        question=_("Gắn với nhiệm vụ nào?"),
        is_always_asked=True,
    ),
    TaskField(
        "shortcoming",
        _("Khắc phục hạn chế"),
        "",  # printed under a heading of its own
        question=_("Việc này khắc phục hạn chế nào?"),
    ),
    TaskField(
        "product",
        _("Sản phẩm, minh chứng sẽ có"),
        TARGET,
        hint=_("Ví dụ: sổ ghi từng buổi, ảnh chụp."),
        is_compared=True,
    ),
    TaskField("solution", _("Cách làm"), WHAT, is_labelled=True, is_compared=True, rows=3, longest=1000),
    TaskField(
        "followed_by",
        _("Người theo dõi"),
        WHAT,
        hint=_("Ai cùng theo dõi việc này; để trống thì là chi bộ."),
        is_labelled=True,
    ),
    TaskField(
        "axis",
        _("Trục kết quả"),
        DUTY,
        hint=_("Một trục hoặc để trống; cán bộ lãnh đạo được đánh giá theo sáu trục."),
        is_labelled=True,
    ),
)

# Said at the end of the year, not when it is undertaken: kept by the self-assessment's own event.
AT_THE_END = ("outcome", "outcome_text")
# Nobody says these: where it belongs, its place, and the duty of the title that `tied_to` was found to be.
NOT_SAID = ("id", "registration", "order", "duty")

NAMES = tuple(field.name for field in FIELDS)
OPTIONAL = tuple(field for field in FIELDS if not field.is_always_asked)
COMPARED = tuple(field for field in FIELDS if field.is_compared)


def plain(value: Any) -> str:
    """A column's value in words that are read back: days and numbers the Vietnamese way."""
    if isinstance(value, dt.date):
        return show_date(value)
    if isinstance(value, Decimal):
        return show(value)
    return "" if value is None else str(value)


def _unit_of(field: TaskField, task: Any) -> str:
    return next((getattr(task, one.name) for one in FIELDS if one.unit_of == field.name), "")

"""Decisions about exemplars: no database, no clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.exemplars.words import (
    COLLECTIVE,
    DRAFT,
    INDIVIDUAL,
    LONGEST_STORY,
    PER_MONTH,
    PER_YEAR,
    PROPOSED,
    PUBLISHED,
    RETURNED,
    TOTAL,
    WITHDRAWABLE,
    WITHDRAWN,
    WRITABLE,
)
from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import fold

__all__ = [
    "COLLECTIVE",
    "DRAFT",
    "INDIVIDUAL",
    "PER_MONTH",
    "PER_YEAR",
    "PROPOSED",
    "PUBLISHED",
    "RETURNED",
    "TOTAL",
    "WITHDRAWABLE",
    "WITHDRAWN",
    "WRITABLE",
]

STEPS = Steps(
    [
        step("propose", frm=WRITABLE, to=PROPOSED),
        step("return", frm=[PROPOSED], to=RETURNED),
        step("publish", frm=[PROPOSED], to=PUBLISHED),
        step("withdraw", frm=WITHDRAWABLE, to=WITHDRAWN),
    ]
)

RETURN_REASONS = (
    gettext_lazy("chưa nêu rõ việc cụ thể"),
    gettext_lazy("chưa có kết quả cụ thể"),
    gettext_lazy("chưa có minh chứng"),
    gettext_lazy("người được nêu tên chưa đồng ý"),
    gettext_lazy("dài, cần gọn lại"),
)


@dataclass(frozen=True)
class Result:
    """A result to be: 33 hộ, in all, counted until a day; 100 tấn, every year."""

    value: Decimal
    unit_of_count: str
    label: str = ""
    recurrence: str = TOTAL
    counted_until: dt.date | None = None


def must_tell(title: str, story: str) -> None:
    """A deed has a sentence and a story of a few lines."""
    if not title:
        raise BadInput(_("Nêu việc làm trong một câu: ai, làm gì, ở đâu."), "title")
    if not story:
        raise BadInput(_("Kể câu chuyện trong vài dòng: bắt đầu thế nào, làm ra sao, ai được lợi."), "story")
    if len(story) > LONGEST_STORY:
        raise BadInput(
            _("Câu chuyện dài quá %(most)s chữ cái. Gọn lại để nơi khác đọc hết.") % {"most": LONGEST_STORY},
            "story",
        )


def must_name_someone(subject: str, names: Iterable[str]) -> None:
    """The deed of a person names the person."""
    if subject == INDIVIDUAL and not any(names):
        raise BadInput(_("Ghi tên người làm việc này."), "names")


def must_still_name_someone(subject: str, others: Iterable[str]) -> None:
    """What one person did cannot be told without the person: it is told of the collective, or no more."""
    if subject == INDIVIDUAL and not any(others):
        raise BadInput(
            _("Bài chỉ nêu một người. Mở trang Sửa để chuyển thành bài của tập thể, hoặc rút bài."), "story"
        )


def must_not_repeat(names: Iterable[str]) -> None:
    """Everyone is named once."""
    seen: set[str] = set()
    for name in map(fold, names):
        if name in seen:
            raise BadInput(_("Một người được ghi hai lần. Giữ một dòng."), "names")
        seen.add(name)


def must_be_counted(results: Iterable[Result]) -> None:
    """A number is more than nothing and says what it counts."""
    for one in results:
        if one.value <= 0:
            raise BadInput(_("Kết quả là một số lớn hơn 0; không có thì bỏ dòng ấy."), "results")
        if not one.unit_of_count:
            raise BadInput(_("Ghi đơn vị tính của kết quả, ví dụ hộ, tấn, m²."), "results")


def must_give_a_reason(reason: str) -> None:
    """Whatever is returned or withdrawn says why."""
    if not reason:
        raise BadInput(_("Ghi lý do, để người viết biết phải sửa chỗ nào."), "reason")

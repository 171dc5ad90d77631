"""What a task says, and what was done on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput

OTHER = "other"


MOST_PHOTOS = 5


LARGEST_TARGET = Decimal(10) ** 13


MOST_TASKS = (
    5  # "1–2 việc làm theo" is usual for a person and a year; a title with many duties may ask for more
)


def must_be_past(day: dt.date, today: dt.date, year: int) -> None:
    """A line tells of what was done: not in the future, not long before the year it belongs to."""
    if day > today:
        raise BadInput(_("Ngày làm chưa đến. Nhập ngày hôm nay hoặc ngày trước đó."), "on")
    if day.year < year - 1:
        raise BadInput(
            _("Ngày làm quá xa so với bản đăng ký năm %(year)s. Kiểm tra lại năm.") % {"year": year}, "on"
        )


def must_be_few(count: int) -> None:
    """At most five photos a line."""
    if count > MOST_PHOTOS:
        raise BadInput(_("Chọn nhiều nhất %(n)s ảnh cho mỗi lần ghi.") % {"n": MOST_PHOTOS}, "photos")


def must_say_something(text: str, value: Decimal | None) -> None:
    """A line has words or a number, and numbers count upwards."""
    if not text and value is None:
        raise BadInput(_("Ghi một câu đã làm được gì, hoặc con số đạt thêm."), "text")
    if value is not None and value < 0:
        raise BadInput(_("Con số đạt thêm không thể nhỏ hơn 0."), "value")


@dataclass(frozen=True)
class Undertaking:
    """One task as it was read from the page: what, for which duty, how much, by when."""

    what: str
    tied_to: str = ""
    target_value: Decimal | None = None
    target_unit: str = ""
    product: str = ""
    due: dt.date | None = None
    solution: str = ""
    followed_by: str = ""
    shortcoming: int | None = None
    axis: str = ""


def must_be_whole(tasks: Sequence[Undertaking]) -> None:
    """Every task says what; a target is a positive number of something."""
    if not tasks:
        raise BadInput(_("Hãy viết việc đồng chí sẽ làm."), "what")
    if len(tasks) > MOST_TASKS:
        raise BadInput(_("Mỗi năm đăng ký nhiều nhất %(n)s việc.") % {"n": MOST_TASKS}, "what")
    for task in tasks:
        if not task.what:
            raise BadInput(_("Hãy viết việc đồng chí sẽ làm."), "what")
        must_be_a_target(task.target_value, task.target_unit)


def must_mend_ones_own(tied: Iterable[int], known: Iterable[int]) -> None:
    """A task mends what its owner has to mend, nobody else's."""
    if not set(tied) <= set(known):
        raise BadInput(_("Hạn chế đã chọn không còn mở. Chọn lại hạn chế mà việc này khắc phục."), "what")


def must_be_a_target(value: Decimal | None, unit: str) -> None:
    """A target is a positive number and says of what."""
    if value is None:
        return
    if value <= 0:
        raise BadInput(_("Chỉ tiêu phải lớn hơn 0."), "target_value")
    if value >= LARGEST_TARGET:
        raise BadInput(_("Chỉ tiêu lớn quá. Kiểm tra lại con số và đơn vị tính."), "target_value")
    if not unit:
        raise BadInput(_("Ghi đơn vị tính của chỉ tiêu, ví dụ người, buổi, hồ sơ."), "target_unit")

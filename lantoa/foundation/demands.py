"""What every room demands of what is typed: something said, a day that has come, an end after the beginning."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean


def must_say(text: str, field: str, message: str) -> str:
    """The text cleaned; BadInput with the message when nothing is left."""
    said = clean(text)
    if not said:
        raise BadInput(message, field)
    return said


def must_have_happened(day: dt.date, today: dt.date, field: str) -> None:
    """What is recorded has already taken place; tomorrow's gifts are recorded tomorrow."""
    if day > today:
        raise BadInput(_("Ngày này chưa đến. Chỉ ghi việc đã làm; kiểm tra lại ngày, tháng, năm."), field)


def must_come_after(day: dt.date, earlier: dt.date, what: str, field: str) -> None:
    """`what` names the earlier day: "ngày tiếp nhận"."""
    if day < earlier:
        raise BadInput(_("Ngày này sớm hơn %(what)s. Kiểm tra lại ngày, tháng, năm.") % {"what": what}, field)


def must_be_whole(number: Decimal | int, field: str) -> int:
    """So many people, not two and a half."""
    if number != int(number):
        raise BadInput(_("Nhập số nguyên."), field)
    return int(number)


def must_end_after_start(starts: dt.date, ends: dt.date | None, field: str = "ends") -> None:
    """Half-open dates: BadInput when the end is not after the start."""
    if ends is not None and ends <= starts:
        raise BadInput(_("Ngày kết thúc phải sau ngày bắt đầu."), field)

"""Words of collection rounds that even the tables are declared with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.numbers import show


class State(models.TextChoices):
    """How far a round is."""

    OPEN = "open", _("đang mở")
    CLOSED = "closed", _("đã đóng")
    WITHDRAWN = "withdrawn", _("đã rút lại")


class Status(models.TextChoices):
    """How far the answer of one unit is."""

    ASKED = "asked", _("chờ xác nhận")
    SENT = "sent", _("đã gửi")
    GIVEN_BACK = "given_back", _("trả lại để xem lại")
    ACCEPTED = "accepted", _("đã nhận")


class Kind(models.TextChoices):
    """What stands in a cell of the form."""

    FIGURE = "figure", _("con số")
    PROSE = "prose", _("lời và số, ví dụ 15/15 (đạt 100%)")


class Adds(models.TextChoices):
    """How a cell of the level above comes from those below."""

    SUM = "sum", _("cộng các đơn vị")
    PARTS = "parts", _("cộng riêng tử số, mẫu số")
    RECOUNT = "recount", _("không cộng được, đếm lại từ bản ghi")
    APART = "apart", _("không cộng, nêu riêng từng đơn vị")


@dataclass(frozen=True)
class Amount:
    """A number, over a whole where it is a ratio; None is not known."""

    value: Decimal | None = None
    whole: Decimal | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is a number."""
        return self.value is not None

    def __add__(self, other: Amount) -> Amount:
        return Amount(_plus(self.value, other.value), _plus(self.whole, other.whole))

    def __sub__(self, other: Amount) -> Amount:
        return self + Amount(_minus(other.value), _minus(other.whole))

    def show(self) -> str:
        """ "12", "15/16"; "chưa biết" where it is not known."""
        if self.value is None:
            return gettext("chưa biết")
        return show(self.value) if self.whole is None else f"{show(self.value)}/{show(self.whole)}"

    def show_change(self) -> str:
        """ "+3", "−2", "+3/+4"."""
        signed = [
            ("" if part < 0 else "+") + show(part) for part in (self.value, self.whole) if part is not None
        ]
        return "/".join(signed)


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other


def _minus(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number

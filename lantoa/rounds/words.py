"""Words of collection rounds that even the tables are declared with."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


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

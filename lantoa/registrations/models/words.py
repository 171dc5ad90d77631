"""The ready words of this room: why a paper comes back, how it is confirmed, how far a task came."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

# A code that confirms what was typed for somebody: until when it works, and how many wrong answers it bears.
CODE_LASTS = dt.timedelta(days=14)
CODE_TRIES = 5


class ReturnReason(models.TextChoices):
    """The ready sentences a paper is sent back with; its owner reads them word for word."""

    NOT_CONCRETE = "not_concrete", _("chưa nêu rõ việc cụ thể")
    NO_TARGET = "no_target", _("chưa có chỉ tiêu cụ thể")
    NO_DEADLINE = "no_deadline", _("chưa có thời hạn")
    NO_DUTY = "no_duty", _("chưa gắn nhiệm vụ")
    SAME_AS_LAST_YEAR = "same_as_last_year", _("nội dung trùng bản đăng ký năm trước")
    OTHER = "other", _("khác (ghi rõ)")


class Outcome(models.TextChoices):
    """How far a task came, in its owner's own judgement."""

    DONE = "done", _("đã hoàn thành")
    GOING_ON = "going_on", _("đang thực hiện")
    NOT_BEGUN = "not_begun", _("chưa thực hiện")


class Confirmation(models.TextChoices):
    """How the owner of a paper that somebody else typed said that it is hers."""

    SIGNED_IN = "signed_in", _("tự xác nhận trên hệ thống")
    MEETING = "meeting", _("xác nhận tại buổi sinh hoạt")
    SIGNATURE = "signature", _("ký trên bản giấy")
    CODE = "code", _("xác nhận bằng mã")

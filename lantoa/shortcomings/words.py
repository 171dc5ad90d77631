"""The ready words of this room: where a shortcoming comes from, and how far it is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    """Where it was found."""

    SELF = "self", _("tự nhận")
    REVIEW = "review", _("kiểm điểm")
    INSPECTION = "inspection", _("kiểm tra")
    OVERSIGHT = "oversight", _("giám sát")


class Status(models.TextChoices):
    """How far it is."""

    OPEN = "open", _("đang khắc phục")
    REPORTED = "reported", _("chờ kiểm tra, xác nhận")
    VERIFIED = "verified", _("đã khắc phục")
    WITHDRAWN = "withdrawn", _("đã rút, ghi nhầm")

"""What may be awarded: to whom, at which level, in which form."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.commendations import words


class Subject(models.TextChoices):
    """Who is commended. "Unsplit" is for sources that name a sum of collectives and individuals only."""

    COLLECTIVE = words.COLLECTIVE, _("tập thể")
    INDIVIDUAL = words.INDIVIDUAL, _("cá nhân")
    UNSPLIT = words.UNSPLIT, _("tập thể, cá nhân (chưa tách)")


class AwardLevel(models.TextChoices):
    """The level that decides."""

    CELL = words.CELL, _("chi bộ")
    GRASSROOTS = words.GRASSROOTS, _("cơ sở")
    SUPERIOR = words.SUPERIOR, _("cấp trên cơ sở")
    PROVINCE = words.PROVINCE, _("tỉnh")
    CENTRAL = words.CENTRAL, _("Trung ương")
    PRIME_MINISTER = words.PRIME_MINISTER, _("Thủ tướng Chính phủ")


class Form(models.TextChoices):
    """What is given."""

    CERTIFICATE = words.CERTIFICATE, _("giấy khen")
    DIPLOMA = words.DIPLOMA, _("bằng khen")
    FLAG = words.FLAG, _("cờ")
    PRAISE = words.PRAISE, _("biểu dương")
    LETTER = words.LETTER, _("thư khen")
    BADGE = words.BADGE, _("kỷ niệm chương, giấy chứng nhận")
    OTHER = words.OTHER, _("hình thức khác")

"""The fields that practices belong to, and the levels at which they are registered."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecognitionLevel(models.TextChoices):
    """At which level a practice is registered or recognised."""

    CELL = "cell", _("cấp chi bộ")
    GRASSROOTS = "grassroots", _("cấp cơ sở")
    SUPERIOR = "superior", _("cấp trên trực tiếp cơ sở")
    PROVINCE = "province", _("cấp tỉnh")
    CENTRAL = "central", _("cấp Trung ương")


class Field(models.Model):
    """A field that practices belong to. The list is data: provinces divide it differently."""

    name = models.CharField(_("lĩnh vực"), max_length=120, unique=True)
    short_name = models.CharField(_("tên gọn"), max_length=60, blank=True)
    place = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_offered = models.BooleanField(_("còn dùng"), default=True)

    class Meta:
        verbose_name = _("lĩnh vực")
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """What a small tag shows."""
        return self.short_name or self.name

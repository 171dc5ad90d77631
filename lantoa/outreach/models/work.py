"""Works built for people."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.outreach.models.giving import Campaign
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded


class WorkQuerySet(OutreachQuerySet):
    """Words for asking which works."""

    def handed_over(self) -> Self:
        """Those that people already use."""
        return self.filter(handed_over_on__isnull=False)

    def new_houses(self) -> Self:
        """Houses built anew; repairs are another thing."""
        return self.filter(kind=Work.Kind.HOUSE, build=Work.Build.NEW)

    def repaired_houses(self) -> Self:
        """Houses mended for those who live in them."""
        return self.filter(kind=Work.Kind.HOUSE, build=Work.Build.REPAIR)


class Work(Recorded):
    """Something built or mended for people."""

    class Kind(models.TextChoices):
        HOUSE = "house", _("nhà ở")
        ROAD = "road", _("đường giao thông")
        BRIDGE = "bridge", _("cầu")
        SCHOOL = "school", _("trường, lớp học")
        WATER = "water", _("nước sạch, thủy lợi")
        CULTURE = "culture", _("nhà văn hóa, sân chơi")
        LIGHTING = "lighting", _("điện, chiếu sáng")
        OTHER = "other", _("công trình khác")

    class Build(models.TextChoices):
        NEW = "new", _("xây mới")
        REPAIR = "repair", _("sửa chữa")

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, related_name="works", verbose_name=_("cuộc vận động")
    )
    kind = models.CharField(_("loại công trình"), max_length=12, choices=Kind)
    build = models.CharField(_("hình thức"), max_length=10, choices=Build, default=Build.NEW)
    name = models.CharField(_("tên công trình"), max_length=250)
    place = models.CharField(_("nơi xây dựng"), max_length=250, blank=True)
    cost = models.BigIntegerField(_("kinh phí (đồng)"), null=True, blank=True)
    funded_by = models.CharField(_("nguồn kinh phí"), max_length=250, blank=True)
    handed_over_on = models.DateField(_("bàn giao ngày"), null=True, blank=True)

    objects = WorkQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("công trình")
        indexes = [models.Index(fields=["unit", "handed_over_on"], name="works_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gt=0), name="a_work_costs_something_or_is_not_said"
            ),
        ]

    def __str__(self) -> str:
        return self.name

"""What personal data is kept for, and on which basis: rows that hold from a day on."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _


class PurposeQuerySet(models.QuerySet["Purpose"]):
    """Words for asking which purposes."""

    def on(self, day: dt.date) -> list[Purpose]:
        """What holds on this day, one row a purpose, in the order of the register."""
        rows = self.filter(starts__lte=day).order_by("code", "starts")
        return sorted({one.code: one for one in rows}.values(), key=lambda one: (one.order, one.code))


class Purpose(models.Model):
    """One purpose and its basis from a day on; the latest row of a code holds. What the basis is, counsel says."""

    class Basis(models.TextChoices):
        UNSET = "unset", _("chưa xác định, chờ bộ phận pháp chế")
        LAW = "law", _("luật, văn bản của Nhà nước")
        PARTY = "party", _("Điều lệ, quy định của Đảng")
        CONSENT = "consent", _("sự đồng ý của người ấy")
        AGREEMENT = "agreement", _("thỏa thuận với người ấy")

    code = models.SlugField(_("mã"), max_length=20)
    starts = models.DateField(_("từ ngày"))
    order = models.PositiveSmallIntegerField(default=50)
    name = models.CharField(_("mục đích"), max_length=160)
    basis = models.CharField(_("loại căn cứ"), max_length=10, choices=Basis, default=Basis.UNSET)
    text = models.CharField(_("văn bản, điều, khoản"), max_length=400, blank=True)

    objects = PurposeQuerySet.as_manager()

    class Meta:
        verbose_name = _("mục đích xử lý dữ liệu")
        ordering = ["order", "code", "starts"]
        constraints = [
            models.UniqueConstraint(fields=["code", "starts"], name="a_purpose_changes_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(basis="unset") | ~models.Q(text=""),
                name="a_basis_says_where_it_is_written",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_unset(self) -> bool:
        """Nobody has said yet on which basis."""
        return self.basis == self.Basis.UNSET

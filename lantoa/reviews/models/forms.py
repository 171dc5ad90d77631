"""The papers and the terms of reviewing: dated data that an office keeps, not code."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.reviews.words import Code, Gathers, Reading


class TemplateQuerySet(models.QuerySet["Template"]):
    """Words for asking which paper."""

    def on(self, day: dt.date) -> TemplateQuerySet:
        """Those in force that day, one of each code: of several begun, the one begun last."""
        begun = Template.objects.filter(code=models.OuterRef("code"), starts__lte=day)
        return self.filter(pk=models.Subquery(begun.order_by("-starts").values("pk")[:1]))


class Template(models.Model):
    """One paper of the guidance from a day on: its sections, the most that its marks may be, on what it rests."""

    code = models.CharField(_("mẫu"), max_length=2, choices=Code)
    title = models.CharField(_("tên văn bản"), max_length=200)
    starts = models.DateField(_("áp dụng từ ngày"))
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)
    common_most = models.PositiveSmallIntegerField(_("điểm tối đa, tiêu chí chung"), null=True, blank=True)
    task_most = models.PositiveSmallIntegerField(_("điểm tối đa, kết quả nhiệm vụ"), null=True, blank=True)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mẫu kiểm điểm")
        ordering = ["code", "-starts"]
        constraints = [
            models.UniqueConstraint(fields=["code", "starts"], name="one_paper_of_a_code_begins_on_a_day"),
            models.CheckConstraint(
                condition=Q(common_most__isnull=True, task_most__isnull=True)
                | Q(common_most__isnull=False, task_most__isnull=False),
                name="a_paper_has_both_marks_or_none",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_code_display())

    @property
    def has_marks(self) -> bool:
        """Whether whoever writes it says marks of herself."""
        return self.common_most is not None

    @property
    def total_most(self) -> int:
        """The most of both parts together."""
        return (self.common_most or 0) + (self.task_most or 0)


class Section(models.Model):
    """One heading of a paper, what is put before its writer, and whether it must say something."""

    template = models.ForeignKey(Template, models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    number = models.CharField(_("số mục"), max_length=10)
    heading = models.CharField(_("tên mục"), max_length=300)
    gathers = models.CharField(_("lấy sẵn"), max_length=12, choices=Gathers, blank=True)
    is_required = models.BooleanField(_("phải viết"), default=False)

    class Meta:
        verbose_name = _("mục của mẫu kiểm điểm")
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["template", "order"], name="sections_stand_in_order")]

    def __str__(self) -> str:
        return f"{self.number}. {self.heading}"


class Terms(models.Model):
    """How reviewing goes from a day on. An empty number: nothing is known, so nothing is asked for."""

    starts = models.DateField(_("áp dụng từ ngày"), unique=True)
    draft_days = models.PositiveSmallIntegerField(_("đọc dự thảo trước họp (ngày làm việc)"), default=3)
    reply_days = models.PositiveSmallIntegerField(_("trả lời nhận xét trong (ngày làm việc)"), default=5)
    quorum_percent = models.PositiveSmallIntegerField(_("dự họp ít nhất (%)"), null=True, blank=True)
    complain_days = models.PositiveSmallIntegerField(
        _("khiếu nại trong (ngày làm việc)"), null=True, blank=True
    )
    answer_days = models.PositiveSmallIntegerField(
        _("giải quyết khiếu nại trong (ngày làm việc)"), null=True, blank=True
    )
    ceiling_percent = models.PositiveSmallIntegerField(_("xuất sắc không quá (%)"), null=True, blank=True)
    ceiling_most = models.PositiveSmallIntegerField(_("cấp có thẩm quyền cho đến (%)"), null=True, blank=True)
    reading = models.CharField(_("mẫu số"), max_length=16, choices=Reading, default=Reading.GOOD_ONLY)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("quy tắc kiểm điểm")
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ceiling_most__isnull=True) | Q(ceiling_most__gte=F("ceiling_percent")),
                name="a_ceiling_is_only_raised",
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.starts:%d/%m/%Y}"

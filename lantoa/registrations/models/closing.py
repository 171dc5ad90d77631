"""The end of the year: what its owner says came of it, what the cell says, how it was closed."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.meetings.models import Meeting
from lantoa.people.models import Person
from lantoa.registrations.models.paper import Registration


class Conclusion(models.TextChoices):
    """What a meeting of the cell concluded about the year's undertaking; no mark is given."""

    COMPLETED = "completed", _("đã hoàn thành nội dung đăng ký")
    PARTLY = "partly", _("hoàn thành một phần")
    NOT = "not", _("chưa hoàn thành")


class YearEnd(models.Model):
    """Self-assessment, the cell's remark, the owner's answer, the conclusion: of one registration."""

    class Status(models.TextChoices):
        ASSESSED = "assessed", _("đã tự đánh giá")
        REMARKED = "remarked", _("chi bộ đã nhận xét")
        CLOSED = "closed", _("đã chốt")

    registration = models.OneToOneField(Registration, models.CASCADE, related_name="year_end")
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.ASSESSED)
    overall = models.TextField(_("tự nhận xét chung"), blank=True)
    assessed_on = models.DateField(_("ngày tự đánh giá"))
    assessed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    remark = models.TextField(_("nhận xét của chi bộ"), blank=True)
    conclusion = models.CharField(_("kết luận"), max_length=10, choices=Conclusion, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="year_ends",
        verbose_name=_("buổi họp"),
    )
    meeting_on = models.DateField(_("ngày họp"), null=True, blank=True)
    minutes_number = models.CharField(_("số biên bản"), max_length=40, blank=True)
    remarked_at = models.DateTimeField(_("nhận xét lúc"), null=True, blank=True)
    remarked_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answer_by = models.DateField(_("nêu ý kiến đến hết ngày"), null=True, blank=True)

    reply = models.TextField(_("ý kiến của người đăng ký"), blank=True)
    replied_at = models.DateTimeField(_("nêu ý kiến lúc"), null=True, blank=True)

    closed_on = models.DateField(_("ngày chốt"), null=True, blank=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("kết quả cuối năm")
        constraints = [
            models.CheckConstraint(
                condition=Q(status="assessed")
                | Q(meeting_on__isnull=False, remarked_at__isnull=False, answer_by__isnull=False)
                & ~Q(minutes_number="")
                & ~Q(conclusion=""),
                name="a_remark_names_its_meeting_and_gives_time_to_answer",
            ),
            models.CheckConstraint(
                condition=~Q(status="closed") | Q(closed_on__isnull=False), name="a_closed_year_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.registration)

    @property
    def is_assessed(self) -> bool:
        """Waits for the cell's remark."""
        return self.status == self.Status.ASSESSED

    @property
    def is_remarked(self) -> bool:
        """The remark is known to the owner, who may answer."""
        return self.status == self.Status.REMARKED

    @property
    def is_closed(self) -> bool:
        """The last word is written."""
        return self.status == self.Status.CLOSED

    @property
    def is_answered(self) -> bool:
        """Whether the owner answered the remark as it now stands."""
        return bool(self.replied_at and self.remarked_at and self.replied_at >= self.remarked_at)

    def may_close(self, on: dt.date) -> bool:
        """After the owner's answer, or when the days to answer are over."""
        over = self.answer_by is not None and on > self.answer_by
        return self.is_remarked and (self.is_answered or over)

"""What was erased on request, what goes when its time is over, and what the clock proposes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.people.models import Person
from lantoa.personal_data.models.requests import DataRequest
from lantoa.personal_data.words import Expiring, ProposalStatus


class Erasure(models.Model):
    """Parts of what was kept of a person are gone, by the request of this number. It says which, not what stood there.

    `request` is None where it was erased again after a copy was brought back: the number alone came from outside, and
    the request stands open again or not at all.
    """

    number = models.CharField(_("yêu cầu số"), max_length=40, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="erasures")
    request = models.OneToOneField(DataRequest, models.PROTECT, null=True, related_name="erasure")
    parts = models.JSONField(_("phần đã xóa"), default=list)
    at = models.DateTimeField(_("lúc"), default=clock.now)

    class Meta:
        verbose_name = _("việc xóa theo yêu cầu")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.number


class RetentionRule(models.Model):
    """How many months something is kept, from a day on, and where that is said. Empty: not known, never proposed."""

    kind = models.CharField(_("loại"), max_length=10, choices=Expiring)
    starts = models.DateField(_("áp dụng từ ngày"))
    months = models.PositiveSmallIntegerField(_("giữ thêm (tháng)"), null=True, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("hạn lưu giữ")
        ordering = ["kind", "-starts"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "starts"], name="one_rule_of_a_kind_begins_on_a_day")
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class RetentionProposal(models.Model):
    """The clock has found what is older than its rule; nothing goes before a person says yes."""

    kind = models.CharField(_("loại"), max_length=10, choices=Expiring)
    before = models.DateField(_("cũ hơn ngày"))
    count = models.PositiveIntegerField(_("số dòng"))
    proposed_on = models.DateField(_("ngày đề xuất"))
    status = models.CharField(
        _("tình trạng"), max_length=10, choices=ProposalStatus, default=ProposalStatus.WAITING
    )
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(_("ngày quyết định"), null=True)
    reason = models.CharField(_("lý do chưa xóa"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("đề xuất xóa khi hết hạn lưu")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=Q(status="waiting"), name="one_proposal_of_a_kind_waits"
            ),
            models.CheckConstraint(
                condition=Q(status="waiting") | Q(answered_by__isnull=False, answered_on__isnull=False),
                name="nothing_goes_without_a_person_who_said_so",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

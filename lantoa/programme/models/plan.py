"""Plans of the units: on which superior plans they rest, their lines, how far they have come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from lantoa.documents.models import Document
from lantoa.foundation import clock
from lantoa.foundation.dates import Period
from lantoa.foundation.half_open import ends_after_start
from lantoa.foundation.models import Attachment
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Beginning
from lantoa.programme.models.core import OfUnitQuerySet, Theme

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class Axis(models.TextChoices):
    """The six lines of results by which work is judged (Hướng dẫn 02-HD/BTCTW, 22/5/2026); one or none, never two."""

    ECONOMY = "economy", _("Phát triển kinh tế - xã hội, nhiệm vụ chính trị")
    INSTITUTIONS = "institutions", _("Thể chế, phân cấp, kiểm tra")
    INNOVATION = "innovation", _("Khoa học, đổi mới sáng tạo, chuyển đổi số")
    PARTY = "party", _("Xây dựng Đảng, đoàn kết, phòng, chống tham nhũng, lãng phí, tiêu cực")
    PEOPLE = "people", _("Văn hóa, con người, an sinh xã hội")
    DEFENCE = "defence", _("Quốc phòng, an ninh, đối ngoại")


class PlanQuerySet(OfUnitQuerySet):
    """Words for plans."""

    def issued(self) -> PlanQuerySet:
        """Those that carry a number and a date."""
        return self.exclude(status__in=[Plan.Status.DRAFT, Plan.Status.SUBMITTED])

    def being_carried_out(self) -> PlanQuerySet:
        """Those issued whose year or term has not been summed up."""
        return self.filter(status__in=[Plan.Status.ISSUED, Plan.Status.REVIEWED])

    def issued_by(self, day: dt.date) -> PlanQuerySet:
        """Those issued on that day or before it."""
        return self.issued().filter(issued_on__lte=day)

    def of_term(self) -> PlanQuerySet:
        """For the whole term."""
        return self.filter(scope=Theme.Span.TERM)

    def of_year(self) -> PlanQuerySet:
        """For one year."""
        return self.filter(scope=Theme.Span.YEAR)

    def asking_below(self) -> PlanQuerySet:
        """Issued ones that ask the units directly below for a plan of their own by a day.

        Whether they answered what was asked before the office began is not known here.
        """
        return self.issued().filter(Beginning.objects.in_use_on(OuterRef("lower_by")), lower_by__isnull=False)

    def for_time_of(self, plan: Plan) -> PlanQuerySet:
        """Those that share some of the time of that plan."""
        return self.filter(starts__lt=plan.ends, ends__gt=plan.starts)

    def answering(self, *, pk: Any, scope: Any, starts: Any, ends: Any) -> PlanQuerySet:
        """Issued plans that carry out the plan told: that cite it, or cite none and are for the same time."""
        same_time = Q(rests_on__isnull=True, scope=scope, starts__lt=ends, ends__gt=starts)
        return self.issued().filter(Q(rests_on=pk) | same_time)

    def on_time(self) -> PlanQuerySet:
        """Issued by the day that a superior's plan, on which they rest, asked for."""
        above = Plan.objects.filter(carried_on_by=OuterRef("pk"), lower_by__gte=OuterRef("issued_on"))
        return self.issued().filter(Exists(above))

    def _from_above(self, actor: Actor) -> PlanQuerySet:
        """Superiors' drafts are their own matter until they are issued."""
        return Plan.objects.filter(unit__in=actor.units_in_line).filter(Q(pk__in=Plan.objects.issued()))


class Plan(models.Model):
    """How a unit carries the programme out in a year or a term: drafted, submitted, issued, summed up, closed.

    `document` is its line in the unit's register of papers; none where its symbol is none of a register.
    `rests_on` are the superiors' plans kept here; `other_bases` names what is not, a document a line. `lower_by` is
    the last day on which the units directly below issue theirs; empty where none is asked of them.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("bản nháp")
        SUBMITTED = "submitted", _("đã trình")
        ISSUED = "issued", _("đã ban hành")
        REVIEWED = "reviewed", _("đã sơ kết 6 tháng")
        SUMMED_UP = "summed_up", _("đã tổng kết")
        CLOSED = "closed", _("đã đóng")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="plans")
    scope = models.CharField(_("kế hoạch"), max_length=4, choices=Theme.Span, default=Theme.Span.YEAR)
    title = models.CharField(_("tên kế hoạch"), max_length=300)
    rests_on = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="carried_on_by")
    other_bases = models.TextField(_("căn cứ khác"), max_length=4000, blank=True, db_default="", default="")
    purpose = models.TextField(_("mục đích, yêu cầu"), max_length=4000, blank=True, db_default="", default="")
    content = models.TextField(_("nội dung"), blank=True)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.DRAFT)
    return_reason = models.CharField(_("lý do trả lại"), max_length=500, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    document = models.OneToOneField(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("số trong sổ văn bản"),
    )
    lower_by = models.DateField(_("cấp dưới ban hành chậm nhất ngày"), null=True, blank=True)
    reviewed_on = models.DateField(_("sơ kết ngày"), null=True, blank=True)
    review = models.TextField(_("kết quả 6 tháng"), max_length=4000, blank=True, db_default="", default="")
    summed_up_on = models.DateField(_("tổng kết ngày"), null=True, blank=True)
    summing_up = models.TextField(
        _("kết quả cả năm, cả khóa"), max_length=4000, blank=True, db_default="", default=""
    )
    file = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("kế hoạch")
        ordering = ["-starts", "-pk"]
        constraints = [
            ends_after_start("a_plan_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "submitted"]) | (~Q(number="") & Q(issued_on__isnull=False)),
                name="an_issued_plan_has_a_number_and_a_date",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "starts"], name="plans_of_a_unit"),
            # Few of a country's plans wait for a number, and few ask those below for one of their own.
            models.Index(fields=["unit"], condition=Q(status="submitted"), name="plans_without_a_number"),
            models.Index(
                fields=["lower_by"], condition=Q(lower_by__isnull=False), name="plans_that_ask_below"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its own page."""
        return place_of("programme:plan", self.pk)

    @property
    def period(self) -> Period:
        """The year or the term."""
        return Period(self.starts, self.ends)

    @property
    def is_issued(self) -> bool:
        """Whether it carries a number and a date."""
        return self.status not in (self.Status.DRAFT, self.Status.SUBMITTED)

    @property
    def is_being_carried_out(self) -> bool:
        """Whether its lines are still being done."""
        return self.status in (self.Status.ISSUED, self.Status.REVIEWED)

    @property
    def symbol(self) -> str:
        """How others cite it: "Kế hoạch số 30-KH/ĐU ngày 05/01/2026"."""
        return f"Kế hoạch số {self.number} ngày {self.issued_on:%d/%m/%Y}" if self.is_issued else self.title


class PlanTaskQuerySet(models.QuerySet["PlanTask"]):
    """Words for the lines of plans."""

    def visible_to(self, actor: Actor) -> PlanTaskQuerySet:
        """Whoever may read the plan may read its lines."""
        return self.filter(plan__in=Plan.objects.visible_to(actor))

    def to_do(self) -> PlanTaskQuerySet:
        """Those of plans that are being carried out, not done."""
        return self.filter(plan__in=Plan.objects.being_carried_out(), done_on__isnull=True)


class PlanTask(models.Model):
    """One line of a plan's assignment table. `origin` is the superior's line that it carries on."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    origin = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="carried_on_by")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    content = models.CharField(_("nội dung công việc"), max_length=500)
    lead = models.CharField(_("chủ trì"), max_length=200, blank=True)
    with_whom = models.CharField(_("phối hợp"), max_length=200, blank=True)
    due = models.DateField(_("thời gian hoàn thành"), null=True, blank=True)
    product = models.CharField(_("sản phẩm"), max_length=200, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    axis = models.CharField(
        _("trục kết quả"), max_length=12, choices=Axis, blank=True, db_default="", default=""
    )
    done_on = models.DateField(_("đã xong ngày"), null=True, blank=True)
    result = models.CharField(_("kết quả"), max_length=500, blank=True, db_default="", default="")

    objects = PlanTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc trong kế hoạch")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.content

    def get_absolute_url(self) -> str:
        """Its line on the plan's page."""
        return f"{self.plan.get_absolute_url()}#viec-{self.pk}"

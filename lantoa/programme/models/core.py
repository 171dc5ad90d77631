"""The programme itself: its name, pillars, legal bases, themes, directing documents, plans and their tasks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.foundation.models import Attachment
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


OPEN = dt.date(9999, 12, 31)


class DatedQuerySet(models.QuerySet[Any]):
    """Words for rows with half-open dates."""

    def on(self, day: dt.date) -> Any:
        """Those that hold on this day."""
        return self.filter(holds_on(day))


class OfUnitQuerySet(DatedQuerySet):
    """Words for what a unit gives to itself and to everything below it."""

    def for_unit(self, unit: Unit, on: dt.date) -> Any:
        """What applies to the unit: its own and that of every level above it."""
        above = [place.unit_id for place in organisation.ancestors(unit, on)]
        return self.filter(unit__in=[*above, unit.pk])

    def visible_to(self, actor: Actor) -> Any:
        """What applies to the actor's unit, and what the units in reach have."""
        if not actor.may("programme.view"):
            return self.none()
        within = actor.in_reach(self.model.objects.all())
        if actor.unit is None:
            return in_any(self, within)
        return in_any(self, within, self._from_above(actor.unit, actor.on))

    def _from_above(self, unit: Unit, on: dt.date) -> Any:
        return self.model.objects.for_unit(unit, on)


class Kind(models.TextChoices):
    """Kinds of Party documents (Quy định 399-QĐ/TW)."""

    RESOLUTION = "resolution", _("Nghị quyết")
    DIRECTIVE = "directive", _("Chỉ thị")
    CONCLUSION = "conclusion", _("Kết luận")
    REGULATION = "regulation", _("Quy định")
    DECISION = "decision", _("Quyết định")
    GUIDANCE = "guidance", _("Hướng dẫn")
    PLAN = "plan", _("Kế hoạch")
    ACTION_PROGRAMME = "action_programme", _("Chương trình")
    NOTICE = "notice", _("Thông báo")
    LETTER = "letter", _("Công văn")
    OTHER = "other", _("Văn bản khác")


class Programme(models.Model):
    """What the programme is called, from a day on."""

    name = models.CharField(_("tên chương trình"), max_length=250)
    short_name = models.CharField(_("tên ngắn"), max_length=120)
    starts = models.DateField(_("từ ngày"), unique=True)
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("chương trình")
        ordering = ["starts"]
        constraints = [
            ends_after_start("a_programme_ends_after_it_starts"),
            models.UniqueConstraint(
                Coalesce("ends", Value(OPEN, output_field=models.DateField())),
                name="one_programme_is_in_force_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def pillars_on(self, day: dt.date) -> models.QuerySet[Pillar]:
        """Its pillars on that day, in their order: three until 13/7/2026, four since."""
        return self.pillars.on(day)


class Pillar(models.Model):
    """One of the contents that people study and practise: thought, ethics, method, style."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="pillars")
    code = models.CharField(_("mã"), max_length=40)
    name = models.CharField(_("tên"), max_length=80)
    in_full = models.CharField(_("tên đầy đủ"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("nội dung trụ cột")
        ordering = ["position", "pk"]
        constraints = [
            ends_after_start("a_pillar_ends_after_it_starts"),
            models.UniqueConstraint(fields=["programme", "code"], name="a_programme_has_a_pillar_once"),
        ]

    def __str__(self) -> str:
        return self.name


class LegalBasis(models.Model):
    """A document on which the programme rests. `verified` says whether its own text has been read."""

    symbol = models.CharField(_("số, ký hiệu"), max_length=40, unique=True)
    kind = models.CharField(_("loại văn bản"), max_length=20, choices=Kind)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=160)
    issued_on = models.DateField(_("ngày ban hành"))
    abstract = models.CharField(_("trích yếu"), max_length=500)
    starts = models.DateField(_("có hiệu lực từ"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)
    verified = models.BooleanField(_("đã đối chiếu bản gốc"), default=False)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("căn cứ")
        ordering = ["issued_on", "pk"]
        constraints = [ends_after_start("a_legal_basis_ends_after_it_starts")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.symbol}"


class Theme(models.Model):
    """The theme that a unit sets for a year or a whole term; it applies to everything below the unit."""

    class Span(models.TextChoices):
        TERM = "term", _("toàn khóa")
        YEAR = "year", _("năm")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="themes")
    kind = models.CharField(_("loại"), max_length=4, choices=Span, default=Span.YEAR)
    title = models.CharField(_("tên chuyên đề"), max_length=300)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))

    objects = OfUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("chuyên đề")
        ordering = ["-starts", "pk"]
        constraints = [ends_after_start("a_theme_ends_after_it_starts")]
        indexes = [models.Index(fields=["unit", "starts"], name="themes_of_a_unit")]

    def __str__(self) -> str:
        return self.title

    @property
    def period(self) -> Period:
        """The year or the term."""
        return Period(self.starts, self.ends)


class Directive(models.Model):
    """A document by which a unit directs those below it. Its number names it and is never added up."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="directives")
    kind = models.CharField(_("loại văn bản"), max_length=20, choices=Kind, default=Kind.GUIDANCE)
    number = models.CharField(_("số"), max_length=20)
    symbol = models.CharField(_("số, ký hiệu đầy đủ"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"))
    abstract = models.CharField(_("trích yếu"), max_length=500)
    term = models.CharField(_("giai đoạn, nhiệm kỳ"), max_length=40, blank=True)
    file = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản chỉ đạo")
        ordering = ["-issued_on", "-pk"]
        indexes = [models.Index(fields=["unit", "issued_on"], name="directives_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.symbol or self.number}"

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("programme:directive", args=[self.pk])


class PlanQuerySet(OfUnitQuerySet):
    """Words for plans."""

    def issued(self) -> PlanQuerySet:
        """Those that carry a number and a date."""
        return self.filter(status__in=[Plan.Status.ISSUED, Plan.Status.CLOSED])

    def issued_by(self, day: dt.date) -> PlanQuerySet:
        """Those issued on that day or before it."""
        return self.issued().filter(issued_on__lte=day)

    def of_term(self) -> PlanQuerySet:
        """For the whole term."""
        return self.filter(scope=Theme.Span.TERM)

    def of_year(self) -> PlanQuerySet:
        """For one year."""
        return self.filter(scope=Theme.Span.YEAR)

    def _from_above(self, unit: Unit, on: dt.date) -> PlanQuerySet:
        """Superiors' drafts are their own matter until they are issued."""
        return Plan.objects.for_unit(unit, on).filter(Q(pk__in=Plan.objects.issued()))


class Plan(models.Model):
    """How a unit carries the programme out in a year or a term: drafted, submitted, issued, closed."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("bản nháp")
        SUBMITTED = "submitted", _("đã trình")
        ISSUED = "issued", _("đã ban hành")
        CLOSED = "closed", _("đã tổng kết")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="plans")
    scope = models.CharField(_("kế hoạch"), max_length=4, choices=Theme.Span, default=Theme.Span.YEAR)
    title = models.CharField(_("tên kế hoạch"), max_length=300)
    content = models.TextField(_("mục đích, yêu cầu, nội dung chính"), blank=True)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.DRAFT)
    return_reason = models.CharField(_("lý do trả lại"), max_length=500, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
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
        indexes = [models.Index(fields=["unit", "starts"], name="plans_of_a_unit")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("programme:plan", args=[self.pk])

    @property
    def period(self) -> Period:
        """The year or the term."""
        return Period(self.starts, self.ends)

    @property
    def is_issued(self) -> bool:
        """Whether it carries a number and a date."""
        return self.status in (self.Status.ISSUED, self.Status.CLOSED)


class PlanTaskQuerySet(models.QuerySet["PlanTask"]):
    """Words for the lines of plans."""

    def visible_to(self, actor: Actor) -> PlanTaskQuerySet:
        """Whoever may read the plan may read its lines."""
        return self.filter(plan__in=Plan.objects.visible_to(actor))


class PlanTask(models.Model):
    """One line of a plan's assignment table."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    content = models.CharField(_("nội dung công việc"), max_length=500)
    lead = models.CharField(_("chủ trì"), max_length=200, blank=True)
    with_whom = models.CharField(_("phối hợp"), max_length=200, blank=True)
    due = models.DateField(_("thời gian hoàn thành"), null=True, blank=True)
    product = models.CharField(_("sản phẩm"), max_length=200, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    done_on = models.DateField(_("đã xong ngày"), null=True, blank=True)

    objects = PlanTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc trong kế hoạch")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.content

    def get_absolute_url(self) -> str:
        """Its line on the plan's page."""
        return f"{self.plan.get_absolute_url()}#viec-{self.pk}"

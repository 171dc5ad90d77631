"""The undertaking itself: from where to where, by when, for whom, and who approved it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from lantoa.breakthroughs import words
from lantoa.foundation.approval import is_fresh
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.places import place_of
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Beginning, Person, Post, Title

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class BreakthroughQuerySet(models.QuerySet["Breakthrough"]):
    """Words for asking about breakthroughs."""

    def visible_to(self, actor: Actor) -> BreakthroughQuerySet:
        """One's own; and with the right to view, what was sent in the units in reach, the drafts of one's
        own unit, and what one's unit has to appraise, to approve or to supervise."""
        if actor.reach == EVERYTHING:
            return self
        mine = Q(person=actor.person) | Q(drafted_by=actor.person) if actor.person else Q(pk__in=[])
        own = Breakthrough.objects.filter(mine)
        if not actor.may("breakthroughs.view"):
            return in_any(self, own)
        sent = Breakthrough.objects.exclude(status__in=words.AT_HOME)
        return in_any(
            self,
            own,
            actor.in_reach(sent),
            actor.in_own_unit(Breakthrough.objects.all()),
            actor.in_own_unit(sent, "approving_unit"),
            actor.in_own_unit(sent, "appraising_unit"),
            actor.in_own_unit(sent, "supervising_unit"),
        )

    def awaiting(self, actor: Actor) -> BreakthroughQuerySet:
        """Those sent to the actor's unit and not the actor's own, the longest waiting first."""
        if not actor.may("breakthroughs.judge"):
            return self.none()
        waiting = actor.in_own_unit(self.filter(status=words.SUBMITTED), "approving_unit")
        return waiting.of_others(actor).order_by("submitted_on", "pk")

    def awaiting_appraisal(self, actor: Actor) -> BreakthroughQuerySet:
        """Those on which the actor's unit is to give its opinion first, the longest waiting first."""
        if not actor.may("breakthroughs.appraise"):
            return self.none()
        waiting = actor.in_own_unit(self.filter(status=words.APPRAISING), "appraising_unit")
        return waiting.of_others(actor).order_by("submitted_on", "pk")

    def of_others(self, actor: Actor) -> BreakthroughQuerySet:
        """Without the actor's own, what she sent, and those of a collective in which she holds a post."""
        if not actor.person:
            return self
        held = Post.objects.on(actor.on).filter(person=actor.person).values("unit_id")
        of_her_collective = Q(person__isnull=True, unit__in=held) & ~Q(unit=F("approving_unit"))
        others = self.exclude(person__in=actor.one_with).exclude(submitted_by__in=actor.one_with)
        return others.exclude(of_her_collective)

    def registered(self) -> BreakthroughQuerySet:
        """Those sent for approval and not taken back, whatever the answer was."""
        return self.filter(registered_on__isnull=False).exclude(status=words.WITHDRAWN)

    def returned(self) -> BreakthroughQuerySet:
        """Those sent back to be mended at least once, whether sent again since or not."""
        return self.filter(returned_on__isnull=False)

    def approved(self) -> BreakthroughQuerySet:
        """Those approved with a document, whether under way or over."""
        return self.filter(approved_on__isnull=False)

    def to_report(self, year: int, quarter: int) -> BreakthroughQuerySet:
        """Those under way in that quarter of which nothing is written down for it yet.

        What a quarter brought that was over before the office began is not known here.
        """
        period = Period.months(year, quarter * 3 - 2, 3)
        running = self.filter(
            Beginning.objects.in_use_on(period.last_day),
            status__in=words.UNDER_WAY,
            starts__lt=period.ends,
            ends__gt=period.starts,
            approved_on__lt=period.ends,
        )
        # `exclude` would let two reports answer, one of the year and one of the quarter.
        told = Breakthrough.objects.filter(pk=OuterRef("pk"), reports__year=year, reports__quarter=quarter)
        return running.filter(~Exists(told))

    def in_year(self, year: int) -> BreakthroughQuerySet:
        """Those whose time touches the calendar year."""
        period = Period.year(year)
        return self.filter(starts__lt=period.ends, ends__gt=period.starts)

    def with_health(self, on: dt.date) -> BreakthroughQuerySet:
        """Adds the state and the value of the latest quarter and the next milestone after `on`."""
        # Tables below this one in the package; asked for only when a page wants them.
        from lantoa.breakthroughs.models.following import Milestone, QuarterReport

        latest = QuarterReport.objects.filter(breakthrough=OuterRef("pk")).order_by("-year", "-quarter")
        coming = Milestone.objects.filter(breakthrough=OuterRef("pk"), due__gte=on).order_by("due", "pk")
        return self.annotate(
            health=Subquery(latest.values("state")[:1]),
            latest_value=Subquery(latest.values("value")[:1]),
            next_text=Subquery(coming.values("text")[:1]),
            next_due=Subquery(coming.values("due")[:1]),
        )


class Breakthrough(models.Model):
    """One sentence on a hard problem, from where to where, by when, for whom, and who approved it."""

    class Kind(models.TextChoices):
        HEAD = "head", _("người đứng đầu")
        COMMITTEE = "committee", _("cấp ủy")
        CELL = "cell", _("chi bộ")

    class Horizon(models.TextChoices):
        YEAR = "year", _("một năm")
        TERM = "term", _("cả nhiệm kỳ")
        DATES = "dates", _("khoảng thời gian khác")

    class Status(models.TextChoices):
        DRAFT = words.DRAFT, _("bản nháp")
        WITHDRAWN = words.WITHDRAWN, _("đã rút")
        APPRAISING = words.APPRAISING, _("chờ thẩm định")
        SUBMITTED = words.SUBMITTED, _("chờ cho ý kiến")
        RETURNED = words.RETURNED, _("trả lại để sửa")
        APPROVED = words.APPROVED, _("đã duyệt")
        RUNNING = words.RUNNING, _("đang thực hiện")
        CLOSED = words.CLOSED, _("đã kết thúc")

    kind = models.CharField(_("loại"), max_length=12, choices=Kind)
    is_key_task = models.BooleanField(_("nhiệm vụ trọng tâm"), default=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="breakthroughs")
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="breakthroughs",
        verbose_name=_("người đứng đầu"),
    )
    title = models.ForeignKey(Title, models.PROTECT, null=True, blank=True, related_name="breakthroughs")
    # The title as it was called when the breakthrough was registered; Title rows may be renamed.
    title_name = models.CharField(_("chức danh"), max_length=160, blank=True)

    statement = models.CharField(_("nội dung đột phá"), max_length=250)
    problem = models.TextField(_("vấn đề khó, bức xúc cần giải quyết"), blank=True)
    solution = models.TextField(_("cách làm"), blank=True)
    start_value = models.DecimalField(_("số đầu kỳ"), max_digits=18, decimal_places=4, null=True, blank=True)
    target_value = models.DecimalField(
        _("số phải đạt"), max_digits=18, decimal_places=4, null=True, blank=True
    )
    unit_of_value = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    product = models.TextField(_("sản phẩm"), blank=True)
    beneficiaries = models.CharField(_("người được lợi"), max_length=250, blank=True)
    partners = models.CharField(_("đơn vị phối hợp"), max_length=250, blank=True)
    horizon = models.CharField(_("thời hạn"), max_length=8, choices=Horizon, default=Horizon.YEAR)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))

    supervising_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="breakthroughs_supervised"
    )
    approving_unit = models.ForeignKey(Unit, models.PROTECT, related_name="breakthroughs_to_approve")
    # Set when it is sent: the body that advised the approver on that day; none, and the step is skipped.
    appraising_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="breakthroughs_to_appraise"
    )
    status = models.CharField(_("trạng thái"), max_length=12, choices=Status, default=Status.DRAFT)
    return_reason = models.TextField(_("lý do trả lại"), blank=True)
    returned_on = models.DateField(_("ngày trả lại gần nhất"), null=True, blank=True)
    document_number = models.CharField(_("số văn bản duyệt"), max_length=60, blank=True)
    approved_on = models.DateField(_("ngày văn bản duyệt"), null=True, blank=True)
    decided_by = models.CharField(_("cơ quan duyệt"), max_length=200, blank=True)
    # Where the body that decided has the meeting here.
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="breakthroughs",
        verbose_name=_("buổi họp"),
    )
    # Who wrote the decision down, and when: a slip is undone by the same hand within ten minutes.
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(_("ghi duyệt lúc"), null=True, blank=True)

    drafted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_on = models.DateField(_("ngày trình gần nhất"), null=True, blank=True)
    registered_on = models.DateField(_("ngày đăng ký"), null=True, blank=True)
    closed_on = models.DateField(_("ngày kết thúc"), null=True, blank=True)

    # Filled for a page by queries.with_names: names depend on the day.
    unit_name: str
    approver_name: str
    supervisor_name: str
    appraiser_name: str
    # Set by queries.as_told: it is approved, and its owner does not hear of it yet.
    is_untold = False

    objects = BreakthroughQuerySet.as_manager()

    class Meta:
        verbose_name = _("nội dung đột phá")
        ordering = ["-starts", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="head", person__isnull=False, title__isnull=False)
                | (~Q(kind="head") & Q(person__isnull=True, title__isnull=True)),
                name="a_head_has_a_name_and_a_title_a_collective_has_not",
            ),
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")), name="a_breakthrough_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(status=words.RETURNED) | ~Q(return_reason=""),
                name="a_returned_breakthrough_says_why",
            ),
            models.CheckConstraint(
                condition=Q(status__in=words.BEFORE_APPROVAL)
                | (~Q(document_number="") & Q(approved_on__isnull=False)),
                name="an_approved_breakthrough_names_its_document",
            ),
            models.CheckConstraint(
                condition=Q(status=words.DRAFT) | Q(registered_on__isnull=False),
                name="a_breakthrough_that_was_sent_has_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "registered_on"], name="breakthroughs_of_a_unit"),
            models.Index(fields=["approving_unit", "status"], name="breakthroughs_to_approve"),
        ]

    def __str__(self) -> str:
        return self.statement

    @property
    def waits_since(self) -> dt.date | None:
        """The day it was sent to who decides."""
        return self.submitted_on

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("breakthroughs:show", self.pk)

    def may_take_back(self, at: dt.datetime) -> bool:
        """Whether the approval was written down just now and nothing was built on it."""
        fresh = self.status == words.APPROVED and is_fresh(self.approved_at, at)
        return fresh and not (self.reports.exists() or self.assessments.exists() or self.amendments.exists())

    @property
    def period(self) -> Period:
        """The time it is for."""
        return Period(self.starts, self.ends)

    @property
    def last_day(self) -> dt.date:
        """The day by which the target is to be reached."""
        return self.period.last_day

    @property
    def horizon_label(self) -> str:
        """ "năm 2026", "nhiệm kỳ 2025–2030", "từ 01/01/2022 đến 31/12/2025"."""
        if self.horizon == self.Horizon.TERM:
            return str(_("nhiệm kỳ %(from)s–%(to)s")) % {"from": self.starts.year, "to": self.last_day.year}
        return self.period.label


def as_written(breakthrough: Breakthrough) -> dict[str, Any]:
    """The text as it stands, for the history: an older version stays readable there."""
    kept = {name: getattr(breakthrough, name) for name in words.WRITTEN if not name.endswith("_unit")}
    kept["milestones"] = [
        f"{mark.due}: {mark.text}".strip() + (f" ({mark.value})" if mark.value is not None else "")
        for mark in breakthrough.milestones.all()
    ]
    return {
        name: value if isinstance(value, bool | list) else str(value or "") for name, value in kept.items()
    }

"""One inspection, or one oversight, of a programme."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person
from lantoa.supervision.models.programme import YearProgramme
from lantoa.supervision.words import UNFORESEEN, Kind, Status

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class InspectionQuerySet(models.QuerySet["Inspection"]):
    """Words for asking which inspections."""

    def visible_to(self, actor: Actor) -> InspectionQuerySet:
        """What concerns oneself or one leads; what concerns one's own unit; what one's own body does; and of units
        what is done within reach. Of a person no level besides the body that inspects her reads.

        Whom it concerns reads a planned line once its programme was issued: the programme is sent to them then, and
        before that it is a draft that may still change (domain §9.1).
        """
        if actor.reach == EVERYTHING:
            return self
        everything = Inspection.objects.all()
        branches = [everything.told().of(actor.person), everything.led_by(actor.person)]
        if actor.may("supervision.answer"):
            branches.append(actor.in_own_unit(everything.told().of_units()))
        if actor.may("supervision.plan"):
            own = actor.in_own_unit(everything, of_unit="programme__unit")
            branches.append(own.exclude(person__in=actor.one_with))
        if actor.may("supervision.view"):
            branches.append(actor.in_reach(everything.of_units(), of_unit="programme__unit"))
        return in_any(self, *branches)

    def of(self, person: Person | None) -> InspectionQuerySet:
        """What concerns this person."""
        return self.filter(person=person) if person else self.none()

    def led_by(self, person: Person | None) -> InspectionQuerySet:
        """What this person leads."""
        return self.filter(led_by=person) if person else self.none()

    def told(self) -> InspectionQuerySet:
        """What those whom it concerns have been told of: by the issued programme, or because it has begun.

        What no programme foresees (signs of violation, a denunciation) only when it has begun.
        """
        foreseen = Q(programme__issued_on__isnull=False) & ~Q(kind__in=UNFORESEEN)
        return self.filter(foreseen | Q(begun_on__isnull=False))

    def of_units(self) -> InspectionQuerySet:
        """Those of an organisation, not of a person."""
        return self.filter(person__isnull=True)

    def standing(self) -> InspectionQuerySet:
        """Those that were not dropped."""
        return self.exclude(status=Status.DROPPED)

    def begun(self) -> InspectionQuerySet:
        """Those that took place or do: counted by the day on which they were decided or, of regular oversight, told."""
        return self.filter(begun_on__isnull=False)

    def of_kind(self, *kinds: str) -> InspectionQuerySet:
        """Those of these kinds."""
        return self.filter(kind__in=kinds)

    def with_a_file(self) -> InspectionQuerySet:
        """Those that have a file of twelve papers: decided, and not regular oversight."""
        return self.exclude(kind=Kind.REGULAR).filter(decided_on__isnull=False)

    def for_lists(self) -> InspectionQuerySet:
        """With what a list shows; by month, then as written."""
        return self.select_related("programme__unit", "unit", "person", "led_by").order_by("month", "pk")


class Inspection(models.Model):
    """Whom a committee inspects or oversees, on what, when; what came of it. A unit, mostly, or a person."""

    programme = models.ForeignKey(YearProgramme, models.PROTECT, related_name="inspections")
    kind = models.CharField(_("loại"), max_length=12, choices=Kind)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="inspections")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="inspections", verbose_name=_("của ai")
    )
    what = models.TextField(_("nội dung"))
    covers_from = models.DateField(_("mốc từ ngày"), null=True, blank=True)
    covers_to = models.DateField(_("đến ngày"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("tháng tiến hành"), null=True, blank=True)
    led_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người phụ trách")
    )
    team = models.CharField(_("thành viên, thư ký của tổ"), max_length=500, blank=True)
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.PLANNED)
    decision_number = models.CharField(_("quyết định số"), max_length=40, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), null=True, blank=True)
    begun_on = models.DateField(_("ngày tiến hành"), null=True, blank=True)
    conclusion = models.TextField(_("kết luận"), blank=True)
    conclusion_number = models.CharField(_("thông báo kết luận số"), max_length=40, blank=True)
    concluded_on = models.DateField(_("ngày kết luận"), null=True, blank=True)
    closed_on = models.DateField(_("ngày lưu hồ sơ"), null=True, blank=True)
    dropped_why = models.TextField(_("vì sao không tiến hành"), blank=True)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("cuộc kiểm tra, giám sát")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="an_inspection_says_on_what"),
            models.CheckConstraint(
                condition=Q(month__isnull=True) | Q(month__gte=1, month__lte=12),
                name="an_inspection_has_a_month_of_the_year",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["concluded", "closed"])
                | Q(concluded_on__isnull=False, begun_on__isnull=False) & ~Q(conclusion=""),
                name="a_concluded_inspection_says_its_conclusion",
            ),
            models.CheckConstraint(
                condition=~Q(status="open") | Q(decided_on__isnull=False) & ~Q(decision_number=""),
                name="an_open_inspection_names_its_decision",
            ),
            models.CheckConstraint(
                condition=Q(led_by__isnull=True) | Q(person__isnull=True) | ~Q(led_by=models.F("person")),
                name="nobody_inspects_herself",
            ),
        ]
        indexes = [models.Index(fields=["unit", "status"], name="inspections_of_a_unit")]

    def __str__(self) -> str:
        return gettext("%(kind)s: %(what)s") % {"kind": self.kind_name, "what": self.what}

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("supervision:show", self.pk)

    @property
    def kind_name(self) -> str:
        """ "Giám sát chuyên đề"."""
        return str(Kind(self.kind).label).capitalize()

    @property
    def has_file(self) -> bool:
        """Whether it has a file of twelve papers."""
        return self.kind != Kind.REGULAR and self.decided_on is not None

    @property
    def is_planned(self) -> bool:
        """Not begun."""
        return self.status == Status.PLANNED

    @property
    def is_open(self) -> bool:
        """Decided, not concluded."""
        return self.status == Status.OPEN

    @property
    def is_regular(self) -> bool:
        """Regular oversight: who watches what, without a decision of its own."""
        return self.kind == Kind.REGULAR

    @property
    def is_concluded(self) -> bool:
        """Concluded, its file not yet put away."""
        return self.status == Status.CONCLUDED

    @property
    def is_closed(self) -> bool:
        """Its file was put away."""
        return self.status == Status.CLOSED

    @property
    def is_dropped(self) -> bool:
        """It did not take place."""
        return self.status == Status.DROPPED

    def is_late(self, on: dt.date) -> bool:
        """Its month is over and it has not begun."""
        year, month = self.programme.year, self.month
        return bool(self.is_planned and month and (year, month) < (on.year, on.month))

"""Tables of the organisation: identities, and what is true of them from one date to another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.organisation import paths
from lantoa.organisation.names import looked_for

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class PathField(models.CharField):
    """A path compared byte by byte: collation "C" on PostgreSQL, SQLite's own BINARY is the same order."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        parameters: dict[str, Any] = dict(super().db_parameters(connection))
        parameters["collation"] = "C" if connection.vendor == "postgresql" else None
        return parameters


class CalledField(models.CharField):
    """What a place is found by, read from its name whenever a row is written, many at once too."""

    def pre_save(self, model_instance: Any, add: bool) -> str:
        called = looked_for(model_instance.name)
        setattr(model_instance, self.attname, called)
        return called


class UnitQuerySet(models.QuerySet["Unit"]):
    """Words for asking about units."""

    def standing(self, on: dt.date) -> UnitQuerySet:
        """Those that exist on this day."""
        return self.filter(pk__in=Placement.objects.on(on).values("unit_id"))

    def under(self, unit: Unit, on: dt.date) -> UnitQuerySet:
        """Those at or below the unit on this day."""
        path = Placement.objects.on(on).filter(unit=unit).values_list("path", flat=True).first()
        return (
            self.filter(pk__in=Placement.objects.on(on).under(path).values("unit_id"))
            if path
            else self.none()
        )


class Unit(models.Model):
    """An identity. Names and places change; the unit, and what is recorded of it, stay."""

    class Kind(models.TextChoices):
        PARTY = "party", _("tổ chức đảng")
        AGENCY = "agency", _("cơ quan")
        ASSOCIATION = "association", _("hội, đoàn thể")
        SCHOOL = "school", _("trường học")
        HOSPITAL = "hospital", _("bệnh viện, trạm y tế")
        COOPERATIVE = "cooperative", _("hợp tác xã")
        COMPANY = "company", _("doanh nghiệp")
        HOUSEHOLDS = "household_group", _("tổ nhân dân, hộ gia đình")
        OTHER = "other", _("đơn vị khác")

    class Level(models.TextChoices):
        CENTRAL = "central", _("Trung ương")
        PROVINCE = "province", _("cấp tỉnh")
        SUPERIOR = "superior", _("cấp trên trực tiếp cơ sở")
        GRASSROOTS = "grassroots", _("cơ sở")
        SECTION = "section", _("đảng bộ bộ phận")
        CELL = "cell", _("chi bộ")
        NONE = "", _("không phải tổ chức đảng")

    code = models.SlugField(_("mã"), max_length=60, unique=True)
    kind = models.CharField(_("loại"), max_length=20, choices=Kind, default=Kind.PARTY)
    level = models.CharField(_("cấp"), max_length=12, choices=Level, blank=True, default=Level.NONE)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị")

    def __str__(self) -> str:
        return self.name_on(clock.today())

    def name_on(self, day: dt.date) -> str:
        """The unit's name on that day; its first or last name when it did not exist then."""
        known = sorted(self.placements.all(), key=lambda place: place.starts)
        then = [p for p in known if p.starts <= day]
        return (then[-1] if then else known[0]).name if known else self.code

    def get_absolute_url(self) -> str:
        """The unit's page."""
        return reverse("organisation:unit", args=[self.code])


class PlacementQuerySet(models.QuerySet["Placement"]):
    """Words for asking about the tree on a date."""

    def visible_to(self, actor: Any) -> PlacementQuerySet:
        """Where the units in reach stand, for who may view the organisation."""
        return actor.in_reach(self) if actor.may("organisation.view") else self.none()

    def on(self, day: dt.date) -> PlacementQuerySet:
        """The tree of that day."""
        return self.filter(holds_on(day))

    def under(self, path: str) -> PlacementQuerySet:
        """At or below the path, by range: an index answers it, which LIKE would not on SQLite."""
        return self.filter(path__gte=path, path__lt=paths.after(path))


class Placement(models.Model):
    """Where a unit stands and what it is called, from one date to another."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="placements")
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="child_placements")
    path = PathField(max_length=paths.STEP * paths.MAX_DEPTH)
    name = models.CharField(_("tên"), max_length=250)
    short_name = models.CharField(_("tên gọn"), max_length=120, blank=True)
    called = CalledField(max_length=250, editable=False, default="")
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("vị trí trong cây tổ chức")
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ends__isnull=True), name="a_unit_has_one_open_placement"
            ),
            models.UniqueConstraint(fields=["unit", "starts"], name="a_unit_is_placed_once_a_day"),
            models.UniqueConstraint(
                fields=["path"], condition=Q(ends__isnull=True), name="an_open_path_is_used_once"
            ),
            ends_after_start("a_placement_ends_after_it_starts"),
        ]
        indexes = [
            models.Index(fields=["path", "starts"], name="the_tree_by_path"),
            models.Index(fields=["called"], name="units_by_what_they_are_called"),
            models.Index(fields=["starts"], name="what_began_stands_by_day"),
            models.Index(fields=["ends"], condition=Q(ends__isnull=False), name="what_ended_stood_by_day"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The unit's page."""
        return reverse("organisation:unit", args=[self.unit.code])


class Reorganisation(models.Model):
    """One change of the tree, by a decision, from a day on; `about` is the name its main unit has then.

    `units` are those whose place, name or heir it changed; `leans_on` those it took for granted (the parents they
    left or came to, and who continues them). `changes` says which rows it closed, took out and opened.
    """

    class Kind(models.TextChoices):
        FOUND = "found", _("thành lập")
        RENAME = "rename", _("đổi tên")
        MOVE = "move", _("chuyển")
        MERGE = "merge", _("sáp nhập")
        SPLIT = "split", _("chia tách")
        DISSOLVE = "dissolve", _("giải thể, kết thúc hoạt động")

    kind = models.CharField(_("việc"), max_length=10, choices=Kind)
    about = models.CharField(_("đơn vị"), max_length=250)
    decision_number = models.CharField(_("số quyết định"), max_length=80, blank=True)
    decision_date = models.DateField(_("ngày quyết định"), null=True, blank=True)
    effective_on = models.DateField(_("có hiệu lực từ"))
    note = models.TextField(_("ghi chú"), blank=True)
    units = models.ManyToManyField(Unit, related_name="reorganisations")
    leans_on = models.ManyToManyField(Unit, related_name="+")
    recorded_by = models.CharField(_("người ghi"), max_length=330, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    undone_at = models.DateTimeField(null=True, blank=True)
    changes = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("thay đổi tổ chức")

    def __str__(self) -> str:
        number = f" ({self.decision_number})" if self.decision_number else ""
        return f"{self.get_kind_display()}: {self.about}{number}"


class Succession(models.Model):
    """Who continues whom. Exactly one successor carries the records of a unit that ended."""

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="inheritances")
    reorganisation = models.ForeignKey(Reorganisation, models.PROTECT, related_name="successions")
    starts = models.DateField(_("từ ngày"))
    carries_records = models.BooleanField(_("nhận hồ sơ"), default=True)

    class Meta:
        verbose_name = _("tổ chức kế tục")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor"],
                condition=Q(carries_records=True),
                name="one_successor_carries_the_records",
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="a_unit_does_not_continue_itself"
            ),
        ]


class Heir(models.Model):
    """Whose records count for whom, by date: every unit for itself, and after its end for who continues it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="heirs")
    heir = models.ForeignKey(Unit, models.PROTECT, related_name="inherits")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("đơn vị nhận số liệu")
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ends__isnull=True), name="a_unit_has_one_open_heir"
            ),
            models.UniqueConstraint(fields=["unit", "starts"], name="a_unit_finds_one_heir_a_day"),
            ends_after_start("an_heir_ends_after_it_starts"),
        ]
        indexes = [
            # With the days, so that what counts for a province is found without reading the country's rows.
            models.Index(fields=["heir", "unit", "starts", "ends"], name="what_an_heir_inherits_by_day"),
            models.Index(fields=["starts"], name="who_inherits_by_first_day"),
            models.Index(fields=["ends"], condition=Q(ends__isnull=False), name="who_inherited_by_last_day"),
        ]

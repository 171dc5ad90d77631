"""The programme itself: its name, pillars, legal bases, themes, directing documents."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.foundation.models import Attachment
from lantoa.foundation.places import place_of
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
        return in_any(self, actor.in_reach(self.model.objects.all()), self._from_above(actor))

    def _from_above(self, actor: Actor) -> Any:
        return self.model.objects.filter(unit__in=actor.units_in_line)


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


class Serves(models.TextChoices):
    """Which papers rest on a legal basis."""

    PROGRAMME = "programme", _("học tập, thực hành và báo cáo")
    COMMENDATION = "commendation", _("quyết định khen thưởng")


class LegalBasis(models.Model):
    """A document on which papers rest. `verified` says whether its own text has been read."""

    symbol = models.CharField(_("số, ký hiệu"), max_length=40, unique=True)
    kind = models.CharField(_("loại văn bản"), max_length=20, choices=Kind)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=160)
    issued_on = models.DateField(_("ngày ban hành"))
    abstract = models.CharField(_("trích yếu"), max_length=500)
    starts = models.DateField(_("có hiệu lực từ"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)
    serves = models.CharField(_("là căn cứ của"), max_length=12, choices=Serves, default=Serves.PROGRAMME)
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
    papers: Any = models.ManyToManyField(
        "Directive", blank=True, related_name="themes", verbose_name=_("văn bản, tài liệu của chuyên đề")
    )
    file = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")

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
    """A document by which a unit directs those below it. Its number names it and is never added up.

    `received_from` names a body outside that issued it, when the unit only received it, on `received_on`. With
    `answer_by` every unit directly below carries out what it `asks` by that day, and says so.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="directives")
    kind = models.CharField(_("loại văn bản"), max_length=20, choices=Kind, default=Kind.GUIDANCE)
    number = models.CharField(_("số"), max_length=20)
    symbol = models.CharField(_("số, ký hiệu đầy đủ"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"))
    abstract = models.CharField(_("trích yếu"), max_length=500)
    term = models.CharField(_("giai đoạn, nhiệm kỳ"), max_length=40, blank=True)
    received_from = models.CharField(_("nơi ban hành"), max_length=200, blank=True, db_default="", default="")
    received_on = models.DateField(_("ngày nhận"), null=True, blank=True)
    asks = models.TextField(_("yêu cầu cấp dưới"), max_length=2000, blank=True, db_default="", default="")
    answer_by = models.DateField(_("hạn thực hiện"), null=True, blank=True)
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("thay thế văn bản"),
    )
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
        return place_of("programme:directive", self.pk)

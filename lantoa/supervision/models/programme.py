"""The programme of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.organisation.models import Unit
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class YearProgrammeQuerySet(models.QuerySet["YearProgramme"]):
    """Words for asking which programmes."""

    def visible_to(self, actor: Actor) -> YearProgrammeQuerySet:
        """Those of the actor's own unit for who plans there; those in reach for who views them."""
        everything = YearProgramme.objects.all()
        branches = [everything.none()]
        if actor.may("supervision.plan"):
            branches.append(actor.in_own_unit(everything))
        if actor.may("supervision.view"):
            branches.append(actor.in_reach(everything))
        return in_any(self, *branches)


class YearProgramme(models.Model):
    """What a committee intends to inspect and oversee in a year ("Chương trình kiểm tra, giám sát")."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="supervision_programmes")
    year = models.PositiveSmallIntegerField(_("năm"))
    aim = models.TextField(_("mục đích, yêu cầu"), blank=True)
    on_signs = models.TextField(_("kiểm tra khi có dấu hiệu vi phạm, giải quyết tố cáo"), blank=True)
    on_discipline = models.TextField(_("thi hành kỷ luật"), blank=True)
    on_other_work = models.TextField(_("nhiệm vụ khác: chế độ báo cáo, thống kê"), blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=40, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    objects = YearProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("chương trình kiểm tra, giám sát")
        ordering = ["-year", "unit"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="a_unit_has_one_programme_a_year"),
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True, number="") | Q(issued_on__isnull=False) & ~Q(number=""),
                name="an_issued_programme_has_its_number",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Chương trình kiểm tra, giám sát năm %(year)s") % {"year": self.year}

    @property
    def in_words(self) -> list[tuple[str, str]]:
        """(heading, text) of the parts that no list of inspections says; those that were written."""
        fields = [self._meta.get_field(name) for name in ("on_signs", "on_discipline", "on_other_work")]
        said = [(str(field.verbose_name), getattr(self, field.name)) for field in fields]  # type: ignore[union-attr]
        return [(heading, text) for heading, text in said if text]

    def get_absolute_url(self) -> str:
        """Its page: the year of its unit."""
        return f"{reverse('supervision:index')}?nam={self.year}&don-vi={self.unit.code}"

"""A sample of registrations, drawn so that anybody draws the same again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person
from lantoa.registrations.models import Registration
from lantoa.supervision.models.inspection import Inspection

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class SampleQuerySet(models.QuerySet["Sample"]):
    """Words for asking which samples."""

    def visible_to(self, actor: Actor) -> SampleQuerySet:
        """Those that one's own body drew, and those drawn of one's own unit."""
        if actor.reach == EVERYTHING:
            return self
        everything = Sample.objects.all()
        branches = [everything.none()]
        if actor.may("supervision.sample"):
            branches.append(actor.in_own_unit(everything, of_unit="body"))
        if actor.may("supervision.answer"):
            branches.append(actor.in_own_unit(everything))
        return in_any(self, *branches)


class Sample(models.Model):
    """Some registrations of a unit and what lies below it, drawn by a seed that was written down first.

    The same list and the same seed give the same papers. A sample is never thrown away; another one of the same unit
    and year says why it was drawn.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="samples")
    body = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("nơi lấy mẫu"))
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, blank=True, related_name="samples", verbose_name=_("cuộc")
    )
    year = models.PositiveSmallIntegerField(_("năm của bản đăng ký"))
    turn = models.PositiveSmallIntegerField(_("lần thứ"))
    seed = models.CharField(_("hạt giống"), max_length=40)
    size = models.PositiveSmallIntegerField(_("số bản"))
    pool_size = models.PositiveIntegerField(_("số bản trong danh sách"))
    pool_digest = models.CharField(_("dấu của danh sách"), max_length=64)
    why = models.CharField(_("vì sao lấy thêm"), max_length=500, blank=True)
    drawn_on = models.DateField(_("ngày lấy mẫu"))
    drawn_at = models.DateTimeField(default=clock.now)
    drawn_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    objects = SampleQuerySet.as_manager()

    class Meta:
        verbose_name = _("mẫu bản đăng ký")
        ordering = ["-drawn_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "unit", "year", "turn"], name="samples_are_counted"),
            models.CheckConstraint(
                condition=Q(turn=1) | Q(turn__gt=1) & ~Q(why=""), name="another_sample_says_why"
            ),
            models.CheckConstraint(condition=~Q(seed=""), name="a_sample_has_a_seed"),
        ]

    def __str__(self) -> str:
        return gettext("Mẫu %(size)s bản đăng ký năm %(year)s, lần %(turn)s") % {
            "size": self.size,
            "year": self.year,
            "turn": self.turn,
        }

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("supervision:sample", self.pk)


class SampledPaper(models.Model):
    """One paper of a sample, in the order drawn; `read_on` once its reader has gone on."""

    sample = models.ForeignKey(Sample, models.CASCADE, related_name="papers")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    registration = models.ForeignKey(Registration, models.PROTECT, related_name="+")
    read_on = models.DateField(_("ngày đọc xong"), null=True, blank=True)

    class Meta:
        verbose_name = _("bản trong mẫu")
        ordering = ["sample", "order"]
        constraints = [
            models.UniqueConstraint(fields=["sample", "order"], name="a_sample_stands_in_order"),
            models.UniqueConstraint(fields=["sample", "registration"], name="a_sample_has_a_paper_once"),
        ]

    def __str__(self) -> str:
        return str(self.registration)

    def get_absolute_url(self) -> str:
        """Where it is read beside its evidence."""
        return reverse("supervision:read", args=[self.sample_id, self.order])

"""Who of those summoned to a class did not come, by name where the unit keeps a list; how many came from each unit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.rules import percent
from lantoa.foundation.numbers import show
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.study.models.classes import StudyClass

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ClassAbsenceQuerySet(models.QuerySet["ClassAbsence"]):
    """Words for who was absent from a class."""

    def visible_to(self, actor: Actor) -> ClassAbsenceQuerySet:
        """Those of the classes that the actor keeps: names are read by who takes attendance."""
        if not actor.may("study.edit"):
            return self.none()
        return actor.in_reach(self, of_unit="study_class__unit")

    def to_study(self) -> ClassAbsenceQuerySet:
        """Those who have not made up for it, without the exempt."""
        return self.exclude(why=ClassAbsence.Why.EXEMPT).filter(made_up_on__isnull=True)


class ClassAbsence(models.Model):
    """Somebody of the unit's list who did not come; who is exempt is not among those summoned."""

    class Why(models.TextChoices):
        EXCUSED = "excused", _("vắng có lý do")
        UNEXCUSED = "unexcused", _("vắng không lý do")
        EXEMPT = "exempt", _("được miễn học lớp này")

    study_class = models.ForeignKey(StudyClass, models.CASCADE, related_name="absences")
    person = models.ForeignKey(Person, models.PROTECT, related_name="class_absences")
    why = models.CharField(_("vì sao không dự"), max_length=10, choices=Why, default=Why.EXCUSED)
    made_up_on = models.DateField(_("học bù ngày"), null=True, blank=True)

    objects = ClassAbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("vắng học")
        ordering = ["person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["study_class", "person"], name="a_person_is_absent_from_a_class_once"
            ),
            models.CheckConstraint(
                condition=~Q(why="exempt") | Q(made_up_on__isnull=True),
                name="who_is_exempt_makes_up_for_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_why_display()}"


class ClassUnitQuerySet(models.QuerySet["ClassUnit"]):
    """Words for how many came from each unit."""

    def visible_to(self, actor: Actor) -> ClassUnitQuerySet:
        """Those of the classes in reach, for who may view study."""
        if not actor.may("study.view"):
            return self.none()
        return actor.in_reach(self, of_unit="study_class__unit")


class ClassUnit(models.Model):
    """How many of those summoned from a unit came to a class, how many of the absent made up for it since."""

    study_class = models.ForeignKey(StudyClass, models.CASCADE, related_name="by_unit")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="class_parts", verbose_name=_("đơn vị"))
    summoned = models.PositiveIntegerField(_("được triệu tập"))
    attended = models.PositiveIntegerField(_("dự"))
    made_up = models.PositiveIntegerField(_("đã học bù"), default=0)

    objects = ClassUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("số dự học của một đơn vị")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["study_class", "unit"], name="a_unit_stands_in_a_class_once"),
            models.CheckConstraint(
                condition=Q(summoned__gt=0) & Q(summoned__gte=F("attended") + F("made_up")),
                name="no_more_of_a_unit_attend_than_were_summoned",
            ),
        ]
        indexes = [models.Index(fields=["unit"], name="class_parts_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.study_class}: {self.ratio}"

    def get_absolute_url(self) -> str:
        """Its line on the page of the class."""
        return f"{self.study_class.get_absolute_url()}#don-vi-{self.unit_id}"

    @property
    def share(self) -> Decimal | None:
        """Per cent of those summoned who came to the class itself."""
        return percent(self.attended, self.summoned)

    @property
    def ratio(self) -> str:
        """n/N."""
        return f"{show(self.attended)}/{show(self.summoned)}"

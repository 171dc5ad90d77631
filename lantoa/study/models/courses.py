"""Curricula and courses of political theory, and which units sent how many."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.half_open import ends_after_start
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Beginning
from lantoa.programme.models import Movement, OfUnitQuerySet

if TYPE_CHECKING:
    from lantoa.people.actors import Actor

MOST_OFFERED = 100


class OfStudyQuerySet(models.QuerySet[Any]):
    """Words for courses and admissions."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the units in reach, for who may view study."""
        return actor.in_reach(self) if actor.may("study.view") else self.none()


class CourseQuerySet(OfStudyQuerySet):
    """Words for asking which courses."""

    def uncertified(self, ended_before: dt.date) -> Self:
        """Those that ended before that day and of which nobody has written how many hold a certificate.

        Of a course that was over before the office began that is not known here.
        """
        in_use = Beginning.objects.in_use_on(OuterRef("ends"))
        return self.filter(in_use, certified__isnull=True, ends__lt=ended_before)

    def offered_to(self, actor: Actor) -> Self:
        """The latest that somebody new may come from: of one's own unit, of those above it, and of those in reach."""
        everything = self.model.objects.all()
        line = [place.unit_id for place in actor.line]
        found = in_any(everything, everything.filter(unit__in=line), actor.in_reach(everything))
        latest = list(found.order_by("-starts", "-pk").values_list("pk", flat=True)[:MOST_OFFERED])
        return self.filter(pk__in=latest)


class CourseKind(models.TextChoices):
    """Whom a course prepares, for what."""

    PROSPECTIVE = "prospective", _("bồi dưỡng nhận thức về Đảng (quần chúng ưu tú)")
    NEW_MEMBERS = "new_members", _("bồi dưỡng đảng viên mới")
    EXAMPLE = "example", _("lớp đảng viên làm theo lời Bác")
    THEORY = "theory", _("lý luận chính trị, chuyên đề khác")


class Curriculum(models.Model):
    """What is taught in courses of a kind, set by a unit for itself and for all below, from a day on.

    Its parts are what an office copies from the programme it follows; the product ships none.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="curricula")
    kind = models.CharField(_("loại lớp"), max_length=12, choices=CourseKind)
    name = models.CharField(_("tên chương trình"), max_length=250)
    basis = models.CharField(_("theo văn bản"), max_length=300, blank=True)
    starts = models.DateField(_("áp dụng từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = OfUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("chương trình bồi dưỡng")
        ordering = ["kind", "-starts", "pk"]
        constraints = [
            ends_after_start("a_curriculum_ends_after_it_starts"),
            models.UniqueConstraint(fields=["unit", "starts", "name"], name="a_curriculum_is_kept_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its card on the page of curricula."""
        return f"{reverse('study:curricula')}#chuong-trinh-{self.pk}"


class CurriculumPart(models.Model):
    """One subject of a curriculum; `is_programme`: it is what the programme asks to be studied."""

    curriculum = models.ForeignKey(Curriculum, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    title = models.CharField(_("chuyên đề"), max_length=300)
    lessons = models.PositiveSmallIntegerField(_("số tiết"), null=True, blank=True)
    is_programme = models.BooleanField(_("nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh"))

    class Meta:
        verbose_name = _("chuyên đề của chương trình bồi dưỡng")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.lessons} tiết)" if self.lessons else self.title


class Course(models.Model):
    """A course of political theory: who is prepared for what, how many came, how many hold its certificate.

    `certified` is None until somebody has written it down: unknown is not zero.
    """

    Kind = CourseKind

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="courses")
    kind = models.CharField(_("loại lớp"), max_length=12, choices=Kind)
    name = models.CharField(_("tên lớp"), max_length=250)
    starts = models.DateField(_("khai giảng ngày"))
    ends = models.DateField(_("bế giảng ngày"), null=True, blank=True)
    participants = models.PositiveIntegerField(_("số học viên"))
    certified = models.PositiveIntegerField(_("số học viên được cấp giấy chứng nhận"), null=True, blank=True)
    curriculum = models.ForeignKey(
        Curriculum,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="courses",
        verbose_name=_("theo chương trình"),
    )
    has_programme = models.BooleanField(_("có nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh"))
    movement = models.ForeignKey(
        Movement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="courses",
        verbose_name=_("trong phong trào thi đua"),
    )

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("lớp bồi dưỡng, lý luận chính trị")
        ordering = ["-starts", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(participants__gt=0), name="a_course_has_participants"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="a_course_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(certified__isnull=True) | Q(certified__lte=F("participants")),
                name="no_more_are_certified_than_took_part",
            ),
            models.UniqueConstraint(fields=["unit", "starts", "name"], name="a_course_is_recorded_once"),
        ]
        indexes = [models.Index(fields=["unit", "starts"], name="courses_of_a_unit")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its own page."""
        return place_of("study:course", self.pk)


class CourseIntake(models.Model):
    """How many of a course's participants a unit has sent, and how many of these hold its certificate.

    None for `certified` while nobody has written it down.
    """

    course = models.ForeignKey(Course, models.CASCADE, related_name="intakes")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="course_intakes", verbose_name=_("đơn vị cử"))
    people = models.PositiveIntegerField(_("số người được cử"))
    certified = models.PositiveIntegerField(_("được cấp giấy chứng nhận"), null=True, blank=True)

    objects = OfStudyQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị cử học viên")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(people__gt=0), name="an_intake_is_of_somebody"),
            models.CheckConstraint(
                condition=Q(certified__isnull=True) | Q(certified__lte=F("people")),
                name="no_more_of_a_unit_are_certified_than_it_sent",
            ),
            models.UniqueConstraint(fields=["course", "unit"], name="a_unit_stands_in_a_course_once"),
        ]
        indexes = [models.Index(fields=["unit"], name="intakes_of_a_unit")]

    def __str__(self) -> str:
        return str(self.course)

    def get_absolute_url(self) -> str:
        """Its line on the page of the course."""
        return f"{self.course.get_absolute_url()}#don-vi-{self.unit_id}"

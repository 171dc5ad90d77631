"""What came of courses: people admitted to the Party, certificates by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.dates import show_date
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.programme.models import Movement

if TYPE_CHECKING:
    from lantoa.people.actors import Actor

from lantoa.study.models.courses import Course, OfStudyQuerySet


class AdmissionQuerySet(OfStudyQuerySet):
    """Words for asking who was admitted."""

    def standing(self) -> Self:
        """Without what was struck out."""
        return self.filter(withdrawn_on__isnull=True)


class Admission(models.Model):
    """So many people were admitted to the Party by a unit on a day; how many of them came from a course.

    People are counted, not named: who is a member stands with the persons of the organisation.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="admissions")
    admitted_on = models.DateField(_("ngày kết nạp"))
    people = models.PositiveIntegerField(_("số người được kết nạp"))
    course = models.ForeignKey(
        Course,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="admissions",
        verbose_name=_("từ lớp bồi dưỡng"),
    )
    movement = models.ForeignKey(
        Movement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="admissions",
        verbose_name=_("trong phong trào thi đua"),
    )
    withdrawn_on = models.DateField(_("gạch bỏ ngày"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("lý do gạch bỏ"), max_length=300, blank=True)

    objects = AdmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("kết nạp đảng viên")
        ordering = ["-admitted_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(people__gt=0), name="an_admission_admits_someone"),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
                name="a_struck_out_admission_says_why",
            ),
        ]
        indexes = [models.Index(fields=["unit", "admitted_on"], name="admissions_of_a_unit")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}, {show_date(self.admitted_on)}"

    def get_absolute_url(self) -> str:
        """Its line in the list."""
        return f"{reverse('study:admissions')}?nam={self.admitted_on.year}#ket-nap-{self.pk}"


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Words for asking who holds a certificate."""

    def visible_to(self, actor: Actor) -> CertificateQuerySet:
        """Those of the courses that the actor keeps: names are read by who writes them."""
        if not actor.may("study.edit"):
            return self.none()
        return self.filter(course__in=Course.objects.visible_to(actor))

    def standing(self) -> CertificateQuerySet:
        """Without those struck out."""
        return self.filter(withdrawn_on__isnull=True)


class Certificate(models.Model):
    """A certificate of a course, by name: who holds it, its number and day; how many were given, the course says."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="certificates")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="certificates", verbose_name=_("người được cấp")
    )
    number = models.CharField(_("số giấy"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày cấp"))
    withdrawn_on = models.DateField(_("gạch bỏ ngày"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("lý do gạch bỏ"), max_length=300, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("giấy chứng nhận của lớp")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "person"],
                condition=Q(withdrawn_on__isnull=True),
                name="a_person_holds_one_certificate_of_a_course",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
                name="a_struck_out_certificate_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.number}".strip()

    def get_absolute_url(self) -> str:
        """The page of the course."""
        return f"{self.course.get_absolute_url()}#giay"

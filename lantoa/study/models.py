"""Tables of study: classes, curricula and courses of political theory, people admitted to the Party."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.figures.rules import percent
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.half_open import ends_after_start
from lantoa.foundation.numbers import show
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.programme.models import Movement, OfUnitQuerySet, Theme

if TYPE_CHECKING:
    from lantoa.people.actors import Actor

MOST_OFFERED = 100


class StudyClassQuerySet(models.QuerySet["StudyClass"]):
    """Words for asking about classes."""

    def visible_to(self, actor: Actor) -> StudyClassQuerySet:
        """Those of the units in reach, for who may view study."""
        return actor.in_reach(self) if actor.may("study.view") else self.none()

    def in_period(self, period: Period) -> StudyClassQuerySet:
        """Those held in the period."""
        return self.filter(held_on__gte=period.starts, held_on__lt=period.ends)

    def with_absent(self) -> StudyClassQuerySet:
        """Those at which someone summoned was absent and has not made up for it."""
        return self.filter(party_summoned__gt=F("party_attended") + F("made_up"))


class StudyClass(models.Model):
    """A class or conference: what was learnt, who came of those summoned, who made up for it later."""

    class Level(models.TextChoices):
        CENTRAL = "central", _("Trung ương")
        PROVINCE = "province", _("tỉnh")
        SUPERIOR = "superior", _("cấp trên trực tiếp cơ sở")
        GRASSROOTS = "grassroots", _("cơ sở")
        CELL = "cell", _("chi bộ")

    class Form(models.TextChoices):
        DIRECT = "direct", _("trực tiếp")
        ONLINE = "online", _("trực tuyến")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="study_classes")
    topic = models.CharField(_("văn bản, chuyên đề được học"), max_length=300)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="study_classes")
    level = models.CharField(_("cấp tổ chức"), max_length=12, choices=Level)
    form = models.CharField(_("hình thức"), max_length=8, choices=Form, default=Form.DIRECT)
    sites = models.PositiveSmallIntegerField(_("số điểm cầu"), default=1)
    held_on = models.DateField(_("ngày học"))
    speaker = models.CharField(_("báo cáo viên"), max_length=200, blank=True)
    party_summoned = models.PositiveIntegerField(_("đảng viên được triệu tập"))
    party_attended = models.PositiveIntegerField(_("đảng viên dự"))
    made_up = models.PositiveIntegerField(_("đảng viên đã học bù"), default=0)
    outside_attended = models.PositiveIntegerField(_("người ngoài Đảng dự"), default=0)
    essays = models.PositiveIntegerField(_("bài thu hoạch"), default=0)
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)

    objects = StudyClassQuerySet.as_manager()

    class Meta:
        verbose_name = _("lớp học tập, quán triệt")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(party_summoned__gte=F("party_attended") + F("made_up")),
                name="no_more_attend_a_class_than_were_summoned",
            ),
            models.CheckConstraint(condition=Q(party_summoned__gt=0), name="a_class_summons_someone"),
            models.CheckConstraint(condition=Q(sites__gt=0), name="a_class_has_a_place"),
            models.UniqueConstraint(fields=["unit", "held_on", "topic"], name="a_class_is_recorded_once"),
        ]
        indexes = [models.Index(fields=["unit", "held_on"], name="classes_of_a_unit")]

    def __str__(self) -> str:
        return self.topic

    def get_absolute_url(self) -> str:
        """Its own page."""
        return reverse("study:show", args=[self.pk])

    @property
    def absent(self) -> int:
        """Those summoned who neither came nor made up for it."""
        return self.party_summoned - self.party_attended - self.made_up

    @property
    def share(self) -> Decimal | None:
        """Per cent of those summoned who came to the class itself."""
        return percent(self.party_attended, self.party_summoned)

    @property
    def ratio(self) -> str:
        """n/N."""
        return f"{show(self.party_attended)}/{show(self.party_summoned)}"


class OfStudyQuerySet(models.QuerySet[Any]):
    """Words for courses and admissions."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the units in reach, for who may view study."""
        return actor.in_reach(self) if actor.may("study.view") else self.none()


class CourseQuerySet(OfStudyQuerySet):
    """Words for asking which courses."""

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
        return reverse("study:course", args=[self.pk])


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

"""Classes and conferences: what was learnt, by how many of those summoned."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.rules import percent
from lantoa.foundation.dates import Period
from lantoa.foundation.models import Attachment
from lantoa.foundation.numbers import show
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.programme.models import Directive, Theme

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


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
    # Of nobody said: null. The exempt are not among those summoned, the excused are among the absent.
    exempt = models.PositiveIntegerField(_("đảng viên được miễn"), null=True, blank=True)
    excused = models.PositiveIntegerField(_("vắng có lý do"), null=True, blank=True)
    essays_by = models.DateField(_("hạn nộp bài thu hoạch"), null=True, blank=True)
    papers = models.ManyToManyField(
        Directive, blank=True, related_name="study_classes", verbose_name=_("văn bản được học")
    )
    file = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
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
            models.CheckConstraint(
                condition=Q(excused__isnull=True) | Q(party_summoned__gte=F("party_attended") + F("excused")),
                name="no_more_are_excused_than_were_absent",
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
        return place_of("study:show", self.pk)

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

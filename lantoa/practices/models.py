"""Tables of practices: the fields they belong to, the practice, the recognitions it got."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.models import Attachment
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person, Post
from lantoa.programme.models import Movement

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


DRAFT, PROPOSED, RETURNED = "draft", "proposed", "returned"
REGISTERED, RUNNING, STOPPED = "registered", "running", "stopped"
BEFORE_REGISTRATION = (DRAFT, PROPOSED, RETURNED)
WRITABLE = (DRAFT, RETURNED)
GOING_ON = (REGISTERED, RUNNING)
COLLECTIVE, INDIVIDUAL = "collective", "individual"


class Level(models.TextChoices):
    """At which level a practice is registered or recognised."""

    CELL = "cell", _("cấp chi bộ")
    GRASSROOTS = "grassroots", _("cấp cơ sở")
    SUPERIOR = "superior", _("cấp trên trực tiếp cơ sở")
    PROVINCE = "province", _("cấp tỉnh")
    CENTRAL = "central", _("cấp Trung ương")


class Field(models.Model):
    """A field that practices belong to. The list is data: provinces divide it differently."""

    name = models.CharField(_("lĩnh vực"), max_length=120, unique=True)
    short_name = models.CharField(_("tên gọn"), max_length=60, blank=True)
    place = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_offered = models.BooleanField(_("còn dùng"), default=True)

    class Meta:
        verbose_name = _("lĩnh vực")
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """What a small tag shows."""
        return self.short_name or self.name


class PracticeQuerySet(models.QuerySet["Practice"]):
    """Words for asking about practices."""

    def visible_to(self, actor: Actor) -> PracticeQuerySet:
        """One's own; with the right to view, every registered one of the same province, and what is not yet
        registered in the units in reach or waits for one's unit."""
        if actor.reach == EVERYTHING:
            return self
        own = Q(person=actor.person) | Q(drafted_by=actor.person) if actor.person else Q(pk__in=[])
        if not actor.may("practices.view"):
            return self.filter(own)
        unregistered = Practice.objects.filter(status__in=BEFORE_REGISTRATION)
        return self.filter(
            own
            | Q(pk__in=Practice.objects.shared_with(actor).values("pk"))
            | Q(pk__in=actor.in_reach(unregistered).values("pk"))
            | Q(pk__in=actor.in_own_unit(unregistered, "judging_unit").values("pk"))
        )

    def shared_with(self, actor: Actor) -> PracticeQuerySet:
        """Registered practices under the root of the actor's own tree: what one may learn from."""
        registered = self.registered()
        if actor.reach == EVERYTHING:
            return registered
        if actor.unit is None:
            return registered.none()
        above = organisation.ancestors(actor.unit, actor.on)
        root = above[0].unit if above else actor.unit
        return organisation.within(registered, root, on=actor.on)

    def registered(self) -> PracticeQuerySet:
        """Those that were agreed to, running or stopped."""
        return self.filter(registered_on__isnull=False)

    def running_on(self, day: dt.date) -> PracticeQuerySet:
        """Those going on that day: begun and not yet stopped."""
        stopped_later = Q(stopped_on__isnull=True) | Q(stopped_on__gt=day)
        return self.registered().filter(stopped_later, began_on__lte=day)

    def awaiting(self, actor: Actor) -> PracticeQuerySet:
        """Those proposed to the actor's unit by someone else, the longest waiting first."""
        if not actor.may("practices.judge"):
            return self.none()
        waiting = actor.in_own_unit(self.filter(status=PROPOSED), "judging_unit")
        if actor.person:
            held = Post.objects.on(actor.on).filter(person=actor.person).values("unit_id")
            of_her_collective = Q(subject=COLLECTIVE, unit__in=held) & ~Q(unit=F("judging_unit"))
            waiting = waiting.exclude(person=actor.person).exclude(proposed_by=actor.person)
            waiting = waiting.exclude(of_her_collective)
        return waiting.order_by("proposed_on", "pk")

    def of(self, actor: Actor) -> PracticeQuerySet:
        """Those this actor answers for: drafted by her, about her, or of the unit she judges for."""
        if actor.person is None:
            return self.none()
        mine = Q(person=actor.person) | Q(drafted_by=actor.person)
        if actor.may("practices.judge"):
            mine |= Q(pk__in=actor.in_own_unit(Practice.objects.all()).values("pk"))
        return self.filter(mine)

    def matching(self, text: str) -> PracticeQuerySet:
        """Whose name, place or words have all these words, accents or not."""
        found = self
        for word in fold(text).split():
            found = found.filter(folded__contains=word)
        return found


class Practice(models.Model):
    """What is done, why, how, for what target, by whom, where; and how far it has come."""

    class Kind(models.TextChoices):
        MODEL = "model", _("mô hình")
        TASK = "task", _("phần việc")
        WAY = "way", _("cách làm")

    class Subject(models.TextChoices):
        COLLECTIVE = COLLECTIVE, _("tập thể")
        INDIVIDUAL = INDIVIDUAL, _("cá nhân")

    class Status(models.TextChoices):
        DRAFT = DRAFT, _("bản nháp")
        PROPOSED = PROPOSED, _("chờ thẩm định")
        RETURNED = RETURNED, _("trả lại để sửa")
        REGISTERED = REGISTERED, _("đã đăng ký")
        RUNNING = RUNNING, _("đang thực hiện")
        STOPPED = STOPPED, _("đã dừng")

    name = models.CharField(_("tên mô hình"), max_length=200)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind, default=Kind.MODEL)
    subject = models.CharField(_("chủ thể"), max_length=12, choices=Subject, default=Subject.COLLECTIVE)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="practices", verbose_name=_("đơn vị"))
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("người thực hiện"),
    )
    # Names as they stood: units are renamed, and not everyone who is named has a record of a person.
    subject_name = models.CharField(_("tên tập thể, cá nhân"), max_length=200)
    place_name = models.CharField(_("nơi thực hiện"), max_length=250, blank=True)
    level = models.CharField(_("cấp đăng ký"), max_length=12, choices=Level, default=Level.GRASSROOTS)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="practices", verbose_name=_("lĩnh vực")
    )
    movement = models.ForeignKey(
        Movement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("phong trào"),
    )

    content_of_uncle = models.CharField(_("nội dung học tập Bác"), max_length=300, blank=True)
    reason = models.TextField(_("vì sao làm"), blank=True)
    how = models.TextField(_("cách làm"), blank=True)
    target = models.TextField(_("chỉ tiêu, sản phẩm"), blank=True)
    scope = models.CharField(_("đối tượng, phạm vi"), max_length=250, blank=True)
    participants = models.PositiveIntegerField(_("số người tham gia"), null=True, blank=True)
    cost = models.BigIntegerField(_("kinh phí (đồng)"), null=True, blank=True)
    cost_note = models.CharField(_("nguồn kinh phí"), max_length=250, blank=True)
    hardest = models.CharField(_("việc khó nhất"), max_length=250, blank=True)
    contact = models.CharField(_("người liên hệ"), max_length=200, blank=True)
    starts = models.DateField(_("bắt đầu"), null=True, blank=True)
    ends = models.DateField(_("dự kiến đến trước ngày"), null=True, blank=True)
    consent_on = models.DateField(_("ngày đồng ý nêu tên"), null=True, blank=True)
    evidence = models.ManyToManyField(Attachment, blank=True, related_name="+")

    status = models.CharField(_("trạng thái"), max_length=12, choices=Status, default=Status.DRAFT)
    is_typical = models.BooleanField(_("tiêu biểu"), default=False)
    judging_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="practices_to_judge",
        verbose_name=_("nơi thẩm định"),
    )
    return_reason = models.TextField(_("lý do trả lại"), blank=True)
    drafted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_on = models.DateField(_("ngày đề nghị"), null=True, blank=True)
    registered_on = models.DateField(_("ngày đăng ký"), null=True, blank=True)
    began_on = models.DateField(_("ngày bắt đầu thực hiện"), null=True, blank=True)
    stopped_on = models.DateField(_("ngày dừng"), null=True, blank=True)
    stop_reason = models.TextField(_("lý do dừng"), blank=True)
    folded = models.TextField(editable=False, default="")

    # Filled for a page by queries.with_places: names depend on the day.
    unit_name: str
    parent_name: str
    judge_name: str

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("mô hình")
        ordering = ["-registered_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(subject_name=""), name="a_practice_names_whose_it_is"),
            models.CheckConstraint(
                condition=Q(subject="individual") | Q(person__isnull=True),
                name="a_collective_practice_names_no_person",
            ),
            models.CheckConstraint(
                condition=Q(subject="collective") | Q(status__in=WRITABLE) | Q(consent_on__isnull=False),
                name="who_is_named_has_agreed_to_it",
            ),
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(ends__isnull=True) | Q(ends__gt=F("starts")),
                name="a_practice_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(status=RETURNED) | ~Q(return_reason=""),
                name="a_returned_practice_says_why",
            ),
            models.CheckConstraint(
                condition=Q(status__in=BEFORE_REGISTRATION) | Q(registered_on__isnull=False),
                name="a_registered_practice_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=RUNNING) | Q(began_on__isnull=False),
                name="a_running_practice_has_begun",
            ),
            models.CheckConstraint(
                condition=Q(status=STOPPED, stopped_on__isnull=False) & ~Q(stop_reason="")
                | ~Q(status=STOPPED) & Q(stopped_on__isnull=True),
                name="a_stopped_practice_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=0), name="a_cost_is_not_negative"
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "registered_on"], name="practices_of_a_unit"),
            models.Index(fields=["judging_unit", "status"], name="practices_to_judge"),
            models.Index(fields=["field", "registered_on"], name="practices_of_a_field"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("practices:show", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> Practice:
        """Fill the column that search uses; bulk_create does not call save."""
        words = (
            self.name,
            self.subject_name,
            self.place_name,
            self.reason,
            self.how,
            self.target,
            self.scope,
        )
        self.folded = fold(" ".join(words))
        return self

    @property
    def steps(self) -> list[str]:
        """How it is done, step by step."""
        return steps_of(self.how)

    @property
    def gist(self) -> str:
        """What a card says of it: the first steps in a line or two."""
        return " ".join(self.steps) or self.target


def steps_of(how: str) -> list[str]:
    """A way of working, one step a line, without the numbers and dashes people type before them."""
    lines = [line.strip().lstrip("-–•*+ ").strip() for line in how.splitlines()]
    return [_without_number(line) for line in lines if line]


def _without_number(line: str) -> str:
    head, mark, rest = line.partition(" ")
    numbered = mark and head.rstrip(".):").isdecimal() and head[-1] in ".):"
    return rest.strip() if numbered else line


class RecognitionQuerySet(models.QuerySet["Recognition"]):
    """Words for asking about recognitions."""

    def visible_to(self, actor: Actor) -> RecognitionQuerySet:
        """Those of the practices one may see."""
        return self.filter(practice__in=Practice.objects.visible_to(actor).values("pk"))


class Recognition(models.Model):
    """A decision that recognises a practice at a level."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="recognitions")
    level = models.CharField(_("cấp công nhận"), max_length=12, choices=Level)
    decision_number = models.CharField(_("số quyết định"), max_length=60)
    decided_on = models.DateField(_("ngày quyết định"))
    body = models.CharField(_("cơ quan công nhận"), max_length=200)

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("công nhận mô hình")
        ordering = ["decided_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "level", "decision_number"], name="a_decision_recognises_a_practice_once"
            ),
            models.CheckConstraint(condition=~Q(decision_number=""), name="a_recognition_names_its_decision"),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()}: {self.decision_number}"

    def get_absolute_url(self) -> str:
        """The page of the practice."""
        return reverse("practices:show", args=[self.practice_id])


# What a person writes; everything else is set by acts.
WRITTEN = (
    "name",
    "kind",
    "level",
    "field",
    "movement",
    "content_of_uncle",
    "reason",
    "how",
    "target",
    "scope",
    "participants",
    "cost",
    "cost_note",
    "hardest",
    "contact",
    "starts",
    "ends",
)


def as_written(practice: Practice) -> dict[str, str]:
    """The text as it stands, for the history: an older version stays readable there."""
    kept = {name: getattr(practice, name) for name in (*WRITTEN, "subject_name")}
    return {name: "" if value is None else str(value) for name, value in kept.items()}

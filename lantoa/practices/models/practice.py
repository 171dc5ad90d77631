"""The practice: what is done, why, how, where, and how far it has come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.consents.models import Consent
from lantoa.foundation.branches import in_any
from lantoa.foundation.models import Attachment
from lantoa.foundation.text import fold, search_words, without_names
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person, Post
from lantoa.practices.models.field import Field, RecognitionLevel
from lantoa.practices.words import (
    BEFORE_REGISTRATION,
    COLLECTIVE,
    DRAFT,
    FEW_PEOPLE,
    INDIVIDUAL,
    MERGED,
    MOVED_AWAY,
    NO_MONEY,
    NO_ROOM,
    OTHER,
    PROPOSED,
    REGISTERED,
    RETURNED,
    RUNNING,
    STOPPED,
    WRITABLE,
)
from lantoa.programme.models import Movement

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class PracticeQuerySet(models.QuerySet["Practice"]):
    """Words for asking about practices."""

    def visible_to(self, actor: Actor) -> PracticeQuerySet:
        """One's own; with the right to view, every registered one of the same province, and what is not yet
        registered in the units in reach or waits for one's unit."""
        if actor.reach == EVERYTHING:
            return self
        own = self._own(actor)
        if not actor.may("practices.view"):
            return in_any(self, *own)
        unregistered = Practice.objects.filter(status__in=BEFORE_REGISTRATION)
        return in_any(
            self,
            *own,
            Practice.objects.shared_with(actor),
            actor.in_reach(unregistered),
            actor.in_own_unit(unregistered, "judging_unit"),
            self._kept_from_others(actor),
            actor.in_reach(Practice.objects.told_as_a_lesson()),
        )

    @staticmethod
    def _own(actor: Actor) -> list[PracticeQuerySet]:
        """About her, drafted by her; and what names her and is not a draft any more."""
        if actor.person is None:
            return [Practice.objects.none()]
        about = Practice.objects.filter(Q(person=actor.person) | Q(drafted_by=actor.person))
        return [about, Practice.objects.filter(named__person=actor.person).exclude(status=DRAFT)]

    def _kept_from_others(self, actor: Actor) -> PracticeQuerySet:
        """Hidden ones of the actor's own unit, for who answers there: they are hers to mend."""
        if not actor.may("practices.judge"):
            return Practice.objects.none()
        return actor.in_own_unit(Practice.objects.hidden())

    def shared_with(self, actor: Actor) -> PracticeQuerySet:
        """Registered practices under the root of the actor's own tree: what one may learn from.

        The one place that decides what others read: whatever names somebody who does not agree is not among them.
        """
        return actor.in_own_tree(self.listed())

    def registered(self) -> PracticeQuerySet:
        """Those that were agreed to, running or stopped."""
        return self.filter(registered_on__isnull=False)

    def listed(self) -> PracticeQuerySet:
        """Registered ones in which everyone named agrees today, and that are not told without naming where."""
        return self._agreed().exclude(status=STOPPED, lesson__isnull=False)

    def told_as_a_lesson(self) -> PracticeQuerySet:
        """Stopped ones of which others read the lesson only: their units and those above still read all."""
        return self._agreed().filter(status=STOPPED, lesson__isnull=False)

    def _agreed(self) -> PracticeQuerySet:
        return self.registered().filter(~Exists(self._silent()))

    def hidden(self) -> PracticeQuerySet:
        """Registered ones that nobody else may read now, because somebody named does not agree."""
        return self.registered().filter(Exists(self._silent()))

    @staticmethod
    def _silent() -> models.QuerySet[Consent]:
        return Consent.objects.about(Practice).filter(subject_id=OuterRef("pk")).not_agreeing()

    def originals(self) -> PracticeQuerySet:
        """Those that were thought out where they are, not taken over from elsewhere."""
        return self.filter(is_original=True)

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
        mine = Practice.objects.filter(Q(person=actor.person) | Q(drafted_by=actor.person))
        judged = Practice.objects.all() if actor.may("practices.judge") else Practice.objects.none()
        return in_any(self, mine, actor.in_own_unit(judged))

    def matching(self, text: str) -> PracticeQuerySet:
        """Whose name, place or words have all these words, accents or not."""
        found = self
        for word in search_words(text):
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

    class StopCause(models.TextChoices):
        MOVED_AWAY = MOVED_AWAY, _("người phụ trách chuyển công tác")
        MERGED = MERGED, _("sáp nhập đơn vị")
        FEW_PEOPLE = FEW_PEOPLE, _("ít người tham gia")
        NO_MONEY = NO_MONEY, _("chưa bố trí được kinh phí")
        NO_ROOM = NO_ROOM, _("chưa bố trí được nơi làm")
        OTHER = OTHER, _("lý do khác")

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
    level = models.CharField(
        _("cấp đăng ký"), max_length=12, choices=RecognitionLevel, default=RecognitionLevel.GRASSROOTS
    )
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
    named = GenericRelation(Consent, "subject_id", "subject_type", related_query_name="practice")

    status = models.CharField(_("trạng thái"), max_length=12, choices=Status, default=Status.DRAFT)
    is_typical = models.BooleanField(_("tiêu biểu"), default=False)
    # False where it was taken over from elsewhere: from whom is told by the room adoptions.
    is_original = models.BooleanField(_("tự xây dựng"), default=True)
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
    stop_cause = models.CharField(_("nguyên nhân dừng"), max_length=12, choices=StopCause, blank=True)
    # The latest result that was told of; a number only together with what it counts.
    result = models.CharField(_("kết quả"), max_length=500, blank=True)
    result_value = models.DecimalField(_("số đo"), max_digits=18, decimal_places=2, null=True, blank=True)
    result_unit = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    result_on = models.DateField(_("ngày báo kết quả"), null=True, blank=True)
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
            models.CheckConstraint(
                condition=Q(result_value__isnull=True) | Q(result_on__isnull=False) & ~Q(result_unit=""),
                name="a_measured_result_has_a_unit_and_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "registered_on"], name="practices_of_a_unit"),
            models.Index(fields=["judging_unit", "status"], name="practices_to_judge"),
            models.Index(fields=["field", "registered_on"], name="practices_of_a_field"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def waits_since(self) -> dt.date | None:
        """The day it was sent to who decides."""
        return self.proposed_on

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("practices:show", args=[self.pk])

    @property
    def label_in_history(self) -> str:
        """Its name without the persons named in it: who takes her agreement back is not found there either."""
        if not self.pk:
            return self.name
        names = [bare(name) for name in self.named.values_list("name", flat=True)]
        return without_names(self.name, names, str(_("người thực hiện")))

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

    def agreed_words(self) -> str:
        """What whoever is named agrees to, as one text."""
        return "\n".join(filter(None, (getattr(self, field) for field in SPOKEN)))

    @property
    def steps(self) -> list[str]:
        """How it is done, step by step."""
        return steps_of(self.how)

    @property
    def gist(self) -> str:
        """What a card says of it: the first steps in a line or two."""
        return " ".join(self.steps) or self.target


# Words that may name somebody: what the persons named agree to.
SPOKEN = ("name", "reason", "how", "target", "scope", "hardest", "cost_note")


def bare(name: str) -> str:
    """A name as it stands in a text: "Đồng chí Hà Văn Sinh, Bí thư" → "Hà Văn Sinh"."""
    return name.split(",")[0].removeprefix("Đồng chí ").strip()


def steps_of(how: str) -> list[str]:
    """A way of working, one step a line, without the numbers and dashes people type before them."""
    lines = [line.strip().lstrip("-–•*+ ").strip() for line in how.splitlines()]
    return [_without_number(line) for line in lines if line]


def _without_number(line: str) -> str:
    head, mark, rest = line.partition(" ")
    numbered = mark and head.rstrip(".):").isdecimal() and head[-1] in ".):"
    return rest.strip() if numbered else line


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
    kept["core_parts"] = "\n".join(practice.core_parts.values_list("text", flat=True))
    return {name: "" if value is None else str(value) for name, value in kept.items()}

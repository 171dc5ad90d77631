"""What a practice is asked to be recognised for, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.organisation.models import Unit
from lantoa.people.models import Person, Post
from lantoa.practices.models.field import RecognitionLevel
from lantoa.practices.models.practice import Practice
from lantoa.practices.words import COLLECTIVE

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class RecognitionRequestQuerySet(models.QuerySet["RecognitionRequest"]):
    """Words for asking about requests."""

    def waiting(self) -> RecognitionRequestQuerySet:
        """Those nobody has answered yet."""
        return self.filter(state=RecognitionRequest.State.WAITING)

    def awaiting(self, actor: Actor) -> RecognitionRequestQuerySet:
        """Those put to the actor's unit by others, of practices one may read, the longest waiting first."""
        if not actor.may("practices.judge"):
            return self.none()
        found = actor.in_own_unit(self.waiting(), "judging_unit")
        found = found.filter(practice__in=Practice.objects.visible_to(actor).values("pk"))
        if actor.person:
            held = Post.objects.on(actor.on).filter(person=actor.person).values("unit_id")
            own = Q(practice__person__in=actor.one_with) | Q(practice__proposed_by__in=actor.one_with)
            of_her_collective = Q(practice__subject=COLLECTIVE, practice__unit__in=held) & ~Q(
                practice__unit=F("practice__judging_unit")
            )
            found = found.exclude(own).exclude(asked_by__in=actor.one_with).exclude(of_her_collective)
        return found.order_by("asked_on", "pk")


class RecognitionRequest(models.Model):
    """Its owner asks that it be recognised at a level; one waits for each level, and it may be asked again."""

    class State(models.TextChoices):
        WAITING = "waiting", _("chờ trả lời")
        RECOGNISED = "recognised", _("đã công nhận")
        REFUSED = "refused", _("không công nhận")

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="recognition_requests")
    level = models.CharField(_("cấp công nhận"), max_length=12, choices=RecognitionLevel)
    judging_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField(_("ngày đề nghị"))
    result = models.TextField(_("kết quả khi đề nghị"))
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.WAITING)
    refusal_reason = models.TextField(_("lý do không công nhận"), blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_on = models.DateField(_("ngày trả lời"), null=True, blank=True)

    objects = RecognitionRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("đề nghị công nhận mô hình")
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "level"],
                condition=Q(state="waiting"),
                name="a_practice_waits_once_for_each_level",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal_reason=""), name="who_does_not_recognise_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting") | Q(decided_on__isnull=False),
                name="an_answered_request_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practice}: {self.get_level_display()}"

    def get_absolute_url(self) -> str:
        """The page of the practice."""
        return reverse("practices:show", args=[self.practice_id])

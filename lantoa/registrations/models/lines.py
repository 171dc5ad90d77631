"""What was done on a task, and the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.models import Attachment
from lantoa.foundation.numbers import show
from lantoa.people.models import Person
from lantoa.registrations.models.paper import Registration
from lantoa.registrations.models.task import RegistrationTask
from lantoa.registrations.models.words import Confirmation

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ProgressQuerySet(models.QuerySet["Progress"]):
    """Words for asking about lines of progress."""

    def typed_by_another(self) -> ProgressQuerySet:
        """The lines that their owner neither told herself nor has confirmed; a collective has no such owner."""
        unsaid = self.filter(recorded_by__isnull=False, confirmed_on__isnull=True)
        by_another = Q(task__registration__person__isnull=False) & ~Q(
            recorded_by=F("task__registration__person")
        )
        return unsaid.filter(by_another | Q(task__registration__subject="household"))

    def visible_to(self, actor: Actor) -> ProgressQuerySet:
        """The lines of registrations that the actor may see."""
        return self.filter(task__registration__in=Registration.objects.visible_to(actor).values("pk"))


class Progress(models.Model):
    """One line: what was done on a task, on which day, how much of the target it adds."""

    task = models.ForeignKey(RegistrationTask, models.CASCADE, related_name="progress")
    on = models.DateField(_("ngày làm"))
    text = models.TextField(_("đã làm được gì"), blank=True)
    value = models.DecimalField(_("số đạt thêm"), max_digits=16, decimal_places=2, null=True, blank=True)
    link = models.URLField(_("đường dẫn minh chứng"), max_length=500, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_on = models.DateField(_("ngày xác nhận"), null=True, blank=True)
    confirmed_how = models.CharField(_("cách xác nhận"), max_length=10, choices=Confirmation, blank=True)

    objects = ProgressQuerySet.as_manager()

    class Meta:
        verbose_name = _("dòng kết quả")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | Q(value__isnull=False), name="a_line_of_progress_says_something"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0), name="progress_is_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["task", "on"], name="progress_by_day")]

    def __str__(self) -> str:
        return self.text or f"{show(self.value)} {self.task.target_unit}"

    def is_confirmed_by(self, owner_id: int | None) -> bool:
        """Whether the owner told it herself, or has confirmed what somebody else typed for her."""
        return self.confirmed_on is not None or self.recorded_by_id in (None, owner_id)

    @property
    def may_be_taken_back(self) -> bool:
        """Whether somebody else typed it for a member who has not confirmed it by her own sign-in."""
        owner = self.task.registration.person_id
        return bool(owner and self.recorded_by_id not in (None, owner)) and self.confirmed_how != "signed_in"

    def get_absolute_url(self) -> str:
        """The page of the registration it belongs to."""
        return self.task.registration.get_absolute_url()


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Words for asking about evidence."""

    def visible_to(self, actor: Actor) -> EvidenceQuerySet:
        """The evidence of registrations that the actor may see."""
        return self.filter(
            progress__task__registration__in=Registration.objects.visible_to(actor).values("pk")
        )


class Evidence(models.Model):
    """A photo or a paper that shows what a line says."""

    progress = models.ForeignKey(Progress, models.CASCADE, related_name="evidence")
    attachment = models.OneToOneField(Attachment, models.PROTECT, related_name="evidence")

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("minh chứng")
        verbose_name_plural = _("minh chứng")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.attachment.name

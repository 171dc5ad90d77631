"""What a member wrote after a class: understood, tied to herself, meant to do (bài thu hoạch)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.study.models.classes import StudyClass

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


# Committees whose members do not study with her: they count papers and read none.
FAR_ABOVE = {Unit.Level.CENTRAL, Unit.Level.PROVINCE, Unit.Level.SUPERIOR}


def reads_below(actor: Actor) -> bool:
    """Whether she reads the papers of the units below hers: a grassroots committee does, one far above does not."""
    return actor.may("study.essays") and (actor.unit is None or actor.unit.level not in FAR_ABOVE)


class EssayQuerySet(models.QuerySet["Essay"]):
    """Words for reflection papers."""

    def visible_to(self, actor: Actor) -> EssayQuerySet:
        """One's own; for who reads them those of the people of the units in reach, or of her very unit far above."""
        own = Essay.objects.filter(person=actor.person) if actor.person else Essay.objects.none()
        if not actor.may("study.essays"):
            return in_any(self, own)
        theirs = Essay.objects.all()
        return in_any(self, own, actor.in_reach(theirs) if reads_below(actor) else actor.in_own_unit(theirs))


class Essay(models.Model):
    """A member's reflection paper on one class. `unit` is her cell on the day she sent it.

    Its parts are those of papers in use: duty, what was understood, how it bears on herself and her unit, what she will
    do. It is not marked and not judged here.
    """

    study_class = models.ForeignKey(StudyClass, models.PROTECT, related_name="written")
    person = models.ForeignKey(Person, models.PROTECT, related_name="essays")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="essays")
    duty = models.CharField(_("nhiệm vụ được giao"), max_length=300, blank=True)
    understood = models.TextField(_("nhận thức"), max_length=10_000)
    applied = models.TextField(_("liên hệ bản thân, đơn vị"), max_length=10_000)
    will_do = models.TextField(_("việc sẽ làm"), max_length=10_000)
    sent_at = models.DateTimeField(_("gửi lúc"), default=clock.now)
    changed_at = models.DateTimeField(_("sửa lúc"), null=True, blank=True)

    objects = EssayQuerySet.as_manager()

    class Meta:
        verbose_name = _("bài thu hoạch")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["study_class", "person"], name="a_person_writes_one_essay_on_a_class"
            )
        ]
        indexes = [models.Index(fields=["unit", "study_class"], name="essays_of_a_unit")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}: {self.study_class}"

    def get_absolute_url(self) -> str:
        """Its own page."""
        return place_of("study:essay", self.pk)

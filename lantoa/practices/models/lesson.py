"""What a practice that stopped teaches, told without saying where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.text import search_words
from lantoa.people.models import Person
from lantoa.practices.models.practice import Practice, steps_of
from lantoa.practices.words import STOPPED

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class LessonQuerySet(models.QuerySet["Lesson"]):
    """Words for asking about lessons."""

    def visible_to(self, actor: Actor) -> LessonQuerySet:
        """Those of the same province, while the practice is a stopped one; where it was is told nowhere."""
        told = self.filter(practice__status=STOPPED)
        if not actor.may("practices.view"):
            return told.none()
        return actor.in_own_tree(told, of_unit="practice__unit")

    def matching(self, text: str) -> LessonQuerySet:
        """Whose words have all these words, accents or not; there is no place in them."""
        found = self
        for word in search_words(text):
            found = found.filter(folded__contains=word)
        return found


class Lesson(models.Model):
    """The words as their owner saw them before publishing: kept apart, so that a later edit brings no name in."""

    practice = models.OneToOneField(Practice, models.CASCADE, related_name="lesson")
    published_on = models.DateField(_("ngày công bố"))
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.TextField(_("đã thử việc gì"))
    reason = models.TextField(_("vì sao làm"), blank=True)
    how = models.TextField(_("cách làm"), blank=True)
    target = models.TextField(_("nhằm đạt gì"), blank=True)
    hardest = models.TextField(_("việc khó nhất"), blank=True)
    stop_reason = models.TextField(_("vì sao dừng"))
    first_year = models.PositiveSmallIntegerField(_("năm bắt đầu"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("năm dừng"))
    folded = models.TextField(editable=False, default="")

    objects = LessonQuerySet.as_manager()

    class Meta:
        verbose_name = _("bài học từ nơi đã dừng")
        ordering = ["-last_year", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(stop_reason=""), name="a_lesson_says_why_it_stopped"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def steps(self) -> list[str]:
        """How it was done, step by step."""
        return steps_of(self.how)

    @property
    def years(self) -> str:
        """ "2024–2025"; one year when it began and stopped in it, or never began."""
        if self.first_year in (None, self.last_year):
            return str(self.last_year)
        return f"{self.first_year}–{self.last_year}"

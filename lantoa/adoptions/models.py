"""Taking a practice over: who learned it from whom, what became of each core part, and the questions that are
asked after six months and later."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.adoptions.words import CHANGED, DROPPED, KEPT
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.practices.models import CorePart, Practice

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    """Words for asking about adoptions."""

    def visible_to(self, actor: Actor) -> AdoptionQuerySet:
        """Those whose own practice, and the one it was learned from, one may see."""
        seen = Practice.objects.visible_to(actor).values("pk")
        return self.filter(practice__in=seen, origin__in=seen)

    def running_on(self, day: dt.date) -> AdoptionQuerySet:
        """Taken over by that day and not yet stopped."""
        goes_on = Q(practice__stopped_on__isnull=True) | Q(practice__stopped_on__gt=day)
        return self.filter(goes_on, adopted_on__lte=day)

    def alive_at(self, age: str) -> AdoptionQuerySet:
        """Those still running on the day they reached an age; `age` is "half_year_on" or "full_year_on"."""
        return self.filter(Q(practice__stopped_on__isnull=True) | Q(practice__stopped_on__gt=F(age)))


class Adoption(models.Model):
    """An edge of the spread: from a practice to the one that another unit made of it.

    Whether it still runs is told by the adopter's own practice alone (`practice.stopped_on`). The root of the
    chain, the generation and the days on which it turns six and twelve months old stand here as well, so that
    a spread of thousands is read in one question. An adoption that was pressed by mistake is taken out again.
    """

    origin = models.ForeignKey(
        Practice, models.PROTECT, related_name="adoptions", verbose_name=_("học từ mô hình")
    )
    practice = models.OneToOneField(
        Practice, models.CASCADE, related_name="adopted_from", verbose_name=_("mô hình tại đơn vị vận dụng")
    )
    root = models.ForeignKey(
        Practice, models.PROTECT, related_name="descents", verbose_name=_("nơi khởi đầu")
    )
    generation = models.PositiveSmallIntegerField(_("đời"))
    adopted_on = models.DateField(_("ngày vận dụng"))
    half_year_on = models.DateField(_("ngày tròn 6 tháng"))
    full_year_on = models.DateField(_("ngày tròn 12 tháng"))
    recorded_on = models.DateField(_("ngày ghi"))
    learned_note = models.CharField(_("học được qua"), max_length=300, blank=True)
    adopted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("vận dụng mô hình")
        ordering = ["adopted_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(practice=F("origin")), name="nobody_takes_over_from_its_own_practice"
            ),
            models.CheckConstraint(
                condition=~Q(practice=F("root")), name="a_chain_never_comes_back_to_its_root"
            ),
            models.CheckConstraint(
                condition=Q(generation=1, origin=F("root")) | Q(generation__gt=1) & ~Q(origin=F("root")),
                name="who_learned_from_the_root_is_the_first_generation",
            ),
            models.CheckConstraint(
                condition=Q(half_year_on__gt=F("adopted_on"), full_year_on__gt=F("half_year_on")),
                name="an_adoption_grows_older",
            ),
        ]
        indexes = [
            models.Index(fields=["root", "adopted_on"], name="adoptions_of_a_root"),
            models.Index(fields=["adopted_on"], name="adoptions_by_day"),
        ]

    def __str__(self) -> str:
        return self.practice.name

    def get_absolute_url(self) -> str:
        """The page of the adopter's own practice."""
        return reverse("practices:show", args=[self.practice_id])


class AdoptedPart(models.Model):
    """What became of a core part at the adopter's. The text is kept as it read when it was taken over."""

    class Fate(models.TextChoices):
        KEPT = KEPT, _("giữ nguyên")
        CHANGED = CHANGED, _("đổi cho hợp")
        DROPPED = DROPPED, _("bỏ")

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="parts")
    core = models.ForeignKey(CorePart, models.SET_NULL, null=True, blank=True, related_name="fates")
    place = models.PositiveSmallIntegerField(_("thứ tự"))
    text = models.CharField(_("phần cốt lõi"), max_length=300)
    fate = models.CharField(_("giữ, đổi hay bỏ"), max_length=8, choices=Fate, default=KEPT)
    why = models.CharField(_("đổi thế nào, vì sao"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("phần đã vận dụng")
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["adoption", "place"], name="an_adopted_part_has_its_own_place"),
            models.CheckConstraint(
                condition=Q(fate=KEPT) | ~Q(why=""), name="what_was_changed_or_dropped_says_why"
            ),
        ]
        # Counted without touching the rows: a spread of thousands has tens of thousands of parts.
        indexes = [models.Index(fields=["core", "fate", "why"], name="fates_of_a_core_part")]

    def __str__(self) -> str:
        return self.text


class Checkup(models.Model):
    """An answer to "Còn duy trì không?": asked after six months, after twelve, then every year."""

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="checkups")
    due_on = models.DateField(_("ngày hỏi"))
    answered_on = models.DateField(_("ngày trả lời"))
    alive = models.BooleanField(_("còn duy trì"))
    result = models.CharField(_("kết quả"), max_length=500, blank=True)
    value = models.DecimalField(_("số đo"), max_digits=18, decimal_places=2, null=True, blank=True)
    unit_of_count = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    why_stopped = models.CharField(_("vì sao dừng"), max_length=500, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("trả lời còn duy trì")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["adoption", "due_on"], name="a_question_is_answered_once"),
            models.CheckConstraint(
                condition=Q(alive=True, why_stopped="") | Q(alive=False) & ~Q(why_stopped=""),
                name="only_what_stopped_says_why_it_stopped",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | ~Q(unit_of_count=""), name="a_result_counted_says_of_what"
            ),
            models.CheckConstraint(
                condition=Q(answered_on__gte=F("due_on")), name="a_question_is_answered_after_it_is_due"
            ),
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class DiscussionQuerySet(models.QuerySet["Discussion"]):
    """Words for asking about discussions."""

    def visible_to(self, actor: Actor) -> DiscussionQuerySet:
        """Those of the units in reach, for who may view practices."""
        return actor.in_reach(self) if actor.may("practices.view") else self.none()

    def of_unit(self, unit: Unit, on: dt.date) -> DiscussionQuerySet:
        """Those of the very unit, and of those it continues that day."""
        return organisation.within(self, unit, on=on, only_itself=True)

    def waiting(self) -> DiscussionQuerySet:
        """Chosen and not yet held."""
        return self.filter(held_on__isnull=True)


class Discussion(models.Model):
    """What another unit does, chosen by a unit to be talked over at its meeting; then what was said of it there.

    `taken` is what the unit wants to take from it: where it is done, the taking over is an adoption of its own.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="discussions")
    practice = models.ForeignKey(Practice, models.PROTECT, related_name="discussions")
    chosen_on = models.DateField(_("chọn ngày"))
    why = models.CharField(_("vì sao chọn"), max_length=300, blank=True)
    held_on = models.DateField(_("trao đổi ngày"), null=True, blank=True)
    said = models.TextField(_("ý kiến trao đổi"), max_length=2000, blank=True)
    taken = models.TextField(_("điều rút ra để làm"), max_length=2000, blank=True)

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        verbose_name = _("trao đổi về mô hình")
        ordering = ["-chosen_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "practice"],
                condition=Q(held_on__isnull=True),
                name="a_practice_waits_once_to_be_discussed",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, said="", taken="") | Q(held_on__isnull=False) & ~Q(said=""),
                name="a_discussion_that_was_held_says_what_was_said",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(held_on__gte=F("chosen_on")),
                name="a_discussion_is_held_after_it_was_chosen",
            ),
        ]
        indexes = [models.Index(fields=["unit", "held_on"], name="discussions_of_a_unit")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}: {self.practice}"

    def get_absolute_url(self) -> str:
        """The page on which it is chosen and noted."""
        return reverse("adoptions:discuss", args=[self.practice_id])

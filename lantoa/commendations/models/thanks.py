"""Thanks without a decision: somebody says which practice helped her, to whoever thought it out or does it."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.consents.models import Consent
from lantoa.foundation.branches import in_any
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.practices.models import Practice


class ThanksQuerySet(models.QuerySet["Thanks"]):
    """Words for asking which thanks."""

    def standing(self) -> Self:
        """Without those that were taken back."""
        return self.filter(taken_back_on__isnull=True)

    def shown(self) -> Self:
        """Those that whoever is thanked agrees to show today."""
        agreeing = {"named__agreed_on__isnull": False, "named__revoked_on__isnull": True}
        return self.standing().filter(**agreeing).distinct()

    def given_by_her(self, actor: Actor) -> Self:
        """Those the actor gave."""
        return self.filter(given_by=actor.person) if actor.person else self.none()

    def received_by(self, actor: Actor) -> Self:
        """Those given to the actor, and to the units for which she answers what is proposed."""
        everything = self.model.objects.all()
        own = everything.filter(person=actor.person) if actor.person else everything.none()
        if not actor.may("commendations.propose"):
            return in_any(self, own)
        return in_any(self, own, actor.in_own_unit(everything.filter(person__isnull=True)))

    def on_day(self, person: Person, day: dt.date) -> Self:
        """What this person gave that day, taken back or not."""
        return self.filter(given_by=person, given_on=day)


class Thanks(models.Model):
    """One person thanks a unit, or a person, for a practice that helped: once, in her own words.

    Whoever is thanked decides whether it is shown (`named`, a row of the room consents). Taken back, its words go.
    """

    practice = models.ForeignKey(
        Practice, models.PROTECT, related_name="thanks", verbose_name=_("mô hình, cách làm đã giúp")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="thanks", verbose_name=_("đơn vị được cảm ơn, hoặc của người")
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="thanks",
        verbose_name=_("người được cảm ơn"),
    )
    words = models.TextField(_("lời cảm ơn"), max_length=600, blank=True)
    given_by = models.ForeignKey(
        Person, models.PROTECT, related_name="thanks_given", verbose_name=_("người cảm ơn")
    )
    given_from = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="thanks_given",
        verbose_name=_("đơn vị của người cảm ơn"),
    )
    given_on = models.DateField(_("ngày"))
    taken_back_on = models.DateField(_("ngày rút lại"), null=True, blank=True)
    named = GenericRelation(Consent, "subject_id", "subject_type", related_query_name="thanks")

    objects = ThanksQuerySet.as_manager()

    class Meta:
        verbose_name = _("lời cảm ơn")
        ordering = ["-given_on", "-pk"]
        indexes = [models.Index(fields=["practice", "given_on"], name="thanks_for_a_practice")]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "person", "given_by"],
                condition=Q(taken_back_on__isnull=True, person__isnull=False),
                name="a_person_is_thanked_once_by_one_for_a_practice",
            ),
            models.UniqueConstraint(
                fields=["practice", "unit", "given_by"],
                condition=Q(taken_back_on__isnull=True, person__isnull=True),
                name="a_unit_is_thanked_once_by_one_for_a_practice",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | ~Q(person=F("given_by")), name="nobody_thanks_herself"
            ),
            models.CheckConstraint(
                condition=(Q(taken_back_on__isnull=True) & ~Q(words=""))
                | Q(taken_back_on__isnull=False, words=""),
                name="thanks_have_words_until_they_are_taken_back",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Lời cảm ơn về “%(practice)s”")) % {"practice": self.practice}

    def get_absolute_url(self) -> str:
        """The page where thanks are given and received."""
        return reverse("commendations:thanks")

    @property
    def is_shown(self) -> bool:
        """Whether whoever is thanked agrees today."""
        return any(one.agrees for one in self.named.all())

    def agreed_words(self) -> str:
        """What is agreed to be shown: the practice, the words, who wrote them."""
        return f"{self.practice}\n{self.words}\n{self.given_by}"

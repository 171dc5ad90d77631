"""Whoever gives: an organisation, or a person through one."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.outreach import words
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded
from lantoa.people.actors import Actor
from lantoa.people.models import Person


class DonorQuerySet(OutreachQuerySet):
    """Words for asking what organisations give, and what persons do."""

    def _own(self, actor: Actor) -> Self:
        """One's own, and what the unit gives as a whole. What a colleague gives is the colleague's matter."""
        everything = self.model.objects.all()
        mine = everything.filter(person=actor.person) if actor.person else everything.none()
        ours = super(DonorQuerySet, everything.collective())._own(actor)
        return in_any(self, mine, ours)

    def collective(self) -> Self:
        """Given by organisations."""
        return self.filter(donor_kind=DonorKind.COLLECTIVE)

    def individual(self) -> Self:
        """Given by persons."""
        return self.filter(donor_kind=DonorKind.INDIVIDUAL)


class DonorKind(models.TextChoices):
    """Whether an organisation gives, or a person."""

    COLLECTIVE = "collective", _("tập thể")
    INDIVIDUAL = "individual", _("cá nhân")


# A person stands only with what an individual gives, and an individual is named.
NAMED = Q(donor_kind="collective", person__isnull=True) | (
    Q(donor_kind="individual") & (Q(person__isnull=False) | ~Q(donor_name=""))
)


class ByDonor(Recorded):
    """Something that a donor gives once, or again and again."""

    DonorKind = DonorKind

    donor_kind = models.CharField(_("người ủng hộ là"), max_length=10, choices=DonorKind)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="%(class)ss")
    donor_name = models.CharField(_("tên người hoặc tập thể ủng hộ"), max_length=200, blank=True)
    donor_key = models.CharField(max_length=200, editable=False)

    class Meta(Recorded.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> Self:
        """Fill the column that different donors are counted by; bulk_create does not call save."""
        self.donor_key = words.donor_key(self.unit_id, self.person_id, self.donor_name)
        return self

    @property
    def donor(self) -> str:
        """Who gives, in words; empty when it is the unit itself."""
        return self.donor_name or (str(self.person) if self.person else "")

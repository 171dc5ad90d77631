"""The decision, and who is commended by it."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.commendations import words
from lantoa.commendations.models.award import AwardLevel, Form, Subject
from lantoa.commendations.models.occasion import Occasion
from lantoa.commendations.models.proposal import Proposal
from lantoa.consents.models import Consent
from lantoa.documents.models import Document
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Words for asking which decisions."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of bodies in reach, and those that commend somebody whom the actor may see."""
        seen = Commendation.objects.visible_to(actor).values("decision_id")
        if not actor.may("commendations.view"):
            return in_any(self, seen)
        return in_any(self, seen, actor.in_reach(self.model.objects.all()))


class Decision(models.Model):
    """The decision of a body: of a unit in the tree, or of a body outside it, named in words.

    `document` is its line in the unit's register of papers; none for bodies outside and for minutes.
    """

    number = models.CharField(_("số quyết định"), max_length=80)
    decided_on = models.DateField(_("ngày quyết định"))
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("nơi quyết định"),
    )
    body = models.CharField(_("cơ quan quyết định"), max_length=200, blank=True)
    level = models.CharField(_("cấp khen"), max_length=16, choices=AwardLevel)
    form = models.CharField(_("hình thức"), max_length=12, choices=Form)
    occasion = models.ForeignKey(
        Occasion, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("đợt khen")
    )
    document = models.OneToOneField(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("số trong sổ văn bản"),
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("quyết định khen thưởng")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, body="") | (Q(unit__isnull=True) & ~Q(body="")),
                name="a_decision_is_of_a_unit_or_of_a_named_body",
            ),
            models.UniqueConstraint(
                fields=["unit", "number", "decided_on"], name="a_unit_uses_a_decision_number_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["body", "number", "decided_on"],
                condition=Q(unit__isnull=True),
                name="a_body_uses_a_decision_number_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Quyết định số %(number)s, %(day)s")) % {
            "number": self.number,
            "day": show_date(self.decided_on),
        }

    def get_absolute_url(self) -> str:
        """The decision's page."""
        return place_of("commendations:decision", self.pk)


class CommendationQuerySet(models.QuerySet["Commendation"]):
    """Words for asking who was commended."""

    def visible_to(self, actor: Actor) -> Self:
        """One's own, and those of units in reach for who may view commendations."""
        everything = self.model.objects.all()
        own = everything.filter(person=actor.person) if actor.person else everything.none()
        if not actor.may("commendations.view"):
            return in_any(self, own)
        return in_any(self, own, actor.in_reach(everything))

    def standing(self) -> Self:
        """Without those that were withdrawn."""
        return self.filter(withdrawn_on__isnull=True)

    def made_public(self) -> Self:
        """Those that whose they are agrees today to make public."""
        agreeing = {"named__agreed_on__isnull": False, "named__revoked_on__isnull": True}
        return self.standing().filter(**agreeing).distinct()

    def collectives(self) -> Self:
        """Commendations of collectives (occurrences)."""
        return self.standing().filter(subject=Subject.COLLECTIVE)

    def individuals(self) -> Self:
        """Commendations of individuals (occurrences)."""
        return self.standing().filter(subject=Subject.INDIVIDUAL)

    def of_prime_minister(self) -> Self:
        """Diplomas of the Prime Minister, whoever received them."""
        return self.standing().filter(level=AwardLevel.PRIME_MINISTER, form=Form.DIPLOMA)


class Commendation(models.Model):
    """One collective or person, commended by one decision: one occurrence."""

    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="commendations", verbose_name=_("quyết định")
    )
    subject = models.CharField(_("đối tượng"), max_length=12, choices=Subject)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="commendations", verbose_name=_("đơn vị"))
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="commendations")
    subject_name = models.CharField(_("tên người hoặc tập thể"), max_length=200, blank=True)
    subject_key = models.CharField(max_length=200, editable=False)
    is_party_member = models.BooleanField(_("đảng viên"), null=True, blank=True)
    form = models.CharField(_("hình thức"), max_length=12, choices=Form)
    level = models.CharField(_("cấp khen"), max_length=16, choices=AwardLevel)
    proposal = models.OneToOneField(
        Proposal,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commendation",
        verbose_name=_("đề nghị"),
    )
    awarded_on = models.DateField(_("ngày trao"), null=True, blank=True)
    withdrawn_on = models.DateField(_("gạch bỏ ngày"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("lý do gạch bỏ"), max_length=300, blank=True)
    named = GenericRelation(Consent, "subject_id", "subject_type", related_query_name="commendation")

    objects = CommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("khen thưởng")
        indexes = [models.Index(fields=["unit", "subject"], name="commendations_of_a_unit")]
        constraints = [
            models.CheckConstraint(
                condition=(~Q(subject="individual") & Q(person__isnull=True, is_party_member__isnull=True))
                | (Q(subject="individual") & (Q(person__isnull=False) | ~Q(subject_name=""))),
                name="only_a_commended_individual_is_a_person",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
                name="a_struck_out_commendation_says_why",
            ),
            models.UniqueConstraint(
                fields=["decision", "subject_key"],
                condition=Q(withdrawn_on__isnull=True) & ~Q(subject="unsplit"),
                name="a_decision_commends_each_subject_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}: {self.who or self.unit}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> Commendation:
        """Fill the column that different subjects are counted by; bulk_create does not call save."""
        self.subject_key = words.subject_key(self.unit_id, self.person_id, self.subject_name, self.subject)
        return self

    def get_absolute_url(self) -> str:
        """The decision that commends."""
        return reverse("commendations:decision", args=[self.decision_id])

    @property
    def who(self) -> str:
        """The name of the person or group; empty when it is the unit itself."""
        return self.subject_name or (str(self.person) if self.person_id else "")

    @property
    def publish_consent(self) -> bool:
        """Whether whose it is agrees today that it is made public."""
        return any(one.agrees for one in self.named.all())

    @property
    def consent_revoked_on(self) -> dt.date | None:
        """The day on which the agreement was taken back."""
        return next((one.revoked_on for one in self.named.all()), None)

    def agreed_words(self) -> str:
        """What is agreed to be made public."""
        return f"{self}\n{self.decision}"

    @property
    def decided_on(self) -> dt.date:
        """The day of the decision."""
        return self.decision.decided_on

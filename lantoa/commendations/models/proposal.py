"""A proposal and its climb."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from lantoa.commendations import words
from lantoa.commendations.models.award import AwardLevel, Form, Subject
from lantoa.commendations.models.occasion import Occasion
from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person

# Levels of units whose nominations leave a grassroots organisation.
ABOVE_CELLS = ["grassroots", "superior", "province", "central"]
# Whom it names: a person the system knows, else a name within a unit.
WHO = Case(
    When(person__isnull=False, then=Concat(Value("person "), Cast("person_id", models.CharField()))),
    default=Concat(Cast("unit_id", models.CharField()), Value(" "), "subject_name"),
)


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Words for asking which proposals."""

    def visible_to(self, actor: Actor) -> Self:
        """Those written by units in reach, about them, or addressed to them once sent; and those about oneself.

        A draft is seen only by those who may write it.
        """
        everything = self.model.objects.all()
        mine = everything.filter(self._about(actor))
        if not actor.may("commendations.view"):
            return in_any(self, mine)
        sent = everything.exclude(status=words.DRAFT)
        readable = everything if actor.may("commendations.propose") else sent
        near = [actor.in_reach(sent), actor.in_reach(sent, "addressed_to")]
        return in_any(self, mine, actor.in_reach(readable, "proposed_by"), *near)

    def _about(self, actor: Actor) -> Q:
        """No hidden notes: what was sent about a person can be read by that person."""
        if actor.person is None:
            return Q(pk__in=[])
        return Q(person=actor.person) & ~Q(status=words.DRAFT)

    def waiting_for(self, actor: Actor) -> Self:
        """Those on which the body this actor speaks for has to decide, without those about the actor herself."""
        if not actor.may("commendations.decide"):
            return self.none()
        found = actor.in_own_unit(self, of_unit="addressed_to")
        found = found.filter(status__in=[words.SUBMITTED, words.APPROVED_HERE])
        return found.exclude(person__in=actor.one_with)

    def to_appraise(self, actor: Actor) -> Self:
        """Those sent on to the actor's body that nobody has appraised yet, without those about or from the actor."""
        if not actor.may("commendations.appraise"):
            return self.none()
        found = actor.in_own_unit(self.filter(status=words.SUBMITTED), of_unit="addressed_to")
        found = found.exclude(addressed_to=F("proposed_by")).filter(proposed_by__level__in=ABOVE_CELLS)
        found = found.exclude(person__in=actor.one_with).exclude(submitted_by__in=actor.one_with)
        return found.exclude(appraisals__is_current=True)

    def pending_above(self, on: dt.date) -> Self:
        """Nominations that have left the grassroots organisation and had no decision on that day.

        One that climbs keeps a rung for each level; `chain` is the same for all of them, `who_key` for all that
        name the same person.
        """
        outside = Q(addressed_to__isnull=True) | ~Q(addressed_to=F("proposed_by"))
        sent = Q(status__in=[*words.OPEN, words.DECIDED, words.DECLINED], submitted_on__lte=on)
        undecided = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
        return self.filter(
            outside & sent & undecided,
            proposed_by__level__in=ABOVE_CELLS,
        ).annotate(chain=Coalesce("first_id", "id"), who_key=WHO)


class Proposal(models.Model):
    """A nomination at one level. Sent up, it gets a new rung that names this one in `climbs_from`."""

    class Status(models.TextChoices):
        DRAFT = words.DRAFT, _("đang viết, chưa gửi")
        SUBMITTED = words.SUBMITTED, _("chờ xét")
        RETURNED = words.RETURNED, _("trả lại để sửa")
        APPROVED_HERE = words.APPROVED_HERE, _("đã đồng ý, chờ quyết định")
        SENT_UP = words.SENT_UP, _("đã trình cấp trên")
        DECIDED = words.DECIDED, _("đã có quyết định khen")
        DECLINED = words.DECLINED, _("không khen")

    occasion = models.ForeignKey(
        Occasion, models.PROTECT, null=True, blank=True, related_name="proposals", verbose_name=_("đợt khen")
    )
    subject = models.CharField(
        _("đề nghị khen"), max_length=12, choices=[c for c in Subject.choices if c[0] != words.UNSPLIT]
    )
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        related_name="nominations",
        verbose_name=_("đơn vị được đề nghị, hoặc đơn vị của người"),
    )
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="nominations")
    subject_name = models.CharField(_("tên người hoặc tập thể"), max_length=200, blank=True)
    achievement = models.TextField(_("thành tích tóm tắt"), max_length=4000)
    proposed_form = models.CharField(_("hình thức đề nghị"), max_length=12, choices=Form)
    proposed_level = models.CharField(_("cấp khen đề nghị"), max_length=16, choices=AwardLevel)
    proposed_by = models.ForeignKey(
        Unit, models.PROTECT, related_name="proposals", verbose_name=_("đơn vị đề nghị")
    )
    addressed_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="asked_proposals", verbose_name=_("nơi xét")
    )
    votes_for = models.PositiveIntegerField(_("số phiếu đồng ý"), null=True, blank=True)
    votes_total = models.PositiveIntegerField(_("tổng số phiếu"), null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("buổi họp bình xét"),
    )
    minutes_number = models.CharField(_("số biên bản"), max_length=60, blank=True)
    minutes_on = models.DateField(_("ngày biên bản"), null=True, blank=True)
    status = models.CharField(_("trạng thái"), max_length=14, choices=Status, default=Status.DRAFT)
    return_reason = models.TextField(_("lý do trả lại hoặc không khen"), max_length=1000, blank=True)
    written_on = models.DateField(_("ngày viết"))
    submitted_on = models.DateField(_("ngày gửi"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người gửi")
    )
    closed_on = models.DateField(_("ngày kết thúc xét"), null=True, blank=True)
    climbs_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="climbs_to", verbose_name=_("trình từ")
    )
    first = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="rungs")

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("đề nghị khen thưởng")
        ordering = ["-written_on", "-pk"]
        indexes = [
            models.Index(fields=["addressed_to", "status"], name="proposals_waiting_somewhere"),
            models.Index(fields=["proposed_by", "written_on"], name="proposals_of_a_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(subject="collective", person__isnull=True)
                | (Q(subject="individual") & (Q(person__isnull=False) | ~Q(subject_name=""))),
                name="only_a_nominated_individual_is_a_person",
            ),
            models.CheckConstraint(
                condition=Q(votes_total__isnull=True, votes_for__isnull=True)
                | Q(
                    # Said with isnull: a comparison with an unknown number would let the row pass.
                    votes_total__isnull=False,
                    votes_for__isnull=False,
                    votes_total__gt=0,
                    votes_for__lte=F("votes_total"),
                ),
                name="votes_for_are_some_of_all_votes",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "returned"]) | Q(submitted_on__isnull=False),
                name="a_sent_proposal_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["returned", "declined"]) | ~Q(return_reason=""),
                name="a_returned_or_declined_proposal_says_why",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["decided", "declined"], closed_on__isnull=False)
                | (~Q(status__in=["decided", "declined"]) & Q(closed_on__isnull=True)),
                name="only_a_settled_proposal_is_closed",
            ),
            models.CheckConstraint(
                condition=Q(climbs_from__isnull=True, first__isnull=True)
                | Q(climbs_from__isnull=False, first__isnull=False),
                name="a_rung_knows_where_the_climb_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_proposed_form_display()}: {self.who or self.unit}"

    def get_absolute_url(self) -> str:
        """The proposal's page."""
        return place_of("commendations:proposal", self.pk)

    @property
    def who(self) -> str:
        """The name of the person or group; empty when it is the unit itself."""
        return self.subject_name or (str(self.person) if self.person_id else "")

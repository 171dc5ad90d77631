"""Tables of commendations: occasions, proposals and their climb, decisions, and who was commended."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.commendations import words
from lantoa.consents.models import Consent
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.programme.models import Movement


class Subject(models.TextChoices):
    """Who is commended. "Unsplit" is for sources that name a sum of collectives and individuals only."""

    COLLECTIVE = words.COLLECTIVE, _("tập thể")
    INDIVIDUAL = words.INDIVIDUAL, _("cá nhân")
    UNSPLIT = words.UNSPLIT, _("tập thể, cá nhân (chưa tách)")


class AwardLevel(models.TextChoices):
    """The level that decides."""

    CELL = words.CELL, _("chi bộ")
    GRASSROOTS = words.GRASSROOTS, _("cơ sở")
    SUPERIOR = words.SUPERIOR, _("cấp trên cơ sở")
    PROVINCE = words.PROVINCE, _("tỉnh")
    CENTRAL = words.CENTRAL, _("Trung ương")
    PRIME_MINISTER = words.PRIME_MINISTER, _("Thủ tướng Chính phủ")


class Form(models.TextChoices):
    """What is given."""

    CERTIFICATE = words.CERTIFICATE, _("giấy khen")
    DIPLOMA = words.DIPLOMA, _("bằng khen")
    FLAG = words.FLAG, _("cờ")
    PRAISE = words.PRAISE, _("biểu dương")
    LETTER = words.LETTER, _("thư khen")
    BADGE = words.BADGE, _("kỷ niệm chương, giấy chứng nhận")
    OTHER = words.OTHER, _("hình thức khác")


def _units_in_reach(actor: Actor) -> models.QuerySet[Any, Any]:
    """The units in reach today, for a condition on any column that names a unit."""
    return actor.in_reach(Unit.objects.all(), of_unit="pk").values("pk")


class OccasionQuerySet(models.QuerySet["Occasion"]):
    """Words for asking which occasions."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of one's own unit, of the units above it and of the units in reach."""
        if not actor.may("commendations.view"):
            return self.none()
        line = [place.unit_id for place in actor.line]
        everything = self.model.objects.all()
        return in_any(self, everything.filter(unit__in=line), actor.in_reach(everything))


class Occasion(models.Model):
    """On which occasion: "Sơ kết 2 năm thực hiện Kết luận 01"."""

    name = models.CharField(_("đợt khen"), max_length=250)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="occasions", verbose_name=_("đơn vị tổ chức"))
    held_on = models.DateField(_("ngày"))
    movement = models.ForeignKey(
        Movement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="occasions",
        verbose_name=_("phong trào thi đua"),
    )

    objects = OccasionQuerySet.as_manager()

    class Meta:
        verbose_name = _("đợt khen thưởng")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name", "held_on"], name="a_unit_holds_an_occasion_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return self.name


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
        return found.exclude(person=actor.person) if actor.person else found

    def pending_above(self, on: dt.date) -> Self:
        """Nominations that have left the grassroots organisation and had no decision on that day.

        One that climbs keeps a rung for each level; `chain` is the same for all of them.
        """
        outside = Q(addressed_to__isnull=True) | ~Q(addressed_to=F("proposed_by"))
        sent = Q(status__in=[*words.OPEN, words.DECIDED, words.DECLINED], submitted_on__lte=on)
        undecided = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
        return self.filter(
            outside & sent & undecided,
            proposed_by__level__in=["grassroots", "superior", "province", "central"],
        ).annotate(chain=Coalesce("first_id", "id"))


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
        return reverse("commendations:proposal", args=[self.pk])

    @property
    def who(self) -> str:
        """The name of the person or group; empty when it is the unit itself."""
        return self.subject_name or (str(self.person) if self.person_id else "")


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Words for asking which decisions."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of bodies in reach, and those that commend somebody whom the actor may see."""
        seen = Commendation.objects.visible_to(actor).values("decision_id")
        if not actor.may("commendations.view"):
            return in_any(self, seen)
        return in_any(self, seen, actor.in_reach(self.model.objects.all()))


class Decision(models.Model):
    """The decision of a body: of a unit in the tree, or of a body outside it, named in words."""

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
        return reverse("commendations:decision", args=[self.pk])


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

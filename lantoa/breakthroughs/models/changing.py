"""The advising body and its opinions; amendments of an approved text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.breakthroughs import words
from lantoa.breakthroughs.models.breakthrough import Breakthrough
from lantoa.foundation.approval import is_fresh
from lantoa.foundation.places import place_of
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Unit
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class AdvisingBody(models.Model):
    """Which unit gives its opinion before this one approves. No row: the step is skipped."""

    approving_unit = models.OneToOneField(Unit, models.CASCADE, related_name="advising_body")
    advising_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("cơ quan thẩm định")

    def __str__(self) -> str:
        return f"{self.approving_unit} ← {self.advising_unit}"


class Appraisal(models.Model):
    """The opinion of the advising body on one sending; a later sending gets its own."""

    class Opinion(models.TextChoices):
        AGREE = words.AGREE, _("đồng ý trình")
        MEND = words.MEND, _("đề nghị sửa")

    breakthrough = models.ForeignKey(Breakthrough, models.CASCADE, related_name="appraisals")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    # Names as they stood; posts and units change.
    unit_name = models.CharField(_("cơ quan thẩm định"), max_length=250)
    opinion = models.CharField(_("ý kiến thẩm định"), max_length=8, choices=Opinion)
    text = models.TextField(_("nội dung ý kiến"), blank=True)
    person_name = models.CharField(_("người thẩm định"), max_length=200)
    post_label = models.CharField(_("chức vụ"), max_length=200, blank=True)
    appraised_on = models.DateField(_("ngày thẩm định"))

    class Meta:
        verbose_name = _("ý kiến thẩm định")
        ordering = ["appraised_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(opinion=words.MEND) | ~Q(text=""), name="an_opinion_to_mend_says_what"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_name}: {self.get_opinion_display()}"


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    """Words for asking about amendments."""

    def visible_to(self, actor: Actor) -> AmendmentQuerySet:
        """Those of the breakthroughs one may see."""
        return self.filter(breakthrough__in=Breakthrough.objects.visible_to(actor).values("pk"))

    def awaiting(self, actor: Actor) -> AmendmentQuerySet:
        """Those the actor's unit has to decide on and that are not the actor's own, the longest waiting first."""
        if not actor.may("breakthroughs.judge"):
            return self.none()
        judged_here = actor.in_own_unit(Breakthrough.objects.all(), "approving_unit").of_others(actor)
        waiting = self.filter(status=words.PENDING, breakthrough__in=judged_here.values("pk"))
        waiting = waiting.exclude(proposed_by__in=actor.one_with)
        return waiting.order_by("proposed_on", "pk")


class Amendment(models.Model):
    """A changed text that the approving body judges. While it waits, what was approved is in force."""

    class Status(models.TextChoices):
        PENDING = words.PENDING, _("chờ cho ý kiến")
        IN_FORCE = words.IN_FORCE, _("đã duyệt")
        REFUSED = words.REFUSED, _("không được duyệt")
        WITHDRAWN = words.WITHDRAWN, _("đã rút")

    breakthrough = models.ForeignKey(Breakthrough, models.CASCADE, related_name="amendments")
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.PENDING)
    reason = models.TextField(_("vì sao sửa đổi"))
    # The whole text, both times, as rules.text_of writes it: nothing has to be pieced together to be read.
    before = models.JSONField(_("bản đang có hiệu lực khi đề nghị"))
    after = models.JSONField(_("bản đề nghị"))
    proposed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by_name = models.CharField(_("người đề nghị"), max_length=200)
    proposed_on = models.DateField(_("ngày đề nghị"))
    answer = models.TextField(_("lý do không duyệt"), blank=True)
    document_number = models.CharField(_("số văn bản"), max_length=60, blank=True)
    decided_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    decided_by = models.CharField(_("cơ quan duyệt"), max_length=200, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="breakthrough_amendments",
        verbose_name=_("buổi họp"),
    )
    # Whose hand wrote the decision down, and when: the same hand may take it back at once.
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(_("ghi duyệt lúc"), null=True, blank=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản sửa đổi")
        ordering = ["proposed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["breakthrough"],
                condition=Q(status=words.PENDING),
                name="one_amendment_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(status=words.IN_FORCE) | (~Q(document_number="") & Q(decided_on__isnull=False)),
                name="an_amendment_in_force_names_its_document",
            ),
            models.CheckConstraint(
                condition=~Q(status=words.REFUSED) | ~Q(answer=""), name="a_refused_amendment_says_why"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_amendment_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.breakthrough}: {self.get_status_display()}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("breakthroughs:amendment", self.pk)

    def may_take_back(self, at: dt.datetime) -> bool:
        """Whether its approval was written down just now and no later amendment was built on it."""
        fresh = self.status == words.IN_FORCE and is_fresh(self.approved_at, at)
        return fresh and not self.breakthrough.amendments.filter(pk__gt=self.pk).exists()

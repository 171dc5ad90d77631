"""The page of a head for the level above: what she answers for, reported to whom and when. It bears no score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor

DRAFT, SENT = "draft", "sent"


class HeadReportQuerySet(models.QuerySet["HeadReport"]):
    """Words for asking which pages."""

    def visible_to(self, actor: Actor) -> HeadReportQuerySet:
        """One's own; and those sent to one's own unit, for who decides there. Nobody else reads any."""
        if actor.reach == EVERYTHING:
            return self
        everything = HeadReport.objects.all()
        branches = [everything.filter(person=actor.person)] if actor.person else [everything.none()]
        if actor.may("reviews.decide"):
            branches.append(actor.in_own_unit(everything.filter(status=SENT), of_unit="sent_to"))
        return in_any(self, *branches)

    def sent(self) -> HeadReportQuerySet:
        """Those that the level above has."""
        return self.filter(status=SENT)

    def quotable(self) -> HeadReportQuerySet:
        """Those sent of which she lets reports quote: by her post, without her name."""
        return self.sent().filter(may_be_quoted=True)

    def not_quotable(self) -> HeadReportQuerySet:
        """Those of which reports quote nothing: not let, or with her again."""
        return self.exclude(status=SENT, may_be_quoted=True)


class HeadReport(models.Model):
    """What a head tells the level above of one year."""

    STATES = [(DRAFT, _("đang viết")), (SENT, _("đã báo cáo"))]

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="head_reports", verbose_name=_("người đứng đầu")
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="head_reports")
    sent_to = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("báo cáo với"))
    title_name = models.CharField(_("chức vụ"), max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(_("năm"))
    key_tasks = models.TextField(_("nhiệm vụ trọng tâm, then chốt đã làm"))
    breakthrough = models.TextField(_("nội dung đột phá: đến đâu"), blank=True)
    exemplary = models.TextField(_("trách nhiệm nêu gương: việc cụ thể"))
    opinions = models.TextField(_("ý kiến đã nhận được, đã tiếp thu thế nào"), blank=True)
    lessons = models.TextField(_("bài học rút ra"), blank=True)
    proposals = models.TextField(_("kiến nghị với cấp trên"), blank=True)
    may_be_quoted = models.BooleanField(_("báo cáo chung được trích"), default=False)
    status = models.CharField(_("trạng thái"), max_length=6, choices=STATES, default=DRAFT)
    sent_on = models.DateField(_("báo cáo ngày"), null=True, blank=True)

    objects = HeadReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("báo cáo của người đứng đầu")
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "unit", "year"], name="a_head_reports_once_a_year"),
            models.CheckConstraint(
                condition=~Q(status=SENT) | Q(sent_on__isnull=False), name="a_sent_page_of_a_head_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return gettext("Báo cáo của người đứng đầu năm %(year)s") % {"year": self.year}

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("reviews:head", self.pk)

    @property
    def is_sent(self) -> bool:
        """Whether the level above has it."""
        return self.status == SENT


class HeadOpinion(models.Model):
    """What the level above says of it: words with a name and a day, no mark."""

    report = models.ForeignKey(HeadReport, models.CASCADE, related_name="said_above")
    text = models.TextField(_("ý kiến của cấp trên"))
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    given_label = models.CharField(_("chức vụ người cho ý kiến"), max_length=250)
    given_on = models.DateField(_("ngày"))

    class Meta:
        verbose_name = _("ý kiến về báo cáo của người đứng đầu")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

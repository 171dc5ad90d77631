"""What carries the programme to people besides articles: issues of a newsletter, and what people passed on."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.dates import show_date
from lantoa.outreach.models.article import Article
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded


class IssueQuerySet(OutreachQuerySet):
    """Words for asking which issues."""

    def with_the_column(self) -> Self:
        """Those that carry the column of the programme."""
        return self.filter(column__isnull=False)


class NewsletterIssue(Recorded):
    """One number of a newsletter that a unit issues, with the column of the programme where it has one."""

    newsletter = models.CharField(_("tên bản tin"), max_length=200)
    number = models.CharField(_("số"), max_length=40)
    issued_on = models.DateField(_("ngày phát hành"))
    column = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
        verbose_name=_("chuyên mục học tập Bác"),
    )
    pieces = models.PositiveIntegerField(_("số tin, bài trong chuyên mục"), null=True, blank=True)
    copies = models.PositiveIntegerField(_("số bản"), null=True, blank=True)
    url = models.CharField(_("địa chỉ"), max_length=500, blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("số bản tin")
        indexes = [models.Index(fields=["unit", "issued_on"], name="issues_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(newsletter="") & ~Q(number=""), name="an_issue_has_its_name_and_number"
            ),
            models.CheckConstraint(
                condition=Q(pieces__isnull=True) | Q(column__isnull=False),
                name="only_a_column_has_pieces",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.newsletter}, {self.number}"


class Sharing(Recorded):
    """How often, in a time, a unit's people passed official pieces on, as the unit tells it. Nothing is read from any
    network, and nobody is named."""

    what = models.CharField(_("đã chia sẻ gì"), max_length=300)
    where = models.CharField(_("ở đâu"), max_length=200)
    starts = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("đến hết ngày"))
    times = models.PositiveIntegerField(_("số lượt chia sẻ"))
    people = models.PositiveIntegerField(_("số người chia sẻ"), null=True, blank=True)

    objects = OutreachQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("lượt chia sẻ")
        indexes = [models.Index(fields=["unit", "last_day"], name="sharing_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(condition=Q(times__gte=1), name="something_was_shared"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("starts")), name="sharing_ends_when_it_began_or_later"
            ),
            models.CheckConstraint(
                condition=Q(people__isnull=True) | Q(people__gte=1, people__lte=F("times")),
                name="who_shares_does_so_once_at_least",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}, {show_date(self.last_day)}"

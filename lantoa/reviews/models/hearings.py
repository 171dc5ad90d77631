"""What bodies say of a review: the meeting with who came and how it voted, and marks as somebody wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.meetings.models import Meeting
from lantoa.people.models import Person
from lantoa.reviews.models.papers import Review
from lantoa.reviews.words import Level, Place, Stage

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class Mark(models.Model):
    """Marks and the level somebody proposes, as she, or the body she writes for, wrote them under the cited rule.

    Nothing adds them up, averages them or puts anybody in order by them; they are read in their review only.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="marks")
    stage = models.CharField(_("ai chấm"), max_length=10, choices=Stage)
    given_by = models.CharField(_("người, tập thể chấm"), max_length=250)
    rule = models.CharField(_("theo quy định"), max_length=300)
    common = models.DecimalField(_("tiêu chí chung"), max_digits=5, decimal_places=2, null=True, blank=True)
    tasks = models.DecimalField(_("kết quả nhiệm vụ"), max_digits=5, decimal_places=2, null=True, blank=True)
    total = models.DecimalField(_("tổng"), max_digits=5, decimal_places=2, null=True, blank=True)
    level = models.CharField(_("mức đề xuất"), max_length=10, choices=Level, blank=True)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_on = models.DateField(_("ghi ngày"))

    class Meta:
        verbose_name = _("điểm, mức đề xuất")
        constraints = [
            models.UniqueConstraint(fields=["review", "stage"], name="each_body_marks_a_review_once"),
            models.CheckConstraint(condition=~Q(given_by="") & ~Q(rule=""), name="a_mark_names_who_and_why"),
            models.CheckConstraint(
                condition=(Q(common__isnull=True) | Q(common__gte=0, common__lte=100))
                & (Q(tasks__isnull=True) | Q(tasks__gte=0, tasks__lte=100))
                & (Q(total__isnull=True) | Q(total__gte=0, total__lte=100)),
                name="marks_go_to_a_hundred",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_stage_display())


class OfReviewsQuerySet(models.QuerySet[Any]):
    """Words for asking about what hangs on a review."""

    def visible_to(self, actor: Actor) -> OfReviewsQuerySet:
        """Those of the reviews that the actor may read."""
        return self.filter(review__in=Review.objects.visible_to(actor).values("pk"))


class Hearing(models.Model):
    """One meeting that spoke of one review. Votes are numbers of ballots, not of names."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="hearings")
    place = models.CharField(_("nơi kiểm điểm"), max_length=10, choices=Place, default=Place.CELL)
    body = models.CharField(_("tập thể kiểm điểm"), max_length=200)
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="hearings", verbose_name=_("buổi họp")
    )
    held_on = models.DateField(_("ngày họp"))
    minutes_number = models.CharField(_("số biên bản"), max_length=60)
    due = models.PositiveIntegerField(_("phải dự"))
    present = models.PositiveIntegerField(_("có mặt"))
    issued = models.PositiveIntegerField(_("phiếu phát ra"), null=True, blank=True)
    returned = models.PositiveIntegerField(_("phiếu thu về"), null=True, blank=True)
    votes_excellent = models.PositiveIntegerField(_("phiếu xuất sắc"), null=True, blank=True)
    votes_good = models.PositiveIntegerField(_("phiếu tốt"), null=True, blank=True)
    votes_done = models.PositiveIntegerField(_("phiếu hoàn thành"), null=True, blank=True)
    votes_not = models.PositiveIntegerField(_("phiếu không hoàn thành"), null=True, blank=True)
    remark = models.TextField(_("nhận xét"))
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_on = models.DateField(_("ghi ngày"))

    objects = OfReviewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("kiểm điểm tại cuộc họp")
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "place"], name="a_review_is_heard_once_in_a_place"),
            models.CheckConstraint(condition=Q(present__lte=F("due")), name="no_more_came_than_were_due"),
            models.CheckConstraint(
                condition=Q(issued__isnull=True) | Q(issued__lte=F("present")),
                name="ballots_are_given_to_who_came",
            ),
            models.CheckConstraint(
                condition=Q(returned__isnull=True) | Q(returned__lte=F("issued")),
                name="no_more_ballots_came_back_than_were_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.held_on:%d/%m/%Y}"

    @property
    def votes(self) -> list[tuple[str, int]]:
        """(level, ballots) of each level of which a number was written, in the order of the ballot."""
        said = zip(
            Level.labels,
            (self.votes_excellent, self.votes_good, self.votes_done, self.votes_not),
            strict=True,
        )
        return [(str(label), count) for label, count in said if count is not None]


class Finding(models.Model):
    """What a review found that is to be mended: the shortcoming written down of it."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="findings")
    shortcoming = models.OneToOneField(
        "shortcomings.Shortcoming", models.PROTECT, related_name="found_in_review"
    )

    objects = OfReviewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("hạn chế qua kiểm điểm")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.shortcoming)

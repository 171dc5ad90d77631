"""One review: what somebody says of herself, line by line, each line beside its record, and how it goes on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Account, Membership, Person
from lantoa.reviews.models.forms import Section, Template
from lantoa.reviews.models.periods import ComparableGroup, ReviewPeriod
from lantoa.reviews.words import OPEN, SPOKEN_OF, UNREAD, Level, Mended, Status, Turn

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ReviewQuerySet(models.QuerySet["Review"]):
    """Words for asking which reviews."""

    def visible_to(self, actor: Actor) -> ReviewQuerySet:
        """One's own; sent ones of one's own unit for who conducts there; and, once spoken of, for who decides.

        Before the meeting the members of the cell read too, where whoever opened the period said so. Of the levels
        above only the one that rates reads, what has been spoken of (a head's once sent), and only the one that a
        complaint was sent to reads that review. No inspector and no administrator reads any.
        """
        if actor.reach == EVERYTHING:
            return self
        everything = Review.objects.all()
        sent = everything.exclude(status__in=UNREAD)
        branches = [everything.filter(person=actor.person)] if actor.person else [everything.none()]
        if actor.may("reviews.conduct"):
            # What is being written is hers alone; of who cannot sign in somebody of the unit writes it down.
            signs_in = Account.objects.filter(person=models.OuterRef("person"), is_active=True)
            branches += [
                actor.in_own_unit(sent),
                actor.in_own_unit(everything.filter(~models.Exists(signs_in))),
            ]
        if actor.may("reviews.decide"):
            # Of a head earlier: of whom nobody else leads the reviewing below, the body that rates does.
            ready = Q(status__in=SPOKEN_OF) | Q(turn=Turn.HEAD)
            branches += [
                actor.in_own_unit(sent.filter(ready), of_unit="period__decided_by"),
                actor.in_own_unit(everything, of_unit="complaints__sent_to"),
            ]
        if actor.person and actor.may("reviews.own"):
            cells = Membership.objects.on(actor.on).party().filter(person=actor.person).values("unit_id")
            shown = everything.filter(status=Status.SHOWN, period__members_read=True, period__status=OPEN)
            branches.append(shown.filter(unit__in=cells))
        return in_any(self, *branches)

    def of(self, person: Person | None) -> ReviewQuerySet:
        """Those of one person."""
        return self.filter(person=person) if person else self.none()

    def of_persons(self) -> ReviewQuerySet:
        """Those of persons, not of collectives."""
        return self.filter(person__isnull=False)

    def in_turn(self) -> ReviewQuerySet:
        """In the only order there is: the collective, its head, the deputies, everybody by name."""
        return self.order_by("turn", "person__sort_key", "pk")

    def for_lists(self) -> ReviewQuerySet:
        """With what a list shows, in a constant number of queries."""
        return self.select_related("person", "period", "template", "unit", "group")


class Review(models.Model):
    """One person, or the collective when no person is named, in one period."""

    period = models.ForeignKey(ReviewPeriod, models.PROTECT, related_name="reviews")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reviews")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name=_("của ai")
    )
    template = models.ForeignKey(Template, models.PROTECT, related_name="reviews")
    title_name = models.CharField(_("chức vụ"), max_length=160, blank=True)
    turn = models.PositiveSmallIntegerField(_("thứ tự kiểm điểm"), choices=Turn, default=Turn.MEMBER)
    group = models.ForeignKey(
        ComparableGroup, models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name=_("nhóm")
    )
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.WRITING)
    submitted_on = models.DateField(_("gửi ngày"), null=True, blank=True)
    returned_why = models.TextField(_("vì sao trả lại"), blank=True)
    shown_on = models.DateField(_("gửi đọc trước ngày"), null=True, blank=True)
    answer_by = models.DateField(_("trả lời đến hết ngày"), null=True, blank=True)
    reply = models.TextField(_("trả lời của người được kiểm điểm"), blank=True)
    replied_on = models.DateField(_("trả lời ngày"), null=True, blank=True)
    waived_on = models.DateField(_("nói không có ý kiến ngày"), null=True, blank=True)
    rating = models.CharField(_("xếp loại"), max_length=10, choices=Level, blank=True)
    decided_on = models.DateField(_("quyết định ngày"), null=True, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decision_number = models.CharField(_("số quyết định, thông báo"), max_length=60, blank=True)
    decision_note = models.TextField(_("lý do, nhận xét của nơi quyết định"), blank=True)
    excused_why = models.CharField(_("vì sao chưa kiểm điểm"), max_length=300, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản kiểm điểm")
        ordering = ["turn", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "person"],
                condition=Q(person__isnull=False),
                name="a_person_is_reviewed_once_in_a_period",
            ),
            models.UniqueConstraint(
                fields=["period"],
                condition=Q(person__isnull=True),
                name="a_collective_is_reviewed_once_in_a_period",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.DECIDED) | ~Q(rating="") & Q(decided_on__isnull=False),
                name="a_decided_review_has_a_rating_and_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DECIDED) | Q(rating=""), name="a_rating_is_decided"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=SPOKEN_OF) | Q(answer_by__isnull=False),
                name="nobody_is_rated_without_days_to_answer",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | Q(person__isnull=True)
                | ~Q(decided_by=models.F("person")),
                name="nobody_decides_their_own_rating",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "status"], name="reviews_of_a_unit"),
            models.Index(fields=["person", "status"], name="reviews_of_a_person"),
        ]

    def __str__(self) -> str:
        return gettext("%(what)s, %(whose)s") % {
            "what": self.period,
            "whose": self.person or gettext("tập thể"),
        }

    @property
    def label_in_history(self) -> str:
        """The history names the period; whose paper it is only her own page tells."""
        return str(self.period)

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("reviews:show", self.pk)

    @property
    def is_collective(self) -> bool:
        """Whether it is of the unit itself."""
        return self.person_id is None

    @property
    def is_writing(self) -> bool:
        """With whoever writes it."""
        return self.status == Status.WRITING

    @property
    def is_heard(self) -> bool:
        """A meeting has spoken of it; it may be answered."""
        return self.status == Status.HEARD

    @property
    def is_decided(self) -> bool:
        """There is a result."""
        return self.status == Status.DECIDED

    @property
    def has_answered(self) -> bool:
        """Whether the word is in: an answer, or that there is none to give."""
        return self.replied_on is not None or self.waived_on is not None

    def may_be_decided(self, on: dt.date) -> bool:
        """Answered, waived, or the days to answer are over."""
        over = self.answer_by is not None and on > self.answer_by
        return self.is_heard and (self.has_answered or over)


class Statement(models.Model):
    """One line of a review. With a source it came from a record, whose words and address stay beside it."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="statements")
    section = models.ForeignKey(Section, models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    text = models.TextField(_("lời trong bản kiểm điểm"), blank=True)
    mended = models.CharField(_("mức khắc phục"), max_length=6, choices=Mended, blank=True)
    source = models.CharField(_("bản ghi"), max_length=80, blank=True)
    source_label = models.CharField(_("lấy từ"), max_length=200, blank=True)
    source_url = models.CharField(max_length=200, blank=True)
    source_text = models.TextField(_("lời của bản ghi"), blank=True)

    class Meta:
        verbose_name = _("dòng của bản kiểm điểm")
        ordering = ["section__order", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "section", "source"], name="a_record_is_spoken_of_once_in_a_section"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Prompt(models.Model):
    """What the level above, or the committee, asks somebody to explain in her review."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="prompts")
    text = models.TextField(_("nội dung gợi ý kiểm điểm"))
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_label = models.CharField(_("nơi gợi ý"), max_length=250)
    asked_on = models.DateField(_("ngày gợi ý"))

    class Meta:
        verbose_name = _("nội dung gợi ý kiểm điểm")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

"""Complaints, denunciations, petitions: by number, kind, status and result. Names are for those who handle them."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.places import place_of
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.outreach import words
from lantoa.outreach.models.opinion import CitizenOpinion, Forum
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded
from lantoa.people.actors import Actor


class ComplaintQuerySet(OutreachQuerySet):
    """Words for asking which complaints."""

    def visible_to(self, actor: Actor) -> Self:
        """Number, kind, status and result of those in reach; whose they are and what they say `handled_by` reads.

        A unit through which one went follows in its list how it ends, and reads no more than that.
        """
        if not actor.may("outreach.complaints"):
            return self.none()
        everything, ways = self.model.objects.all(), ("unit", "forwarded_to", "passed_by")
        return in_any(self, *(actor.in_reach(everything, way) for way in ways))

    def handled_by(self, actor: Actor) -> Self:
        """Those that the actor's own unit received, or that were forwarded to it: read whole there, nowhere else."""
        if not actor.may("outreach.complaints"):
            return self.none()
        everything = self.model.objects.all()
        return in_any(self, actor.in_own_unit(everything), actor.in_own_unit(everything, "forwarded_to"))

    def waiting_at(self, actor: Actor) -> Self:
        """Open ones that the actor's own unit has to settle: received and kept there, or forwarded there."""
        waiting = self.model.objects.all().open()
        kept = actor.in_own_unit(waiting.filter(forwarded_to__isnull=True))
        return in_any(self, kept, actor.in_own_unit(waiting, "forwarded_to"))

    def to_be_settled_under(self, unit: Unit, on: dt.date) -> Self:
        """Those that the unit or one below it has to settle."""
        everything = self.model.objects.all()
        kept = organisation.within(everything.filter(forwarded_to__isnull=True), unit, on=on)
        return in_any(self, kept, organisation.within(everything, unit, on=on, of_unit="forwarded_to"))

    def open(self) -> Self:
        """Those that nobody has settled, refused or passed on yet."""
        return self.standing().filter(closed_on__isnull=True)

    def open_on(self, on: dt.date) -> Self:
        """Those that had come by that day and were not closed by then."""
        return self.standing().filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on), received_on__lte=on)

    def overdue(self, on: dt.date) -> Self:
        """Open ones whose day has passed."""
        return self.open().filter(due_on__lt=on)

    def settled(self) -> Self:
        """Those that ended with a result."""
        return self.standing().filter(status=words.RESOLVED)

    def in_time(self) -> Self:
        """Settled by the day that was set."""
        return self.settled().filter(closed_on__lte=F("due_on"))


class CitizenComplaint(Recorded):
    """One paper of one or more people: what it asks, how far it is, how it ended."""

    class Kind(models.TextChoices):
        COMPLAINT = "complaint", _("khiếu nại")
        DENUNCIATION = "denunciation", _("tố cáo")
        PETITION = "petition", _("kiến nghị")
        REFLECTION = "reflection", _("phản ánh")

    class Status(models.TextChoices):
        RECEIVED = words.RECEIVED, _("mới tiếp nhận")
        ACCEPTED = words.ACCEPTED, _("đã thụ lý, đang giải quyết")
        RESOLVED = words.RESOLVED, _("đã giải quyết")
        REFUSED = words.REFUSED, _("không thụ lý")
        DROPPED = words.DROPPED, _("đã rút đơn")
        PASSED_ON = words.PASSED_ON, _("đã chuyển cơ quan có thẩm quyền")

    class Result(models.TextChoices):
        RIGHT = "right", _("đúng")
        PARTLY = "partly", _("đúng một phần")
        WRONG = "wrong", _("không đúng")

    number = models.CharField(_("số vào sổ"), max_length=40)
    # The year of the number: a book of complaints begins anew each year.
    year = models.PositiveSmallIntegerField(editable=False)
    received_on = models.DateField(_("ngày tiếp nhận"))
    kind = models.CharField(_("loại đơn"), max_length=12, choices=Kind)
    channel = models.CharField(
        _("kênh"),
        max_length=10,
        choices=CitizenOpinion.Channel,
        default=CitizenOpinion.Channel.LETTER,
    )
    field = models.CharField(
        _("lĩnh vực"), max_length=20, choices=CitizenOpinion.Field, default=CitizenOpinion.Field.OTHER
    )
    forum = models.ForeignKey(
        Forum,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="complaints",
        verbose_name=_("buổi tiếp dân"),
    )
    people = models.PositiveIntegerField(_("số người đứng đơn"), default=1)
    complainant = models.CharField(_("người đứng đơn"), max_length=200, blank=True)
    contact = models.CharField(_("nơi ở, liên hệ"), max_length=200, blank=True)
    text = models.TextField(_("nội dung đơn"), max_length=words.LONGEST_OPINION)
    status = models.CharField(_("giai đoạn"), max_length=10, choices=Status, default=Status.RECEIVED)
    forwarded_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chuyển đến")
    )
    # Who had it and passed it on, besides the unit that received it.
    passed_by = models.ManyToManyField(Unit, related_name="+", blank=True, verbose_name=_("đã qua"))
    forwarded_to_body = models.CharField(_("cơ quan có thẩm quyền"), max_length=200, blank=True)
    forwarded_on = models.DateField(_("chuyển ngày"), null=True, blank=True)
    accepted_on = models.DateField(_("thụ lý ngày"), null=True, blank=True)
    due_on = models.DateField(_("hạn giải quyết"), null=True, blank=True)
    result = models.CharField(_("kết luận"), max_length=8, choices=Result, blank=True)
    outcome = models.TextField(_("kết quả giải quyết"), max_length=4000, blank=True)
    closed_on = models.DateField(_("kết thúc ngày"), null=True, blank=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("đơn")
        indexes = [
            models.Index(fields=["unit", "received_on"], name="complaints_of_a_unit"),
            models.Index(fields=["forwarded_to", "closed_on"], name="complaints_forwarded"),
        ]
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["unit", "year", "number"],
                condition=Q(withdrawn_on__isnull=True),
                name="a_number_of_a_book_is_given_once",
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(number=""), name="a_complaint_has_a_number_and_says_something"
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="somebody_complains"),
            models.CheckConstraint(
                condition=Q(status__in=[words.RECEIVED, words.ACCEPTED], closed_on__isnull=True)
                | Q(status__in=words.CLOSED, closed_on__isnull=False),
                name="only_a_closed_complaint_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[words.RESOLVED, words.REFUSED]) | ~Q(outcome=""),
                name="a_settled_complaint_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(status=words.PASSED_ON) | ~Q(forwarded_to_body=""),
                name="a_complaint_passed_on_says_where",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("received_on")),
                name="a_complaint_is_closed_after_it_came",
            ),
        ]

    def __str__(self) -> str:
        # Goes into the history: the number and the kind, nothing of who wrote it or what it says.
        said = {"number": self.number, "kind": self.get_kind_display(), "day": show_date(self.received_on)}
        return gettext("Đơn số %(number)s (%(kind)s), ngày %(day)s") % said

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.year = self.received_on.year
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Its page, for those who handle it."""
        return place_of("outreach:complaint", self.pk)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to settle it."""
        return self.closed_on is None

    @property
    def status_while_open(self) -> str:
        """How far it is while nobody has settled it."""
        return words.ACCEPTED if self.accepted_on else words.RECEIVED

    def is_overdue(self, on: dt.date) -> bool:
        """Open after its day."""
        return self.is_open and self.due_on is not None and self.due_on < on

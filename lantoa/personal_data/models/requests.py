"""What people ask about their data, by when it is answered, and what of it holds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, DateField, F, Q, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.models import Attachment
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.personal_data.words import OPEN, Kind, Status

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class AnswerTerm(models.Model):
    """How long answers may take from a day on, and where that is said. An empty number: no term is known."""

    kind = models.CharField(_("loại yêu cầu"), max_length=10, choices=Kind)
    starts = models.DateField(_("áp dụng từ ngày"))
    answer_days = models.PositiveSmallIntegerField(_("tiếp nhận trong (ngày)"), null=True, blank=True)
    answer_working = models.BooleanField(_("ngày làm việc"), default=True)
    finish_days = models.PositiveSmallIntegerField(_("giải quyết trong (ngày)"), null=True, blank=True)
    finish_working = models.BooleanField(_("ngày làm việc"), default=False)
    extend_days = models.PositiveSmallIntegerField(_("gia hạn thêm (ngày)"), null=True, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("hạn trả lời yêu cầu về dữ liệu cá nhân")
        ordering = ["kind", "-starts"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "starts"], name="one_term_of_a_kind_begins_on_a_day")
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class DataRequestQuerySet(models.QuerySet["DataRequest"]):
    """Words for asking which requests."""

    def visible_to(self, actor: Actor) -> DataRequestQuerySet:
        """One's own; and those of the units in reach for who answers them."""
        own = DataRequest.objects.filter(person=actor.person) if actor.person else self.none()
        if not actor.may("personal_data.answer"):
            return in_any(self, own)
        return in_any(self, own, actor.in_reach(DataRequest.objects.all()))

    def for_desk(self, actor: Actor) -> DataRequestQuerySet:
        """Those that the actor answers: of others, and not of whom she stands in for."""
        if not actor.may("personal_data.answer"):
            return self.none()
        return actor.in_reach(self.exclude(person__in=actor.one_with))

    def open(self) -> DataRequestQuerySet:
        """Those without an answer yet."""
        return self.filter(status__in=OPEN)

    def closed(self) -> DataRequestQuerySet:
        """Those that were answered, or taken back."""
        return self.filter(status__in=[Status.DONE, Status.REFUSED, Status.WITHDRAWN])

    def nearest_first(self) -> DataRequestQuerySet:
        """By the day of what comes next, as `due` says; those without a term last."""
        taken_up = Case(When(status=Status.RECEIVED, then=F("answer_by")), output_field=DateField())
        return self.order_by(Coalesce(taken_up, F("finish_by")).asc(nulls_last=True), "pk")

    def late(self, on: dt.date) -> DataRequestQuerySet:
        """Those whose term ran out: not taken up, or not answered in time."""
        waits = Q(status=Status.RECEIVED, answer_by__lt=on)
        return self.filter(waits | Q(status__in=OPEN, finish_by__lt=on))


class DataRequest(models.Model):
    """Somebody asks something about her data; the words stay between her and who answers."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="data_requests")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(_("loại yêu cầu"), max_length=10, choices=Kind)
    about = models.CharField(_("về dữ liệu nào"), max_length=80, blank=True)
    text = models.TextField(_("nội dung yêu cầu"))
    asked_at = models.DateTimeField(_("gửi lúc"), default=clock.now)
    asked_on = models.DateField(_("ngày gửi"))
    status = models.CharField(_("tình trạng"), max_length=10, choices=Status, default=Status.RECEIVED)
    answer_by = models.DateField(_("tiếp nhận trước hết ngày"), null=True)
    finish_by = models.DateField(_("giải quyết trước hết ngày"), null=True)
    taken_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    taken_on = models.DateField(_("ngày tiếp nhận"), null=True)
    extended_on = models.DateField(_("ngày gia hạn"), null=True)
    extended_why = models.TextField(_("vì sao gia hạn"), blank=True)
    answer = models.TextField(_("câu trả lời"), blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(_("ngày trả lời"), null=True)
    # Asked on paper, entered by another: who took the paper, and the scan of it.
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    received_by = models.CharField(_("người nhận giấy"), max_length=120, blank=True)
    scan = models.OneToOneField(Attachment, models.PROTECT, null=True, related_name="+")

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("yêu cầu về dữ liệu cá nhân")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_data_request_says_what"),
            models.CheckConstraint(
                condition=~Q(status__in=["done", "refused"])
                | (Q(answered_by__isnull=False, answered_on__isnull=False) & ~Q(answer="")),
                name="an_answered_data_request_says_what_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=(Q(answered_by__isnull=True) | ~Q(answered_by=F("person")))
                & (Q(taken_by__isnull=True) | ~Q(taken_by=F("person"))),
                name="nobody_answers_her_own_data_request",
            ),
            models.CheckConstraint(
                condition=Q(entered_by__isnull=True, received_by="", scan__isnull=True)
                | (
                    Q(entered_by__isnull=False, scan__isnull=False)
                    & ~Q(received_by="")
                    & ~Q(entered_by=F("person"))
                ),
                name="a_request_on_paper_has_its_scan_and_who_took_it",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "status"], name="data_requests_of_a_unit"),
            models.Index(fields=["person", "status"], name="data_requests_of_a_person"),
            models.Index(fields=["status", "finish_by"], name="data_requests_by_term"),
        ]

    def __str__(self) -> str:
        return gettext("Yêu cầu số %(number)s") % {"number": self.number}

    @property
    def number(self) -> str:
        """ "12/2026": under which number it stands in the register, and in the history where words were erased."""
        return f"{self.pk}/{self.asked_on.year}"

    def get_absolute_url(self) -> str:
        """Its page at the desk."""
        return place_of("personal_data:request", self.pk)

    @property
    def own_url(self) -> str:
        """Its page for who asked."""
        return place_of("personal_data:own_request", self.pk)

    @property
    def is_on_paper(self) -> bool:
        """Whether somebody entered what she asked on paper."""
        return self.entered_by_id is not None

    @property
    def is_open(self) -> bool:
        """Without an answer yet."""
        return self.status in OPEN

    @property
    def waits_since(self) -> dt.date:
        """Since when somebody waits."""
        return self.asked_on

    @property
    def due(self) -> dt.date | None:
        """The day of what comes next: to be taken up, then to be answered; None without a term."""
        if not self.is_open:
            return None
        return self.answer_by if self.status == Status.RECEIVED and self.answer_by else self.finish_by

    def is_late(self, on: dt.date) -> bool:
        """Whether its term ran out."""
        due = self.due
        return due is not None and due < on


class Restriction(models.Model):
    """Her data is only kept: she is named to nobody beyond those who answer for her. From a day, until it is lifted."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="restrictions")
    request = models.OneToOneField(DataRequest, models.PROTECT, related_name="restriction")
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True)

    class Meta:
        verbose_name = _("việc hạn chế xử lý")
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(ends__isnull=True),
                name="a_person_is_restricted_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.request)

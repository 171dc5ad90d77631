"""The paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.approval import is_fresh
from lantoa.foundation.branches import in_any
from lantoa.foundation.models import Attachment
from lantoa.meetings.models import Meeting
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.models import Membership, Person
from lantoa.registrations.models.task import RegistrationTask
from lantoa.registrations.models.words import Confirmation, ReturnReason

if TYPE_CHECKING:
    from lantoa.people.actors import Actor
    from lantoa.registrations.models.closing import YearEnd
    from lantoa.registrations.models.lines import Progress


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Words for asking which registrations."""

    def visible_to(self, actor: Actor) -> RegistrationQuerySet:
        """One's own; and those of the units in reach, or sent to one of them, once they have been sent."""
        everything = Registration.objects.all()
        own = everything.of(actor.person)
        if not actor.may("registrations.view"):
            return in_any(self, own)
        sent = everything.filter(self._sent(actor))
        branches = [own, actor.in_reach(sent), actor.in_reach(sent, of_unit="sent_to")]
        if actor.may("registrations.judge") and actor.unit:
            # A paper follows its owner into the cell she has moved to.
            here = actor.in_own_unit(Membership.objects.on(actor.on))
            branches += [everything.collective(actor.unit), sent.filter(person__in=here.values("person_id"))]
        return in_any(self, *branches)

    @staticmethod
    def _sent(actor: Actor) -> Q:
        """A draft is its writer's alone: the owner's, or that of whoever writes it down for her."""
        sent = ~Q(status=Registration.Status.DRAFT)
        if actor.person and actor.may("registrations.judge"):
            typed = Q(person__isnull=False) & ~Q(person=actor.person) | Q(subject="household")
            sent |= Q(entered_by=actor.person) & typed
        return sent

    def under(self, unit: Unit, *, on: dt.date) -> models.QuerySet[Registration]:
        """Those of this unit and of what lies below it on that day."""
        return organisation.within(self, unit, on=on)

    def of(self, person: Person | None) -> RegistrationQuerySet:
        """One person's own."""
        return self.filter(person=person) if person else self.none()

    def collective(self, unit: Unit) -> RegistrationQuerySet:
        """What a unit undertakes as a whole."""
        return self.filter(subject="collective", unit=unit)

    def in_year(self, year: int) -> RegistrationQuerySet:
        """Those for that year of work."""
        return self.filter(year=year)

    def submitted(self) -> RegistrationQuerySet:
        """Those that have been sent at least once: what counts as registered."""
        return self.exclude(status__in=[Registration.Status.DRAFT, Registration.Status.WITHDRAWN])

    def standing(self) -> RegistrationQuerySet:
        """Those that their owner has not disowned."""
        return self.exclude(status=Registration.Status.WITHDRAWN)

    def withdrawn(self) -> RegistrationQuerySet:
        """Those that somebody else typed and their owner took back."""
        return self.filter(status=Registration.Status.WITHDRAWN)

    def unconfirmed(self, *, before: dt.date | None = None) -> RegistrationQuerySet:
        """Typed by somebody else, in whole or in a line, and not yet confirmed; sent before that day if given."""
        by_another = Q(person__isnull=False, entered_by__isnull=False) & ~Q(entered_by=F("person"))
        by_another |= Q(subject="household")
        paper = by_another & Q(confirmed_on__isnull=True)
        lines = apps.get_model("registrations", "Progress").objects.typed_by_another()
        if before:
            paper &= Q(registered_on__lt=before)
            lines = lines.filter(recorded_at__date__lt=before)
        typed = Exists(lines.filter(task__registration=OuterRef("pk")))
        return self.submitted().filter(paper | Q(typed))

    def waiting(self) -> RegistrationQuerySet:
        """Those that someone has to read now."""
        return self.filter(status=Registration.Status.SUBMITTED)

    def returned(self) -> RegistrationQuerySet:
        """Those that are back with their owner."""
        return self.filter(status=Registration.Status.RETURNED)

    def approved(self) -> RegistrationQuerySet:
        """Those that were agreed to."""
        return self.filter(status=Registration.Status.APPROVED)

    def without_progress_since(self, day: dt.date) -> RegistrationQuerySet:
        """Approved before that day, and nothing recorded from that day on."""
        recent = RegistrationTask.objects.filter(registration=OuterRef("pk"), progress__on__gte=day)
        return self.approved().filter(~Exists(recent), meeting_on__lt=day)

    def to_remark(self) -> RegistrationQuerySet:
        """Those whose owners have assessed themselves and wait for a remark."""
        return self.filter(year_end__status="assessed")

    def to_close(self, on: dt.date) -> RegistrationQuerySet:
        """Those with a remark that was answered, or whose days to answer are over."""
        answered = Q(year_end__replied_at__gte=F("year_end__remarked_at")) | Q(year_end__answer_by__lt=on)
        return self.filter(answered, year_end__status="remarked")

    def decided_at(self, meeting_id: int) -> RegistrationQuerySet:
        """Those that were agreed to, or whose year was spoken of, at that meeting."""
        return self.filter(Q(meeting_id=meeting_id) | Q(year_end__meeting_id=meeting_id))

    def completed(self) -> RegistrationQuerySet:
        """Those that a meeting concluded to be done, with nothing left to answer."""
        return self.filter(year_end__status="closed", year_end__conclusion="completed")

    def how_many(self) -> dict[str, int]:
        """`sent_count` of them, and `waiting_count` of these that someone has to read now; asked together."""
        waiting = Q(status=Registration.Status.SUBMITTED)
        return self.order_by().aggregate(
            sent_count=models.Count("pk"), waiting_count=models.Count("pk", filter=waiting)
        )

    def for_lists(self) -> RegistrationQuerySet:
        """With what a list or a page shows, in a constant number of queries."""
        return self.select_related(
            "person", "unit", "sent_to", "approved_by", "entered_by", "year_end"
        ).prefetch_related(
            models.Prefetch("tasks", RegistrationTask.objects.select_related("shortcoming")),
            "tasks__progress__evidence__attachment",
        )


class Registration(models.Model):
    """What one person (or one collective) undertakes for one year."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("bản nháp")
        SUBMITTED = "submitted", _("chờ duyệt")
        RETURNED = "returned", _("trả lại để sửa")
        APPROVED = "approved", _("đã duyệt")
        WITHDRAWN = "withdrawn", _("đã rút lại")

    class Subject(models.TextChoices):
        INDIVIDUAL = "individual", _("cá nhân")
        COLLECTIVE = "collective", _("tập thể")
        HOUSEHOLD = "household", _("hộ gia đình")

    code = models.CharField(_("mã"), max_length=20, unique=True, null=True, editable=False)
    subject = models.CharField(_("loại"), max_length=10, choices=Subject, default=Subject.INDIVIDUAL)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("người đăng ký"),
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="registrations", verbose_name=_("đơn vị"))
    sent_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("nơi duyệt")
    )
    # A household has no account and no record of its own: its head's name as it was told.
    household = models.CharField(_("chủ hộ"), max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(_("năm"))
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.DRAFT)
    is_party_member = models.BooleanField(_("đảng viên"), default=True)
    entered_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người ghi")
    )
    # Of a paper that somebody else typed: when and how its owner said that it is hers.
    confirmed_on = models.DateField(_("ngày xác nhận"), null=True, blank=True)
    confirmed_how = models.CharField(_("cách xác nhận"), max_length=10, choices=Confirmation, blank=True)
    signed_paper = models.OneToOneField(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("bản có chữ ký")
    )

    # What was in force on the day it was sent; kept when the programme changes later.
    programme_name = models.CharField(_("chương trình"), max_length=300, blank=True)
    pillars = models.JSONField(_("nội dung trụ cột"), default=list, blank=True)

    shortcomings = models.TextField(_("hạn chế cần khắc phục"), blank=True)
    thought = models.TextField(_("về tư tưởng chính trị"), blank=True)
    ethics = models.TextField(_("về đạo đức, lối sống"), blank=True)
    method = models.TextField(_("về phương pháp"), blank=True)
    style = models.TextField(_("về phong cách, lề lối làm việc"), blank=True)
    example = models.TextField(_("trách nhiệm nêu gương"), blank=True)

    saved_at = models.DateTimeField(_("lưu lúc"), default=clock.now)

    registered_on = models.DateField(_("ngày đăng ký"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("gửi lúc"), null=True, blank=True)
    submitted_late = models.BooleanField(_("gửi muộn"), default=False)
    late_reason = models.CharField(_("lý do gửi muộn"), max_length=300, blank=True)

    return_reasons = models.JSONField(_("lý do trả lại"), default=list, blank=True)
    return_note = models.TextField(_("nói thêm khi trả lại"), blank=True)
    returned_at = models.DateTimeField(_("trả lại lúc"), null=True, blank=True)

    approved_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người duyệt")
    )
    approved_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="registrations",
        verbose_name=_("buổi họp thông qua"),
    )
    # As the minutes had them on the day; papers of a time whose meetings are not recorded have only these.
    meeting_on = models.DateField(_("ngày họp thông qua"), null=True, blank=True)
    minutes_number = models.CharField(_("số biên bản"), max_length=40, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản đăng ký")
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year"],
                condition=Q(person__isnull=False) & ~Q(status="withdrawn"),
                name="a_person_registers_once_a_year",
            ),
            models.UniqueConstraint(
                fields=["unit", "year"],
                condition=Q(subject="collective"),
                name="a_collective_registers_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(subject="individual", person__isnull=False)
                | Q(subject__in=["collective", "household"], person__isnull=True),
                name="an_individual_registration_names_its_person",
            ),
            models.CheckConstraint(
                condition=Q(subject="household") & ~Q(household="")
                | ~Q(subject="household") & Q(household=""),
                name="a_household_names_its_head",
            ),
            models.UniqueConstraint(
                fields=["unit", "household", "year"],
                condition=Q(subject="household") & ~Q(status="withdrawn"),
                name="a_household_registers_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__isnull=True, confirmed_how="")
                | Q(confirmed_on__isnull=False) & ~Q(confirmed_how=""),
                name="a_confirmation_says_when_and_how",
            ),
            models.CheckConstraint(
                condition=Q(status="draft")
                | Q(
                    code__isnull=False,
                    registered_on__isnull=False,
                    submitted_at__isnull=False,
                    sent_to__isnull=False,
                ),
                name="a_sent_registration_has_a_code_and_a_receiver",
            ),
            models.CheckConstraint(
                condition=~Q(status="returned") | Q(returned_at__isnull=False) & ~Q(return_reasons=[]),
                name="a_returned_registration_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(status="approved")
                | Q(approved_by__isnull=False, approved_at__isnull=False, meeting_on__isnull=False)
                & ~Q(minutes_number=""),
                name="an_approved_registration_names_its_meeting",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(approved_by__isnull=True) | ~Q(approved_by=F("person")),
                name="nobody_approves_their_own_registration",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "year", "status"], name="registrations_of_a_unit"),
            models.Index(fields=["sent_to", "status"], name="registrations_to_judge"),
            models.Index(fields=["registered_on"], name="registrations_by_day"),
        ]

    def __str__(self) -> str:
        return gettext("Bản đăng ký năm %(year)s của %(owner)s") % {
            "year": self.year,
            "owner": self.owner_name,
        }

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("registrations:show", args=[self.pk])

    @property
    def owner_name(self) -> str:
        """Whose it is: the person, or the collective by the name it bore when it registered."""
        if self.person:
            return self.person.full_name
        if self.is_household:
            return gettext("Hộ %(head)s") % {"head": self.household}
        return organisation.name_of(self.unit, self.registered_on or dt.date(self.year, 1, 1))

    @property
    def is_household(self) -> bool:
        """A family's, typed for it and confirmed at a meeting or by signature."""
        return self.subject == self.Subject.HOUSEHOLD

    @property
    def is_draft(self) -> bool:
        """Not sent yet."""
        return self.status == self.Status.DRAFT

    # Set by queries.as_told: it is approved, and its owner does not hear of it yet.
    is_untold = False

    @property
    def is_waiting(self) -> bool:
        """Sent, not yet judged."""
        return self.status == self.Status.SUBMITTED

    @property
    def is_returned(self) -> bool:
        """Back with its owner."""
        return self.status == self.Status.RETURNED

    @property
    def is_approved(self) -> bool:
        """Agreed to; work may be recorded."""
        return self.status == self.Status.APPROVED

    def may_take_back(self, at: dt.datetime) -> bool:
        """Whether the approval is fresh and nothing was built on it; uses what was prefetched."""
        fresh = self.is_approved and is_fresh(self.approved_at, at)
        return fresh and self.ending is None and self.last_progress_on is None

    def is_told(self, at: dt.datetime) -> bool:
        """Whether its owner may hear that it was approved: not while that can still be taken back."""
        return self.is_approved and self.approved_at is not None and not is_fresh(self.approved_at, at)

    @property
    def is_withdrawn(self) -> bool:
        """Typed by somebody else and taken back by its owner."""
        return self.status == self.Status.WITHDRAWN

    @property
    def is_on_behalf(self) -> bool:
        """Whether somebody else typed it for its owner."""
        return self.is_household or (
            self.person_id is not None and self.entered_by_id not in (None, self.person_id)
        )

    @property
    def awaits_confirmation(self) -> bool:
        """Whether its owner has still to say that the paper, or a line on it, is hers; uses what was prefetched."""
        if self.is_draft or self.is_withdrawn:
            return False
        return (self.is_on_behalf and self.confirmed_on is None) or bool(self.lines_to_confirm)

    @property
    def lines_to_confirm(self) -> list[Progress]:
        """The lines that somebody else typed and the owner has not confirmed; uses what was prefetched."""
        if self.subject == self.Subject.COLLECTIVE:
            return []
        lines = (line for task in self.ordered_tasks for line in task.progress.all())
        return [line for line in lines if not line.is_confirmed_by(self.person_id)]

    @property
    def ending(self) -> YearEnd | None:
        """What was said at the end of the year, once something was."""
        return getattr(self, "year_end", None)

    @property
    def is_editable(self) -> bool:
        """With its owner, who may rewrite it."""
        return self.status in (self.Status.DRAFT, self.Status.RETURNED)

    @property
    def reason_texts(self) -> list[str]:
        """The ready reasons, word for word; the note of its giver replaces "khác (ghi rõ)"."""
        ready = [str(ReturnReason(code).label) for code in self.return_reasons if code != ReturnReason.OTHER]
        return [*ready, self.return_note] if self.return_note else ready

    @property
    def reason(self) -> str:
        """All reasons in one line."""
        return "; ".join(self.reason_texts)

    @property
    def ordered_tasks(self) -> list[RegistrationTask]:
        """The tasks; uses what was prefetched."""
        return list(self.tasks.all())

    @property
    def first_task(self) -> RegistrationTask | None:
        """The task a list shows."""
        return self.ordered_tasks[0] if self.ordered_tasks else None

    @property
    def last_progress_on(self) -> dt.date | None:
        """The day of the newest line on any task; uses what was prefetched."""
        return max((line.on for task in self.ordered_tasks for line in task.progress.all()), default=None)

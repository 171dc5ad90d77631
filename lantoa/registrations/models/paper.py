"""The paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.approval import is_fresh
from lantoa.foundation.models import Attachment
from lantoa.foundation.places import place_of
from lantoa.meetings.models import Meeting
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.registrations.models.papers import RegistrationQuerySet
from lantoa.registrations.models.task import RegistrationTask
from lantoa.registrations.models.words import Confirmation, ReturnReason

if TYPE_CHECKING:
    from lantoa.registrations.models.closing import YearEnd
    from lantoa.registrations.models.lines import Progress


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

    # By the very act that is going on: nobody else has seen it yet.
    is_begun_now = False

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
            # In these all stands that a province's list is counted and found by: the papers need not be read.
            models.Index(fields=["sent_to", "year", "status", "unit"], name="papers_sent_to_a_unit_from"),
            # Whether somebody has one of that year is asked for each member of a province, and who may see it for each
            # name of the country until a page is full. As a whole index a database would rather read it from end to end
            # than look up the papers of a province by their keys.
            models.Index(
                fields=["person", "year", "status", "unit", "sent_to", "id"],
                condition=Q(person__isnull=False),
                name="papers_by_owner_and_year",
            ),
            models.Index(
                fields=["year", "status", "unit", "sent_to", "id"],
                condition=Q(person__isnull=True),
                name="papers_of_nobody_in_a_year",
            ),
            # What persons are counted by stands in it, so that the papers themselves need not be read.
            models.Index(
                fields=["registered_on", "unit", "person", "status", "is_party_member"],
                name="registrations_by_day",
            ),
            models.Index(fields=["year"], name="registrations_by_year"),
        ]

    def __str__(self) -> str:
        return gettext("Bản đăng ký năm %(year)s của %(owner)s") % {
            "year": self.year,
            "owner": self.owner_name,
        }

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("registrations:show", self.pk)

    @property
    def owner_name(self) -> str:
        """Whose it is: the person, or the collective by the name it bore when it registered."""
        if self.person:
            return self.person.full_name
        if self.is_household:
            return gettext("Hộ %(head)s") % {"head": self.household}
        return self.name_then or organisation.name_of(
            self.unit, self.registered_on or dt.date(self.year, 1, 1)
        )

    @property
    def is_household(self) -> bool:
        """A family's, typed for it and confirmed at a meeting or by signature."""
        return self.subject == self.Subject.HOUSEHOLD

    @property
    def is_draft(self) -> bool:
        """Not sent yet."""
        return self.status == self.Status.DRAFT

    # Set by `for_rows`: what its unit was called on the day it was registered.
    name_then: str | None = None
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
        if self.is_on_behalf and self.confirmed_on is None:
            return True
        of_somebody = self.subject != self.Subject.COLLECTIVE
        return of_somebody and any(task.has_unsaid(self.person_id) for task in self.ordered_tasks)

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
        kept = getattr(self, "_prefetched_objects_cache", {}).get("tasks")
        return list(self.tasks.all() if kept is None else kept)

    @property
    def first_task(self) -> RegistrationTask | None:
        """The task a list shows."""
        return self.ordered_tasks[0] if self.ordered_tasks else None

    @property
    def last_progress_on(self) -> dt.date | None:
        """The day of the newest line on any task; uses what was prefetched."""
        return max(filter(None, (task.newest_on for task in self.ordered_tasks)), default=None)

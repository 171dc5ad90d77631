"""The one table of this room."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.models import Attachment
from lantoa.foundation.places import place_of
from lantoa.meetings.models import Meeting
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person
from lantoa.shortcomings.words import Source, Status

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ShortcomingQuerySet(models.QuerySet["Shortcoming"]):
    """Words for asking which shortcomings."""

    def visible_to(self, actor: Actor) -> ShortcomingQuerySet:
        """What is written of oneself or is one's to mend; what the units in reach have to mend; and of persons
        only what one's own unit follows, for who may verify there. No level above reads of a cell's members.
        """
        if actor.reach == EVERYTHING:
            return self
        everything = Shortcoming.objects.all()
        own = Q(person=actor.person) | Q(owner=actor.person) if actor.person else Q(pk__in=[])
        if actor.person and actor.may("shortcomings.verify"):
            # Reported for a member, it may be verified above; who reported it goes on reading it.
            own |= Q(reported_by=actor.person)
        branches = [everything.filter(own)]
        if actor.may("shortcomings.view"):
            branches.append(actor.in_reach(everything.filter(person__isnull=True)))
        if actor.may("shortcomings.verify"):
            branches.append(actor.in_own_unit(everything, of_unit="kept_by"))
        return in_any(self, *branches)

    def of_persons(self) -> ShortcomingQuerySet:
        """What persons have to mend."""
        return self.filter(person__isnull=False)

    def of_units(self) -> ShortcomingQuerySet:
        """What units have to mend."""
        return self.filter(person__isnull=True)

    def standing(self) -> ShortcomingQuerySet:
        """Those that were not written by mistake."""
        return self.exclude(status=Status.WITHDRAWN)

    def to_mend(self) -> ShortcomingQuerySet:
        """Those still with their owners."""
        return self.filter(status=Status.OPEN)

    def not_closed(self) -> ShortcomingQuerySet:
        """Those that nobody has verified yet."""
        return self.filter(status__in=[Status.OPEN, Status.REPORTED])

    def reported(self) -> ShortcomingQuerySet:
        """Those that wait to be verified."""
        return self.filter(status=Status.REPORTED)

    def verified(self) -> ShortcomingQuerySet:
        """Those that were mended, as somebody else has seen."""
        return self.filter(status=Status.VERIFIED)

    def overdue(self, on: dt.date) -> ShortcomingQuerySet:
        """Those still to be mended after their deadline."""
        return self.to_mend().filter(deadline__lt=on)

    def holds_on(self, on: dt.date) -> ShortcomingQuerySet:
        """Those found by that day and not verified by then; what was reopened later was mended in between."""
        mended_then = FoundAgain.objects.filter(
            shortcoming=OuterRef("pk"), verified_on__lte=on, reopened_on__gt=on
        )
        still = self.standing().filter(Q(verified_on__isnull=True) | Q(verified_on__gt=on), found_on__lte=on)
        return still.filter(~Exists(mended_then))

    def reopened(self) -> ShortcomingQuerySet:
        """Those that came back after they had been verified."""
        return self.standing().filter(times_reopened__gt=0)

    def repeating(self) -> ShortcomingQuerySet:
        """Those of a field in which something was found earlier in the same unit, of the unit or of persons alike."""
        earlier = Shortcoming.objects.standing().filter(
            unit=OuterRef("unit"), field=OuterRef("field"), found_on__lt=OuterRef("found_on")
        )
        return self.standing().exclude(field="").filter(Exists(earlier))

    def in_time(self) -> ShortcomingQuerySet:
        """Those mended by their deadline."""
        return self.verified().filter(mended_on__lte=F("deadline"))

    def for_lists(self) -> ShortcomingQuerySet:
        """With what a list shows, in a constant number of queries; the nearest deadline first."""
        people = ("person", "owner", "written_by", "reported_by", "verified_by")
        return self.select_related(*people, "unit", "kept_by", "evidence", "verified_meeting").order_by(
            "deadline", "pk"
        )


class Shortcoming(models.Model):
    """What a unit or a person has to mend, who does it and until when. The finding is never rewritten."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="shortcomings", verbose_name=_("đơn vị"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="shortcomings", verbose_name=_("của ai")
    )
    kept_by = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name=_("nơi theo dõi, xác nhận")
    )
    finding = models.TextField(_("hạn chế, khuyết điểm"))
    field = models.CharField(_("lĩnh vực"), max_length=120, blank=True)
    source = models.CharField(_("nguồn"), max_length=12, choices=Source)
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="shortcomings",
        verbose_name=_("buổi họp nêu ra"),
    )
    source_note = models.CharField(_("văn bản, cuộc họp nêu ra"), max_length=200, blank=True)
    found_on = models.DateField(_("ngày nêu ra"))
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người khắc phục")
    )
    cause = models.TextField(_("nguyên nhân"), blank=True)
    remedy = models.TextField(_("biện pháp khắc phục"), blank=True)
    deadline = models.DateField(_("hạn khắc phục"))
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.OPEN)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    done = models.TextField(_("đã làm gì để khắc phục"), blank=True)
    mended_on = models.DateField(_("ngày khắc phục xong"), null=True, blank=True)
    reported_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    evidence = models.OneToOneField(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("minh chứng")
    )
    sent_back_why = models.TextField(_("vì sao chưa xác nhận"), blank=True)
    verified_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    verified_on = models.DateField(_("ngày xác nhận"), null=True, blank=True)
    verified_note = models.TextField(_("nhận xét khi xác nhận"), blank=True)
    verified_meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("buổi họp xác nhận"),
    )
    times_reopened = models.PositiveSmallIntegerField(_("số lần mở lại"), default=0)
    reopened_on = models.DateField(_("ngày mở lại gần nhất"), null=True, blank=True)
    reopened_why = models.TextField(_("vì sao mở lại"), blank=True)

    reply = models.TextField(_("ý kiến của người được nêu"), blank=True)
    replied_at = models.DateTimeField(_("nêu ý kiến lúc"), null=True, blank=True)

    objects = ShortcomingQuerySet.as_manager()

    class Meta:
        verbose_name = _("hạn chế cần khắc phục")
        ordering = ["deadline", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(finding=""), name="a_shortcoming_says_what"),
            models.CheckConstraint(
                condition=Q(deadline__gte=F("found_on")), name="a_shortcoming_is_due_after_it_is_found"
            ),
            models.CheckConstraint(
                condition=~Q(source=Source.SELF)
                | Q(written_by__isnull=True)
                | Q(person__isnull=True)
                | Q(written_by=F("person")),
                name="what_one_admits_is_ones_own",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.REPORTED, Status.VERIFIED])
                | Q(mended_on__isnull=False, reported_by__isnull=False) & ~Q(done=""),
                name="a_mended_shortcoming_says_what_was_done",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.VERIFIED)
                | Q(verified_by__isnull=False, verified_on__isnull=False),
                name="a_verified_shortcoming_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("reported_by")),
                name="nobody_verifies_what_they_reported",
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | Q(owner__isnull=True) | ~Q(verified_by=F("owner")),
                name="nobody_verifies_what_they_mended",
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | Q(person__isnull=True) | ~Q(verified_by=F("person")),
                name="nobody_verifies_their_own_shortcoming",
            ),
            models.CheckConstraint(
                condition=Q(times_reopened=0) | Q(reopened_on__isnull=False) & ~Q(reopened_why=""),
                name="a_reopened_shortcoming_says_when_and_why",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "status"], name="shortcomings_of_a_unit"),
            models.Index(fields=["person", "status"], name="shortcomings_of_a_person"),
            models.Index(fields=["kept_by", "status"], name="shortcomings_to_verify"),
            models.Index(fields=["found_on"], name="shortcomings_by_day"),
        ]

    def __str__(self) -> str:
        return gettext("Hạn chế cần khắc phục: %(finding)s") % {"finding": self.finding}

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("shortcomings:show", self.pk)

    @property
    def of_whom(self) -> str:
        """The person, or the unit by the name it bore when it was found."""
        return self.person.full_name if self.person else organisation.name_of(self.unit, self.found_on)

    @property
    def is_open(self) -> bool:
        """With whoever mends it."""
        return self.status == Status.OPEN

    @property
    def is_reported(self) -> bool:
        """Waits to be verified."""
        return self.status == Status.REPORTED

    @property
    def is_verified(self) -> bool:
        """Mended, as somebody else has seen."""
        return self.status == Status.VERIFIED

    @property
    def is_withdrawn(self) -> bool:
        """Written by mistake."""
        return self.status == Status.WITHDRAWN

    @property
    def was_sent_back(self) -> bool:
        """Reported once, and not accepted."""
        return self.is_open and bool(self.sent_back_why)

    @property
    def was_reopened(self) -> bool:
        """Verified once, and found again."""
        return self.times_reopened > 0

    @property
    def is_reported_for_another(self) -> bool:
        """Whether somebody else reported it for the person who mends it."""
        return bool(self.owner_id and self.reported_by_id and self.reported_by_id != self.owner_id)

    def is_overdue(self, on: dt.date) -> bool:
        """Still to be mended after its deadline."""
        return self.is_open and self.deadline < on


class FoundAgainQuerySet(models.QuerySet["FoundAgain"]):
    """Words for asking which times."""

    def visible_to(self, actor: Actor) -> FoundAgainQuerySet:
        """Those of the shortcomings that the actor may see."""
        return self.filter(shortcoming__in=Shortcoming.objects.visible_to(actor).values("pk"))


class FoundAgain(models.Model):
    """One time that it was found again: when it had been verified, when and why it was opened again.

    Whoever asks of an earlier day finds it as it stood then.
    """

    shortcoming = models.ForeignKey(Shortcoming, models.CASCADE, related_name="reopenings")
    verified_on = models.DateField(_("đã xác nhận ngày"))
    reopened_on = models.DateField(_("mở lại ngày"))
    why = models.TextField(_("vì sao mở lại"))

    objects = FoundAgainQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần mở lại hạn chế")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="a_reopening_says_why"),
            models.CheckConstraint(
                condition=Q(reopened_on__gte=F("verified_on")), name="what_was_verified_is_reopened_later"
            ),
        ]

    def __str__(self) -> str:
        return self.why

"""What was noted on a paper of a sample, and what was answered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person
from lantoa.supervision.models.sample import SampledPaper

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class NoteQuerySet(models.QuerySet["Note"]):
    """Words for asking which notes."""

    def visible_to(self, actor: Actor) -> NoteQuerySet:
        """From the moment it is saved: whom it is about, her unit and the unit of the sample; and who noted it.

        No other unit, and no level between that the sample was not drawn of.
        """
        if actor.reach == EVERYTHING:
            return self
        everything = Note.objects.all()
        branches = [everything.filter(person=actor.person) if actor.person else everything.none()]
        if actor.may("supervision.sample"):
            branches.append(actor.in_own_unit(everything, of_unit="paper__sample__body"))
        if actor.may("supervision.answer"):
            branches.append(actor.in_own_unit(everything))
            branches.append(actor.in_own_unit(everything, of_unit="paper__sample__unit"))
        return in_any(self, *branches)

    def standing(self) -> NoteQuerySet:
        """Those that were not taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def concerning(self, actor: Actor) -> NoteQuerySet:
        """Those of the actor herself and of her own unit, for which she may answer."""
        everything = Note.objects.all()
        branches = [everything.filter(person=actor.person) if actor.person else everything.none()]
        if actor.may("supervision.answer"):
            branches.append(actor.in_own_unit(everything))
        return in_any(self, *branches)

    def unanswered_by(self, person: Person) -> NoteQuerySet:
        """Those that this person has not answered."""
        return self.filter(~Exists(NoteReply.objects.filter(note=OuterRef("pk"), written_by=person)))

    def for_lists(self) -> NoteQuerySet:
        """With what a list shows, the newest first."""
        found = self.select_related("paper__sample", "paper__registration", "unit", "person", "written_by")
        return found.prefetch_related("replies__written_by").order_by("-written_at", "-pk")


class Note(models.Model):
    """What somebody saw on a paper, compared with what. Never rewritten; taken back only with a reason that stays."""

    paper = models.ForeignKey(SampledPaper, models.PROTECT, related_name="notes")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("đơn vị của bản đăng ký"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("của ai")
    )
    text = models.TextField(_("thấy gì, đối chiếu với gì"))
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_on = models.DateField(_("ngày ghi"))
    written_at = models.DateTimeField(default=clock.now)
    answer_by = models.DateField(_("trả lời đến hết ngày"))
    withdrawn_at = models.DateTimeField(_("rút lúc"), null=True, blank=True)
    withdrawn_why = models.TextField(_("vì sao rút"), blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("ghi chép")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_note_says_something"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_why=""),
                name="a_note_taken_back_says_why",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True)
                | Q(written_by__isnull=True)
                | ~Q(written_by=models.F("person")),
                name="nobody_notes_on_her_own_paper",
            ),
        ]
        indexes = [models.Index(fields=["unit"], name="notes_of_a_unit")]

    def __str__(self) -> str:
        # Its words are not its name: the history tells the name to more people than may read the words.
        return gettext("Ghi chép ngày %(day)s") % {"day": show_date(self.written_on)}

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("supervision:note", self.pk)

    @property
    def is_withdrawn(self) -> bool:
        """Taken back by who wrote it."""
        return self.withdrawn_at is not None

    def is_asked_on(self, on: dt.date) -> bool:
        """Whether an answer is still asked for that day; one may be given later, too."""
        return not self.is_withdrawn and on <= self.answer_by


class NoteReply(models.Model):
    """The word of whom the note is about, or of her unit; it stands below the note wherever that is shown."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="replies")
    as_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(_("trả lời"))
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("trả lời ghi chép")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_reply_says_something")]

    def __str__(self) -> str:
        return self.text

"""Words for asking which registrations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from lantoa.foundation.branches import in_any
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.models import Beginning, Membership, Person
from lantoa.registrations.models.task import RegistrationTask

if TYPE_CHECKING:
    from lantoa.people.actors import Actor
    from lantoa.registrations.models.paper import Registration

    Narrowed = Callable[["RegistrationQuerySet"], "RegistrationQuerySet"]

SAID_IN_A_ROW = (
    "subject", "household", "person__full_name", "unit__level", "unit__code", "year", "status", "registered_on",
    "entered_by", "confirmed_on", "approved_at", "approved_by", "meeting", "meeting_on", "minutes_number",
    "year_end__status",
)  # fmt: skip


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Words for asking which registrations."""

    def visible_to(
        self, actor: Actor, year: int | None = None, narrowed: Narrowed | None = None
    ) -> RegistrationQuerySet:
        """One's own; and those of the units in reach, or sent to one of them, once they have been sent.

        Of one `year` each branch finds by its own index what a list shows, however many the country has that year; and
        so it does with what else the list is `narrowed` to.
        """
        everything = self.model.objects.in_year(year) if year else self.model.objects.all()
        everything = narrowed(everything) if narrowed else everything
        if not actor.may("registrations.view"):
            return in_any(self, everything.of(actor.person))
        sent = everything.filter(self._sent(actor))
        reached = [actor.in_reach(sent), actor.in_reach(sent, of_unit="sent_to")]
        return in_any(self, *everything._besides(actor), *reached)

    def _besides(self, actor: Actor) -> list[RegistrationQuerySet]:
        """Those of these that are visible wherever their units are, each kind by its own index."""
        found = [self.of(actor.person)]
        if actor.may("registrations.judge") and actor.unit:
            # A paper follows its owner into the cell she has moved to.
            here = actor.in_own_unit(Membership.objects.on(actor.on))
            moved = self.filter(self._sent(actor)).filter(person__in=here.values("person_id"))
            found += [self.collective(actor.unit), moved]
        return found

    def by_name_in_parts(self, actor: Actor, year: int, narrowed: Narrowed) -> list[RegistrationQuerySet]:
        """What of a year is visible to who reaches widely, in parts, each by name: see `paging.Pages`.

        Those of no person are few. The others are read as the index of names has them, and whether the actor may see
        one is asked of it alone.
        """

        def of_nobody(papers: RegistrationQuerySet) -> RegistrationQuerySet:
            return narrowed(papers).filter(person__isnull=True)

        first = self.model.objects.visible_to(actor, year, of_nobody).by_name()
        others = narrowed(self.model.objects.in_year(year)).filter(person__isnull=False)
        others = others.annotate(owner_key=F("person__sort_key")).order_by("owner_key", "pk")
        reached = actor.in_reach_by_row(others.filter(self._sent(actor)), "unit", "sent_to")
        besides = narrowed(self.model.objects.in_year(year))._besides(actor)
        return [first, reached, in_any(others, *besides)]

    def visible_apart(self, actor: Actor, year: int, narrowed: Narrowed) -> list[RegistrationQuerySet]:
        """What was sent of a year and is visible to who reaches widely, in parts of which none has a paper of another.

        For counting: a union of 140,000 keys is put together, and every paper looked up again; each part by itself is
        counted in an index. It must be `narrowed` to what was sent.
        """
        everything = narrowed(self.model.objects.in_year(year))
        in_reach = actor.in_reach(Unit.objects.all(), of_unit="pk").filter(pk=OuterRef("unit"))
        received = actor.in_reach(everything, of_unit="sent_to").filter(~Exists(in_reach))
        besides = in_any(everything, *everything._besides(actor))
        elsewhere = actor.out_of_reach_by_row(besides, "unit", "sent_to")
        return [actor.in_reach(everything), received, elsewhere]

    def _sent(self, actor: Actor) -> Q:
        """A draft is its writer's alone: the owner's, or that of whoever writes it down for her."""
        sent = ~Q(status=self.model.Status.DRAFT)
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
        return self.exclude(status__in=[self.model.Status.DRAFT, self.model.Status.WITHDRAWN])

    def standing(self) -> RegistrationQuerySet:
        """Those that their owner has not disowned."""
        return self.exclude(status=self.model.Status.WITHDRAWN)

    def withdrawn(self) -> RegistrationQuerySet:
        """Those that somebody else typed and their owner took back."""
        return self.filter(status=self.model.Status.WITHDRAWN)

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
        return self.filter(status=self.model.Status.SUBMITTED)

    def returned(self) -> RegistrationQuerySet:
        """Those that are back with their owner."""
        return self.filter(status=self.model.Status.RETURNED)

    def approved(self) -> RegistrationQuerySet:
        """Those that were agreed to."""
        return self.filter(status=self.model.Status.APPROVED)

    def without_progress_since(self, day: dt.date) -> RegistrationQuerySet:
        """Approved before that day, and nothing recorded from that day on; nobody is silent before the office began."""
        recent = RegistrationTask.objects.filter(registration=OuterRef("pk"), progress__on__gte=day)
        # Looked up for each paper by itself: as NOT EXISTS a database first gathers what the whole country recorded.
        spoken = self.approved().filter(Beginning.objects.in_use_on(day), meeting_on__lt=day)
        return spoken.alias(recent=Subquery(recent.order_by().values("pk")[:1])).filter(recent=None)

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

    def by_name(self) -> RegistrationQuerySet:
        """In the order of their owners' names; collectives and households first."""
        owner = Coalesce("person__sort_key", models.Value(""))
        return self.annotate(owner_key=owner).order_by("owner_key", "pk")

    def for_rows(self, on: dt.date) -> RegistrationQuerySet:
        """With what a row of a long list says, by name; `unit_name` as it is called that day. Two questions."""
        unit, then = OuterRef("unit"), OuterRef("registered_on")
        named = {
            "unit_name": organisation.name_that_day(unit, on),
            "name_then": organisation.name_that_day(unit, then),
        }
        found = self.by_name().annotate(**named).select_related("person", "unit", "year_end")
        return found.only(*SAID_IN_A_ROW).prefetch_related(
            models.Prefetch("tasks", RegistrationTask.objects.in_rows())
        )

    def for_lists(self) -> RegistrationQuerySet:
        """With what a list or a page shows, in a constant number of queries."""
        evidence = apps.get_model("registrations", "Evidence").objects
        return self.select_related(
            "person", "unit", "sent_to", "approved_by", "entered_by", "year_end"
        ).prefetch_related(
            models.Prefetch("tasks", RegistrationTask.objects.select_related("shortcoming")),
            models.Prefetch("tasks__progress__evidence", evidence.select_related("attachment")),
        )

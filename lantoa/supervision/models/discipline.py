"""A decision of discipline: of an organisation or a person, kept by the body that decided, read by whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person
from lantoa.supervision.models.inspection import Inspection

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class DisciplineQuerySet(models.QuerySet["Discipline"]):
    """Words for asking which decisions."""

    def visible_to(self, actor: Actor) -> DisciplineQuerySet:
        """Whom it is about, and the body that decided; of organisations also who views within reach.

        Of a person no other level reads any, and no administrator.
        """
        if actor.reach == EVERYTHING:
            return self
        everything = Discipline.objects.all()
        branches = [everything.filter(person=actor.person) if actor.person else everything.none()]
        if actor.may("supervision.answer"):
            branches.append(actor.in_own_unit(everything.of_units()))
        if actor.may("supervision.plan"):
            branches.append(actor.in_own_unit(everything, of_unit="body"))
        if actor.may("supervision.view"):
            branches.append(actor.in_reach(everything.of_units(), of_unit="body"))
        return in_any(self, *branches)

    def of_units(self) -> DisciplineQuerySet:
        """Those of an organisation, not of a person."""
        return self.filter(person__isnull=True)

    def for_lists(self) -> DisciplineQuerySet:
        """With what a list shows, the latest decision first."""
        return self.select_related("body", "unit", "person").order_by("-decided_on", "-pk")


class Discipline(models.Model):
    """What was decided about whom, by which paper; the word of whom it is about stands beside it.

    The form is written as the decision says it: no paper that we hold lists the forms (domain §15). It is no number
    of the house: in a small cell it would tell of a person what only this page tells.
    """

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("nơi quyết định"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("đơn vị"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("của ai")
    )
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, blank=True, related_name="disciplines", verbose_name=_("cuộc")
    )
    form = models.CharField(_("hình thức kỷ luật"), max_length=120)
    what = models.TextField(_("nội dung vi phạm"))
    decision_number = models.CharField(_("quyết định số"), max_length=40)
    decided_on = models.DateField(_("ngày quyết định"))
    ended_on = models.DateField(_("hết hiệu lực từ ngày"), null=True, blank=True)
    ended_why = models.CharField(_("theo văn bản"), max_length=300, blank=True)
    reply = models.TextField(_("ý kiến của người, tổ chức bị kỷ luật"), blank=True)
    replied_on = models.DateField(_("nêu ý kiến ngày"), null=True, blank=True)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    objects = DisciplineQuerySet.as_manager()

    class Meta:
        verbose_name = _("quyết định kỷ luật")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(form="") & ~Q(what="") & ~Q(decision_number=""),
                name="a_discipline_says_what_for_and_by_which_paper",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("decided_on")) & ~Q(ended_why=""),
                name="an_ended_discipline_names_its_paper",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(written_by__isnull=True) | ~Q(written_by=F("person")),
                name="nobody_writes_down_her_own_discipline",
            ),
            models.UniqueConstraint(
                fields=["body", "person", "decision_number"],
                condition=Q(person__isnull=False),
                name="a_decision_about_a_person_is_written_once",
            ),
            models.UniqueConstraint(
                fields=["body", "unit", "decision_number"],
                condition=Q(person__isnull=True),
                name="a_decision_about_a_unit_is_written_once",
            ),
        ]

    def __str__(self) -> str:
        # Its words are not its name: the history tells the name to more people than may read the words.
        return gettext("Quyết định kỷ luật số %(number)s") % {"number": self.decision_number}

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("supervision:discipline", self.pk)

    @property
    def is_in_force(self) -> bool:
        """Whether nobody has written down that it ended."""
        return self.ended_on is None

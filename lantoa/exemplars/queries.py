"""Questions about exemplars: who may do what, who judges, what the results come to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.commendations.models import Commendation
from lantoa.consents.models import Consent, ConsentQuerySet
from lantoa.exemplars.models import Exemplar, ExemplarResult
from lantoa.foundation.models import Event
from lantoa.foundation.numbers import show
from lantoa.foundation.text import fold
from lantoa.foundation.trail import Act, told
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Post
from lantoa.practices.models import Field, Practice
from lantoa.registrations.models import Registration

NOT_A_DECIDING_LEVEL = ("section", "cell")
WORDS: dict[str, str | Promise] = {
    "exemplar.written": _("viết bản nháp"),
    "exemplar.proposed": _("đề nghị công bố"),
    "exemplar.returned": _("trả lại để sửa"),
    "exemplar.published": _("công bố"),
    "exemplar.withdrawn": _("rút bài"),
    "exemplar.consented": _("ghi đồng ý nêu tên"),
    "exemplar.consent_withdrawn": _("rút đồng ý nêu tên"),
    "exemplar.name_removed": _("bỏ tên khỏi bài"),
}


# Who may do what


def judge_for(unit: Unit, on: dt.date) -> Unit:
    """The nearest unit above that decides: a section has no such say; the unit itself at the root."""
    above = [place.unit for place in reversed(organisation.ancestors(unit, on))]
    deciding = [one for one in above if one.level not in NOT_A_DECIDING_LEVEL]
    return (deciding or above or [unit])[0]


def _in_own_unit(actor: Actor, exemplar: Exemplar, of_unit: str = "unit") -> bool:
    return actor.in_own_unit(Exemplar.objects.filter(pk=exemplar.pk), of_unit).exists()


def may_write(actor: Actor, exemplar: Exemplar) -> bool:
    """Those who write in its unit."""
    return actor.may("exemplars.write") and _in_own_unit(actor, exemplar)


def is_own(actor: Actor, exemplar: Exemplar) -> bool:
    """Whether the actor would decide on her own: who proposed it, who is named, who holds a post in its unit."""
    if actor.person is None:
        return False
    if actor.is_one_with(exemplar.proposed_by_id):
        return True
    if exemplar.named.filter(person__in=actor.one_with).exists():
        return True
    if exemplar.unit_id == exemplar.judging_unit_id:
        return False
    return Post.objects.on(actor.on).filter(person=actor.person, unit=exemplar.unit_id).exists()


def may_judge(actor: Actor, exemplar: Exemplar) -> bool:
    """Someone with the right to judge in the unit it was proposed to, who is not judging her own."""
    return (
        actor.may("exemplars.judge")
        and exemplar.judging_unit_id is not None
        and _in_own_unit(actor, exemplar, "judging_unit")
        and not is_own(actor, exemplar)
    )


# What there is to choose from


def members_of(unit: Unit, on: dt.date) -> list[Membership]:
    """Who belongs to this very unit that day, in the order of names."""
    found = Membership.objects.on(on).filter(unit=unit).select_related("person")
    return list(found.order_by("person__sort_key"))


def linkable(
    unit: Unit, actor: Actor
) -> tuple[QuerySet[Practice], QuerySet[Registration], QuerySet[Commendation]]:
    """The practices, registrations and commendations of the unit that the actor may see."""
    return (
        Practice.objects.shared_with(actor).filter(unit=unit).order_by("-pk"),
        Registration.objects.visible_to(actor).filter(unit=unit).order_by("-year", "-pk"),
        Commendation.objects.visible_to(actor).standing().filter(unit=unit).order_by("-pk"),
    )


def fields_with(counts: dict[int, int]) -> list[tuple[Field, int]]:
    """The fields in use, with how many exemplars each holds, by its key."""
    return [(field, counts.get(field.pk, 0)) for field in Field.objects.filter(is_offered=True)]


# How it is shown


def with_names(rows: Iterable[Exemplar], on: dt.date) -> list[Exemplar]:
    """Adds the names of units as of that day, in two queries."""
    rows = list(rows)
    ids = {pk for row in rows for pk in (row.unit_id, row.judging_unit_id) if pk}
    names = organisation.names_of(ids, on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, "")
        row.judge_name = names.get(row.judging_unit_id, "") if row.judging_unit_id else ""
    return rows


def who(exemplar: Exemplar) -> str:
    """Whose deed it is; expects `named` prefetched and `unit_name` filled."""
    if exemplar.subject == Exemplar.Subject.COLLECTIVE:
        return exemplar.collective_name or exemplar.unit_name
    return ", ".join(one.name for one in exemplar.named.all())


@dataclass(frozen=True)
class Sum:
    """What results of one kind come to. Those that come again are never added to those that do not."""

    unit_of_count: str
    label: str
    value: Decimal
    recurrence: str
    exemplars: int

    @property
    def text(self) -> str:
        """ "1.250 hộ thoát nghèo", "100 tấn/năm"."""
        pace = ExemplarResult(recurrence=self.recurrence).pace
        return " ".join(
            part for part in (f"{show(self.value)} {self.unit_of_count}{pace}", self.label) if part
        )


def sums(exemplars: QuerySet[Exemplar]) -> list[Sum]:
    """Results by what they count, what they are, and whether they recur; totals first, the widest spread first."""
    rows = ExemplarResult.objects.filter(exemplar__in=exemplars.order_by().values("pk"))
    groups: dict[tuple[str, str, str], list[ExemplarResult]] = defaultdict(list)
    for row in rows.order_by("pk"):
        groups[(row.recurrence, fold(row.unit_of_count), fold(row.label))].append(row)
    found = [
        Sum(
            group[0].unit_of_count,
            group[0].label,
            sum((row.value for row in group), Decimal(0)),
            recurrence,
            len({row.exemplar_id for row in group}),
        )
        for (recurrence, _unit, _label), group in groups.items()
    ]
    order = list(ExemplarResult.Recurrence.values)
    return sorted(found, key=lambda one: (order.index(one.recurrence), -one.exemplars, fold(one.text)))


def trail(exemplar: Exemplar) -> list[Act]:
    """What happened to it, in order; single edits of a draft are left out."""
    events = Event.objects.about(exemplar).exclude(verb="exemplar.edited")
    return told(events, WORDS)


# Where I am named


def naming_me(actor: Actor) -> ConsentQuerySet:
    """Every exemplar that names the actor, drafts included: she is asked before others read it."""
    found = Consent.objects.about(Exemplar).of(actor).prefetch_related("subject")
    return found.order_by("-exemplar__published_on", "-pk")


def to_answer(actor: Actor) -> ConsentQuerySet:
    """Where the actor is named and has not said yet whether she agrees."""
    asked = Consent.objects.about(Exemplar).of(actor).unanswered()
    return asked.exclude(exemplar__status="withdrawn")

"""Questions to the programme: what it is called on a day, on what it rests, what applies to a unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import (
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from lantoa.foundation.dates import Period
from lantoa.foundation.half_open import holds_on
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Beginning
from lantoa.programme.models import (
    Directive,
    DirectiveAnswer,
    LegalBasis,
    Movement,
    MovementReview,
    Participant,
    Participation,
    Pillar,
    Plan,
    PlanQuerySet,
    PlanTask,
    Programme,
    Serves,
    Theme,
)


def programme_on(day: dt.date) -> Programme | None:
    """The programme as it is called on that day; None before it began."""
    return Programme.objects.on(day).first()


def programme_with_pillars(day: dt.date) -> tuple[Programme | None, list[Pillar]]:
    """The same with its pillars of that day in their order, in one question where it has any."""
    pillars = list(Pillar.objects.on(day).filter(holds_on(day, "programme__")).select_related("programme"))
    return (pillars[0].programme, pillars) if pillars else (programme_on(day), [])


def bases_on(day: dt.date, serves: str = Serves.PROGRAMME) -> QuerySet[LegalBasis]:
    """The documents in force on that day on which the programme rests, or other papers (`serves`), oldest first."""
    return LegalBasis.objects.on(day).filter(serves=serves)


def themes_of(unit: Unit, on: dt.date) -> list[Theme]:
    """The themes that apply to the unit on that day: its superiors' first, the term's before the year's.

    Each carries `set_by`, the name of the unit that set it.
    """
    order = _line(unit, on)
    found = list(Theme.objects.for_unit(unit, on).on(on))
    found.sort(key=lambda t: (order.index(t.unit_id), t.kind != Theme.Span.TERM, t.starts, t.pk))
    return _signed(found, on, "set_by")


def with_papers(themes: list[Theme]) -> list[Theme]:
    """The same, their papers and material at hand. Two questions."""
    prefetch_related_objects(themes, "papers", "file")
    return themes


def theme_to_offer(unit: Unit, on: dt.date) -> Theme | None:
    """The theme a form offers first: the year's theme set nearest to the unit."""
    years = [theme for theme in themes_of(unit, on) if theme.kind == Theme.Span.YEAR]
    return years[-1] if years else None


def directives_for(unit: Unit, on: dt.date) -> list[Directive]:
    """Directing documents for the unit up to that day, newest first, with `issued_by`."""
    return signed_by(register_of(unit, on).select_related("file"), on)


def register_of(unit: Unit, on: dt.date) -> QuerySet[Directive]:
    """Directing documents that apply to the unit up to that day: its own and those of every level above."""
    found: QuerySet[Directive] = Directive.objects.for_unit(unit, on).filter(issued_on__lte=on)
    return found


def from_above(unit: Unit, on: dt.date, days: int) -> QuerySet[Directive]:
    """What the levels above issued in the last `days` days and nothing has replaced, the newest first."""
    since = on - dt.timedelta(days=days)
    found = register_of(unit, on).exclude(unit=unit).filter(issued_on__gte=since, replaced_by__isnull=True)
    return found.order_by("-issued_on", "-pk")


def own_directives(unit: Unit | None, on: dt.date) -> QuerySet[Directive]:
    """What the unit itself issued up to that day, the newest first: of these a new one may replace one."""
    return Directive.objects.filter(unit=unit, issued_on__lte=on).order_by("-issued_on", "-pk")


def signed_by(found: Iterable[Directive], on: dt.date) -> list[Directive]:
    """The same, each with `issued_by`: the unit that issued it, or the body outside from which it came."""
    signed = _signed(list(found), on, "issued_by")
    for one in signed:
        one.issued_by = one.received_from or one.issued_by
    return signed


def movements_for(unit: Unit, on: dt.date) -> list[Movement]:
    """Movements running on that day that concern the unit, with `kept_by`."""
    return _signed(list(Movement.objects.for_unit(unit, on).on(on)), on, "kept_by")


def movements_ever(unit: Unit, on: dt.date) -> QuerySet[Movement]:
    """All movements up to that day that concern the unit, running ones and ended ones; the newest first."""
    return Movement.objects.for_unit(unit, on).filter(starts__lte=on).order_by("-starts", "-pk")


def movements_offered_to(actor: Actor) -> QuerySet[Movement]:
    """What a form offers: the movements of the actor's own unit and of those above it, as long as the list may be."""
    if actor.unit is None:
        return Movement.objects.none()
    return Movement.objects.for_unit(actor.unit, actor.on)


def participations_with_reviews(participations: Any) -> Any:
    """The same, each with what its unit did in the movement, the last review first."""
    return participations.select_related("unit").prefetch_related("reviews")


# How lists of movements are asked for what waits for a word of the end.
AWAITING = "cho-tong-ket"


def unreviewed() -> Any:
    """Units that take part in a movement, not over before the office began, and never wrote what they did in it."""
    return Participation.objects.filter(
        ~Exists(MovementReview.objects.filter(participation=OuterRef("pk"))),
        Beginning.objects.in_use_on(OuterRef("movement__ends")),
        left_on__isnull=True,
    )


def without_a_word_of_the_end(on: dt.date) -> Any:
    """The same, of movements that are over on that day."""
    return unreviewed().filter(movement__ends__lte=on)


def with_told(participations: Any, on: dt.date) -> Any:
    """Each with `by_name`, how many take part by name that day (None for nobody), and with `told`, how many do.

    A unit's own number counts; where it has written none, its names are what is known.
    """
    here = Participant.objects.all().on(on).filter(participation=OuterRef("pk")).order_by()
    counted = here.values("participation").annotate(n=Count("pk")).values("n")
    by_name = Subquery(counted, output_field=IntegerField())
    return participations.annotate(by_name=by_name).annotate(told=Coalesce("persons", "by_name"))


def taking_part(participations: Any, on: dt.date) -> dict[str, int | None]:
    """Of these on that day: `units` that take part, the sum of their `persons`, how many units have not said, and how
    many different persons take part `by_name`.

    `persons`, and `party` of them, are None while no unit has told its number: unknown is not zero.
    """
    found = with_told(participations.on(on), on).aggregate(
        units=Count("pk"), said=Count("told"), persons=Sum("told"), party=Sum("party_members")
    )
    by_name = Participant.objects.all().on(on).filter(participation__in=participations)
    return {
        "units": found["units"],
        "persons": found["persons"],
        "party": found["party"],
        "unsaid": found["units"] - found["said"],
        "by_name": by_name.order_by().aggregate(n=Count("person", distinct=True))["n"],
    }


def plans_with_names(plans: Any, on: dt.date) -> list[Plan]:
    """The plans, each with `unit_name` as it stands on that day."""
    return _signed(list(plans), on, "unit_name")


def plan_of_year(unit: Unit, year: int) -> Plan | None:
    """The unit's own plan for a year, the furthest along if there are several."""
    period = Period.year(year)
    found = Plan.objects.of_year().filter(unit=unit, starts__lt=period.ends, ends__gt=period.starts)
    order = list(Plan.Status.values)
    return max(found, key=lambda plan: order.index(plan.status), default=None)


def begun_for(unit: Unit, asked: Plan) -> Plan | None:
    """The unit's own paper, not issued yet, that will carry out a superior's plan: one sent before a draft, or None."""
    drafts = Plan.objects.filter(unit=unit).exclude(pk__in=Plan.objects.issued())
    same_time = Q(scope=asked.scope, starts__lt=asked.ends, ends__gt=asked.starts)
    return drafts.filter(Q(rests_on=asked) | same_time).order_by("-status", "-pk").first()


def plans_above(unit: Unit, starts: dt.date, ends: dt.date) -> PlanQuerySet:
    """Issued plans of the units above that cover some of the time, the nearest unit's last."""
    above = [place.unit_id for place in organisation.ancestors(unit, starts)] or [
        place.unit_id for place in organisation.ancestors(unit, ends - dt.timedelta(days=1))
    ]
    found: PlanQuerySet = Plan.objects.issued().filter(unit__in=above, starts__lt=ends, ends__gt=starts)
    return found


def lines_of(plan: Plan) -> list[dict[str, Any]]:
    """What a lower plan takes over of this one: its lines, each naming where it comes from."""
    said = ("content", "lead", "with_whom", "due", "product", "axis", "note")
    return [{**{name: getattr(line, name) for name in said}, "origin": line.pk} for line in plan.tasks.all()]


def lines_kept(plan: Plan) -> list[dict[str, Any]]:
    """The plan's own lines as they would be written again, each with the superior's line it carries on."""
    said = ("content", "lead", "with_whom", "due", "product", "axis", "note")
    return [
        {**{name: getattr(line, name) for name in said}, "origin": line.origin_id}
        for line in plan.tasks.all()
    ]


def owed(unit: Unit, on: dt.date) -> PlanQuerySet:
    """Plans of the unit directly above that ask this unit for its own and have not got it; the most pressing first.

    Who stands higher asks through those between: a cell owes nothing until its committee has issued.
    """
    parent = Placement.objects.on(on).filter(unit=unit).values("parent_id")
    asking = Plan.objects.asking_below().filter(unit__in=parent, ends__gt=on)
    return asking.exclude(Exists(_answers(unit.pk))).order_by("lower_by", "pk")


def owing(on: dt.date) -> QuerySet[Placement]:
    """Units whose superior asked for their plan by a day that has passed, and which have issued none."""
    asking = Plan.objects.asking_below().filter(unit=OuterRef("parent"), lower_by__lt=on, ends__gt=on)
    unanswered = asking.exclude(Exists(_answers(OuterRef(OuterRef("unit")))))
    return Placement.objects.on(on).filter(Exists(unanswered), unit__kind=Unit.Kind.PARTY)


def answers_to(plan: Plan, on: dt.date) -> list[Any]:
    """The units directly below by name, each with `answered_on` and `answer`: when its plan was issued, and which.

    Each also says how many units stand below it and how many of these have issued: `below` and `below_issued`.
    """
    told = {"pk": plan.pk, "scope": plan.scope, "starts": plan.starts, "ends": plan.ends}
    mine = Plan.objects.answering(**told).filter(unit=OuterRef("unit")).order_by("issued_on", "pk")
    theirs = Plan.objects.issued().filter(
        unit=OuterRef("unit"), scope=plan.scope, starts__lt=plan.ends, ends__gt=plan.starts
    )
    below = _party(organisation.children(plan.unit, on)).annotate(
        answered_on=Subquery(mine.values("issued_on")[:1]), answer=Subquery(mine.values("pk")[:1])
    )
    lower = _party(Placement.objects.on(on)).filter(parent__in=below.values("unit_id"))
    counted = dict(lower.values_list("parent_id").annotate(n=Count("pk")))
    issued = dict(lower.filter(Exists(theirs)).values_list("parent_id").annotate(n=Count("pk")))
    rows = _early_first(below.select_related("unit"))
    for row in rows:
        row.below, row.below_issued = counted.get(row.unit_id, 0), issued.get(row.unit_id, 0)
    return rows


def directives_asked_of(unit: Unit, on: dt.date) -> QuerySet[Directive]:
    """Documents of the unit directly above that ask it to do something and that it has not answered; none replaced."""
    above = Placement.objects.on(on).filter(unit=unit).values("parent")
    answered = DirectiveAnswer.objects.filter(directive=OuterRef("pk"), unit=unit)
    return asking_documents().filter(~Exists(answered), unit__in=above).order_by("answer_by", "pk")


def asking_documents() -> QuerySet[Directive]:
    """Those that ask something by a day that had not passed when the office began; none replaced."""
    in_use = Beginning.objects.in_use_on(OuterRef("answer_by"))
    return Directive.objects.filter(in_use, answer_by__isnull=False, replaced_by__isnull=True)


def is_asked(directive: Directive, unit: Unit, on: dt.date) -> bool:
    """Whether the document asks this unit: it stands directly below the one that issued it."""
    below = Placement.objects.on(on).filter(unit=unit, parent=directive.unit_id)
    return directive.answer_by is not None and below.exists()


def answers_to_directive(directive: Directive, on: dt.date) -> list[Any]:
    """The units directly below by name, each with `answered_on` and `said`."""
    mine = DirectiveAnswer.objects.filter(directive=directive, unit=OuterRef("unit"))
    below = organisation.children(directive.unit, on).annotate(
        answered_on=Subquery(mine.values("done_on")[:1]), said=Subquery(mine.values("said")[:1])
    )
    return _early_first(below)


def _early_first(below: Iterable[Any]) -> list[Any]:
    """Who answered first stands first; by name within a day, and of those who have not answered."""
    return sorted(
        below,
        key=lambda row: (row.answered_on is None, row.answered_on or dt.date.max, title_key(row.name)),
    )


def owing_an_answer(on: dt.date) -> QuerySet[Placement]:
    """Units that have not answered a document of the unit above them whose day has passed."""
    answered = DirectiveAnswer.objects.filter(directive=OuterRef("pk"), unit=OuterRef(OuterRef("unit")))
    asking = asking_documents().filter(~Exists(answered), unit=OuterRef("parent"), answer_by__lt=on)
    return Placement.objects.on(on).filter(Exists(asking))


def _party(places: QuerySet[Placement]) -> QuerySet[Placement]:
    return places.filter(unit__kind=Unit.Kind.PARTY)


def _answers(unit: Any) -> PlanQuerySet:
    """What the unit issued in answer to a plan of the query around."""
    told = {name: OuterRef(name) for name in ("pk", "scope", "starts", "ends")}
    found: PlanQuerySet = Plan.objects.answering(**told).filter(unit=unit)
    return found


def tasks_due(unit: Unit, on: dt.date, within: int = 14) -> QuerySet[PlanTask]:
    """The unit's planned tasks that are not done and are due within so many days, or overdue."""
    ours = PlanTask.objects.to_do().filter(plan__unit=unit, due__lte=on + dt.timedelta(days=within))
    return ours.order_by("due", "pk")


def _line(unit: Unit, on: dt.date) -> list[int]:
    """The ids from the root down to the unit."""
    return [*(place.unit_id for place in organisation.ancestors(unit, on)), unit.pk]


def _signed(things: list[Any], on: dt.date, attribute: str) -> list[Any]:
    names = organisation.names_of({thing.unit_id for thing in things}, on)
    for thing in things:
        setattr(thing, attribute, names.get(thing.unit_id, ""))
    return things

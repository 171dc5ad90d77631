"""What an act makes stale: its unit, the units its subject speaks of, and those of the records that belong to it.

The whole unit is counted again, all its months: the day of an act is not the day of its record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model

from lantoa.figures.folding.which import heard_of, records_of, things_of, whole
from lantoa.figures.models import Folding, Stale
from lantoa.foundation.gathering import gather
from lantoa.foundation.models import Event, Listening
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit

CODE = "figures.fold"
TREE = "organisation"
OF_LISTS = "import."  # a list brought in, or taken back: its rows are written without an act of their own


@cache
def verbs() -> frozenset[str]:
    """Acts of the rooms that count something, of the tree, on what is told apart (two persons that are one), and
    lists that are brought in or taken back.
    """
    rooms = {TREE, *(room_of(door) for door in gather("measures"))}
    things = {thing._meta.model_name for one in whole().values() for thing in things_of(one)}
    return frozenset(
        verb
        for door in gather("verbs")
        for verb in door.VERBS
        if room_of(door) in rooms
        or verb.startswith(OF_LISTS)
        or verb.partition(".")[0].replace("_", "") in things
    )


@cache
def verbs_of_the_tree() -> frozenset[str]:
    """Acts after which units may stand elsewhere."""
    return frozenset(verb for door in gather("verbs") if room_of(door) == TREE for verb in door.VERBS)


def room_of(door: ModuleType) -> str:
    """The room that has the door."""
    return door.__name__.split(".")[1]


def note(event: Event) -> None:
    """Append what the event makes stale. Nothing where nothing is folded: a small office counts at once."""
    if not Folding.objects.exists():
        return
    moved = event.verb in verbs_of_the_tree()
    units = {unit for unit in (event.unit_id, *_of_subject(event), *_of_list(event)) if unit}
    Stale.objects.bulk_create([Stale(unit=unit, moved=moved) for unit in sorted(units)] or _anywhere(moved))


def _anywhere(moved: bool) -> list[Stale]:
    return [Stale(unit=0, moved=True)] if moved else []


def _of_list(event: Event) -> Iterator[int]:
    """Everybody of whom the list of a unit may have told: the unit and all that counts for it."""
    if not (event.verb.startswith(OF_LISTS) and event.unit_id):
        return
    for unit in Unit.objects.filter(pk=event.unit_id):  # the history still names one that is there no more
        yield from organisation.units_within(unit, event.on).values_list("unit_id", flat=True)


def told_up_to(now: dt.datetime) -> dt.datetime:
    """Up to which instant every act has been noted."""
    heard = Listening.objects.filter(listener=CODE).values_list("heard_up_to", flat=True).first()
    waiting = Event.objects.filter(pk__gt=heard or 0, verb__in=verbs()).order_by("pk")
    return waiting.values_list("at", flat=True).first() or now


def _of_subject(event: Event) -> Iterator[int]:
    if event.subject_type not in _models() or not event.subject_id.isdecimal():
        return
    for asked, path, columns in _ways(event.subject_type):
        for row in (
            asked._base_manager.filter(**{path: int(event.subject_id)})
            .order_by()
            .values_list(*columns)
            .distinct()
        ):
            yield from row


@cache
def _models() -> dict[str, type[Model]]:
    return {model._meta.label_lower: model for model in apps.get_models()}


@cache
def _ways(label: str) -> tuple[tuple[type[Model], str, tuple[str, ...]], ...]:
    """Where units of a thing of this model are found: (table, path to the thing, columns of units)."""
    model = _models()[label]
    ways: set[tuple[type[Model], str, tuple[str, ...]]] = set()
    if own := tuple(field.attname for field in _keys(model, Unit)):
        ways.add((model, "pk", own))
    for measure in heard_of().values():
        counted = records_of(measure).model
        if counted is model:
            ways.add((counted, "pk", (measure.of_unit,)))
        ways |= {
            (counted, field.name, (measure.of_unit,)) for field in _keys(counted, model) if model is not Unit
        }
    return tuple(sorted(ways, key=lambda way: (way[0].__name__, way[1], way[2])))


def _keys(model: type[Model], to: type[Model]) -> Iterator[Any]:
    return (f for f in model._meta.concrete_fields if isinstance(f, ForeignKey) and f.related_model is to)

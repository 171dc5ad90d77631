"""What was counted and no sentence tells: listed beside the draft, so that nothing is silent unseen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lantoa.figures.catalogue import catalogue
from lantoa.figures.declared import declared_under
from lantoa.figures.figure import Figure, is_nothing
from lantoa.figures.measure import Share
from lantoa.figures.sections import section_of
from lantoa.organisation.models import Unit
from lantoa.reports import queries
from lantoa.reports.content import Content
from lantoa.reports.sentences import slot


@dataclass(frozen=True)
class Unsaid:
    """A figure that has something to tell, and the section it could be told in; empty where the outline has none."""

    figure: Figure
    section: str


def unsaid(content: Content, unit: Unit) -> list[Unsaid]:
    """The measures that have something to tell and stand in no sentence of the report."""
    told = _told(content)
    on = queries.day_of_tree(unit, content.period)
    rows = declared_under(unit, content.period, on=on)
    asked = [one for one in queries.every_measure() if one.code not in told]
    counted = queries.counted(asked, unit, content.period, on, rows)
    places = {part.code for part in content.parts if not part.holds}
    return [Unsaid(one, _home(one, places)) for one in counted.values() if not is_nothing(one)]


def _told(content: Content) -> set[str]:
    """The measures that some sentence names; a ratio tells both its parts."""
    named = {slot(piece.slot).code for part in content.parts for piece in part.pieces if piece.slot}
    return named | set(_parts_of(named))


def _parts_of(named: Iterable[str]) -> Iterable[str]:
    for code in named:
        measure = catalogue().get(code)
        if measure and isinstance(measure.counts, Share):
            yield from (measure.counts.numerator, measure.counts.denominator)


def _home(figure: Figure, places: set[str]) -> str:
    section = section_of(figure.code.split(".")[0])
    return section if section in places else ""

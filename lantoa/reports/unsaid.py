"""What was counted and no sentence tells: listed beside the draft, so that nothing is silent unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantoa.figures.catalogue import catalogue
from lantoa.figures.figure import Figure, is_nothing
from lantoa.figures.measure import Share
from lantoa.figures.sections import section_of
from lantoa.organisation.models import Unit
from lantoa.reports import queries
from lantoa.reports.content import Content
from lantoa.reports.form import Form
from lantoa.reports.sentences import Slot, slot


@dataclass(frozen=True)
class Unsaid:
    """A figure that has something to tell, and the section it could be told in; empty where the outline has none."""

    figure: Figure
    section: str
    in_annex: bool = False

    @property
    def called(self) -> str:
        """By what the page of sentences is asked for it: "study.classes", "study.classes@form=online"."""
        return str(Slot(self.figure.code, self.figure.split))


def unsaid(
    content: Content, unit: Unit, form: Form, counting: queries.Counting | None = None
) -> list[Unsaid]:
    """The measures that have something to tell and stand in no sentence of the report.

    `counting` is what the content was composed with, where it is at hand: nothing is counted twice then.
    """
    told = {code for code, _split in _told(content)}
    told |= set(_parts_of(told))
    asked = [one for one in queries.every_measure() if one.code not in told]
    return _with_something(asked, content, unit, form, counting)


def parts_unsaid(
    content: Content, unit: Unit, form: Form, counting: queries.Counting | None = None
) -> list[Unsaid]:
    """The parts of splits that have something to tell and stand in no sentence and no row of the annex.

    Parts are counted of what has something to tell as a whole.
    """
    told = _told(content) | {row.key for row in form.rows}
    counting = counting or queries.Counting.of(unit, content.period)
    wholes = _with_something(queries.every_measure(), content, unit, form, counting)
    asked = [one for whole in wholes for one in _parts(whole.figure.code) if one.key not in told]
    return _with_something(asked, content, unit, form, counting)


def _parts(code: str) -> Iterator[Slot]:
    for name, split in catalogue()[code].splits.items():
        for part in split.parts:
            yield Slot(code, f"{name}={part}")


def _with_something(
    asked: Iterable[Slot], content: Content, unit: Unit, form: Form, counting: queries.Counting | None
) -> list[Unsaid]:
    """Of those slots the figures that tell something, each with its place."""
    counting = counting or queries.Counting.of(unit, content.period)
    counted = counting.figures(asked)
    places = {part.code for part in content.parts if not part.holds}
    printed = {row.key for row in form.rows}
    return [
        Unsaid(one, "" if _points(key, form) else _home(one, places), key in printed)
        for key, one in counted.items()
        if not is_nothing(one)
    ]


def _points(key: tuple[str, str], form: Form) -> bool:
    """Whether, in a small unit, the number would point at somebody: no sentence is offered for it."""
    return key[0] in form.beside or key[1] == "whose=person"


def _told(content: Content) -> set[tuple[str, str]]:
    """What some sentence names: (measure, part of a split)."""
    pieces = [piece for part in content.parts for piece in part.pieces if piece.slot]
    return {slot(one).key for piece in pieces for one in (piece.slot, *piece.tells)}


def _parts_of(named: Iterable[str]) -> Iterator[str]:
    """A ratio tells both its sides."""
    for code in named:
        measure = catalogue().get(code)
        if measure and isinstance(measure.counts, Share):
            yield from (measure.counts.numerator, measure.counts.denominator)


def _home(figure: Figure, places: set[str]) -> str:
    section = section_of(figure.code.split(".")[0])
    return section if section in places else ""

"""How an official report is declared: sections, the sentences of each, and the figures they name.

A sentence is plain Vietnamese with figures in braces:

    "Có <{outreach.donating_units}|{outreach.individual_donors}> ủng hộ {outreach.money}[, xây {…}]."

`{code}` says the figure with its precision word and unit of count; `{code:number}` leaves the unit out,
`{code:share}` gives the per cent of a ratio, `{code:reached}` says "đạt 98%" or "luôn đạt hơn 98%", `{code:before}`
the number alone of the same period a year before (of a ratio its per cent).
`{code@split=part}` is one part of a split. A name without a dot ("{unit}", "{period}") is a fact of the report.

`[…]` is left out when a figure inside has nothing to tell, `[!…]` also when it says the number just said. A part behind
", trong đó" that is the whole is not counted again: ", đều …", of parts in a list ", đều là lớp …"; both only of exact
numbers. `<a|b|c>` joins what is left with "," and "và";
`<+…>` asks for two parts at least, so that nobody writes "72 bản, gồm 72 bản của đảng viên".
A sentence is left out when a figure outside brackets has nothing to tell.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from lantoa.figures.catalogue import catalogue
from lantoa.reports import sentences

IF_ANY = "?"


@dataclass(frozen=True)
class Sentence:
    """One sentence. `levels` are the levels of units it is written for; empty: all.

    `otherwise` is written where the sentence has nothing to tell: money given by an association has no grassroots
    organisation to name, and is not silent for that.
    """

    text: str
    levels: tuple[str, ...] = ()
    otherwise: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What may be written, the best first."""
        return (self.text, self.otherwise) if self.otherwise else (self.text,)

    def fits(self, level: str) -> bool:
        """Whether a unit of this level says it."""
        return not self.levels or level in self.levels


@dataclass(frozen=True)
class Section:
    """One section. `level` 1 is "I.", 2 is "1."; `by_hand` sections hold what the officer writes; `asks` says who is
    asked, and where it is recorded, when there is nothing to tell.

    Declared figures whose indicator names this code are listed here. `within` names the section that tells it too
    where an outline gives it no heading of its own.
    """

    code: str
    number: str
    title: str
    sentences: tuple[Sentence, ...] = ()
    level: int = 1
    by_hand: bool = False
    hint: str = ""
    asks: str = ""
    within: str = ""

    @property
    def heading(self) -> str:
        """ "I. Tình hình chung"."""
        return f"{self.number}. {self.title}"


@dataclass(frozen=True)
class Column:
    """A column of the table of units."""

    code: str
    title: str


@dataclass(frozen=True)
class Form:
    """One official report. `abstract` is its trích yếu, with "{programme}" and "{period}" in it.

    `annex` names the rows of the annex ("code" or "code@split=part"; with "?" behind it a row that stands there only
    where it has something to tell); `beside` what is told to who composes and in no paper; `otherwise` is the section
    for declared figures that name none, `corrected_in` the one that tells what has changed since earlier reports.
    `units` are the columns of the table of units, `cells` those where the units below are cells. `apart` are parts of
    sections that an outline may give a heading of their own. `every_row` prints also the rows that nobody has recorded.
    """

    code: str
    name: str
    type_label: str
    type_code: str
    abstract: str
    sections: tuple[Section, ...]
    annex: tuple[str, ...]
    units: tuple[Column, ...]
    otherwise: str
    corrected_in: str = ""
    cells: tuple[Column, ...] = ()
    beside: tuple[str, ...] = ()
    apart: tuple[Section, ...] = ()
    every_row: bool = False

    def section(self, code: str) -> Section | None:
        """The section with this code."""
        return next((section for section in self.sections if section.code == code), None)

    @property
    def parts(self) -> list[Section]:
        """What an outline may place: each section that tells something, and what may stand apart."""
        return [*(one for one in self.sections if not self.holds(one)), *self.apart]

    def part(self, code: str) -> Section | None:
        """The part with this code, whether it has a heading here or not."""
        return self.section(code) or next((one for one in self.apart if one.code == code), None)

    def told_in(self, section: Section) -> list[str]:
        """The codes of the parts told there: its own, and those that have no heading of their own."""
        held = [one.code for one in self.apart if one.within == section.code and not self.section(one.code)]
        return [section.code, *held]

    def holds(self, section: Section) -> bool:
        """Whether the section is only a heading over the ones below it."""
        after = self.sections[self.sections.index(section) + 1 :]
        return bool(after) and after[0].level > section.level

    @property
    def slots(self) -> list[sentences.Slot]:
        """Every figure of the period that some sentence names."""
        return [slot for slot in self._named if slot.how != sentences.BEFORE]

    @property
    def among(self) -> frozenset[tuple[sentences.Key, sentences.Key]]:
        """Each whole and what sentences tell behind it as a part of it."""
        return frozenset(pair for text in self._texts for pair in sentences.among(text))

    @property
    def kinds(self) -> frozenset[sentences.Key]:
        """The parts that sentences list as kinds of a whole."""
        return frozenset(key for text in self._texts for key in sentences.kinds(text))

    @property
    def compared(self) -> list[sentences.Slot]:
        """Those of a year before that some sentence names beside."""
        return [slot for slot in self._named if slot.how == sentences.BEFORE]

    @property
    def _named(self) -> list[sentences.Slot]:
        return [slot for text in self._texts for slot in sentences.slots(text)]

    @property
    def _texts(self) -> list[str]:
        sentences_of = [sentence for section in self.sections for sentence in section.sentences]
        return [text for sentence in sentences_of for text in sentence.texts]

    @property
    def codes(self) -> set[str]:
        """Every measure that the form names anywhere."""
        named = {slot.code for slot in (*self.slots, *self.rows) if slot.is_figure}
        return named | {column.code for column in (*self.units, *self.cells)}

    def columns_over(self, levels: Collection[str]) -> tuple[Column, ...]:
        """The columns of the table of units that stand on these levels."""
        return self.cells if self.cells and set(levels) == {"cell"} else self.units

    @property
    def rows(self) -> list[sentences.Slot]:
        """The rows of the annex."""
        return [sentences.slot(row.removesuffix(IF_ANY)) for row in self._annex]

    @property
    def only_if_any(self) -> set[tuple[str, str]]:
        """The rows that stand in the annex only where they tell something: those so marked, and parts of a whole."""
        marked = {sentences.slot(row.removesuffix(IF_ANY)).key for row in self._annex if row.endswith(IF_ANY)}
        return marked | {slot.key for slot in self.rows if slot.split}

    @property
    def _annex(self) -> tuple[str, ...]:
        """What it names, and then the measures that name themselves."""
        return (*self.annex, *(f"{one.code}{IF_ANY}" for one in catalogue().values() if one.in_annex))

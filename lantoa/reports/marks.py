"""Which sentences say another number than when somebody last looked at them: no more and no fewer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lantoa.reports.content import Content, FilledSection
from lantoa.reports.quoted import Withdrawn
from lantoa.reports.sentences import Line, plain, slot
from lantoa.reports.wording import Names


@dataclass(frozen=True)
class Mark:
    """One figure of a sentence: its name, how it read, how it reads."""

    name: str
    was: str
    now: str


@dataclass(frozen=True)
class MarkedLine:
    """A sentence, with what has changed in it."""

    line: Line
    marks: tuple[Mark, ...] = ()
    # Whose words stand in it though they have been taken back.
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True)
class MarkedSection:
    """The sentences of a section, those of the paragraph and those of its list."""

    code: str
    heading: str
    lines: tuple[MarkedLine, ...]
    items: tuple[MarkedLine, ...]

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """Who is quoted in the section and no longer lets it, each once."""
        return tuple(dict.fromkeys(who for one in (*self.lines, *self.items) for who in one.withdrawn))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything that has changed in the section, each figure once."""
        return tuple(dict.fromkeys(mark for one in (*self.lines, *self.items) for mark in one.marks))


def marked(
    content: Content, seen: Mapping[str, Mapping[str, str]], withdrawn: Iterable[Withdrawn] = ()
) -> dict[str, MarkedSection]:
    """code → section with its sentences marked. `seen` as a report keeps it; no change is marked where it is empty.

    `withdrawn` are the heads whose words may stand only in sentences that people worded, and may no longer.
    """
    names, gone = Names.of(content.declared, content.unit_code, content.period), tuple(withdrawn)
    return {
        part.code: _section(part, seen.get(part.code) if seen else None, names, gone if part.edited else ())
        for part in content.parts
    }


def _section(
    part: FilledSection, seen: Mapping[str, str] | None, names: Names, withdrawn: tuple[Withdrawn, ...]
) -> MarkedSection:
    now = part.seen

    def line(pieces: Line) -> MarkedLine:
        changed = [
            Mark(names.name_of(slot(called)), (seen or {}).get(called, ""), now[called])
            for called in dict.fromkeys(piece.slot for piece in pieces if piece.slot)
            if seen is not None and seen.get(called) != now[called]
        ]
        text = plain(pieces)
        return MarkedLine(pieces, tuple(changed), tuple(one.who for one in withdrawn if one.stands_in(text)))

    return MarkedSection(part.code, part.heading, tuple(map(line, part.lines)), tuple(map(line, part.items)))

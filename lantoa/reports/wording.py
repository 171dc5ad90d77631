"""Sentences that people word: figures called by their names, live until the report is signed.

Kept as it is asked, "Đã mở {study.classes}."; typed by name, "Đã mở {Lớp, hội nghị học tập, quán triệt}.". A line that
begins with "- " is one of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from django.utils.translation import gettext as _

from lantoa.figures.catalogue import catalogue
from lantoa.figures.figure import NONE, RATIO, Figure, is_nothing
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean, fold
from lantoa.reports.prose import said
from lantoa.reports.sentences import (
    AMONG,
    BEFORE,
    Figures,
    Key,
    Line,
    Piece,
    Slot,
    as_all,
    hint,
    is_whole,
    slot,
)

PLACE = re.compile(r"\{([^{}]*)\}")
ITEM = "- "
# Before a part that may be all of it: ", trong đó ", ", trong đó có "; the other words are those of the ready forms.
# Behind it: what ends it, and no "70.000".
A_PART, ENDS = re.compile(rf"{AMONG}(?:(?:có|đúng hạn|tiêu biểu) )?$"), re.compile(r";|\.(?:\s|$)")
MANNERS = {"number": "chỉ số", "share": "phần trăm", "reached": "đạt", "before": "cùng kỳ"}
# A whole sentence that is told anew each time: what came or went since earlier reports.
CORRECTIONS, CORRECTIONS_NAME = Slot("lines.corrections"), "Phần bổ sung, giảm so với báo cáo trước"
MOST_LINES, LONGEST_LINE = 60, 2_000


def key_of(figure: Figure, unit_code: str, period: Period) -> str:
    """Whose declaration a figure is, as a slot says it; empty for the reported unit's own of the whole period."""
    when = "" if figure.period == period else f"~{figure.period.code}"
    return when if figure.unit_code == unit_code else f"{figure.unit_code}{when}"


def slots_in(wording: Mapping[str, Sequence[str]]) -> Iterator[Slot]:
    """Every figure that worded sentences name; with a part also its whole, which tells whether anything is known."""
    for lines in wording.values():
        for line in lines:
            for found in map(slot, PLACE.findall(line)):
                yield found
                if found.split:
                    yield _whole_of(found)


def _whole_of(asked: Slot) -> Slot:
    """The measure that a part is a part of, of the same time."""
    return Slot(asked.code, how=BEFORE if asked.how == BEFORE else "")


@dataclass(frozen=True)
class Source:
    """What worded sentences take their figures from.

    `states` says of the nought of a measure whether it is known to be one, `states_before` of that of a year before;
    `told` is what units declared, by slot; `kinds` are the parts that name what the things are, `among` holds the key
    of each whole with that of a part of it, as the ready forms have them.
    """

    figures: Figures
    told: Mapping[str, Figure]
    states: Mapping[str, str]
    corrections: Line | None = None
    states_before: Mapping[str, str] = field(default_factory=dict)
    kinds: frozenset[Key] = frozenset()
    among: frozenset[tuple[Key, Key]] = frozenset()

    def filled(self, text: str) -> Line | None:
        """The sentence with its figures; a place without one says so. None for a line with nothing in it."""
        pieces: list[Piece] = []
        parts = PLACE.split(text.removeprefix(ITEM))
        for number, part in enumerate(parts):
            if number % 2 == 0:
                pieces += [Piece(part)] if part else []
            elif part == CORRECTIONS.code:
                pieces += self.corrections or ()
            else:
                stands_alone = number == len(parts) - 2 or bool(ENDS.search(parts[number + 1]))
                pieces = self._with_part(pieces, slot(part), stands_alone=stands_alone)
        return tuple(pieces) or None

    def _with_part(self, before: list[Piece], asked: Slot, *, stands_alone: bool) -> list[Piece]:
        """The figure behind what stands before it; one part alone that is the whole is said to be all of it."""
        piece, part = self._piece(asked), self._figure(asked)
        among = A_PART.search(before[-1].text) if before and not before[-1].slot else None
        whole = self._whole_said(before, asked) if among and stands_alone else None
        if piece.is_missing or among is None or not (part and whole and is_whole(part, whole)):
            return [*before, piece]
        head = before[-1].text[: among.start()]
        told = as_all([Piece(among[0]), piece], part, is_kind=asked.key in self.kinds)
        return [*before[:-1], *([Piece(head)] if head else []), *told]

    def _whole_said(self, pieces: list[Piece], part: Slot) -> Figure | None:
        """The last figure of the period that was said, where it counts what this is a part of."""
        said_of = (slot(one.slot) for one in reversed(pieces) if one.slot)
        last = next((one for one in said_of if one.how != BEFORE), None)
        if last is None or last.of != part.of:
            return None
        is_split = bool(part.split) and last.key == (part.code, "")
        return self._figure(last) if is_split or (last.key, part.key) in self.among else None

    def _figure(self, asked: Slot) -> Figure | None:
        if asked.how == BEFORE:
            return self._a_year_before(asked)
        return self.told.get(str(replace(asked, how=""))) or self.figures.get(asked.key)

    def _piece(self, asked: Slot) -> Piece:
        declared, figure = self.told.get(str(replace(asked, how=""))), self._figure(asked)
        if figure is None or self._is_unknown(figure, asked):
            known = figure or declared
            named = known.label if known else Names({}, {}).name_of(replace(asked, how=""))
            named += f" | {MANNERS[asked.how]}" if asked.how else ""
            url = figure.url if figure else ""
            return Piece(f"[chưa có số liệu: {named}]", url, hint(figure) if figure else "", str(asked), True)
        return Piece(said(figure, asked.how), figure.url, hint(figure), str(asked))

    def _a_year_before(self, asked: Slot) -> Figure | None:
        """Counted of the reported unit only; what one unit declared this year says nothing of the year before."""
        return None if asked.of else self.figures.get(asked.key)

    def _is_unknown(self, figure: Figure, asked: Slot) -> bool:
        """Whether its nought is not known to be one: unknown is not zero, and no share is had of nothing."""
        if not is_nothing(figure):
            return False
        if figure.kind == RATIO or asked.how == "share":
            return True
        states = self.states_before if asked.how == BEFORE else self.states
        whole = self.figures.get(_whole_of(asked).key)
        return is_nothing(whole) and states.get(asked.code, NONE) not in (NONE, "")


@dataclass(frozen=True)
class Names:
    """How figures are called on the page: `declared` maps slot → label, `units` a unit's code → its name."""

    declared: Mapping[str, str]
    units: Mapping[str, str]

    @classmethod
    def of(cls, figures: Iterable[Figure], unit_code: str, period: Period) -> Names:
        """The names of what units declared; what the house counts is named by its own measure."""
        declared, units = {}, {}
        for one in figures:
            whose = key_of(one, unit_code, period)
            if whose or one.code not in catalogue():
                declared[str(Slot(one.code, of=whose))] = one.label
                units[one.unit_code] = one.unit_name
        return cls(declared, units)

    def name_of(self, asked: Slot) -> str:
        """ "Đảng viên đã đăng ký trên tổng số đảng viên | phần trăm", "Mô hình đăng ký mới | tập thể"."""
        if asked == CORRECTIONS:
            return CORRECTIONS_NAME
        measure = catalogue().get(asked.code)
        plain = str(Slot(asked.code, of=asked.of))
        label = self.declared.get(plain) or (str(measure.label) if measure else asked.code)
        words = [label, *self._whose(asked.of)]
        if asked.split and measure:
            name, part = asked.split.split("=")
            words.append(str(measure.splits[name].parts[part][0]) if name in measure.splits else part)
        if asked.how:
            words.append(MANNERS[asked.how])
        return " | ".join(words)

    def knows(self, asked: Slot) -> bool:
        """Whether the figure can be called in this report."""
        plain = str(Slot(asked.code, of=asked.of))
        return asked == CORRECTIONS or plain in self.declared or (asked.code in catalogue() and not asked.of)

    def _whose(self, of: str) -> list[str]:
        code, _mark, period = of.partition("~")
        return [
            one for one in (self.units.get(code, code), Period.parse(period).label if period else "") if one
        ]

    def named(self, text: str) -> str:
        """A kept sentence as it is typed."""
        return PLACE.sub(lambda found: f"{{{self.name_of(slot(found[1]))}}}", text)

    def typed(self, line: Line, *, item: bool = False) -> str:
        """A composed sentence as it is typed: words as they stand, figures by name."""
        if any(one.slot == CORRECTIONS.code for one in line):
            return f"{{{CORRECTIONS_NAME}}}"
        told = (self.named(one.typed or f"{{{one.slot}}}") if one.slot else one.text for one in line)
        return f"{ITEM if item else ''}{''.join(told)}"

    def read(self, typed: str) -> list[str]:
        """The sentences of a box, one a line, figures as they are kept. BadInput names what no figure is called."""
        lines = [clean(line) for line in typed.splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST_LINES:
            raise BadInput(
                _("Một mục ghi tối đa %(most)s câu. Gộp bớt các câu.") % {"most": MOST_LINES}, "lines"
            )
        return [self._read_line(line) for line in lines]

    def _read_line(self, line: str) -> str:
        bare = PLACE.sub("", line)
        if "{" in bare or "}" in bare:
            raise BadInput(_("Câu “%(line)s” thiếu một dấu ngoặc { hoặc }.") % {"line": line[:80]}, "lines")
        if len(line) > LONGEST_LINE:
            raise BadInput(_("Câu “%(line)s…” dài quá. Tách thành nhiều câu.") % {"line": line[:80]}, "lines")
        return PLACE.sub(lambda found: f"{{{self._read(found[1])}}}", line)

    def _read(self, name: str) -> Slot:
        """The figure of that name. Capitals, marks and blanks do not matter."""
        found = self._known(name)
        if found is None:
            near = get_close_matches(fold(name.split("|")[0]), self._labels, n=2, cutoff=0.5)
            hints = _(" Có phải là: %(names)s?") % {
                "names": "; ".join(self.name_of(self._labels[one]) for one in near)
            }
            raise BadInput(
                _("Không có con số nào tên “%(name)s”.%(hints)s Chọn tên trong danh sách bên dưới.")
                % {"name": name.strip(), "hints": hints if near else ""},
                "lines",
            )
        return found

    def _known(self, name: str) -> Slot | None:
        words = [fold(word) for word in name.split("|")]
        manners = {fold(word): how for how, word in MANNERS.items()}
        how = manners.get(words[-1], "") if len(words) > 1 else ""
        rest = words[:-1] if how else words
        if plain := self._labels.get(" | ".join(rest)):
            has_a_year_before = plain.code in catalogue() and not plain.of
            return replace(plain, how=how) if how != BEFORE or has_a_year_before else None
        whole = self._labels.get(rest[0])
        measure = catalogue().get(whole.code) if whole and len(rest) == 2 else None
        if whole is None or measure is None:
            return None
        for split, ways in measure.splits.items():
            for part, (label, _filter) in ways.parts.items():
                if fold(str(label)) == rest[1]:
                    return replace(whole, split=f"{split}={part}", how=how)
        return None

    @property
    def _labels(self) -> dict[str, Slot]:
        counted = {fold(str(measure.label)): Slot(code) for code, measure in catalogue().items()}
        stated = {_folded(self.name_of(slot(one))): slot(one) for one in self.declared}
        return {fold(CORRECTIONS_NAME): CORRECTIONS} | stated | counted


def _folded(name: str) -> str:
    return " | ".join(fold(word) for word in name.split("|"))

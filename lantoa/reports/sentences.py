"""Sentences with figures in braces: read once, then written with the figures that have something to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from lantoa.figures.figure import NUMBER, PERCENT, RATIO, Figure, is_nothing
from lantoa.figures.words import EXACT
from lantoa.reports.prose import said

TOKENS = re.compile(r"(\{[^{}]+\}|<\+|\[!|[\[\]<>|])")
BEFORE = "before"
AMONG, ALL, IS = ", trong đó ", "đều", "là"
SLOT = re.compile(
    r"(?P<code>[\w.]+)(@(?P<split>\w+=\w+))?(#(?P<of>[^:{}]+))?(:(?P<how>number|share|reached|before))?"
)
SPACES = re.compile(r" {2,}")


@dataclass(frozen=True)
class Piece:
    """A stretch of a sentence; a figure's has the address of its list and says how it was counted.

    `slot` is what an edited sentence calls the figure by, `typed` what it says there where these words hold for this
    number only; `is_missing` marks a place whose figure is not there. `tells` are the places that were left out after
    it because they say the very same number.
    """

    text: str
    url: str = ""
    hint: str = ""
    slot: str = ""
    is_missing: bool = False
    typed: str = ""
    tells: tuple[str, ...] = ()


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Slot:
    """A place in a sentence for a figure or a fact. `of` names whose declaration it is."""

    code: str
    split: str = ""
    how: str = ""
    of: str = ""

    def __str__(self) -> str:
        split, of = f"@{self.split}" if self.split else "", f"#{self.of}" if self.of else ""
        return f"{self.code}{split}{of}{f':{self.how}' if self.how else ''}"

    @property
    def is_figure(self) -> bool:
        """Figures have codes with a dot, facts have plain names."""
        return "." in self.code

    @property
    def key(self) -> tuple[str, str]:
        """What figures are looked up by; that of a year before is another figure."""
        return self.code, f"{BEFORE}|{self.split}" if self.how == BEFORE else self.split


@dataclass(frozen=True)
class Optional:
    """Words that go when their figure has nothing to tell; when `other`, also when it says the number just said."""

    inside: Nodes
    other: bool = False


@dataclass(frozen=True)
class Listed:
    """Parts joined with "," and "và", those that have something to tell; nothing when fewer than `least` have."""

    parts: tuple[Nodes, ...]
    least: int = 1


Nodes = tuple[str | Slot | Optional | Listed, ...]
Key = tuple[str, str]
Figures = Mapping[Key, Figure]


def write(text: str, figures: Figures, facts: Mapping[str, str] | None = None) -> Line | None:
    """The sentence with its figures in place; None when it has nothing to tell.

    `figures` maps (code, split) to figures; what is missing there counts as nothing.
    """
    pieces = _write(parse(text), figures, facts or {})
    return None if pieces is None else tuple(_tidy(pieces))


def plain(line: Line) -> str:
    """The sentence as text."""
    return "".join(piece.text for piece in line)


def slots(text: str) -> list[Slot]:
    """Every place for a figure or a fact, in order."""
    return list(_slots(parse(text)))


def among(text: str) -> Iterator[tuple[Key, Key]]:
    """The keys of each whole and of the parts that the sentence names behind it with ", trong đó"."""
    whole: Slot | None = None
    for node in _within(parse(text)):
        if isinstance(node, Slot) and node.how != BEFORE:
            whole = node
        elif isinstance(node, Optional) and whole and str(node.inside[0]).startswith(AMONG):
            yield from ((whole.key, part.key) for part in _slots(node.inside))


def kinds(text: str) -> set[Key]:
    """The parts that stand in a list as kinds of the whole before it, by their keys."""
    return {
        found.key for node in _within(parse(text)) if isinstance(node, Listed) for found in _slots((node,))
    }


def _within(nodes: Nodes) -> Iterator[str | Slot | Optional | Listed]:
    for node in nodes:
        yield node
        if isinstance(node, Optional):
            yield from _within(node.inside)


@cache
def parse(text: str) -> Nodes:
    """The structure of a sentence. ValueError for brackets that do not match or a place that cannot be read."""
    tokens = [token for token in TOKENS.split(text) if token]
    if stray := [token for token in tokens if token[0] != "{" and ("{" in token or "}" in token)]:
        raise ValueError(f"a brace stands alone in {stray[0]!r}")
    nodes, rest = _parse(tokens, closing="")
    if rest:
        raise ValueError(f"a closing mark without an opening one in {text!r}")
    return nodes


def _parse(tokens: list[str], closing: str) -> tuple[Nodes, list[str]]:
    nodes: list[str | Slot | Optional | Listed] = []
    while tokens:
        token, tokens = tokens[0], tokens[1:]
        match token:
            case "[" | "[!":
                inside, tokens = _parse(tokens, "]")
                nodes.append(Optional(inside, other=token == "[!"))
                _mark, tokens = _past("]", tokens)
            case "<" | "<+":
                listed, tokens = _parse_list(tokens, len(token))
                nodes.append(listed)
            case "]" | ">" | "|":
                return tuple(nodes), [token, *tokens]
            case _:
                nodes.append(slot(token[1:-1]) if token[0] == "{" else token)
    if closing:
        raise ValueError(f"{closing!r} is missing")
    return tuple(nodes), []


def _parse_list(tokens: list[str], least: int) -> tuple[Listed, list[str]]:
    parts = []
    while True:
        part, tokens = _parse(tokens, ">")
        parts.append(part)
        mark, tokens = _past("|>", tokens)
        if mark == ">":
            return Listed(tuple(parts), least), tokens


def _past(marks: str, tokens: list[str]) -> tuple[str, list[str]]:
    if tokens[0] not in marks:
        raise ValueError(f"{tokens[0]!r} stands where one of {marks!r} should")
    return tokens[0], tokens[1:]


def slot(text: str) -> Slot:
    """What stands between braces. ValueError when it cannot be read."""
    read = SLOT.fullmatch(text)
    if read is None:
        raise ValueError(f"{text!r} names no figure")
    return Slot(read["code"], read["split"] or "", read["how"] or "", read["of"] or "")


def as_slot(text: str) -> Slot | None:
    """What an address names; None where it names nothing."""
    try:
        return slot(text)
    except ValueError:
        return None


def _slots(nodes: Nodes) -> Iterator[Slot]:
    for node in nodes:
        match node:
            case Slot():
                yield node
            case Optional():
                yield from _slots(node.inside)
            case Listed():
                for part in node.parts:
                    yield from _slots(part)


def _write(nodes: Nodes, figures: Figures, facts: Mapping[str, str]) -> list[Piece] | None:
    """The pieces, or None when some figure that must be there has nothing to tell."""
    pieces: list[Piece] = []
    for node in nodes:
        match node:
            case str():
                pieces.append(Piece(node))
            case Slot() if not node.is_figure:
                pieces.append(Piece(facts[node.code]))
            case Slot():
                figure = figures.get(node.key)
                if figure is None or is_nothing(figure):
                    return None
                pieces.append(Piece(said(figure, node.how), figure.url, hint(figure), str(node)))
            case Optional():
                pieces += _optional(node, pieces, figures, facts)
            case Listed():
                parts = [part for part in (_write(p, figures, facts) for p in node.parts) if part]
                if len(parts) < node.least:
                    return None
                pieces += _joined(parts)
    return pieces


def _optional(node: Optional, before: list[Piece], figures: Figures, facts: Mapping[str, str]) -> list[Piece]:
    """Its words after what stands before: a part that is the whole is said to be all of it, not counted again."""
    pieces = _write(node.inside, figures, facts) or []
    here, there = _figures_in(pieces, figures), _figures_in(before, figures)
    if not here or not there:
        return pieces
    last = there[-len(here) :]
    if node.other and len(here) == len(last) and all(map(_is_same, here, last)):
        _told_by_the_last(before, pieces)
        return []
    is_all = len(here) == 1 and pieces[0].text.startswith(AMONG) and is_whole(here[0], there[-1])
    is_kind = any(isinstance(one, Listed) for one in node.inside)
    return as_all(pieces, here[0], is_kind=is_kind) if is_all else pieces


def _told_by_the_last(before: list[Piece], left_out: list[Piece]) -> None:
    """The number just said tells what is left out too, so that nobody finds it missing."""
    last = max(n for n, piece in enumerate(before) if piece.slot)
    told = tuple(piece.slot for piece in left_out if piece.slot)
    before[last] = replace(before[last], tells=(*before[last].tells, *told))


def _figures_in(pieces: list[Piece], figures: Figures) -> list[Figure]:
    """Those of the period that are said there; what is compared beside them is not what a part is part of."""
    asked = [slot(piece.slot) for piece in pieces if piece.slot]
    found = [figures.get(one.key) for one in asked if one.how != BEFORE]
    return [one for one in found if one is not None]


def _is_same(one: Figure, other: Figure) -> bool:
    """Whether both are known to be the same number: two that are "gần 3" need not be."""
    is_exact = one.precision == other.precision == EXACT
    numbers = [one.value, other.value]
    if {one.kind, other.kind} == {PERCENT, RATIO}:
        numbers = [figure.share if figure.kind == RATIO else figure.value for figure in (one, other)]
    return is_exact and numbers[0] is not None and numbers[0] == numbers[1]


def is_whole(part: Figure, whole: Figure) -> bool:
    """Whether the part is known to be all of the whole."""
    same = _is_same(part, whole) and part.unit_of_count == whole.unit_of_count
    return same and bool(part.value) and part.kind == whole.kind == NUMBER


def as_all(pieces: list[Piece], part: Figure, *, is_kind: bool) -> list[Piece]:
    """ "3 số bản tin, đều có chuyên mục"; of one thing "1 số bản tin, là số bản tin có chuyên mục".

    A kind is a name: "2 lớp, đều là lớp bồi dưỡng đảng viên mới". In the next year it need not be all of it, so it is
    typed as the part it is.
    """
    found = next(n for n, piece in enumerate(pieces) if piece.slot)
    before = "".join(piece.text for piece in pieces[:found])
    lead = before.removeprefix(AMONG).removeprefix("có ").strip()
    words = [] if part.value == 1 else [ALL]
    if lead:
        words.append(lead)
    elif is_kind or part.value == 1:
        words += [IS, part.unit_of_count]
    typed = f"{before.removeprefix(', ')}{{{pieces[found].slot}}}"
    return [Piece(", "), replace(pieces[found], text=" ".join(words), typed=typed), *pieces[found + 1 :]]


def hint(figure: Figure) -> str:
    """What is said of a figure to who rests on it: its name, how it was counted, its note."""
    return ". ".join(text.rstrip(".") for text in (figure.label, figure.how_counted, figure.note) if text)


def _joined(parts: list[list[Piece]]) -> Iterator[Piece]:
    for number, part in enumerate(parts):
        if number:
            yield Piece(" và " if number == len(parts) - 1 else ", ")
        yield from part


def _tidy(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbouring words are put together, double blanks go."""
    words = ""
    for piece in pieces:
        if piece.url:
            if words:
                yield Piece(SPACES.sub(" ", words))
            words = ""
            yield piece
        else:
            words += piece.text
    if words:
        yield Piece(SPACES.sub(" ", words))

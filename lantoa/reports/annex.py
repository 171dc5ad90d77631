"""Tables of the annex: indicators with the same period a year before and since the stage began; units side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child
from lantoa.figures.declared import Told, declared_under
from lantoa.figures.figure import COUNTED, IN_WORDS, NUMBER, PERCENT, RATIO, Figure, is_nothing
from lantoa.figures.measure import ON_DAY
from lantoa.figures.unknown import said_nothing, with_states
from lantoa.foundation.dates import Period
from lantoa.foundation.numbers import show
from lantoa.organisation.models import Unit
from lantoa.reports import queries, rules
from lantoa.reports.content import NOTHING, AnnexRow, Content, Entry, UnitRow
from lantoa.reports.form import Form
from lantoa.reports.sentences import Figures, Slot


def added(
    content: Content,
    form: Form,
    unit: Unit,
    on: dt.date,
    figures: Figures,
    told: list[Told],
) -> Content:
    """The content with its tables."""
    before = rules.same_period_a_year_before(content.period)
    children = Children.of(unit, on)
    rows = [slot for slot in form.rows if slot.key in figures]
    earlier = _with_states(_of(rows, unit, before, on), unit, before, content) if before else {}
    since = _of(rows, unit, content.stage, on)
    figures = _with_states(figures, unit, content.period, content)
    made = [(slot, _row(slot, figures, earlier, since, content.programme)) for slot in rows]
    counted = [row for slot, row in made if not slot.split or _tells_something(row)]
    stated = [_declared_row(one, content) for one in told if one.figure.code not in catalogue()]
    columns = [
        column
        for column in form.columns_over([place.unit.level for place in children.placements])
        if column.code in catalogue()
    ]
    return replace(
        content,
        annex=(*counted, *stated),
        columns=tuple(column.title for column in columns),
        units=tuple(_units([column.code for column in columns], content, unit, children)),
    )


def _tells_something(row: AnnexRow) -> bool:
    """A part of a whole stands in the table when there was one, now, a year before or since the stage began."""
    return any(entry.number for entry in (row.now, row.before, row.since))


def _with_states(figures: Figures, unit: Unit, period: Period, content: Content) -> Figures:
    """Each nought with what it means: none, not recorded, not yet due."""
    nothing = said_nothing(unit, period)
    return dict(zip(figures, with_states(figures.values(), nothing, content.data_as_of), strict=True))


def _of(slots: list[Slot], unit: Unit, period: Period, on: dt.date) -> Figures:
    """The same figures for another period, by the tree of the reported one; none where the unit did not exist yet."""
    return queries.counted(slots, unit, period, on, declared_under(unit, period, on=on))


def _row(slot: Slot, now: Figures, before: Figures, since: Figures, programme: str) -> AnnexRow:
    figure, meaning = now[slot.key], catalogue()[slot.code].meaning
    return AnnexRow(
        code=slot.code + (f"@{slot.split}" if slot.split else ""),
        label=rules.in_the_words_of(figure.label, programme),
        unit_of_count=figure.unit_of_count,
        now=entry(figure),
        before=entry(before[slot.key]) if slot.key in before else NOTHING,
        since=entry(since[slot.key]) if meaning != ON_DAY else NOTHING,
        note=figure.note,
        url=figure.url,
    )


def _declared_row(told: Told, content: Content) -> AnnexRow:
    figure = told.figure
    notes = [figure.unit_name if figure.unit_code != content.unit_code else ""]
    notes.append(figure.period.label if figure.period != content.period else "")
    notes.append(f"tính trên {figure.basis}" if figure.basis else "")
    notes.append(told.source)
    notes.append(figure.note)
    return AnnexRow(
        code=figure.code,
        label=figure.label,
        unit_of_count=figure.unit_of_count,
        now=entry(figure),
        before=NOTHING,
        since=NOTHING,
        note="; ".join(note for note in notes if note),
        url=figure.url,
    )


def entry(figure: Figure) -> Entry:
    """A table says what was counted to the last digit; what was declared keeps its word."""
    if figure.state:
        return Entry(IN_WORDS[figure.state])
    if figure.kind == RATIO:
        return Entry(f"{figure.bare} ({show(figure.share)}%)") if figure.denominator else NOTHING
    if figure.source == COUNTED and figure.kind == NUMBER:
        return Entry(show(figure.exact), figure.exact)
    if figure.kind == PERCENT and figure.value is None:
        return NOTHING
    return Entry(figure.show(with_unit=False))


def _units(codes: list[str], content: Content, unit: Unit, children: Children) -> Iterable[UnitRow]:
    """A row for each child, one for what the unit did itself, and the unit's own figures below."""
    if not children.placements or not codes:
        return
    children.count(codes, content.period)
    columns = [
        by_child(code, unit=unit, period=content.period, on=children.on, children=children) for code in codes
    ]
    missing = {one.code for one in content.missing}
    for number, place in enumerate(children.placements):
        figures = [one.children[number][1] for one in columns]
        note = "chưa có số liệu" if place.unit.code in missing else ""
        yield UnitRow(place.unit.code, place.name, tuple(map(entry, figures)), note)
    own = [one.own for one in columns]
    if not all(is_nothing(figure) for figure in own):
        name = f"Trực tiếp tại {content.unit_name}"
        yield UnitRow(unit.code, name, tuple(map(entry, own)))
    whole = {figure.code: figure for figure in content.figures}
    notes = [f"{whole[code].label}: {whole[code].note}" for code in codes if whole[code].note]
    total = tuple(entry(whole[code]) for code in codes)
    yield UnitRow(unit.code, "Toàn đơn vị", total, "; ".join(notes), total=True)

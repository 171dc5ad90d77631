"""Tables of the annex: indicators with the same period a year before and since the stage began; units side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child
from lantoa.figures.declared import Told
from lantoa.figures.figure import COUNTED, IN_WORDS, NUMBER, PERCENT, RATIO, Figure, is_nothing
from lantoa.figures.measure import ON_DAY
from lantoa.figures.unknown import said_nothing, stated_of, stated_of_children, with_states
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
    counting: queries.Counting,
    figures: Figures,
    told: list[Told],
) -> Content:
    """The content with its tables."""
    unit, on = counting.unit, counting.on
    before = rules.same_period_a_year_before(content.period)
    children = Children.of(unit, on)
    rows = [slot for slot in form.rows if slot.key in figures]
    # A part is unknown when its whole is, also where that is no row.
    asked = [*rows, *(Slot(row.code) for row in rows if row.split)]
    earlier = _with_states(counting.over(before).figures(asked), unit, before, content, on) if before else {}
    since = _with_states(counting.over(content.stage).figures(asked), unit, content.stage, content, on)
    figures = _with_states(figures, unit, content.period, content, on)
    made = [(slot, _row(slot, figures, earlier, since, content.programme)) for slot in rows]
    counted = [row for slot, row in made if slot.key not in form.only_if_any or _tells_something(row)]
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
        units=tuple(_units([column.code for column in columns], content, unit, children, figures)),
    )


def _tells_something(row: AnnexRow) -> bool:
    """Whether there was anything, now, a year before or since the stage began."""
    return any(one.number or is_said(one) for one in (row.now, row.before, row.since))


def is_said(one: Entry) -> bool:
    """Whether it is a ratio or a declaration of something, and no nought in words."""
    return one.number is None and one.shown not in ("", *IN_WORDS.values()) and not one.shown.startswith("0/")


def _with_states(figures: Figures, unit: Unit, period: Period, content: Content, on: dt.date) -> Figures:
    """Each nought with what it means: none, not recorded, not yet due; of a part what its whole says."""
    told = stated_of(figures.values(), unit, period, today=content.data_as_of, on=on)
    states = {one.code: one.state for one in told if not one.split}
    return {
        key: replace(one, state=states.get(one.code, "")) if one.split and is_nothing(one) else one
        for key, one in zip(figures, told, strict=True)
    }


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


def _units(
    codes: list[str], content: Content, unit: Unit, children: Children, whole: Figures
) -> Iterable[UnitRow]:
    """A row for each child, one for what the unit did itself, and the unit's own figures below."""
    if not children.placements or not codes:
        return
    children.count(codes, content.period)
    columns = [
        by_child(code, unit=unit, period=content.period, on=children.on, children=children) for code in codes
    ]
    stated = stated_of_children(
        [one.children for one in columns], children, content.period, today=content.data_as_of
    )
    missing = {one.code for one in content.missing}
    for place, figures in zip(children.placements, stated, strict=True):
        note = "chưa có số liệu" if place.unit.code in missing else ""
        yield UnitRow(place.unit.code, place.name, tuple(map(entry, figures)), note)
    own = [one.own for one in columns]
    if not all(is_nothing(figure) for figure in own):
        name = f"Trực tiếp tại {content.unit_name}"
        told = with_states(own, said_nothing(unit, content.period), content.data_as_of)
        yield UnitRow(unit.code, name, tuple(map(entry, told)))
    own_figures = [whole[code, ""] for code in codes]
    notes = [f"{one.label}: {one.note}" for one in own_figures if one.note]
    total = tuple(map(entry, own_figures))
    yield UnitRow(unit.code, "Toàn đơn vị", total, "; ".join(notes), total=True)

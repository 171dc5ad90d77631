"""Tables of the annex: indicators with the same period a year before and since the stage began; units side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child
from lantoa.figures.declared import Told, told_under
from lantoa.figures.figure import COUNTED, IN_WORDS, NUMBER, PERCENT, RATIO, Figure, is_nothing
from lantoa.figures.measure import ON_DAY
from lantoa.figures.unknown import said_nothing, stated_of, stated_of_children, with_states
from lantoa.foundation.dates import Period
from lantoa.foundation.numbers import show
from lantoa.organisation.models import Unit
from lantoa.reports import practices, queries, rules, stretches
from lantoa.reports.content import NOTHING, AnnexRow, Content, Entry, UnitRow
from lantoa.reports.form import Form
from lantoa.reports.sentences import Figures, Slot


def added(
    content: Content,
    form: Form,
    counting: queries.Counting,
    earlier: queries.Counting | None,
    figures: Figures,
    told: list[Told],
) -> Content:
    """The content with its tables; `earlier` counts the same period a year before, where there is one.

    `figures` are those of the period `with_their_states`.
    """
    unit, on = counting.unit, counting.on
    children = Children.of(unit, on, kept=counting.kept)
    rows = [slot for slot in form.rows if slot.key in figures]
    stage = counting.over(content.stage)
    day = content.data_as_of
    before = with_their_states(earlier.figures(asked(form)), earlier, day) if earlier else {}
    since = with_their_states(stage.figures(asked(form)), stage, day)
    made = [(slot, _row(slot, figures, before, since, content.programme)) for slot in rows]
    counted = [row for slot, row in made if slot.key not in form.only_if_any or _tells_something(row)]
    said = [one for one in told if one.figure.code not in catalogue()]
    stated = _declared_rows(said, earlier, stage, content) if said else []
    columns = [
        column
        for column in form.columns_over([place.unit.level for place in children.placements])
        if column.code in catalogue()
    ]
    listed, left = practices.listed(counting)
    return replace(
        content,
        annex=(*counted, *stated),
        gathers=not form.every_row,
        practices=listed,
        practices_left=left,
        columns=tuple(column.title for column in columns),
        units=tuple(_units([column.code for column in columns], content, unit, children, figures)),
    )


def asked(form: Form) -> list[Slot]:
    """What the rows need of another time: a part is unknown when its whole is, also where that is no row."""
    return [*form.rows, *(Slot(row.code) for row in form.rows if row.split)]


def _tells_something(row: AnnexRow) -> bool:
    """Whether there was anything, now, a year before or since the stage began."""
    return any(one.number or is_said(one) for one in (row.now, row.before, row.since))


def is_said(one: Entry) -> bool:
    """Whether it is a ratio or a declaration of something, and no nought in words."""
    return one.number is None and one.shown not in ("", *IN_WORDS.values()) and not one.shown.startswith("0/")


def with_their_states(figures: Figures, counting: queries.Counting, today: dt.date) -> Figures:
    """Each nought with what it means: none, not recorded, not yet due; of a part what its whole says."""
    unit, period, on = counting.unit, counting.period, counting.on
    told = stated_of(figures.values(), unit, period, today=today, on=on)
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


def _declared_rows(
    said: list[Told], earlier: queries.Counting | None, stage: queries.Counting, content: Content
) -> list[AnnexRow]:
    """What units declare, beside what was declared of the year before and since the stage began."""
    before = _by_code(earlier) if earlier else {}
    since = _by_code(stage)
    return [
        _declared_row(one, content, before.get(one.figure.code, []), since.get(one.figure.code, []))
        for one in said
    ]


def _by_code(counting: queries.Counting) -> dict[str, list[Told]]:
    """code → what was said of the period, added where it may be."""
    found: dict[str, list[Told]] = {}
    for one in told_under(counting.unit, counting.period, counting.on, counting.rows):
        found.setdefault(one.figure.code, []).append(one)
    return found


def _before(told: Told, earlier: list[Told]) -> tuple[Entry, str]:
    """What the same units said of the same time a year before; of a sum of others a note says so."""
    same = [one for one in earlier if stretches.are_a_year_apart(one.said, told.said)]
    if len(same) == 1:
        return entry(same[0].figure), ""
    if same or len(earlier) != 1 or not told.adds_up:
        return NOTHING, ""
    other = earlier[0]
    how_many = len({one.unit_code for one in other.said})
    shown = other.figure.show(with_unit=False)
    return NOTHING, f"cùng kỳ {how_many} đơn vị khai {shown}, khác nơi hoặc khác thời gian nên không đặt cạnh"


def _since(told: Told, together: list[Told], stage: Period) -> tuple[Entry, str]:
    """What has come together, of whom, and what is missing there; nothing of what cannot be added."""
    inside = [
        one
        for one in together
        if stage.starts <= one.figure.period.starts <= one.figure.period.last_day < stage.ends
    ]
    if len(inside) != 1 or not told.adds_up or inside[0].figure.kind not in (NUMBER, RATIO):
        return NOTHING, ""
    said = inside[0].said
    others = (
        stretches.names(said)
        if {one.unit_code for one in said} != {one.unit_code for one in told.said}
        else ""
    )
    notes = [f"lũy kế cộng của {others}" if others else "", stretches.missing_in_words(said, stage.starts)]
    return entry(inside[0].figure), "; ".join(filter(None, notes))


def _declared_row(told: Told, content: Content, earlier: list[Told], together: list[Told]) -> AnnexRow:
    figure = told.figure
    before, compared_with = _before(told, earlier)
    since, added_from = _since(told, together, content.stage)
    notes = [figure.unit_name if figure.unit_code != content.unit_code else ""]
    notes.append(figure.period.label if figure.period != content.period else "")
    notes.append(f"tính trên {figure.basis}" if figure.basis else "")
    notes.append(told.source)
    notes += [figure.note, compared_with, added_from]
    return AnnexRow(
        code=figure.code,
        label=figure.label,
        unit_of_count=figure.unit_of_count,
        now=entry(figure),
        before=before,
        since=since,
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

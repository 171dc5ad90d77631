"""From declared rows to figures: what a unit said, added up where it may be, shown beside what was counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Max
from django.urls import reverse

from lantoa.figures import rules, together
from lantoa.figures.adding import Said, Saying, Sum, added, completing
from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import Known, Units, day_of_tree, figure
from lantoa.figures.figure import COUNTED, DECLARED, NONE, NUMBER, RANK, RATIO, TARGET, Figure, is_nothing
from lantoa.figures.folding.reading import Kept
from lantoa.figures.library import IN_TIME, RESOLVED
from lantoa.figures.measure import IN_PERIOD
from lantoa.figures.models import DeclaredFigure, Indicator
from lantoa.figures.words import EXACT
from lantoa.foundation.dates import Period
from lantoa.foundation.numbers import show
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit


def as_figure(row: DeclaredFigure, unit_name: str) -> Figure:
    """A declared row as a figure; its address is the page that says who declared it and from what source."""
    query = urlencode({"don-vi": row.unit.code, "ky": row.period.code})
    return Figure(
        code=row.indicator.code,
        label=row.indicator.label,
        kind=row.kind,
        unit_of_count=row.indicator.unit_of_count,
        period=row.period,
        unit_code=row.unit.code,
        unit_name=unit_name,
        source=DECLARED,
        url=f"{reverse('figures:declared')}?{query}#khai-bao-{row.pk}",
        how_counted=row.indicator.how_counted,
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        low=row.low,
        high=row.high,
        text=row.text,
        precision=row.precision,
        basis=row.basis,
        parts=tuple((name, Decimal(number)) for name, number in row.parts),
        division=row.indicator.division,
        state=NONE if _is_none(row) else "",
    )


def _is_none(row: DeclaredFigure) -> bool:
    """Nought of what happens in a period, said: nothing happened there."""
    happens = row.indicator.meaning == Indicator.Meaning.IN_PERIOD
    return row.kind == NUMBER and row.value == 0 and happens


def declared_under(
    unit: Unit, period: Period, *, on: dt.date | None = None, units: Units | None = None
) -> list[DeclaredFigure]:
    """What the unit and everything below it declared that the period can tell, by indicator and unit.

    For periods inside this one; and for such as share days with it without holding it, which are told with their
    own period and never added ("năm học 2025–2026" in a report of half a year). `units` spare asking again.
    """
    rows = DeclaredFigure.objects.in_force().told_in(period).select_related("indicator", "unit")
    if units is None:
        units = organisation.units_within(unit, on or day_of_tree(unit, period))
    found = rows.filter(unit__in=units)
    return list(found.order_by("indicator__code", "unit__code", "starts"))


def lies_in(row: DeclaredFigure, period: Period) -> bool:
    """Whether the row's own period lies inside this one."""
    return period.starts <= row.starts and row.ends <= period.ends


@dataclass(frozen=True)
class Told:
    """A declared figure as a report tells it: a row, or the sum of several rows of those below."""

    figure: Figure
    section: str
    source: str = ""
    is_own: bool = False
    is_absorbed: bool = False  # it has gone into a counted figure and is told there
    adds_up: bool = False  # what is said of one time and of another makes one number
    said: tuple[Saying, ...] = ()  # what it was added from, or the one that said it


def told_under(unit: Unit, period: Period, on: dt.date, rows: list[DeclaredFigure]) -> list[Told]:
    """What was declared, added up where it may be; what has gone into a counted figure is marked.

    A sum names in its note what each unit said; one that was refused leaves the rows apart, with the reason.
    """
    names = organisation.names_of({row.unit_id for row in rows}, on)
    _put_places_before(rows)
    told: list[Told] = []
    for code, group in groupby(rows, key=lambda row: row.indicator.code):
        mine = list(group)
        if code in catalogue():
            told += [
                replace(_told(row, names, unit), is_absorbed=row.indicator.addable or row.unit_id == unit.pk)
                for row in mine
            ]
            continue
        inside = [row for row in mine if lies_in(row, period)]
        apart = [row for row in mine if not lies_in(row, period)]
        told += [*_added_up(inside, names, unit, period, on), *(_told(row, names, unit) for row in apart)]
    return told


def _put_places_before(rows: list[DeclaredFigure]) -> None:
    """Each rank learns its place of a year before (`low`, as `Figure` keeps it); nothing is written."""
    ranks = {
        (row.unit_id, row.indicator.code, row.starts.year, row.starts.month): row
        for row in rows
        if row.kind == RANK
    }
    if not ranks:
        return
    earlier = DeclaredFigure.objects.in_force().filter(
        kind=RANK,
        unit__in={unit for unit, *_of in ranks},
        indicator__code__in={code for _unit, code, *_of in ranks},
    )
    for before in earlier.select_related("indicator"):
        row = ranks.get((before.unit_id, before.indicator.code, before.starts.year + 1, before.starts.month))
        if row is not None and (row.ends.year, row.ends.month) == (before.ends.year + 1, before.ends.month):
            row.low = before.numerator


def stated(told: Iterable[Told]) -> dict[tuple[str, str], Figure]:
    """(code, "") → what the asked unit says of what nobody counts, for the sentences that name it.

    Where the dossiers resolved are told with their parts, the share in time follows from them: of those *resolved*.
    """
    found = {
        (one.figure.code, ""): one.figure for one in told if one.is_own and one.figure.code not in catalogue()
    }
    resolved = found.get((RESOLVED, ""))
    if (
        resolved
        and (IN_TIME, "") not in found
        and (early := rules.resolved_in_time(resolved.parts)) is not None
    ):
        found[IN_TIME, ""] = replace(
            resolved, code=IN_TIME, kind=RATIO, numerator=early, denominator=resolved.value, parts=()
        )
    return found


def _told(row: DeclaredFigure, names: dict[int, str], unit: Unit, note: str = "") -> Told:
    made = as_figure(row, names.get(row.unit_id, row.unit.code))
    return Told(
        replace(made, note=note) if note else made,
        row.indicator.section,
        row.source,
        is_own=row.unit_id == unit.pk,
        adds_up=_adds_up(row.indicator),
        said=(Saying(row.unit.code, made.unit_name, row.period),),
    )


def _adds_up(indicator: Indicator) -> bool:
    return indicator.addable and not is_stock(indicator)


def _added_up(
    rows: list[DeclaredFigure], names: dict[int, str], unit: Unit, period: Period, on: dt.date
) -> list[Told]:
    if len(rows) < 2:
        return [_told(row, names, unit) for row in rows]
    indicator = rows[0].indicator
    match indicator.adds:
        case Indicator.Adds.LAST:
            newest = {row.unit_id: row for row in sorted(rows, key=lambda row: (row.ends, row.starts))}
            return [_told(row, names, unit) for row in newest.values()]
        case Indicator.Adds.LEAST:
            least = [row for row in rows if row.value is not None]
            return [_told(min(least, key=lambda row: row.value or 0), names, unit)] if least else []
        case Indicator.Adds.SUM | Indicator.Adds.PARTS:
            return _one_sum(rows, names, unit, period, on)
    return [_told(row, names, unit) for row in rows]


def _one_sum(
    rows: list[DeclaredFigure], names: dict[int, str], unit: Unit, period: Period, on: dt.date
) -> list[Told]:
    numbers = [row for row in rows if _amounts(row)]
    others = [_told(row, names, unit) for row in rows if not _amounts(row)]
    total = added(said_of(numbers, names, on), stock=is_stock(rows[0].indicator))
    by_key = {row.pk: row for row in numbers}
    if total.amounts is None:
        note = " ".join(total.why)
        return [*(_told(by_key[part.key], names, unit, note) for part in total.parts), *others]
    if len(total.parts) == 1:
        return [_told(by_key[total.parts[0].key], names, unit), *others]
    added_rows = [by_key[part.key] for part in total.parts]
    made = _sum_figure(total, added_rows, unit, period, on)
    said = tuple(
        Saying(row.unit.code, names.get(row.unit_id, row.unit.code), row.period) for row in added_rows
    )
    indicator = rows[0].indicator
    return [Told(made, indicator.section, is_own=True, adds_up=_adds_up(indicator), said=said), *others]


def _sum_figure(total: Sum, rows: list[DeclaredFigure], unit: Unit, period: Period, on: dt.date) -> Figure:
    """One figure of the asked unit; its address opens to what each unit said."""
    query = urlencode({"don-vi": unit.code, "ky": period.code, "chi-tieu": rows[0].indicator.code})
    amounts = total.amounts or ()
    made = replace(
        as_figure(rows[0], organisation.name_of(unit, on)),
        period=period,
        unit_code=unit.code,
        url=f"{reverse('figures:declared')}?{query}",
        precision=total.word,
        note="; ".join(part.shown for part in total.parts),
        added_from=len({row.unit_id for row in rows}),
        parts=_parts(rows),
        state=NONE if all(map(_is_none, rows)) else "",
        text="",
        basis=rows[0].basis,
    )
    if made.kind == NUMBER:
        return replace(made, value=amounts[0], exact=amounts[0] if total.word == EXACT else None)
    return replace(made, numerator=amounts[0], denominator=amounts[1])


def _parts(rows: list[DeclaredFigure]) -> tuple[tuple[str, Decimal], ...]:
    """The parts added name by name; none where some row does not tell them: a part of a sum would be too small."""
    if not all(row.parts for row in rows):
        return ()
    sums: dict[str, Decimal] = {}
    for row in rows:
        for name, number in row.parts:
            sums[name] = sums.get(name, Decimal(0)) + Decimal(number)
    return tuple(sums.items())


def is_stock(indicator: Indicator) -> bool:
    """Whether it says what is there, or has come together, by a day: later words replace earlier ones."""
    measure = catalogue().get(indicator.code)
    return (measure.meaning if measure else indicator.meaning) != IN_PERIOD


def _amounts(row: DeclaredFigure) -> tuple[Decimal, ...]:
    if row.kind == NUMBER and row.value is not None:
        return (row.value,)
    if row.kind in (RATIO, TARGET) and row.numerator is not None and row.denominator is not None:
        return (row.numerator, row.denominator)
    return ()


def said_of(rows: list[DeclaredFigure], names: dict[int, str], on: dt.date) -> list[Said]:
    """The rows as places to add, by the tree of the day: two queries."""
    ids = {row.unit_id for row in rows}
    paths = organisation.paths_of(ids, on)
    standing = Placement.objects.on(on).filter(unit__in=ids).values_list("unit_id", flat=True)
    gone = ids - set(standing)
    ends = Placement.objects.filter(unit__in=gone).values_list("unit_id").annotate(last=Max("ends"))
    ended = dict(ends) if gone else {}
    return [
        Said(
            row.pk,
            row.unit_id,
            names.get(row.unit_id, row.unit.code),
            paths.get(row.unit_id, f"?{row.unit_id}"),
            row.starts,
            row.ends,
            _amounts(row),
            row.precision,
            ended.get(row.unit_id),
        )
        for row in rows
    ]


def with_declared(
    code: str,
    *,
    unit: Unit,
    period: Period,
    on: dt.date | None = None,
    rows: Iterable[DeclaredFigure] | None = None,
    known: Known | None = None,
) -> Figure:
    """The counted figure, completed by declarations of units that have no records of their own.

    Where there are records they count and the note tells the difference; the two are never added. What the unit
    itself declared stands, with its precision word, where nothing at all is counted. Declarations that cannot be
    added leave the count as it is, and the note says why.
    """
    day = on or day_of_tree(unit, period)
    counted = figure(code, unit=unit, period=period, on=on, known=known)
    given = declared_under(unit, period, on=on) if rows is None else rows
    mine = [row for row in given if row.indicator.code == code and lies_in(row, period)]
    own = [row for row in mine if row.unit_id == unit.pk]
    if own and is_nothing(counted) and not any(_amounts(row) and row.kind == NUMBER for row in own):
        return replace(as_figure(own[-1], counted.unit_name), label=counted.label)
    numbers = [row for row in mine if row.kind == NUMBER and row.value is not None]
    if not numbers or counted.exact is None:
        return counted
    return _completed(counted, numbers, unit, period, on, day, known)


def _completed(
    counted: Figure,
    rows: list[DeclaredFigure],
    unit: Unit,
    period: Period,
    on: dt.date | None,
    day: dt.date,
    known: Known | None,
) -> Figure:
    by_key = {row.pk: row for row in rows}
    names = organisation.names_of({row.unit_id for row in rows}, day)

    def there(said: Said) -> Decimal:
        row = by_key[said.key]
        if row.unit_id == unit.pk and row.period == period:
            return counted.exact or Decimal(0)
        return figure(counted.code, unit=row.unit, period=row.period, on=on).exact or Decimal(0)

    said = said_of([row for row in rows if row.indicator.addable or row.unit_id == unit.pk], names, day)
    total, aside = completing(said, there, stock=is_stock(rows[0].indicator))
    notes = [
        f"{one.name}: bản ghi {show(number)}, khai báo {show(one.amounts[0])}"
        for one, number in aside
        if one.amounts[0] != number
    ]
    if total.why:
        return replace(counted, note="; ".join([*total.why, *notes]))
    more = total.amounts[0] if total.amounts else Decimal(0)
    if not more:
        return replace(counted, note="; ".join(notes))
    alone = by_key[total.parts[0].key] if len(total.parts) == 1 else None
    if alone and alone.unit_id == unit.pk:
        said_alone = replace(as_figure(alone, counted.unit_name), label=counted.label)
        return (
            said_alone
            if not counted.exact
            else replace(said_alone, note=f"bản ghi mới có {show(counted.exact)}")
        )
    notes.insert(0, f"gồm {show(more)} do đơn vị khai báo, chưa có bản ghi")
    whole = (counted.exact or Decimal(0)) + more
    words = [EXACT] if counted.exact else []
    made = replace(
        counted,
        exact=whole,
        value=whole,
        source=COUNTED if counted.exact else DECLARED,
        precision=rules.sum_word([*words, *(part.word for part in total.parts)]),
        note="; ".join(notes),
    )
    return _said_again(made, counted, known)


def _said_again(made: Figure, counted: Figure, known: Known | None) -> Figure:
    """The words of the count, where they are still true of the sum; else the sum to the last digit."""
    step = known.steps.get(counted.code) if known else None
    if made.precision != EXACT or step is None or made.exact is None or counted.value is None:
        return made
    if rules.is_still_true(counted.value, counted.precision, made.exact, step[0]):
        return replace(made, value=counted.value, precision=counted.precision)
    return made


def figures(
    codes: Iterable[str], *, unit: Unit, period: Period, on: dt.date | None = None, kept: Kept | None = None
) -> list[Figure]:
    """Several figures of one unit and period, in the order asked: what every page says of them.

    With what is `kept` of a large unit that day they are up to a moment old, and the page says as of when.
    """
    on = on or day_of_tree(unit, period)
    codes = list(codes)
    known = together.known(unit, on, period, [(code, None) for code in codes], kept=kept)
    rows = declared_under(unit, period, on=on, units=known.units)
    stated = {row.indicator.code for row in rows}
    return [
        with_declared(code, unit=unit, period=period, on=on, rows=rows, known=known)
        if code in stated
        else figure(code, unit=unit, period=period, on=on, known=known)
        for code in codes
    ]

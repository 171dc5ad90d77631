"""The overview as a workbook: a row for each unit below, sums and shares as formulas over its cells."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.figures.catalogue import catalogue
from lantoa.figures.figure import NONE, RATIO, Figure
from lantoa.figures.measure import Measure, Records, Share, Total
from lantoa.foundation.sheets import Sheet
from lantoa.statistics.queries import COLUMNS, Overview, Row


def workbook(found: Overview, title: str) -> Sheet:
    """One line a unit; a ratio takes three columns, the third a formula. What nobody recorded stays empty.

    At the foot only what may be added is: different persons are counted again by whoever opens the number.
    """
    heads, sums, shares = [_("Đơn vị")], set[int](), {}
    for label, code in ((str(label), code) for label, code in COLUMNS if code in catalogue()):
        measure, place = catalogue()[code], len(heads)
        if isinstance(measure.counts, Share):
            heads += [label, _("Trên tổng số"), _("Tỷ lệ: %s") % label]
            shares[place + 2] = (place, place + 1)
            added = [(place, measure.counts.numerator), (place + 1, measure.counts.denominator)]
        else:
            heads.append(label)
            added = [(place, code)]
        sums |= {place for place, part in added if is_added(catalogue().get(part))}
    return Sheet(title, heads, [_line(row) for row in found.rows], sums=sums, shares=shares)


def is_added(measure: Measure | None) -> bool:
    """Whether units may be added up: occurrences and amounts, never different persons."""
    return measure is not None and isinstance(measure.counts, Records | Total)


def _line(row: Row) -> list[str | Decimal | None]:
    line: list[str | Decimal | None] = [row.placement.name]
    for cell in row.cells:
        line += _numbers(cell.figure)
    return line


def _numbers(figure: Figure) -> list[Decimal | None]:
    """A nought stays empty unless it was recorded as none."""
    known = not figure.state or figure.state == NONE
    if figure.kind == RATIO:
        return [figure.numerator, figure.denominator, None] if known else [None, None, None]
    return [figure.exact if known else None]

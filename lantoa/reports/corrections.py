"""What has changed since an earlier report was issued: its paper stays, the next report tells the difference."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from lantoa.figures.catalogue import catalogue
from lantoa.figures.declared import declared_under
from lantoa.figures.figure import COUNTED, NUMBER, Figure
from lantoa.figures.measure import IN_PERIOD
from lantoa.foundation.dates import Period
from lantoa.foundation.numbers import show
from lantoa.foundation.text import lower_first
from lantoa.organisation.models import Unit
from lantoa.reports import queries
from lantoa.reports.content import content_from
from lantoa.reports.form import Form
from lantoa.reports.models import Report
from lantoa.reports.sentences import Line, Piece
from lantoa.reports.wording import CORRECTIONS


@dataclass(frozen=True)
class Change:
    """One number of an issued report, as it was signed (`said` as its annex prints it) and as it is counted now."""

    period: Period
    then: Decimal
    said: str
    now: Figure

    @property
    def more(self) -> Decimal:
        """How much has come since; below zero for what was struck out."""
        return (self.now.exact or Decimal(0)) - self.then


def since_issued(form: Form, unit: Unit, period: Period) -> list[Change]:
    """What has changed in the reports of this form issued on earlier periods of the same year, the earliest first."""
    new_year = dt.date(period.starts.year, 1, 1)
    issued = Report.objects.filter(
        unit=unit, form=form.code, status=Report.Status.ISSUED, starts__gte=new_year, ends__lte=period.starts
    )
    newest: dict[tuple[dt.date, dt.date], Report] = {}
    for report in issued.order_by("starts", "pk"):
        newest[report.starts, report.ends] = report
    return [change for report in newest.values() for change in changes_of(report, form)]


def changes_of(report: Report, form: Form) -> list[Change]:
    """Where the issued report's counted numbers are no longer what is counted; its own period, its own sentences."""
    content = content_from(report.frozen or {})
    named = {slot.code for slot in form.slots if slot.is_figure}
    said = {row.code: row.now.shown for row in content.annex}
    signed = {one.code: one.exact for one in content.figures if _is_comparable(one) and one.code in named}
    on = queries.day_of_tree(report.unit, report.period)
    rows = declared_under(report.unit, report.period, on=on)
    slots = [slot for slot in form.slots if slot.code in signed and not slot.split]
    now = queries.counted(slots, report.unit, report.period, on, rows)
    found = [
        Change(
            report.period,
            signed[code] or Decimal(0),
            said.get(code) or show(signed[code] or Decimal(0)),
            now[code, ""],
        )
        for code in signed
        if (code, "") in now
    ]
    return [change for change in found if change.more]


def _is_comparable(figure: Figure) -> bool:
    """What happened in the period and was counted: what is there on a day, or has come together, is told anew."""
    measure = catalogue().get(figure.code)
    is_number = figure.kind == NUMBER and figure.source == COUNTED and figure.exact is not None
    return is_number and measure is not None and measure.meaning == IN_PERIOD


def as_line(changes: Iterable[Change]) -> Line | None:
    """ "So với số đã báo cáo của 6 tháng đầu năm 2026: bổ sung 2 mô hình (mô hình đăng ký mới); giảm 1 …"."""
    by_period: dict[Period, list[Change]] = {}
    for change in changes:
        by_period.setdefault(change.period, []).append(change)
    pieces: list[Piece] = []
    for period, mine in by_period.items():
        pieces += [Piece(f"{' ' if pieces else ''}So với số đã báo cáo của {period.label}: "), *_told(mine)]
    return tuple(replace(piece, slot=str(CORRECTIONS)) for piece in pieces) or None


def _told(changes: list[Change]) -> Iterator[Piece]:
    for number, change in enumerate(changes):
        word = "bổ sung" if change.more > 0 else "giảm"
        yield Piece(f"{'; ' if number else ''}{word} ")
        yield Piece(
            f"{show(abs(change.more))} {change.now.unit_of_count}", change.now.url, change.now.how_counted
        )
        yield Piece(f" ({lower_first(change.now.label)})")
    yield Piece(".")

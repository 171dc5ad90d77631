"""Decisions about reports: names on paper, periods to compare with, what must be written. Values in, answers out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from django.utils.translation import gettext as _

from lantoa.documents.rules import archive_of as archive_of
from lantoa.documents.rules import committee_of as committee_of
from lantoa.documents.rules import joined as joined
from lantoa.documents.rules import paper_day as paper_day
from lantoa.documents.rules import place_of as place_of
from lantoa.documents.rules import who_signs as who_signs
from lantoa.foundation.approval import Steps, step
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.reports.words import FINAL, INTERIM, years_on

DRAFT, ISSUED = "draft", "issued"
ISSUE = "issue"
LIFE = Steps([step(ISSUE, frm=[DRAFT], to=ISSUED)])


def same_period_a_year_before(period: Period) -> Period | None:
    """What a period is compared with; None for one longer than a year, which has no "cùng kỳ"."""
    if period.ends > years_on(period.starts, 1):
        return None
    return Period(years_on(period.starts, -1), years_on(period.ends, -1))


# What people do was called otherwise before the programme of 13/7/2026; a report speaks in the words of its period.
NOW, THEN = "học tập, thực hành", "học tập và làm theo"


def in_the_words_of(text: str, programme: str) -> str:
    """The text as it was said while the programme bore that name."""
    return text.replace(NOW, THEN) if THEN in programme.lower() else text


def usual_periods(today: dt.date) -> list[Period]:
    """What people report on at this time of the year, the likeliest first: the year, its halves and quarters so far,
    this month and the one before."""
    last = today.replace(day=1) - dt.timedelta(days=1)
    months = [Period.months(day.year, day.month, 1) for day in (today, last)]
    year, before = Period.year(today.year), Period.year(today.year - 1)
    halves = [Period.months(today.year, month, 6) for month in (1, 7)]
    quarters = [Period.months(today.year, month, 3) for month in (1, 4, 7, 10)]
    begun = [period for period in (*halves, *quarters) if period.starts <= today]
    if today.month < 3:
        return [before, year, *begun, *months]
    usual = [halves[0], year, *begun[1:], before] if today.month < 8 else [year, *begun, before]
    return [*usual, *months]


READY_BY_MONTHS = {1: "month", 3: "quarter", 6: "half", 12: "year"}


def ready_outline_for(period: Period, occasion: str) -> str:
    """The code of the ready outline that fits what is reported; empty, the full one, where none does."""
    if occasion in (INTERIM, FINAL):
        return occasion
    for months, ready in READY_BY_MONTHS.items():
        if period == Period.months(period.starts.year, period.starts.month, months):
            return ready
    return ""


def since_stage(period: Period, began: dt.date) -> Period:
    """From the day the stage `began` to the end of the period; no later than the period's own beginning."""
    return Period(min(began, period.starts), period.ends)


def must_compose(may: bool, in_reach: bool) -> None:
    """Who composes has the right, for a unit within reach."""
    if not may or not in_reach:
        raise NotAllowed(_("Vai trò đang dùng không soạn báo cáo cho đơn vị này."))


def must_keep_outlines(may: bool, is_own_unit: bool) -> None:
    """An office keeps its own outlines; those from above are used as they are."""
    if not may or not is_own_unit:
        raise NotAllowed(
            _("Đề cương do đơn vị đã lập ra nó sửa. Lập đề cương riêng từ đề cương này thì được.")
        )


def must_issue(may: bool, in_reach: bool) -> None:
    """Who issues has the right, for a unit within reach."""
    if not may or not in_reach:
        raise NotAllowed(_("Vai trò đang dùng không ban hành báo cáo cho đơn vị này."))


def must_be_draft(status: str) -> None:
    """An issued report is not rewritten."""
    if status != DRAFT:
        raise Conflict(_("Báo cáo đã ban hành nên không sửa được nữa. Số đến sau được nêu ở báo cáo kỳ sau."))


def must_be_a_section(exists: bool) -> None:
    """Sentences stand in sections that the form has."""
    if not exists:
        raise BadInput(_("Báo cáo không có mục này. Mở lại trang soạn báo cáo để chọn mục."))


def must_have_its_figures(missing: Mapping[str, Sequence[str]]) -> None:
    """`missing` maps a heading to its places without a figure; a paper is not signed with holes."""
    if missing:
        told = "; ".join(f"{heading}: {', '.join(places)}" for heading, places in missing.items())
        raise BadInput(
            _(
                "Câu đã sửa còn chỗ chưa có số liệu: %(places)s. Sửa câu ấy hoặc ghi số liệu trước khi ban hành."
            )
            % {"places": told}
        )


def must_be_let_quoted(withdrawn: Mapping[str, Sequence[str]]) -> None:
    """`withdrawn` maps a heading to the heads quoted there who let it no longer; who signs decides first."""
    if withdrawn:
        told = "; ".join(f"{heading}: {', '.join(who)}" for heading, who in withdrawn.items())
        raise BadInput(
            _(
                "Còn lời đã thôi cho trích: %(places)s. Bỏ lời ấy khỏi câu hoặc xin lại ý kiến trước khi ban hành."
            )
            % {"places": told}
        )


def must_be_written(
    wanted: Mapping[str, str], texts: Mapping[str, str], told: Collection[str] = frozenset()
) -> None:
    """`wanted` maps the code of each section written by hand to its heading; none may be empty when signed.

    `told` are the sections in which sentences stand already.
    """
    empty = [
        heading for code, heading in wanted.items() if not texts.get(code, "").strip() and code not in told
    ]
    if empty:
        raise BadInput(
            _("Còn phần chưa viết: %(sections)s. Viết vào từng phần trước khi ban hành.")
            % {"sections": "; ".join(empty)}
        )

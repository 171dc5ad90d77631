"""Who has sent, met and planned, month by month; and the one page before a meeting."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.filters import asked_period, chosen
from lantoa.foundation.pages import paginate
from lantoa.foundation.panels import show_panel
from lantoa.foundation.sheets import KIND, wants_workbook
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.rounds import comparing, printing, xlsx
from lantoa.rounds.comparing import MEETINGS, PLANS, ROUNDS, Row, Year

KINDS = (
    (ROUNDS, gettext_lazy("Kỳ số liệu")),
    (MEETINGS, gettext_lazy("Sinh hoạt chi bộ")),
    (PLANS, gettext_lazy("Kế hoạch năm")),
)
# What the page of reminders calls the same.
LATE_BY_KIND = {ROUNDS: "so-lieu", MEETINGS: "buoi-hop", PLANS: "ke-hoach"}
ON_A_PHONE, ON_THE_OVERVIEW = 3, 10


def _asked(request: HttpRequest, only: str = "") -> Year:
    """The year of ?nam=, or of ?ky= as the overview names it."""
    period = asked_period(request)
    year = period.starts.year if period else asked_year(request)
    return comparing.year_of(asked_unit(request), year, request.actor, only)


def months(request: HttpRequest) -> HttpResponse:
    """Units × months, whoever lacks something first.

    `?khoi=` keeps to a block of units, `?chi=thieu` to those who lack something; `?xuat=xlsx` is the workbook.
    The overview fetches the first rows of it.
    """
    only = chosen(request, "xem", dict(KINDS))
    year = _asked(request, only)
    blocks = year.blocks
    block = chosen(request, "khoi", dict(blocks))
    year = year.of_block(block)
    name = organisation.name_of(year.unit, request.actor.on)
    if wants_workbook(request):
        return _workbook(year, name, dict(blocks).get(block, ""))
    if request.htmx:  # type: ignore[attr-defined]
        part = _shown(request, year, year.rows[:ON_THE_OVERVIEW])
        return show_panel(request, "rounds/months_part.html", part, title=_("Ai đã nộp, ai còn thiếu"))
    lacking = request.GET.get("chi") == "thieu"
    page = paginate(request, year.lacking if lacking else year.rows, per=40)
    context = {
        "unit_name": name,
        "page": page,
        "lacking": lacking,
        "years": range(request.actor.on.year + 1, request.actor.on.year - 6, -1),
        "kinds": KINDS,
        "asked": only,
        "blocks": blocks,
        "of_block": block,
        "at": clock.now(),
        **_shown(request, year, list(page), page.paginator.count),
    }
    context["asks"] += f"&xem={only}&khoi={block}"
    return render(request, "rounds/months.html", context)


def _shown(request: HttpRequest, year: Year, rows: list[Row], count: int | None = None) -> dict[str, Any]:
    """What the table itself needs; a phone shows the last months of those that are due."""
    last = year.month or request.actor.on.month
    recent = range(last - ON_A_PHONE + 1, last + 1)
    return {
        "year": year,
        "unit": year.unit,
        "here": reverse("rounds:months"),
        "asks": f"?don-vi={year.unit.code}&nam={year.year}",
        "rows": [(row, [(one, n not in recent) for n, one in enumerate(row.squares, 1)]) for row in rows],
        "shown": len(rows) if count is None else count,
        "months": [(n, n == year.month, n not in recent) for n in range(1, 13)],
        "late": LATE_BY_KIND.get(chosen(request, "xem", dict(KINDS)), ""),
        "lacking_at": ".".join(str(row.place.unit_id) for row in year.lacking),
        "may_urge": request.actor.may("messages.urge") and year.unit == request.actor.unit,
    }


def _workbook(year: Year, name: str, block: str) -> HttpResponse:
    """Of one block of the units, title and file say which."""
    title = _("%(unit)s: ai đã nộp, ai còn thiếu, năm %(year)s") % {"unit": name, "year": year.year}
    if block:
        title = _("%(title)s, khối %(block)s") % {"title": title, "block": block}
    file = "-".join(filter(None, ("theo-thang", year.unit.code, slugify(fold(block)), str(year.year))))
    answer = HttpResponse(xlsx.workbook(year, title), content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="{file}.xlsx"'
    return answer


def before_meeting(request: HttpRequest) -> HttpResponse:
    """One A4 page to print, the same figures as the overview at that moment."""
    unit = asked_unit(request)
    context = {
        "found": printing.before_meeting(unit, request.actor),
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "at": clock.now(),
        "today": request.actor.on,
    }
    return render(request, "rounds/before_meeting.html", context)

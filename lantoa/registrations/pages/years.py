"""Opening a year for many units at once, and seeing which of them have not registered."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.dates import read_year, show_date
from lantoa.foundation.fields import DayField, PlainForm, TextField, carry_out
from lantoa.foundation.menu import way
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.panels import show_panel
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.addresses import asked_unit
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Registration, RegistrationYear
from lantoa.registrations.queries import Turnout


class YearForm(PlainForm):
    """From when, until when, on what ground."""

    year = forms.TypedChoiceField(label=gettext_lazy("Năm đăng ký"), coerce=int)
    opens_on = DayField(
        label=gettext_lazy("Mở từ ngày"),
        help_text=gettext_lazy("Từ ngày này, đảng viên thấy việc đăng ký ở trang Việc cần làm."),
        error_messages={"required": gettext_lazy("Nhập ngày mở, ví dụ 01/12/2026.")},
    )
    deadline = DayField(
        label=gettext_lazy("Hạn đăng ký"),
        help_text=gettext_lazy("Gửi sau ngày này vẫn được nhận, ghi là gửi muộn."),
        error_messages={"required": gettext_lazy("Nhập hạn đăng ký, ví dụ 31/01/2027.")},
    )
    note = TextField(
        label=gettext_lazy("Căn cứ"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Số và ngày của kế hoạch, công văn."),
    )

    def __init__(self, on: dt.date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years: Any = self.fields["year"]
        years.choices = [(year, year) for year in (on.year + 1, on.year)]


def open_year(request: HttpRequest) -> HttpResponse:
    """One form for the whole sub-tree; opened before, it shows the days as they stand."""
    actor = request.actor
    rules.must_open_years(queries.may_open_years(actor))
    year = _year_to_open(request, actor.on)
    own = RegistrationYear.objects.filter(unit=actor.unit, year=year).first()
    usual = rules.deadline(year)
    start = {"year": year, "opens_on": actor.on, "deadline": usual if usual > actor.on else None}
    start |= {name: getattr(own, name) for name in ("opens_on", "deadline", "note")} if own else {}
    form = YearForm(actor.on, request.POST or None, initial=start)
    if request.method == "POST":
        done = carry_out(form, lambda **typed: actions.open_year(by=actor, **typed))
        if done:
            said = _("Đã mở đăng ký năm %(year)s, hạn %(day)s.") % {
                "year": done.year,
                "day": show_date(done.deadline),
            }
            return redirect_with(request, done if actor.may("registrations.view") else way("year"), said)
    context = {
        "form": form,
        "may_view": actor.may("registrations.view"),
        "unit_name": actor.name_of(actor.unit),
        "below": organisation.subtree(actor.unit, actor.on).filter(unit__level=Unit.Level.CELL).count(),
        "opened": RegistrationYear.objects.filter(unit=actor.unit).select_related("opened_by"),
    }
    return render(request, "registrations/open_year.html", context)


def _year_to_open(request: HttpRequest, on: dt.date) -> int:
    """The year that ?nam= names, if it may be opened; else the one that is registered for now."""
    usual = rules.year_to_register(on)
    year = read_year(request.GET.get("nam", ""), default=usual)
    return year if on.year <= year <= on.year + 1 else usual


def missing(request: HttpRequest) -> HttpResponse:
    """Which units below have members without a registration; names only for the cell's own secretary."""
    actor, unit = request.actor, asked_unit(request)
    calendar = queries.calendar_in(unit, actor)
    year = _year(request, calendar)
    if actor.unit == unit and unit.level == Unit.Level.CELL:
        return redirect(_list_of_names(year))
    rows = queries.turnout_of(unit, year, actor.on)
    late = [row for row in rows if row.missing]
    deadline = calendar.deadline(year)
    name = actor.name_of(unit)
    context = {
        "unit": unit,
        "unit_name": name,
        "above": _above(request, unit),
        "year": year,
        "years": sorted({*calendar.years, actor.on.year, actor.on.year - 1, year}, reverse=True),
        "deadline": deadline,
        "rows": rows,
        "late": late,
        "done": sum(row.done for row in rows),
        "members": sum(row.members for row in rows),
        "reminder": _reminder(late, year, deadline),
        "may_open": queries.may_open_years(actor),
    }
    return render(request, "registrations/missing.html", context)


def _list_of_names(year: int) -> str:
    return f"{reverse('registrations:index')}?nam={year}&loc=chua-dang-ky"


def _year(request: HttpRequest, calendar: rules.Calendar) -> int:
    return read_year(request.GET.get("nam", ""), default=calendar.years[0])


def _above(request: HttpRequest, unit: Unit) -> Any:
    """The unit one came down from, if it lies within reach."""
    if unit == request.actor.unit:
        return None
    line = organisation.ancestors(unit, request.actor.on)
    return line[-1] if line else None


def _reminder(late: list[Turnout], year: int, deadline: dt.date | None) -> str:
    """Words for the group of the secretaries: units and numbers, never persons."""
    if not late:
        return ""
    lines = [
        _("Đăng ký học tập, thực hành năm %(year)s%(until)s.")
        % {"year": year, "until": rules.until(deadline)},
        _("Các đơn vị còn đảng viên chưa đăng ký:"),
        *(
            _("- %(unit)s: đã đăng ký %(done)s/%(all)s")
            % {"unit": row.name, "done": row.done, "all": row.members}
            for row in late
        ),
        _("Đề nghị cấp ủy các đơn vị nhắc, giúp đảng viên đăng ký. Mỗi bản viết khoảng 5 phút."),
    ]
    return "\n".join(lines)


SILENT_SHOWN = 7


def silent(request: HttpRequest) -> HttpResponse:
    """Whose work of this year has had no line for ninety days, in the actor's own unit: beside what is to be done."""
    actor = request.actor
    since = rules.silent_since(actor.on)
    papers = actor.in_own_unit(Registration.objects.in_year(actor.on.year).filter(person__isnull=False))
    found = papers.visible_to(actor).without_progress_since(since)
    shown = list(found.for_lists().order_by("person__sort_key", "pk")[: SILENT_SHOWN + 1])
    more = found.count() - SILENT_SHOWN if len(shown) > SILENT_SHOWN else 0
    context = {"rows": shown[:SILENT_SHOWN], "more": more}
    return show_panel(
        request, "registrations/silent.html", context, title=_("Đăng ký nhưng chưa ghi kết quả")
    )

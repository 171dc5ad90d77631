"""Opening a round: choose a form, its figures, its units and its deadline; look at it as a unit will see it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period, next_month
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.messages.rules import reminder_days
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.rounds import actions, choosing, compose, queries, rules
from lantoa.rounds.library import READY
from lantoa.rounds.models import Round

MONTHS_BACK, DAYS_TO_ANSWER = 12, 7
LOOK = "xem"


def periods_offered(today: dt.date) -> list[Period]:
    """Months, quarters, halves and years that a round may be opened for, the latest that is over first."""
    this = next_month(today, 0)
    months = [next_month(this, -n) for n in range(1, MONTHS_BACK + 1)]
    found = [Period.months(day.year, day.month, 1) for day in months]
    found.append(Period.months(this.year, this.month, 1))
    found += [Period.months(y, m, 3) for y in (today.year, today.year - 1) for m in (10, 7, 4, 1)]
    found += [Period.months(y, m, 6) for y in (today.year, today.year - 1) for m in (7, 1)]
    found += [Period.year(y) for y in (today.year, today.year - 1)]
    return [one for one in dict.fromkeys(found) if one.starts <= today]


class RoundForm(PlainForm):
    """What is asked, of whom, by when."""

    title = TextField(
        label=gettext_lazy("Tên kỳ số liệu"),
        required=False,
        help_text=gettext_lazy("Để trống thì ghi theo kỳ, ví dụ “Số liệu tháng 10/2026”."),
    )
    period = forms.ChoiceField(label=gettext_lazy("Số liệu của kỳ"))
    due_on = DayField(label=gettext_lazy("Hạn gửi"))
    lowest = forms.ChoiceField(label=gettext_lazy("Các đơn vị gửi số"), widget=forms.RadioSelect)
    figures = forms.MultipleChoiceField(
        label=gettext_lazy("Chỉ tiêu"), required=False, widget=forms.CheckboxSelectMultiple
    )
    prose = TextField(
        label=gettext_lazy("Ô ghi bằng lời"),
        required=False,
        rows=4,
        max_length=4000,
        help_text=gettext_lazy("Mỗi dòng một ô; đơn vị ghi được cả lời lẫn số, ví dụ “15/15 (đạt 100%)”."),
    )
    outlier_percent = NumberField(
        label=gettext_lazy("Hỏi lại khi một số khác kỳ trước của chính đơn vị quá"), whole=True, most=1000
    )
    note = TextField(label=gettext_lazy("Lời dặn"), required=False, rows=2, max_length=2000)

    def __init__(self, *args: Any, actor: Actor, groups: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = periods_offered(actor.on)
        self.fields["period"].choices = [(one.code, one.label.capitalize()) for one in offered]
        self.fields["figures"].choices = groups
        names = dict(Unit.Level.choices)
        below = rules.levels_below(actor.unit.level) if actor.unit else []
        kept = set(_levels_below(actor))
        choices = [
            (level, _("đến cấp %(level)s") % {"level": names[level]}) for level in below if level in kept
        ]
        self.fields["lowest"].choices = capitalised(choices)

    def clean_prose(self) -> list[str]:
        """The headings, one a line."""
        return [line.strip() for line in self.cleaned_data["prose"].splitlines() if line.strip()]


def _levels_below(actor: Actor) -> list[str]:
    if actor.unit is None:
        return []
    below = organisation.subtree(actor.unit, actor.on).exclude(unit=actor.unit)
    return list(below.order_by().values_list("unit__level", flat=True).distinct())


def choose(request: HttpRequest) -> HttpResponse:
    """Which form to begin with: a ready one, that of an earlier round, an empty one."""
    actor = request.actor
    rules.must_open_for_own(actor.unit is not None)
    context = {
        "ready": READY,
        "earlier": choosing.earlier_rounds(actor.unit)[: choosing.MOST_EARLIER],
        "unit_name": actor.name_of(actor.unit),
    }
    return render(request, "rounds/choose.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """The form is filled from what was chosen; "Xem trước" shows it as a unit will see it, and writes nothing."""
    actor = request.actor
    rules.must_open_for_own(actor.unit is not None)
    groups = choosing.offered(actor.unit, actor.on)
    form = RoundForm(request.POST or None, actor=actor, groups=groups, initial=_initial(request))
    looks = request.POST.get("viec") == LOOK
    if not looks and (found := carry_out(form, lambda **typed: _open(actor, **typed))):
        said = _("Đã mở kỳ số liệu, hỏi %(n)s đơn vị, hạn %(day)s.")
        asked = found.answers.exclude(unit=found.unit).count()
        return redirect_with(request, found, said % {"n": asked, "day": f"{found.due_on:%d/%m/%Y}"})
    context = {
        "form": form,
        "groups": _groups(form, groups),
        "look": _look(form, actor) if looks and form.is_valid() else None,
        "reminders": _reminders(form),
    }
    return render(request, "rounds/new.html", context)


def _initial(request: HttpRequest) -> dict[str, Any]:
    actor = request.actor
    chosen = choosing.begun(request.GET.get("bieu", ""), choosing.earlier_rounds(actor.unit))
    kept = _levels_below(actor)
    levels = [level for level in rules.levels_below(actor.unit.level) if level in kept]
    return {
        "period": _usual_period(chosen.months, actor.on).code,
        "due_on": actor.on + dt.timedelta(days=DAYS_TO_ANSWER),
        "lowest": "grassroots" if "grassroots" in levels else next(iter(levels), ""),
        "figures": list(chosen.codes),
        "prose": "\n".join(chosen.prose),
        "outlier_percent": 50,
    }


def _usual_period(months: int, on: dt.date) -> Period:
    """The first offered of so many months; the first of all where none has so many."""
    offered = periods_offered(on)
    return next((one for one in offered if choosing.months_in(one) == months), offered[0])


def _open(actor: Actor, **typed: Any) -> Round:
    period = Period.parse(typed.pop("period"))
    title = typed.pop("title") or _("Số liệu %(period)s") % {"period": period.label}
    typed["outlier_percent"] = typed["outlier_percent"] or 0
    return actions.open_round(by=actor, period=period, title=title, **typed)


def _groups(form: RoundForm, groups: list[Any]) -> list[dict[str, Any]]:
    """The figures by field, each with whether it is ticked."""
    ticked = set(form["figures"].value() or [])
    return [
        {
            "label": label,
            "choices": [(code, name, code in ticked) for code, name in choices],
            "n": sum(code in ticked for code, _name in choices),
        }
        for label, choices in groups
    ]


def _look(form: RoundForm, actor: Actor) -> dict[str, Any] | None:
    """The form as the first of the lowest units will see it."""
    typed = form.cleaned_data
    place = queries.lowest_of(actor.unit, typed["lowest"], actor.on)
    if place is None:
        return None
    items = choosing.items_of(typed["figures"], typed["prose"], actor.unit, actor.on)
    period = Period.parse(typed["period"])
    sheet = compose.blank_sheet(items, place.unit, period, actor.on)
    return {"place": place, "sheet": sheet, "period": period}


def _reminders(form: RoundForm) -> list[dt.date]:
    """The days on which people will be reminded, if the deadline can be read."""
    bound = form.is_bound and form.is_valid() and form.cleaned_data["due_on"]
    due = bound or form.initial.get("due_on")
    return sorted(reminder_days(due).values()) if isinstance(due, dt.date) else []


def _mine(request: HttpRequest, pk: int) -> Round:
    return get_object_or_404(Round.objects.visible_to(request.actor).select_related("unit"), pk=pk)


@posts_only
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """No more answers."""
    found = actions.close_round(_mine(request, pk), by=request.actor)
    return redirect_with(request, found, _("Đã đóng kỳ số liệu. Số đã gửi giữ nguyên."))


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """It was opened by mistake."""
    actions.withdraw_round(_mine(request, pk), by=request.actor, reason=request.POST.get("reason", ""))
    return redirect_with(request, "rounds:index", _("Đã rút lại kỳ số liệu."))

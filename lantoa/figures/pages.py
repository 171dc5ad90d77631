"""What stands behind a number: its records, its way of counting, its declaration."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures import actions
from lantoa.figures.catalogue import catalogue, fields_of_work
from lantoa.figures.counting import day_of_tree, figure, figures, records_of, units_having
from lantoa.figures.declared import as_figure, declared_under
from lantoa.figures.measure import Measure, Share, UnitsWith
from lantoa.figures.models import DeclaredFigure, Indicator, Stage
from lantoa.figures.rules import stage_of
from lantoa.figures.words import EXACT, PRECISION_WORDS
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import chosen, period_choices
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import heads_the_tree
from lantoa.people.addresses import asked_unit


def asked_period(request: HttpRequest) -> Period:
    """The period named in the address, or the current year."""
    text = request.GET.get("ky", "")
    return Period.parse(text) if text else Period.year(request.actor.on.year)


def index(request: HttpRequest) -> HttpResponse:
    """The numbers of one field of work: its value for a unit and a period, and how each is counted."""
    unit, period = asked_unit(request), asked_period(request)
    fields = fields_of_work()
    asked = chosen(request, "nhom", fields) or next(iter(fields))
    codes = [measure.code for measure in catalogue().values() if measure.room == asked]
    context = {
        "fields": fields.items(),
        "asked": asked,
        "heading": fields[asked],
        "figures": figures(codes, unit=unit, period=period),
        "unit": unit,
        "units": organisation.children(unit, request.actor.on) if request.actor.reaches(unit) else [],
        "above": _above(request, unit),
        "period": period,
        "periods": period_choices(request, request.actor.on),
        "unit_name": organisation.name_of(unit, day_of_tree(unit, period)),
    }
    return render(request, "figures/index.html", context)


def _above(request: HttpRequest, unit: Unit) -> Placement | None:
    """The unit above, where the reader's reach goes so far."""
    line = organisation.ancestors(unit, request.actor.on)
    return line[-1] if line and request.actor.reaches(line[-1].unit) else None


def records(request: HttpRequest, code: str) -> HttpResponse:
    """The list behind one number. What the reader may not open is counted, not named."""
    measure = catalogue().get(code)
    if measure is None:
        raise Http404
    unit, period = asked_unit(request), asked_period(request)
    split = _asked_split(request, measure)
    context: dict[str, Any] = {
        "measure": measure,
        "figure": figure(code, unit=unit, period=period, split=split),
        "unit": unit,
        "period": period,
        "unit_name": organisation.name_of(unit, day_of_tree(unit, period)),
        "split": split and measure.splits[split[0]].parts[split[1]][0],
    }
    match measure.counts:
        case Share(numerator, denominator):
            context["parts"] = [figure(c, unit=unit, period=period) for c in (numerator, denominator)]
        case UnitsWith():
            context["units"] = sorted(
                units_having(measure, unit, period), key=lambda row: (not row[1], row[0].path)
            )
        case _:
            context |= _rows(request, measure, unit, period, split)
    return render(request, "figures/records.html", context)


def _asked_split(request: HttpRequest, measure: Measure) -> tuple[str, str] | None:
    name, _colon, part = request.GET.get("tach", "").partition(":")
    if not name:
        return None
    if name not in measure.splits or part not in measure.splits[name].parts:
        raise Http404
    return name, part


def _rows(
    request: HttpRequest, measure: Measure, unit: Unit, period: Period, split: tuple[str, str] | None
) -> dict[str, Any]:
    found = records_of(measure, unit, period, split=split).order_by("pk")
    total = found.count()
    seen = found.filter(pk__in=found.model.objects.visible_to(request.actor).values("pk"))
    page = paginate(request, seen.select_related(*_related(measure, found.model)))
    names = organisation.names_of([_value(row, f"{measure.of_unit}_id") for row in page], period.last_day)
    rows = [
        {
            "thing": row,
            "url": row.get_absolute_url() if hasattr(row, "get_absolute_url") else "",
            "unit": names.get(_value(row, f"{measure.of_unit}_id"), ""),
            "cells": [_value(row, path) for path, _heading in measure.columns],
        }
        for row in page
    ]
    return {"page": page, "rows": rows, "total": total, "hidden": total - page.paginator.count}


def _related(measure: Measure, model: type[Model]) -> list[str]:
    """The foreign keys that the columns walk through, so that a page of the list is one query."""
    names = {path.split("__")[0] for path, _heading in measure.columns}
    keys = {f.name for f in model._meta.fields if f.is_relation}
    return sorted(names & keys)


def _value(thing: Any, path: str) -> Any:
    """Follow "task__registration_id" through attributes; choices come as their words, methods are called."""
    for step in path.split("__"):
        if thing is None:
            return ""
        words = getattr(thing, f"get_{step}_display", None)
        thing = words() if words else getattr(thing, step)
        if callable(thing) and not hasattr(thing, "all"):
            thing = thing()
    return "" if thing is None else thing


def declared(request: HttpRequest) -> HttpResponse:
    """What the unit and those below it declared, by whom, from what source."""
    unit, period = asked_unit(request), asked_period(request)
    rows = declared_under(unit, period)
    names = organisation.names_of({row.unit_id for row in rows}, period.last_day)
    for row in rows:
        row.unit_name = names.get(row.unit_id, row.unit.code)
        row.figure = as_figure(row, row.unit_name)
    context = {"rows": rows, "unit": unit, "period": period}
    context["may_declare"] = request.actor.may("figures.declare")
    context["unit_name"] = organisation.name_of(unit, period.last_day)
    return render(request, "figures/declared.html", context)


class DeclareForm(PlainForm):
    """One declared figure. Numbers are typed the Vietnamese way and read with care."""

    indicator = forms.ModelChoiceField(
        Indicator.objects.all(), label=gettext_lazy("Chỉ tiêu"), empty_label=None
    )
    starts = DayField(label=gettext_lazy("Từ ngày"))
    ends = DayField(label=gettext_lazy("Đến hết ngày"))
    kind = forms.ChoiceField(choices=DeclaredFigure.Kind.choices, label=gettext_lazy("Loại số"))
    precision = forms.ChoiceField(
        choices=[(w, w) for w in PRECISION_WORDS], label=gettext_lazy("Mức chính xác"), initial=EXACT
    )
    value = NumberField(label=gettext_lazy("Giá trị"), required=False)
    numerator = NumberField(label=gettext_lazy("Tử số"), required=False)
    denominator = NumberField(label=gettext_lazy("Mẫu số"), required=False)
    low = NumberField(label=gettext_lazy("Thấp nhất"), required=False)
    high = NumberField(label=gettext_lazy("Cao nhất"), required=False)
    text = TextField(label=gettext_lazy("Bằng lời hoặc số hiệu"), required=False, max_length=300)
    basis = TextField(
        label=gettext_lazy("Tỷ lệ tính trên"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: số hồ sơ đã giải quyết."),
    )
    source = TextField(label=gettext_lazy("Nguồn"), required=False, max_length=300)


def declare(request: HttpRequest) -> HttpResponse:
    """Declare one figure of the actor's unit."""
    unit = asked_unit(request)
    year = Period.year(request.actor.on.year)
    initial = {"starts": year.starts, "ends": year.last_day}
    form = DeclareForm(request.POST or None, initial=initial)
    if row := carry_out(form, lambda **typed: _declare(typed, unit, request)):
        to = f"{request.path.removesuffix('khai/')}?don-vi={unit.code}&ky={row.period.code}"
        return redirect_with(request, to, _("Đã lưu số khai báo."))
    context = {"form": form, "unit": unit, "unit_name": organisation.name_of(unit, request.actor.on)}
    return render(request, "figures/declare.html", context)


class StageForm(PlainForm):
    """A stage by its first and last day."""

    name = TextField(
        label=gettext_lazy("Tên giai đoạn"),
        max_length=120,
        help_text=gettext_lazy("Ví dụ: Nhiệm kỳ 2025–2030."),
    )
    starts = DayField(label=gettext_lazy("Từ ngày"))
    last_day = DayField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Bỏ trống nếu chưa biết ngày cuối."),
    )


def stages(request: HttpRequest) -> HttpResponse:
    """From which days "lũy kế" counts; who acts for the whole tree adds one."""
    form = StageForm(request.POST or None)
    may = request.actor.may("figures.stages") and heads_the_tree(request.actor)
    if request.method == "POST":
        kept = carry_out(form, lambda **typed: actions.keep_stage(by=request.actor, **typed))
        if kept:
            return redirect_with(
                request, "figures:stages", _("Đã đặt giai đoạn “%(name)s”.") % {"name": kept}
            )
    context = {
        "stages": Stage.objects.all(),
        "form": form,
        "may_keep": may,
        "usual": stage_of(request.actor.on),
    }
    return render(request, "figures/stages.html", context)


@posts_only
def stage_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a stage back."""
    stage = get_object_or_404(Stage, pk=pk)
    actions.drop_stage(stage, by=request.actor)
    return redirect_with(request, "figures:stages", _("Đã bỏ giai đoạn “%(name)s”.") % {"name": stage})


def _declare(typed: dict[str, Any], unit: Unit, request: HttpRequest) -> DeclaredFigure:
    typed = dict(typed)
    starts, last = typed.pop("starts"), typed.pop("ends")
    period = Period.parse(f"{starts.isoformat()}..{last.isoformat()}")
    return actions.declare(typed.pop("indicator"), unit=unit, period=period, by=request.actor, **typed)

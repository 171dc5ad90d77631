"""What units declare: the list, choosing an indicator, and the form that shows the boxes of its kind only."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures import actions
from lantoa.figures.as_of import AsOf, asked_as_of
from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import address_of
from lantoa.figures.declared import as_figure, declared_under, told_under, with_declared
from lantoa.figures.figure import Figure
from lantoa.figures.models import DeclaredFigure, Indicator, Kind, Nothing
from lantoa.figures.pages.reading import asked_period
from lantoa.figures.words import EXACT, PRECISION_WORDS
from lantoa.foundation import numbers
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_key, chosen, period_choices
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.addresses import asked_unit

MOST_POINTS = 30


def declared(request: HttpRequest) -> HttpResponse:
    """What the unit and those below it declared, by whom, from what source."""
    unit, period = asked_unit(request), asked_period(request)
    as_of = asked_as_of(request, unit, period)
    rows = declared_under(unit, as_of.period, on=as_of.on)
    codes = {row.indicator.code: row.indicator.label for row in rows}
    asked = chosen(request, "chi-tieu", codes)
    if asked:
        rows = [row for row in rows if row.indicator.code == asked]
    names = organisation.names_of({row.unit_id for row in rows}, as_of.on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, row.unit.code)
        row.figure = as_figure(row, row.unit_name)
    context = {"rows": rows, "unit": unit, "period": period, "asked": asked, "heading": codes.get(asked, "")}
    context["sum"] = _sum_of(asked, unit, as_of, rows) if asked else None
    context["as_of"] = as_of
    context["periods"] = period_choices(request, request.actor.on)
    context["may_declare"] = request.actor.may("figures.declare")
    context["unit_name"] = organisation.name_of(unit, as_of.on)
    return render(request, "figures/declared.html", context)


def _sum_of(code: str, unit: Unit, as_of: AsOf, rows: list[DeclaredFigure]) -> Figure | None:
    """What the rows make together, where they make one figure; else one of them, whose note says why not."""
    if code in catalogue():
        return with_declared(code, unit=unit, period=as_of.period, on=as_of.on, rows=rows)
    told = told_under(unit, as_of.period, as_of.on, rows)
    figures = [one.figure for one in told]
    return next((one for one in figures if one.added_from or one.note), None)


class PartsField(forms.CharField):
    """Lines of "tên: số" as [name, number as text]."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(
                f"{name}: {numbers.show(Decimal(number)) if number else ''}" for name, number in value
            )
        return value

    def to_python(self, value: Any) -> list[list[str]]:
        text = super().to_python(value) or ""
        lines = [line for line in text.splitlines() if line.strip(" :")]
        if len(lines) > MOST_POINTS:
            raise forms.ValidationError(_("Nhiều nhất %(most)s dòng.") % {"most": MOST_POINTS})
        return [self._read(line) for line in lines]

    def _read(self, line: str) -> list[str]:
        name, colon, number = line.rpartition(":")
        if not colon or not name.strip():
            raise forms.ValidationError(
                _("Dòng “%(line)s”: viết tên, dấu hai chấm, rồi số; ví dụ “xây mới: 9”.")
                % {"line": line[:60]}
            )
        if not number.strip():
            return [name.strip()[:120], ""]
        try:
            return [name.strip()[:120], str(numbers.read(number.strip()))]
        except BadInput as bad:
            raise forms.ValidationError(str(bad)) from None


# The boxes of each kind, in the order in which they are asked, with the words of this kind.
BOXES: dict[str, dict[str, Any]] = {
    Kind.NUMBER: {"value": gettext_lazy("Số")},
    Kind.PERCENT: {"value": gettext_lazy("Tỷ lệ %"), "basis": gettext_lazy("Tỷ lệ tính trên")},
    Kind.RATIO: {"numerator": gettext_lazy("Tử số"), "denominator": gettext_lazy("Mẫu số")},
    Kind.RANGE: {"low": gettext_lazy("Thấp nhất"), "high": gettext_lazy("Cao nhất")},
    Kind.CHANGE: {"low": gettext_lazy("Trước"), "high": gettext_lazy("Sau")},
    Kind.TARGET: {"denominator": gettext_lazy("Chỉ tiêu"), "numerator": gettext_lazy("Kết quả đến nay")},
    Kind.RANK: {"numerator": gettext_lazy("Thứ hạng"), "denominator": gettext_lazy("Trong số")},
    Kind.SERIES: {"parts": gettext_lazy("Các số, mỗi dòng một mốc")},
    Kind.TEXT: {"text": gettext_lazy("Nội dung")},
    Kind.IDENTIFIER: {"text": gettext_lazy("Số hiệu")},
}
NUMBERS = ("value", "numerator", "denominator", "low", "high")
OPTIONAL = {(Kind.TARGET, "numerator"), (Kind.PERCENT, "basis")}
WITH_A_WORD = {Kind.NUMBER, Kind.PERCENT, Kind.RATIO, Kind.RANGE}


class DeclareForm(PlainForm):
    """One declared figure of one indicator: numbers are typed the Vietnamese way and read with care."""

    starts = DayField(label=gettext_lazy("Từ ngày"))
    ends = DayField(label=gettext_lazy("Đến hết ngày"))

    def __init__(self, indicator: Indicator, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = indicator.kind
        for name, label in BOXES[kind].items():
            self.fields[name] = _box(name, label, required=(kind, name) not in OPTIONAL)
        if kind == Kind.NUMBER and indicator.parts:
            self.fields["parts"] = PartsField(
                label=gettext_lazy("Trong đó"),
                required=False,
                initial=[[part, ""] for part in indicator.parts],
                help_text=indicator.get_division_display(),
            )
        if kind in WITH_A_WORD:
            self.fields["precision"] = forms.ChoiceField(
                choices=[(word, word) for word in PRECISION_WORDS],
                label=gettext_lazy("Mức chính xác"),
                initial=EXACT,
            )
        self.fields["source"] = TextField(label=gettext_lazy("Nguồn"), required=False, max_length=300)

    def clean_parts(self) -> list[list[str]]:
        """The lines that bear a number: the names of the parts stand there before anything is typed."""
        return [part for part in self.cleaned_data.get("parts") or [] if part[1]]


def _box(name: str, label: Any, *, required: bool) -> forms.Field:
    if name in NUMBERS:
        return NumberField(label=label, required=required)
    if name == "parts":
        return PartsField(
            label=label,
            required=required,
            help_text=gettext_lazy("Ví dụ: năm 2024: 12, xuống dòng, năm 2025: 14."),
        )
    hint = gettext_lazy("Ví dụ: số hồ sơ đã giải quyết.") if name == "basis" else ""
    return TextField(
        label=label, required=required, max_length=200 if name == "basis" else 300, help_text=hint
    )


def declare(request: HttpRequest) -> HttpResponse:
    """Choose what to declare, then say it in the boxes of its kind."""
    unit = asked_unit(request)
    offered = Indicator.objects.holding_for(unit, request.actor.on).asked()
    asked = asked_key(request.GET.get("chi-tieu"))
    context = {"unit": unit, "unit_name": request.actor.name_of(unit)}
    if asked is None:
        mine = [one for one in offered.by_name() if _is_for(one, unit, request.actor.role)]
        said = {row.indicator_id for row in declared_under(unit, Period.year(request.actor.on.year))}
        rows = [{"indicator": one, "is_said": one.pk in said} for one in mine]
        context |= {
            "rows": rows,
            "others": len(offered) - len(mine),
            "may_keep": request.actor.may("figures.indicators"),
        }
        return render(request, "figures/choose.html", context)
    indicator = get_object_or_404(offered, pk=asked)
    year = Period.year(request.actor.on.year)
    form = DeclareForm(
        indicator, request.POST or None, initial={"starts": year.starts, "ends": year.last_day}
    )
    if row := carry_out(form, lambda **typed: _declare(indicator, typed, unit, request)):
        to = f"{request.path.removesuffix('khai/')}?don-vi={unit.code}&ky={row.period.code}"
        return redirect_with(request, to, _("Đã lưu số khai báo."))
    return render(request, "figures/declare.html", context | {"form": form, "indicator": indicator})


def _is_for(indicator: Indicator, unit: Unit, role: str) -> bool:
    return (not indicator.level or indicator.level == unit.level) and indicator.role in ("", role)


def _declare(indicator: Indicator, typed: dict[str, Any], unit: Unit, request: HttpRequest) -> DeclaredFigure:
    typed = dict(typed)
    starts, last = typed.pop("starts"), typed.pop("ends")
    period = Period.parse(f"{starts.isoformat()}..{last.isoformat()}")
    return actions.declare(
        indicator, unit=unit, period=period, kind=indicator.kind, by=request.actor, **typed
    )


@posts_only
def say_nothing(request: HttpRequest, code: str) -> HttpResponse:
    """Of this number nothing happened in the unit and the period of the address."""
    if code not in catalogue():
        raise Http404
    unit, period = asked_unit(request), asked_period(request)
    actions.say_nothing(code, unit=unit, period=period, by=request.actor)
    return redirect_with(request, address_of(code, unit, period), _("Đã ghi: không phát sinh."))


@posts_only
def take_back_nothing(request: HttpRequest, pk: int) -> HttpResponse:
    """It is unknown again."""
    said = get_object_or_404(request.actor.in_reach(Nothing.objects.select_related("unit")), pk=pk)
    to = address_of(said.code, said.unit, Period(said.starts, said.ends))
    actions.take_back_nothing(said, by=request.actor)
    return redirect_with(request, to, _("Đã rút lại."))

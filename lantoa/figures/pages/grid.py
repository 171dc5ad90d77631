"""Many figures declared at once: many indicators of one unit, or one indicator of many units, typed or pasted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures import actions, pasting
from lantoa.figures.cells import MONEY, Cell, read_cell
from lantoa.figures.declared import as_figure
from lantoa.figures.models import DeclaredFigure, Indicator, Kind
from lantoa.figures.pages.reading import asked_period
from lantoa.foundation.dates import Period
from lantoa.foundation.fields import PlainForm, TextField, carry_out, read_typed
from lantoa.foundation.filters import asked_key, period_choices
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.tables import read_text
from lantoa.foundation.tables.columns import plain
from lantoa.organisation import queries as organisation
from lantoa.organisation.finding import Finder, told_apart
from lantoa.organisation.models import Placement, Unit

MOST_ROWS = 250
EXAMPLES = {
    Kind.NUMBER: gettext_lazy("12; trên 20"),
    Kind.PERCENT: "98,06",
    Kind.RATIO: "12/15",
    Kind.RANGE: "50–83",
    Kind.CHANGE: gettext_lazy("từ 12 xuống 3"),
    Kind.TARGET: "21/30",
    Kind.RANK: "34/63",
    Kind.SERIES: gettext_lazy("năm 2024: 12; năm 2025: 14"),
}


@dataclass(frozen=True)
class Line:
    """One row: what it is called, and the unit and indicator that its box speaks of."""

    name: str
    hint: str
    unit: Unit
    indicator: Indicator

    @property
    def box(self) -> str:
        """The name of its box."""
        return f"o-{self.unit.pk}-{self.indicator.pk}"

    @property
    def example(self) -> Any:
        """How a cell of its kind is written; of a number with parts, with these."""
        if self.indicator.kind == Kind.NUMBER and self.indicator.parts:
            return _whole(self.indicator.parts)
        if self.indicator.kind == Kind.NUMBER and self.indicator.unit_of_count == MONEY:
            return _("1,5 tỷ; trên 300 triệu")
        return EXAMPLES.get(Kind(self.indicator.kind), "")


def _whole(parts: list[str]) -> str:
    """An example in which the parts make the whole: "9 (4 xây mới, 5 sửa chữa)"."""
    told = [f"{n} {part}" for n, part in enumerate(parts, start=4)]
    return f"{sum(range(4, 4 + len(parts)))} ({', '.join(told)})"


class CellField(TextField):
    """One cell; gives a Cell, None when it is empty."""

    def __init__(self, line: Line, **kwargs: Any) -> None:
        super().__init__(label=line.name, required=False, max_length=400, **kwargs)
        self.indicator = line.indicator
        self.widget.attrs.update({"autocomplete": "off"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return read_typed(
            lambda typed: read_cell(typed, self.indicator.kind, self.indicator.unit_of_count), text
        )


class PastedField(forms.CharField):
    """A table; gives a Grid, None when nothing was pasted."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return read_typed(read_text, text) if text.strip() else None


class GridForm(PlainForm):
    """A box a line, what is pasted over them, and one source for all."""

    text = PastedField(
        label=gettext_lazy("Dán bảng vào đây"),
        required=False,
        strip=False,
        max_length=400_000,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false", "wrap": "off"}),
        help_text=gettext_lazy(
            "Trong Excel, chọn cột tên và cột số, bấm Ctrl+C, rồi Ctrl+V vào ô này và bấm “Đọc bảng”."
        ),
    )
    style = forms.ChoiceField(
        label=gettext_lazy("Số trong bảng viết"),
        required=False,
        choices=[("vi", gettext_lazy("1.234,5")), ("en", gettext_lazy("1,234.5 (kiểu Anh)"))],
    )
    source = TextField(label=gettext_lazy("Nguồn"), required=False, max_length=300)

    def __init__(self, lines: Iterable[Line], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            self.fields[line.box] = CellField(line)

    def clean_text(self) -> Any:
        """The table, unless it has been looked at before: it is not read again over what was mended since."""
        read, asks = self.cleaned_data["text"], self.data.get("viec") == "doc"
        if asks and read is None:
            raise forms.ValidationError(_("Chưa có gì để đọc. Dán bảng vào ô."))
        is_known = _digest(self.data.get("text", "")) == self.data.get("da-doc")
        return None if is_known and not asks else read

    @property
    def rows(self) -> list[tuple[Line, Any]]:
        """Each line with its box."""
        return [(line, self[line.box]) for line in self.lines]

    def changed(self) -> list[actions.AtCell]:
        """The cells in which something else stands than was declared."""
        found = []
        for line in self.lines:
            if line.box not in self.data:  # the line came into the grid after the form was opened
                continue
            typed = " ".join(self.data[line.box].split())
            if typed != (self.initial.get(line.box) or ""):
                cell: Cell | None = self.cleaned_data[line.box]
                found.append(actions.AtCell(line.box, line.indicator, line.unit, cell))
        return found


def grid(request: HttpRequest, code: str) -> HttpResponse:
    """What the unit declares of a period in one table; with an indicator named, what each unit below says of it."""
    unit = get_object_or_404(request.actor.in_reach(Unit.objects.all(), of_unit="pk"), code=code)
    period = asked_period(request)
    offered = _offered(unit, request)
    asked = asked_key(request.GET.get("chi-tieu"))
    indicator = next((one for one in offered if one.pk == asked), None)
    places, is_cut = _places(unit, indicator, request) if indicator else ([], False)
    lines = _lines_of_units(places, indicator) if indicator else _lines_of_indicators(unit, offered)
    context = {
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "period": period,
        "periods": period_choices(request, request.actor.on),
        "offered": offered,
        "indicator": indicator,
        "is_cut": is_cut,
        "most": MOST_ROWS,
        "may_keep": request.actor.may("figures.indicators"),
    }
    form = GridForm(lines, request.POST or None, initial=_standing(lines, period))
    context["read"] = request.POST.get("da-doc", "")
    if pasted := _read_pasted(form, _rows(lines, indicator, request)):
        form = pasted.form
        context |= {"pasted": pasted, "read": _digest(form.data.get("text", ""))}
    elif carry_out(form, lambda **typed: _save(form, typed, period, request)):
        query = f"?don-vi={unit.code}&ky={period.code}" + (f"&chi-tieu={indicator.code}" if indicator else "")
        return redirect_with(request, reverse("figures:declared") + query, _said(len(form.changed())))
    return render(request, "figures/grid.html", context | {"form": form})


def _offered(unit: Unit, request: HttpRequest) -> list[Indicator]:
    """What is asked of the unit and of the role that is used."""
    held = Indicator.objects.holding_for(unit, request.actor.on).asked()
    return held.filter(role__in=("", request.actor.role)).by_name()


def _places(unit: Unit, indicator: Indicator, request: HttpRequest) -> tuple[list[Placement], bool]:
    """The unit and those directly below it; where a level declares, all of that level. True when they are too many."""
    on = request.actor.on
    if indicator.level:
        of_level = organisation.subtree(unit, on).filter(unit__level=indicator.level)
        rows = list(of_level.select_related("unit")[: MOST_ROWS + 1])
    else:
        here = organisation.subtree(unit, on).filter(unit=unit).select_related("unit")
        rows = [*here, *organisation.children_by_name(unit, on)]
    return (rows, False) if len(rows) <= MOST_ROWS else ([], True)


def _lines_of_units(places: list[Placement], indicator: Indicator) -> list[Line]:
    return [Line(place.name, "", place.unit, indicator) for place in places]


def _lines_of_indicators(unit: Unit, offered: list[Indicator]) -> list[Line]:
    mine = [one for one in offered if not one.level or one.level == unit.level]
    return [Line(one.label, one.unit_of_count, unit, one) for one in mine]


def _standing(lines: list[Line], period: Period) -> dict[str, str]:
    """box → what is declared there of this very period."""
    ids = {line.unit.pk for line in lines}, {line.indicator.pk for line in lines}
    found = DeclaredFigure.objects.in_force().filter(starts=period.starts, ends=period.ends)
    rows = found.filter(unit__in=ids[0], indicator__in=ids[1]).select_related("indicator", "unit")
    return {f"o-{row.unit_id}-{row.indicator_id}": as_figure(row, "").show(with_unit=False) for row in rows}


def _rows(lines: list[Line], indicator: Indicator | None, request: HttpRequest) -> pasting.Rows:
    """The rows of the grid as a pasted table may name them."""
    if indicator is None:
        names = {plain(line.name): line.box for line in lines}
        return pasting.Rows(
            lambda text: [names[plain(text)]] if plain(text) in names else [],
            lambda keys: [],
            ("chi tieu", "noi dung", "ten chi tieu", "noi dung chi tieu"),
        )
    ids = [line.unit.pk for line in lines]
    finder = Finder(Placement.objects.on(request.actor.on).filter(unit__in=ids), request.actor.on)
    boxes = {line.unit.pk: line.box for line in lines}
    known = {boxes[one.unit_id]: one for one in finder.known}
    return pasting.Rows(
        lambda text: [boxes[one.unit_id] for one in finder.find(text)],
        lambda keys: told_apart(known[key] for key in keys),
        ("don vi", "ten don vi", "ten chi bo", "ten dang bo", "to chuc dang", "ten to chuc dang"),
        (plain(indicator.label),),
    )


@dataclass
class Read:
    """A table read into the boxes: how many it filled, which lines it could not, and the form they stand in."""

    n: int
    wrong: list[str]
    form: GridForm


def _read_pasted(form: GridForm, rows: pasting.Rows) -> Read | None:
    """The table laid over the boxes, to be looked at; None when there is none, or it has been looked at."""
    table = form.is_bound and not form.errors.get("text") and form.cleaned_data.get("text")
    if not table:
        return None
    pasted = pasting.lay_over(table, rows, english=form.cleaned_data.get("style") == "en")
    filled = form.data.copy()
    for box, said in pasted.said.items():
        filled[box] = said
    return Read(len(pasted.said), pasted.wrong, GridForm(form.lines, filled, initial=form.initial))


def _digest(text: str) -> str:
    """So that a table that was read and looked at is not read again over what was mended since."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:16]


def _save(form: GridForm, typed: dict[str, Any], period: Period, request: HttpRequest) -> int:
    return actions.declare_many(form.changed(), period=period, by=request.actor, source=typed["source"])


def _said(n: int) -> str:
    return _("Đã lưu %(n)s số.") % {"n": n} if n else _("Không có ô nào thay đổi.")

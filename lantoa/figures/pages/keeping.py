"""Which indicators a unit keeps, which ready ones it switches on, and how its numbers are said."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures import actions
from lantoa.figures.catalogue import catalogue, fields_of_work
from lantoa.figures.library import LIBRARY
from lantoa.figures.measure import Records, Share, Total, UnitsWith
from lantoa.figures.models import Indicator, Kind, Rounding
from lantoa.figures.sections import SECTIONS
from lantoa.figures.words import CHOSEN_WORDS
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import NumberField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.addresses import asked_unit
from lantoa.people.roles import ROLES

MAY = "figures.indicators"
DECLARERS = ("secretary", "committee", "officer")
MOST_PARTS = 12


def index(request: HttpRequest) -> HttpResponse:
    """What this unit declares: what it keeps, what comes from above, what is ready to be switched on."""
    unit = asked_unit(request)
    held = Indicator.objects.holding_for(unit, request.actor.on).select_related("unit").by_name()
    own = [one for one in held if one.unit_id == unit.pk]
    above = [one for one in held if one.unit_id != unit.pk and not one.stopped_on]
    on = {one.code for one in held if not one.stopped_on}
    names = organisation.names_of({one.unit_id for one in above}, request.actor.on)
    ready = [one for one in LIBRARY if one.code not in on]
    context = {
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "own": own,
        "above": [{"indicator": one, "keeper": names.get(one.unit_id, "")} for one in above],
        "groups": [(group, list(rows)) for group, rows in groupby(ready, key=lambda one: one.group)],
        "may_keep": request.actor.may(MAY),
        "counted": CountBesidesForm(sorted(on)),
    }
    return render(request, "figures/indicators.html", context)


class LinesField(forms.CharField):
    """Names, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        lines = [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]
        if len(lines) > MOST_PARTS or any(len(line) > 120 for line in lines):
            raise forms.ValidationError(
                _("Nhiều nhất %(most)s phần, mỗi phần không quá 120 chữ.") % {"most": MOST_PARTS}
            )
        if any(":" in line for line in lines):
            raise forms.ValidationError(_("Tên của phần không có dấu hai chấm."))
        return lines


class IndicatorForm(PlainForm):
    """An indicator in the words of the office."""

    label = TextField(
        label=gettext_lazy("Tên chỉ tiêu"),
        max_length=250,
        help_text=gettext_lazy("Như sẽ đọc trong báo cáo. Ví dụ: Hộ hiến đất làm đường."),
    )
    unit_of_count = TextField(
        label=gettext_lazy("Đơn vị tính"), max_length=60, help_text=gettext_lazy("Ví dụ: hộ, m², đồng, %.")
    )
    kind = forms.ChoiceField(label=gettext_lazy("Loại số"), choices=capitalised(Kind.choices))
    meaning = forms.ChoiceField(
        label=gettext_lazy("Số này là số"), choices=capitalised(Indicator.Meaning.choices)
    )
    adds = forms.ChoiceField(label=gettext_lazy("Cách cộng lên"), choices=capitalised(Indicator.Adds.choices))
    parts = LinesField(
        label=gettext_lazy("Chia thành các phần"),
        required=False,
        help_text=gettext_lazy(
            "Mỗi dòng một phần, ví dụ: xây mới, rồi dòng sau: sửa chữa. Không chia thì bỏ trống."
        ),
    )
    division = forms.ChoiceField(
        label=gettext_lazy("Các phần ấy"), choices=capitalised(Indicator.Division.choices)
    )
    section = forms.ChoiceField(
        label=gettext_lazy("Nêu ở mục nào của báo cáo"), choices=list(SECTIONS.items())
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Cấp nào khai"),
        required=False,
        choices=[
            ("", gettext_lazy("Mọi đơn vị")),
            *capitalised([one for one in Unit.Level.choices if one[0]]),
        ],
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Ai khai"),
        required=False,
        choices=[
            ("", gettext_lazy("Ai được khai số liệu")),
            *((code, ROLES[code].name) for code in DECLARERS),
        ],
    )
    movement = TextField(
        label=gettext_lazy("Của phong trào"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("Ký hiệu hoặc tên gọi tắt của phong trào, nếu chỉ tiêu đo phong trào ấy."),
    )
    how_counted = TextField(
        label=gettext_lazy("Đếm thế nào"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Đếm gì, không đếm gì, để mọi đơn vị hiểu như nhau."),
    )


def new(request: HttpRequest) -> HttpResponse:
    """An indicator that nobody has ready."""
    unit = asked_unit(request)
    form = IndicatorForm(request.POST or None, initial={"adds": "sum", "section": "duty"})
    if kept := carry_out(form, lambda **typed: actions.keep_indicator(unit=unit, by=request.actor, **typed)):
        return _back(request, unit, _("Đã đặt chỉ tiêu “%(label)s”.") % {"label": kept})
    return _form(request, form, unit, _("Thêm chỉ tiêu"), edits=False)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The same indicator in other words."""
    indicator = get_object_or_404(request.actor.in_reach(Indicator.objects.all()), pk=pk)
    form = IndicatorForm(
        request.POST or None, initial={name: getattr(indicator, name) for name in IndicatorForm.base_fields}
    )

    def keep(**typed: Any) -> Indicator:
        return actions.keep_indicator(unit=indicator.unit, by=request.actor, indicator=indicator, **typed)

    if kept := carry_out(form, keep):
        return _back(request, indicator.unit, _("Đã sửa chỉ tiêu “%(label)s”.") % {"label": kept})
    return _form(request, form, indicator.unit, _("Sửa chỉ tiêu"), edits=True)


def _form(request: HttpRequest, form: PlainForm, unit: Unit, heading: str, *, edits: bool) -> HttpResponse:
    context = {"form": form, "unit": unit, "heading": heading, "edits": edits}
    context["unit_name"] = request.actor.name_of(unit)
    return render(request, "figures/indicator_form.html", context)


def _back(request: HttpRequest, unit: Unit, said: str) -> HttpResponse:
    return redirect_with(request, f"{reverse('figures:indicators')}?don-vi={unit.code}", said)


@posts_only
def switch_on(request: HttpRequest, code: str) -> HttpResponse:
    """Take a ready indicator."""
    unit = asked_unit(request)
    if code not in {one.code for one in LIBRARY}:
        raise Http404
    kept = actions.switch_on(code, unit=unit, by=request.actor)
    return _back(request, unit, _("Đã bật “%(label)s”.") % {"label": kept})


class CountBesidesForm(PlainForm):
    """Which counted number may also be declared."""

    measure = forms.ChoiceField(label=gettext_lazy("Con số đang đếm"))

    def __init__(self, taken: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = _measures(set(taken), (Records, Total, Share, UnitsWith))


def _measures(taken: set[str], counts: tuple[type, ...]) -> list[Any]:
    """The measures of the house by field of work, as a box offers them."""
    rooms = fields_of_work()
    offered: dict[str, list[tuple[str, Any]]] = {}
    for one in catalogue().values():
        if one.code not in taken and isinstance(one.counts, counts):
            offered.setdefault(str(rooms.get(one.room, one.room)), []).append((one.code, one.label))
    return list(offered.items())


@posts_only
def count_besides(request: HttpRequest) -> HttpResponse:
    """Let units declare what is counted, where they keep no records."""
    unit = asked_unit(request)
    form = CountBesidesForm([], request.POST)
    if kept := carry_out(form, lambda measure: actions.count_besides(measure, unit=unit, by=request.actor)):
        return _back(request, unit, _("Đã cho khai “%(label)s” nơi chưa có bản ghi.") % {"label": kept})
    return _back(request, unit, _("Chọn một con số trong danh sách."))


@posts_only
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """It is asked for no longer."""
    indicator = get_object_or_404(request.actor.in_reach(Indicator.objects.all()), pk=pk)
    actions.stop_indicator(indicator, by=request.actor)
    return _back(request, indicator.unit, _("Đã thôi khai “%(label)s”.") % {"label": indicator})


@posts_only
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """It is asked for again."""
    indicator = get_object_or_404(request.actor.in_reach(Indicator.objects.all()), pk=pk)
    actions.resume_indicator(indicator, by=request.actor)
    return _back(request, indicator.unit, _("Đã khai lại “%(label)s”.") % {"label": indicator})


class RoundingForm(PlainForm):
    """To which step a number is said, and with which word."""

    code = forms.ChoiceField(label=gettext_lazy("Con số"))
    step = NumberField(
        label=gettext_lazy("Làm tròn đến"),
        least=0,
        help_text=gettext_lazy(
            "Ví dụ: 50 thì 553 thành “trên 550”; 1.000.000.000 thì 2.953.000.000 thành “gần 3 tỷ”."
        ),
    )
    word = forms.ChoiceField(
        label=gettext_lazy("Từ đi kèm"),
        required=False,
        choices=[("", gettext_lazy("Tự chọn từ đúng")), *((word, word) for word in CHOSEN_WORDS)],
        help_text=gettext_lazy(
            "Từ nào làm câu sai thì không dùng: số lớn hơn số làm tròn thì không nói “gần”."
        ),
    )

    def __init__(self, declared: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = _measures(set(), (object,))
        if declared:
            offered.append((_("Chỉ tiêu khai báo"), declared))
        self.fields["code"].choices = offered


def saying(request: HttpRequest) -> HttpResponse:
    """How the unit says its numbers in sentences; tables always give the last digit."""
    unit = asked_unit(request)
    held = Indicator.objects.holding_for(unit, request.actor.on).filter(kind=Kind.NUMBER)
    declared = {one.code: one.label for one in held if one.code not in catalogue()}
    form = RoundingForm(
        list(declared.items()), request.POST or None, initial={"code": request.GET.get("so", "")}
    )
    if carry_out(form, lambda code, **typed: actions.say_rounded(code, unit=unit, by=request.actor, **typed)):
        return redirect_with(request, f"{request.path}?don-vi={unit.code}", _("Đã chọn cách nêu số."))
    names = {code: str(one.label) for code, one in catalogue().items()} | declared
    rows = [
        {"rounding": one, "label": names.get(one.code, one.code)}
        for one in Rounding.objects.filter(unit=unit).order_by("code")
    ]
    context = {"rows": rows, "form": form, "unit": unit, "may_keep": request.actor.may(MAY)}
    context["unit_name"] = request.actor.name_of(unit)
    return render(request, "figures/saying.html", context)


@posts_only
def say_exactly(request: HttpRequest, pk: int) -> HttpResponse:
    """Say it to the last digit again."""
    rounding = get_object_or_404(request.actor.in_reach(Rounding.objects.select_related("unit")), pk=pk)
    actions.say_exactly(rounding, by=request.actor)
    to = f"{reverse('figures:saying')}?don-vi={rounding.unit.code}"
    return redirect_with(request, to, _("Từ nay nêu đúng số đếm được."))

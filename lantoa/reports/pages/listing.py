"""The reports in reach, and the beginning of a new one."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import DayField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import paginate
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import SUBTREE, Actor
from lantoa.reports import actions, queries, rules
from lantoa.reports.models import Report


class BeginForm(PlainForm):
    """Which unit, which period. Two days typed below go before the period chosen above."""

    occasion = forms.ChoiceField(
        label=gettext_lazy("Báo cáo"), choices=capitalised(Report.Occasion.choices), required=False
    )
    subject = TextField(
        label=gettext_lazy("Thực hiện văn bản, phong trào nào"),
        help_text=gettext_lazy("Ví dụ: Kết luận số 01-KL/TW. Để trống thì báo cáo về cả chương trình."),
        max_length=300,
        required=False,
    )
    outline = forms.ChoiceField(
        label=gettext_lazy("Đề cương"),
        help_text=gettext_lazy(
            "Theo kỳ báo cáo: kỳ là tháng, quý, 6 tháng, năm thì lấy đề cương tháng, quý, 6 tháng, năm; sơ kết, tổng "
            "kết thì lấy đề cương sơ kết, tổng kết; kỳ khác lấy đề cương đầy đủ. Đổi lại được ở trang soạn."
        ),
        required=False,
    )
    unit = forms.CharField(label=gettext_lazy("Đơn vị"), widget=forms.Select, max_length=60)
    period = forms.CharField(label=gettext_lazy("Kỳ báo cáo"), widget=forms.Select, max_length=40)
    first = DayField(label=gettext_lazy("Từ ngày"), required=False)
    last = DayField(label=gettext_lazy("Đến hết ngày"), required=False)

    def __init__(
        self,
        *args: Any,
        units: list[tuple[str, str]],
        outlines: list[tuple[str, str]],
        today: dt.date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outline"].choices = [(queries.BY_PERIOD, _("Theo kỳ báo cáo")), *outlines]
        self.fields["unit"].widget.choices = units
        self.fields["period"].widget.choices = capitalised(
            [(p.code, p.label) for p in rules.usual_periods(today)]
        )
        self._say_what_fits(rules.usual_periods(today))

    def _say_what_fits(self, periods: list[Period]) -> None:
        """For the script that tells, beside the first choice, which outline it means."""
        means = {
            f"{occasion}|{period.code}": queries.outline_fitting(period, occasion)[1]
            for period in periods
            for occasion in ("", *Report.Occasion.values)
        }
        self.fields["outline"].widget.attrs["data-means"] = json.dumps(means, ensure_ascii=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if bool(first) != bool(last):
            self.add_error("last" if first else "first", _("Nhập cả ngày đầu và ngày cuối của kỳ."))
        try:
            typed["of"] = Period.parse(f"{first}..{last}" if first and last else typed.get("period", ""))
        except BadInput as wrong:
            self.add_error("last" if first and last else "period", str(wrong))
        return typed


def index(request: HttpRequest) -> HttpResponse:
    """The reports of the units in reach, last touched first."""
    first = {"unit": request.GET.get("don-vi", ""), "period": request.GET.get("ky", "")}
    return _page(request, _form(request, initial={k: v for k, v in first.items() if v}))


@posts_only
def begin(request: HttpRequest) -> HttpResponse:
    """Open the draft of this report, or make it."""
    form = _form(request, request.POST)

    def open_or_make(
        unit: str, of: Period, occasion: str, subject: str, outline: str, **_typed: Any
    ) -> Report:
        reached = request.actor.in_reach(Unit.objects.all(), of_unit="pk")
        return actions.begin(
            unit=get_object_or_404(reached, code=unit),
            period=of,
            occasion=occasion,
            subject=subject,
            outline=outline,
            by=request.actor,
            at=clock.now(),
        )

    if report := carry_out(form, open_or_make):
        return redirect("reports:compose", report.pk)
    return _page(request, form)


def _form(request: HttpRequest, *args: Any, initial: dict[str, str] | None = None) -> BeginForm:
    actor, asked = request.actor, initial or {}
    return BeginForm(
        *args,
        units=choosable_units(actor, asked.get("unit", "")),
        outlines=queries.outline_choices(actor),
        today=actor.on,
        initial=_usual(actor.on) | asked,
    )


def _usual(today: dt.date) -> dict[str, str]:
    return {"period": rules.usual_periods(today)[0].code, "outline": queries.BY_PERIOD}


def choosable_units(actor: Actor, asked: str) -> list[tuple[str, str]]:
    """The actor's own unit, those directly below it, and the one an address asks for if it is in reach."""
    if actor.unit is None:
        return []
    found = [(actor.unit.code, actor.name_of(actor.unit))]
    if actor.reach == SUBTREE:
        found += [
            (place.unit.code, place.name) for place in organisation.children_by_name(actor.unit, actor.on)
        ]
    if asked and asked not in dict(found):
        unit = actor.in_reach(Unit.objects.filter(code=asked), of_unit="pk").first()
        if unit is None:
            raise Http404
        found.append((unit.code, actor.name_of(unit)))
    return found


def _page(request: HttpRequest, form: BeginForm) -> HttpResponse:
    page = paginate(request, queries.reports_for(request.actor))
    names = organisation.names_of([report.unit_id for report in page], request.actor.on)
    context = {
        "page": page,
        "rows": [(report, names.get(report.unit_id, "")) for report in page],
        "form": form,
        "may_compose": request.actor.may("reports.compose"),
    }
    return render(request, "reports/index.html", context, status=400 if form.errors else 200)

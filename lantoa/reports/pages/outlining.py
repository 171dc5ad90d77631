"""Outlines: those that come with the house, an office's own, those given from above; who has filled one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.reports import actions, outlines, queries, rules
from lantoa.reports.forms import form_called
from lantoa.reports.models import Outline

STANDARD = "interim"


class OutlineForm(PlainForm):
    """A name, the headings, and whether those below use it, and which rows its annex has."""

    name = TextField(label=gettext_lazy("Tên đề cương"), max_length=200)
    headings = TextField(
        label=gettext_lazy("Các mục, mỗi dòng một mục"),
        help_text=gettext_lazy(
            "Mục nhỏ bắt đầu bằng “- ”. Máy tự đánh số. Mục mang tên chuẩn thì tự có số liệu; đặt tên khác thì ghi "
            "tên chuẩn sau dấu |; gợi ý cho người viết ghi sau dấu | thứ hai."
        ),
        rows=18,
        max_length=10_000,
    )
    given_below = forms.BooleanField(label=gettext_lazy("Giao cho mọi đơn vị bên dưới dùng"), required=False)
    every_row = forms.BooleanField(
        label=gettext_lazy("Phụ lục in cả những chỉ tiêu chưa ghi"), required=False
    )


def index(request: HttpRequest) -> HttpResponse:
    """Every outline the actor may compose by."""
    found = Outline.objects.visible_to(request.actor).select_related("unit")
    kept = sorted(found, key=lambda one: title_key(one.name))
    rows = organisation.with_unit_names(kept, request.actor.on)
    context = {
        "own": [one for one in rows if one.unit == request.actor.unit],
        "above": [one for one in rows if one.unit != request.actor.unit and not one.stopped_on],
        "ready": [(code, ready.label) for code, ready in outlines.READY.items()],
    }
    return render(request, "reports/outlines.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """Write an outline, from an empty sheet or from one that is there."""
    form = OutlineForm(request.POST or None, initial={"headings": _from(request)})

    def keep(**typed: Any) -> Outline:
        return actions.keep_outline(unit=request.actor.unit, by=request.actor, at=clock.now(), **typed)

    return _written(request, form, carry_out(form, keep), None)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Write it otherwise."""
    outline = _load(request, pk)
    if outline.unit != request.actor.unit or outline.stopped_on:
        return redirect("reports:outline", outline.pk)
    first = {
        "name": outline.name,
        "headings": outlines.typed(outline.headings, form_called(STANDARD)),
        "given_below": outline.given_below,
        "every_row": outline.every_row,
    }
    form = OutlineForm(request.POST or None, initial=first)

    def keep(**typed: Any) -> Outline:
        return actions.keep_outline(
            outline=outline, unit=outline.unit, by=request.actor, at=clock.now(), **typed
        )

    return _written(request, form, carry_out(form, keep), outline)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Its headings as a report has them, and who below has filled it in a period."""
    outline = _load(request, pk)
    periods = rules.usual_periods(request.actor.on)
    period = _asked_period(request, periods[0])
    is_own = outline.unit == request.actor.unit
    context = {
        "outline": outline,
        "unit_name": organisation.name_of(outline.unit, request.actor.on),
        "sections": outlines.outlined(form_called(STANDARD), outline.headings).sections,
        "is_own": is_own,
        "periods": periods,
        "period": period,
        "filled": queries.filled_below(outline, period, request.actor)
        if is_own and outline.given_below
        else [],
    }
    return render(request, "reports/outline_show.html", context)


@posts_only
def lay_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody begins by it any more."""
    outline = _load(request, pk)
    actions.lay_outline_aside(outline, by=request.actor)
    message = _("Đã thôi dùng “%(name)s”. Báo cáo đã soạn theo đề cương này giữ nguyên.") % {"name": outline}
    return redirect_with(request, "reports:outlines", message)


def _load(request: HttpRequest, pk: int) -> Outline:
    return get_object_or_404(Outline.objects.visible_to(request.actor).select_related("unit"), pk=pk)


def _asked_period(request: HttpRequest, default: Period) -> Period:
    try:
        return Period.parse(request.GET["ky"])
    except (BadInput, KeyError):
        return default


def _from(request: HttpRequest) -> str:
    """The headings of the outline that the address names, to begin with."""
    asked, form = request.GET.get("tu", ""), form_called(STANDARD)
    if asked in outlines.READY:
        return outlines.READY[asked].text
    outline = Outline.objects.visible_to(request.actor).filter(pk=asked_key(asked) or 0).first()
    if outline:
        return outlines.typed(outline.headings, form)
    return "\n".join(f"{outlines.MARK if one.level == 2 else ''}{one.title}" for one in form.sections)


def _written(
    request: HttpRequest, form: OutlineForm, kept: Outline | None, outline: Outline | None
) -> HttpResponse:
    if kept:
        return redirect_with(
            request, "reports:outline", _("Đã lưu đề cương “%(name)s”.") % {"name": kept}, kept.pk
        )
    context = {"form": form, "outline": outline, "parts": outlines.parts_of(form_called(STANDARD))}
    return render(request, "reports/outline_edit.html", context, status=400 if form.errors else 200)

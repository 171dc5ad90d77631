"""What a person sees and presses: the list, one reading, entering and correcting it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit
from lantoa.readings import actions
from lantoa.readings.exchange import READINGS
from lantoa.readings.models import Reading


class ReadingForm(PlainForm):
    """A story or a quotation, and where it stands."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"), choices=Reading.Kind.choices, widget=forms.RadioSelect
    )
    title = TextField(label=gettext_lazy("Tên, hoặc câu đầu"), max_length=300)
    source = TextField(
        label=gettext_lazy("Nguồn"),
        max_length=300,
        help_text=gettext_lazy("Sách, báo, tác giả, nhà xuất bản, năm."),
    )
    page = TextField(label=gettext_lazy("Trang"), max_length=40, required=False)
    text = TextField(label=gettext_lazy("Nội dung"), max_length=20_000, rows=8, required=False)
    lesson = TextField(label=gettext_lazy("Bài học rút ra"), max_length=500, rows=2, required=False)


def index(request: HttpRequest) -> HttpResponse:
    """What there is to tell: the unit's own, and that of every level above it."""
    actor = request.actor
    found = Reading.objects.visible_to(actor)
    if wants_workbook(request):
        return READINGS.answer(found, by=actor, unit=asked_unit(request))
    page = paginate(request, sorted(found.defer("text"), key=lambda one: (title_key(one.title), one.pk)))
    names = organisation.names_of({one.unit_id for one in page}, actor.on)
    for one in page:
        one.entered_by = names.get(one.unit_id, "")
    context = {"page": page, "may_edit": actor.may("readings.edit")}
    return render(request, "readings/index.html", context)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One reading; rooms above say beside it where it was told."""
    one = _seen(request, pk)
    context = {
        "one": one,
        "entered_by": organisation.name_of(one.unit, request.actor.on),
        "may_edit": request.actor.may("readings.edit") and request.actor.reaches(one.unit),
    }
    return render(request, "readings/show.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """Enter one for the actor's unit and all below it."""
    unit = asked_unit(request)
    form = ReadingForm(request.POST or None, initial={"kind": Reading.Kind.STORY})
    if one := carry_out(form, lambda **typed: actions.enter(unit=unit, by=request.actor, **typed)):
        return redirect_with(request, one, _("Đã nhập tư liệu."))
    return render(request, "readings/form.html", {"form": form})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct it."""
    one = _seen(request, pk)
    actions.must_keep(request.actor, one.unit)
    initial: dict[str, Any] = {name: getattr(one, name) for name in ReadingForm.base_fields}
    form = ReadingForm(request.POST or None, initial=initial)
    if carry_out(form, lambda **typed: actions.correct(one, by=request.actor, **typed)):
        return redirect_with(request, one, _("Đã sửa tư liệu."))
    return render(request, "readings/form.html", {"form": form, "one": one})


@posts_only
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it out."""
    actions.remove(_seen(request, pk), by=request.actor)
    return redirect_with(request, "readings:index", _("Đã bỏ tư liệu."))


def _seen(request: HttpRequest, pk: int) -> Reading:
    return get_object_or_404(Reading.objects.visible_to(request.actor).select_related("unit"), pk=pk)

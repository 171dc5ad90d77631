"""The programme on a day: its name, what it rests on, the themes that come down, documents, movements."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation import attachments
from lantoa.foundation.dates import read_date, read_year
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import keeps_lists
from lantoa.people.addresses import asked_unit
from lantoa.programme import actions, queries, rules
from lantoa.programme.models import Directive, LegalBasis, Serves, Theme
from lantoa.programme.pages.forms import (
    BasisForm,
    ProgrammeForm,
    ThemeForm,
    years_of,
)

DIRECTIVES_SHOWN = 12
MOST_PAPERS = 20


def index(request: HttpRequest) -> HttpResponse:
    """Everything that applies to one unit on one day."""
    unit, (day, problem) = asked_unit(request), _asked_day(request)
    programme = queries.programme_on(day)
    found = queries.directives_for(unit, day)
    context = {
        "day": day,
        "problem": problem,
        "is_today": day == request.actor.on,
        "unit": unit,
        "unit_name": organisation.name_of(unit, day),
        "programme": programme,
        "pillars": programme.pillars_on(day) if programme else [],
        "bases": queries.bases_on(day),
        "bases_of_commendations": queries.bases_on(day, Serves.COMMENDATION),
        "themes": queries.with_papers(queries.themes_of(unit, day)),
        "directives": found[:DIRECTIVES_SHOWN],
        "movements": queries.movements_for(unit, day),
        "own": _own(request, unit),
        "may_propose": request.actor.may("programme.edit"),
        "may_keep": request.actor.may("programme.edit") and keeps_lists(request.actor),
    }
    return render(request, "programme/index.html", context)


def _asked_day(request: HttpRequest) -> tuple[dt.date, str]:
    """The day named by ?ngay=, and what is wrong with it when it cannot be read."""
    text = request.GET.get("ngay", "").strip()
    try:
        return (read_date(text) if text else request.actor.on), ""
    except BadInput as bad:
        return request.actor.on, str(bad)


def _own(request: HttpRequest, unit: Any) -> set[int]:
    """The ids of units whose themes, documents and movements the reader may change."""
    if not request.actor.may("programme.edit"):
        return set()
    return {unit.pk} if request.actor.reaches(unit) else set()


# Themes, movements, documents: one shape of page for all


def fill_in(
    request: HttpRequest,
    form: Form,
    write: Any,
    *,
    title: str,
    button: str,
    note: str = "",
    done: str,
    edits: bool = False,
) -> HttpResponse:
    """Show the form; when it is right, write and go on."""
    if made := carry_out(form, lambda **_typed_there: write(_typed(form))):
        return redirect_with(request, _after(made), done)
    context = {"form": form, "heading": title, "button": button, "note": note, "edits": edits}
    return render(request, "programme/form.html", context)


def _typed(form: Form) -> dict[str, Any]:
    """What was typed; of files the one that was chosen, or None."""
    typed = dict(form.cleaned_data)
    if "file" in typed:
        typed["file"] = next(iter(typed["file"]), None)
    return typed


def _after(thing: Any) -> str:
    """Where one lands after writing: the thing's own page, or the programme."""
    return thing.get_absolute_url() if hasattr(thing, "get_absolute_url") else reverse("programme:index")


def unit_of(typed: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """The unit that was chosen, or the only one there is."""
    typed.setdefault("unit", request.actor.unit)
    return typed


def has_below(unit: Unit | None) -> bool:
    """Whether units may stand below: of a cell nobody is asked."""
    return unit is None or unit.level != Unit.Level.CELL


def mine(request: HttpRequest, things: Any, pk: int) -> Any:
    """Something one sees, to be changed: 404 when it is not seen, 403 when it is a superior's."""
    thing = get_object_or_404(things.visible_to(request.actor), pk=pk)
    rules.must_edit(request.actor.reaches(thing.unit))
    return thing


def theme_new(request: HttpRequest) -> HttpResponse:
    """Set a theme for a year or a term."""
    year = read_year(request.GET.get("nam", ""), default=request.actor.on.year)
    form = ThemeForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        offered=_papers_for(request, request.actor.unit),
        initial={"from_year": year},
    )
    return fill_in(
        request,
        form,
        lambda typed: actions.set_theme(by=request.actor, **unit_of(typed, request)),
        title=_("Thêm chuyên đề"),
        button=_("Thêm chuyên đề"),
        note=_("Chuyên đề áp dụng cho đơn vị và mọi đơn vị trực thuộc."),
        done=_("Đã thêm chuyên đề."),
    )


def theme_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a theme."""
    theme = mine(request, Theme.objects, pk)
    initial = {"kind": theme.kind, "title": theme.title, "papers": theme.papers.all(), **years_of(theme)}
    form = ThemeForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        offered=_papers_for(request, theme.unit, theme),
        with_unit=False,
        initial=initial,
    )
    return fill_in(
        request,
        form,
        lambda typed: actions.change_theme(theme, by=request.actor, **typed),
        title=_("Sửa chuyên đề"),
        button=_("Lưu chuyên đề"),
        done=_("Đã sửa chuyên đề."),
        edits=True,
    )


def _papers_for(request: HttpRequest, unit: Unit | None, theme: Theme | None = None) -> QuerySet[Directive]:
    """The newest papers that apply to the unit, and those the theme names already."""
    if unit is None:
        return Directive.objects.none()
    newest = queries.register_of(unit, request.actor.on).values_list("pk", flat=True)[:MOST_PAPERS]
    named = theme.papers.values_list("pk", flat=True) if theme else []
    return Directive.objects.filter(pk__in=[*newest, *named])


def theme_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The material of a theme."""
    theme: Theme = get_object_or_404(Theme.objects.visible_to(request.actor).select_related("file"), pk=pk)
    if theme.file is None:
        raise Http404
    return attachments.serve(theme.file)


# The programme itself


def basis_new(request: HttpRequest) -> HttpResponse:
    """Record a document on which the programme rests."""
    rules.must_keep_settings(keeps_lists(request.actor))
    return fill_in(
        request,
        BasisForm(request.POST or None),
        lambda typed: _back(actions.record_basis(by=request.actor, **typed)),
        title=_("Thêm căn cứ"),
        button=_("Thêm căn cứ"),
        done=_("Đã thêm căn cứ."),
    )


def basis_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct, verify or end a legal basis."""
    basis = get_object_or_404(LegalBasis, pk=pk)
    rules.must_keep_settings(keeps_lists(request.actor))
    initial = {name: getattr(basis, name) for name in BasisForm.base_fields}
    return fill_in(
        request,
        BasisForm(request.POST or None, initial=initial),
        lambda typed: _back(actions.change_basis(basis, by=request.actor, **typed)),
        title=_("Sửa căn cứ"),
        button=_("Lưu căn cứ"),
        done=_("Đã sửa căn cứ."),
        edits=True,
    )


def begin(request: HttpRequest) -> HttpResponse:
    """From a day on the programme has another name and other contents."""
    rules.must_keep_settings(keeps_lists(request.actor))
    return fill_in(
        request,
        ProgrammeForm(request.POST or None),
        lambda typed: _back(actions.begin_programme(by=request.actor, **typed)),
        title=_("Đổi tên chương trình từ một ngày"),
        button=_("Đổi tên chương trình"),
        note=_("Bản ghi trước ngày đó giữ tên và các nội dung cũ."),
        done=_("Đã ghi tên mới của chương trình."),
    )


def _back(_thing: Any) -> None:
    """Settings have no page of their own: go on to the programme."""

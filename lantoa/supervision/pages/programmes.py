"""A year: the programme and its inspections; writing both."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.filters import chosen
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.supervision import actions, printing, queries, rules
from lantoa.supervision.exchange import INSPECTIONS
from lantoa.supervision.models import Inspection, InspectionQuerySet, YearProgramme
from lantoa.supervision.pages.files import WORD
from lantoa.supervision.pages.forms import InspectionForm, ProgrammeForm

MONTHS = tuple(str(n) for n in range(1, 13))


def index(request: HttpRequest) -> HttpResponse:
    """The year of one's own body, or of one within reach; and what concerns oneself and one's unit."""
    actor, year = request.actor, asked_year(request)
    unit = asked_unit(request) if request.GET.get("don-vi") else actor.unit
    everything = queries.of_year(actor, year)
    if wants_workbook(request):
        found = everything.for_lists()
        actions.note_inspections_taken(found, by=actor)
        return INSPECTIONS.answer(found, by=actor)
    programmes = YearProgramme.objects.visible_to(actor).filter(year=year)
    programme = programmes.filter(unit=unit).select_related("unit").first() if unit else None
    ours = queries.of_programme(programme, actor) if programme else everything.none()
    others = everything.exclude(programme=programme) if programme else everything
    month = int(chosen(request, "thang", MONTHS) or 0)
    shows_others = programme is None or request.GET.get("xem") == "khac"
    page = paginate(request, _listed(others if shows_others else ours, month))
    queries.with_stages(page.object_list, actor.on)
    context = {
        "year": year,
        "unit": unit,
        "unit_name": actor.name_of(unit) if unit else "",
        "programme": programme,
        "page": page,
        "month": month,
        "shows_others": shows_others,
        "months": queries.month_strip(ours, year, actor.on) if programme else [],
        "has_others": shows_others or others.exists(),
        "keeps": actor.may("supervision.plan") and unit is not None and unit == actor.unit,
        "looks": actor.may("supervision.sample"),
    }
    return render(request, "supervision/index.html", context)


def _listed(found: InspectionQuerySet, month: int) -> InspectionQuerySet:
    """By month, then as written; of one month if one was asked for."""
    return (found.filter(month=month) if month else found).for_lists()


def programme(request: HttpRequest) -> HttpResponse:
    """The programme of the actor's own unit: begun, issued."""
    actor, year = request.actor, asked_year(request)
    rules.must_plan(actor.unit is not None)
    found = YearProgramme.objects.filter(unit=actor.unit, year=year).first()
    start = {"year": year}
    if found:
        start |= {name: getattr(found, name) for name in ProgrammeForm.base_fields if name != "year"}
    form = ProgrammeForm(request.POST or None, initial=start)

    def act(**typed: Any) -> YearProgramme:
        return actions.write_programme(by=actor, **typed)

    if request.method == "POST" and (one := carry_out(form, act)):
        return redirect_with(request, one, _("Đã lưu chương trình năm %(year)s.") % {"year": one.year})
    return render(request, "supervision/programme.html", {"form": form, "found": found, "year": year})


def programme_word(request: HttpRequest, pk: int) -> HttpResponse:
    """The programme as a Word file."""
    found = YearProgramme.objects.visible_to(request.actor).select_related("unit")
    one = get_object_or_404(found, pk=pk)
    lines = list(queries.of_programme(one, request.actor).standing().for_lists())
    actions.note_inspections_taken(lines, by=request.actor)
    answer = HttpResponse(printing.programme_word(one, lines, on=request.actor.on), content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="chuong-trinh-{one.year}.docx"'
    return answer


def new(request: HttpRequest, pk: int) -> HttpResponse:
    """One more inspection of a programme."""
    actor = request.actor
    found = YearProgramme.objects.visible_to(actor).select_related("unit")
    programme = get_object_or_404(found, pk=pk)
    rules.must_plan(queries.plans(programme, actor))
    form = InspectionForm(actor, request.POST or None, initial={"kind": request.GET.get("loai", "")})

    def act(**typed: Any) -> Inspection:
        return actions.plan(programme, by=actor, **typed)

    if request.method == "POST" and (one := carry_out(form, act)):
        return redirect_with(request, one, _("Đã đưa vào chương trình năm %(n)s.") % {"n": programme.year})
    return render(request, "supervision/inspection.html", {"form": form, "programme": programme})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """A line of the programme before it is begun."""
    actor = request.actor
    one = get_object_or_404(Inspection.objects.visible_to(actor).for_lists(), pk=pk)
    rules.must_plan(queries.keeps_file(one, actor))
    if not one.is_planned:
        raise NotAllowed(_("Cuộc này đã tiến hành, không sửa trong chương trình nữa."))
    form = InspectionForm(actor, request.POST or None, initial=_as_typed(one))

    def act(**typed: Any) -> Inspection:
        return actions.change(one, by=actor, **typed)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one, _("Đã lưu."))
    context = {"form": form, "programme": one.programme, "one": one}
    return render(request, "supervision/inspection.html", context)


def _as_typed(one: Inspection) -> dict[str, Any]:
    same = ("kind", "unit", "what", "team", "month", "covers_from", "covers_to")
    named = {"person": one.person, "led_by": one.led_by}
    return {name: getattr(one, name) for name in same} | {
        box: person.full_name if person else "" for box, person in named.items()
    }

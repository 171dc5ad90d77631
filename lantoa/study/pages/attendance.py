"""Attendance of a class: by name where the unit keeps a list, by unit where it does not; who has made up for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period
from lantoa.foundation.fields import NumberField, PlainForm, carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.people.fields import OfUnitForm
from lantoa.people.models import Person
from lantoa.people.presence import ABSENT, DOUBTFUL, UNEXCUSED, TableForm, asked_of, asked_people
from lantoa.people.queries import telling_apart
from lantoa.study import actions, queries, rules
from lantoa.study.exchange import CLASS_UNITS
from lantoa.study.models import ClassAbsence, ClassUnit, StudyClass
from lantoa.study.pages.classes import RatioField

EXCUSED, NO_REASON, EXEMPT = ClassAbsence.Why.values


@dataclass(frozen=True)
class Line:
    """One of the list: ticked who did not come, and why."""

    person: Person
    is_ticked: bool
    why: str
    hint: str = ""
    is_doubtful: bool = False


def _mine(request: HttpRequest, pk: int) -> StudyClass:
    seen = StudyClass.objects.visible_to(request.actor).select_related("unit")
    found: StudyClass = get_object_or_404(seen, pk=pk)
    rules.must_edit(request.actor.reaches(found.unit))
    return found


def _said(request: HttpRequest, found: StudyClass) -> tuple[dict[int, str], set[int]]:
    """(who is ticked and why, who is not clear): as sent, as read from a table, else as recorded."""
    data: QueryDict = request.POST
    if request.method == "POST":
        keys = [key for typed in data.getlist("absent") if (key := asked_key(typed))]
        return {key: data.get(f"reason-{key}", EXCUSED) for key in keys}, set()
    if any(name in request.GET for name in (ABSENT, UNEXCUSED, DOUBTFUL)):
        excused = dict.fromkeys(asked_people(request.GET, ABSENT), EXCUSED)
        without = dict.fromkeys(asked_people(request.GET, UNEXCUSED), NO_REASON)
        return excused | without, asked_people(request.GET, DOUBTFUL)
    return dict(found.absences.values_list("person_id", "why")), set()


def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody due that day was there except those ticked."""
    found = _mine(request, pk)
    members, _exempt = queries.members_on(found.unit, found.held_on)
    ticked, doubtful = _said(request, found)
    form = PlainForm(request.POST or None)
    missed = [
        rules.Missed(key, why if why in ClassAbsence.Why.values else EXCUSED) for key, why in ticked.items()
    ]
    if carry_out(form, lambda **_typed: actions.take_attendance(found, missed=missed, by=request.actor)):
        return redirect_with(request, found, _("Đã ghi điểm danh."))
    hints = telling_apart([one.person for one in members], by=request.actor)
    lines = [
        Line(
            one.person,
            one.person_id in ticked,
            ticked.get(one.person_id, EXCUSED),
            hints.get(one.person_id, ""),
            one.person_id in doubtful,
        )
        for one in members
    ]
    context = {
        "one": found,
        "unit_name": organisation.name_of(found.unit, found.held_on),
        "form": form,
        "lines": lines,
        "present": sum(not line.is_ticked for line in lines),
        "reasons": ClassAbsence.Why.choices,
        "is_read": bool(request.GET) and request.method == "GET",
        "differs": not found.absences.exists() and found.party_summoned != len(lines),
    }
    return render(request, "study/attendance.html", context)


def attendance_table(request: HttpRequest, pk: int) -> HttpResponse:
    """A table of names and presence becomes ticks to look at; nothing is written before somebody saves them."""
    found = _mine(request, pk)
    members, _exempt = queries.members_on(found.unit, found.held_on)
    form = TableForm(request.POST or None, request.FILES or None)
    people = {one.person_id: one.person.full_name for one in members}
    read = carry_out(form, lambda **_typed: form.read(people))
    if read is not None:
        url = f"{_page(found)}?{asked_of(read)}"
        return redirect_with(request, url, read.in_words) if read.strangers else redirect(url)
    context = {"one": found, "form": form, "unit_name": organisation.name_of(found.unit, found.held_on)}
    return render(request, "study/attendance_table.html", context)


def _page(found: StudyClass) -> str:
    return f"{found.get_absolute_url()}diem-danh/"


@posts_only
def studied(request: HttpRequest, pk: int) -> HttpResponse:
    """She has made up for it, today."""
    seen = ClassAbsence.objects.visible_to(request.actor).select_related("study_class__unit")
    absence: ClassAbsence = get_object_or_404(seen, pk=pk)
    actions.make_up_for(absence, on=request.actor.on, by=request.actor)
    return redirect_with(request, absence.study_class, _("Đã ghi học bù."))


class PartForm(OfUnitForm):
    """How many came from a unit."""

    attendance = RatioField(label=gettext_lazy("Dự / được triệu tập"), help_text=gettext_lazy("Ví dụ 17/18."))
    made_up = NumberField(
        label=gettext_lazy("Trong số vắng, đã học bù"), whole=True, least=0, most=10**6, required=False
    )


def part_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down how many came from a unit."""
    found = _mine(request, pk)
    form = PartForm(request.actor, request.POST or None)

    def write(**typed: Any) -> ClassUnit:
        attended, summoned = typed.pop("attendance")
        told = {"attended": attended, "summoned": summoned, "made_up": typed.pop("made_up") or 0}
        return actions.record_part(found, by=request.actor, **typed, **told)

    if carry_out(form, write):
        return redirect_with(request, found, _("Đã ghi số dự của đơn vị."))
    context = {
        "form": form,
        "heading": _("Ghi số dự của một đơn vị"),
        "button": _("Ghi số dự"),
        "edits": False,
    }
    return render(request, "study/course_form.html", context | {"back": found.get_absolute_url()})


def class_units(request: HttpRequest) -> HttpResponse:
    """How many came from each unit to the classes of a year."""
    unit, year, actor = asked_unit(request), asked_year(request), request.actor
    period = Period.year(year)
    found = ClassUnit.objects.visible_to(actor).filter(
        study_class__held_on__gte=period.starts, study_class__held_on__lt=period.ends
    )
    found = actor.within(found, unit).select_related("study_class")
    if wants_workbook(request):
        return CLASS_UNITS.answer(found, by=actor, unit=unit)
    page = paginate(request, found.order_by("-study_class__held_on", "-study_class_id", "pk"))
    context = {
        "page": page,
        "rows": organisation.with_unit_names(page, actor.on),
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "year": year,
        "years": range(actor.on.year, 2015, -1),
    }
    return render(request, "study/class_units.html", context)


@posts_only
def part_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a line that was entered by mistake."""
    seen = ClassUnit.objects.visible_to(request.actor).select_related("study_class__unit", "unit")
    part: ClassUnit = get_object_or_404(seen, pk=pk)
    actions.remove_part(part, by=request.actor)
    return redirect_with(request, part.study_class, _("Đã bỏ dòng này."))

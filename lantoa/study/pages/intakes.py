"""One course: what it teaches, which units sent how many, who of them was admitted to the Party since."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import NumberField, PlainForm, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.fields import OfUnitForm
from lantoa.study import actions, queries, rules
from lantoa.study.models import Certificate, Course, CourseIntake

MOST_NAMED = 300


class SentForm(PlainForm):
    """How many a unit has sent, its line being there."""

    people = NumberField(label=gettext_lazy("Số người được cử"), whole=True, least=1, most=10**6)
    certified = NumberField(
        label=gettext_lazy("Trong đó được cấp giấy chứng nhận"),
        whole=True,
        required=False,
        most=10**6,
        help_text=gettext_lazy("Để trống khi chưa cấp; ghi 0 khi không ai được cấp."),
    )


class IntakeForm(OfUnitForm, SentForm):
    """Which unit has sent how many."""


def _seen(request: HttpRequest, pk: int) -> Course:
    found = Course.objects.visible_to(request.actor).select_related("unit", "movement", "curriculum")
    course: Course = get_object_or_404(found, pk=pk)
    return course


def course(request: HttpRequest, pk: int) -> HttpResponse:
    """The course with its curriculum and its units."""
    actor, found = request.actor, _seen(request, pk)
    page = paginate(request, found.intakes.all())
    held = Certificate.objects.visible_to(actor).standing().filter(course=found)
    certificates = list(held.select_related("person").order_by("person__sort_key")[: MOST_NAMED + 1])
    context = {
        "certificates": certificates[:MOST_NAMED],
        "has_more": len(certificates) > MOST_NAMED,
        "course": found,
        "parts": found.curriculum.parts.all() if found.curriculum else [],
        "unit_name": organisation.name_of(found.unit, actor.on),
        "page": page,
        "rows": queries.with_admitted(organisation.with_unit_names(page, actor.on), found),
        "admitted": queries.admitted_from(found),
        "unsent": queries.unsent(found),
        "may_edit": actor.may("study.edit") and actor.reaches(found.unit),
    }
    return render(request, "study/course.html", context)


def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down how many of the participants a unit has sent."""
    actor, found = request.actor, _seen(request, pk)
    rules.must_edit(actor.reaches(found.unit))
    form = IntakeForm(actor, request.POST or None)
    if carry_out(form, lambda **typed: actions.record_intake(found, by=actor, **typed)):
        return redirect_with(request, found, _("Đã ghi đơn vị cử học viên."))
    context = {
        "form": form,
        "heading": _("Ghi đơn vị cử học viên"),
        "button": _("Ghi đơn vị"),
        "edits": False,
    }
    return render(request, "study/course_form.html", context)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the line of one unit."""
    actor = request.actor
    seen = CourseIntake.objects.filter(course__in=Course.objects.visible_to(actor))
    intake: CourseIntake = get_object_or_404(seen.select_related("course__unit", "unit"), pk=pk)
    rules.must_edit(actor.reaches(intake.course.unit))
    initial = {"people": intake.people, "certified": intake.certified}
    form = SentForm(request.POST or None, initial=initial)
    if carry_out(form, lambda **typed: actions.change_intake(intake, by=actor, **typed)):
        return redirect_with(request, intake.course, _("Đã sửa dòng của đơn vị."))
    context = {
        "form": form,
        "heading": _("Sửa số học viên của %s") % organisation.name_of(intake.unit, actor.on),
        "button": _("Lưu"),
        "edits": True,
    }
    return render(request, "study/course_form.html", context)


@posts_only
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a line that was entered by mistake."""
    seen = CourseIntake.objects.filter(course__in=Course.objects.visible_to(request.actor))
    intake: CourseIntake = get_object_or_404(seen.select_related("course__unit", "unit"), pk=pk)
    actions.remove_intake(intake, by=request.actor)
    return redirect_with(request, intake.course, _("Đã bỏ dòng này."))

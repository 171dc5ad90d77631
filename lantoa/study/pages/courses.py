"""Courses of political theory, and who was admitted to the Party: a year on one page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures.as_of import asked_as_of
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import chosen
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.people.fields import OfUnitForm
from lantoa.programme import queries as programme
from lantoa.study import actions, queries, rules
from lantoa.study.exchange import ADMISSIONS, COURSES
from lantoa.study.models import Admission, Course, Curriculum

SHOWN = ["study.courses", "study.course_participants", "study.certificates", "study.admitted"]


def index(request: HttpRequest) -> HttpResponse:
    """The courses begun in a year, of one's unit and those below, and what they make in numbers."""
    unit, year, actor = asked_unit(request), asked_year(request), request.actor
    as_of = asked_as_of(request, unit, Period.year(year))
    period = as_of.period
    found, is_late = Course.objects.visible_to(actor), request.GET.get("loc") == rules.UNCERTIFIED
    if is_late:
        found = found.uncertified(actor.on - rules.CERTIFIED_WITHIN)
    else:
        found = found.filter(starts__gte=period.starts, starts__lt=period.ends)
    found = actor.within(found, unit)
    kind = chosen(request, "loai", Course.Kind.values)
    found = found.filter(kind=kind) if kind else found
    if wants_workbook(request):
        return COURSES.answer(found, by=actor, unit=unit)
    page = paginate(request, found.select_related("movement"))
    context = {
        "page": page,
        "rows": organisation.with_unit_names(page, actor.on),
        "as_of": as_of,
        "figures": queries.figures_of(SHOWN, unit, as_of),
        "kinds": Course.Kind.choices,
        "kind": kind,
        "is_late": is_late,
        **_of_year(request, unit, year),
    }
    return render(request, "study/courses.html", context)


def admissions(request: HttpRequest) -> HttpResponse:
    """Who was admitted in a year, by unit, course and movement: counted, never named."""
    unit, year, actor = asked_unit(request), asked_year(request), request.actor
    period = Period.year(year)
    found = Admission.objects.visible_to(actor).filter(
        admitted_on__gte=period.starts, admitted_on__lt=period.ends
    )
    found = actor.within(found, unit)
    if wants_workbook(request):
        return ADMISSIONS.answer(found, by=actor, unit=unit)
    page = paginate(request, found.select_related("course", "movement"))
    context = {
        "page": page,
        "rows": organisation.with_unit_names(page, actor.on),
        **_of_year(request, unit, year),
    }
    return render(request, "study/admissions.html", context)


def _of_year(request: HttpRequest, unit: Unit, year: int) -> dict[str, Any]:
    return {
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "year": year,
        "years": range(request.actor.on.year, 2015, -1),
        "may_edit": request.actor.may("study.edit"),
    }


def _movements(actor: Actor) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        programme.movements_offered_to(actor),
        label=_("Trong phong trào thi đua"),
        required=False,
        empty_label=_("Không thuộc phong trào nào"),
        error_messages={"invalid_choice": _("Chọn một phong trào trong danh sách.")},
    )


def _curricula(actor: Actor, kept: Course | None) -> forms.ModelChoiceField:
    """Those in force for the actor's unit, and the one that the course follows already."""
    everything = Curriculum.objects.all()
    offered = everything.for_unit(actor.unit, actor.on).on(actor.on) if actor.unit else everything.none()
    its = everything.filter(courses=kept) if kept else everything.none()
    return forms.ModelChoiceField(
        in_any(everything, offered, its),
        label=_("Theo chương trình"),
        required=False,
        empty_label=_("Chưa chọn chương trình"),
        help_text=_("Chương trình có chuyên đề học tập Bác thì lớp được ghi là có nội dung ấy."),
        error_messages={"invalid_choice": _("Chọn một chương trình trong danh sách.")},
    )


class CourseForm(OfUnitForm):
    """A course in one page: of what kind, when, how many came, how many hold its certificate."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại lớp"), choices=Course.Kind.choices)
    name = TextField(
        label=gettext_lazy("Tên lớp"),
        max_length=250,
        help_text=gettext_lazy("Ví dụ: Lớp bồi dưỡng nhận thức về Đảng, đợt 1."),
    )
    starts = DayField(label=gettext_lazy("Khai giảng ngày"))
    ends = DayField(label=gettext_lazy("Bế giảng ngày"), required=False)
    participants = NumberField(label=gettext_lazy("Số học viên"), whole=True, least=1, most=10**6)
    certified = NumberField(
        label=gettext_lazy("Số học viên được cấp giấy chứng nhận"),
        whole=True,
        required=False,
        most=10**6,
        help_text=gettext_lazy("Để trống khi chưa cấp; ghi 0 khi không ai được cấp."),
    )
    has_programme = forms.BooleanField(
        label=gettext_lazy(
            "Trong chương trình có nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh"
        ),
        required=False,
    )

    def __init__(self, actor: Actor, *args: Any, kept: Course | None = None, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        if kept is not None:
            self.fields.pop("unit", None)
        self.fields["curriculum"] = _curricula(actor, kept)
        self.fields["movement"] = _movements(actor)
        self.order_fields(["unit", "kind", "name", "curriculum"])


class AdmissionForm(OfUnitForm):
    """So many people were admitted on a day, and where they come from."""

    admitted_on = DayField(label=gettext_lazy("Ngày kết nạp"))
    people = NumberField(
        label=gettext_lazy("Số người được kết nạp"),
        whole=True,
        least=1,
        most=10**5,
        help_text=gettext_lazy("Chỉ ghi số người. Hồ sơ từng người ghi ở trang Người."),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        self.fields["course"] = forms.ModelChoiceField(
            Course.objects.offered_to(actor),
            label=_("Từ lớp bồi dưỡng"),
            required=False,
            empty_label=_("Chưa rõ, hoặc không qua lớp nào đã ghi"),
            error_messages={"invalid_choice": _("Chọn một lớp trong danh sách.")},
        )
        self.fields["movement"] = _movements(actor)


class ReasonForm(PlainForm):
    """Why it is struck out."""

    reason = TextField(label=gettext_lazy("Lý do gạch bỏ"), max_length=300, rows=2)


def new(request: HttpRequest) -> HttpResponse:
    """Record a course."""
    actor = request.actor
    form = CourseForm(actor, request.POST or None, initial={"starts": actor.on})
    if made := carry_out(form, lambda **typed: actions.record_course(by=actor, **typed)):
        return redirect_with(request, made, _("Đã ghi lớp."))
    return _form_page(request, form, _("Ghi lớp bồi dưỡng"), _("Ghi lớp"))


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a course, or write down how it ended."""
    actor = request.actor
    course = get_object_or_404(Course.objects.visible_to(actor).select_related("unit"), pk=pk)
    rules.must_edit(actor.reaches(course.unit))
    names = ("kind", "name", "starts", "ends", "participants", "certified", "curriculum")
    names += ("has_programme", "movement")
    initial = {name: getattr(course, name) for name in names}
    form = CourseForm(actor, request.POST or None, kept=course, initial=initial)

    def write(**typed: Any) -> Course:
        typed.pop("unit", None)
        return actions.change_course(course, by=actor, **typed)

    if carry_out(form, write):
        return redirect_with(request, course, _("Đã sửa lớp."))
    return _form_page(request, form, _("Sửa lớp bồi dưỡng"), _("Lưu lớp"), edits=True)


def admit(request: HttpRequest) -> HttpResponse:
    """Record how many were admitted on a day."""
    actor = request.actor
    form = AdmissionForm(actor, request.POST or None, initial={"admitted_on": actor.on})

    if made := carry_out(form, lambda **typed: actions.record_admission(by=actor, **typed)):
        return redirect_with(request, made, _("Đã ghi số đảng viên mới kết nạp."))
    return _form_page(request, form, _("Ghi kết nạp đảng viên"), _("Ghi kết nạp"))


def strike_out(request: HttpRequest, pk: int) -> HttpResponse:
    """An admission recorded by mistake is struck out with a reason."""
    actor = request.actor
    found = Admission.objects.visible_to(actor).standing().select_related("unit")
    admission = get_object_or_404(found, pk=pk)
    rules.must_edit(actor.reaches(admission.unit))
    form = ReasonForm(request.POST or None)
    if carry_out(form, lambda **typed: actions.strike_out_admission(admission, by=actor, **typed)):
        return redirect_with(request, admission, _("Đã gạch bỏ. Dòng này không còn được tính."))
    return _form_page(request, form, _("Gạch bỏ: %s") % admission, _("Gạch bỏ"), edits=True)


def _form_page(
    request: HttpRequest, form: forms.Form, heading: str, button: str, *, edits: bool = False
) -> HttpResponse:
    context = {"form": form, "heading": heading, "button": button, "edits": edits}
    return render(request, "study/course_form.html", context)

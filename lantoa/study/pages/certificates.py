"""Certificates of a course by name: written down by who keeps the course, struck out with a reason."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.study import actions, rules
from lantoa.study.models import Certificate, Course
from lantoa.study.pages.courses import ReasonForm


class CertificateForm(PlainForm):
    """Who holds it."""

    name = TextField(
        label=gettext_lazy("Họ và tên người được cấp"),
        max_length=200,
        help_text=gettext_lazy(
            "Người ở đơn vị mở lớp hoặc cấp dưới. Hai người trùng tên thì ghi thêm năm sinh."
        ),
    )
    number = TextField(label=gettext_lazy("Số giấy chứng nhận"), max_length=60, required=False)
    issued_on = DayField(label=gettext_lazy("Ngày cấp"))


def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down one certificate."""
    actor = request.actor
    course: Course = get_object_or_404(Course.objects.visible_to(actor).select_related("unit"), pk=pk)
    rules.must_edit(actor.reaches(course.unit))
    form = CertificateForm(request.POST or None, initial={"issued_on": course.ends or actor.on})
    if carry_out(form, lambda **typed: actions.give_certificate(course, by=actor, **typed)):
        return redirect_with(request, course, _("Đã ghi giấy chứng nhận."))
    context = {"form": form, "heading": _("Ghi giấy chứng nhận theo tên"), "button": _("Ghi giấy chứng nhận")}
    return render(request, "study/course_form.html", context | {"edits": False})


def strike_out(request: HttpRequest, pk: int) -> HttpResponse:
    """One that was written down by mistake."""
    actor = request.actor
    seen = Certificate.objects.visible_to(actor).standing().select_related("course__unit", "person")
    certificate: Certificate = get_object_or_404(seen, pk=pk)
    rules.must_edit(actor.reaches(certificate.course.unit))
    form = ReasonForm(request.POST or None)
    if carry_out(form, lambda **typed: actions.strike_out_certificate(certificate, by=actor, **typed)):
        return redirect_with(request, certificate.course, _("Đã gạch bỏ giấy chứng nhận."))
    heading = _("Gạch bỏ giấy chứng nhận của %s") % certificate.person
    context = {"form": form, "heading": heading, "button": _("Gạch bỏ"), "edits": True}
    return render(request, "study/course_form.html", context)

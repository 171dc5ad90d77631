"""Certificates of a course by name: written down by who keeps the course, struck out with a reason."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.documents import names
from lantoa.foundation.fields import DayField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.study import actions, printing, rules
from lantoa.study.models import Certificate, Course
from lantoa.study.pages.courses import ReasonForm


class CertificateForm(PlainForm):
    """Who holds one, all with one day."""

    names = TextField(
        label=gettext_lazy("Họ và tên, mỗi dòng một người; số giấy sau dấu chấm phẩy"),
        max_length=10000,
        rows=8,
        help_text=gettext_lazy(
            "Ví dụ: Lò Thị Canh; 12/GCN. Dán được hai cột từ Excel. Người ở đơn vị mở lớp hoặc cấp dưới; "
            "hai người trùng tên thì ghi thêm năm sinh sau tên."
        ),
    )
    issued_on = DayField(label=gettext_lazy("Ngày cấp"))


def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down the certificates of one day, as many as there are lines."""
    actor = request.actor
    course: Course = get_object_or_404(Course.objects.visible_to(actor).select_related("unit"), pk=pk)
    rules.must_edit(actor.reaches(course.unit))
    form = CertificateForm(request.POST or None, initial={"issued_on": course.ends or actor.on})
    if made := carry_out(form, lambda **typed: actions.give_certificates(course, by=actor, **typed)):
        said = _("Đã ghi %(n)s giấy chứng nhận.") % {"n": len(made)}
        return redirect_with(request, f"{course.get_absolute_url()}#giay", said)
    context = {"form": form, "heading": _("Ghi giấy chứng nhận theo tên"), "button": _("Ghi giấy chứng nhận")}
    return render(request, "study/course_form.html", context | {"edits": False})


def word(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The certificates of the course in one Word file, a page each; names leave only to who writes them."""
    actor = request.actor
    course: Course = get_object_or_404(Course.objects.visible_to(actor).select_related("unit"), pk=pk)
    rules.must_edit(actor.reaches(course.unit))
    held = Certificate.objects.visible_to(actor).standing().filter(course=course)
    rules.must_have_certificates(held.exists())
    name = _("Giấy chứng nhận %(course)s.docx") % {"course": course.name}
    return names.attachment_response(printing.certificates(course, held), name, names.DOCX)


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

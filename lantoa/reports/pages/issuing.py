"""Issuing: the next number, the day, the signed paper; the figures stay as they are from then on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import DayField, FilesField, PlainForm, TextField, put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.reports import actions, paper, rules
from lantoa.reports.compose import content_of
from lantoa.reports.forms import form_called
from lantoa.reports.pages.reading import load
from lantoa.reports.pages.writing import open_points


class IssueForm(PlainForm):
    """What stands on the signed paper."""

    on = DayField(
        label=gettext_lazy("Ngày ban hành"), help_text=gettext_lazy("Ngày/tháng/năm, ví dụ 02/09/2027.")
    )
    body_abbreviation = TextField(
        label=gettext_lazy("Chữ viết tắt trong ký hiệu"),
        help_text=gettext_lazy("Đứng cuối ký hiệu, ví dụ ĐU trong Số 05-BC/ĐU. Số được cấp tiếp theo sổ."),
        max_length=80,
    )
    file = FilesField(
        label=gettext_lazy("Bản đã ký"),
        help_text=gettext_lazy("Ảnh chụp, bản quét hoặc tệp PDF đã ký số. Có thể đính kèm sau."),
        required=False,
        most=1,
    )


def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Check once more, then issue."""
    report = load(request, pk)
    if not report.is_draft:
        return redirect("reports:show", report.pk)
    rules.must_issue(request.actor.may("reports.issue"), request.actor.reaches(report.unit))
    content = content_of(report, now=clock.now(), today=request.actor.on, tables=False)
    heads = paper.Heads.of(report, content, form_called(report.form))
    first = {"on": request.actor.on, "body_abbreviation": heads.letters}
    form = IssueForm(request.POST or None, request.FILES or None, initial=first)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            issued = actions.issue(
                report,
                on=typed["on"],
                letters=typed["body_abbreviation"],
                signed=typed["file"][0] if typed["file"] else None,
                by=request.actor,
                at=clock.now(),
            )
            message = _("Đã ban hành %(symbol)s. Số liệu đã chốt.") % {"symbol": issued.document}
            return redirect_with(request, "reports:show", message, report.pk)
        except BadInput as wrong:
            put_refusal(form, wrong)
    context = {
        "report": report,
        "content": content,
        "heads": heads,
        "form": form,
        "open": open_points(content, report),
    }
    return render(request, "reports/issue.html", context, status=400 if form.errors else 200)

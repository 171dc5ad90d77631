"""Issuing: the next number, the day, the signed paper; the figures stay as they are from then on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock, sealing
from lantoa.foundation.attachments import Judged
from lantoa.foundation.fields import DayField, FileField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.reports import actions, paper, queries, rules
from lantoa.reports.compose import content_of
from lantoa.reports.models import Report
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
    file = FileField(
        label=gettext_lazy("Bản đã ký"),
        help_text=gettext_lazy("Ảnh chụp, bản quét hoặc tệp PDF đã ký số. Có thể đính kèm sau."),
        required=False,
    )


def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Check once more, then issue."""
    report = load(request, pk)
    if not report.is_draft:
        return redirect("reports:show", report.pk)
    rules.must_issue(request.actor.may("reports.issue"), request.actor.reaches(report.unit))
    content = content_of(report, now=clock.now(), today=request.actor.on, tables=False)
    heads = paper.Heads.of(report, content, queries.form_of(report))
    first = {"on": request.actor.on, "body_abbreviation": heads.letters}
    form = IssueForm(request.POST or None, request.FILES or None, initial=first)

    def send(body_abbreviation: str, file: Judged | None, **typed: Any) -> Report:
        at = clock.now()
        sealing.seal(at)  # the root that the paper bears
        return actions.issue(
            report,
            letters=body_abbreviation,
            signed=file,
            by=request.actor,
            at=at,
            address=request.build_absolute_uri,
            **typed,
        )

    if issued := carry_out(form, send):
        sealing.seal(clock.now())  # and the one under which it was issued
        message = _("Đã ban hành %(symbol)s. Số liệu đã chốt.") % {"symbol": issued.document}
        return redirect_with(request, "reports:show", message, report.pk)
    context = {
        "report": report,
        "content": content,
        "heads": heads,
        "form": form,
        "open": open_points(content, report),
    }
    return render(request, "reports/issue.html", context, status=400 if form.errors else 200)

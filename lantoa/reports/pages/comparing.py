"""Đối chiếu: last year's Word or Excel beside what is counted; nothing is changed, nothing is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import Period
from lantoa.foundation.fields import FileField, PlainForm, TextField, carry_out
from lantoa.organisation.models import Unit
from lantoa.reports import comparing, reasons
from lantoa.reports.compose import compose
from lantoa.reports.content import Content
from lantoa.reports.forms import form_called
from lantoa.reports.pages.listing import choosable_units


class FileForm(PlainForm):
    """Which unit and period the file is about, and the file."""

    unit = forms.CharField(label=gettext_lazy("Đơn vị"), widget=forms.Select, max_length=60)
    period = TextField(
        label=gettext_lazy("Kỳ của báo cáo ấy"),
        help_text=gettext_lazy("Năm (2025), nửa năm (2025-H1), quý (2025-Q3) hoặc tháng (2025-10)."),
        max_length=40,
    )
    file = FileField(
        label=gettext_lazy("Tệp báo cáo"), help_text=gettext_lazy("Word (.docx) hoặc Excel (.xlsx).")
    )

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].widget.choices = units


def compare(request: HttpRequest) -> HttpResponse:
    """Choose a file; read what is another in it."""
    first = {"period": str(request.actor.on.year - 1)}
    units = choosable_units(request.actor, "")
    form = FileForm(request.POST or None, request.FILES or None, units=units, initial=first)
    context: dict[str, Any] = {"form": form}

    def look(unit: str, period: str, file: Judged) -> Content:
        of = get_object_or_404(request.actor.in_reach(Unit.objects.all(), of_unit="pk"), code=unit)
        asked = Period.parse(period)
        read = comparing.read(file, asked)
        content = compose(form_called("interim"), of, asked, now=clock.now(), today=request.actor.on)
        found = comparing.compared(read, content)
        differing = [(pair, reasons.reason(pair, content, of)) for pair in found.differing]
        context.update(
            content=content, found=found, differing=differing, aside=read.aside, file_name=file.name
        )
        return content

    carry_out(form, look)
    return render(request, "reports/compare.html", context, status=400 if form.errors else 200)

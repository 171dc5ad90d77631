"""Telling what was done: a line, a number, photos; and mending a line that was written wrongly."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import (
    DayField,
    FilesField,
    NumberField,
    PlainForm,
    TextField,
    carry_out,
)
from lantoa.foundation.pages import redirect_with
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Progress, Registration, RegistrationTask

ACCEPTED = "image/*,.heic,.pdf,.docx,.xlsx"


class LineForm(PlainForm):
    """One line of progress."""

    text = TextField(
        label=gettext_lazy("Đã làm được gì?"),
        rows=3,
        max_length=500,
        required=False,
        help_text=gettext_lazy("Một câu là đủ: làm gì, cho ai, kết quả ra sao."),
    )
    value = NumberField(label=gettext_lazy("Lần này đạt thêm"), required=False, places=2)
    on = DayField(
        label=gettext_lazy("Ngày làm"),
        help_text=gettext_lazy("ngày/tháng/năm"),
        error_messages={"required": gettext_lazy("Nhập ngày làm, ví dụ 16/11/2026.")},
    )
    link = forms.URLField(
        label=gettext_lazy("Đường dẫn bài viết, thư mục ảnh"),
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={
            "invalid": gettext_lazy("Đường dẫn chưa đúng. Sao chép cả địa chỉ, bắt đầu bằng https://")
        },
    )


class NewLineForm(LineForm):
    """A new line: on which task, with which photos."""

    task = forms.ModelChoiceField(
        RegistrationTask.objects.none(),
        label=gettext_lazy("Việc nào?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": gettext_lazy("Chọn việc đã làm.")},
    )
    photos = FilesField(
        label=gettext_lazy("Ảnh, tệp minh chứng"),
        required=False,
        most=rules.MOST_PHOTOS,
        help_text=gettext_lazy("Nhiều nhất 5 tệp. Ảnh lớn được thu nhỏ, bỏ vị trí chụp."),
    )
    field_order = ("task", "text", "value", "photos", "on", "link")

    def __init__(self, one: Registration, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tasks: Any = self.fields["task"]
        tasks.queryset = one.tasks.all()
        if len(one.ordered_tasks) == 1:
            tasks.widget, tasks.initial = forms.HiddenInput(), one.ordered_tasks[0].pk
        self.fields["photos"].widget.attrs["accept"] = ACCEPTED


def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Record one line. What is wrong is said at its box; nothing is half written."""
    visible = Registration.objects.visible_to(request.actor).for_lists()
    one = queries.as_told(get_object_or_404(visible, pk=pk), request.actor)
    rules.must_own(queries.is_own(one, request.actor) or queries.records_for(one, request.actor))
    rules.must_be_under_way(one.status)
    form = NewLineForm(one, request.POST or None, request.FILES or None, initial={"on": request.actor.on})
    if carry_out(form, lambda task, **typed: actions.record_progress(task, by=request.actor, **typed)):
        return redirect_with(request, "registrations:show", _("Đã ghi kết quả."), one.pk)
    context = {"one": one, "form": form, "is_for_another": not queries.is_own(one, request.actor)}
    return render(request, "registrations/progress.html", context)


def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend a line; the earlier words stay in the history."""
    lines = Progress.objects.visible_to(request.actor).select_related("task__registration__person")
    line = get_object_or_404(lines, pk=pk)
    one = line.task.registration
    rules.must_own(queries.may_mend_line(line, request.actor))
    start = {name: getattr(line, name) for name in LineForm.base_fields}
    form = LineForm(request.POST or None, initial=start)
    if carry_out(form, lambda **typed: actions.correct_progress(line, by=request.actor, **typed)):
        return redirect_with(request, "registrations:show", _("Đã sửa dòng kết quả."), one.pk)
    return render(request, "registrations/correct.html", {"one": one, "line": line, "form": form})


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner takes out a line that somebody else typed for her."""
    lines = Progress.objects.visible_to(request.actor).select_related("task__registration__person")
    line = get_object_or_404(lines, pk=pk)
    one = line.task.registration
    actions.take_back_line(line, by=request.actor, note=request.POST.get("note", "")[:300])
    return redirect_with(
        request, "registrations:show", _("Đã bỏ dòng ghi hộ; lịch sử vẫn giữ lời đã ghi."), one.pk
    )

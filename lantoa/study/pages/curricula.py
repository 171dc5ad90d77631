"""Curricula of courses: what is taught, set by a unit for itself and for all below."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, Lasting, TextField, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.fields import OfUnitForm
from lantoa.study import actions, rules
from lantoa.study.models import CourseKind, Curriculum

ONE_DAY = dt.timedelta(days=1)


class CurriculumForm(Lasting, OfUnitForm):
    """A curriculum with its subjects; `last_day` is cleaned to the half-open `ends`."""

    kind = forms.ChoiceField(label=gettext_lazy("Dành cho loại lớp"), choices=CourseKind.choices)
    name = TextField(label=gettext_lazy("Tên chương trình"), max_length=250)
    basis = TextField(
        label=gettext_lazy("Theo văn bản"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Số, ngày của văn bản quy định chương trình."),
    )
    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))
    last_day = DayField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Để trống khi còn áp dụng."),
    )
    topics = TextField(
        label=gettext_lazy("Các chuyên đề"),
        rows=6,
        required=False,
        help_text=gettext_lazy("Mỗi dòng một chuyên đề, ví dụ: Lịch sử Đảng (5 tiết)."),
    )
    programme_topics = TextField(
        label=gettext_lazy("Chuyên đề học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
        rows=3,
        required=False,
        help_text=gettext_lazy(
            "Mỗi dòng một chuyên đề. Lớp theo chương trình này được ghi là có nội dung ấy."
        ),
    )

    def __init__(self, actor: Actor, *args: Any, kept: Curriculum | None = None, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        if kept is not None:
            self.fields.pop("unit", None)


def index(request: HttpRequest) -> HttpResponse:
    """Those that apply to one's unit and those of the units in reach, with what they teach."""
    actor = request.actor
    found = Curriculum.objects.visible_to(actor).select_related("unit").prefetch_related("parts")
    page = paginate(request, found, per=20)
    rows = organisation.with_unit_names(page, actor.on)
    may_edit = actor.may("study.edit")
    for row in rows:
        row.may_edit = may_edit and actor.reaches(row.unit)
    context = {"page": page, "rows": rows, "today": actor.on, "may_add": may_edit}
    return render(request, "study/curricula.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """Set a curriculum."""
    actor = request.actor
    form = CurriculumForm(actor, request.POST or None, initial={"starts": actor.on})
    if made := carry_out(form, lambda **typed: actions.set_curriculum(by=actor, **typed)):
        return redirect_with(request, made, _("Đã thêm chương trình bồi dưỡng."))
    return _form_page(request, form, _("Thêm chương trình bồi dưỡng"), _("Thêm chương trình"))


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct or end one."""
    actor = request.actor
    seen = Curriculum.objects.visible_to(actor).select_related("unit")
    kept: Curriculum = get_object_or_404(seen, pk=pk)
    rules.must_edit(actor.reaches(kept.unit))
    form = CurriculumForm(actor, request.POST or None, kept=kept, initial=_initial(kept))

    def write(**typed: Any) -> Curriculum:
        typed.pop("unit", None)
        return actions.change_curriculum(kept, by=actor, **typed)

    if carry_out(form, write):
        return redirect_with(request, kept, _("Đã sửa chương trình bồi dưỡng."))
    return _form_page(request, form, _("Sửa chương trình bồi dưỡng"), _("Lưu chương trình"), edits=True)


def _initial(kept: Curriculum) -> dict[str, Any]:
    initial = {name: getattr(kept, name) for name in ("kind", "name", "basis", "starts")}
    parts = list(kept.parts.all())
    return initial | {
        "last_day": kept.ends and kept.ends - ONE_DAY,
        "topics": "\n".join(str(one) for one in parts if not one.is_programme),
        "programme_topics": "\n".join(str(one) for one in parts if one.is_programme),
    }


def _form_page(
    request: HttpRequest, form: forms.Form, heading: str, button: str, *, edits: bool = False
) -> HttpResponse:
    context = {"form": form, "heading": heading, "button": button, "edits": edits}
    return render(request, "study/course_form.html", context)

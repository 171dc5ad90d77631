"""From which days "lũy kế" counts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures import actions
from lantoa.figures.models import Stage
from lantoa.figures.rules import stage_of
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import heads_the_tree


class StageForm(PlainForm):
    """A stage by its first and last day."""

    name = TextField(
        label=gettext_lazy("Tên giai đoạn"),
        max_length=120,
        help_text=gettext_lazy("Ví dụ: Nhiệm kỳ 2025–2030."),
    )
    starts = DayField(label=gettext_lazy("Từ ngày"))
    last_day = DayField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Bỏ trống nếu chưa biết ngày cuối."),
    )


def stages(request: HttpRequest) -> HttpResponse:
    """From which days "lũy kế" counts; who acts for the whole tree adds one."""
    form = StageForm(request.POST or None)
    may = request.actor.may("figures.stages") and heads_the_tree(request.actor)
    if request.method == "POST":
        kept = carry_out(form, lambda **typed: actions.keep_stage(by=request.actor, **typed))
        if kept:
            return redirect_with(
                request, "figures:stages", _("Đã đặt giai đoạn “%(name)s”.") % {"name": kept}
            )
    context = {
        "stages": Stage.objects.all(),
        "form": form,
        "may_keep": may,
        "usual": stage_of(request.actor.on),
    }
    return render(request, "figures/stages.html", context)


@posts_only
def stage_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a stage back."""
    stage = get_object_or_404(Stage, pk=pk)
    actions.drop_stage(stage, by=request.actor)
    return redirect_with(request, "figures:stages", _("Đã bỏ giai đoạn “%(name)s”.") % {"name": stage})

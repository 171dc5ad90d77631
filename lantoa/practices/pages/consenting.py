"""A name is taken out of a practice, words included."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.consents.models import Consent
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.practices import actions, naming
from lantoa.practices.models import SPOKEN, Practice


class RemovalForm(PlainForm):
    """The words without the name."""

    name = TextField(label=gettext_lazy("Tên mô hình"), max_length=200)
    reason = TextField(label=gettext_lazy("Chuyện bắt đầu thế nào"), max_length=4000, rows=4, required=False)
    how = TextField(label=gettext_lazy("Cách làm"), max_length=4000, rows=6, required=False)
    target = TextField(label=gettext_lazy("Chỉ tiêu, sản phẩm"), max_length=2000, rows=2, required=False)
    scope = TextField(label=gettext_lazy("Đối tượng, phạm vi"), max_length=250, required=False)
    hardest = TextField(label=gettext_lazy("Việc khó nhất"), max_length=250, required=False)
    cost_note = TextField(label=gettext_lazy("Nguồn kinh phí"), max_length=250, required=False)


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the name out, words included."""
    named = get_object_or_404(Consent.objects.about(Practice), pk=pk)
    practice: Practice = named.subject
    if not naming.answers_for(request.actor, practice):
        raise Http404
    form = RemovalForm(request.POST or None, initial={field: getattr(practice, field) for field in SPOKEN})
    if form.is_bound and carry_out(
        form, lambda **typed: actions.remove_name(named, by=request.actor, **typed)
    ):
        if Practice.objects.visible_to(request.actor).filter(pk=practice.pk).exists():
            return redirect_with(request, practice, _("Đã bỏ tên khỏi bài."))
        return redirect("practices:index")
    context = {"form": form, "named": named, "practice": practice}
    return render(request, "practices/remove_name.html", context)

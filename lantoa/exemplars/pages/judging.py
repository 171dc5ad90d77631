"""What the unit above does: publish or return, one after another."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.exemplars import actions, queries, rules
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.pages.forms import ReturnForm
from lantoa.exemplars.pages.reading import load, shown
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.fields import put_refusal
from lantoa.foundation.pages import redirect_with


def _load_to_judge(request: HttpRequest, pk: int) -> Exemplar:
    exemplar = load(request, pk)
    if not queries.may_judge(request.actor, exemplar):
        raise NotAllowed(_("Bài này của đồng chí, nêu tên đồng chí hoặc đề nghị nơi khác."))
    return exemplar


def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Read it; publish, or send it back."""
    exemplar = _load_to_judge(request, pk)
    if exemplar.status != rules.PROPOSED:
        raise Conflict(_("Bài này đã được xử lý. Mở lại trang để xem trạng thái mới."))
    return _judge_page(request, exemplar)


def _judge_page(
    request: HttpRequest, exemplar: Exemplar, form: ReturnForm | None = None, refusal: str = ""
) -> HttpResponse:
    context = shown(request, exemplar) | {
        "return_form": form or ReturnForm(),
        "refusal": refusal,
        "waiting": Exemplar.objects.awaiting(request.actor).count(),
        "days": (request.actor.on - exemplar.proposed_on).days if exemplar.proposed_on else 0,
    }
    return render(request, "exemplars/judge.html", context)


def _next(request: HttpRequest, message: str) -> HttpResponse:
    following = Exemplar.objects.awaiting(request.actor).first()
    if following:
        return redirect_with(request, "exemplars:judge", message, following.pk)
    return redirect_with(request, "exemplars:index", message)


@posts_only
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Into the library."""
    exemplar = _load_to_judge(request, pk)
    try:
        actions.publish(exemplar, by=request.actor)
    except BadInput as bad:
        return _judge_page(request, exemplar, refusal=str(bad))
    return _next(request, _("Đã công bố “%(title)s”.") % {"title": exemplar.title})


@posts_only
def return_for_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it back with the reason."""
    exemplar = _load_to_judge(request, pk)
    form = ReturnForm(request.POST)
    if form.is_valid():
        try:
            actions.return_for_changes(exemplar, by=request.actor, reason=form.text())
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            return _next(request, _("Đã trả lại để sửa, kèm lý do."))
    return _judge_page(request, exemplar, form=form)

"""The lists of the whole installation: who keeps them, what others propose, what was answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.actors import keeper_of_lists, keeps_lists
from lantoa.programme import actions
from lantoa.programme.models import ListProposal

SHOWN = 30
YES = "yes"


class ProposalForm(PlainForm):
    """What should be changed in which list."""

    list = forms.ChoiceField(label=gettext_lazy("Danh mục"), choices=capitalised(ListProposal.List.choices))
    words = TextField(
        label=gettext_lazy("Đề nghị"),
        max_length=500,
        rows=3,
        help_text=gettext_lazy("Thêm, sửa hay thôi dùng dòng nào, vì sao."),
    )


class AnswerForm(PlainForm):
    """Whether it is taken over, and why not."""

    agreed = forms.ChoiceField(
        label=gettext_lazy("Trả lời"),
        choices=[(YES, gettext_lazy("Nhận, sẽ sửa danh mục")), ("no", gettext_lazy("Chưa nhận"))],
        widget=forms.RadioSelect,
    )
    answer = TextField(label=gettext_lazy("Lời trả lời"), max_length=500, required=False)


def lists(request: HttpRequest) -> HttpResponse:
    """Who keeps which list; one's own proposals, or for the keeper all of them."""
    form = ProposalForm(request.POST or None)
    if carry_out(form, lambda **typed: actions.propose(by=request.actor, **typed)):
        said = _("Đã gửi đề nghị đến %(keeper)s.") % {"keeper": _keeper(request)}
        return redirect_with(request, "programme:lists", said)
    return _page(request, form=form)


@posts_only
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The keeper's word on one proposal."""
    proposal = get_object_or_404(ListProposal.objects.visible_to(request.actor), pk=pk)
    form = AnswerForm(request.POST, prefix=str(pk))

    def give(agreed: str, answer: str) -> ListProposal:
        return actions.answer_proposal(proposal, agreed=agreed == YES, answer=answer, by=request.actor)

    if carry_out(form, give):
        return redirect_with(request, "programme:lists", _("Đã trả lời. Nơi đề nghị được báo."))
    return _page(request, form=ProposalForm(), answered=(proposal.pk, form))


def _page(
    request: HttpRequest, *, form: PlainForm, answered: tuple[int, PlainForm] | None = None
) -> HttpResponse:
    actor = request.actor
    seen = ListProposal.objects.visible_to(actor).select_related("unit", "asked_by")
    newest = seen.order_by(F("answered_on").desc(nulls_first=True), "-pk")
    shown = list(organisation.with_unit_names(newest[:SHOWN], actor.on))
    may_answer = keeps_lists(actor)
    for one in shown:
        if may_answer and one.answered_on is None:
            is_it = answered and answered[0] == one.pk
            one.form = answered[1] if answered and is_it else AnswerForm(prefix=str(one.pk))
    context: dict[str, Any] = {
        "form": form,
        "back": answered[1] if answered else form,
        "keeper": _keeper(request),
        "kept": [label for _code, label in capitalised(ListProposal.List.choices)],
        "proposals": shown,
        "may_keep": may_answer,
    }
    return render(request, "programme/lists.html", context, status=400 if answered else 200)


def _keeper(request: HttpRequest) -> str:
    """The name of the unit that keeps the lists, today."""
    keeper = keeper_of_lists(request.actor.on)
    return organisation.name_of(keeper, request.actor.on) if keeper else _("cấp cao nhất trong hệ thống")

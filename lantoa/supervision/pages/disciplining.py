"""Decisions of discipline: those one may read, one of them with the word of whom it is about, writing one down."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.supervision import actions, queries, rules
from lantoa.supervision.models import Discipline, Inspection
from lantoa.supervision.pages.forms import DisciplineForm, EndForm, ReplyForm


def _load(request: HttpRequest, pk: int) -> Discipline:
    found = Discipline.objects.visible_to(request.actor).for_lists().select_related("inspection")
    one = get_object_or_404(found, pk=pk)
    actions.note_discipline_read(one, by=request.actor)
    return one


def index(request: HttpRequest) -> HttpResponse:
    """The decisions about oneself and one's unit, and those of one's own body; the latest first."""
    actor = request.actor
    page = paginate(request, Discipline.objects.visible_to(actor).for_lists())
    organisation.with_unit_names(page.object_list, actor.on)
    context = {"page": page, "writes": actor.may("supervision.plan") and actor.unit is not None}
    return render(request, "supervision/disciplines.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """A decision of one's own body; of an inspection where one is named."""
    actor = request.actor
    rules.must_plan(actor.unit is not None)
    inspection = _followed(request)
    start: dict[str, Any] = {"unit": inspection.unit} if inspection else {}
    if inspection and inspection.person:
        start["person"] = inspection.person.full_name
    form = DisciplineForm(actor, request.POST or None, initial=start)

    def act(**typed: Any) -> Discipline:
        return actions.write_discipline(by=actor, inspection=inspection, **typed)

    if request.method == "POST" and (one := carry_out(form, act)):
        return redirect_with(request, one, _("Đã ghi. Người, tổ chức trong quyết định đọc được từ bây giờ."))
    return render(request, "supervision/discipline_new.html", {"form": form, "inspection": inspection})


def _followed(request: HttpRequest) -> Inspection | None:
    key = asked_key(request.GET.get("cuoc"))
    if key is None:
        return None
    one = get_object_or_404(Inspection.objects.visible_to(request.actor).for_lists(), pk=key)
    rules.must_plan(queries.keeps_file(one, request.actor))
    return one


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision, and the word beside it."""
    return _page(request, _load(request, pk))


def _page(request: HttpRequest, one: Discipline, **forms: Any) -> HttpResponse:
    actor = request.actor
    context = {
        "one": one,
        "unit_name": organisation.name_of(one.unit, actor.on),
        "body_name": organisation.name_of(one.body, actor.on),
        "is_about": queries.is_disciplined(one, actor),
        "keeps": queries.keeps_discipline(one, actor) and not actor.is_one_with(one.person_id),
        "reply": ReplyForm(initial={"text": one.reply}),
        "end": EndForm(initial={"ended_on": actor.on}),
    }
    return render(request, "supervision/discipline.html", context | forms)


@posts_only
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """The word of whom it is about."""
    one = _load(request, pk)
    form = ReplyForm(request.POST)
    if carry_out(form, lambda text: actions.reply_to_discipline(one, by=request.actor, text=text)):
        return redirect_with(request, one, _("Đã ghi ý kiến; ý kiến luôn hiện cùng quyết định."))
    return _page(request, one, reply=form)


@posts_only
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """It is no longer in force."""
    one = _load(request, pk)
    form = EndForm(request.POST)
    if carry_out(form, lambda **typed: actions.end_discipline(one, by=request.actor, **typed)):
        return redirect_with(request, one, _("Đã ghi hết hiệu lực."))
    return _page(request, one, end=form)

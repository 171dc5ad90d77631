"""One answer: its own unit checks, corrects and sends it; others read it, receive it, give it back, open it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation import trail
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import show_moment
from lantoa.foundation.fields import carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.models import Event
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.rounds import actions, adding, compose, queries, rules
from lantoa.rounds.models import Answer, Round
from lantoa.rounds.pages.forms import AnswerForm


def _seen(request: HttpRequest, pk: int) -> Answer:
    return get_object_or_404(queries.with_round(Answer.objects.visible_to(request.actor)), pk=pk)


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The form while it is the unit's to send and the reader may send it; else what was sent."""
    found, actor = _seen(request, pk), request.actor
    is_ours = actor.unit == found.unit and actor.may("rounds.answer")
    if is_ours and not found.is_told and found.round.is_open and found.carried_by_id is None:
        return _fill(request, found)
    return _read(request, found)


def _fill(request: HttpRequest, found: Answer) -> HttpResponse:
    actor = request.actor
    sheet = compose.sheet(found, actor.on)
    form = AnswerForm(sheet, queries.bounds_for(found, actor.on), request.POST or None)
    if sent := carry_out(form, lambda **typed: actions.send(found, by=actor, **typed)):
        return redirect_with(request, sent, _said(sent, request))
    context = {
        "answer": _seen(request, found.pk) if form.is_bound else found,
        "sheet": sheet,
        "form": form,
        "rows": form.rows(),
        "to": _receiver(found, request),
        **_shared(request, found),
    }
    return render(request, "rounds/fill.html", context)


def _said(sent: Answer, request: HttpRequest) -> str:
    at = show_moment(sent.sent_at)
    if sent.is_of_the_top:
        return _("Đã chốt số liệu lúc %(at)s.") % {"at": at}
    return _("Đã gửi đến %(to)s lúc %(at)s.") % {"to": _receiver(sent, request), "at": at}


def _receiver(found: Answer, request: HttpRequest) -> str:
    """The name of the unit that it goes to; empty at the top."""
    above = queries.answers_above(found, request.actor.on)
    return organisation.name_of(above[0].unit, request.actor.on) if above else ""


def _shared(request: HttpRequest, found: Answer) -> dict[str, Any]:
    return {
        "round": found.round,
        "unit_name": organisation.name_of(found.unit, request.actor.on),
        "today": request.actor.on,
        "trail": trail.told(Event.objects.about(found), {}),
    }


def _read(request: HttpRequest, found: Answer) -> HttpResponse:
    actor = request.actor
    may = actor.may("rounds.answer")
    is_above = may and queries.receives(actor, found)
    is_party = is_above or (may and actor.unit == found.unit)
    now = adding.now_of(found) if found.counts else None
    lines = list(found.lines.select_related("item"))
    context = {
        "answer": found,
        "lines": [(line, now.of(line.item_id) if now else None) for line in lines],
        "now": now,
        "addenda": _addenda(request, found),
        "may_judge": is_above and found.status == rules.SENT and not actor.is_one_with(found.sent_by_id),
        "may_ask": is_party and found.is_told and found.round.is_open and not found.reopen_asked_by_id,
        "may_reopen": is_party
        and found.reopen_asked_by_id
        and not actor.is_one_with(found.reopen_asked_by_id),
        "has_asked": actor.is_one_with(found.reopen_asked_by_id),
        **_shared(request, found),
    }
    return render(request, "rounds/answer.html", context)


def _addenda(request: HttpRequest, found: Answer) -> list[dict[str, Any]]:
    """What came afterwards: from whom, when, which cells by how much."""
    labels = {item.pk: item for item in found.round.items.all()}
    rows = list(found.addenda.select_related("source__unit"))
    names = organisation.names_of({row.source.unit_id for row in rows}, request.actor.on)
    return [
        {
            "name": names.get(row.source.unit_id, row.source.unit.code),
            "at": row.at,
            "told": row.told,
            "changes": [(labels[key], amount.amount) for key, amount in adding.added_by(row).sums.items()],
        }
        for row in rows
    ]


def _act(request: HttpRequest, pk: int, act: Callable[..., Any], said: str, **given: Any) -> HttpResponse:
    found = _seen(request, pk)
    act(found, by=request.actor, **given)
    return redirect_with(request, found, said)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()[:500]


@posts_only
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Received."""
    return _act(request, pk, actions.accept, _("Đã nhận số liệu."))


@posts_only
def accept_many(request: HttpRequest, pk: int) -> HttpResponse:
    """Those ticked on the page of the round."""
    found = get_object_or_404(Round.objects.visible_to(request.actor), pk=pk)
    keys = [key for text in request.POST.getlist("answers") if (key := asked_key(text))]
    chosen = queries.with_round(Answer.objects.visible_to(request.actor)).filter(round=found, pk__in=keys)
    if keys and not chosen:
        raise Http404
    n = actions.accept_many(chosen, by=request.actor)
    return redirect_with(request, found, _("Đã nhận số liệu của %(n)s đơn vị.") % {"n": n})


@posts_only
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the unit."""
    return _act(request, pk, actions.give_back, _("Đã trả lại, kèm lý do."), reason=_reason(request))


@posts_only
def ask_to_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """The first of two."""
    said = _("Đã đề nghị mở lại. Một người khác đồng ý thì đơn vị sửa được.")
    return _act(request, pk, actions.ask_to_reopen, said, reason=_reason(request))


@posts_only
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """The second of two."""
    return _act(request, pk, actions.reopen, _("Đã mở lại. Số cũ giữ nguyên đến khi đơn vị gửi lại."))


@posts_only
def leave_closed(request: HttpRequest, pk: int) -> HttpResponse:
    """No."""
    return _act(request, pk, actions.leave_closed, _("Không mở lại. Số đã gửi giữ nguyên."))

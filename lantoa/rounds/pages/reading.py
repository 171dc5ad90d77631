"""The rounds one may see, and one of them: who has answered, who has not, in which state each is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lantoa.foundation.filters import chosen
from lantoa.foundation.pages import paginate
from lantoa.messages.rules import reminder_days
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit
from lantoa.rounds import queries
from lantoa.rounds.models import Answer, Round
from lantoa.rounds.words import State, Status


def index(request: HttpRequest) -> HttpResponse:
    """Open rounds first, the newest first within."""
    actor = request.actor
    asked = chosen(request, "loc", State.values)
    found = Round.objects.visible_to(actor)
    page = paginate(request, queries.with_counts(found.filter(state=asked) if asked else found), per=20)
    context = {
        "page": page,
        "rows": _with_own(list(page), request),
        "asked": asked,
        "states": [(code, words) for code, words in State.choices if code != State.WITHDRAWN],
        "may_open": actor.may("rounds.open") and actor.unit is not None,
        "today": actor.on,
    }
    return render(request, "rounds/index.html", context)


def _with_own(rounds: list[Round], request: HttpRequest) -> list[Round]:
    """Each with `mine`, what the actor's own unit is asked there, and `by`, who opened it."""
    actor = request.actor
    mine = actor.in_own_unit(Answer.objects.standing().filter(round__in=[one.pk for one in rounds]))
    own = {answer.round_id: answer for answer in mine}
    names = organisation.names_of({one.unit_id for one in rounds}, actor.on)
    for one in rounds:
        one.mine, one.by = own.get(one.pk), names.get(one.unit_id, one.unit.code)
    return rounds


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has answered: the units directly below one's own, those that have not first."""
    actor = request.actor
    found = get_object_or_404(Round.objects.visible_to(actor).select_related("unit", "opened_by"), pk=pk)
    asked = chosen(request, "loc", Status.values)
    rows = queries.rows_below(found, actor.unit, actor.on) if actor.unit else []
    page = paginate(request, [row for row in rows if asked in ("", row.answer.status)])
    context: dict[str, Any] = {
        "round": found,
        "by": organisation.name_of(found.unit, actor.on),
        "mine": queries.own_answer(found, actor),
        "counts": [(code, words, n) for code, words, n in _counts(rows) if n],
        "asked": asked,
        "page": page,
        "rows": queries.with_changes(list(page)),
        "not_mine": {row.answer.pk for row in page if not actor.is_one_with(row.answer.sent_by_id)},
        "may_accept": actor.may("rounds.answer") and asked == Status.SENT,
        "overdue": sum(row.answer.is_overdue(actor.on) for row in rows),
        "may_urge": actor.may("messages.urge"),
        "all": len(rows),
        "items": found.items.all(),
        "may_end": found.is_open and actor.may("rounds.open") and found.unit == actor.unit,
        "is_unanswered": not found.answers.told().exists(),
        "reminders": sorted(reminder_days(found.due_on).values()),
        "today": actor.on,
    }
    return render(request, "rounds/show.html", context)


def _counts(rows: list[queries.Row]) -> list[tuple[str, Any, int]]:
    return [(code, words, sum(row.answer.status == code for row in rows)) for code, words in Status.choices]


def late(request: HttpRequest) -> HttpResponse:
    """What the unit of the address, and those below it, have not sent by its day."""
    actor, unit = request.actor, asked_unit(request)
    page = paginate(request, queries.late_answers(unit, actor.on))
    context = {
        "page": page,
        "rows": organisation.with_unit_names(page, actor.on),
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "today": actor.on,
    }
    return render(request, "rounds/late.html", context)

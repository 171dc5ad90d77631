"""Emulation movements: what runs, who takes part, how it was summed up."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit
from lantoa.programme import actions, queries, rules
from lantoa.programme.exchange import MOVEMENTS, PARTICIPATIONS
from lantoa.programme.models import Movement, MovementReview, Participation
from lantoa.programme.pages.movement_forms import (
    JoiningForm,
    LeavingForm,
    MovementForm,
    MovementReviewForm,
    SumUpForm,
)
from lantoa.programme.pages.programme import fill_in, mine, unit_of

MOST_OFFERED = 200
COUNTED = {
    "units": "participations",
    "persons": "participants",
    "party": "party_participants",
    "by_name": "named_participants",
}


def movements(request: HttpRequest) -> HttpResponse:
    """All movements that concern the unit, running and ended, the newest first."""
    unit, actor = asked_unit(request), request.actor
    found = queries.movements_ever(unit, actor.on)
    is_awaiting = request.GET.get("loc") == queries.AWAITING
    if is_awaiting:
        seen = Movement.objects.all().visible_to(actor).awaiting_their_sum(actor.on)
        found = actor.within(seen, unit).order_by("-ends", "-pk")
    if wants_workbook(request):
        return MOVEMENTS.answer(found, by=actor, unit=unit)
    page = paginate(request, found)
    context = {
        "page": page,
        "rows": organisation.with_unit_names(page, actor.on),
        "unit_name": actor.name_of(unit),
        "today": actor.on,
        "is_awaiting": is_awaiting,
        "unit": unit,
        "may_add": actor.may("programme.edit") and actor.reaches(unit),
    }
    return render(request, "programme/movements.html", context)


def movement(request: HttpRequest, pk: int) -> HttpResponse:
    """One movement: its targets, who takes part within reach, its results."""
    actor, found = request.actor, _seen(request, pk)
    joined = Participation.objects.visible_to(actor).filter(movement=found)
    lines = queries.with_told(queries.participations_with_reviews(joined), _last_day(found, actor.on))
    page = paginate(request, lines.order_by("left_on", "joined_on", "pk"))
    may_edit = actor.may("programme.edit")
    context = {
        "movement": found,
        "kept_by": organisation.name_of(found.unit, actor.on),
        "is_over": found.ends is not None and found.ends <= actor.on,
        "page": page,
        "rows": organisation.with_unit_names(page, actor.on),
        "sums": queries.taking_part(joined, _last_day(found, actor.on)),
        "behind": _behind(request, found),
        "may_keep": may_edit and actor.reaches(found.unit),
        "may_join": may_edit,
    }
    return render(request, "programme/movement.html", context)


def _seen(request: HttpRequest, pk: int) -> Movement:
    return get_object_or_404(Movement.objects.visible_to(request.actor).select_related("unit"), pk=pk)


def _behind(request: HttpRequest, found: Movement) -> dict[str, str]:
    """What is counted of this movement → where the list behind it is; of one's own unit and of those below."""
    actor = request.actor
    if actor.unit is None or not actor.may("figures.view"):
        return {}
    period = Period.year(_last_day(found, actor.on).year)
    split = ("in", f"m{found.pk}")
    return {
        name: counting.address_of(f"programme.{code}", actor.unit, period, split)
        for name, code in COUNTED.items()
    }


def participations(request: HttpRequest) -> HttpResponse:
    """Which units take part in what: of all movements, or of one."""
    unit, actor = asked_unit(request), request.actor
    seen = actor.within(Participation.objects.visible_to(actor), unit)
    chosen = asked_key(request.GET.get("phong-trao"))
    found = seen.filter(movement=chosen) if chosen else seen
    is_awaiting = request.GET.get("loc") == queries.AWAITING
    if is_awaiting:
        found = found.filter(pk__in=queries.without_a_word_of_the_end(actor.on).values("pk"))
    if wants_workbook(request):
        return PARTICIPATIONS.answer(found, by=actor, unit=unit)
    page = paginate(request, found.select_related("movement").order_by("-joined_on", "-pk"))
    offered = queries.movements_ever(unit, actor.on)[:MOST_OFFERED]
    context = {
        "page": page,
        "rows": organisation.with_unit_names(page, actor.on),
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "movements": [(str(one.pk), one.name) for one in offered],
        "chosen": str(chosen or ""),
        "is_awaiting": is_awaiting,
        "may_import": actor.may("programme.edit"),
    }
    return render(request, "programme/participations.html", context)


def _last_day(found: Movement, today: dt.date) -> dt.date:
    """Who takes part is asked of today, and of its last day once the movement is over."""
    return min(today, found.ends - dt.timedelta(days=1)) if found.ends else today


def movement_new(request: HttpRequest) -> HttpResponse:
    """Record a movement that the unit carries out."""
    form = MovementForm(request.POST or None, actor=request.actor)
    return fill_in(
        request,
        form,
        lambda typed: actions.launch_movement(by=request.actor, **unit_of(typed, request)),
        title=_("Thêm phong trào thi đua"),
        button=_("Thêm phong trào"),
        done=_("Đã thêm phong trào."),
    )


def movement_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct or end a movement."""
    found = mine(request, Movement.objects, pk)
    names = ("name", "level", "launched_by", "starts", "targets")
    initial = {name: getattr(found, name) for name in names}
    initial["last_day"] = found.ends - dt.timedelta(days=1) if found.ends else None
    form = MovementForm(request.POST or None, actor=request.actor, with_unit=False, initial=initial)
    return fill_in(
        request,
        form,
        lambda typed: actions.change_movement(found, by=request.actor, **typed),
        title=_("Sửa phong trào thi đua"),
        button=_("Lưu phong trào"),
        done=_("Đã sửa phong trào."),
        edits=True,
    )


def movement_sum_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what the movement has brought."""
    found = mine(request, Movement.objects, pk)
    initial = {"on": found.summed_up_on or request.actor.on, "results": found.results}
    return fill_in(
        request,
        SumUpForm(request.POST or None, initial=initial),
        lambda typed: actions.sum_up_movement(found, by=request.actor, **typed),
        title=_("Tổng kết phong trào"),
        note=found.name,
        button=_("Ghi tổng kết"),
        done=_("Đã ghi tổng kết phong trào."),
        edits=True,
    )


def movement_join(request: HttpRequest, pk: int) -> HttpResponse:
    """A unit of those in reach takes part."""
    found, actor = _seen(request, pk), request.actor
    form = JoiningForm(request.POST or None, actor=actor, initial={"joined_on": max(found.starts, actor.on)})
    form.order_fields(["unit"])
    return fill_in(
        request,
        form,
        lambda typed: actions.join_movement(found, by=actor, **unit_of(typed, request)),
        title=_("Ghi đơn vị tham gia"),
        note=found.name,
        button=_("Ghi tham gia"),
        done=_("Đã ghi đơn vị tham gia phong trào."),
    )


def participation_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct one line."""
    joined = joined_here(request, pk)
    names = ("joined_on", "content", "persons", "party_members")
    return fill_in(
        request,
        JoiningForm(
            request.POST or None,
            actor=request.actor,
            with_unit=False,
            initial={name: getattr(joined, name) for name in names},
        ),
        lambda typed: actions.change_participation(joined, by=request.actor, **typed),
        title=_("Sửa dòng tham gia phong trào"),
        note=named(request, joined),
        button=_("Lưu"),
        done=_("Đã sửa dòng tham gia."),
        edits=True,
    )


def participation_review(request: HttpRequest, pk: int) -> HttpResponse:
    """What the unit did in the movement, as it reviewed it that day."""
    joined = joined_here(request, pk)
    return fill_in(
        request,
        MovementReviewForm(request.POST or None, initial={"reviewed_on": request.actor.on}),
        lambda typed: actions.review_participation(joined, by=request.actor, **typed),
        title=_("Ghi sơ kết, tổng kết của đơn vị"),
        note=named(request, joined),
        button=_("Ghi kết quả"),
        done=_("Đã ghi kết quả của đơn vị trong phong trào."),
    )


def movement_review_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was written of one review."""
    actor = request.actor
    seen: Any = MovementReview.objects.visible_to(actor)
    review: MovementReview = get_object_or_404(
        seen.select_related("participation__movement", "participation__unit"), pk=pk
    )
    rules.must_edit(actor.reaches(review.participation.unit))
    initial = {name: getattr(review, name) for name in ("reviewed_on", "kind", "results")}
    return fill_in(
        request,
        MovementReviewForm(request.POST or None, initial=initial),
        lambda typed: actions.change_review(review, by=actor, **typed),
        title=_("Sửa sơ kết, tổng kết của đơn vị"),
        note=named(request, review.participation),
        button=_("Lưu"),
        done=_("Đã sửa kết quả của đơn vị trong phong trào."),
        edits=True,
    )


def participation_leave(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit takes part no longer."""
    joined = joined_here(request, pk)
    return fill_in(
        request,
        LeavingForm(request.POST or None, initial={"on": request.actor.on}),
        lambda typed: actions.leave_movement(joined, by=request.actor, **typed),
        title=_("Ghi thôi tham gia phong trào"),
        note=named(request, joined),
        button=_("Ghi thôi tham gia"),
        done=_("Đã ghi đơn vị thôi tham gia."),
        edits=True,
    )


def joined_here(request: HttpRequest, pk: int) -> Participation:
    """The line of a unit in a movement, for who may write in it."""
    seen: Any = Participation.objects.visible_to(request.actor).select_related("movement", "unit")
    joined: Participation = get_object_or_404(seen, pk=pk)
    rules.must_edit(request.actor.reaches(joined.unit))
    return joined


def named(request: HttpRequest, joined: Participation) -> str:
    """Which unit, in which movement."""
    unit = organisation.name_of(joined.unit, request.actor.on)
    return _("%(unit)s, phong trào “%(name)s”") % {"unit": unit, "name": joined.movement.name}

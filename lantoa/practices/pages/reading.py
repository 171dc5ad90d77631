"""One practice, and those that are one's own or wait for one's word."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.consents import queries as consents
from lantoa.foundation import attachments
from lantoa.foundation.addresses import absolute
from lantoa.foundation.pages import paginate
from lantoa.foundation.panels import show_panel
from lantoa.foundation.sheets import wants_workbook
from lantoa.practices import queries, rules
from lantoa.practices.exchange import PRACTICES
from lantoa.practices.models import Practice
from lantoa.practices.naming import NAMING
from lantoa.programme.models import Movement

PER_PAGE = 12


def load(request: HttpRequest, pk: int) -> Practice:
    """The practice with what its page shows, if this actor may see it; 404 otherwise."""
    found = Practice.objects.visible_to(request.actor)
    related = found.select_related("unit", "person", "field", "movement", "judging_unit")
    return get_object_or_404(related.prefetch_related("evidence", "recognitions"), pk=pk)


def index(request: HttpRequest) -> HttpResponse:
    """Those this actor answers for; with ?cho=toi what waits for her word. The library stands in a room above."""
    actor, waits = request.actor, bool(request.GET.get("cho"))
    found = Practice.objects.awaiting(actor) if waits else Practice.objects.of(actor).order_by("-pk")
    if wants_workbook(request):
        return PRACTICES.answer(found, by=actor)
    page = paginate(request, found.select_related("field").prefetch_related("recognitions"), per=PER_PAGE)
    page.object_list = queries.with_places(page.object_list, actor.on)
    may_write = actor.may("practices.write") and actor.unit is not None
    context = {"page": page, "waits": waits, "may_write": may_write}
    return render(request, "practices/index.html", context)


def of_movement(request: HttpRequest, pk: int) -> HttpResponse:
    """A piece of the movement's page: what was registered in it, how much of it goes on; a page of its own without
    JavaScript."""
    actor = request.actor
    movement = get_object_or_404(Movement.objects.visible_to(actor), pk=pk)
    found = Practice.objects.visible_to(actor).registered().filter(movement=movement)
    page = paginate(request, found.order_by("-registered_on", "-pk"), per=PER_PAGE)
    page.object_list = queries.with_places(page.object_list, actor.on)
    context = {
        "page": page,
        "sums": queries.sums_of_movement(found, actor.on),
        "movement": movement,
        "year": actor.on.year,
        "may_assess": queries.assessable(movement, actor).exists(),
    }
    title = f"{_('Mô hình trong phong trào')}: {movement.name}"
    return show_panel(request, "practices/of_movement.html", context, title=title)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The story, the way, the cost, whom to ask, what came of it."""
    return render(request, "practices/show.html", shown(request, load(request, pk)))


def shown(request: HttpRequest, practice: Practice) -> dict[str, Any]:
    """What the page of one practice needs, with what this actor may do there."""
    actor = request.actor
    queries.with_places([practice], actor.on)
    may_write = queries.may_write(actor, practice)
    is_hidden = Practice.objects.hidden().filter(pk=practice.pk).exists()
    may_recognise = queries.may_recognise(actor, practice)
    # What was said before it was registered is between its owner and its judge.
    sees_the_trail = may_write or may_recognise or queries.may_judge(actor, practice)
    requests = list(practice.recognition_requests.all()) if sees_the_trail else []
    lesson = queries.lesson_of(practice) if practice.status == rules.STOPPED else None
    return {
        "practice": practice,
        "lesson": lesson,
        "may_tell_a_lesson": may_write and practice.status == rules.STOPPED,
        "requests": requests,
        "answerable": [
            one.pk for one in requests if one.state == "waiting" and queries.may_answer(actor, one)
        ],
        "may_ask": may_write and practice.status == rules.RUNNING and practice.result_on is not None,
        "recognitions": practice.recognitions.all(),
        "assessments": practice.assessments.all(),
        "is_public": practice.registered_on is not None and not is_hidden and not lesson,
        # Names of persons do not travel in messages.
        "shared_name": practice.label_in_history,
        "address": absolute(request, practice.get_absolute_url()),
        "named": consents.shown(practice, NAMING) if sees_the_trail else [],
        "is_hidden": is_hidden,
        "photos": [file for file in practice.evidence.all() if file.is_image],
        "papers": [file for file in practice.evidence.all() if not file.is_image],
        "trail": queries.trail(practice) if sees_the_trail else [],
        "appraised": queries.appraised_of(practice) if sees_the_trail else [],
        "may_appraise": queries.may_appraise(actor, practice),
        "may_edit": may_write and practice.status in rules.WRITABLE,
        "may_judge": practice.status == rules.PROPOSED and queries.may_judge(actor, practice),
        "may_start": may_write and rules.STEPS.may("start", practice.status),
        "may_stop": may_write and rules.STEPS.may("stop", practice.status),
        "may_add": may_write,
        "may_recognise": may_recognise,
        "own_core": list(practice.core_parts.all()),
        "may_report": may_write and practice.began_on is not None,
        "may_write_core": may_write and practice.is_original and practice.registered_on is not None,
        "next_judge": practice.status in rules.WRITABLE
        and queries.judge_for(practice.unit, practice.level, by=actor).name_on(actor.on),
    }


def evidence(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """A photo or paper, for who may see the practice."""
    practice = get_object_or_404(Practice.objects.visible_to(request.actor), pk=pk)
    attachment = practice.evidence.filter(pk=file_pk).first()
    if attachment is None:
        raise Http404
    return attachments.serve(attachment)

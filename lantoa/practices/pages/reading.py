"""The library and one practice."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lantoa.consents import queries as consents
from lantoa.foundation import attachments
from lantoa.foundation.asking import asked_key, asked_words
from lantoa.foundation.pages import paginate
from lantoa.organisation.models import Unit
from lantoa.organisation.work import WORK
from lantoa.people.actors import Actor, heads_the_tree
from lantoa.practices import drawing, queries, rules
from lantoa.practices.models import Adoption, Practice, PracticeQuerySet, Recognition
from lantoa.practices.naming import NAMING
from lantoa.practices.queries import shelf

PER_PAGE, ADOPTERS_PER_PAGE = 12, 20


def load(request: HttpRequest, pk: int) -> Practice:
    """The practice with what its page shows, if this actor may see it; 404 otherwise."""
    found = Practice.objects.visible_to(request.actor)
    related = found.select_related("unit", "person", "field", "movement", "judging_unit")
    return get_object_or_404(related.prefetch_related("evidence", "recognitions"), pk=pk)


def index(request: HttpRequest) -> HttpResponse:
    """The library; with ?cho=toi what waits for this actor's word, with ?cua=toi the actor's own."""
    actor, asked = request.actor, _asked(request)
    shared = Practice.objects.shared_with(actor).originals()
    if asked["cho"]:
        found = everything = Practice.objects.awaiting(actor)
    elif asked["cua"]:
        found = everything = Practice.objects.of(actor).order_by("-pk")
    else:
        everything = shared
        found = shelf.in_order(_filtered(everything, asked, actor), asked["xep"], actor.on)
    in_all = _filtered(everything, {**asked, "linh_vuc": ""}, actor)
    fields = queries.by_field(in_all)
    related = found.select_related("field").prefetch_related("recognitions")
    page = paginate(request, related, per=PER_PAGE)
    page.object_list = _with_spread(queries.with_places(page.object_list, actor.on), actor.on)
    context = {
        "page": page,
        "asked": asked,
        "kept": [(name, value) for name, value in request.GET.items() if name not in ("linh-vuc", "trang")],
        "fields": fields,
        "in_all_fields": in_all.count(),
        "running": shared.running_on(actor.on).count(),
        "registered": shared.count(),
        "reach": queries.reach_of(shared, actor.on),
        "waiting": Practice.objects.awaiting(actor).count(),
        "unfinished": Practice.objects.of(actor).filter(status__in=rules.BEFORE_REGISTRATION).count(),
        "works": WORK.items(),
        "areas": shelf.areas(shared, actor.on),
        "narrowed": any(asked[name] for name in ("chu_the", "tinh_trang", "quy_mo", "noi")),
        "subjects": Practice.Subject.choices,
        "may_judge": actor.may("practices.judge") and actor.unit is not None,
        "may_write": actor.may("practices.write") and actor.unit is not None,
        "may_edit_fields": actor.may("programme.edit") and heads_the_tree(actor),
    }
    return render(request, "practices/index.html", context)


def _with_spread(rows: list[Practice], on: dt.date) -> list[Any]:
    """Each card with how far its practice has gone."""
    numbers = queries.spread_of(rows, on)
    shown: list[Any] = rows
    for row in shown:
        row.numbers = numbers[row.pk]
        row.dots = drawing.dots(row.numbers.running, row.numbers.stopped)
    return shown


def _asked(request: HttpRequest) -> dict[str, str]:
    names = {"cho": "cho", "cua": "cua", "tim": "tim", "linh_vuc": "linh-vuc", "loai": "loai"}
    names |= {"chu_the": "chu-the", "tinh_trang": "tinh-trang", "quy_mo": "quy-mo", "noi": "noi"}
    names |= {"sau_6": "sau-6-thang", "xep": "xep"}
    found = {name: request.GET.get(asked, "")[:100] for name, asked in names.items()}
    return found | {"tim": asked_words(request)}


def _filtered(found: PracticeQuerySet, asked: dict[str, str], actor: Actor) -> PracticeQuerySet:
    found = _by_unit(found, asked, actor.on)
    if asked["sau_6"] in (shelf.LIVES, shelf.TOO_EARLY, shelf.GONE):
        found = shelf.after_six_months(found, asked["sau_6"], actor.on)
    if field := asked_key(asked["linh_vuc"]):
        found = found.filter(field=field)
    if asked["chu_the"] in Practice.Subject.values:
        found = found.filter(subject=asked["chu_the"])
    match asked["tinh_trang"]:
        case "dang-lam":
            found = found.filter(status=rules.RUNNING)
        case "da-dung":
            found = found.filter(status=rules.STOPPED)
        case "tieu-bieu":
            found = found.filter(is_typical=True)
        case "cong-nhan":
            found = found.filter(pk__in=Recognition.objects.values("practice"))
    return found.matching(asked["tim"])


def _by_unit(found: PracticeQuerySet, asked: dict[str, str], on: dt.date) -> PracticeQuerySet:
    """By where it is done: the work and the size of the unit, the commune."""
    if asked["loai"] in WORK:
        found = shelf.of_work(found, asked["loai"], on)
    elif asked["loai"] in Unit.Kind.values:
        found = found.filter(unit__kind=asked["loai"])
    if asked["quy_mo"] in shelf.SIZES:
        found = shelf.of_size(found, asked["quy_mo"], on)
    area = Unit.objects.filter(code=asked["noi"]).first() if asked["noi"] else None
    return shelf.in_area(found, area, on) if area else found


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
        "is_public": practice.registered_on is not None and not is_hidden and not lesson,
        # Names of persons do not travel in messages.
        "shared_name": practice.label_in_history,
        "address": request.build_absolute_uri(practice.get_absolute_url()),
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
        **_spread(request, practice, may_write=may_write),
        "next_judge": practice.status in rules.WRITABLE
        and queries.judge_for(practice.unit, practice.level, by=actor).name_on(actor.on),
    }


def _spread(request: HttpRequest, practice: Practice, *, may_write: bool) -> dict[str, Any]:
    """Where it was learned, who took it over, what they kept of it; what this actor may do about that."""
    actor = request.actor
    if practice.registered_on is None:
        return {"own_core": list(practice.core_parts.all())}
    learned = queries.adoption_of(practice)
    page = paginate(request, queries.adopters_of(practice), per=ADOPTERS_PER_PAGE)
    page.object_list = queries.with_names(page.object_list, actor.on)
    numbers = queries.spread_of([practice], actor.on)[practice.pk]
    return {
        "learned": learned and queries.with_names([learned], actor.on)[0],
        "origin_seen": learned and _sees(actor, learned.origin_id),
        "own_parts": learned.parts.all() if learned else [],
        "next_question": learned and rules.next_question(learned.adopted_on, actor.on),
        "due": learned and practice.status == rules.RUNNING and queries.due_question(learned, actor.on),
        "may_take_back": may_write and learned and _may_take_back(learned, actor),
        "may_withdraw": may_write
        and learned
        and rules.may_be_withdrawn(
            learned.recorded_on, actor.on, has_followers=queries.has_followers(learned)
        ),
        "may_adopt": _may_adopt(actor, practice),
        "may_report": may_write and practice.began_on is not None,
        "may_write_core": may_write and learned is None,
        "own_core": list(practice.core_parts.all()),
        "numbers": numbers,
        "adopters": page,
        "parts": [
            (part, drawing.stretches(part.kept, part.changed, part.dropped))
            for part in (queries.parts_of(practice) if numbers.taken_over and not learned else [])
        ],
        "helped": queries.helping(practice).count() if numbers.taken_over else 0,
    }


def _sees(actor: Actor, pk: int) -> bool:
    return Practice.objects.visible_to(actor).filter(pk=pk).exists()


def _may_take_back(learned: Adoption, actor: Actor) -> bool:
    last = learned.checkups.order_by("due_on").last()
    return last is not None and actor.on <= last.answered_on + rules.WINDOW


def _may_adopt(actor: Actor, practice: Practice) -> bool:
    """Whether pressing the button would go through, as far as one question tells."""
    if actor.unit is None or not queries.may_adopt_for(actor, actor.unit):
        return False
    chain = queries.chain_of(practice)
    units = {one.unit_id for one in chain}
    heirs = queries.heirs_of(units | {actor.unit.pk}, actor.on)
    is_own = heirs[actor.unit.pk] in {heirs[one] for one in units}
    never_began = practice.status == rules.STOPPED and practice.began_on is None
    living = queries.living_adoption(chain[-1], actor.unit, actor.on)
    return not (is_own or never_began or living)


def evidence(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """A photo or paper, for who may see the practice."""
    practice = get_object_or_404(Practice.objects.visible_to(request.actor), pk=pk)
    attachment = practice.evidence.filter(pk=file_pk).first()
    if attachment is None:
        raise Http404
    return attachments.serve(attachment)

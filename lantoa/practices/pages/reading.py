"""The library and one practice."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lantoa.foundation import attachments
from lantoa.foundation.pages import paginate
from lantoa.organisation.models import Unit
from lantoa.practices import queries, rules
from lantoa.practices.models import Practice, PracticeQuerySet, Recognition
from lantoa.programme.queries import heads_the_tree

PER_PAGE = 12


def load(request: HttpRequest, pk: int) -> Practice:
    """The practice with what its page shows, if this actor may see it; 404 otherwise."""
    found = Practice.objects.visible_to(request.actor)
    related = found.select_related("unit", "person", "field", "movement", "judging_unit")
    return get_object_or_404(related.prefetch_related("evidence", "recognitions"), pk=pk)


def index(request: HttpRequest) -> HttpResponse:
    """The library; with ?cho=toi what waits for this actor's word, with ?cua=toi the actor's own."""
    actor, asked = request.actor, _asked(request)
    shared = Practice.objects.shared_with(actor)
    if asked["cho"]:
        found = everything = Practice.objects.awaiting(actor)
    elif asked["cua"]:
        found = everything = Practice.objects.of(actor).order_by("-pk")
    else:
        everything = shared
        found = _filtered(everything, asked)
    in_all = _filtered(everything, {**asked, "linh_vuc": ""})
    fields = queries.by_field(in_all)
    related = found.select_related("field").prefetch_related("recognitions")
    page = paginate(request, related, per=PER_PAGE)
    page.object_list = queries.with_places(page.object_list, actor.on)
    context = {
        "page": page,
        "asked": asked,
        "kept": [(name, value) for name, value in request.GET.items() if name not in ("linh-vuc", "trang")],
        "fields": fields,
        "in_all_fields": in_all.count(),
        "running": shared.running_on(actor.on).count(),
        "registered": shared.count(),
        "waiting": Practice.objects.awaiting(actor).count(),
        "unfinished": Practice.objects.of(actor).filter(status__in=rules.BEFORE_REGISTRATION).count(),
        "unit_kinds": Unit.Kind.choices,
        "subjects": Practice.Subject.choices,
        "may_write": actor.may("practices.write") and actor.unit is not None,
        "may_edit_fields": actor.may("programme.edit") and heads_the_tree(actor),
    }
    return render(request, "practices/index.html", context)


def _asked(request: HttpRequest) -> dict[str, str]:
    names = {"cho": "cho", "cua": "cua", "tim": "tim", "linh_vuc": "linh-vuc", "loai": "loai"}
    names |= {"chu_the": "chu-the", "tinh_trang": "tinh-trang"}
    return {name: request.GET.get(asked, "")[:100] for name, asked in names.items()}


def _filtered(found: PracticeQuerySet, asked: dict[str, str]) -> PracticeQuerySet:
    if asked["linh_vuc"].isdecimal():
        found = found.filter(field=int(asked["linh_vuc"][:9]))
    if asked["loai"] in Unit.Kind.values:
        found = found.filter(unit__kind=asked["loai"])
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


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The story, the way, the cost, whom to ask, what came of it."""
    return render(request, "practices/show.html", shown(request, load(request, pk)))


def shown(request: HttpRequest, practice: Practice) -> dict[str, Any]:
    """What the page of one practice needs, with what this actor may do there."""
    actor = request.actor
    queries.with_places([practice], actor.on)
    may_write = queries.may_write(actor, practice)
    may_recognise = queries.may_recognise(actor, practice)
    # What was said before it was registered is between its owner and its judge.
    sees_the_trail = may_write or may_recognise or queries.may_judge(actor, practice)
    return {
        "practice": practice,
        "recognitions": practice.recognitions.all(),
        "photos": [file for file in practice.evidence.all() if file.is_image],
        "papers": [file for file in practice.evidence.all() if not file.is_image],
        "trail": queries.trail(practice) if sees_the_trail else [],
        "may_edit": may_write and practice.status in rules.WRITABLE,
        "may_judge": practice.status == rules.PROPOSED and queries.may_judge(actor, practice),
        "may_start": may_write and rules.STEPS.may("start", practice.status),
        "may_stop": may_write and rules.STEPS.may("stop", practice.status),
        "may_add": may_write,
        "may_recognise": may_recognise,
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

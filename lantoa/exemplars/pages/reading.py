"""The library and one exemplar."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lantoa.consents import queries as consents
from lantoa.exemplars import queries, rules
from lantoa.exemplars.exchange import EXEMPLARS
from lantoa.exemplars.models import Exemplar, ExemplarQuerySet
from lantoa.exemplars.naming import NAMING
from lantoa.foundation.addresses import absolute
from lantoa.foundation.branches import how_many
from lantoa.foundation.filters import asked_key, asked_words
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation.models import Unit
from lantoa.practices.models import Practice

PER_PAGE = 12


def load(request: HttpRequest, pk: int) -> Exemplar:
    """The exemplar with what its page shows, if this actor may see it; 404 otherwise."""
    found = Exemplar.objects.visible_to(request.actor).select_related(
        "unit", "field", "judging_unit", "practice", "registration", "commendation__decision"
    )
    return get_object_or_404(found.prefetch_related("named", "results"), pk=pk)


def index(request: HttpRequest) -> HttpResponse:
    """The library; with ?cho=toi what waits for this actor's word, with ?cua=toi those of her unit."""
    actor, asked = request.actor, _asked(request)
    library = Exemplar.objects.shared_with(actor)
    own = Exemplar.objects.of(actor)
    if asked["cho"]:
        found = Exemplar.objects.awaiting(actor)
    elif asked["cua"]:
        found = own.order_by("-pk")
    else:
        found = _filtered(library, asked)
    if wants_workbook(request):
        return EXEMPLARS.answer(
            found.prefetch_related("named", "results"),
            by=actor,
            unit=actor.root,
        )
    told = how_many(
        found=(found, 0),
        fields=(_filtered(library, {**asked, "linh_vuc": ""}), F("field_id")),
        waiting=(Exemplar.objects.awaiting(actor), 0),
        own=(own, 0),
    )
    counts = {name: sum(parts.values()) for name, parts in told.items()}
    related = found.select_related("field").prefetch_related("named", "results")
    page = paginate(request, related, per=PER_PAGE, counted=counts["found"])
    page.object_list = queries.with_names(page.object_list, actor.on)
    for one in page.object_list:
        one.whose = queries.who(one)
    context = {
        "page": page,
        "asked": asked,
        "fields": queries.fields_with(told["fields"]),
        "sums": [] if asked["cho"] or asked["cua"] else queries.sums(found),
        "waiting": counts["waiting"],
        "own": counts["own"],
        "unit_kinds": Unit.Kind.choices,
        "subjects": Exemplar.Subject.choices,
        "may_write": actor.may("exemplars.write") and actor.unit is not None,
    }
    return render(request, "exemplars/index.html", context)


def _asked(request: HttpRequest) -> dict[str, str]:
    names = {"cho": "cho", "cua": "cua", "tim": "tim", "linh_vuc": "linh-vuc", "loai": "loai", "ai": "ai"}
    found = {name: request.GET.get(asked, "")[:100] for name, asked in names.items()}
    return found | {"tim": asked_words(request)}


def _filtered(found: ExemplarQuerySet, asked: dict[str, str]) -> ExemplarQuerySet:
    if field := asked_key(asked["linh_vuc"]):
        found = found.filter(field=field)
    if asked["loai"] in Unit.Kind.values:
        found = found.filter(unit__kind=asked["loai"])
    if asked["ai"] in Exemplar.Subject.values:
        found = found.filter(subject=asked["ai"])
    return found.matching(asked["tim"])


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The deed, its results, whose it is; for its unit also who agreed to be named."""
    return render(request, "exemplars/show.html", shown(request, load(request, pk)))


def shown(request: HttpRequest, exemplar: Exemplar) -> dict[str, Any]:
    """What the page of one exemplar needs, with what this actor may do there."""
    actor = request.actor
    queries.with_names([exemplar], actor.on)
    may_write, may_judge = queries.may_write(actor, exemplar), queries.may_judge(actor, exemplar)
    named = consents.shown(exemplar, NAMING)
    silent = [one for one in named if not one.agrees]
    published = exemplar.status == rules.PUBLISHED
    return {
        "exemplar": exemplar,
        "whose": queries.who(exemplar),
        "results": exemplar.results.all(),
        "named": named,
        "mine": next((one for one in named if consents.is_named(actor, one)), None),
        "silent": silent,
        "is_public": published and not silent,
        "is_hidden": published and bool(silent),
        "may_write": may_write,
        "may_edit": may_write and exemplar.status in rules.WRITABLE,
        "may_withdraw": may_write and exemplar.status in rules.WITHDRAWABLE,
        "may_judge": may_judge and exemplar.status == rules.PROPOSED,
        "practice": _practice(request, exemplar),
        "award": _award(exemplar, may_write),
        "trail": queries.trail(exemplar) if may_write or may_judge else [],
        "address": absolute(request, exemplar.get_absolute_url()),
    }


def _practice(request: HttpRequest, exemplar: Exemplar) -> Practice | None:
    """The practice behind it, for who may read it."""
    if exemplar.practice_id is None:
        return None
    return Practice.objects.shared_with(request.actor).filter(pk=exemplar.practice_id).first()


def _award(exemplar: Exemplar, may_write: bool) -> Any:
    """The commendation behind it: a person's only where she agreed that it be made public."""
    award = exemplar.commendation
    if award is None or award.withdrawn_on:
        return None
    return award if may_write or award.person_id is None or award.publish_consent else None

"""The library: practices one may learn from, narrowed by where, by what, by what became of them elsewhere."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import quote, urlencode

from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from lantoa.adoptions import queries
from lantoa.adoptions.queries import shelf
from lantoa.figures.as_of import asked_day
from lantoa.foundation import drawing
from lantoa.foundation.branches import how_many
from lantoa.foundation.filters import asked_key, asked_words
from lantoa.foundation.kept import until_something_happens
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation.models import Unit
from lantoa.organisation.sectors import SECTORS
from lantoa.people.actors import Actor, keeps_lists
from lantoa.practices import queries as practices
from lantoa.practices import words
from lantoa.practices.exchange import PRACTICES
from lantoa.practices.models import Practice, PracticeQuerySet, Recognition

PER_PAGE = 12


def library(request: HttpRequest) -> HttpResponse:
    """What one may learn from, with how far each went. Addresses of before lead to one's own list."""
    if "cho" in request.GET or "cua" in request.GET:
        own = reverse("practices:index")
        return redirect(f"{own}?cho=toi" if "cho" in request.GET else own)
    actor, asked, as_of = request.actor, _asked(request), asked_day(request)
    on = as_of.on
    shared = Practice.objects.shared_with(actor).originals()
    if as_of.asked:
        shared = shared.filter(registered_on__lte=on)
    near = shared
    if asked["noi"]:
        near = shelf.in_area(shared, shelf.area_called(asked["noi"], actor, on), on)
    narrowed = _filtered(near, asked, on)
    found = shelf.in_order(narrowed, asked["xep"], on)
    if wants_workbook(request):
        return PRACTICES.answer(found, by=actor, unit=actor.root)
    said = until_something_happens(
        ("adoptions.library", actor.sight, on, as_of.asked, tuple(sorted(asked.items()))),
        lambda: _told(actor, shared, near, asked, on),
    )
    numbers = {name: sum(parts.values()) for name, parts in said.items()}
    field = asked_key(asked["linh_vuc"])
    numbers["found"] = said["fields"].get(field, 0) if field else numbers["fields"]
    related = found.select_related("field").prefetch_related("recognitions")
    page = paginate(request, related, per=PER_PAGE, counted=numbers["found"])
    page.object_list = _with_numbers(practices.with_places(page.object_list, on), on)
    kept = [
        (name, value)
        for name, value in request.GET.items()
        if name not in ("linh-vuc", "trang", "sau", "truoc")
    ]
    context = {
        "page": page,
        "asked": asked,
        "as_of": as_of,
        "kept": kept,
        "kept_query": urlencode(kept, quote_via=quote),
        "fields": practices.fields_with(said["fields"]),
        "in_all_fields": numbers["fields"],
        "running": numbers["running"],
        "registered": numbers["registered"],
        "reach": (numbers["spread"], numbers["lasting"]),
        "waiting": numbers["waiting"],
        "unfinished": numbers["unfinished"],
        "works": SECTORS.items(),
        "narrowed": any(asked[name] for name in ("loai", "sau_6", "chu_the", "tinh_trang", "quy_mo", "noi")),
        "subjects": Practice.Subject.choices,
        "may_write": actor.may("practices.write") and actor.unit is not None,
        "may_edit_fields": actor.may("programme.edit") and keeps_lists(actor),
    }
    return render(request, "adoptions/library.html", context)


def _told(
    actor: Actor, shared: PracticeQuerySet, near: PracticeQuerySet, asked: dict[str, str], on: dt.date
) -> dict[str, dict[int, int]]:
    """What stands above the cards: name → {part → how many}, in one question.

    Everything shared is read once, told apart by field and by whether it runs. Where no more than a field is asked for
    that tells how many there are in each field as well; of anything narrower it is asked apart.
    """
    running = Case(When(Practice.objects.are_running_on(on), then=Value(1)), default=Value(0))
    branches: dict[str, tuple[PracticeQuerySet, Any]] = {
        "shelves": (shared, Coalesce(F("field_id"), Value(0)) * 2 + running),
        "waiting": (Practice.objects.awaiting(actor), 0),
        "unfinished": (Practice.objects.of(actor).filter(status__in=words.BEFORE_REGISTRATION), 0),
        **{name: (reached, 0) for name, reached in queries.reached_of(shared, on).items()},
    }
    is_narrowed = any(value for name, value in asked.items() if name not in ("linh_vuc", "xep"))
    if is_narrowed:
        branches["fields"] = (_filtered(near, {**asked, "linh_vuc": ""}, on), F("field_id"))
    told = how_many(**branches)
    shelves = told.pop("shelves")
    told["registered"] = shelves
    told["running"] = {part: n for part, n in shelves.items() if part % 2}
    if not is_narrowed:
        told["fields"] = {}
        for part, n in shelves.items():
            told["fields"][part // 2] = told["fields"].get(part // 2, 0) + n
    return told


def _with_numbers(rows: list[Practice], on: dt.date) -> list[Any]:
    """Each card with how far its practice has gone."""
    numbers = queries.numbers_of(rows, on)
    shown: list[Any] = rows
    for row in shown:
        row.numbers = numbers[row.pk]
        row.dots = drawing.dots(row.numbers.running, row.numbers.stopped)
    return shown


def _asked(request: HttpRequest) -> dict[str, str]:
    names = {"tim": "tim", "linh_vuc": "linh-vuc", "loai": "loai"}
    names |= {"chu_the": "chu-the", "tinh_trang": "tinh-trang", "quy_mo": "quy-mo", "noi": "noi"}
    names |= {"sau_6": "sau-6-thang", "xep": "xep"}
    found = {name: request.GET.get(asked, "")[:100] for name, asked in names.items()}
    return found | {"tim": asked_words(request)}


def _filtered(found: PracticeQuerySet, asked: dict[str, str], on: dt.date) -> PracticeQuerySet:
    """Narrowed down by what is asked, as it was that day."""
    found = _by_unit(found, asked, on)
    if asked["sau_6"] in (shelf.LIVES, shelf.TOO_EARLY, shelf.GONE):
        found = shelf.after_six_months(found, asked["sau_6"], on)
    if field := asked_key(asked["linh_vuc"]):
        found = found.filter(field=field)
    if asked["chu_the"] in Practice.Subject.values:
        found = found.filter(subject=asked["chu_the"])
    match asked["tinh_trang"]:
        case "dang-lam":
            found = found.running_on(on)
        case "da-dung":
            found = found.filter(stopped_on__lte=on)
        case "tieu-bieu":
            found = found.filter(is_typical=True)
        case "cong-nhan":
            found = found.filter(pk__in=Recognition.objects.filter(decided_on__lte=on).values("practice"))
    return found.matching(asked["tim"])


def _by_unit(found: PracticeQuerySet, asked: dict[str, str], on: dt.date) -> PracticeQuerySet:
    """By where it is done: the work and the size of the unit."""
    if asked["loai"] in SECTORS:
        found = shelf.of_sector(found, asked["loai"], on)
    elif asked["loai"] in Unit.Kind.values:
        found = found.filter(unit__kind=asked["loai"])
    if asked["quy_mo"] in shelf.SIZES:
        found = shelf.of_size(found, asked["quy_mo"], on)
    return found

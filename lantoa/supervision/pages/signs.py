"""What is worth a look, by unit; the papers behind it; as panels elsewhere."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.foundation.pages import paginate
from lantoa.foundation.panels import show_panel
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.registrations.models import Registration
from lantoa.supervision import queries
from lantoa.supervision.models import Note
from lantoa.supervision.words import SIGN_REASONS, SIGN_RULES, Sign


def index(request: HttpRequest) -> HttpResponse:
    """Unit by unit, in the order of names."""
    return render(request, "supervision/signs.html", _context(request))


def panel(request: HttpRequest) -> HttpResponse:
    """The same in short, for the page of a unit and the overview."""
    return show_panel(
        request, "supervision/signs_panel.html", _context(request), title=_("Nội dung cần lưu ý")
    )


def _context(request: HttpRequest) -> dict[str, object]:
    actor, unit, year = request.actor, asked_unit(request), asked_year(request)
    found = queries.signs_below(unit, year, actor)
    return {
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "year": year,
        "signs": found,
        "rules": [(one, one.label, SIGN_RULES[one], SIGN_REASONS[one], found.whole[one]) for one in Sign],
    }


def own(request: HttpRequest, year: int) -> HttpResponse:
    """What the rules say of one's own paper, and what was noted on it: nobody knows more of it than she does."""
    actor = request.actor
    one = Registration.objects.of(actor.person).in_year(year).standing().first()
    bearing = queries.signs_of_paper(one, actor) if one else ()
    context = {
        "one": one,
        "year": year,
        "signs": [(Sign(rule).label, SIGN_RULES[Sign(rule)], SIGN_REASONS[Sign(rule)]) for rule in bearing],
        "notes": Note.objects.filter(person=actor.person, paper__registration=one).for_lists() if one else (),
    }
    return render(request, "supervision/own.html", context)


def papers(request: HttpRequest, rule: str) -> HttpResponse:
    """The papers behind a sign: by code, for who may read them."""
    if rule not in Sign.values:
        raise Http404
    actor, unit, year = request.actor, asked_unit(request), asked_year(request)
    sign = Sign(rule)
    page = paginate(request, queries.papers_bearing(rule, unit, year, actor))
    context = {
        "page": page,
        "sign": sign,
        "rule": SIGN_RULES[sign],
        "reason": SIGN_REASONS[sign],
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "year": year,
    }
    organisation.with_unit_names(page.object_list, actor.on)
    return render(request, "supervision/sign_papers.html", context)

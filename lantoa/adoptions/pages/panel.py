"""The panel on the page of a practice: where it was learned, who took it over, what may be done about that."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lantoa.adoptions import queries, rules
from lantoa.adoptions.models import Adoption
from lantoa.adoptions.pages.adopting import load
from lantoa.foundation import drawing
from lantoa.foundation.pages import paginate
from lantoa.foundation.panels import show_panel
from lantoa.people.actors import Actor
from lantoa.practices import words
from lantoa.practices.models import Practice
from lantoa.practices.queries import may_write

PER_PAGE = 20


def of_practice(request: HttpRequest, pk: int) -> HttpResponse:
    """A piece of the practice's page; a page of its own without JavaScript."""
    practice = load(request, pk)
    title = f"{_('Vận dụng, sức lan tỏa')}: {practice.name}"
    return show_panel(request, "adoptions/panel.html", _shown(request, practice), title=title)


def _shown(request: HttpRequest, practice: Practice) -> dict[str, Any]:
    actor, writes = request.actor, may_write(request.actor, practice)
    learned = queries.adoption_of(practice)
    page = paginate(request, queries.adopters_of(practice), per=PER_PAGE)
    page.object_list = queries.with_names(page.object_list, actor.on)
    numbers = queries.numbers_of([practice], actor.on)[practice.pk]
    parts = queries.parts_of(practice) if numbers.taken_over and not learned else []
    return {
        "practice": practice,
        "may_add": writes,
        "may_adopt": _may_adopt(actor, practice),
        "numbers": numbers,
        "adopters": page,
        "parts": [(part, drawing.stretches(part.kept, part.changed, part.dropped)) for part in parts],
        "helped": queries.helping(practice).count() if numbers.taken_over else 0,
        **(_where_it_was_learned(practice, learned, actor, writes) if learned else {}),
    }


def _where_it_was_learned(
    practice: Practice, learned: Adoption, actor: Actor, writes: bool
) -> dict[str, Any]:
    followed = queries.has_followers(learned)
    return {
        "learned": queries.with_names([learned], actor.on)[0],
        "origin_seen": Practice.objects.visible_to(actor).filter(pk=learned.origin_id).exists(),
        "own_parts": learned.parts.all(),
        "next_question": rules.next_question(learned.adopted_on, actor.on),
        "due": practice.status == words.RUNNING and queries.due_question(learned, actor.on),
        "may_take_back": writes and _may_take_back(learned, actor),
        "may_withdraw": writes
        and rules.may_be_withdrawn(learned.recorded_on, actor.on, has_followers=followed),
    }


def _may_take_back(learned: Adoption, actor: Actor) -> bool:
    last = learned.checkups.order_by("due_on").last()
    return last is not None and actor.on <= last.answered_on + rules.WINDOW


def _may_adopt(actor: Actor, practice: Practice) -> bool:
    """Whether pressing the button would go through, as far as one question tells."""
    if actor.unit is None or not queries.may_adopt_for(actor, actor.unit):
        return False
    is_own = queries.is_own(practice, actor.unit, actor.on)
    never_began = practice.status == words.STOPPED and practice.began_on is None
    living = queries.living_adoption(queries.root_of(practice), actor.unit, actor.on)
    return not (is_own or never_began or living)

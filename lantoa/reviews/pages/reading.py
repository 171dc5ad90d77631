"""Reading: mine and my unit's; a period with its papers in their only order; one paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lantoa.foundation.pages import paginate
from lantoa.foundation.trail import told
from lantoa.organisation import queries as organisation
from lantoa.people.queries import known_as
from lantoa.reviews import actions, queries, rules
from lantoa.reviews.models import Mark, Review, Section, Statement
from lantoa.reviews.pages.shared import load, load_period
from lantoa.reviews.words import BEFORE_THE_WORD, Stage, Status

MOST_WAITING = 30


def index(request: HttpRequest) -> HttpResponse:
    """What I have to write or to answer, my reviews, and the periods of the unit I lead."""
    actor = request.actor
    page = paginate(request, queries.mine(actor), per=20)
    to_write, to_answer = queries.to_do(actor)
    context = {
        "to_write": to_write,
        "to_answer": to_answer,
        "page": page,
        "periods": list(queries.conducted_by(actor)[:20]),
        "to_decide": list(queries.to_decide(actor)[:MOST_WAITING]),
        "complaints": list(queries.complaints_for(actor)[:MOST_WAITING]),
        "may_open": actor.may("reviews.conduct") and actor.unit is not None,
        "may_decide": actor.may("reviews.decide"),
    }
    return render(request, "reviews/index.html", context)


def period(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose paper is how far, in turn and by name. What is written in them is read one by one."""
    one, actor = load_period(request, pk), request.actor
    is_conducted = queries.conducts_in(one.unit, actor)
    rows = one.reviews.for_lists().in_turn() if is_conducted else _seen(request, one)
    page = paginate(request, rows, per=50)
    page.object_list = _named(page.object_list, actor)
    counts = {status: one.reviews.filter(status=status).count() for status in Status.values}
    asked = one.reopenings.filter(confirmed_on__isnull=True, refused_on__isnull=True)
    reopening = asked.select_related("asked_by").first()
    context = {
        "one": one,
        "page": page,
        "counts": counts,
        "unit_name": organisation.name_of(one.unit, actor.on),
        "decider_name": organisation.name_of(one.decided_by, actor.on),
        "is_conducted": is_conducted,
        "decides": queries.decides_in(one, actor),
        "left": sum(counts[status] for status in BEFORE_THE_WORD) + counts[Status.HEARD],
        "first_meeting": rules.first_meeting_day(actor.on, one.terms.draft_days),
        "newcomers": queries.not_yet_in(one, actor.on) if is_conducted and one.is_open else [],
        "reopening": reopening,
        "has_asked": reopening is not None and actor.is_one_with(reopening.asked_by_id),
    }
    return render(request, "reviews/period.html", context)


def _seen(request: HttpRequest, one: Any) -> Any:
    return Review.objects.visible_to(request.actor).filter(period=one).for_lists().in_turn()


def _named(rows: Iterable[Review], actor: Any) -> list[Review]:
    """Each with its person's name, and what tells her from another of that name; who may open it."""
    found = list(rows)
    called = known_as([one.person for one in found if one.person], by=actor)
    readable = set(
        Review.objects.visible_to(actor).filter(pk__in=[one.pk for one in found]).values_list("pk", flat=True)
    )
    for one in found:
        one.called = called.get(one.person_id, "")
        one.is_readable = one.pk in readable
        one.is_assigned_here = one.is_readable and not actor.is_one_with(one.person_id)
    return found


@dataclass(frozen=True)
class Shown:
    """One section as it is read: the writer's own words and the lines that stand beside records."""

    section: Section
    lines: list[Statement]


def sections_of(review: Review) -> list[Shown]:
    """Every heading of the paper with what was written under it; what was left out is not there."""
    said: dict[int, list[Statement]] = {}
    for one in review.statements.exclude(text="").select_related("section"):
        said.setdefault(one.section_id, []).append(one)
    return [Shown(section, said.get(section.pk, [])) for section in review.template.sections.all()]


def reads_marks(review: Review, actor: Any) -> bool:
    """Marks, the meeting and the result are for her, who conducts and who decides; not for who only reads the draft."""
    return (
        queries.is_own(review, actor)
        or queries.conducts_in(review.unit, actor)
        or queries.decides_in(review.period, actor)
        or review.complaints.filter(sent_to=actor.unit).exists()
    )


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper as it stands: what she says, what the meeting said, her answer, the result; who has read it."""
    review, actor = load(request, pk), request.actor
    actions.note_opening(review, by=actor)
    reads = reads_marks(review, actor)
    marks = {one.stage: one for one in review.marks.all()} if reads else {}
    context = {
        "one": review,
        "period": review.period,
        "back": _back(review, actor),
        "sections": sections_of(review),
        "own_mark": marks.get(Stage.SELF),
        "hearings": _heard(review, marks) if reads else [],
        "reads_all": reads,
        "readers": queries.readers_of(review, actor),
        "prompts": list(review.prompts.all()),
        "findings": [found.shortcoming for found in review.findings.select_related("shortcoming")]
        if reads
        else [],
        "complaints": list(review.complaints.all()) if reads else [],
        "reratings": list(review.reratings.all()) if reads else [],
        "unit_name": organisation.name_of(review.unit, actor.on),
        "decider_name": organisation.name_of(review.period.decided_by, actor.on),
        "trail": told(queries.trail_of(review), {}) if reads else [],
    }
    return render(request, "reviews/show.html", context | _may(review, actor))


def _back(review: Review, actor: Any) -> str:
    """To the period for who conducts or decides it, else to her own list."""
    leads = queries.conducts_in(review.unit, actor) or queries.decides_in(review.period, actor)
    return review.period.get_absolute_url() if leads else reverse("reviews:index")


def _heard(review: Review, marks: dict[str, Mark]) -> list[Any]:
    found = list(review.hearings.select_related("meeting"))
    for one in found:
        one.mark = marks.get(one.place)
    return found


def _may(review: Review, actor: Any) -> dict[str, bool]:
    """What the actor may do with it now: a button stands only where its page would let her in."""
    is_open = review.period.is_open
    conducts, steps = queries.conducts(review, actor), rules.STEPS
    writes, decides = queries.writes(review, actor), queries.decides(review, actor)
    answers = queries.answers_for(review, actor)

    def may(who: bool, verb: str) -> bool:
        return bool(is_open and who and steps.may(verb, review.status))

    return {
        "is_own": queries.is_own(review, actor),
        "may_write": may(writes, rules.SUBMIT),
        "may_take_back": may(writes, rules.TAKE_BACK),
        "may_send_back": may(conducts, rules.SEND_BACK),
        "may_prompt": bool(
            is_open and (conducts or decides) and review.status in (Status.WRITING, Status.SUBMITTED)
        ),
        "may_hear": may(conducts, rules.HEAR),
        "may_reply": may(answers, rules.REPLY),
        "may_find": bool(is_open and conducts and review.status in (Status.HEARD, Status.DECIDED)),
        "may_excuse": may(conducts, rules.EXCUSE),
        "may_resume": may(conducts, rules.RESUME),
        "may_assign": bool(is_open and conducts),
        "may_decide": may(decides, rules.DECIDE) and review.may_be_decided(actor.on),
        "may_rerate": may(decides, rules.RERATE),
        "may_complain": queries.may_complain(review, actor),
    }

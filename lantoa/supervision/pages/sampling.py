"""A sample: drawn, drawn again to check, read paper by paper beside its evidence."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.registrations import actions as registrations
from lantoa.registrations.models import Registration
from lantoa.supervision import actions, queries, rules
from lantoa.supervision.models import Inspection, Note, Sample, SampledPaper
from lantoa.supervision.pages.forms import NoteForm, SampleForm
from lantoa.supervision.words import SIGN_REASONS, SIGN_RULES, Sign


def draw(request: HttpRequest) -> HttpResponse:
    """By a seed that is written down first; then the first paper opens."""
    actor, unit, year = request.actor, asked_unit(request), asked_year(request)
    inspection = _of_inspection(request)
    earlier = queries.earlier_samples(unit, year, actor)
    start = {"seed": f"{actor.on:%d%m%y}", "size": rules.SAMPLE_SIZE}
    form = SampleForm(request.POST or None, initial=start, is_another=bool(earlier))

    def act(**typed: Any) -> Sample:
        return actions.draw_sample(unit, by=actor, year=year, inspection=inspection, **typed)

    if request.method == "POST" and (one := carry_out(form, act)):
        said = _("Đã lấy mẫu %(size)s bản trong %(pool)s bản đã duyệt.")
        words = said % {"size": one.size, "pool": one.pool_size}
        return redirect_with(request, "supervision:read", words, one.pk, 1)
    context = {
        "form": form,
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "year": year,
        "earlier": earlier,
        "inspection": inspection,
    }
    return render(request, "supervision/draw.html", context)


def _of_inspection(request: HttpRequest) -> Inspection | None:
    key = asked_key(request.GET.get("cuoc"))
    if key is None:
        return None
    found = Inspection.objects.visible_to(request.actor).select_related("programme__unit")
    return get_object_or_404(found, pk=key)


def sample(request: HttpRequest, pk: int) -> HttpResponse:
    """How it was drawn, and whether it comes out the same today."""
    actor = request.actor
    one = _load(request, pk)
    notes = Note.objects.visible_to(actor).filter(paper__sample=one).for_lists()
    context = {
        "one": one,
        "unit_name": organisation.name_of(one.unit, actor.on),
        "body_name": organisation.name_of(one.body, actor.on),
        "reads": queries.notes_for(one, actor),
        "papers": one.papers.select_related("registration__person", "registration__unit"),
        "recheck": queries.recheck(one, actor),
        "others": Sample.objects.visible_to(actor)
        .filter(unit=one.unit, year=one.year, body=one.body)
        .exclude(pk=one.pk)
        .select_related("drawn_by"),
        "notes": notes,
    }
    return render(request, "supervision/sample.html", context)


def _load(request: HttpRequest, pk: int) -> Sample:
    found = Sample.objects.visible_to(request.actor).select_related("unit", "body", "drawn_by", "inspection")
    return get_object_or_404(found, pk=pk)


def _paper(request: HttpRequest, pk: int, order: int) -> SampledPaper:
    one = _load(request, pk)
    rules.must_look(queries.notes_for(one, request.actor))
    found = queries.paper_of(one, order)
    if found is None:
        raise Http404
    found.sample = one
    visible = Registration.objects.visible_to(request.actor).for_lists()
    found.registration = get_object_or_404(visible, pk=found.registration_id)
    return found


def read(request: HttpRequest, pk: int, order: int) -> HttpResponse:
    """What was registered beside what was recorded; what is noted is read by the unit and by her at once."""
    actor = request.actor
    paper = _paper(request, pk, order)
    registrations.note_opening(paper.registration, by=actor)
    form = NoteForm(request.POST or None)

    def act(text: str) -> Note:
        return actions.write_note(paper, by=actor, text=text)

    if request.method == "POST" and (note := carry_out(form, act)):
        said = _("Đã lưu. Đơn vị và người được nêu đọc được từ bây giờ.")
        return redirect_with(request, note, said)
    signs = [Sign(rule) for rule in queries.signs_of_paper(paper.registration, actor)]
    context = {
        "paper": paper,
        "one": paper.registration,
        "sample": paper.sample,
        "papers": paper.sample.papers.select_related("registration__person"),
        "unit_name": organisation.name_of(paper.registration.unit, actor.on),
        "readers": ", ".join(_readers(paper, actor.on)),
        "signs": [(one.label, SIGN_RULES[one], SIGN_REASONS[one]) for one in signs],
        "notes": Note.objects.visible_to(actor).filter(paper=paper).for_lists(),
        "form": form,
        "answer_by": rules.answer_by(actor.on),
        "is_own": actor.is_one_with(paper.registration.person_id),
    }
    return render(request, "supervision/read.html", context)


def _readers(paper: SampledPaper, on: dt.date) -> list[str]:
    """Who reads a note on this paper from the moment it is saved."""
    one, names = (
        paper.registration,
        organisation.names_of([paper.registration.unit_id, paper.sample.unit_id], on),
    )
    hers = [_("đồng chí %(name)s") % {"name": one.person.full_name}] if one.person else []
    return list(dict.fromkeys([*hers, names[one.unit_id], names[paper.sample.unit_id]]))


@posts_only
def pass_on(request: HttpRequest, pk: int, order: int) -> HttpResponse:
    """Nothing to note; the next one opens."""
    paper = _paper(request, pk, order)
    actions.pass_on(paper, by=request.actor)
    if queries.paper_of(paper.sample, order + 1):
        return redirect("supervision:read", pk, order + 1)
    return redirect_with(request, paper.sample, _("Đã đọc hết mẫu."))

"""Notes: all that concern one, one of them with its answers, what follows from it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.supervision import actions, queries, rules
from lantoa.supervision.models import Note, NoteReply, Remedy
from lantoa.supervision.pages.forms import RemedyForm, ReplyForm, WhyForm


def _load(request: HttpRequest, pk: int) -> Note:
    found = Note.objects.visible_to(request.actor).select_related(
        "paper__sample__inspection__programme__unit"
    )
    one = get_object_or_404(found.for_lists(), pk=pk)
    actions.note_note_read(one, by=request.actor)
    return one


def index(request: HttpRequest) -> HttpResponse:
    """What the actor may read, the newest first."""
    page = paginate(request, Note.objects.visible_to(request.actor).for_lists())
    organisation.with_unit_names(page.object_list, request.actor.on)
    return render(request, "supervision/notes.html", {"page": page})


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One note: what was seen, what was answered, what follows."""
    actor = request.actor
    one = _load(request, pk)
    sample = one.paper.sample
    form = ReplyForm(request.POST or None)

    def act(text: str) -> NoteReply:
        return actions.reply(one, by=actor, text=text)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one, _("Đã gửi. Câu trả lời luôn hiện dưới ghi chép."))
    reads = queries.notes_for(sample, actor)
    context = {
        "one": one,
        "unit_name": organisation.name_of(one.unit, actor.on),
        "form": form,
        "is_about": queries.is_about(one, actor),
        "answers": queries.is_about(one, actor) or queries.stands_for(one, actor) is not None,
        "reads": reads,
        "following": queries.paper_of(sample, one.paper.order + 1) if reads else None,
        "is_writer": actor.person is not None and one.written_by_id == actor.person.pk,
        "remedies": one.remedies.select_related("owner", "shortcoming"),
        "is_asked": one.is_asked_on(actor.on),
    }
    return render(request, "supervision/note.html", context)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Its writer takes it back, with the reason."""
    one = _load(request, pk)
    form = WhyForm(request.POST)
    if carry_out(form, lambda why: actions.take_back(one, by=request.actor, why=why)):
        return redirect_with(request, one, _("Đã rút lại ghi chép, kèm lý do."))
    return redirect_with(request, one, _("Ghi rõ lý do rút lại ghi chép."))


def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """What is to be mended follows from the note; it is asked of the unit."""
    actor = request.actor
    one = _load(request, pk)
    sample = one.paper.sample
    rules.must_look(queries.notes_for(sample, actor))
    rules.must_stand(not one.is_withdrawn)
    form = RemedyForm(actor, sample.unit, request.POST or None, initial={"finding": one.text})

    def act(**typed: Any) -> Remedy:
        return actions.assign(one, by=actor, **typed)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one, _("Đã giao việc khắc phục."))
    context = {
        "one": one,
        "form": form,
        "unit_name": organisation.name_of(sample.unit, actor.on),
        "waits": sample.inspection is not None and not sample.inspection.is_concluded,
    }
    return render(request, "supervision/assign.html", context)

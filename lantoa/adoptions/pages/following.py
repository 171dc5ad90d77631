"""What became of it where it was taken over: the six-month question, the paper that says whom it helps."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.adoptions import actions, queries, rules
from lantoa.adoptions.pages.adopting import load, load_adoption
from lantoa.adoptions.pages.forms import GoneForm
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.practices import words
from lantoa.practices.forms import ResultForm
from lantoa.practices.queries import with_places


def checkup(request: HttpRequest, pk: int) -> HttpResponse:
    """Still running, or stopped: one button each."""
    practice, adoption = load_adoption(request, pk)
    actor = request.actor
    gone = request.POST.get("tra-loi") == "dung"
    still_form = ResultForm(request.POST if request.method == "POST" and not gone else None)
    gone_form = GoneForm(request.POST if gone else None, initial={"on": actor.on})
    form = gone_form if gone else still_form

    def answer(**typed: object) -> object:
        return actions.answer_checkup(adoption, by=actor, alive=not gone, **typed)

    if form.is_bound and carry_out(form, answer):
        said = _("Đã ghi dừng, kèm lý do.") if gone else _("Đã ghi: còn duy trì.")
        return redirect_with(request, practice, said)
    context = {
        "practice": practice,
        "adoption": adoption,
        "due": queries.due_question(adoption, actor.on) if practice.status == words.RUNNING else None,
        "next": rules.next_question(adoption.adopted_on, actor.on),
        "still_form": still_form,
        "gone_form": gone_form,
    }
    return render(request, "adoptions/checkup.html", context)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The last answer was given by mistake."""
    _practice, adoption = load_adoption(request, pk)
    last = adoption.checkups.order_by("due_on").last()
    if last is None:
        raise Http404
    actions.take_back_answer(last, by=request.actor)
    return redirect_with(request, _practice, _("Đã rút câu trả lời."))


def helping(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper to hang on the wall: who took the practice over and what came of it there."""
    practice, on = load(request, pk), request.actor.on
    with_places([practice], on)
    told = queries.helping(practice)
    context = {
        "practice": practice,
        "rows": queries.with_names(told[:ON_PAPER], on),
        "told": told.count(),
        "numbers": queries.numbers_of([practice], on)[practice.pk],
        "today": on,
    }
    return render(request, "adoptions/helping.html", context)


ON_PAPER = 60

"""What another unit does, talked over at one's own: chosen for the next meeting, noted after it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.adoptions import actions, queries
from lantoa.adoptions.models import Discussion
from lantoa.adoptions.pages.adopting import load
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.practices.queries import with_places


class ChooseForm(PlainForm):
    """Why it is worth talking over."""

    why = TextField(
        label=gettext_lazy("Vì sao chọn"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Ví dụ: cùng khó khăn như chi bộ mình."),
    )


class NoteForm(PlainForm):
    """What was said; what is worth taking."""

    on = DayField(label=gettext_lazy("Trao đổi ngày"))
    said = TextField(label=gettext_lazy("Ý kiến trao đổi"), max_length=2000, rows=4)
    taken = TextField(
        label=gettext_lazy("Điều rút ra để làm ở đơn vị"), max_length=2000, rows=3, required=False
    )


def _unit(request: HttpRequest) -> Unit:
    return actions.must_discuss_for(request.actor.unit, request.actor)


def discuss(request: HttpRequest, pk: int) -> HttpResponse:
    """Chosen first, then noted: each one form; below stands what was said before."""
    practice, actor, unit = load(request, pk), request.actor, _unit(request)
    held = Discussion.objects.visible_to(actor).of_unit(unit, actor.on).filter(practice=practice)
    waiting = held.waiting().first()
    form: PlainForm
    if waiting is None:
        form = ChooseForm(request.POST or None)
        if carry_out(form, lambda **typed: actions.choose(practice, unit=unit, by=actor, **typed)):
            return redirect_with(request, practice, _("Đã chọn; phiếu chuẩn bị họp có việc trao đổi này."))
    else:
        form = NoteForm(request.POST or None, initial={"on": actor.on})
        if noted := carry_out(form, lambda **typed: actions.note(waiting, by=actor, **typed)):
            return redirect_with(request, noted, _("Đã ghi nội dung trao đổi."))
    with_places([practice], actor.on)
    context = {
        "practice": practice,
        "unit_name": organisation.name_of(unit, actor.on),
        "is_own": queries.is_own(practice, unit, actor.on),
        "waiting": waiting,
        "held": held.exclude(held_on=None),
        "form": form,
    }
    return render(request, "adoptions/discuss.html", context)


@posts_only
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not talked over after all."""
    practice, actor, unit = load(request, pk), request.actor, _unit(request)
    waiting = Discussion.objects.visible_to(actor).of_unit(unit, actor.on).waiting()
    one = waiting.filter(practice=practice).first()  # of two that merged each may have chosen it
    if one is None:
        raise Http404
    actions.leave(one, by=actor)
    return redirect_with(request, practice, _("Đã thôi chọn để trao đổi."))

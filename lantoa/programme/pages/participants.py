"""Who of a unit takes part in a movement, by name: read and written by who keeps the line of the unit."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.programme import actions, rules
from lantoa.programme.models import Participant
from lantoa.programme.pages.movements import joined_here, named
from lantoa.programme.pages.programme import fill_in


class NamesForm(PlainForm):
    """Names, and since when."""

    names = TextField(
        label=gettext_lazy("Họ và tên, mỗi dòng một người"),
        max_length=8000,
        rows=6,
        help_text=gettext_lazy(
            "Người của đơn vị này hoặc cấp dưới. Hai người trùng tên thì ghi thêm năm sinh sau tên."
        ),
    )
    joined_on = DayField(label=gettext_lazy("Tham gia từ ngày"))


class EndForm(PlainForm):
    """Since when she takes part no longer."""

    on = DayField(
        label=gettext_lazy("Thôi tham gia từ ngày"),
        help_text=gettext_lazy("Ghi nhầm người thì chọn đúng ngày tham gia: người ấy không được tính."),
    )


def participants(request: HttpRequest, pk: int) -> HttpResponse:
    """The names of one unit in one movement, and the box to add some."""
    actor, joined = request.actor, joined_here(request, pk)
    since = max(joined.joined_on, min(actor.on, joined.movement.ends or actor.on))
    form = NamesForm(request.POST or None, initial={"joined_on": since})

    def write(**typed: Any) -> list[Participant]:
        return actions.name_participants(joined, by=actor, **typed)

    if made := carry_out(form, write):
        said = _("Đã ghi tên %(n)s người.") % {"n": len(made)}
        return redirect_with(request, "programme:participants", said, joined.pk)
    seen = Participant.objects.visible_to(actor).filter(participation=joined).select_related("person")
    page = paginate(request, seen.order_by("left_on", "person__sort_key", "pk"))
    context = {
        "joined": joined,
        "named": named(request, joined),
        "page": page,
        "form": form,
        "staying": joined.named.on(actor.on).count(),
        "may_name": joined.left_on is None,
    }
    return render(request, "programme/participants.html", context)


def participant_end(request: HttpRequest, pk: int) -> HttpResponse:
    """She takes part no longer."""
    actor = request.actor
    seen: Any = Participant.objects.visible_to(actor).staying()
    found = get_object_or_404(
        seen.select_related("person", "participation__unit", "participation__movement"), pk=pk
    )
    rules.must_edit(actor.reaches(found.participation.unit))
    return fill_in(
        request,
        EndForm(request.POST or None, initial={"on": actor.on}),
        lambda typed: actions.end_participation_of(found, by=actor, **typed),
        title=_("Ghi %s thôi tham gia") % found.person,
        note=named(request, found.participation),
        button=_("Ghi thôi tham gia"),
        done=_("Đã ghi thôi tham gia."),
        edits=True,
    )

"""Striking out what was recorded by mistake."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.outreach import actions
from lantoa.outreach.models import (
    Article,
    CitizenComplaint,
    CitizenOpinion,
    Donation,
    Forum,
    NewsletterIssue,
    Pledge,
    PrizeWork,
    Sharing,
    Work,
)
from lantoa.people.actors import Actor

# The word in the address → the table and the list to go back to.
KINDS = {
    "ung-ho": (Donation, "outreach:donations"),
    "cong-trinh": (Work, "outreach:works"),
    "giup-do": (Pledge, "outreach:pledges"),
    "hoi-nghi": (Forum, "outreach:opinions"),
    "y-kien": (CitizenOpinion, "outreach:opinions"),
    "don": (CitizenComplaint, "outreach:complaints"),
    "ban-tin": (NewsletterIssue, "outreach:issues"),
    "chia-se": (Sharing, "outreach:shares"),
    "tac-pham": (PrizeWork, "outreach:prize_works"),
    "tin-bai": (Article, "outreach:articles"),
}


class ReasonForm(PlainForm):
    """Why it is struck out."""

    reason = TextField(
        label=gettext_lazy("Lý do gạch bỏ"),
        max_length=300,
        help_text=gettext_lazy(
            "Ví dụ: ghi trùng, nhầm số tiền. Dòng gạch bỏ vẫn đọc được nhưng không tính nữa."
        ),
    )


def _within_reach(table: Any, actor: Actor) -> Any:
    """A complaint is struck out where it is handled; anything else by whoever sees it and may record."""
    found = table.objects
    return found.handled_by(actor) if table is CitizenComplaint else found.visible_to(actor)


def strike_out(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Ask for the reason, then strike the line out."""
    if kind not in KINDS:
        raise Http404
    table, back = KINDS[kind]
    thing = get_object_or_404(_within_reach(table, request.actor).standing(), pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.strike_out(thing, by=request.actor, **typed)
    ):
        return redirect_with(request, back, _("Đã gạch bỏ. Dòng này không còn được tính."))
    context = {
        "form": form,
        "thing": thing,
        "what": table._meta.verbose_name,
        "unit_name": organisation.name_of(thing.unit, request.actor.on),
        "back": reverse(back),
    }
    return render(request, "outreach/strike_out.html", context)

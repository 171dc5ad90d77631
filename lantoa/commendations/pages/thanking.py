"""Thanks: those one gave and received, giving one, taking it back, letting it be shown, and the panel of a practice."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations import actions, queries
from lantoa.commendations.models import Thanks, ThanksQuerySet
from lantoa.commendations.queries import ToThank
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_words
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.panels import show_panel
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice

UNIT = "unit"


class ThanksForm(PlainForm):
    """To whom, and what the practice helped with."""

    whom = forms.ChoiceField(
        label=gettext_lazy("Cảm ơn ai"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn đơn vị hoặc người đồng chí muốn cảm ơn.")},
    )
    words = TextField(
        label=gettext_lazy("Lời cảm ơn"),
        rows=4,
        max_length=600,
        help_text=gettext_lazy(
            "Cách làm ấy đã giúp việc gì, ở đâu. Tên đồng chí đứng dưới lời cảm ơn; rút lại lúc nào cũng được."
        ),
    )

    def __init__(self, found: list[ToThank], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.person_id or UNIT): one.person for one in found}
        self.fields["whom"].choices = [(str(one.person_id or UNIT), one.name) for one in found]
        if len(found) == 1:
            self.fields["whom"].initial = str(found[0].person_id or UNIT)

    def clean(self) -> dict[str, Any]:
        """What was typed, with the person; no person is the unit."""
        typed = super().clean() or {}
        return {"person": self.people.get(typed.pop("whom", "")), **typed}


def index(request: HttpRequest) -> HttpResponse:
    """What one received and gave; a box finds the practice one is grateful for."""
    actor, asked = request.actor, asked_words(request)
    received = paginate(request, _with_names(Thanks.objects.received_by(actor)))
    given = _with_names(Thanks.objects.given_by_her(actor))[:MOST_GIVEN]
    context = {
        "asked": asked,
        "found": _with_places(queries.found_practices(asked, actor), actor),
        "page": received,
        "received": _spoken(received, actor),
        "given": _spoken(given, actor),
    }
    return render(request, "commendations/thanks.html", context)


MOST_GIVEN = 50


def _with_names(found: ThanksQuerySet) -> ThanksQuerySet:
    related = found.standing().select_related("practice", "person", "given_by")
    return related.prefetch_related("named").order_by("-given_on", "-pk")


def _with_places(found: list[Practice], actor: Actor) -> list[tuple[Practice, str]]:
    names = organisation.names_of([one.unit_id for one in found], actor.on)
    return [(one, names.get(one.unit_id, "")) for one in found]


def _spoken(found: Any, actor: Actor) -> list[Thanks]:
    """Each with the names of the unit thanked and of the giver's unit."""
    rows = list(found)
    units = {one.unit_id for one in rows} | {one.given_from_id for one in rows if one.given_from_id}
    names = organisation.names_of(units, actor.on)
    for one in rows:
        one.unit_name, one.from_name = names.get(one.unit_id, ""), names.get(one.given_from_id or 0, "")
    return rows


def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Thank for one practice; the page names who can be thanked."""
    actor = request.actor
    practice = get_object_or_404(queries.practices_to_thank(actor).select_related("unit"), pk=pk)
    form = ThanksForm(queries.to_thank(practice, actor), request.POST or None)
    if carry_out(form, lambda **typed: actions.thank(practice, by=actor, **typed)):
        said = _("Đã gửi lời cảm ơn. Người được cảm ơn quyết định có cho hiện hay không.")
        return redirect_with(request, "commendations:thanks", said)
    return render(request, "commendations/thanks_new.html", {"form": form, "practice": practice})


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """I take back what I gave."""
    thanks = get_object_or_404(Thanks.objects.given_by_her(request.actor), pk=pk)
    actions.take_back(thanks, by=request.actor)
    return redirect_with(request, "commendations:thanks", _("Đã rút lời cảm ơn. Lời ấy không còn ở đâu nữa."))


@posts_only
def let_it_be_shown(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said to me, or to my unit, may be shown; or no longer."""
    thanks = get_object_or_404(Thanks.objects.received_by(request.actor).standing(), pk=pk)
    agrees = request.POST.get("agree") == "1"
    actions.let_it_be_shown(thanks, agrees=agrees, by=request.actor)
    said = _("Lời cảm ơn hiện ở trang của mô hình.") if agrees else _("Lời cảm ơn không còn hiện nữa.")
    return redirect_with(request, "commendations:thanks", said)


def of_practice(request: HttpRequest, pk: int) -> HttpResponse:
    """A piece of the practice's page: the thanks that may be shown, and the way to give one."""
    actor = request.actor
    practice = get_object_or_404(Practice.objects.visible_to(actor).registered(), pk=pk)
    listed = queries.practices_to_thank(actor).filter(pk=pk).exists()
    context = {
        "practice": practice,
        "rows": _spoken(queries.thanks_shown(practice), actor) if listed else [],
        "may_thank": listed and bool(queries.to_thank(practice, actor)),
    }
    title = f"{_('Lời cảm ơn')}: {practice.name}"
    return show_panel(request, "commendations/thanks_of_practice.html", context, title=title)

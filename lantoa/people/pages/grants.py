"""Posts that wait for a second person, and those given of late."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people import actions, queries
from lantoa.people.models import Grant
from lantoa.people.sign_in import proves

HERE = "people:grants"


def index(request: HttpRequest) -> HttpResponse:
    """What waits for the actor's word, what waits for others, what was given here and directly below of late."""
    actor = request.actor
    mine = queries.waiting_for(actor)
    others = Grant.objects.visible_to(actor).waiting().exclude(pk__in=[one.pk for one in mine])
    others = others.select_related("person", "unit", "title", "asked_by")
    context = {
        "mine": organisation.with_unit_names(mine, actor.on),
        "others": organisation.with_unit_names(others, actor.on),
        "given": organisation.with_unit_names(queries.newly_given_below(actor), actor.on),
        "whole_list": queries.is_being_set_up(),
    }
    return render(request, "people/grants.html", context)


def _asked(request: HttpRequest, pk: int) -> Grant:
    return get_object_or_404(Grant.objects.visible_to(request.actor), pk=pk)


@posts_only
@proves
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person agrees."""
    actions.confirm_grant(_asked(request, pk), by=request.actor)
    return redirect_with(request, HERE, _("Đã xác nhận. Chức vụ có hiệu lực."))


@posts_only
@proves
def confirm_all(request: HttpRequest) -> HttpResponse:
    """The first list of an office that is being set up, in one go."""
    count = actions.confirm_all(by=request.actor)
    said = ngettext("Đã xác nhận %(n)s chức vụ.", "Đã xác nhận %(n)s chức vụ.", count) % {"n": count}
    return redirect_with(request, HERE, said)


@posts_only
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person does not agree."""
    actions.refuse_grant(_asked(request, pk), reason=request.POST.get("reason", ""), by=request.actor)
    return redirect_with(request, HERE, _("Đã ghi ý kiến không đồng ý."))


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Who asked takes it back."""
    actions.withdraw_grant(_asked(request, pk), by=request.actor)
    return redirect_with(request, HERE, _("Đã rút đề nghị."))


@posts_only
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose post it is has read of it."""
    grant = get_object_or_404(queries.newly_held_by(request.actor.person), pk=pk)
    actions.note_seen(grant, by=request.actor)
    return redirect_with(request, "people:me", _("Đã ghi là đồng chí đã biết."))

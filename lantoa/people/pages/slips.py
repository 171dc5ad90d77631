"""Slips with one-time codes for those who have no password yet: printed, cut apart, given by hand."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.people import actions, rules
from lantoa.people.models import Account, Membership, Post
from lantoa.people.sign_in import proves

MOST = 200  # a code takes a moment to seal; more than this is printed in several goes


@proves
def choose(request: HttpRequest) -> HttpResponse:
    """Whom to invite: everyone at first; the sheet comes in the answer and is shown once."""
    waiting = Account.objects.visible_to(request.actor).without_password().select_related("person")
    rows = _with_units(list(waiting.order_by("person__sort_key", "pk")), request.actor)
    if request.method != "POST":
        context = {"rows": rows, "most": MOST, "days": rules.SLIP_LASTS.days}
        return render(request, "people/slips.html", context)
    asked = set(request.POST.getlist("ai"))
    chosen = [account for account in rows if str(account.pk) in asked][:MOST]
    if not chosen:
        raise BadInput(_("Chọn ít nhất một người để in phiếu."))
    given = actions.give_first_codes(chosen, by=request.actor)
    context = {"slips": given, "days": rules.SLIP_LASTS.days}
    return render(request, "people/slips_sheet.html", context)


def _with_units(accounts: list[Account], actor: Any) -> list[Account]:
    """Each with the unit its owner belongs to, or holds a post in; by unit, then by given name."""
    people = [account.person_id for account in accounts]
    unit_of = dict(Post.objects.on(actor.on).filter(person__in=people).values_list("person_id", "unit_id"))
    unit_of |= dict(
        Membership.objects.on(actor.on).filter(person__in=people).values_list("person_id", "unit_id")
    )
    names = organisation.names_of(unit_of.values(), actor.on)
    for account in accounts:
        account.unit_name = names.get(unit_of.get(account.person_id), "")
    return sorted(accounts, key=lambda account: title_key(account.unit_name))

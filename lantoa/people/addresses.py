"""Addresses with the right they need, and the unit that an address names."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from lantoa.foundation.addresses import PUBLIC, SIGNED_IN, address
from lantoa.foundation.dates import read_year
from lantoa.organisation.models import Unit

__all__ = ["PUBLIC", "SIGNED_IN", "address", "asked_unit", "asked_year"]


def asked_year(request: HttpRequest) -> int:
    """The year in ?nam=; the year of the actor's day when none can be read."""
    on = request.actor.on  # type: ignore[attr-defined]
    return read_year(request.GET.get("nam", ""), default=on.year)


def asked_unit(request: HttpRequest) -> Unit:
    """The unit that ?don-vi= names, within reach; the actor's own when none is named. 404 otherwise."""
    actor = request.actor  # type: ignore[attr-defined]
    code = request.GET.get("don-vi", "")
    if actor.unit is not None and code in ("", actor.unit.code):
        return actor.unit
    if not code:
        raise Http404
    return get_object_or_404(actor.in_reach(Unit.objects.all(), of_unit="pk"), code=code)

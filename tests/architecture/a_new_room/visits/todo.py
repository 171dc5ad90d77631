"""What this room asks of a person today: to record a visit when the unit has recorded none for a quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.visits.models import Visit

REMEMBERED = dt.timedelta(days=90)


def items(actor: Actor) -> Iterator[Todo]:
    """One line for who writes them down."""
    if actor.unit is None or not actor.may("visits.edit"):
        return
    if not Visit.objects.filter(unit=actor.unit, held_on__gt=actor.on - REMEMBERED).exists():
        yield Todo(_("Ghi việc thăm hỏi trong quý"), reverse("visits:index"), _("Ghi thăm hỏi"), minutes=1)

"""What taking over brings to a meeting: the practices of others that the unit has chosen to talk over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.adoptions.models import Discussion
from lantoa.foundation.agenda import STUDY, Point
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


def brings(unit: Unit, actor: Actor, on: dt.date) -> Iterator[Point]:
    """Those that wait, the first chosen first."""
    waiting = Discussion.objects.visible_to(actor).waiting().of_unit(unit, on)
    for one in waiting.select_related("practice").order_by("chosen_on", "pk"):
        yield Point(
            STUDY, _("Trao đổi cách làm: %(name)s") % {"name": one.practice}, one.why, one.get_absolute_url()
        )

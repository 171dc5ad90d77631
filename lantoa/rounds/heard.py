"""When the tree has changed, open rounds that ask the units concerned follow it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.heard import Listener
from lantoa.foundation.models import Event
from lantoa.organisation.models import Unit
from lantoa.rounds import actions, queries

TREE = {
    "unit.found",
    "unit.move",
    "unit.merge",
    "unit.split",
    "unit.dissolve",
    "unit.corrected",
    "unit.change_undone",
}


def the_tree_has_changed(event: Event) -> None:
    """A change that is yet to come waits for its day (see tasks.py)."""
    today = clock.today()
    unit = Unit.objects.filter(pk=event.unit_id or 0).first()
    if unit is None or event.on > today:
        return
    for found in queries.rounds_that_may_ask(unit, today):
        actions.follow_the_tree(found, today)


ASKED = Listener("rounds.tree", _("Kỳ số liệu theo tổ chức mới"), frozenset(TREE), the_tree_has_changed)
LISTENERS = [ASKED]

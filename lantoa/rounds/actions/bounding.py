"""Rules between figures: an office keeps them for itself and all below; they warn and never block."""

from __future__ import annotations

from django.db import transaction

from lantoa.foundation.history import record
from lantoa.people.actors import Actor
from lantoa.rounds import choosing, rules
from lantoa.rounds.models import Bound


@transaction.atomic
def keep_bound(*, part: str, whole: str, by: Actor) -> Bound:
    """From now on `part` is asked about where it is more than `whole`. BadInput for one figure twice or a rule kept."""
    rules.must_open_for_own(by.unit is not None)
    assert by.unit is not None
    labels = choosing.figures_offered(by.unit, by.on)
    rules.must_be_two_figures(part, whole, labels)
    counted = choosing.counted(by.unit, by.on)
    rules.must_be_comparable(counted[part], counted[whole])
    bound, is_new = Bound.objects.get_or_create(unit=by.unit, part=part, whole=whole)
    rules.must_be_new_rule(is_new)
    record("bound.kept", bound, by=by, unit=by.unit, note=f"{labels[part]} ≤ {labels[whole]}")
    return bound


@transaction.atomic
def drop_bound(bound: Bound, *, by: Actor) -> None:
    """The rule holds no longer. NotAllowed for who does not act for the unit that keeps it."""
    rules.must_be_own_rule(by.unit == bound.unit)
    record("bound.dropped", bound, by=by, unit=bound.unit, note=str(bound))
    bound.delete()

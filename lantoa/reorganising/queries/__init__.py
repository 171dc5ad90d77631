"""What hangs on a unit, what is to come, how the tree looks before and after, who may head what is new."""

from lantoa.reorganising.queries.comparing import (
    Line,
    Rehearsal,
    hanging_on,
    planned_below,
    planned_for,
    rehearse,
)
from lantoa.reorganising.queries.seats import Seat, seats_of

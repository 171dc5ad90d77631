"""What one asks of upkeep: what ran, what is late, which copies there are, whether the data is whole."""

from lantoa.upkeep.queries.checks import Check, Found, checks, run_checks
from lantoa.upkeep.queries.state import (
    Line,
    all_tasks,
    health,
    last_beat,
    last_copy,
    lines,
    places,
    task_called,
)

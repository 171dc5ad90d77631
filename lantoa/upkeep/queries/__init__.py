"""What one asks of upkeep: what ran, what is late, which copies there are, whether the data is whole."""

from lantoa.upkeep.queries.certificate import authority_file, ends_at, fingerprint
from lantoa.upkeep.queries.checks import Check, Found, checks, kept_checks, named_checks, run_checks
from lantoa.upkeep.queries.numbers import Number, numbers
from lantoa.upkeep.queries.state import (
    Line,
    Place,
    Standstill,
    all_tasks,
    asked_for,
    folders,
    health,
    keepers_of_the_machine,
    last_beat,
    last_copy,
    last_second_copy,
    lies_within_the_data,
    lines,
    places,
    standstill,
    task_called,
    trouble_with,
)

"""What one asks of upkeep: what ran, what is late, which copies there are, whether the data is whole."""

from lantoa.upkeep.queries.certificate import authority_file, ends_at, fingerprint
from lantoa.upkeep.queries.checks import Check, Found, checks, kept_checks, named_checks, run_checks
from lantoa.upkeep.queries.code import origin_of_the_code, revision_in_use
from lantoa.upkeep.queries.disks import (
    Place,
    folders,
    key_file,
    lies_within_the_data,
    places,
    plugged_in,
    public_key,
    shares_the_disk,
    trouble_with,
)
from lantoa.upkeep.queries.numbers import Number, numbers
from lantoa.upkeep.queries.state import (
    Line,
    Standstill,
    all_tasks,
    asked_for,
    health,
    keepers_of_the_machine,
    last_beat,
    last_copy,
    last_second_copy,
    lines,
    minutes_to_restore,
    standstill,
    task_called,
)

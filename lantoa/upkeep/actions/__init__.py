"""What is done for upkeep: run a task, make a key, keep a copy, bring one back."""

from lantoa.upkeep.actions.certifying import certify, names_here
from lantoa.upkeep.actions.checking import check_data
from lantoa.upkeep.actions.holding import hold_the_data
from lantoa.upkeep.actions.keeping import TOLD, keep, make_key
from lantoa.upkeep.actions.placing import drop_place, name_place
from lantoa.upkeep.actions.restoring import must_be_empty, restore
from lantoa.upkeep.actions.running import (
    ask_for,
    hear_if_new,
    listen,
    run_asked,
    run_by_clock,
    run_task,
    schedule_all,
)
from lantoa.upkeep.actions.upgrading import note_revision, pid_file, restart_what_runs, upgrade

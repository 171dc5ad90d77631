"""What is done to registrations: write, send, return, approve, record what was achieved; confirm or take back
what somebody else typed.

Each act locks the paper, checks, changes and writes one history event, all in one transaction.
"""

from lantoa.registrations.actions.behalf import confirm, withdraw
from lantoa.registrations.actions.closing import assess, close, remark, reply
from lantoa.registrations.actions.judging import approve, return_for_changes, submit
from lantoa.registrations.actions.opening import open_year
from lantoa.registrations.actions.reading import note_opening
from lantoa.registrations.actions.results import correct_progress, record_progress, take_back_line
from lantoa.registrations.actions.writing import (
    TEXTS,
    keep_typed,
    keep_typed_in,
    save_draft,
    start_draft,
    start_household,
)

__all__ = [
    "TEXTS",
    "approve",
    "assess",
    "close",
    "confirm",
    "correct_progress",
    "keep_typed",
    "keep_typed_in",
    "note_opening",
    "open_year",
    "record_progress",
    "remark",
    "reply",
    "return_for_changes",
    "save_draft",
    "start_draft",
    "start_household",
    "submit",
    "take_back_line",
    "withdraw",
]

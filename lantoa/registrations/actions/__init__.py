"""What is done to registrations: write, send, return, approve, record what was achieved.

Each act locks the paper, checks, changes and writes one history event, all in one transaction.
"""

from lantoa.registrations.actions.judging import approve, return_for_changes, submit
from lantoa.registrations.actions.results import correct_progress, record_progress
from lantoa.registrations.actions.writing import TEXTS, keep_typed, save_draft, start_draft

__all__ = [
    "TEXTS",
    "approve",
    "correct_progress",
    "keep_typed",
    "record_progress",
    "return_for_changes",
    "save_draft",
    "start_draft",
    "submit",
]

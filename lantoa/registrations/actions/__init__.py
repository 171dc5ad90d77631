"""What is done to registrations: write, send, return, approve, record what was achieved; confirm or take back
what somebody else typed.

Each act locks the paper, checks, changes and writes one history event, all in one transaction.
"""

from lantoa.registrations.actions.behalf import confirm, deny_witness, withdraw
from lantoa.registrations.actions.closing import assess, close, remark, reply
from lantoa.registrations.actions.codes import (
    ask_for_slip,
    confirm_by_code,
    disown_by_code,
    drop_line_by_code,
    forget_pin,
    give_code,
    note_wrong_answer,
)
from lantoa.registrations.actions.judging import approve, return_for_changes, submit, take_back_approval
from lantoa.registrations.actions.opening import open_year
from lantoa.registrations.actions.reading import note_list, note_opening
from lantoa.registrations.actions.results import correct_progress, record_progress, take_back_line
from lantoa.registrations.actions.writing import save_draft, start_draft, start_household, write_down

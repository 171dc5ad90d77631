"""What is done with meetings: register the day, record, correct, note that the results are posted, take back; score."""

from lantoa.meetings.actions.concluding import assign, finish
from lantoa.meetings.actions.merging import choose, drop, record_from_a_phone
from lantoa.meetings.actions.planning import agree, appoint, appoint_the_year, cancel, reappoint
from lantoa.meetings.actions.recording import (
    change_meeting,
    mark_posted,
    record_meeting,
    remove_meeting,
    settle,
)
from lantoa.meetings.actions.scoring import change_rule, score

"""What is done in the programme: set a theme, record a document, launch a movement, write, issue and sum up a plan."""

from lantoa.programme.actions.directing import answer_directive, change_directive, record_directive
from lantoa.programme.actions.lists import answer_proposal, propose
from lantoa.programme.actions.movements import (
    change_movement,
    change_participation,
    change_review,
    join_movement,
    launch_movement,
    leave_movement,
    review_participation,
    sum_up_movement,
)
from lantoa.programme.actions.naming import end_participation_of, name_participants
from lantoa.programme.actions.plans import (
    change_plan,
    close_plan,
    draft_plan,
    finish_task,
    issue_plan,
    record_issued_plan,
    return_plan,
    review_plan,
    submit_plan,
    sum_up_plan,
)
from lantoa.programme.actions.setting import (
    begin_programme,
    change_basis,
    change_theme,
    record_basis,
    set_theme,
)

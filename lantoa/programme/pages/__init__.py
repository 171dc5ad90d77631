"""What a person sees and presses: the programme on a day, and the plans of the units."""

from lantoa.programme.pages.directives import (
    directive,
    directive_answer,
    directive_below,
    directive_edit,
    directive_file,
    directive_new,
    directives,
    lately,
)
from lantoa.programme.pages.lists import answer, lists
from lantoa.programme.pages.movements import (
    movement,
    movement_edit,
    movement_join,
    movement_new,
    movement_review_edit,
    movement_sum_up,
    movements,
    participation_edit,
    participation_leave,
    participation_review,
    participations,
)
from lantoa.programme.pages.participants import participant_end, participants
from lantoa.programme.pages.plans import (
    plan,
    plan_below,
    plan_close,
    plan_edit,
    plan_file,
    plan_issue,
    plan_new,
    plan_return,
    plan_review,
    plan_submit,
    plan_sum_up,
    plan_word,
    plans,
    task_done,
)
from lantoa.programme.pages.programme import (
    basis_edit,
    basis_new,
    begin,
    index,
    theme_edit,
    theme_file,
    theme_new,
)

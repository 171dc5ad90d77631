"""What a person sees and presses: the programme on a day, and the plans of the units."""

from lantoa.programme.pages.plans import (
    plan,
    plan_close,
    plan_edit,
    plan_file,
    plan_issue,
    plan_new,
    plan_return,
    plan_submit,
    plans,
    task_done,
)
from lantoa.programme.pages.programme import (
    basis_edit,
    basis_new,
    begin,
    directive,
    directive_edit,
    directive_file,
    directive_new,
    index,
    movement_edit,
    movement_new,
    theme_edit,
    theme_new,
)

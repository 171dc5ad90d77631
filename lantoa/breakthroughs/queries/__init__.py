"""Questions about breakthroughs: who decides, how the quarters went, what happened to one."""

from lantoa.breakthroughs.queries.going import (
    Progress,
    Quarter,
    assessment_text,
    progress,
    quarters,
    with_names,
)
from lantoa.breakthroughs.queries.rights import (
    acts_in,
    as_told,
    heads_of,
    is_own,
    may_appraise,
    may_be_taken_back,
    may_judge,
    may_judge_amendment,
    may_supervise,
    may_take_back_amendment,
    may_write,
    possible_advisers,
    possible_approvers,
    proposed,
    usual_approver,
)
from lantoa.breakthroughs.queries.trail import (
    Change,
    as_text,
    changes,
    compared,
    from_text,
    last_appraisal,
    text_of,
    trail,
)

"""Questions about practices: who may, who is named, what happened."""

from lantoa.practices.queries.assessing import assessable, assessed_in
from lantoa.practices.queries.consent import names_to_leave_out, naming_me, to_answer
from lantoa.practices.queries.core import core_texts
from lantoa.practices.queries.criteria import appraised_of, criteria_in_use, may_appraise, waits_for
from lantoa.practices.queries.lessons import lesson_from, lesson_of
from lantoa.practices.queries.library import (
    WORDS,
    Counted,
    fields_with,
    sums_of_movement,
    trail,
    with_places,
)
from lantoa.practices.queries.rights import (
    is_own,
    judge_for,
    may_answer,
    may_judge,
    may_recognise,
    may_write,
    members_of,
)

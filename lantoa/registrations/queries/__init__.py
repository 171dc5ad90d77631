"""Questions about registrations that need more than one QuerySet word."""

from lantoa.registrations.queries.agreeing import (
    may_print_slip,
    possible_witnesses,
    slips_to_print,
    to_vouch_for,
    typed_any_of,
    words_of,
)
from lantoa.registrations.queries.codes import (
    bearer_of,
    code_of,
    digest_of,
    imprint_of,
    knows_the_owner,
    typed_lines,
    version_of,
)
from lantoa.registrations.queries.lists import (
    Judged,
    Reader,
    has_opened_today,
    judged_by,
    last_meeting_of,
    last_returner,
    last_year_of,
    may_be_taken_back,
    neighbours,
    neighbours_without,
    not_registered,
    opened_lately,
    programme_in_force,
    readers_of,
    trail_of,
    waiting_for,
    waiting_for_remark,
    who_was_faster,
)
from lantoa.registrations.queries.mending import may_admit, mended_by, to_mend_for, to_report_mended
from lantoa.registrations.queries.who import (
CONFLICT<<<<<<< HEAD
    Home,
    Receiver,
    as_told,
=======
>>>>>>> c89d778 (A package that is a door names what stands behind it once; benchmarks know the names of today)
    duties_of,
    enters_for,
    home_of,
    is_own,
    joined_after,
    may_conclude,
    may_judge,
    may_mend_line,
    may_take_back,
    may_withdraw,
    must_conclude_on,
    receiver_for,
    receiver_of,
    records_for,
    sent_receiver,
    writes,
)
from lantoa.registrations.queries.years import (
    Turnout,
    calendar_for,
    calendar_of,
    head_first,
    head_of,
    heads_of,
    may_open_years,
    turnout_of,
)

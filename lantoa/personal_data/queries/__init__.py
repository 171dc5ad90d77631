"""Questions about personal data: what is kept of one person and who read it; what waits for an answer."""

from lantoa.personal_data.queries.desk import (
    Counted,
    Mender,
    Processed,
    administrators_of,
    called_in_reach,
    counted,
    home_of,
    incident_term_on,
    is_restricted,
    label_of,
    open_of,
    processed,
    standing_restriction,
    term_of,
    who_answers,
)
from lantoa.personal_data.queries.emergency import (
    asked_by_others,
    emergencies_of,
    is_below_who_asked,
    names_of_parts,
    opened,
    papers_opened,
    parts_to_choose,
    waiting_for,
)
from lantoa.personal_data.queries.expiring import (
    ERASED_TEXT,
    Tombstone,
    events_about,
    expired,
    free_number,
    has_left,
    not_erased_again,
    rule_of,
    said_no_to,
    tombstone_files,
    tombstones,
)
from lantoa.personal_data.queries.mine import (
    LATEST,
    Line,
    Reading,
    everything_of,
    lines_of,
    named_in,
    readings_of,
    shown_rows,
)

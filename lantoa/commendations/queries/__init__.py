"""Questions to the nominations, the commendations and the thanks."""

from lantoa.commendations.queries.balance import balance_of, cells_without, years_before, young_cells
from lantoa.commendations.queries.core import (
    Record,
    Totals,
    awards_before,
    body_above,
    by_level,
    chain_of,
    considers,
    decided_in,
    found_by_name,
    is_hers,
    judges,
    may_appraise,
    may_read_register,
    needs_appraisal,
    of_person,
    party_members,
    record_of,
    speaks_for,
    totals,
)
from lantoa.commendations.queries.eligibility import (
    beginning_of,
    fulfilment_of,
    stated_by_climb,
    stated_years,
)
from lantoa.commendations.queries.thanking import (
    ToThank,
    found_practices,
    practices_to_thank,
    thanks_shown,
    to_thank,
)

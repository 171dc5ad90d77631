"""Questions of this room."""

from lantoa.supervision.queries.files import (
    answers_for,
    belongs_to,
    month_strip,
    notes_for,
    of_year,
    plans,
    remedies_open,
    trail_of,
    with_names,
    with_stages,
)

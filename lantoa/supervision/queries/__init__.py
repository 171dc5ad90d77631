"""Questions of this room."""

from lantoa.supervision.queries.discipline import DISCIPLINE_READ, is_disciplined, keeps_discipline
from lantoa.supervision.queries.files import (
    INSPECTION_READ,
    NOTE_READ,
    answers_for,
    belongs_to,
    keeps_file,
    month_strip,
    notes_for,
    of_programme,
    of_year,
    plans,
    remedies_open,
    trail_of,
    with_names,
    with_stages,
)
from lantoa.supervision.queries.samples import (
    earlier_samples,
    is_about,
    paper_of,
    pool_of,
    recheck,
    stands_for,
    to_answer,
)
from lantoa.supervision.queries.signs import Signs, papers_bearing, signs_below, signs_of_paper

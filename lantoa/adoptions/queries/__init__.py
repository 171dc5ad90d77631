"""Questions about taking over: who learned what from whom, how it fares, how far it went."""

from lantoa.adoptions.queries.adopting import (
    adoption_of,
    chain_of,
    core_parts,
    has_followers,
    is_own,
    living_adoption,
    may_adopt_for,
    preset_parts,
    root_of,
)
from lantoa.adoptions.queries.following import (
    adopters_of,
    due_question,
    helping,
    helping_lately,
    numbers_of,
    parts_of,
    reached_of,
    waiting_for_an_answer,
    with_names,
)
from lantoa.adoptions.queries.spread import given_by, most_travelled, spread_of_practice

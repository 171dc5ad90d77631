"""Questions about practices: who may, what the library shows, who took what over."""

from lantoa.practices.queries.adopting import (
    adoption_of,
    chain_of,
    continued_by,
    core_parts,
    core_texts,
    has_followers,
    living_adoption,
    may_adopt_for,
    preset_parts,
    root_of,
)
from lantoa.practices.queries.library import (
    WORDS,
    Act,
    Counted,
    by_field,
    trail,
    with_places,
)
from lantoa.practices.queries.rights import (
    is_own,
    judge_for,
    line_upwards,
    may_judge,
    may_recognise,
    may_write,
    members_of,
)

__all__ = [
    "WORDS",
    "Act",
    "Counted",
    "adoption_of",
    "by_field",
    "chain_of",
    "continued_by",
    "core_parts",
    "core_texts",
    "has_followers",
    "is_own",
    "judge_for",
    "line_upwards",
    "living_adoption",
    "may_adopt_for",
    "may_judge",
    "may_recognise",
    "may_write",
    "members_of",
    "preset_parts",
    "root_of",
    "trail",
    "with_places",
]

"""The trail of a practice says every act in words, also those of the room above that stand in it."""

from __future__ import annotations

from lantoa.adoptions.verbs import VERBS as OF_ADOPTIONS
from lantoa.practices.queries.library import OF_OTHERS, WORDS
from lantoa.practices.verbs import VERBS


def test_no_act_of_a_practice_is_shown_by_its_code():
    of_a_practice = {verb for verb in {**VERBS, **OF_ADOPTIONS} if verb.startswith("practice.")}
    assert of_a_practice - set(WORDS) == set(OF_OTHERS), "these are read at the unit that said it"

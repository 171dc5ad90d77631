"""A paper moves by its table of steps; of two people pressing at once one wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import Conflict
from lantoa.people.models import Membership

# Any table with a text column will do: here a membership's status plays the state.
STEPS = Steps(
    [
        step("admit", frm=["probationary"], to="official"),
        step("excuse", frm=["official"], to="exempt"),
        step("recall", frm=["exempt"], to="official"),
    ]
)


def test_a_step_moves_the_paper_in_the_database_and_in_memory(cast):
    membership = cast.member.person.memberships.get()
    STEPS.move(membership, "excuse")
    assert membership.status == Membership.objects.get(pk=membership.pk).status == "exempt"


def test_what_belongs_to_a_step_goes_with_it_or_not_at_all(cast):
    first, second = (Membership.objects.get(person=cast.member.person) for _who in range(2))
    STEPS.move(first, "excuse", ends=cast.today)
    assert first.ends == Membership.objects.get(pk=first.pk).ends == cast.today
    with pytest.raises(Conflict):
        STEPS.move(second, "excuse", ends=None)
    assert Membership.objects.get(pk=first.pk).ends == cast.today


def test_the_slower_of_two_is_told(cast):
    first, second = (Membership.objects.get(person=cast.member.person) for _who in range(2))
    STEPS.move(first, "excuse")
    with pytest.raises(Conflict, match="vừa được người khác xử lý"):
        STEPS.move(second, "excuse")


@given(st.lists(st.sampled_from(["admit", "excuse", "recall"]), max_size=12))
def test_only_verbs_of_the_table_apply(verbs):
    state = "probationary"
    for verb in verbs:
        if STEPS.may(verb, state):
            assert verb in STEPS.verbs_from(state)
            state = STEPS.by_verb[verb].to
        else:
            assert state not in STEPS.by_verb[verb].frm
    assert state in {"probationary", "official", "exempt"}

"""Whatever people press in whatever order, a practice is only ever in a state that its steps allow."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.practices import actions, rules
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import SEEN, of_the_cell
from tests.examples import examples

NEXT = {
    ("draft", "propose"): "proposed",
    ("returned", "propose"): "proposed",
    ("proposed", "return"): "returned",
    ("proposed", "accept"): "registered",
    ("registered", "start"): "running",
    ("registered", "stop"): "stopped",
    ("running", "stop"): "stopped",
    # Pressed in the room above: an answer "no longer" that its owner takes back.
    ("stopped", "run_again"): "running",
}


def press(cast, practice, verb):
    """What the button does."""
    match verb:
        case "edit":
            actions.edit(practice, by=cast.secretary, target="Viết lại.")
        case "propose":
            actions.propose(practice, by=cast.secretary)
        case "return":
            actions.return_for_changes(practice, by=cast.committee, reason="chưa rõ")
        case "accept":
            actions.accept(practice, by=cast.committee, seen=SEEN)
        case "start":
            actions.start(practice, by=cast.secretary)
        case "stop":
            actions.stop(practice, by=cast.secretary, reason="hết người trực")


BUTTONS = ["edit", "propose", "return", "accept", "start", "stop"]


@settings(
    max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pressed=st.lists(st.sampled_from(BUTTONS), max_size=12), stale=st.booleans())
def test_every_path_through_the_steps(cast, pressed, stale):
    """`stale`: every button is pressed on the page as it was first opened."""
    practice = of_the_cell(cast)
    state = "draft"
    for verb in pressed:
        opened = practice if stale else Practice.objects.get(pk=practice.pk)
        acts = Event.objects.about(practice).count()
        expected = (state if state in rules.WRITABLE else None) if verb == "edit" else NEXT.get((state, verb))
        try:
            with transaction.atomic():
                press(cast, opened, verb)
        except (Conflict, BadInput, NotAllowed):
            assert expected is None, f"{verb} was refused in {state}"
            assert Event.objects.about(practice).count() == acts, "what was refused left a trace"
        else:
            assert expected is not None, f"{verb} went through in {state}"
            state = expected
            assert Event.objects.about(practice).count() == acts + 1
        now = Practice.objects.get(pk=practice.pk)
        assert now.status == state
        assert (now.registered_on is not None) == (state in ("registered", "running", "stopped"))


@pytest.mark.parametrize("state", Practice.Status.values)
def test_the_table_of_steps_has_no_other_way(state):
    assert set(rules.STEPS.verbs_from(state)) == {verb for (frm, verb) in NEXT if frm == state}

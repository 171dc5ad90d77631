"""Whatever people press in whatever order, a paper is only ever in a state that its steps allow."""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.breakthroughs import actions, rules
from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.tests.stories import adviser, of_the_cell
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from tests.examples import examples

NEXT = {
    ("draft", "submit"): "submitted",
    ("returned", "submit"): "submitted",
    ("withdrawn", "submit"): "submitted",
    ("appraising", "appraise"): "submitted",
    ("appraising", "withdraw"): "withdrawn",
    ("submitted", "withdraw"): "withdrawn",
    ("submitted", "return"): "returned",
    ("submitted", "approve"): "approved",
    ("approved", "take_back"): "submitted",
    ("approved", "report"): "running",
    ("running", "report"): "running",
    ("approved", "close"): "closed",
    ("running", "close"): "closed",
}


def press(cast, paper, verb):
    """What the button does."""
    match verb:
        case "submit":
            actions.submit(paper, by=cast.secretary)
        case "withdraw":
            actions.withdraw(paper, by=cast.secretary)
        case "appraise":
            with suppress(NotAllowed):  # never sent to an advising body
                actions.appraise(paper, by=adviser(cast), opinion="agree")
                return
            raise Conflict("nobody was asked")
        case "edit":
            actions.edit(paper, by=cast.secretary, problem="Viết lại.")
        case "return":
            actions.return_for_changes(paper, by=cast.committee, reason="chưa rõ")
        case "approve":
            actions.approve(paper, by=cast.committee, document_number="7-TB/ĐU", approved_on=cast.today)
        case "take_back":
            actions.take_back_approval(paper, by=cast.committee)
        case "report":
            told = {"year": 2026, "quarter": 3, "state": "on_track", "result": "Xong."}
            actions.report_quarter(paper, by=cast.secretary, **told)
        case "assess":
            actions.assess_year(paper, year=2026, result="done", by=cast.committee)
        case "close":
            actions.close(paper, by=cast.committee)


BUTTONS = [
    "submit",
    "withdraw",
    "appraise",
    "edit",
    "return",
    "approve",
    "take_back",
    "report",
    "assess",
    "close",
]


@settings(
    max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pressed=st.lists(st.sampled_from(BUTTONS), max_size=12), stale=st.booleans(), advised=st.booleans())
def test_every_path_through_the_steps(cast, pressed, stale, advised):
    """`stale`: every button is pressed on the page as it was first opened; `advised`: an opinion comes first."""
    if advised:
        actions.choose_advising_body(cast.commune, cast.commune, by=cast.committee)
    else:
        actions.choose_advising_body(cast.commune, None, by=cast.committee)
    paper = of_the_cell(cast)
    state, assessed = "draft", False
    for verb in pressed:
        opened = paper if stale else Breakthrough.objects.get(pk=paper.pk)
        acts = Event.objects.about(paper).count()
        expected = _expected(state, verb, assessed, advised)
        try:
            with transaction.atomic():
                press(cast, opened, verb)
        except (Conflict, BadInput):
            assert expected is None, f"{verb} was refused in {state}"
            assert Event.objects.about(paper).count() == acts, "what was refused left a trace"
        else:
            # A page opened before the first assessment may show an older state; the database decides.
            assert expected is not None, f"{verb} went through in {state}"
            state, assessed = expected, assessed or verb == "assess"
            assert Event.objects.about(paper).count() == acts + 1
        assert Breakthrough.objects.get(pk=paper.pk).status == state


def _expected(state, verb, assessed, advised):
    """The state after pressing, or None when it must be refused."""
    if verb == "edit":
        return state if state in rules.WRITABLE else None
    if verb == "assess":
        return state if state not in rules.BEFORE_APPROVAL else None
    if (verb == "close" and not assessed) or (verb == "take_back" and assessed):
        return None
    after = NEXT.get((state, verb))
    return "appraising" if advised and verb == "submit" and after else after


@pytest.mark.parametrize("state", Breakthrough.Status.values)
def test_the_table_of_steps_is_what_the_glossary_says(state):
    offered = set(rules.STEPS.verbs_from(state))
    told = {verb.replace("report", "start") for (frm, verb) in NEXT if frm == state}
    told |= {"submit_for_appraisal"} if "submit" in told else set()
    assert offered == told - ({"start"} if state == "running" else set())

"""Every act has words in the history, and the history's filter offers none that nobody writes."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models.signals import post_save

from lantoa.foundation.models import Event
from lantoa.portal import acts

HOUSE = Path(settings.BASE_DIR) / "lantoa"
# Verbs whose last word is put in when the act happens: the start of the name stands in the source.
BUILT = ("unit.", "shortcoming.", "registration.", "outreach.")


def named() -> set[str]:
    """Every text of the house that looks like a verb."""
    found = set()
    for path in HOUSE.rglob("*.py"):
        if "tests" in path.parts or "migrations" in path.parts or path.name == "verbs.py":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", str(node.value)):
                found.add(str(node.value))
    return found


def test_the_filter_offers_no_act_that_nobody_writes():
    texts = named()
    unwritten = {
        verb
        for verb in acts.words()
        if verb not in texts and not (verb.startswith(BUILT) and verb.rpartition(".")[2] in texts)
    }
    assert {verb for verb in unwritten if not verb.endswith(".removed")} == set()


@pytest.mark.parametrize("verb", sorted(acts.words()))
def test_an_act_is_said_in_lower_case_and_without_a_full_stop(verb):
    said = acts.said(verb)
    assert said[:1].islower() and not said.endswith(".")


def test_an_act_that_no_room_declares_is_noticed_when_a_story_writes_it(db):
    with pytest.raises(AssertionError, match="nowhere.heard"):
        post_save.send(Event, instance=Event(verb="nowhere.heard"), created=True, raw=False)

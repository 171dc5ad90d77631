"""Every act has words in the history, and the history's filter offers none that nobody writes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models.signals import post_save

from lantoa.foundation.models import Event
from lantoa.portal import acts
from tests.architecture import source
from tests.architecture.source import HOUSE

VERB = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
WORD = re.compile(r"[a-z_]+")


@cache
def modules() -> dict[Path, tuple[ast.AST, ...]]:
    """What every module says in which an act may be written."""
    rooms = (path for path in source.modules() if path.parent != HOUSE and path.name != "verbs.py")
    return {path: source.nodes(path) for path in rooms}


def texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and WORD.fullmatch(str(node.value)):
            yield str(node.value)


def is_record(node: ast.AST) -> bool:
    """record("registration.approved", …), history.record(…)."""
    name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
    return name == "record" and bool(node.args)


def verbs_of(nodes: Sequence[ast.AST], fillings: set[str]) -> set[str]:
    """The verbs that a module writes: as they stand, or `f"outreach.{…}.removed"` with everything that may fill it.

    Keys of a dictionary say how an act is told on a page; that does not write it.
    """
    told = {id(key) for node in nodes if isinstance(node, ast.Dict) for key in node.keys}
    found = set()
    for node in nodes:
        if isinstance(node, ast.Constant) and VERB.fullmatch(str(node.value)) and id(node) not in told:
            found.add(str(node.value))
        if is_record(node) and isinstance(node.args[0], ast.JoinedStr):
            found |= filled(node.args[0], fillings)
    return found


def filled(text: ast.JoinedStr, fillings: set[str]) -> set[str]:
    parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else "([a-z_]+)" for p in text.values]
    fits = ((verb, re.fullmatch("".join(parts), verb)) for verb in acts.words())
    return {verb for verb, match in fits if match and set(match.groups()) <= fillings}


@cache
def written() -> set[str]:
    """Every verb that the house writes. A blank is filled by a word, a model or a kept choice of its room."""
    found = set()
    for path, nodes in modules().items():
        found |= verbs_of(nodes, fillings_of(path.relative_to(HOUSE).parts[0]))
    return found


@cache
def fillings_of(room: str) -> set[str]:
    models = list(apps.get_app_config(room).get_models())
    kept = {str(value) for model in models for f in model._meta.fields for value, _label in f.flatchoices}
    words = {word for path, nodes in modules().items() if room in path.parts for word in texts(nodes)}
    return words | kept | {model._meta.model_name for model in models}


def test_the_filter_offers_no_act_that_nobody_writes():
    assert set(acts.words()) - written() == set()


def test_a_verb_that_stands_where_an_act_is_written_has_words():
    """The stories notice those that are put together; what nobody tells a story of is found here."""
    for path, nodes in modules().items():
        for node in nodes:
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", getattr(node.func, "id", "")) == "record"
            ):
                verb = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
                assert verb is None or verb in acts.words(), f"{path}: no room says what {verb} means"


def test_no_page_prints_a_verb_as_it_is_kept():
    """Say it with foundation.verbs.said."""
    raw = re.compile(r"\.get\((\w+\.verb)\b[^,()]*(?:\([^)]*\)\[\d\])?, \1\)|{{[^}|]*\.verb\s*}}")
    pages = [*modules(), *HOUSE.rglob("*.html")]
    assert [str(path) for path in pages if raw.search(path.read_text())] == []


def test_an_act_is_said_in_lower_case_and_without_a_full_stop():
    said = {verb: acts.said(verb) for verb in acts.words()}
    assert {verb for verb, words in said.items() if not words[:1].islower() or words.endswith(".")} == set()


def test_an_act_that_no_room_declares_is_noticed_when_a_story_writes_it(db):
    with pytest.raises(AssertionError, match="nowhere.heard"):
        post_save.send(Event, instance=Event(verb="nowhere.heard"), created=True, raw=False)

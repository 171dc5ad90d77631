"""What was once written two, three and four times stands in one place; a second one is noticed here."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from tests.architecture.source import HOUSE, modules, nodes
from tests.architecture.test_doors import imports, layer, room_of

UNIT_LEVELS = ("cell", "section", "grassroots", "superior", "province", "central")
# Judged on a page of their own: docs/decisions/0017-two-judging-pages-stay-their-own.md.
JUDGED_APART = {"registrations/pages/judging.py", "breakthroughs/pages/deciding.py"}
# Where many papers take a step at once, or where what was taken away meanwhile is not to be found.
MANY_AT_ONCE = {
    "exchange/actions.py": "drafts put aside for a month go",
    "commendations/actions/judging.py": "the rungs below close with the one above",
    "breakthroughs/actions/deciding.py": "what waits for a body that is no longer asked",
    "outreach/actions/recording.py": "an opinion that was removed meanwhile",
}


def acting_in(door: str) -> list[Path]:
    return [path for path in modules() if path.parent != HOUSE and layer(path) == door]


def name_of(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def those_that_say(pattern: str) -> set[str]:
    said = re.compile(pattern)
    return {name_of(path) for path in modules() if said.search(path.read_text())}


def test_whether_dates_hold_on_a_day_is_asked_in_one_way():
    """A model's own rule may allow that neither date is known."""
    by_hand = those_that_say(r"ends__isnull=True\)\s*\|\s*Q\((?:\w+__)?ends__gt=") - {
        "foundation/half_open.py"
    }
    assert by_hand <= {"practices/models/practice.py"}, by_hand


def test_the_levels_of_units_are_listed_once():
    listed = [
        name_of(path)
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.Tuple | ast.List)
        and tuple(getattr(one, "value", None) for one in node.elts) == UNIT_LEVELS
    ]
    assert listed == ["organisation/rules.py"]


ONCE = {
    "asked_unit": "people/addresses.py",
    "asked_year": "people/addresses.py",
    "must_say": "foundation/demands.py",
    "must_have_happened": "foundation/demands.py",
    "must_come_after": "foundation/demands.py",
}


@pytest.mark.parametrize("question", ONCE)
def test_what_every_room_asks_is_asked_by_one_function(question):
    made = [
        name_of(path)
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef) and node.name == question
    ]
    assert made == [ONCE[question]]


def states_by_hand(path: Path) -> Iterator[int]:
    """Lines on which a paper is given a state otherwise than along its table of steps."""
    for node in nodes(path):
        if isinstance(node, ast.Assign) and not isinstance(node.value, ast.Attribute):
            parts = [part for target in node.targets for part in getattr(target, "elts", [target])]
            if {getattr(part, "attr", "") for part in parts} & {"status", "state"}:
                yield node.lineno
        updates = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update"
        if updates and {word.arg for word in node.keywords} & {"status", "state"}:
            yield node.lineno


def test_a_paper_changes_its_state_only_along_its_table_of_steps():
    """Steps.move writes the state, and what goes with it, in one UPDATE: of two people at once one wins."""
    by_hand = {name_of(path) for path in acting_in("actions") if list(states_by_hand(path))}
    assert by_hand == set(MANY_AT_ONCE)


def test_a_paper_is_judged_on_the_one_page():
    judging = [path for path in acting_in("pages") if re.search(r"\.return_for_changes\b", path.read_text())]
    assert len(judging) > len(JUDGED_APART)
    apart = {name_of(path) for path in judging if "lantoa.foundation.judging" not in set(imports(path))}
    assert apart == JUDGED_APART


def test_who_agreed_to_be_named_is_kept_by_one_room():
    kept = {
        model._meta.label
        for model in apps.get_models()
        if any(field.name == "agreed_on" for field in model._meta.fields)
    }
    assert kept == {"consents.Consent"}


def test_drawings_are_set_out_by_the_ground():
    """How a scale runs and how a line is bent stands there; a room says only what is drawn."""
    drawing = [path for path in modules() if path.stem == "drawing" and room_of(path) != "foundation"]
    assert all("lantoa.foundation.drawing" in " ".join(imports(path)) for path in drawing)


def test_no_two_tables_of_the_house_have_one_name():
    own = [model.__name__ for model in apps.get_models() if model._meta.app_label in settings.ROOMS]
    assert [name for name, times in Counter(own).items() if times > 1] == []


# What stands in front of a package


def facades() -> list[Path]:
    doors = {"actions", "queries", "models", "rules"}
    return [path for path in modules() if path.name == "__init__.py" and path.parent.name in doors]


@pytest.mark.parametrize("path", facades(), ids=name_of)
def test_the_front_of_a_package_only_names_what_stands_behind_it(path):
    """Once, and nothing that only the room itself may use; no work is done there."""
    body = ast.parse(path.read_text()).body
    assert all(isinstance(one, ast.ImportFrom | ast.Expr) for one in body)
    named = [
        alias.asname or alias.name for one in body if isinstance(one, ast.ImportFrom) for alias in one.names
    ]
    assert not [name for name in named if name.startswith("_")]
    assert [name for name, times in Counter(named).items() if times > 1] == []


def test_nobody_reaches_behind_the_front_of_another_room():
    behind = re.compile(r"lantoa\.([a-z_]+)\.(actions|queries|models|rules)\.([a-z_]+)$")
    for path in modules():
        for name in imports(path):
            told = behind.match(name)
            inside = told and (HOUSE / told[1] / told[2] / f"{told[3]}.py").exists()
            assert not inside or told[1] == room_of(path) or room_of(path) == "demo", (name_of(path), name)

"""What is written from the code says what the code says."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.conf import settings

from lantoa.foundation.gathering import DOORS
from tools import deep, states
from tools.papers import ROOT, generated


@pytest.mark.parametrize("name", generated())
def test_a_generated_paper_is_current(name):
    assert (ROOT / name).read_text() == generated()[name](), f"{name} is out of date: make papers"


def test_every_table_of_steps_stands_in_the_rules_of_its_room_and_in_the_paper_of_states():
    modules = (path for path in ROOT.glob("lantoa/*/**/*.py") if "tests" not in path.parts)
    made = [path for path in modules if re.search(r"= Steps\(", path.read_text())]
    rooms = sorted(path.relative_to(ROOT / "lantoa").parts[0] for path in made)
    assert [path for path in made if "rules" not in str(path.relative_to(ROOT))] == []
    assert sorted({room for room, _steps in states.step_tables()}) == sorted(set(rooms))
    told = (ROOT / "docs/states.md").read_text().count("\n## ")
    assert told == sum(len(re.findall(r"= Steps\(", path.read_text())) for path in made)


# A word about a person or a quarter, chosen anew each time; not the life of a paper.
NO_LIFE = {"people.Membership.status", "breakthroughs.QuarterReport.state"}


def test_every_paper_that_has_a_state_has_a_table_of_steps():
    told = {f"{states.paper_of(*one)._meta.label}.{one[1].field}" for one in states.step_tables()}
    held = {str(field) for model in apps.get_models() for field in model._meta.fields if field.choices}
    own = {name for name in held if name.split(".")[0] in settings.ROOMS}
    assert {name for name in own if name.endswith((".state", ".status"))} - NO_LIFE == told


def test_deep_stays_within_an_hour_and_names_every_room_that_tries_random_examples():
    assert sum(deep.BEFORE.values()) + sum(deep.ROOMS.values()) / deep.AT_ONCE <= deep.MOST
    trying = {path.parts[-3] for path in ROOT.glob("lantoa/*/tests/*.py") if "@given" in path.read_text()}
    assert trying <= set(deep.ROOMS)


def test_architecture_names_every_room_from_the_top_to_the_ground():
    told = re.findall(r"^\|[^|]*\| `(\w+)` \|", (ROOT / "ARCHITECTURE.md").read_text(), re.MULTILINE)
    assert told == settings.ROOMS[::-1]


def test_how_to_add_a_room_names_every_door():
    told = (ROOT / "docs/handbook/a-room.md").read_text()
    assert [door for door in DOORS if f"`{door.replace('.', '/')}.py`" not in told] == []


def test_every_verb_of_the_papers_is_one_of_the_makefile():
    verbs = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    papers = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")]
    for paper in [*papers, *ROOT.glob("docs/**/*.md")]:
        assert set(re.findall(r"`make ([a-z]+)", paper.read_text())) <= verbs, paper
    assert verbs >= {"demo", "serve", "test", "deep", "check", "bench", "hooks", "coverage"}


def test_the_sample_of_the_environment_names_what_the_settings_read():
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", (ROOT / "config/settings.py").read_text()))
    told = set(re.findall(r"^# (\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert read - {"DEBUG", "LANTOA_NOW"} <= told

"""Which modules a room may have, and that no address, page or model of an upper room is named below it."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from lantoa.foundation.gathering import DOORS
from tests.architecture.source import HOUSE, modules, nodes

FLOOR = {room: floor for floor, room in enumerate(settings.ROOMS)}
ADDRESS = re.compile(r"([a-z_]+):[a-z_]+")
WITHIN_A_ROOM = {"__init__", "models", "rules", "queries", "actions", "pages", "urls"}
# Where the framework looks for what it knows.
FOLDERS = {"migrations", "templates", "static", "tests", "management", "templatetags"}

# Modules that are no door and what else a room keeps to itself. A new one is a decision: it is written down here.
OTHER = {
    "foundation": "*",  # the ground is its own list
    "portal": "*",  # the hall gathers; nobody stands above it but the demonstration
    "demo": "*",
    "beginning": "codes middleware",
    "upkeep": "middleware",
    "organisation": "changes paths placing sectors names finding",
    "people": "actors addresses codes fields middleware passwords presence records roles sign_in",
    "messages": "channels words",
    "documents": "book csv docx layout names paper pdf xlsx",
    "personal_data": "words",
    "figures": "adding as_of catalogue cells children counting declared folding measure figure library pasting "
    "sections stages together unknown words",
    "meetings": "choosing printing scanning sheet records words",
    "programme": "printing",
    "study": "printing",
    "writing": "comparing fitting inquiry likeness panel text vocabulary words",
    "registrations": "printing sheet words",
    "breakthroughs": "drawing words",
    "consents": "subjects words",
    "adoptions": "drawing words",
    "practices": "drawing forms words",
    "outreach": "words",
    "supervision": "printing words",
    "reviews": "compose printing words",
    "shortcomings": "words",
    "commendations": "library merits printing words",
    "exemplars": "words",
    "statistics": "xlsx",
    "rounds": "adding choosing comparing compose counting finding library printing words xlsx",
    "reports": "annex comparing compose content corrections form forms marks named outlines paper printing "
    "practices prose quoted reasons sentences stretches trees twin unsaid versions wording words",
    "searching": "words",
    "exchange": "*",
    "reorganising": "*",
}


def room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0]


@pytest.mark.parametrize("room", settings.ROOMS)
def test_a_room_has_doors_that_the_house_knows(room):
    known = WITHIN_A_ROOM | FOLDERS | set(DOORS) | set(OTHER.get(room, "").split())
    kept = {
        path.stem
        for path in (HOUSE / room).iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert OTHER.get(room) == "*" or kept - known == set()


CONTRACTS = tomllib.loads((Path(settings.BASE_DIR) / "pyproject.toml").read_text())["tool"]["importlinter"]


def test_every_room_and_every_door_has_its_height_in_the_contracts():
    """The linter refuses a module that stands in no layer: so every room must be under it, and every door in it."""
    inside = [one for one in CONTRACTS["contracts"] if one.get("exhaustive")]
    under = {name for one in inside for name in one["containers"]}
    assert under == {"lantoa"} | {f"lantoa.{room}" for room in settings.ROOMS if room != "demo"}
    placed = {word for one in inside for layer in one["layers"] for word in re.findall(r"\w+", layer)}
    assert set(DOORS) - placed == set()


def named_in_code(path: Path) -> Iterator[str]:
    """Addresses and models that stand as texts in a module: reverse("a:b"), f"a:{b}", get_model("a", "B")."""
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ADDRESS.fullmatch(node.value):
            yield node.value
        if isinstance(node, ast.JoinedStr) and (begun := re.match(r"[a-z_]+:", _beginning(node))):
            yield begun[0]
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "get_model":
            first = node.args[0] if node.args else None
            assert isinstance(first, ast.Constant), f"{path}: whose model it is must be readable"
            yield f"{first.value.split('.')[0]}:model"


def _beginning(text: ast.JoinedStr) -> str:
    first = text.values[0]
    return str(first.value) if isinstance(first, ast.Constant) else ""


# The page of judging is told by its room where it leads back to.
TOLD_BY_THE_ROOM = {"judging.back"}


def named_in_templates(room: str) -> Iterator[str]:
    """What templates name: {% url "a:b" %}, {% include "a/b.html" %}, {% extends %}, {% load a %}."""
    for path in (HOUSE / room / "templates").rglob("*.html"):
        text = path.read_text()
        for told in re.findall(r"{%\s*url\s+(\S+)", text):
            assert told[0] in "\"'" or told in TOLD_BY_THE_ROOM, (
                f"{path}: where {told} leads must be readable"
            )
            yield told.strip("\"'")
        for other in re.findall(r"{%\s*(?:include|extends)\s+[\"']([a-z_]+)/", text):
            yield f"{other}:template"
        for words in re.findall(r"{%\s*load\s+([^%]+?)\s*%}", text):
            yield from (f"{other}:words" for other in words.split())


def upward(room: str) -> set[str]:
    """What stands above the room and is named in it, outside its panels and its lines of the menu."""
    named = {
        name
        for path in modules()
        if room_of(path) == room and layer(path) not in {"panels", "menu"}
        for name in named_in_code(path)
    }
    named |= set(named_in_templates(room))
    return {name for name in named if FLOOR.get(name.partition(":")[0], -1) > FLOOR[room]}


@pytest.mark.parametrize("room", settings.ROOMS)
def test_a_room_names_no_address_no_model_and_no_template_above_it(room):
    """Offer a panel instead (foundation/panels.py); the frame of the page takes its ways from the menu's door."""
    assert upward(room) == set()


@pytest.mark.parametrize("room", settings.ROOMS)
def test_foreign_keys_only_go_down(room):
    up = [
        str(field)
        for model in apps.get_app_config(room).get_models()
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if field.remote_field and FLOOR.get(field.related_model._meta.app_label, -1) > FLOOR[room]
    ]
    assert up == []


def relations(room: str) -> set[str]:
    """Names under which the tables up to this floor reach the tables above them, and nothing else."""
    up, here = set(), set()
    for model in (one for one in apps.get_models() if FLOOR.get(one._meta.app_label, 99) <= FLOOR[room]):
        for field in model._meta.get_fields(include_hidden=True):
            comes_from_above = (
                field.auto_created
                and not field.concrete
                and FLOOR.get(field.related_model._meta.app_label, -1) > FLOOR[room]
            )
            (up if comes_from_above else here).add(field.name)
    return up - here


def lookups(path: Path) -> Iterator[str]:
    """What a module asks the database by: filter(a__b=…), values("a__b"), get_field("a"), prefetch_related("a")."""
    for node in nodes(path):
        if isinstance(node, ast.keyword) and "__" in (node.arg or ""):
            yield str(node.arg)
        if isinstance(node, ast.Constant) and re.fullmatch(r"-?[a-z_]+__[a-z_]+", str(node.value)):
            yield str(node.value).lstrip("-")
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in WALKS:
            yield from (str(one.value) for one in node.args if isinstance(one, ast.Constant))


WALKS = {"get_field", "prefetch_related", "select_related", "values", "values_list"}


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize("room", settings.ROOMS)
def test_no_question_walks_up_the_tower(room):
    above = relations(room)
    for path in (one for one in modules() if room_of(one) == room):
        assert {name for name in lookups(path) if name.split("__")[0] in above} == set(), path


def imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("room", settings.ROOMS)
def test_nobody_imports_a_page_except_its_own_room(room):
    """Nor does anything in the room but its addresses and its pages."""
    for path in (one for one in modules() if room_of(one) == room):
        for name in imports(path):
            pages = re.match(r"lantoa\.([a-z_]+)\.pages\b", name)
            if pages and pages[1] != "foundation":
                inside = path.relative_to(HOUSE / room)
                assert pages[1] == room and inside.parts[0] in {"urls.py", "pages.py", "pages"}, (path, name)


def layer(path: Path) -> str:
    return path.relative_to(HOUSE).parts[1].removesuffix(".py")


@pytest.mark.parametrize("room", settings.ROOMS)
def test_models_rules_and_queries_know_no_request_and_no_file_format(room):
    formats = {"docx", "xlsxwriter", "python_calamine", "openpyxl", "ninja"}
    for path in (
        one for one in modules() if room_of(one) == room and layer(one) in {"models", "rules", "queries"}
    ):
        known = set(imports(path))
        assert not {name for name in known if name.split(".")[0] in formats}, path
        assert not {name for name in known if name.startswith("django.http")}, path


WRITES = {"objects", "save", "delete", "get_or_create", "bulk_create", "refresh_from_db"}


@pytest.mark.parametrize("room", settings.ROOMS)
def test_rules_touch_no_database_clock_or_request(room):
    for path in (one for one in modules() if room_of(one) == room and layer(one) == "rules"):
        used = {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)}
        assert not used & (WRITES | {"filter"}), path
        assert not [
            n for n in imports(path) if re.search(r"\.clock$|django\.(db|http)$|\.queries|\.pages", n)
        ], path


@pytest.mark.parametrize("room", settings.ROOMS)
def test_no_template_line_is_longer_than_120(room):
    long = [
        f"{path.name}:{number}"
        for path in (HOUSE / room / "templates").rglob("*.html")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if len(line) > 120
    ]
    assert long == []

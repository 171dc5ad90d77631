"""What the import linter cannot see: rules touch no database, templates resolve, the house stays tidy."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR)
HOUSE = ROOT / "lantoa"
DATABASE_WORDS = {"objects", "save", "delete", "filter", "get_or_create", "bulk_create", "refresh_from_db"}


def sources(pattern: str) -> list[Path]:
    return sorted(p for p in HOUSE.glob(pattern) if "migrations" not in p.parts)


@pytest.mark.parametrize("path", sources("*/rules.py"), ids=lambda p: p.parent.name)
def test_rules_touch_no_database_clock_or_request(path):
    tree = ast.parse(path.read_text())
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not attributes & DATABASE_WORDS
    imported = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert not [m for m in imported if m and re.search(r"clock|django\.(db|http)$|\.queries|\.pages", m)]


@pytest.mark.parametrize("path", sources("*/*.py"), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_nobody_imports_a_page_except_its_own_addresses(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("lantoa."):
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            for name in names:
                parts = name.split(".")
                if len(parts) == 3 and parts[2] == "pages" and parts[1] != "foundation":
                    assert path.name in {"urls.py", "pages.py"} and path.parent.name == parts[1], name


@pytest.mark.parametrize(
    "path",
    [p for d in ("models", "rules", "queries") for p in sources(f"*/{d}.py")],
    ids=lambda p: f"{p.parent.name}/{p.name}",
)
def test_models_rules_and_queries_know_no_request_and_no_file_format(path):
    known = {n.module for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.ImportFrom)}
    known |= {
        a.name for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Import) for a in n.names
    }
    roots = {name for name in known if name}
    assert not [
        n for n in roots if n.split(".")[0] in {"docx", "xlsxwriter", "python_calamine", "openpyxl", "ninja"}
    ]
    assert "django.http" not in roots


def templates() -> list[str]:
    return sorted(
        str(path.relative_to(folder))
        for folder in HOUSE.glob("*/templates")
        for path in folder.rglob("*.html")
    )


@pytest.mark.parametrize("name", templates())
def test_every_template_can_be_read(name):
    assert get_template(name)


@pytest.mark.parametrize("name", templates())
def test_templates_carry_no_styles_or_scripts_of_their_own(name):
    text = get_template(name).template.source
    assert not re.search(r"\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", text), (
        "the page's policy would refuse it"
    )
    assert "|safe" not in text, "what people write is only ever text"


def test_every_room_says_in_a_sentence_what_it_is_for():
    for room in settings.ROOMS:
        said = ast.get_docstring(ast.parse((HOUSE / room / "__init__.py").read_text()))
        assert said and len(said) > 30, room


def test_the_project_speaks_of_no_machine_and_no_registry():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.split("\n")
    hosts = re.compile(
        "|".join(["py" + r"pi\.org", "python" + r"hosted", "npm" + r"js\.", "/wo" + "rk/", "/ro" + "ot/"])
    )
    text = {
        n
        for n in listed
        if n.endswith((".py", ".md", ".toml", ".lock", ".html", ".css", ".sh", "Makefile", "run"))
    }
    for name in sorted(text):
        path = ROOT / name
        if path.exists() and "vendor" not in path.parts:
            assert not hosts.search(path.read_text()), name


@pytest.mark.parametrize("path", sources("**/*.py"), ids=lambda p: str(p.relative_to(HOUSE)))
def test_no_list_is_searched_with_accents(path):
    """People search without accents: what is searched is folded (`foundation.text.search_words`)."""
    if "tests" not in path.parts:
        assert "__icontains" not in path.read_text() and "__istartswith" not in path.read_text()

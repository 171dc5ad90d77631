"""What the import linter cannot see: rules touch no database, templates resolve, the house stays tidy."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR)
HOUSE = ROOT / "lantoa"


def sources(pattern: str) -> list[Path]:
    return sorted(p for p in HOUSE.glob(pattern) if "migrations" not in p.parts)


@cache
def templates() -> list[str]:
    return sorted(
        str(path.relative_to(folder))
        for folder in HOUSE.glob("*/templates")
        for path in folder.rglob("*.html")
    )


def source_of(name: str) -> str:
    return str(get_template(name).template.source)


def test_every_template_can_be_read():
    assert all(get_template(name) for name in templates())


def test_templates_carry_no_styles_or_scripts_of_their_own():
    """The page's policy would refuse them; and what people write is only ever text."""
    own = re.compile(r"\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|\|safe")
    assert [name for name in templates() if own.search(source_of(name))] == []


def test_a_card_is_made_by_its_tag():
    """{% card %}: its frame and its heading are written once, in foundation/templatetags."""
    by_hand = re.compile(r"<section\b[^>]*class=[\"'][^\"']*\bcard\b")
    assert [name for name in templates() if by_hand.search(source_of(name))] == []


def test_no_piece_of_a_sentence_leaves_a_space_before_its_comma():
    """The formatter gives such a piece a line of its own: {% sentence %} takes the space away again."""
    whole = re.compile(r"{% sentence %}.*?{% endsentence %}", re.DOTALL)
    piece = re.compile(r"^\s*{% if [^%]*%}\s*[,;:.]\s", re.MULTILINE)
    assert [name for name in templates() if piece.search(whole.sub("", source_of(name)))] == []


def test_every_room_says_in_a_sentence_what_it_is_for():
    for room in settings.ROOMS:
        said = ast.get_docstring(ast.parse((HOUSE / room / "__init__.py").read_text()))
        assert said and len(said) > 30, room


def test_a_file_is_read_in_one_sitting():
    """Over 400 lines a module becomes a package of the same name; those who call it see no difference."""
    served = [path for path in sources("**/*.py") if "tests" not in path.parts]
    assert [path for path in served if len(path.read_text().splitlines()) > 400] == []


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


def test_no_list_stands_in_the_order_of_code_points():
    """Đ stands after D: lists of titles are sorted by `foundation.text.title_key`, people by their `sort_key`."""
    words = "name|title|full_name|short_name|topic|statement|label"
    by_words = re.compile(rf"""order_by\((?:[^()]|\([^()]*\))*["']-?(?:\w+__)?(?:{words})["']""")
    served = [path for path in sources("**/*.py") if not {"tests", "demo", "migrations"} & set(path.parts)]
    assert [path for path in served if by_words.search(path.read_text())] == []


def test_no_list_is_searched_with_accents():
    """People search without accents: what is searched is folded (`foundation.text.search_words`)."""
    served = [path for path in sources("**/*.py") if "tests" not in path.parts]
    assert [path for path in served if re.search("__icontains|__istartswith", path.read_text())] == []


def test_a_story_that_commits_is_told_alone():
    """It empties the tables behind it, and with them what migrations wrote, under the feet of the others."""
    commits = [path for path in sources("*/tests/test_*.py") if "transaction=True" in path.read_text()]
    assert len(commits) > 5
    assert [path.name for path in commits if "mark.alone" not in path.read_text()] == []

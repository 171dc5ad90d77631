"""What a template calls by a class is dressed by a stylesheet, or taken hold of by a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tests.architecture.source import HOUSE
from tests.architecture.test_house import source_of, templates

# What a template fills in itself: its parts are not read here.
FILLED = re.compile(r"[\w-]*{{.*?}}[\w-]*|{%.*?%}", re.DOTALL)
WORDS = re.compile(r'\b(?:class|css|body)="((?:{%.*?%}|{{.*?}}|[^"])*)"', re.DOTALL)
NOT_RULES = re.compile(r"/\*.*?\*/|url\([^)]*\)", re.DOTALL)


@cache
def dressed() -> set[str]:
    """Every class that has a rule."""
    sheets = [NOT_RULES.sub("", path.read_text()) for path in HOUSE.glob("*/static/**/*.css")]
    return {name for sheet in sheets for name in re.findall(r"\.([A-Za-z_][\w-]*)", sheet)}


@cache
def scripts() -> str:
    return " ".join(path.read_text() for path in HOUSE.glob("portal/static/portal/js/*.js"))


def called(text: str) -> Iterator[str]:
    text = re.sub(r"{% comment %}.*?{% endcomment %}", "", text, flags=re.DOTALL)
    for words in WORDS.findall(text):
        yield from FILLED.sub(" ", words).split()


def test_a_class_has_a_rule_or_a_script():
    called_by = {name: set(called(source_of(name))) - dressed() for name in templates()}
    unknown = {(name, word) for name, words in called_by.items() for word in words}
    assert {one for one in unknown if not re.search(rf"[.\"' ]{re.escape(one[1])}\b", scripts())} == set()

"""The source of the house, taken apart once for all tests that read it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from django.conf import settings

HOUSE = Path(settings.BASE_DIR) / "lantoa"


@cache
def modules() -> tuple[Path, ...]:
    """Every module of the house that is served, packages too."""
    left_out = {"tests", "migrations"}
    return tuple(sorted(path for path in HOUSE.rglob("*.py") if not left_out & set(path.parts)))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything that a module says, in the order of `ast.walk`."""
    return tuple(ast.walk(ast.parse(path.read_text())))

"""Questions that an index answers: no OR with a subquery, no NOT IN over a subquery (foundation/branches.py)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import HOUSE, modules, nodes

# What makes a question of its own; list() and the like ask it and give plain values.
ASKS = {"values", "values_list", "units_within", "in_reach", "in_own_unit", "visible_to"}
ASKED = {"list", "set", "dict", "sorted", "tuple", "frozenset"}
# These read few rows, whatever the size of the country: changes of the tree.
FEW = {"lantoa/organisation/actions/undoing.py": 1, "lantoa/reorganising/queries/comparing.py": 3}


def is_question(value: ast.expr, names: set[str]) -> bool:
    """Whether the value is asked of the database inside the question it stands in."""
    if isinstance(value, ast.Name):
        return value.id in names
    if isinstance(value, ast.Call):
        if isinstance(value.func, ast.Name) and value.func.id in ASKED:
            return False
        name = value.func.attr if isinstance(value.func, ast.Attribute) else ""
        inner = value.func.value if isinstance(value.func, ast.Attribute) else None
        return name in ASKS or (inner is not None and is_question(inner, names))
    return False


def slow(function: ast.AST) -> Iterator[int]:
    """Lines of a function with an OR over a subquery or a NOT IN."""
    names = {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and is_question(node.value, set())
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(function):
        sides: list[ast.expr] = []
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            sides = [node.left, node.right]
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.BitOr):
            sides = [node.value]
        for side in sides:
            calls = [one for one in ast.walk(side) if isinstance(one, ast.Call)]
            if any(_named(one, "Q") and _takes_question(one, names) for one in calls):
                yield node.lineno
                break
        if isinstance(node, ast.Call) and _named(node, "exclude") and _takes_question(node, names):
            yield node.lineno


def _named(call: ast.Call, name: str) -> bool:
    func = call.func
    return (func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")) == name


def _takes_question(call: ast.Call, names: set[str]) -> bool:
    return any(
        key.arg and key.arg.endswith("__in") and is_question(key.value, names) for key in call.keywords
    )


def test_no_question_reads_a_whole_table_for_want_of_an_index() -> None:
    """An OR with a subquery and a NOT IN are answered by walking the table: `in_any` and `~Exists` are not."""
    found = {}
    for path in modules():
        functions = [n for n in nodes(path) if isinstance(n, ast.FunctionDef)]
        lines = {line for function in functions for line in slow(function)}
        name = str(path.relative_to(HOUSE.parent))
        if len(lines) > FEW.get(name, 0):
            found[name] = sorted(lines)
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "self.filter(own | Q(pk__in=actor.in_reach(things).values('pk')))",
        "members.exclude(person__in=Registration.objects.values('person_id'))",
    ],
)
def test_the_guard_sees_what_it_is_for(line: str) -> None:
    """A guard that finds nothing may also be one that sees nothing."""
    function = ast.parse(f"def words(self, actor):\n    return {line}").body[0]
    assert list(slow(function))

"""Where the house checks a right, found in its source; and the house loaded so that each check can be left out.

A check is one of:
- what an address declares: who has not that right gets 403 (of an address for all who signed in: strangers);
- `if …: raise NotAllowed`, PermissionDenied, or Http404 where the question is about who asks;
- a call of a function `must_…` that raises so, itself or through another;
- `visible_to(actor)` and `in_reach`, `in_own_unit`, `in_own_tree`: left out, everything is there;
- `may(right)`, `reaches(unit)`, `heads_the_tree(actor)` within a larger question: left out, they say yes. Where a page
  only chooses by them which button to show, nothing is protected and nothing is left out.
"""

from __future__ import annotations

import ast
import hashlib
import marshal
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
REFUSALS = {"NotAllowed", "PermissionDenied"}
NOT_THERE = "Http404"
YES = {"may", "reaches", "heads_the_tree", "is_held_by"}
ALL = {"in_reach", "in_own_unit", "in_own_tree"}
SHOWS = {"pages", "menu", "todo", "waiting", "panels", "help", "told", "agenda", "context", "templatetags"}
LEFT_OUT = {"tests", "migrations", "demo", "management"}
GUARD = "lantoa/foundation/addresses.py"
KEPT, REFUSES, GUARDS, ALLOWS, NARROWS = (
    f"_check_{name}_" for name in ("is_kept", "refuses", "guards", "allows", "narrows")
)


@dataclass(frozen=True)
class Check:
    """One place: "lantoa/x/actions.py", the line, the function, the words that check."""

    path: str
    line: int
    function: str
    words: str
    turn: int = 1

    @property
    def key(self) -> str:
        """The same however the lines move."""
        again = f" ({self.turn})" if self.turn > 1 else ""
        return f"{self.path} {self.function}: {self.words}{again}"

    @property
    def room(self) -> str:
        """The room it stands in."""
        return self.path.split("/")[1]


def sources() -> Iterator[Path]:
    """Every file of the house in which a check may stand."""
    for path in sorted((ROOT / "lantoa").glob("*/**/*.py")):
        if not LEFT_OUT & set(path.relative_to(ROOT).parts):
            yield path


def of(path: Path) -> list[Check]:
    """The checks of one file."""
    return marked(path.read_text(), path)[1]


def marked(text: str | bytes, path: Path) -> tuple[ast.Module, list[Check]]:
    """The file's tree in which each check asks whether it is kept, and the checks."""
    marker = Marker(path.relative_to(ROOT).as_posix())
    tree = marker.visit(ast.parse(text))
    return ast.fix_missing_locations(tree), marker.checks


@cache
def guards() -> dict[str, set[str]]:
    """Room → names of its functions that refuse, themselves or by calling another that does."""
    defined = [
        (path.relative_to(ROOT).parts[1], one)
        for path in sources()
        for one in ast.walk(ast.parse(path.read_text()))
        if isinstance(one, ast.FunctionDef)
    ]
    found: dict[str, set[str]] = {room: set() for room, _one in defined}
    while True:
        names = set().union(*found.values())
        more = [
            (room, one.name) for room, one in defined if one.name not in found[room] and _refuses(one, names)
        ]
        if not more:
            return found
        for room, name in more:
            found[room].add(name)


def _refuses(one: ast.FunctionDef, names: set[str]) -> bool:
    if "must_" not in one.name[:6]:
        return False
    return any(_raised(node) in REFUSALS or _called(node) in names for node in ast.walk(one))


def _raised(node: ast.AST) -> str:
    if not isinstance(node, ast.Raise) or node.exc is None:
        return ""
    return _name(node.exc.func if isinstance(node.exc, ast.Call) else node.exc)


def _called(node: ast.AST) -> str:
    return _name(node.func) if isinstance(node, ast.Call) else ""


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


class Marker(ast.NodeTransformer):
    """Marks the checks of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.checks: list[Check] = []
        self.within: list[str] = []
        self.room = path.split("/")[1]
        self.only_shows = bool(SHOWS & set(path.removesuffix(".py").split("/")))
        self.told: Counter[str] = Counter()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        return self._inside(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        return self._inside(node)

    def _inside(self, node: Any) -> Any:
        self.within.append(node.name)
        self.generic_visit(node)
        self.within.pop()
        return node

    def visit_If(self, node: ast.If) -> Any:
        refuses = _raised(node.body[-1])
        if refuses in REFUSALS or (refuses == NOT_THERE and _asks_who(node.test)):
            if self.path == GUARD and refuses == "PermissionDenied":
                kept, key = _of_an_address(KEPT), _of_an_address("")
            else:
                kept = self._kept(node, f"if {ast.unparse(node.test)}")
                key = kept.args[0]
            # "not actor.may(…)" alone is this check and no other.
            if not (isinstance(node.test, ast.UnaryOp) and isinstance(node.test.operand, ast.Call)):
                node.test = self.visit(node.test)
            node.test = ast.BoolOp(ast.And(), [kept, _asked(REFUSES, key, node.test)])
        else:
            node.test = self.visit(node.test)
        node.body = [self.visit(one) for one in node.body]
        node.orelse = [self.visit(one) for one in node.orelse]
        return node

    def visit_Expr(self, node: ast.Expr) -> Any:
        if self._is_guard(node.value):
            kept = self._kept(node, ast.unparse(node))
            nothing = ast.arguments([], [], None, [], [], None, [])
            asked = _asked(GUARDS, kept.args[0], ast.Lambda(nothing, node.value))
            node.value = ast.BoolOp(ast.And(), [kept, asked])
            return node
        return self.generic_visit(node)

    def _is_guard(self, node: ast.AST) -> bool:
        name = _called(node)
        own = guards().get(self.room, set())
        # A name that begins with an underscore is known in its own room only.
        elsewhere = not name.startswith("_") and any(name in names for names in guards().values())
        return "must_" in name[:6] and (name in own or elsewhere)

    def visit_Call(self, node: ast.Call) -> Any:
        name, words, instead = _called(node), ast.unparse(node), None
        self.generic_visit(node)
        if name == "visible_to" and isinstance(node.func, ast.Attribute):
            instead = ast.Call(ast.Attribute(node.func.value, "all", ast.Load()), [], [])
        elif name in ALL and node.args:
            instead = node.args[0]
        elif name in YES and len(node.args) == 1 and not self.only_shows:
            instead = ast.Constant(True)
        if instead is None or not self.within:
            return node
        kept = self._kept(node, words)
        return ast.IfExp(kept, _asked(ALLOWS if name in YES else NARROWS, kept.args[0], node), instead)

    def _kept(self, node: Any, words: str) -> ast.Call:
        function = ".".join(self.within)
        self.told[f"{function}: {words}"] += 1
        check = Check(self.path, node.lineno, function, words, self.told[f"{function}: {words}"])
        self.checks.append(check)
        return ast.Call(ast.Name(KEPT, ast.Load()), [ast.Constant(check.key)], [])


def _asks_who(test: ast.AST) -> bool:
    names = {_name(node) for node in ast.walk(test)}
    return bool(names & {"actor", "by", *YES, *ALL, "visible_to"})


def _of_an_address(asks: str) -> ast.expr:
    return ast.parse(f"{asks}(f'address {{request.resolver_match.view_name}}')", mode="eval").body


def _asked(how: str, key: ast.expr, value: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(how, ast.Load()), [key, value], [])


# Marking and compiling the house takes longer than telling a room's stories: each file is done once.
MARKED = Path(tempfile.gettempdir()) / f"lantoa-marked-{os.getuid()}"


@cache
def _told_apart() -> str:
    """What the marks of a file hang on besides what stands in it: how we mark, and which functions refuse."""
    parts = [
        Path(__file__).read_text(),
        sys.version,
        *(f"{room}{sorted(names)}" for room, names in guards().items()),
    ]
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:16]


class Loader(SourceFileLoader):
    """Loads a file of the house with its checks marked; what Python has compiled before is left alone."""

    def get_code(self, fullname: str) -> CodeType:
        path = Path(self.get_filename(fullname))
        kept = MARKED / f"{_told_apart()}-{hashlib.sha256(path.read_bytes() + bytes(path)).hexdigest()}"
        if kept.exists():
            code: CodeType = marshal.loads(kept.read_bytes())
            return code
        tree, _checks = marked(self.get_data(str(path)), path)
        code = compile(tree, str(path), "exec", dont_inherit=True)
        MARKED.mkdir(exist_ok=True)
        kept.write_bytes(marshal.dumps(code))
        return code

    def exec_module(self, module: ModuleType) -> None:
        for name, asked in ASKED.items():
            setattr(module, name, asked)
        super().exec_module(module)


class Finder:
    """Finds the house's own files before Python does."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: Any = None) -> ModuleSpec | None:
        """None for everything else."""
        if not name.startswith("lantoa.") or LEFT_OUT & set(name.split(".")):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.origin and spec.origin.endswith(".py"):
            spec.loader = Loader(name, spec.origin)
        return spec


# Where a check said no: only there can somebody see it missing. Of what narrows a list, wherever it was asked.
said_no: set[str] = set()
left_out: set[str] = set()


def is_kept(key: str) -> bool:
    """Asked by each check as it is reached: False for the one that is left out."""
    return key not in left_out


def refuses(key: str, is_so: Any) -> Any:
    """Of `if …: raise`: what was asked for."""
    if is_so:
        said_no.add(key)
    return is_so


def guards_by(key: str, ask: Callable[[], Any]) -> Any:
    """Of `must_…(…)`."""
    try:
        return ask()
    except Exception:
        said_no.add(key)
        raise


def allows(key: str, is_so: Any) -> Any:
    """Of `may(right)` and its like."""
    if not is_so:
        said_no.add(key)
    return is_so


def narrows(key: str, found: Any) -> Any:
    """Of `visible_to` and its like."""
    said_no.add(key)
    return found


ASKED = {KEPT: is_kept, REFUSES: refuses, GUARDS: guards_by, ALLOWS: allows, NARROWS: narrows}


def watch() -> None:
    """From now on the house is loaded with its checks marked."""
    sys.meta_path.insert(0, Finder)

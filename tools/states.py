"""docs/states.md: every paper's states and what may be done in each, read from the tables of steps."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType

from django.apps import apps
from django.conf import settings
from django.db.models import Model

from lantoa.foundation.approval import Steps

HEAD = """# States and allowed acts

Written by `make papers` from the step tables of the rooms; do not edit by hand. A paper is born in the first state.
Who may do what stands in each room's `permissions.py` and `tests/access.py`.
"""


def text() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(steps) for steps in step_tables())])


def step_tables() -> list[tuple[str, Steps]]:
    """Every table of steps with its room, bottom floor first."""
    found: dict[int, tuple[str, Steps]] = {}
    for room in settings.ROOMS:
        for module in _rules(f"lantoa.{room}.rules"):
            for thing in vars(module).values():
                if isinstance(thing, Steps):
                    found.setdefault(id(thing), (room, thing))
    return list(found.values())


def paper_of(room: str, steps: Steps) -> type[Model]:
    """The room's model whose states are those of the table; LookupError when there is none."""
    used = {state for step in steps.by_verb.values() for state in (*step.frm, step.to)}
    fits = [
        (len(states), model)
        for model in apps.get_app_config(room).get_models()
        if (states := _states(model, steps.field)) and used <= set(states)
    ]
    if not fits:
        raise LookupError(f"No model of {room} has the states {sorted(used)}.")
    return min(fits, key=lambda fit: fit[0])[1]


def _rules(name: str) -> Iterator[ModuleType]:
    if not find_spec(name):
        return
    package = import_module(name)
    yield package
    for inner in iter_modules(getattr(package, "__path__", [])):
        yield import_module(f"{name}.{inner.name}")


def _states(model: type[Model], field: str) -> dict[str, str]:
    """State → what people call it."""
    held = {f.name: f for f in model._meta.get_fields() if hasattr(f, "choices")}
    return {str(value): str(label) for value, label in (held[field].choices or [])} if field in held else {}


def _section(told: tuple[str, Steps]) -> str:
    room, steps = told
    model = paper_of(room, steps)
    labels = _states(model, steps.field)
    lines = [f"## {str(model._meta.verbose_name).capitalize()} (`{room}.{model.__name__}`)", ""]
    lines += ["| state | | act → state after it |", "|---|---|---|"]
    for state, label in labels.items():
        acts = [
            f"`{verb}` → {'stays' if steps.by_verb[verb].to == state else labels[steps.by_verb[verb].to]}"
            for verb in steps.verbs_from(state)
        ]
        lines.append(f"| {label} | `{state}` | {'; '.join(acts) or '–'} |")
    return "\n".join([*lines, ""])

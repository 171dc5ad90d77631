"""What a squashed migration is made of: the models of a room in one step, and the rows a new office begins with."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from django.db.migrations.operations import CreateModel, RunPython
from django.db.migrations.operations.base import Operation


class CreateRoom(Operation):
    """All models of a room, none of them there before.

    For each model that is created Django draws every model anew that is related to it, and here all are: an empty
    database took minutes. Created together they are drawn once; keys that point in a circle need no second step.
    """

    reversible = True
    serialization_expand_args = ["models"]

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models are known, and drawn when somebody asks for one."""
        state.clear_delayed_apps_cache()
        state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Their tables, with what holds of them."""
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The tables are gone, the last one first."""
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Said by `migrate --plan`."""
        return f"Create {len(self.models)} models of a room"


class FirstRows(RunPython):
    """What functions of the migrations that are stood for do where nothing is yet, in their order.

    `steps` are names like "0002_layout_rules.seed", of modules beside the squashed migration.
    """

    def __init__(self, room: str, steps: Sequence[str]) -> None:
        self.room, self.steps = room, steps
        super().__init__(self._tell, RunPython.noop)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As it was written."""
        return type(self).__name__, [], {"room": self.room, "steps": self.steps}

    def _tell(self, apps: Any, schema_editor: Any) -> None:
        for step in self.steps:
            module, name = step.split(".")
            getattr(import_module(f"lantoa.{self.room}.migrations.{module}"), name)(apps, schema_editor)

"""The boxes of one answer: a number, two of a ratio or words for each cell, and a reason beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import NumberField, PlainForm, TextField
from lantoa.rounds import compose, rules
from lantoa.rounds.compose import Cell, Sheet
from lantoa.rounds.models import Item
from lantoa.rounds.rules import Said
from lantoa.rounds.words import Amount, Kind


def _boxes(item: Item) -> dict[str, forms.Field]:
    """The boxes of one cell by name."""
    if item.kind == Kind.PROSE:
        return {f"loi-{item.pk}": TextField(label=item.label, required=False, max_length=rules.LONGEST_PROSE)}
    boxes: dict[str, forms.Field] = {f"so-{item.pk}": NumberField(label=item.label, required=False, least=0)}
    if item.is_ratio:
        boxes[f"tren-{item.pk}"] = NumberField(label=gettext_lazy("trên tổng số"), required=False, least=0)
    return boxes


class AnswerForm(PlainForm):
    """Every cell of a sheet; `said` is what was typed, cell by cell."""

    def __init__(self, sheet: Sheet, bounds: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial=_initial(sheet), **kwargs)
        self.sheet, self.bounds = sheet, bounds
        for cell in sheet.cells:
            self.fields.update(_boxes(cell.item))
            if cell.item.kind == Kind.FIGURE:
                why = TextField(label=gettext_lazy("Lý do"), required=False, max_length=500)
                self.fields[f"vi-{cell.item.pk}"] = why
        if sheet.below.gaps:
            self.fields["gaps_why"] = TextField(
                label=gettext_lazy("Vì sao gửi khi còn thiếu"), max_length=500, rows=2
            )
        self.fields["note"] = TextField(
            label=gettext_lazy("Lời gửi kèm"), required=False, rows=2, max_length=2000
        )

    def clean(self) -> dict[str, Any]:
        """Whatever wants a reason and has none is said at its own box, all at once."""
        typed = self.cleaned_data
        said = {cell.item.pk: self._said(cell, typed) for cell in self.sheet.cells}
        for cell in self.sheet.cells:
            if cell.item.is_ratio and rules.is_half(said[cell.item.pk].amount):
                self.add_error(f"so-{cell.item.pk}", _("Ghi cả hai số, hoặc để trống cả hai nếu chưa biết."))
        if not self.errors:
            for item, sentences in compose.asked_about(self.sheet, said, self.bounds).items():
                if len(said[item].reason) < rules.LEAST_REASON:
                    self.add_error(f"vi-{item}", " ".join(sentences))
        return {"said": said, "note": typed.get("note", ""), "gaps_why": typed.get("gaps_why", "")}

    def _said(self, cell: Cell, typed: Mapping[str, Any]) -> Said:
        key = cell.item.pk
        if cell.item.kind == Kind.PROSE:
            text = typed.get(f"loi-{key}") or ""
            return Said(rules.amount_in(text), text)
        amount = Amount(typed.get(f"so-{key}"), typed.get(f"tren-{key}"))
        return Said(amount, reason=typed.get(f"vi-{key}") or "")

    def rows(self) -> list[tuple[Cell, list[BoundField], BoundField | None]]:
        """(cell, its boxes, the box of its reason) in the order of the form."""
        return [
            (cell, [self[name] for name in _boxes(cell.item)], self._reason(cell))
            for cell in self.sheet.cells
        ]

    def _reason(self, cell: Cell) -> BoundField | None:
        return self[f"vi-{cell.item.pk}"] if cell.item.kind == Kind.FIGURE else None


def _initial(sheet: Sheet) -> dict[str, Any]:
    """What was said before, else what was counted; what is not known stays empty."""
    found: dict[str, Any] = {"note": sheet.answer.note, "gaps_why": sheet.answer.gaps_why}
    for cell in sheet.cells:
        key, said = cell.item.pk, cell.starts_with
        found |= {f"so-{key}": said.amount.value, f"tren-{key}": said.amount.whole}
        found |= {f"loi-{key}": said.text, f"vi-{key}": said.reason}
    return found

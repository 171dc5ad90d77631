"""The advice as a page shows it: what was found, at most two hints open, the rest behind «Xem thêm».

Rooms above put it beside their boxes with the tag `{% advice_beside %}` (templatetags/writing.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.writing.rules import Advice, Found, Hint

OPEN = 2
QUOTES = 3

LABELS: dict[str, str | Promise] = {
    "action": _("Việc làm"),
    "target": _("Chỉ tiêu"),
    "deadline": _("Thời hạn"),
    "product": _("Sản phẩm"),
    "beneficiary": _("Người được hưởng lợi"),
    "duty": _("Gắn với nhiệm vụ"),
}
# A chip opens the box where the missing thing belongs. It never brings a figure or a sentence with it.
CHIPS: dict[str, tuple[str, str | Promise]] = {
    "target": ("target", _("Thêm chỉ tiêu")),
    "formal_target": ("target", _("Sửa chỉ tiêu")),
    "deadline": ("deadline", _("Thêm thời hạn")),
    "duty": ("duty", _("Chọn nhiệm vụ")),
    "product": ("product", _("Thêm sản phẩm")),
}
WITH_UNIT: str | Promise = _("%(chip)s: … %(unit)s")


@dataclass(frozen=True)
class Line:
    """One thing that was found, in the author's own words."""

    label: str | Promise
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """One hint, the words it speaks of, the box it opens, and the unit that box is counted in."""

    hint: Hint
    quotes: tuple[str, ...]
    chip: str | Promise = ""
    box: str = ""
    unit: str = ""
    unit_box: str = ""


@dataclass(frozen=True)
class Panel:
    """What `writing/advice.html` shows."""

    found: tuple[Line, ...]
    first: tuple[Shown, ...]
    more: tuple[Shown, ...]
    subject: str = ""
    text_hash: str = ""

    @property
    def is_quiet(self) -> bool:
        """Nothing left to add."""
        return not self.first


def quotes(found: Iterable[Found]) -> tuple[str, ...]:
    """The first few different words, as they were written, on one line."""
    said = (" ".join(one.text.split()) for one in found)
    return tuple(dict.fromkeys(said))[:QUOTES]


def panel(
    advice: Advice,
    *,
    boxes: Mapping[str, str] | None = None,
    set_aside: frozenset[str] = frozenset(),
    subject: str = "",
    text_hash: str = "",
    unit: str = "",
) -> Panel:
    """`boxes` tells the id of the form's own box for target, unit, deadline, duty, product; `set_aside` the
    hints that the author has considered; `unit` in what this text would be counted.
    """
    lines = [Line(label, quotes(advice.of(key))) for key, label in LABELS.items() if advice.of(key)]
    hints = [_shown(hint, boxes or {}, unit) for hint in advice.hints if hint.key not in set_aside]
    return Panel(tuple(lines), tuple(hints[:OPEN]), tuple(hints[OPEN:]), subject, text_hash)


def _shown(hint: Hint, boxes: Mapping[str, str], unit: str) -> Shown:
    of, chip = CHIPS.get(hint.key, ("", ""))
    box, unit_box = boxes.get(of, ""), boxes.get("unit", "")
    if not box:
        return Shown(hint, quotes(hint.words))
    if hint.key == "target" and unit and unit_box:
        named = str(WITH_UNIT) % {"chip": chip, "unit": unit}
        return Shown(hint, quotes(hint.words), named, box, unit, unit_box)
    return Shown(hint, quotes(hint.words), chip, box)

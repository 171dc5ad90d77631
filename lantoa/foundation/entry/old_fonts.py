"""Text typed for an old font (TCVN3, VNI): nothing is guessed, nothing eaten, nothing written. It is asked about."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import from_tcvn3, old_line

QUOTED = 300


def said_of(text: str, box: str = "") -> str:
    """What to say of a text that was typed for an old font; "" for any other. `box` is its label, if it is known."""
    line, code = old_line(text)
    if not code:
        return ""
    said = (
        _("“%(box)s” được gõ bằng bộ mã cũ (%(code)s) nên đọc sai chữ. Chuyển sang Unicode rồi dán lại.")
        if box
        else _("Đoạn “%(line)s” được gõ bằng bộ mã cũ (%(code)s). Chuyển sang Unicode rồi dán lại.")
    )
    said %= {"box": box, "code": code, "line": line[:QUOTED]}
    if code != "TCVN3":
        return said
    return said + " " + _("Có phải là: “%(text)s”?") % {"text": from_tcvn3(line)[:QUOTED]}


def must_be_readable(boxes: Iterable[tuple[str, list[str]]]) -> None:
    """BadInput for the first box of a form that holds such a text. Whatever box a room reads by hand passes here."""
    for name, texts in boxes:
        for text in texts:
            if said := said_of(text):
                raise BadInput(said, name)

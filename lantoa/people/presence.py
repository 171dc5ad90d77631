"""A table of names and presence, from whichever programme it comes: who of a list was absent, who is not clear.

No format of any programme is assumed: one column holds names, another says in words or by a sign who was there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import PlainForm
from lantoa.foundation.filters import asked_key
from lantoa.foundation.tables import Column, Grid, Row, find_heading, read_given, read_rows
from lantoa.foundation.tables.columns import plain
from lantoa.foundation.text import fold

# How somebody of the list is read: absent with a reason, without one, not clear. Also their names in an address.
ABSENT, UNEXCUSED, DOUBTFUL = "vang", "khong-ly-do", "chua-ro"
MOST_NAMED = 8
COLUMNS = (
    Column(
        "full_name",
        gettext_lazy("Họ và tên"),
        ("ho ten", "ten", "dang vien", "ho ten dang vien"),
        required=True,
    ),
    Column(
        "there",
        gettext_lazy("Có mặt"),
        ("diem danh", "tham du", "du", "du hop", "tham gia", "trang thai", "tinh trang", "hien dien"),
    ),
    Column("away", gettext_lazy("Vắng"), ("vang mat", "nghi", "vang co ly do")),
    Column("without", gettext_lazy("Vắng không lý do"), ("khong ly do", "khong phep", "vang khong phep")),
    Column("reason", gettext_lazy("Lý do"), ("ly do vang", "ghi chu")),
)
YES = {
    "x",
    "v",
    "co",
    "1",
    "co mat",
    "du",
    "da du",
    "tham du",
    "tham gia",
    "dung",
    "yes",
    "true",
    "✓",
    "✔",
}
NO = {"vang", "vang mat", "khong", "0", "o", "nghi", "khong du", "khong tham gia", "no", "false", "absent"}
NO_REASON = {"khong ly do", "khong phep", "k", "kp", "vang khong ly do", "vang khong phep", "khong bao cao"}
HAS_REASON = {"co ly do", "co phep", "cp", "vang co ly do", "vang co phep", "xin phep", "vang p"}


@dataclass
class Presence:
    """Keys of people by how they are read, and names of the table that are nobody's on the list."""

    said: dict[int, str] = field(default_factory=dict)  # who was there is not named
    strangers: list[str] = field(default_factory=list)

    @property
    def in_words(self) -> str:
        """Whose names were not found."""
        named, rest = self.strangers[:MOST_NAMED], len(self.strangers) - MOST_NAMED
        more = _(" và %(n)s người khác") % {"n": rest} if rest > 0 else ""
        return _("Không thấy trong danh sách: %(names)s%(more)s.") % {"names": ", ".join(named), "more": more}


def read(grid: Grid, people: Mapping[int, str]) -> Presence:
    """Who of `people` (key → full name) was absent by the table. Who is not in it, or twice, or unclear, is doubtful.

    BadInput for a table without a column of names, or without one that says who was there.
    """
    heading, box = find_heading(grid, COLUMNS), "file" if grid.name else "text"
    if not heading.columns_of("full_name"):
        raise BadInput(
            _("Không thấy cột họ tên. Dòng đầu bảng cần có tên cột, ví dụ: Họ và tên, Có mặt."), box
        )
    if not any(heading.columns_of(code) for code in ("there", "away", "without")):
        raise BadInput(_("Không thấy cột cho biết ai dự. Thêm tên cột, ví dụ “Có mặt” hoặc “Vắng”."), box)
    found, by_name, told = Presence(), _by_name(people), {code for code in heading.meaning if code}
    rows: dict[int, str] = {}
    for row in read_rows(grid, heading, COLUMNS):
        name = row.texts["full_name"].strip()
        keys = by_name.get(fold(name), [])
        if name and not keys:
            found.strangers.append(name)
        for key in keys:
            is_clear = len(keys) == 1 and key not in rows
            rows[key] = _how(row, told) if is_clear else DOUBTFUL
    found.said = {key: how for key in people if (how := rows.get(key, DOUBTFUL))}
    return found


def _by_name(people: Mapping[int, str]) -> dict[str, list[int]]:
    named: dict[str, list[int]] = {}
    for key, name in people.items():
        named.setdefault(fold(name), []).append(key)
    return named


def _how(row: Row, told: set[str]) -> str:
    """How one row reads; "" for who was there."""
    there, away, without = (plain(row.texts[code]) for code in ("there", "away", "without"))
    if there in NO_REASON or away in NO_REASON or without in YES:
        return UNEXCUSED
    if there in HAS_REASON or there in NO or away in YES | HAS_REASON | NO - {"khong", "0", "no", "false"}:
        return UNEXCUSED if plain(row.texts["reason"]) in NO_REASON else ABSENT
    if there in YES or _tick(row.texts["there"]):
        return ""
    if "there" not in told:
        return "" if away in {"", "khong", "0", "no", "false"} else ABSENT
    return DOUBTFUL


def _tick(text: str) -> bool:
    return text.strip() in {"✓", "✔", "√", "+"}


class TableForm(PlainForm):
    """A table pasted, or a file chosen."""

    text = forms.CharField(
        label=gettext_lazy("Dán bảng vào đây"),
        required=False,
        strip=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "wrap": "off"}),
        help_text=gettext_lazy("Sao chép từ Excel cả dòng tên cột, ví dụ: Họ và tên, Có mặt, Lý do."),
    )
    file = forms.FileField(label=gettext_lazy("Hoặc chọn tệp .xlsx, .csv"), required=False)

    def read(self, people: Mapping[int, str]) -> Presence:
        """What the table says of these people."""
        return read(read_given(self.cleaned_data["text"], self.cleaned_data["file"]), people)


def asked_of(found: Presence) -> str:
    """The reading as the address of a sheet takes it; something always stands there, to say that it was read."""
    names = (ABSENT, UNEXCUSED, DOUBTFUL)
    asked = {name: ",".join(str(key) for key, how in found.said.items() if how == name) for name in names}
    return urlencode({name: keys for name, keys in asked.items() if keys} or {ABSENT: ""})


def asked_people(asked: QueryDict | Any, name: str) -> set[int]:
    """The keys that stand under a name of the address."""
    return {key for typed in asked.get(name, "").split(",") if (key := asked_key(typed))}

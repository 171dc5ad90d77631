"""What a box is filled with: something sensible by its name, or something nobody should have to think of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import lxml.html
from django.core.files.uploadedfile import SimpleUploadedFile

NASTY = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "%00",
    "²",
    "٣",
    "1" * 19,
    str(10**16),
    "9" * 4400,
    "-1",
    "-99999999999999999999",
    "1e400",
    "NaN",
    "Infinity",
    "0,00000000000000001",
    "1.234,5",
    "0/0",
    "1.249/19",
    "0000",
    "10000",
    "31/12/9999",
    "01/01/0001",
    "30/02/2026",
    "9999-12-31",
    "2026-H9",
    "😀🏳️‍🌈",
    "Ă" * 70_000,
    "từ " * 1_250,
    "\u202egpj.exe",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "{{ 7 }}{% load x %}",
    "%(name)s %s %d {0} {x!r}",
    "'; DROP TABLE people_person; --",
    unicodedata.normalize("NFD", "Nguyễn Thị Hường"),
    "\r\nSet-Cookie: a=b",
    "../../etc/passwd",
    "portal:todo",
    "//example.com/",
    "None",
    "[]",
    "true",
]
FIRST_GUESSES = {
    "url": "https://baodiaphuong.vn/guong-sang",
    "link": "https://baodiaphuong.vn/guong-sang",
    "attendance": "18/20",
    "number": "12-KH/ĐU",
    "symbol": "12-KH/ĐU",
    "year": "2026",
    "starts": "16/11/2026",
    "ends": "31/12/2026",
    "last_day": "31/12/2026",
    "deadline": "31/12/2026",
    "due": "31/12/2026",
    "starts_at": "08:00",
    "at": "08:00",
    "to_year": "2027",
    "email": "lan@sonha.vn",
}
DAYS = ("_on", "-on", "day", "ngay", "tu", "den", "first", "held")
# The second and further rows of a set of rows are left empty, as most people leave them.
FURTHER_ROW = re.compile(r"-[1-9]\d*-")
WORDS = "Giúp 30 hộ dân cài dịch vụ công trước 31/12/2026"


@dataclass
class Sent:
    """A form of a page: where it goes and what its boxes hold.

    `files` are the boxes a paper is chosen in, `lines` those that take any words; `blind` those whose text
    stands there already, in a form that would not notice that somebody else has changed it meanwhile.
    """

    where: str
    boxes: dict[str, Any]
    files: list[str] = field(default_factory=list)
    pressed: str = ""
    lines: list[str] = field(default_factory=list)
    blind: list[str] = field(default_factory=list)

    @property
    def shape(self) -> tuple[Any, ...]:
        """What tells one form from another: where it goes, its boxes, and which button is pressed."""
        return self.where, *self.boxes, self.pressed

    def whole(self) -> dict[str, Any]:
        """Everything as somebody would send it, a paper in each box for papers; what can be called is made anew."""
        chosen = {name: a_file() for name in self.files} | self.boxes
        return {name: value() if callable(value) else value for name, value in chosen.items()}

    def with_box(self, name: str, value: Any) -> dict[str, Any]:
        """Everything as it stands, and one box filled otherwise."""
        return {**self.whole(), name: value}


def forms_of(page: bytes, address: str) -> list[Sent]:
    """The forms that write, as a person would fill them in: what stands there stays, empty boxes are guessed."""
    if not page.strip():
        return []
    tree = lxml.html.fromstring(page.decode())
    written = [form for form in tree.forms if form.method == "POST"]
    return [_as_sent(tree, form, address) for form in written]


def _as_sent(tree: Any, form: Any, address: str) -> Sent:
    files = [box.name for box in form.inputs if getattr(box, "type", "") == "file" and box.name]
    button = _pressed(tree, form)
    where = (form.action or address).split("?")[0] or address
    lines = [box.name for box in form.inputs if box.name and _takes_words(box)]
    return Sent(where, _filled(form) | button, files, "".join(button.values()), lines, _blind(form))


def _blind(form: Any) -> list[str]:
    names = {box.name for box in form.inputs}
    if "_version" in names or not form.xpath(".//input[@name='_entry'][@data-keeps]"):
        return []
    return [box.name for box in form.inputs if box.tag == "textarea" and (box.text or "").strip()]


def _takes_words(box: Any) -> bool:
    if box.tag == "textarea":
        return "num" not in (box.get("class") or "").split()
    return (
        box.tag == "input"
        and box.get("type", "text") == "text"
        and not box.get("inputmode")
        and "num" not in (box.get("class") or "").split()
    )


def _pressed(tree: Any, form: Any) -> dict[str, str]:
    """The button that means yes: the heavy one, else the first, inside the form or belonging to it."""
    belongs = f"//button[@form='{form.get('id')}']" if form.get("id") else ""
    buttons = [*form.xpath(".//button"), *(tree.xpath(belongs) if belongs else [])]
    heavy = [one for one in buttons if "pri" in (one.get("class") or "").split()]
    for one in heavy[:1] or [one for one in buttons if not one.get("formaction")][:1]:
        if one.get("name"):
            return {one.get("name"): one.get("value", "")}
    return {}


def filters_of(page: bytes) -> set[str]:
    """The names that a list may be asked by."""
    if not page.strip():
        return set()
    tree = lxml.html.fromstring(page.decode())
    asked = {box.name for form in tree.forms if form.method == "GET" for box in form.inputs if box.name}
    links = (link.partition("?")[2] for link in tree.xpath("//main//a/@href"))
    return asked | {part.partition("=")[0] for query in links for part in query.split("&") if "=" in part}


def _filled(form: Any) -> dict[str, Any]:
    boxes: dict[str, Any] = {}
    for name in dict.fromkeys(box.name for box in form.inputs if box.name):
        if name == "csrfmiddlewaretoken":
            continue
        value = _value(form, name)
        if value is not None:
            boxes[name] = value
    return boxes


def _value(form: Any, name: str) -> Any:
    inputs = [box for box in form.inputs if box.name == name]
    kind = getattr(inputs[0], "type", None) or inputs[0].tag
    if kind == "file":
        return None
    if kind in ("radio", "checkbox"):
        ticked = [box.get("value", "on") for box in inputs if box.get("checked") is not None]
        if kind == "radio":
            return (ticked or [inputs[0].get("value", "on")])[0]
        return ticked or [inputs[0].get("value", "on")]
    if inputs[0].tag == "select" and FURTHER_ROW.search(name):
        return inputs[0].value or ""
    if inputs[0].tag == "select":
        options = [option for option in inputs[0].value_options if option]
        return inputs[0].value or (options[0] if options else "")
    if kind in ("submit", "button"):
        return None
    if kind == "hidden":
        return inputs[0].value or ""
    standing = inputs[0].value if inputs[0].tag != "textarea" else (inputs[0].text or "").strip()
    return standing or _guess(name, inputs[0])


def _guess(name: str, box: Any) -> str:
    if FURTHER_ROW.search(name):
        return ""
    last = name.rpartition("-")[2]
    if last in FIRST_GUESSES:
        return FIRST_GUESSES[last]
    if "num" in (box.get("class") or ""):
        return "12"
    if last.endswith(DAYS) or box.get("inputmode") == "numeric":
        return "16/11/2026"
    longest = int(box.get("maxlength") or 200)
    return WORDS[:longest]


def a_file() -> SimpleUploadedFile:
    """A paper that every box for files takes."""
    return SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 bien ban")

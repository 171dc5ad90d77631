"""What a box is filled with: something sensible by its name, or something nobody should have to think of."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
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
    "at": "08:00",
}
DAYS = ("_on", "-on", "day", "ngay", "tu", "den", "first", "held")
WORDS = "Giúp 30 hộ dân cài dịch vụ công trước 31/12/2026"


@dataclass
class Sent:
    """A form of a page: where it goes and what its boxes hold."""

    where: str
    boxes: dict[str, Any]

    def with_box(self, name: str, value: Any) -> dict[str, Any]:
        """Everything as it stands, and one box filled otherwise."""
        return {**self.boxes, name: value}


def forms_of(page: bytes, address: str) -> list[Sent]:
    """The forms that write, as a person would fill them in: what stands there stays, empty boxes are guessed."""
    if not page.strip():
        return []
    tree = lxml.html.fromstring(page.decode())
    written = [form for form in tree.forms if form.method == "POST"]
    return [Sent((form.action or address).split("?")[0] or address, _filled(form)) for form in written]


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
    if inputs[0].tag == "select":
        options = [option for option in inputs[0].value_options if option]
        return inputs[0].value or (options[0] if options else "")
    if kind in ("submit", "button"):
        return None
    standing = inputs[0].value if inputs[0].tag != "textarea" else (inputs[0].text or "").strip()
    return standing or _guess(name, inputs[0])


def _guess(name: str, box: Any) -> str:
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

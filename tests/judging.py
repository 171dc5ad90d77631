"""What a page must be, whatever it is about: each fault in a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from tinyhtml5.parser import HTMLParser

# Where raw words are meant: what a program reads, what one copies or has typed.
NOT_PROSE = {"script", "style", "template", "textarea", "code", "pre", "kbd"}
NEEDS_NO_LABEL = {"hidden", "submit", "button", "image", "reset"}
DOTTED = re.compile(r"(?<![\w./@-])[a-z]{3,}(?:_[a-z]+)*\.[a-z]{3,}(?:_[a-z]+)*(?![\w./@(-])")
SNAKE = re.compile(r"(?<![\w./@-])[a-z]{2,}(?:_[a-z]+)+(?![\w./@-])")
# Names of files and of places in the network, which people do write.
WRITTEN = re.compile(r"\.(docx?|xlsx?|csv|jsonl?|pdf|jpe?g|png|heic|zip|html|txt|exe|hta|vn|com|org|local)$")
LEFT_OVER = re.compile(r"\{[{%#]|<(?:function|bound method|[\w.]+ object) |(?<!\w)(?:None|True|False)(?!\w)")


def faults(html: str, *, nonce: str = "", typed: frozenset[str] = frozenset()) -> list[str]:
    """Everything that is wrong with a page, or with a piece of one (no doctype).

    `typed` holds raw words that somebody wrote (`raw_words`): the page only gives them back.
    """
    whole = html.lstrip()[:15].lower() == "<!doctype html>"
    parser = HTMLParser(namespace_html_elements=False)
    parse = parser.parse if whole else parser.parse_fragment
    root = parse(html.encode(), transport_encoding="utf-8")
    found = [f"line {at[0]}: {code} {told or ''}" for at, code, told in parser.errors]
    if whole:
        found += [*_heading(root), *_title(root)]
    return [*found, *_ids(root), *_boxes(root), *_forms(root), *_scripts(root, nonce), *_words(root, typed)]


def _heading(root: Any) -> Iterator[str]:
    told = [_text(one) for one in root.iter("h1")]
    if len(told) != 1 or not told[0]:
        yield f"one h1 that says something, not {told}"


def _title(root: Any) -> Iterator[str]:
    title = " ".join(_text(one) for one in root.iter("title") if one is not None)
    if not title.removesuffix("Lan Tỏa").strip(" –"):
        yield "the title says nothing"


def _ids(root: Any) -> Iterator[str]:
    held = Counter(one.get("id") for one in root.iter() if one.get("id") is not None)
    yield from (f"id {name!r} stands {times} times" for name, times in held.items() if times > 1 or not name)
    if root.tag != "html":  # what it points at may stand in the page around it
        return
    for one in root.iter():
        for attribute in ("for", "aria-labelledby", "aria-describedby", "form", "list"):
            for name in (one.get(attribute) or "").split():
                if name not in held:
                    yield f"<{one.tag}> {attribute}={name!r} points at nothing"


def _boxes(root: Any) -> Iterator[str]:
    labels = {one.get("for") for one in root.iter("label")}
    within = {id(box) for label in root.iter("label") for box in label.iter()}
    for box in root.iter():
        if box.tag not in ("input", "select", "textarea") or box.get("type") in NEEDS_NO_LABEL:
            continue
        named = box.get("aria-label") or box.get("aria-labelledby") or box.get("id") in labels
        if not named and id(box) not in within:
            yield f"box {box.get('name') or box.get('id')!r} has no label"


def _forms(root: Any) -> Iterator[str]:
    elsewhere = {one.get("form") for one in root.iter("input") if one.get("name") == "csrfmiddlewaretoken"}
    for form in root.iter("form"):
        method, action = (form.get("method") or "get").lower(), form.get("action")
        tokens = [one for one in form.iter("input") if one.get("name") == "csrfmiddlewaretoken"]
        if method == "post" and not tokens and form.get("id") not in elsewhere - {None}:
            yield f"a form that posts to {action!r} has no token"
        if method == "get" and tokens:
            yield f"a form that asks {action!r} puts its token into the address"
        if action is not None and not action.startswith(("/", "?")):
            yield f"a form leads to {action!r}, which is no address of the house"


def _scripts(root: Any, nonce: str) -> Iterator[str]:
    for one in root.iter():
        if one.tag in ("script", "style") and one.get("type") != "application/json":
            ours = (one.get("src") or "").startswith("/static/")
            if not ours and not (nonce and one.get("nonce") == nonce):
                yield f"<{one.tag}> without the nonce of its page"
        for name in one.attrib:
            if name == "style" or name.startswith("on"):
                yield f"<{one.tag}> with {name}=, which the page's policy refuses"


def _words(root: Any, typed: frozenset[str]) -> Iterator[str]:
    for text in _prose(root):
        found = [*_code_like(text), *LEFT_OVER.findall(text)]
        yield from (f"code word {word!r} is printed" for word in found if word not in typed)
        if text.strip() in code_words():
            yield f"code word {text.strip()!r} is printed"


def raw_words(text: str) -> set[str]:
    """What would be a fault on a page if its template had printed it, in a text that a person typed.

    A code that stands alone is no text: a box of choices sends it, and its page has a label for it.
    """
    return {word for word in _code_like(text) if word != text.strip()} | set(LEFT_OVER.findall(text))


def _code_like(text: str) -> list[str]:
    return [word for word in DOTTED.findall(text) if not WRITTEN.search(word)] + SNAKE.findall(text)


def _prose(element: Any) -> Iterator[str]:
    """What people read, piece by piece; what is marked as never to be translated (a sign-in name) is no word."""
    if element.tag not in NOT_PROSE and element.get("translate") != "no":
        yield element.text or ""
        for child in element:
            yield from _prose(child)
            yield child.tail or ""


@cache
def code_words() -> set[str]:
    """The values kept for choices: people read their labels."""
    fields = [
        f for model in apps.get_models() for f in model._meta.get_fields() if getattr(f, "choices", None)
    ]
    pairs = [(str(value), str(label)) for field in fields for value, label in field.flatchoices]
    return {value for value, _label in pairs if re.fullmatch(r"[a-z_]{4,}", value)} - {
        label for _v, label in pairs
    }


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())

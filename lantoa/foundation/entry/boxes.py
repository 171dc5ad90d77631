"""The boxes of a form as they stand in a page: read, and filled with what was typed before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from lxml import html

NOT_SHOWN = {"hidden", "submit", "button", "reset", "image", "password", "file"}
CONTROLS = ".//input[@name] | .//textarea[@name] | .//select[@name]"


@dataclass
class Box:
    """What one name of the form holds: its label and values, and the words of its choices."""

    label: str
    values: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    def say(self, values: list[str]) -> str:
        """Values as a person reads them."""
        return ", ".join(self.words.get(one, one) for one in values if one)


def form_around(page: str, mark: str) -> tuple[int, int] | None:
    """Where the form that holds this mark begins and ends in the page."""
    at = page.find(mark)
    start = page.rfind("<form", 0, at) if at >= 0 else -1
    end = page.find("</form>", at)
    return (start, end + len("</form>")) if 0 <= start < end else None


def read(form: str) -> dict[str, Box]:
    """The boxes of a form by name, in the order of the page."""
    root = html.fragment_fromstring(form)
    found: dict[str, Box] = {}
    for control in _shown(root):
        box = found.setdefault(control.get("name"), Box(_label(root, control)))
        if control.tag == "select":
            options = list(control.iter("option"))
            box.words |= {_value(one): one.text_content().strip() for one in options}
            chosen = [one for one in options if one.get("selected") is not None]
            box.values += [_value(one) for one in (chosen or options[: not control.multiple])]
        elif control.get("type") in ("checkbox", "radio"):
            value = control.get("value") or "on"
            box.words[value] = _own_label(root, control)
            box.values += [value] if control.get("checked") is not None else []
        else:
            box.values.append(_text(control))
    return found


def _shown(root: Any) -> list[Any]:
    return [
        one
        for one in root.xpath(CONTROLS)
        if (one.get("type") or "text") not in NOT_SHOWN and not one.get("name").startswith("_")
    ]


def _value(option: Any) -> str:
    return option.get("value") if option.get("value") is not None else option.text_content().strip()


def _text(control: Any) -> str:
    text = (control.text or "") if control.tag == "textarea" else (control.get("value") or "")
    return text.removeprefix("\n").replace("\r\n", "\n") if control.tag == "textarea" else text


def _words_of(label: Any) -> str:
    optional = "".join(one.text_content() for one in label.iter("span") if one.get("class") == "opt")
    return " ".join(label.text_content().replace(optional, "").split())


def _own_label(root: Any, control: Any) -> str:
    named = control.get("id")
    for label in root.iter("label"):
        if (named and label.get("for") == named) or control in label.iter(control.tag):
            return _words_of(label)
    return str(control.get("aria-label") or "")


def _label(root: Any, control: Any) -> str:
    """The question: a group's legend, else the box's own label."""
    if control.get("type") in ("checkbox", "radio"):
        for around in control.iterancestors("fieldset"):
            for legend in around.iter("legend"):
                return _words_of(legend)
    return _own_label(root, control) or control.get("name")


def fill(form: str, typed: Mapping[str, list[str]], *, only_empty: bool = False, change: Any = None) -> str:
    """The form with what was typed in its boxes. Names the form does not have are passed over.

    `only_empty` leaves alone what the page itself has filled. `change(root)` may do more to the parsed form.
    """
    root = html.fragment_fromstring(form)
    taken: dict[str, int] = {}
    for control in _shown(root):
        name, kind = control.get("name"), control.get("type")
        if kind in ("checkbox", "radio"):
            if not only_empty:
                _tick(control, (control.get("value") or "on") in typed.get(name, []))
            continue
        values, order = typed.get(name, []), taken.get(name, 0)
        taken[name] = order + 1
        with suppress(IndexError):
            _write(control, values if control.tag == "select" else values[order], only_empty)
    if isinstance(change, Callable):  # type: ignore[arg-type]
        change(root)
    return str(html.tostring(root, encoding="unicode", with_tail=False))


def _tick(control: Any, ticked: bool) -> None:
    if ticked:
        control.set("checked", "checked")
    else:
        control.attrib.pop("checked", None)


def _write(control: Any, typed: Any, only_empty: bool) -> None:
    if control.tag == "select":
        options = list(control.iter("option"))
        if only_empty or not any(_value(one) in typed for one in options):
            return
        for one in options:
            one.attrib.pop("selected", None)
            if _value(one) in typed:
                one.set("selected", "selected")
    elif not (only_empty and _text(control)):
        if control.tag == "textarea":
            control.text = "\n" + typed  # a page's parser takes the first line break away
        else:
            control.set("value", typed)

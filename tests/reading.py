"""Stories read a page as a browser does: white space that nobody sees is not there."""

from __future__ import annotations

import re

BLOCKS = (
    "title|p|li|h[1-6]|div|td|th|tr|ul|ol|dl|dt|dd|summary|details|option|button|legend|label|small|section|"
    "article|figcaption|header|footer|main|aside|nav|form|fieldset|table|thead|tbody|caption|span|a|b|q|strong"
)
INSIDE_A_TAG = re.compile(r"\s+(?=>)")
KEPT = re.compile(r"(<(textarea|pre)\b.*?</\2>)", re.DOTALL)
AFTER_OPENING = re.compile(rf"(<(?:{BLOCKS})(?:\s[^<>]*)?>)\s+")
BEFORE_CLOSING = re.compile(rf"\s+(</(?:{BLOCKS})>)")


def as_a_browser(html: str) -> str:
    """The page with white space folded, and none just inside an element; what a box holds stays as it is."""
    boxes = [box for box, _tag in KEPT.findall(html)]
    folded = _folded(KEPT.sub("<textarea>", html))
    return re.sub("<textarea>", lambda _here: boxes.pop(0), folded)


def _folded(html: str) -> str:
    folded = re.sub(r"\s+", " ", html)
    folded = INSIDE_A_TAG.sub("", folded)
    return BEFORE_CLOSING.sub(r"\1", AFTER_OPENING.sub(r"\1", folded))

"""Finding «sản phẩm»: something that is made, bought, given, written, and remains to be seen.

The programme's own papers (sổ đăng ký, kế hoạch học tập, nhật ký) are none.
"""

from __future__ import annotations

from lantoa.writing.text import Text, is_comma, is_stop
from lantoa.writing.vocabulary import Hit, Vocabulary
from lantoa.writing.words import read

THINGS = Vocabulary(
    {
        "standing": read("standing"),
        "paper": read("papers"),
        "none": read("no_things"),
        "thing": read("things"),
    }
)
MAKING = Vocabulary({"none": read("plain"), "making": read("making"), "virtue": read("virtues")})
REACH = 8


def things(text: Text) -> list[Hit]:
    """Everything of the list of things that stands outside quotation marks."""
    found = (hit for hit in THINGS.hits(text) if hit.tag in {"thing", "standing"})
    return [hit for hit in found if hit.first not in text.quoted]


def products(text: Text) -> list[Hit]:
    """Things that stand after a word of making, buying or giving, and things that are the work itself."""
    making = {hit.last for hit in MAKING.hits(text) if hit.tag == "making" and hit.first not in text.quoted}
    return [thing for thing in things(text) if thing.tag == "standing" or _is_made(text, making, thing)]


def _is_made(text: Text, making: set[int], thing: Hit) -> bool:
    """Whether nothing but the thing's own attributes stands between the making and the thing."""
    for last in range(thing.first - 1, max(-1, thing.first - REACH - 1), -1):
        if is_stop(text.words[last + 1].gap) or is_comma(text.words[last + 1].gap):
            return False
        if last in making:
            return True
    return False

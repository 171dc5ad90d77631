"""Finding «người được hưởng lợi»: a named group for whom something is done. «Nhân dân» names nobody."""

from __future__ import annotations

from lantoa.writing.text import Text, is_stop, syllables
from lantoa.writing.vocabulary import Hit, Vocabulary
from lantoa.writing.words import read

GROUPS = Vocabulary({"group": read("groups"), "none": read("no_groups")})
GIVING = Vocabulary({"giving": read("giving"), "none": read("no_giving")})
REACH = 9
NEARER: dict[tuple[str, ...], int] = {
    ("cho",): 5,
    ("vì",): 5,
    ("để",): 1,
}  # small words reach less far than verbs
# "thời gian chờ của người bệnh", "nói chuyện với bà con": the group belongs to another word.
BETWEEN = frozenset(syllables("của với về do bởi"))


def groups(text: Text) -> list[Hit]:
    """Named groups, whoever does what to whom."""
    return [hit for hit in GROUPS.hits(text) if hit.tag == "group"]


def beneficiaries(text: Text) -> list[Hit]:
    """Groups that stand after a word of giving, helping, serving in the same clause."""
    giving = {hit.last: hit for hit in GIVING.hits(text) if hit.tag == "giving"}
    return [group for group in groups(text) if _is_served(text, giving, group)]


def _is_served(text: Text, giving: dict[int, Hit], group: Hit) -> bool:
    """Whether a word of giving reaches the group before another word claims it or the clause ends."""
    for last in range(group.first - 1, max(-1, group.first - REACH - 1), -1):
        if is_stop(text.words[last + 1].gap):
            return False
        if gift := giving.get(last):
            said = tuple(word.form for word in text.words[gift.first : gift.last + 1])
            if group.first - last <= NEARER.get(said, REACH):
                return True
        if text.words[last].form in BETWEEN:
            return False
    return False

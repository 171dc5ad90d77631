"""Finding «việc làm»: an act that one could see being done.

A list of verbs never ends. So an act is also found where a common verb stands beside something seen (a thing,
a named group, a number), and nobody is ever told that there is no act.
"""

from __future__ import annotations

from lantoa.writing.rules.numbers import Target
from lantoa.writing.text import Text, is_comma, is_stop, syllables
from lantoa.writing.vocabulary import Hit, Vocabulary
from lantoa.writing.words import read

VERBS = Vocabulary(
    {"act": read("acts"), "virtue": read("virtues"), "plain": read("plain"), "weak": read("weak")}
)
REACH = 8
OWN_WORDS, FEW_VIRTUES = 9, 0.05
PRAISED = (
    "làm tốt",
    "thực hiện tốt",
    "đẩy mạnh",
    "nâng cao",
    "tăng cường",
    "chú trọng",
    "lãnh đạo",
    "đổi mới",
)
NOT_DONE = frozenset(syllables("không chưa tránh chống cấm đừng chớ khỏi"))
COUNTING = frozenset(syllables("một những các mọi mấy"))
# After these the verb is a noun: "chất lượng khám, chữa bệnh", "công tác kiểm tra".
NOUNS = frozenset(tuple(syllables(one)) for one in (
    "công tác", "hoạt động", "kỹ năng", "năng lực", "chất lượng", "hiệu quả", "phong trào", "về việc", "quy định",
    "trách nhiệm", "trong", "tinh thần", "thái độ", "ý thức", "phương pháp", "nghiệp vụ", "kết quả", "nhiệm vụ",
    "quy chế",
))  # fmt: skip


def acts(text: Text, seen: list[Hit], targets: list[Target]) -> list[Hit]:
    """Verbs that show an act. `seen` are the things and groups of the text."""
    places = {hit.first for hit in seen if hit.first not in text.quoted}
    places |= {target.first for target in targets if not target.formal}
    return [hit for hit in VERBS.hits(text) if hit.tag in {"act", "weak"} and _is_act(text, hit, places)]


def _is_act(text: Text, hit: Hit, places: set[int]) -> bool:
    if _is_denied(text, hit) or _is_noun(text, hit):
        return False
    if hit.first in text.quoted and (hit.tag == "weak" or hit.first == hit.last):
        return False
    return hit.tag == "act" or _stands_beside(text, hit, places)


def _is_denied(text: Text, hit: Hit) -> bool:
    return (
        hit.first > 0 and text.words[hit.first - 1].form in NOT_DONE and not text.words[hit.first].gap.strip()
    )


def _is_noun(text: Text, hit: Hit) -> bool:
    """Whether a word stands before it that makes the verb a name of something."""
    if hit.first and text.words[hit.first - 1].form in COUNTING:
        return not text.words[hit.first].gap.strip()
    for size in (1, 2):
        forms = tuple(word.form for word in text.words[max(0, hit.first - size) : hit.first])
        if forms in NOUNS and not text.words[hit.first].gap.strip():
            return True
    return _is_listed_work(text, hit)


def _is_listed_work(text: Text, hit: Hit) -> bool:
    """ "làm tốt công tác tạo nguồn, kết nạp đảng viên": the whole list is the name of a field of work."""
    for place in range(hit.first, max(1, hit.first - 7), -1):
        if is_stop(text.words[place].gap):
            return False
        if (text.words[place - 1].form, text.words[place].form) == ("công", "tác"):
            before = " ".join(word.form for word in text.words[max(0, place - 4) : place - 1])
            return before.endswith(PRAISED)
    return False


def _stands_beside(text: Text, verb: Hit, places: set[int]) -> bool:
    """Whether a thing, a group or a number follows within the clause."""
    for place in range(verb.last + 1, min(len(text.words), verb.last + REACH + 1)):
        if is_stop(text.words[place].gap) or is_comma(text.words[place].gap):
            return False
        if place in places:
            return True
    return False


def does_something(text: Text, seen: list[Hit], targets: list[Target], timed: bool) -> bool:
    """Whether a text without a known verb still tells of something done.

    It does if it speaks of things, people, numbers or times and of no virtue, at some length, in its own words.
    """
    own_words = len(text.words) - len(text.quoted)
    if own_words < OWN_WORDS or virtue_share(text) > FEW_VIRTUES:
        return False
    counted = any(not target.formal for target in targets)
    return counted or timed or any(hit.first not in text.quoted for hit in seen)


def virtue_share(text: Text) -> float:
    """How much of the text is what one is and not what one does, from 0 to 1."""
    if not text.words:
        return 0.0
    covered = sum(hit.last - hit.first + 1 for hit in VERBS.hits(text) if hit.tag == "virtue")
    return covered / len(text.words)

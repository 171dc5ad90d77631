"""Words: what a row is found by, what somebody typed, which results stand first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lantoa.foundation.text import search_words
from lantoa.organisation.names import normal

# The mark of a kind stands among the words, so that the full-text index answers for one kind alone.
MARK = "zz0"
# PostgreSQL keeps each word under its kind ("person.lan"): no list is longer than its kind, and a kind without the word
# is asked in no time. Word for word what the migration indexes.
WORDS_OF_A_KIND = (
    "array_to_tsvector(string_to_array(btrim("
    "replace(rtrim(searching_entry.words), ' ', ' ' || searching_entry.kind || '.')), ' '))"
)
LONGEST_WORD = 60
SHORTEST_SHORTENED, LONG_NUMBER = 4, 5


@dataclass(frozen=True)
class Word:
    """A word that is looked for, whole or by its beginning."""

    text: str
    is_whole: bool = False


def mark_of(kind: str) -> str:
    """The word that every row of a kind has and nobody types."""
    return f"{MARK}{kind}"


def words_of(kind: str, texts: Iterable[str]) -> str:
    """The words of a row between blanks, each once: the kind's mark, the texts' words, and codes in one word too."""
    said = [text for text in texts if text]
    words = [word[:LONGEST_WORD] for text in said for word in normal(text).split()]
    joined = ["".join(normal(text).split())[:LONGEST_WORD] for text in said if " " not in text.strip()]
    return " ".join(["", *dict.fromkeys([mark_of(kind), *words, *joined]), ""])


def asked(text: str) -> list[Word]:
    """What was typed, as words: all whole but the last, which may be half typed.

    A short number and a single letter are whole there too: "thôn 1" is not "thôn 11".
    """
    words = [word[:LONGEST_WORD] for word in dict.fromkeys(" ".join(search_words(normal(text))).split())]
    return [Word(word, is_whole=True) for word in words[:-1]] + [
        Word(word, is_whole(word)) for word in words[-1:]
    ]


def asked_first(words: Sequence[Word]) -> list[Word]:
    """Those that the index is asked for: a long number is in so few rows that the others are compared there."""
    numbers = [word for word in words if word.text.isdigit() and len(word.text) >= LONG_NUMBER]
    return numbers or list(words)


def is_whole(word: str) -> bool:
    """Whether only the very word is meant."""
    return len(word) == 1 or (word.isdigit() and len(word) <= 3)


def missing(title: str, words: Sequence[Word]) -> int:
    """How many of the words the title alone does not have."""
    said = set(normal(title).split())
    return sum(word.text not in said for word in words)


def nearly(words: Sequence[Word]) -> list[list[Word]]:
    """What may have been meant when nothing was found: each word without its last letter, then left out."""
    tries = [
        [*words[:n], Word(word.text[:-1]), *words[n + 1 :]]
        for n, word in enumerate(words)
        if len(word.text) >= SHORTEST_SHORTENED and not word.text.isdigit()
    ]
    if len(words) > 1:
        tries += [[*words[:n], *words[n + 1 :]] for n in range(len(words))]
    return tries

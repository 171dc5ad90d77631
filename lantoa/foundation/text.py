"""Vietnamese text: folding for search, the order of names, cleaning what people paste."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Zero-width and direction marks are invisible and change what a name seems to say.
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)  # what XML and databases refuse
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


# One sign in K'Brơi and H’Mai, whichever key it was typed with.
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʹ′`´＇", "'"))
JOINED = re.compile(r"[^\W\d_]+'[^\W\d_]")  # H'Bia, K'Brơi
MOST_WORDS, LONGEST_SEARCH = 12, 100


def as_typed(text: str) -> str:
    """The text in NFC without what no database keeps; blanks, line breaks and invisible marks stay."""
    return CONTROL.sub("", unicodedata.normalize("NFC", text))


def clean(text: str) -> str:
    """The text in NFC, without invisible marks, trimmed; inner line breaks stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    # In TCVN3 a soft hyphen is the letter "ư": such a text is asked about, never eaten.
    return CONTROL.sub("", text if old_line(text)[1] else INVISIBLE.sub("", text)).strip()


def fold(text: str) -> str:
    """Lower case without accents, for search: "Đặng Thị Hòa", "Đặng Thị Hoà" → "dang thi hoa"; one apostrophe."""
    text = unicodedata.normalize("NFD", text.translate(APOSTROPHES).replace("đ", "d").replace("Đ", "D"))
    bare = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(bare.lower().split())


def search_words(text: str) -> list[str]:
    """The words that a list is searched by, folded; no more than a dozen, which is more than anybody needs."""
    return fold(text[:LONGEST_SEARCH]).split()[:MOST_WORDS]


def is_cut(text: str) -> bool:
    """Whether a search looks at less than was typed."""
    return len(text) > LONGEST_SEARCH or len(text.split()) > MOST_WORDS


def given_name(full_name: str) -> str:
    """What a person is called by: the last word; the whole name where the last may be a clan's (H'Bia Niê, Y Thông)."""
    words = full_name.split()
    if any(len(word) == 1 for word in words[:-1]) or JOINED.search(full_name.translate(APOSTROPHES)):
        return " ".join(words)
    return words[-1] if words else ""


def initials(full_name: str) -> str:
    """Two letters for a badge: "Nguyễn Thị Lan" → "NL"."""
    words = full_name.split()
    if not words:
        return "?"
    return (words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]).upper()


def word_key(word: str) -> str:
    """A key that sorts one word as a Vietnamese dictionary does: letters first, tone last."""
    letters, tone = [], 0
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in TONES:
            tone = TONES.index(char) + 1
        else:
            letters.append(char)
    base = unicodedata.normalize("NFC", "".join(letters))
    places = "".join(f"{LETTERS.index(c) + 10:02d}" if c in LETTERS else f"99{c}" for c in base)
    return f"{places}.{tone}"


def name_key(full_name: str) -> str:
    """Sort key of a person's name: given name, then family name, then the middle ones."""
    words = clean(full_name).translate(APOSTROPHES).replace("'", "").split()
    if not words:
        return ""
    order = [words[-1], words[0], *words[1:-1]] if len(words) > 1 else words
    return " ".join(word_key(word) for word in order)


def title_key(text: str) -> list[str]:
    """Sort key of a title or of a unit's name: word by word as a dictionary does, Đ after D; numbers by size."""
    words = re.sub(r"[^\w\s]", " ", clean(text)).split()
    return [f"!{word:0>9}" if word.isdecimal() else word_key(word) for word in words]


def upper_first(words: str) -> str:
    """The same with a capital at the head, for the beginning of a sentence or the name of an award."""
    return words[:1].upper() + words[1:]


def lower_first(words: str) -> str:
    """A name as it goes into a sentence: "Học tập" → "học tập"; "PCI" stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def without_names(text: str, names: Iterable[str], instead: str) -> str:
    """The text, telling of somebody instead of naming her; the longest name first, with either apostrophe."""
    text = unicodedata.normalize("NFC", text)
    for name in sorted(filter(None, names), key=len, reverse=True):
        words = (
            re.escape(word) for word in unicodedata.normalize("NFC", name).translate(APOSTROPHES).split()
        )
        pattern = r"\s+".join(words).replace("'", "['’‘ʼʹ′`´＇]")
        text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
    return text


# Old fonts: what a text in TCVN3 or VNI looks like when it is read as if it were today's code.

REAL = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# Signs only: the letters among its codes also stand in French and Spanish words.
OF_TCVN3 = re.compile(r"(?<=[A-Za-z§®])[µ¸¶·¹¨»¾¼½©®ª×÷«¬\xad]|[§®«¬\xad](?=[A-Za-zµ¸¶·¹])")
OF_VNI = re.compile("(?<=[AEOUYaeouyöôÖÔ])[ùøûïåäëüÙØÛÏÅÄËÜ]|[ñÑ](?=[aeiouyöôAEIOUYÖÔ])")
TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)


def old_code(text: str) -> str:
    """ "TCVN3" or "VNI" when the text was typed for an old font, else "". Never said of what is Vietnamese today."""
    if REAL.search(text):
        return ""
    for name, signs in (("TCVN3", OF_TCVN3), ("VNI", OF_VNI)):
        strange = [word for word in text.split() if signs.search(word)]
        if len(strange) > 1 or any(len(signs.findall(word)) > 1 for word in strange):
            return name
    return ""


def old_line(text: str) -> tuple[str, str]:
    """The first line that was typed for an old font, and which; two "" when none was.

    A paragraph that was pasted into a text of today is noticed too.
    """
    if old := old_code(text):
        return text, old
    for line in text.splitlines():
        if old := old_code(line):
            return line, old
    return "", ""


def from_tcvn3(text: str) -> str:
    """What a text in TCVN3 says: "§¶ng bé x·" → "Đảng bộ xã"."""
    return "".join(TCVN3.get(sign, sign) for sign in text)

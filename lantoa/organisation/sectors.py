"""What kind of work a unit does, read from its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from django.db.models import Q
from django.utils.translation import gettext_lazy

# The kind of work of a unit, read from its name: Party cells are all of one kind otherwise.
SECTORS = {
    "school": gettext_lazy("trường học"),
    "health": gettext_lazy("cơ sở y tế"),
    "forces": gettext_lazy("lực lượng vũ trang"),
    "village": gettext_lazy("khu dân cư"),
    "production": gettext_lazy("cơ sở sản xuất, kinh doanh"),
    "office": gettext_lazy("cơ quan"),
}
WORDS_OF_SECTOR = {
    "school": ("trường", "mầm non", "tiểu học", "thcs", "thpt", "đại học", "cao đẳng", "giáo dục"),
    "health": ("bệnh viện", "y tế", "trạm y tế"),
    "forces": ("công an", "quân sự", "biên phòng", "đồn", "quân đội", "cảnh sát"),
    "village": ("thôn", "bản", "ấp", "xóm", "buôn", "làng", "khu phố", "tổ dân phố", "khu dân cư", "khóm"),
    "production": ("công ty", "doanh nghiệp", "hợp tác xã", "nhà máy", "xí nghiệp", "sản xuất"),
    "office": (
        "sở",
        "văn phòng",
        "ủy ban",
        "hđnd",
        "ubnd",
        "cơ quan",
        "ban",
        "chi cục",
        "kho bạc",
        "thuế",
        "trung tâm",
    ),
}


@lru_cache(maxsize=4096)
def sector_of(name: str) -> str:
    """The kind of work of a unit, by its name; "" where the name does not tell."""
    padded = f" {name.lower()} "
    found = (code for code, words in WORDS_OF_SECTOR.items() if any(f" {word} " in padded for word in words))
    return next(found, "")


def works_in(sector: str, name: str = "name") -> Q:
    """The condition that `sector_of` tells this kind of work of the name in a column."""
    codes = list(WORDS_OF_SECTOR)
    before = Q()
    for earlier in codes[: codes.index(sector)]:
        before &= ~Q(**{f"{name}__regex": _pattern(earlier)})
    return before & Q(**{f"{name}__regex": _pattern(sector)})


@cache
def _pattern(sector: str) -> str:
    """Its words apart from others, in either case: a database knows the capitals of its own place only."""
    words = "|".join("".join(_either_case(sign) for sign in word) for word in WORDS_OF_SECTOR[sector])
    return f"(^| )({words})( |$)"


def _either_case(sign: str) -> str:
    return f"[{sign}{sign.upper()}]" if sign.upper() != sign else sign


# What a committee with units of many kinds below it calls a block: the communes and wards, then kinds of work.
BLOCKS = {
    "commune": gettext_lazy("xã"),
    "ward": gettext_lazy("phường"),
    "zone": gettext_lazy("đặc khu"),
    **SECTORS,
}
_OF_A_PLACE = re.compile(r"^(?:(?:đảng bộ|đảng ủy|đảng uỷ) )?(xã|phường|đặc khu) ")
_PLACES = {"xã": "commune", "phường": "ward", "đặc khu": "zone"}


def block_of(name: str) -> str:
    """The block to which a unit belongs, by its name; "" where the name does not tell.

    A commune is one whatever it is called: a name such as "xã Bản Lầu" makes it no village.
    """
    place = _OF_A_PLACE.match(name.lower())
    return _PLACES[place[1]] if place else sector_of(name)


def blocks_among(names: Iterable[str]) -> list[tuple[str, str]]:
    """(code, name) of the blocks among units of these names, in the order of the house; [] where it is but one."""
    found = {block_of(name) for name in names}
    return [(code, str(said)) for code, said in BLOCKS.items() if code in found] if len(found) > 1 else []

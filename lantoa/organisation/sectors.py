"""What kind of work a unit does, read from its name."""

from __future__ import annotations

from functools import lru_cache

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

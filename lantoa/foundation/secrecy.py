"""Stamps of state secrets: what bears one is not kept here. Harmless words that hold the syllable pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput

# The highest two are never said of anything else; "mật" alone is also honey, so that only capitals count.
HIGHEST = {"tốimật", "tuyệtmật"}
CAPITALS = {"MẬT", "MAT", "TOIMAT", "TUYETMAT"}
BEFORE = re.compile(r"^\W*(độ|mức độ)\s+mật\s*:?\s*", re.IGNORECASE)
NOT_LETTERS = re.compile(r"[\W\d_]+")
IN_A_NAME = re.compile(r"(?<!\w)(tối|tuyệt)[\s_.-]*mật(?!\w)", re.IGNORECASE)
BETWEEN = re.compile(r"[_\-.,()\[\]]+")


def is_stamp(line: str) -> bool:
    """Whether a line, a cell, a header or a text box holds nothing but a stamp: "T Ố I  M Ậ T", "MẬT"."""
    bare = NOT_LETTERS.sub("", BEFORE.sub("", unicodedata.normalize("NFC", line)[:80]))
    return bare.lower() in HIGHEST or bare in CAPITALS


def is_stamped_name(name: str) -> bool:
    """Whether a file's name says so: "biên bản (tối mật).docx", "12-MẬT.pdf"; "mật ong.docx" does not."""
    name = unicodedata.normalize("NFC", name)
    parts = {part.strip() for part in BETWEEN.split(name.rpartition(".")[0] or name)}
    return bool(IN_A_NAME.search(name.replace("_", " "))) or "MẬT" in parts


def must_be_open(name: str, lines: Iterable[str]) -> None:
    """BadInput with the reason in law when the file's name or one of its lines bears a stamp.

    Source: Law on the protection of state secrets: state secrets are not drawn up, kept or sent on machines and
    networks that are open to the Internet, except as the law on cryptography has it.
    """
    if is_stamped_name(name) or any(is_stamp(line) for line in lines):
        raise BadInput(
            _(
                "Tệp “%(name)s” mang dấu độ mật nên không được nhận và không lưu bản nào. Luật Bảo vệ bí mật nhà nước "
                "cấm lưu giữ, truyền tài liệu mật trên hệ thống như hệ thống này. Đồng chí giữ tài liệu theo chế độ "
                "mật; nếu dấu này ghi nhầm, bỏ dấu rồi gửi lại."
            )
            % {"name": name}
        )

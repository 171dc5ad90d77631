"""Decisions about people: no database, no clock."""

from __future__ import annotations

import datetime as dt
import secrets

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without the ones that are misread on paper
CODE_LENGTH = 8
CODE_LASTS = dt.timedelta(hours=1)
CODE_TRIES = 5


def new_code() -> str:
    """A one-time code that can be read over the telephone: 8 letters without look-alikes (≈ 40 bits)."""
    return "".join(secrets.choice(CODE_LETTERS) for _place in range(CODE_LENGTH))


def must_end_after_start(starts: dt.date, ends: dt.date | None) -> None:
    """Half-open dates: BadInput when the end is not after the start."""
    if ends is not None and ends <= starts:
        raise BadInput(_("Ngày kết thúc phải sau ngày bắt đầu."), "ends")


def must_have_name(full_name: str) -> None:
    """A person has at least a family name and a given name."""
    if len(full_name.split()) < 2:
        raise BadInput(_("Nhập đủ họ và tên, ví dụ Nguyễn Thị Lan."), "full_name")

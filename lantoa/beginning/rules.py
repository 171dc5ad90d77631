"""Decisions about beginning: no database, no clock, no request."""

from __future__ import annotations

import datetime as dt
import secrets

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import fold

CODE_LASTS = dt.timedelta(hours=1)
SLIP_LASTS = dt.timedelta(days=7)
ROLE_OF_HEAD = {"cell": "secretary", "section": "committee", "grassroots": "committee"}


def role_of_head(level: str) -> str:
    """What the head of the unit at the top may do in the system; the leader's role where no level says otherwise."""
    return ROLE_OF_HEAD.get(level, "leader")


def is_right(typed: str, kept: str) -> bool:
    """Whether this is the code, blanks, dashes and capitals aside; takes as long for every wrong one."""
    bare = "".join(sign for sign in typed.upper() if sign.isalnum())
    return secrets.compare_digest(bare.encode(), kept.replace("-", "").encode())


def must_be_two_people(administrator: str, head: str, account: str, head_account: str) -> None:
    """BadInput where the one who is given power and the one who confirms it are the same."""
    said = _("Người quản trị và người xác nhận phải là hai người khác nhau. Nhập người đứng đầu đơn vị.")
    if fold(administrator) == fold(head):
        raise BadInput(said, "head_name")
    if account == head_account:
        raise BadInput(_("Hai người không dùng chung một tên đăng nhập. Nhập số khác."), "head_account")

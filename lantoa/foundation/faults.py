"""What is known of a fault of the machine: a full disk, a database that may only be read, a question too slow."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from django.db import InterfaceError, InternalError, OperationalError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Cause:
    """One cause: its name in the log, what a page says and asks to do, and its answer's status."""

    name: str
    title: str | Promise
    to_do: str | Promise
    status: int = 503


FULL = Cause(
    "disk full",
    _("Đĩa của máy chủ đã đầy"),
    _("Trang vẫn xem được, chưa ghi thêm được. Báo người quản trị dọn chỗ trên đĩa rồi thử lại."),
)
READ_ONLY = Cause(
    "read-only",
    _("Máy chủ đang chỉ cho đọc"),
    _("Trang vẫn xem được, chưa ghi được. Báo người quản trị, chờ ít phút rồi thử lại."),
)
SLOW = Cause(
    "too slow",
    _("Việc này mất quá lâu"),
    _("Hệ thống đã dừng để người khác còn làm việc. Lọc hẹp hơn, hoặc thử lại sau ít phút."),
)
BUSY = Cause(
    "busy",
    _("Nhiều người đang ghi cùng lúc"),
    _("Giữ nguyên trang, chờ một phút rồi thử lại."),
)
BROKEN = Cause(
    "database damaged",
    _("Tệp cơ sở dữ liệu bị hỏng"),
    _("Dừng ghi, báo ngay người quản trị khôi phục từ bản sao."),
)
AWAY = Cause(
    "database out of reach",
    _("Chưa kết nối được cơ sở dữ liệu"),
    _("Giữ nguyên trang, chờ một phút rồi thử lại."),
)
GONE = Cause(
    "file missing",
    _("Tệp này không còn trên máy chủ"),
    _(
        "Dòng ghi về tệp vẫn còn. Báo người quản trị tìm lại tệp trong bản sao: trang Kiểm tra dữ liệu nêu tệp thiếu."
    ),
    status=404,
)

# What SQLite says, and how PostgreSQL numbers it (appendix A of its manual).
SAID = {
    "disk is full": FULL,
    "readonly database": READ_ONLY,
    "database is locked": BUSY,
    "malformed": BROKEN,
    "not a database": BROKEN,
}
NUMBERED = {
    "53100": FULL,
    "25006": READ_ONLY,
    "57014": SLOW,
    "55P03": BUSY,
    "40P01": BUSY,
    "40001": BUSY,
    "XX001": BROKEN,
    "XX002": BROKEN,
}
OF_THE_DISK = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EROFS: READ_ONLY, errno.EACCES: READ_ONLY}


class FileGone(Exception):
    """A file that the database knows and the disk does not."""


def cause_of(fault: BaseException | None) -> Cause | None:
    """The known cause of a fault, whatever page it happened on; None for what is a fault of ours."""
    match fault:
        case FileGone():
            return GONE
        case OperationalError() | InterfaceError() | InternalError():
            known = NUMBERED.get(getattr(fault.__cause__, "sqlstate", None) or "")
            said = str(fault).lower()
            known = known or next((cause for words, cause in SAID.items() if words in said), None)
            return known or (None if isinstance(fault, InternalError) else AWAY)
        case OSError():
            return OF_THE_DISK.get(fault.errno or 0)
    return None

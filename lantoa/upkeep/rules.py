"""Decisions about upkeep: no database, no clock."""

from __future__ import annotations

import datetime as dt
import math

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed

SILENT_AFTER = dt.timedelta(minutes=20)  # the quickest task runs every five minutes
DEAD_AFTER = dt.timedelta(minutes=10)  # a run that has said nothing for so long was cut off
COPY_LATE_AFTER = dt.timedelta(hours=26)
CERTIFICATE_ENDS_SOON = dt.timedelta(days=60)
RUNS_KEPT = dt.timedelta(days=30)
COPIES_KEPT = 30
BUSY = 2.5  # times slower than usual, where other work takes the processors and the disk


def has_stopped(last: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether nothing has run by the clock for longer than it may take."""
    return last is None or now - last > SILENT_AFTER


def is_copy_late(last: dt.datetime | None, now: dt.datetime) -> bool:
    """Red after 26 hours, and while there has been none."""
    return last is None or now - last > COPY_LATE_AFTER


def ends_soon(ends: dt.datetime, now: dt.datetime) -> bool:
    """Whether a certificate should be made anew at the next start."""
    return ends - now < CERTIFICATE_ENDS_SOON


def is_near(ends: dt.datetime, now: dt.datetime) -> bool:
    """Whether an administrator is asked to start again, because no start has made it anew."""
    return ends - now < CERTIFICATE_ENDS_SOON / 2


def must_be_another_place(
    path: str, *, is_absolute: bool, lies_within_the_data: bool, trouble: str, shares_the_disk: bool
) -> None:
    """A second place is a folder outside the data that can be written to now; BadInput says which of it is not so."""
    if not path or not is_absolute:
        raise BadInput(_("Ghi đường dẫn đầy đủ của thư mục, ví dụ /media/usb/lan-toa."), "path")
    if lies_within_the_data:
        raise BadInput(
            _("Thư mục này nằm trong thư mục dữ liệu: hỏng đĩa là mất cả hai. Chọn nơi khác."), "path"
        )
    if trouble:
        raise BadInput(capfirst(trouble) + ".", "path")
    if shares_the_disk:
        said = _(
            "Thư mục này ở cùng ổ đĩa với dữ liệu: hỏng đĩa là mất cả hai. Nếu là USB hay thư mục chung thì nó "
            "chưa được cắm, chưa được mở."
        )
        raise BadInput(said, "path")


def must_be_the_password(*, is_right: bool) -> None:
    """What gives the whole data away asks for the password again."""
    if not is_right:
        raise BadInput(_("Mật khẩu chưa đúng. Nhập lại mật khẩu của đồng chí."), "password")


def in_groups(private: str) -> str:
    """A private key as it is printed, in groups that are typed again without losing one's place."""
    head, one, rest = private.partition("-1")
    return " ".join([head + one, *(rest[n : n + 6] for n in range(0, len(rest), 6))])


def must_have_a_key(public: str) -> str:
    """A copy is encrypted to a key; Conflict while there is none."""
    if not public:
        raise Conflict(
            _("Chưa có khóa sao lưu. Tạo khóa ở trang Vận hành, in khóa riêng ra giấy rồi cất giữ.")
        )
    return public


def must_be_empty(*, has_rows: bool, has_files: bool) -> None:
    """A copy is brought back into an empty place only: nothing is ever written over."""
    if has_rows:
        raise Conflict(_("Cơ sở dữ liệu ở đây đã có dữ liệu. Chỉ khôi phục vào nơi trống; không ghi đè."))
    if has_files:
        raise Conflict(_("Thư mục tệp đính kèm ở đây đã có tệp. Chỉ khôi phục vào nơi trống; không ghi đè."))


def minutes_to_restore(seconds: float, checking: float) -> tuple[int, int]:
    """(minutes where nothing else runs, where the machine is busy) of `make restore`, whole, on such a machine.

    Making the copy is restoring it once too; the checks of the data follow, and a minute for starting and the history.
    Of SQLite only: a copy of PostgreSQL is read to its end when it is made, but loaded nowhere.
    """
    usual = 1 + math.ceil((2 * seconds + 2 * checking) / 60)
    return usual, math.ceil(BUSY * usual)


def must_be_the_same(wanted: dict[str, int], found: dict[str, int]) -> None:
    """Every table has as many rows as when the copy was made. Conflict, with the first that has not."""
    for table, count in wanted.items():
        if found.get(table) != count:
            raise Conflict(
                _("Bảng %(table)s có %(found)s dòng, bản sao ghi %(wanted)s. Bản sao này không dùng được.")
                % {"table": table, "found": found.get(table, 0), "wanted": count}
            )


def must_keep_the_machine(*, keeps: bool) -> None:
    """NotAllowed but for who administers the unit that keeps the installation, with all below it."""
    if not keeps:
        raise NotAllowed(_("Máy chủ và bản sao do người quản trị của đơn vị ở đầu cây tổ chức giữ."))

"""A new version takes over: a copy first, then the tables, then a look whether all is whole; the way back in words."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation.errors import Conflict
from lantoa.foundation.numbers import show
from lantoa.people.actions import note_rights
from lantoa.upkeep import queries
from lantoa.upkeep.actions.checking import check_data
from lantoa.upkeep.actions.keeping import make_copy
from lantoa.upkeep.models import KeptCopy


def upgrade(now: dt.datetime, *, say: Callable[[str], object]) -> Path:
    """Keep, migrate, check, restart what runs; where the way back is written. Conflict as soon as one step fails.

    The way back is written before anything is changed, so that it is there whatever happens then.
    """
    before = queries.revision_in_use()
    copy = make_copy(now, _folders_so_far())
    say(_("Đã sao lưu: %(name)s, %(rows)s dòng.") % {"name": copy.name, "rows": show(copy.rows)})
    way_back = _write_the_way_back(now, copy, before)
    say(_("Cách quay lại bản trước: %(place)s") % {"place": way_back})
    call_command("migrate", interactive=False, verbosity=0)
    copy.save()
    wrong = [found for found in queries.kept_checks(check_data(now)) if found.count]
    if wrong:
        raise Conflict(
            _(
                "Đã đổi bảng nhưng %(n)s điều chưa đúng, thứ nhất: %(first)s. Chưa khởi động lại. Xem %(place)s."
            )
            % {"n": len(wrong), "first": wrong[0].check.sentence, "place": way_back}
        )
    note_revision()
    note_rights(now)
    say(_("Đã khởi động lại.") if restart_what_runs() else _("Chưa chạy: bắt đầu bằng make serve."))
    return way_back


def _folders_so_far() -> list[Path]:
    """Where copies go; what only the new tables could tell is not known yet."""
    with suppress(DatabaseError), transaction.atomic():
        return queries.folders()
    return [Path(one) for one in settings.KEEP_PLACES]


def note_revision() -> None:
    """Which version runs from now on; nothing where the code was not fetched by git."""
    with suppress(OSError, subprocess.CalledProcessError):
        told = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=settings.BASE_DIR, capture_output=True, check=True, text=True
        )
        (Path(settings.VAR_DIR) / "revision.txt").write_text(told.stdout, encoding="ascii")


def _write_the_way_back(now: dt.datetime, copy: KeptCopy, before: str) -> Path:
    here = timezone.localtime(now)
    var, place = Path(settings.VAR_DIR), Path(settings.VAR_DIR) / f"quay-lai-{here:%Y%m%d-%H%M%S}.txt"
    code = _("git checkout %s") % before if before else _("lấy lại thư mục mã của bản trước")
    data = (
        _("mv %(var)s %(var)s-hong")
        if "sqlite" in settings.DATABASES["default"]["ENGINE"]
        else _("mv %(var)s %(var)s-hong, và tạo một cơ sở dữ liệu trống rồi ghi nó vào DATABASE_URL")
    )
    place.write_text(
        _(
            "Quay lại bản trước khi nâng cấp lúc %(at)s\n\n"
            "1. Dừng Lan Tỏa: Ctrl+C ở nơi chạy make serve, hoặc systemctl --user stop lantoa; "
            "trên máy chủ: sudo systemctl stop lantoa.\n"
            "2. Mã của bản trước: %(code)s\n"
            "3. Cất dữ liệu đang có sang một bên: %(data)s\n"
            "4. Khôi phục: .venv/bin/python manage.py restore %(copy)s (hỏi khóa riêng đã in)\n"
            "   Bản sao nằm ở: %(places)s. Nếu nó ở trong thư mục vừa đổi tên, sửa đường dẫn cho đúng.\n"
            "5. Chạy lại: make serve\n\n"
            "Việc ghi sau lúc %(at)s không có trong bản sao này.\n"
        )
        % {
            "at": f"{here:%H:%M %d/%m/%Y}",
            "code": code,
            "data": data % {"var": var},
            "copy": f"{copy.places[-1]}/{copy.name}",
            "places": ", ".join(copy.places),
        },
        encoding="utf-8",
    )
    return place


def pid_file() -> Path:
    """Where `manage.py serve` notes its number while it runs."""
    return Path(settings.VAR_DIR) / "serve.pid"


def restart_what_runs() -> bool:
    """Tell the running `serve` to begin again with the new code; False when none runs."""
    try:
        os.kill(int(pid_file().read_text(encoding="ascii")), signal.SIGHUP)
    except (OSError, ValueError):
        return False
    return True

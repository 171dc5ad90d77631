"""One data folder is served, or brought back, by one at a time."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from lantoa.foundation.errors import Conflict


def hold_the_data() -> IO[str]:
    """What is given back holds the folder until it is closed or the process ends; Conflict while another holds it.

    Two that start at once would change the tables at once, and each would run a worker.
    """
    folder = Path(settings.VAR_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    held = (folder / "serve.lock").open("w")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        held.close()
        said = _(
            "Lan Tỏa đang chạy, đang khởi động hoặc đang khôi phục ở một cửa sổ khác, trên cùng dữ liệu %(folder)s. "
            "Đợi vài phút; vẫn vậy thì dừng nó trước: Ctrl+C ở cửa sổ ấy, hoặc systemctl --user stop lantoa."
        )
        raise Conflict(said % {"folder": folder}) from None
    return held

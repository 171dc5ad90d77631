"""`manage.py service`: Lan Tỏa starts with the machine, as the ordinary user who calls this.

Only keeping it running while nobody is signed in needs the machine's administrator, once.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

UNIT = """\
[Unit]
Description=Lan Tỏa
After=network.target postgresql.service

[Service]
WorkingDirectory={base}
EnvironmentFile=-{base}/.env
Environment=LANTOA_VAR={var}
ExecStart={python} manage.py serve --port {port}{https}
ExecReload=/bin/kill -HUP $MAINPID
Restart=always
RestartSec=5
KillMode=mixed
NoNewPrivileges=yes

[Install]
WantedBy=default.target
"""


class Command(BaseCommand):
    """Writes the unit of the user's own systemd and says the commands that switch it on."""

    help = "Cho Lan Tỏa chạy cùng máy, bằng tài khoản thường đang gọi lệnh này."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen, and where units of a user lie."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--https", action="store_true", help="trang bảo mật cho điện thoại trong cơ quan")
        home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        parser.add_argument("--folder", type=Path, default=Path(home) / "systemd" / "user")

    def handle(self, *args: Any, port: int, https: bool, folder: Path, **options: Any) -> None:
        """Writing it again writes the same."""
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / "lantoa.service"
        where = {"base": settings.BASE_DIR, "var": settings.VAR_DIR, "python": sys.executable, "port": port}
        place.write_text(UNIT.format(**where, https=" --https" if https else ""), encoding="utf-8")
        self.stdout.write(f"Đã ghi {place}. Chạy tiếp hai lệnh:")
        self.stdout.write("  systemctl --user daemon-reload && systemctl --user enable --now lantoa")
        self.stdout.write(
            f"  sudo loginctl enable-linger {getpass.getuser()}   (chạy cả khi chưa ai đăng nhập máy)"
        )
        self.stdout.write("Xem nhật ký: journalctl --user -u lantoa. Dừng: systemctl --user stop lantoa")

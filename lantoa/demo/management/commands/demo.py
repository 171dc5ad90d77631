"""`python manage.py demo`: the database, the packs, the five reports, the accounts to sign in with."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from lantoa.demo.loading import accounts, load_packs
from lantoa.demo.stated import REPORTS

FORMATS = ["docx", "xlsx", "json"]


class Command(BaseCommand):
    """Load what is missing, write what is missing; a second run changes nothing."""

    help = "Dựng dữ liệu minh họa, in các báo cáo vào out/ và cho biết tài khoản dùng thử."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--no-reports", action="store_true", help="không in báo cáo")

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        call_command("migrate", verbosity=0)
        for name, seconds in load_packs():
            self.stdout.write(f"Đã dựng bộ dữ liệu {name} ({seconds:.1f} giây).")
        call_command("index_search", stdout=io.StringIO())
        if not options["no_reports"]:
            for path in self._reports():
                self.stdout.write(
                    f"Đã in {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}"
                )
        self._tell_accounts()
        self.stdout.write(f"Xong sau {time.monotonic() - began:.1f} giây.")

    def _reports(self) -> list[Path]:
        """Write the reports that are not there yet."""
        written = []
        for unit, period in REPORTS.values():
            for kind in FORMATS:
                path = Path(settings.OUT_DIR) / f"{unit}.{kind}"
                if not path.exists():
                    path.parent.mkdir(parents=True, exist_ok=True)
                    call_command(
                        "report", unit=unit, period=period, format=kind, out=str(path), stdout=io.StringIO()
                    )
                    written.append(path)
        return written

    def _tell_accounts(self) -> None:
        self.stdout.write("\nTài khoản dùng thử (người và tài khoản đều hư cấu):")
        rows = accounts()
        for name, password, what in rows:
            self.stdout.write(f"  {name:12} {password:22} {what}")

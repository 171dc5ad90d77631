"""python manage.py report --unit CODE --period 2026-H1 --format docx|xlsx|json [--out FILE|-]"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from lantoa.foundation import clock
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed, Refusal
from lantoa.organisation.models import Unit
from lantoa.people.actors import actors_of
from lantoa.people.models import Account
from lantoa.reports import printing
from lantoa.reports.compose import content_of
from lantoa.reports.models import Report

REFUSED = 2


class Command(BaseCommand):
    """Prints a report without keeping a draft of it."""

    help = "In báo cáo của một đơn vị trong một kỳ ra tệp Word, Excel hoặc JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", required=True, help="Mã đơn vị")
        parser.add_argument(
            "--period", required=True, help="2026, 2026-H1, 2026-Q3, 2026-10, 2021-01-01..2024-03-13"
        )
        parser.add_argument("--format", default="docx", choices=list(printing.MEDIA), help="Dạng tệp")
        parser.add_argument("--form", default="interim", help="Loại báo cáo")
        parser.add_argument("--out", default="", help="Tệp ghi ra; - là ra màn hình. Mặc định: thư mục out/")
        parser.add_argument("--as", dest="account", default="", help="Tên đăng nhập của người xem báo cáo")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._print(options)
        except Refusal as refusal:
            self.stderr.write(str(refusal))
            sys.exit(REFUSED)

    def _print(self, options: dict[str, Any]) -> None:
        period = Period.parse(options["period"])
        unit = _unit(options["unit"])
        _must_reach(options["account"], unit)
        report = Report(form=options["form"], unit=unit, starts=period.starts, ends=period.ends)
        content = content_of(report, now=clock.now(), today=clock.today())
        file = printing.printed(report, content, options["format"], today=clock.today())
        if options["out"] == "-":
            sys.stdout.buffer.write(file.content)
            return
        path = Path(options["out"] or settings.OUT_DIR / f"{unit.code}-{period.code}.{options['format']}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        self.stdout.write(str(path))


def _unit(code: str) -> Unit:
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise BadInput(f"Không có đơn vị nào mang mã “{code}”. Xem mã ở trang Tổ chức.", "unit")
    return unit


def _must_reach(sign_in_name: str, unit: Unit) -> None:
    """Who runs the command holds the server and reaches everything; with --as the account's own reach is kept."""
    if not sign_in_name:
        return
    account = Account.objects.filter(sign_in_name=sign_in_name).select_related("person").first()
    if account is None:
        raise BadInput(f"Không có tài khoản “{sign_in_name}”.", "as")
    if not any(a.may("reports.view") and a.reaches(unit) for a in actors_of(account, clock.today())):
        raise NotAllowed(f"Đơn vị “{unit}” nằm ngoài phạm vi của {account.person}.")

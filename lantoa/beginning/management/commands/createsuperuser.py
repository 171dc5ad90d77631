"""There is no user above all others: an office begins with its unit, its administrator and the head who confirms."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _


class Command(BaseCommand):
    help = "Use `begin` instead."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("anything", nargs="*")
        parser.add_argument("--noinput", "--no-input", action="store_true")
        parser.add_argument("--username", "--sign_in_name", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        raise CommandError(
            _("Lan Tỏa không có tài khoản trên mọi quyền. Chạy `manage.py begin --help`, hoặc mở /bat-dau/.")
        )

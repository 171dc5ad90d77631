"""Begin an office without a browser: the unit at the top, its administrator, the head who confirms.

    printf '%s' 'một câu dài dễ nhớ' | manage.py begin --unit 'Đảng bộ xã An Phú' \
        --account 0912000214 --name 'Hoàng Minh Tuấn' --head 'Lê Văn Hòa' --head-account 0912000100
"""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from lantoa.beginning import actions
from lantoa.beginning.actions import Somebody, Top
from lantoa.foundation import clock
from lantoa.foundation.dates import read_date
from lantoa.foundation.errors import Refusal
from lantoa.organisation.models import Unit
from lantoa.people.actors import system
from lantoa.people.models import Beginning


class Command(BaseCommand):
    help = "Begin an office; the administrator's password comes from standard input."

    def add_arguments(self, parser: Any) -> None:
        add = parser.add_argument
        add("--unit", required=True, help="name of the unit at the top")
        add("--kind", default=Unit.Kind.PARTY, choices=Unit.Kind.values)
        add("--level", default=Unit.Level.GRASSROOTS, choices=Unit.Level.values)
        add(
            "--since", default="", help="the day from which the unit stands, dd/mm/yyyy; 1 January by default"
        )
        add("--account", required=True, help="the administrator's sign-in name")
        add("--name", required=True, help="the administrator's full name")
        add("--title", default="", help="the administrator's title")
        add("--head", required=True, help="full name of the head who confirms")
        add("--head-account", required=True, help="the head's sign-in name")
        add("--head-title", default="", help="the head's title")
        add("--again", action="store_true", help="another administrator, where the head refused the first")

    def handle(self, *args: Any, **options: Any) -> None:
        password = sys.stdin.readline().rstrip("\r\n")
        try:
            self._begin(password, options)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal

    def _begin(self, password: str, options: dict[str, Any]) -> None:
        on = clock.today()
        since = read_date(options["since"]) if options["since"] else on.replace(month=1, day=1)
        administrator = Somebody(options["name"], options["account"], options["title"])
        if options["again"]:
            unit = Beginning.objects.select_related("unit").get().unit
            actions.replace_administrator(unit, administrator, password=password, on=on)
            self.stdout.write(_("Đã có người quản trị mới; người đứng đầu xác nhận khi đăng nhập."))
            return
        head = Somebody(options["head"], options["head_account"], options["head_title"])
        top = Top(options["unit"], since, options["kind"], options["level"])
        beginning = actions.begin(top, administrator, head, password=password, on=on)
        account, code = actions.give_slip(beginning, by=system(on, beginning.unit))
        self.stdout.write(
            _(
                "Đã bắt đầu: %(unit)s. Mã của đồng chí %(head)s (%(account)s), dùng một lần trong 7 ngày: %(code)s"
            )
            % {"unit": options["unit"], "head": beginning.head, "account": account, "code": code}
        )

"""The last way in for who lost the telephone and the codes where nobody else can help: at the machine itself."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.people import actions
from lantoa.people.actors import system
from lantoa.people.models import Account, normal_sign_in_name


class Command(BaseCommand):
    help = "Drop the lost second key of an account; the history says that it was done at the machine."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sign_in_name")

    def handle(self, *args: Any, sign_in_name: str, **options: Any) -> None:
        account = Account.objects.filter(sign_in_name=normal_sign_in_name(sign_in_name)).first()
        if account is None:
            raise CommandError(_("Không có tài khoản nào tên đăng nhập như vậy."))
        note = _("bằng lệnh tại máy chủ")
        if not actions.drop_second_key(account, by=system(clock.today()), note=note):
            raise CommandError(_("Tài khoản này không bật khóa thứ hai."))
        self.stdout.write(
            _("Đã bỏ khóa thứ hai của %s. Đăng nhập bằng mật khẩu rồi bật lại.") % account.person
        )

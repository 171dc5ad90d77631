"""After a copy was brought back: what was erased on request since it was made is erased again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.people.actors import system
from lantoa.personal_data import actions


class Command(BaseCommand):
    """Safe to run twice."""

    help = "Xóa lại những gì đã xóa theo yêu cầu sau bản sao vừa khôi phục."

    def handle(self, *args: Any, **options: Any) -> None:
        """How many requests were carried out again."""
        done = actions.erase_again(by=system(clock.today()))
        self.stdout.write(_("Đã xóa lại theo %(n)s yêu cầu.") % {"n": done})

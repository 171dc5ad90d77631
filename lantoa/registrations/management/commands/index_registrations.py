"""`python manage.py index_registrations`: put every registration that was sent into the index of likeness.

For records that were there before the index, or after the tree has changed: a paper goes into the pool its unit
belongs to today. Safe to run again.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lantoa.foundation import clock
from lantoa.registrations.actions import indexing
from lantoa.registrations.models import Registration


class Command(BaseCommand):
    """Indexes what waits or was approved; takes out what is back with its owner."""

    help = "Lập chỉ mục so giống nhau cho mọi bản đăng ký đã gửi."

    def handle(self, *args: Any, **options: Any) -> None:
        count, day = 0, clock.today()
        for one in Registration.objects.submitted().for_lists().order_by("pk").iterator(chunk_size=500):
            if one.is_returned:
                indexing.take_out(one)
                continue
            indexing.put_in(one, on=day)
            count += 1
        self.stdout.write(f"Đã lập chỉ mục {count} bản đăng ký.")

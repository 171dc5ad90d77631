"""`python manage.py count_texts`: the frequencies by which the day's texts are weighed, for every pool.

Once a day, at night. A second run on the same day changes nothing, so it may be repeated without care.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lantoa.foundation import clock
from lantoa.writing import actions
from lantoa.writing.models import Pool


class Command(BaseCommand):
    """Takes the day's snapshot of every pool."""

    help = "Chụp tần suất trong ngày của từng nhóm so sánh (chạy mỗi đêm một lần)."

    def handle(self, *args: Any, **options: Any) -> None:
        day = clock.today()
        for key in Pool.objects.order_by("pk").values_list("key", flat=True):
            kept = actions.take_snapshot(key, day)
            self.stdout.write(f"{key}: {kept.documents} văn bản, ngày {kept.on:%d/%m/%Y}.")

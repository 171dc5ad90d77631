"""`manage.py work`: the worker, after it was told of every task; `serve` starts it beside the pages."""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django_q.cluster import Cluster

from lantoa.foundation import clock
from lantoa.upkeep import actions


class Command(BaseCommand):
    """Reading what every room lets the clock do takes a second in which the pages already answer."""

    help = "Chạy việc nền; manage.py serve tự gọi lệnh này."

    def handle(self, *args: Any, **options: Any) -> None:
        """Runs until told to stop. This process itself hears what was done: the clock looks but twice a minute."""
        actions.schedule_all(clock.now())
        connection.close()
        cluster, is_over = Cluster(), threading.Event()
        cluster.start()
        # Told to stop in the middle of hearing, it ends that first: the cluster waits for what this process holds.
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, lambda *_: is_over.set())
        actions.listen(lambda: cluster.sentinel.is_alive() and not is_over.is_set())
        cluster.stop()

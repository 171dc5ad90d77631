"""Metrics for Prometheus, on a port of this machine only: the times that every process notes, and the numbers."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.db import DatabaseError, connection
from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from lantoa.foundation import clock
from lantoa.upkeep import queries

log = logging.getLogger(__name__)
FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # the library's own name for where processes write their times
HERE = "127.0.0.1"


class Numbers(Collector):
    """Asked at each look; a database that is away leaves one line in the log and `lantoa_database_up 0`."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The numbers of `queries.numbers`, gathered by name."""
        found: dict[str, GaugeMetricFamily] = {}
        try:
            for one in queries.numbers(clock.now()):
                family = GaugeMetricFamily(f"lantoa_{one.name}", one.says, labels=list(one.of))
                found.setdefault(one.name, family).add_metric(list(one.of.values()), one.value)
        except DatabaseError as fault:
            log.warning("no numbers: database away (%s)", type(fault).__name__)
            found = {}
        finally:
            if not connection.in_atomic_block:
                connection.close()  # each look has a thread of its own
        yield GaugeMetricFamily("lantoa_database_up", "1: the database answers.", value=int(bool(found)))
        yield from found.values()


def registry() -> CollectorRegistry:
    """What is told at one look: the numbers, and the times of requests of every process that notes them."""
    told = CollectorRegistry()
    told.register(Numbers())
    if os.environ.get(FOLDER):
        MultiProcessCollector(told)
    return told


def make_folder() -> Path:
    """Where processes note their times; in memory where there is such a place, for a full disk must not end them."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="lantoa-", dir=memory if os.access(memory, os.W_OK) else None))
    os.environ[FOLDER] = str(folder)
    return folder


def open_port(port: int) -> bool:
    """Answer at http://127.0.0.1:port/metrics from now on, beside whatever else runs; False when the port is taken."""
    try:
        start_http_server(port, HERE, registry())
    except OSError:
        return False
    return True

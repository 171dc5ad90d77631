"""How many complete registrations a second are written by people at once: begun, written down, sent.

python -m benchmarks.sending --clients 8   (DATABASE_URL names a database with a nation in it)
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

os.environ.setdefault("LANTOA_VAR", tempfile.mkdtemp(prefix="lantoa-bench-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import connection
from django.db.models import Exists, OuterRef

from lantoa.foundation import clock
from lantoa.people import actors
from lantoa.people.models import Membership
from lantoa.registrations import actions
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking

GOAL = 60
WHAT = "Mỗi chiều thứ Sáu tôi hướng dẫn 30 người trong thôn nộp hồ sơ trực tuyến, đến hết tháng Chín."


def send(by: actors.Actor) -> None:
    """One registration, as two requests send it: begun and written down; read again and sent."""
    first, second = by.for_one_request(), by.for_one_request()
    draft = actions.write_down(
        lambda: actions.start_draft(by=first, year=by.on.year), by=first, tasks=[Undertaking(WHAT)]
    )
    actions.submit(draft, by=second)


def write(number: int, clients: int, *, seconds: float, rate: float) -> tuple[int, float, float, float]:
    """What one client does: (sent, seconds, of which this process was computing, the slowest but one in a hundred)."""
    today = clock.today()
    written = Registration.objects.filter(person=OuterRef("person"), year=today.year).standing()
    free = Membership.objects.on(today).filter(~Exists(written), pk__gt=0).select_related("person", "unit")
    waiting = [one for one in free.order_by("pk")[: 40 * clients * 25] if one.pk % clients == number]
    began, worked, sent, took = time.perf_counter(), time.process_time(), 0, [0.0]
    for one in waiting:
        if time.perf_counter() - began > seconds:
            break
        before = time.perf_counter()
        send(actors.as_member(one, today))
        took.append(time.perf_counter() - before)
        sent += 1
        if rate:
            time.sleep(max(0.0, began + sent / rate - time.perf_counter()))
    slowest = sorted(took)[-1 - len(took) // 100]
    return sent, time.perf_counter() - began, time.process_time() - worked, slowest


def main() -> int:
    """Each client is a process with a connection of its own."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--clients", type=int, default=8)
    words.add_argument("--seconds", type=float, default=15)
    words.add_argument(
        "--rate", type=float, default=0, help="mỗi người gửi mấy bản một giây; 0 là nhanh nhất có thể"
    )
    words.add_argument("--number", type=int, default=-1)
    said = words.parse_args()
    if said.number >= 0:
        print(*write(said.number, said.clients, seconds=said.seconds, rate=said.rate))
        return 0
    command = [
        sys.executable,
        "-m",
        "benchmarks.sending",
        "--clients",
        str(said.clients),
        "--seconds",
        str(said.seconds),
    ]
    command += ["--rate", str(said.rate), "--number"]
    running = [
        subprocess.Popen([*command, str(n)], stdout=subprocess.PIPE, text=True) for n in range(said.clients)
    ]
    told = [[float(part) for part in one.communicate()[0].split()] for one in running]
    sent, took = sum(one[0] for one in told), statistics.mean(one[1] for one in told)
    busy = sum(one[2] for one in told)
    print(f"{connection.vendor}: {sent:.0f} bản trong {took:.1f} s, {sent / took:.1f} bản/s (cần {GOAL})")
    if sent:
        fewest, most = min(one[0] for one in told), max(one[0] for one in told)
        print(
            f"mỗi người từ {fewest:.0f} đến {most:.0f} bản; chậm nhất (p99) {max(one[3] for one in told):.2f} s"
        )
        print(f"Python tính {1000 * busy / sent:.1f} ms một bản; tải của máy {os.getloadavg()[0]:.1f}")
    return 0 if sent / took >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())

"""make bench: build the world in a temporary database, ask every question, print time beside budget."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

os.environ["LANTOA_VAR"] = tempfile.mkdtemp(prefix="lantoa-bench-")
os.environ["LANTOA_NOW"] = "2026-11-16T08:00:00+07:00"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.core.management import call_command
from django.test import Client

from benchmarks import lists, sealing, spreading, writing
from benchmarks import world as worlds
from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries
from lantoa.people import actors
from lantoa.practices.models import Practice

YEAR = Period.year(2026)
Question = tuple[str, float, Callable[[], object]]


def page(account: worlds.Account, address: str) -> Callable[[], object]:
    """A signed-in browser that opens one address."""
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")

    def ask() -> object:
        answer = client.get(address, SERVER_NAME="localhost")
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        return answer

    return ask


def questions(world: worlds.World, travelled: Practice) -> list[Question]:
    """Name, budget in milliseconds, what to do. `travelled` is the practice that was taken over 5,000 times."""
    on = worlds.TODAY
    return [
        ("cây con của tỉnh, đếm", 20, lambda: queries.subtree(world.province, on).count()),
        ("cây con của xã", 5, lambda: list(queries.subtree(world.commune, on))),
        ("cấp trên của chi bộ", 5, lambda: queries.ancestors(world.cell, on)),
        ("đảng viên của xã, đếm theo khoảng", 30, lambda: counting.figure("registrations.members", unit=world.commune, period=YEAR)),
        ("đảng viên của tỉnh, đếm theo khoảng", 450, lambda: counting.figure("registrations.members", unit=world.province, period=YEAR)),
        ("chuyển một xã 21 đơn vị", 100, lambda: move(world)),
        ("trang Việc cần làm của bí thư", 200, page(world.secretary_account, "/")),
        ("trang Tổng quan của tỉnh", 1000, page(world.officer_account, "/tong-quan/")),
        ("danh sách đăng ký của tỉnh", 400, page(world.officer_account, "/dang-ky/")),
        ("lan tỏa của mô hình 5.000 nơi vận dụng", 300, page(world.officer_account, f"/mo-hinh/{travelled.pk}/lan-toa/")),
        ("trang mô hình 5.000 nơi vận dụng", 300, page(world.officer_account, f"/mo-hinh/{travelled.pk}/")),
        ("thư viện 152 mô hình", 300, page(world.officer_account, "/mo-hinh/")),
        ("sức lan tỏa của tỉnh", 300, page(world.officer_account, "/mo-hinh/lan-toa/")),
        ("trang đơn vị của tỉnh", 300, page(world.officer_account, "/to-chuc/")),
        sealing.question(),
    ]  # fmt: skip


def move(world: worlds.World) -> None:
    """A commune goes under another one and back, so that the world stays as it was."""
    by, day = actors.system(worlds.TODAY), worlds.TODAY
    other = queries.children(world.province, day)[5].unit
    organisation.move(world.commune, parent=other, on=day, by=by)
    organisation.move(world.commune, parent=world.province, on=day, by=by)


def main() -> int:
    """Five rounds of each question; the median is compared with its budget. Then advice and likeness, by p95."""
    began = time.perf_counter()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    world = worlds.build()
    travelled = spreading.build(world)
    print(f"Dựng tỉnh {worlds.COMMUNES * worlds.CELLS} chi bộ: {time.perf_counter() - began:.1f} s")
    print(f"{'câu hỏi':44} {'trung vị':>10} {'chậm nhất':>10} {'cho phép':>10}")
    slow = 0
    for name, budget, ask in questions(world, travelled):
        ask()
        times = []
        for _round in range(5):
            start = time.perf_counter()
            ask()
            times.append((time.perf_counter() - start) * 1000)
        median = statistics.median(times)
        slow += median > budget
        print(
            f"{name:44} {median:>7.1f} ms {max(times):>7.1f} ms {budget:>7.0f} ms {'' if median <= budget else ' QUÁ'}"
        )
    return 1 if slow + writing.measure() + lists.measure(world) else 0


if __name__ == "__main__":
    sys.exit(main())

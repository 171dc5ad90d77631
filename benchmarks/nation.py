"""The pages of a nation over HTTP, on the server people use: `make bench WORLD=nation MEMBERS=56000`.

DATABASE_URL names a PostgreSQL; without it one is started and thrown away. Where it is empty a nation of MEMBERS is
built first; its sums are folded. Then the questions of the pages are explained (`benchmarks.plans`), and each page is
asked at a fixed rate of arrivals while people send registrations. One table, and the same as JSON (`--json FILE`).
"""

from __future__ import annotations

import argparse
import http.client
import json
import math
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from tools import postgres

PLACE = Path(__file__).resolve().parent.parent
WARM, PATIENCE = 2, 120


@dataclass(frozen=True)
class Asked:
    """A page, who opens it, and how long it may take (p99, milliseconds)."""

    name: str
    who: str
    page: str
    budget: int


PAGES = (
    Asked("Việc cần làm, đảng viên", "dang-vien", "/", 100),
    Asked("Việc cần làm, bí thư chi bộ", "bi-thu", "/", 100),
    Asked("Việc cần làm, xã", "xa", "/", 100),
    Asked("Việc cần làm, tỉnh", "tinh", "/", 100),
    Asked("Tổng quan, chi bộ", "bi-thu", "/tong-quan/", 100),
    Asked("Tổng quan, xã", "xa", "/tong-quan/", 100),
    Asked("Tổng quan, tỉnh", "tinh", "/tong-quan/", 100),
    Asked("Tổng quan, toàn quốc", "toan-quoc", "/tong-quan/", 100),
    Asked("Số liệu, xã", "xa", "/so-lieu/", 200),
    Asked("Số liệu, tỉnh", "tinh", "/so-lieu/", 200),
    Asked("Số liệu, toàn quốc", "toan-quoc", "/so-lieu/", 200),
    Asked("Danh sách đăng ký, chi bộ", "bi-thu", "/dang-ky/?nam=2026", 200),
    Asked("Danh sách đăng ký, xã", "xa", "/dang-ky/?nam=2026", 200),
    Asked("Danh sách đăng ký, tỉnh", "tinh", "/dang-ky/?nam=2026", 200),
    Asked("Danh sách đăng ký, tỉnh, trang 200", "tinh", "/dang-ky/?nam=2026&trang=200", 200),
    Asked("Danh sách đăng ký, tỉnh, lọc", "tinh", "/dang-ky/?nam=2026&tinh_trang=submitted", 200),
    Asked("Con người, xã", "xa", "/nguoi/", 200),
    Asked("Con người, tỉnh", "tinh", "/nguoi/", 200),
    Asked("Lịch sử, tỉnh", "tinh", "/lich-su/", 200),
    Asked("Đôn đốc, tỉnh", "tinh", "/don-doc/", 200),
    Asked("Tìm theo tên, tỉnh", "tinh", "/tim/?tim=nguyen+thi+lan", 100),
    Asked("Thư viện mô hình, tỉnh", "tinh", "/mo-hinh/", 300),
    Asked("Sức lan tỏa, tỉnh", "tinh", "/mo-hinh/lan-toa/", 300),
)


@dataclass(frozen=True)
class Measured:
    """What came of it, in milliseconds."""

    name: str
    page: str
    budget: int
    times: int
    p50: float
    p99: float
    faults: int


def at(share: float, times: list[float]) -> float:
    """The time that this share of the requests kept."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)] if ordered else math.inf


def ask(port: int, page: str, cookie: str) -> tuple[int, float]:
    """(status, milliseconds) of one request on a connection of its own."""
    began = time.perf_counter()
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        link.request("GET", page, headers={"Cookie": cookie})
        answer = link.getresponse()
        answer.read()
        return answer.status, (time.perf_counter() - began) * 1000
    finally:
        link.close()


def arrivals(port: int, one: Asked, cookie: str, *, rate: float, seconds: float) -> Measured:
    """Requests that arrive whether or not those before them are answered; each is timed from its arrival."""
    times, faults, lock = [], [], threading.Lock()

    def arrive(due: float) -> None:
        status, _took = 0, 0.0
        with suppress(OSError):
            status, _took = ask(port, one.page, cookie)
        with lock:
            (times if status == 200 else faults).append((time.perf_counter() - due) * 1000)

    for _turn in range(WARM):
        ask(port, one.page, cookie)
    threads, began = [], time.perf_counter()
    for number in range(int(rate * seconds)):
        due = began + number / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        threads.append(threading.Thread(target=arrive, args=(due,)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return Measured(one.name, one.page, one.budget, len(times), at(0.5, times), at(0.99, times), len(faults))


@contextmanager
def server(port: int, env: dict[str, str]) -> Iterator[None]:
    """`manage.py serve`, as people run it."""
    running = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)],
        cwd=PLACE,
        env=env,
        stdout=subprocess.DEVNULL,
    )
    try:
        for _second in range(PATIENCE):
            try:
                ask(port, "/", "")
                break
            except OSError:
                time.sleep(1)
        yield
    finally:
        running.terminate()
        running.wait(30)


def manage(env: dict[str, str], *words: str) -> str:
    """A command of the house; what it said."""
    done = subprocess.run(
        [sys.executable, *words], cwd=PLACE, env=env, check=True, capture_output=True, text=True
    )
    return done.stdout


SIGNED_IN = """
import django; django.setup()
from django.test import Client
from lantoa.people.models import Account
for who in {who!r}:
    client = Client()
    client.force_login(Account.objects.get(sign_in_name=who), backend="django.contrib.auth.backends.ModelBackend")
    print(who, "; ".join(f"{{one.key}}={{one.value}}" for one in client.cookies.values()), sep="\\t")
"""
IS_EMPTY = """
import django; django.setup()
from django.db import connection
print("people_person" not in connection.introspection.table_names() or
    not __import__("lantoa.people.models", fromlist=["Person"]).Person.objects.exists())
"""


def cookies(env: dict[str, str]) -> dict[str, str]:
    """Who signs in → the cookie of a session."""
    who = sorted({one.who for one in PAGES})
    return dict(line.split("\t") for line in manage(env, "-c", SIGNED_IN.format(who=who)).splitlines())


def prepare(env: dict[str, str], members: int) -> None:
    """A nation where there is none yet, and its sums."""
    if manage(env, "-c", IS_EMPTY).strip() == "True":
        print(manage(env, "manage.py", "nation", "--members", str(members)))
    print(manage(env, "manage.py", "migrate", "--verbosity", "0"), end="")
    print(manage(env, "manage.py", "fold"), end="")


def measure(env: dict[str, str], *, rate: float, seconds: float) -> list[Measured]:
    """Every page in turn, with people writing meanwhile."""
    port = postgres.free_port()
    with server(port, env):
        known = cookies(env)
        writing = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "benchmarks.sending",
                "--clients",
                "1",
                "--number",
                "0",
                "--rate",
                "1",
                "--seconds",
                "100000",
            ],
            cwd=PLACE,
            env=env,
            stdout=subprocess.DEVNULL,
        )
        try:
            return [arrivals(port, one, known[one.who], rate=rate, seconds=seconds) for one in PAGES]
        finally:
            writing.terminate()
            writing.wait(30)


def show(found: list[Measured]) -> int:
    """The table; how many were slower than they may be."""
    over = 0
    print(f"{'trang':38} {'lần':>5} {'giữa':>8} {'p99':>8} {'cho phép':>9}  lỗi")
    for one in found:
        is_over = one.p99 > one.budget or one.faults > 0
        over += is_over
        mark = "QUÁ" if is_over else ""
        print(
            f"{one.name:38} {one.times:>5} {one.p50:>8.0f} {one.p99:>8.0f} {one.budget:>9} {one.faults:>4} {mark}"
        )
    return over


def main() -> int:
    """1 when a page is slower than it may be, or a question of a cell's or commune's page walks a large table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--members", type=int, default=56_000)
    words.add_argument("--rate", type=float, default=20, help="yêu cầu một giây")
    words.add_argument("--seconds", type=float, default=10, help="bao lâu mỗi trang")
    words.add_argument("--json", type=Path)
    said = words.parse_args()
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    env.setdefault("LANTOA_VAR", tempfile.mkdtemp(prefix="lantoa-bench-"))
    if "DATABASE_URL" in env:
        return _run(env, said)
    with postgres.cluster(postgres.LASTING) as url:
        return _run({**env, "DATABASE_URL": url}, said)


def _run(env: dict[str, str], said: argparse.Namespace) -> int:
    prepare(env, said.members)
    walks = subprocess.run([sys.executable, "-m", "benchmarks.plans"], cwd=PLACE, env=env).returncode
    found = measure(env, rate=said.rate, seconds=said.seconds)
    over = show(found)
    told = {
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "load": os.getloadavg()[0],
        "rate": said.rate,
        "pages": [asdict(one) for one in found],
    }
    print(f"{told['cores']} nhân, {told['memory_gb']} GB; tải của máy lúc đo: {told['load']:.1f}")
    if said.json:
        said.json.write_text(json.dumps(told, ensure_ascii=False, indent=1))
    return 1 if over + walks else 0


if __name__ == "__main__":
    sys.exit(main())

"""Whether an index answers: EXPLAIN of every question that the pages of a cell, a commune and a province ask.

python -m benchmarks.plans   (DATABASE_URL names a PostgreSQL with a nation in it: `manage.py nation --members 222000`
has 10,000 cells)
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("LANTOA_VAR", tempfile.mkdtemp(prefix="lantoa-bench-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client

from lantoa.people.models import Account

# A table smaller than this may be walked: that is what the planner would do anyway.
LARGE, ROUNDS = 20_000, 5
SOON = 200  # pages of memory read in a row, as the planner reckons
# Whoever reaches everything reads tables whole by right; these reach a part.
WHO = ("dang-vien", "bi-thu", "xa", "tinh")
# A form's page and a list's; what they lead to is found by its links.
PAGES = (
    "/", "/dang-ky/", "/dang-ky/?nam=2026", "/dang-ky/duyet/", "/dang-ky/chua-dang-ky/", "/tong-quan/", "/so-lieu/", "/to-chuc/",
    "/sinh-hoat/", "/hoc-tap/", "/dot-pha/", "/mo-hinh/", "/mo-hinh/lan-toa/", "/khen-thuong/", "/han-che/", "/dien-hinh/",
    "/chuong-trinh/", "/tuyen-truyen/", "/nguoi/", "/lich-su/", "/don-doc/", "/bao-cao/", "/tim/?tim=nguyen+van", "/cho-y-kien/",
    "/thong-bao/", "/dang-ky/cua-toi/",
)  # fmt: skip


@dataclass(frozen=True)
class Walk:
    """A question that reads a large table from end to end: whose page, which table, how many rows, the question."""

    who: str
    page: str
    table: str
    rows: int
    sql: str


def sizes() -> dict[str, int]:
    """Table → rows, as the planner knows them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, reltuples::bigint FROM pg_class WHERE relkind = 'r'")
        return dict(cursor.fetchall())


@contextmanager
def asked() -> Iterator[list[tuple[str, Any]]]:
    """Every SELECT that is asked meanwhile, with its values."""
    found: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("SELECT", "(SELECT", "WITH")):
            found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def walked(plan: dict[str, Any]) -> Iterator[str]:
    """The tables that a plan reads from end to end, as they lie or in the order of an index.

    Not those that are read in order until the first rows are found, when that is thought to be soon.
    """
    if plan["Node Type"] == "Limit" and plan["Total Cost"] < SOON:
        return
    by_an_index = plan["Node Type"] in ("Index Scan", "Index Only Scan") and "Index Cond" not in plan
    if plan["Node Type"] == "Seq Scan" or by_an_index:
        yield plan["Relation Name"]
    for inner in plan.get("Plans", ()):
        yield from walked(inner)


def walks(client: Client, who: str, page: str, large: dict[str, int]) -> tuple[int, int, list[Walk]]:
    """(the answer's number, how many questions, those that walk a large table)."""
    with asked() as questions:
        status = client.get(page, SERVER_NAME="localhost").status_code
    found = []
    with connection.cursor() as cursor:
        for sql, params in questions:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
            told = cursor.fetchone()[0]
            plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
            found += [Walk(who, page, table, large[table], sql) for table in walked(plan) if table in large]
    return status, len(questions), found


def processor(client: Client, page: str) -> tuple[float, float]:
    """Milliseconds that Python and the database computed for one opening; crowded or calm, they are much the same."""
    began, before = time.process_time(), _database_time()
    for _round in range(ROUNDS):
        client.get(page, SERVER_NAME="localhost")
    python, database = time.process_time() - began, _database_time() - before
    return 1000 * python / ROUNDS, 1000 * database / ROUNDS


def _database_time() -> float:
    """Seconds that this connection's server process has computed; 0 where it runs on another machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        told = Path(f"/proc/{cursor.fetchone()[0]}/stat")
    if not told.exists() or "postgres" not in told.read_text():
        return 0.0
    spent = told.read_text().rpartition(")")[2].split()[11:13]
    return sum(int(ticks) for ticks in spent) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Print what each page costs and every walk; 1 when there is a walk."""
    if connection.vendor != "postgresql":
        print("DATABASE_URL phải chỉ tới PostgreSQL đã có một toàn quốc (manage.py nation).")
        return 2
    call_command("collectstatic", interactive=False, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")  # so that all of it is this process's
    large = {table: rows for table, rows in sizes().items() if rows >= LARGE}
    print(f"{len(large)} bảng từ {LARGE} dòng; mỗi trang {ROUNDS} lần, thời gian là của bộ xử lý")
    print(f"{'ai':10} {'trang':28} {'câu hỏi':>8} {'Python ms':>10} {'CSDL ms':>8} {'đọc cả bảng':>12}")
    bad = 0
    for who in WHO:
        client = Client()
        client.force_login(
            Account.objects.get(sign_in_name=who), backend="django.contrib.auth.backends.ModelBackend"
        )
        for page in PAGES:
            status, questions, found = walks(client, who, page, large)
            if status != 200:
                continue
            bad += len(found)
            python, database = processor(client, page)
            print(
                f"{who:10} {page:28} {questions:>8} {python:>10.0f} {database:>8.0f} {len(found):>12}",
                flush=True,
            )
            for one in found:
                print(f"    {one.table} ({one.rows} dòng): {one.sql[: 6000 if '-v' in sys.argv else 160]}")
    print("Không câu nào đọc cả một bảng lớn." if not bad else f"{bad} câu đọc cả một bảng lớn.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""How long the longest lists take, and how much memory: each is brought in by the process that brings it in for people."""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
import time

from django.conf import settings

from benchmarks import world as worlds
from lantoa.exchange import actions
from lantoa.exchange.models import Import
from lantoa.foundation.tables import Grid
from lantoa.outreach import actions as outreach
from lantoa.people.actors import Actor

PEOPLE, OTHERS = 50_000, 5_000
SECONDS_PEOPLE, SECONDS_OTHERS, MEGABYTES = 30, 60, 300
FIRST = dt.date(2026, 1, 5)


def _cell(n: int) -> str:
    return f"x{n % worlds.COMMUNES}-c{n // worlds.COMMUNES % worlds.CELLS}"


def _day(n: int) -> str:
    return f"{FIRST + dt.timedelta(days=n // (worlds.COMMUNES * worlds.CELLS) * 30):%d/%m/%Y}"


def _tables() -> dict[str, list[list[str]]]:
    """The rows of each list, its heading first; every row is new."""
    return {
        "people": [["Họ tên", "Ngày sinh", "Số thẻ", "Chi bộ", "Điện thoại"]]
        + [
            [f"Lò Thị Số {n}", f"{1 + n % 28:02}/{1 + n % 12:02}/{1950 + n % 50}", f"9{n:08}", _cell(n), ""]
            for n in range(PEOPLE)
        ],
        "study": [["Nội dung", "Ngày học", "Đơn vị", "Triệu tập", "Dự"]]
        + [[f"Chuyên đề {n}", _day(n), _cell(n), "18", "17"] for n in range(OTHERS)],
        "donations": [["Cuộc vận động", "Ngày", "Đơn vị", "Số tiền"]]
        + [["Địa chỉ nhân đạo", _day(n), _cell(n), str(100_000 + n)] for n in range(OTHERS)],
        "opinions": [["Ý kiến", "Ngày", "Đơn vị"]]
        + [[f"Đường thôn {n} lầy lội", _day(n), _cell(n)] for n in range(OTHERS)],
        "meetings": [["Ngày họp", "Loại", "Đơn vị"]]
        + [[_day(n), "sinh hoạt thường kỳ", _cell(n)] for n in range(OTHERS)],
        "practices": [["Tên mô hình", "Đơn vị", "Cách làm"]]
        + [[f"Mô hình số {n}", _cell(n), "Họp tổ rồi làm thử"] for n in range(OTHERS)],
    }


def measure(world: worlds.World) -> int:
    """How many were slower or larger than they may be."""
    outreach.launch_campaign(
        name="Địa chỉ nhân đạo", unit=world.province, starts=dt.date(2026, 1, 1), by=world.officer
    )
    by = {role: worlds.person(role, world.province, "subtree")[0] for role in ("administrator", "committee")}
    doers = {"people": by["administrator"], "meetings": by["committee"], "practices": by["committee"]}
    print(f"{'danh sách':20} {'dòng':>7} {'giây':>7} {'cho phép':>9} {'MB':>6} {'cho phép':>9}")
    return sum(_one(kind, rows, world, doers.get(kind, world.officer)) for kind, rows in _tables().items())


def _one(kind: str, rows: list[list[str]], world: worlds.World, by: Actor) -> int:
    draft = actions.open_list(Grid(rows, f"{kind}.csv"), kind=kind, unit=world.province, by=by)
    Import.objects.filter(pk=draft.pk).update(
        state=Import.State.RUNNING, phase=Import.Phase.WAITING, options={"post": by.post_id}
    )
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "manage.py", "bring_in", str(draft.pk)], cwd=settings.BASE_DIR, check=True
    )
    took = time.perf_counter() - began
    # The largest child so far: the list of people is the first and by far the largest.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    draft.refresh_from_db()
    assert draft.counts.get("new") == len(rows) - 1, (draft.state, draft.said, draft.counts)
    allowed = SECONDS_PEOPLE if kind == "people" else SECONDS_OTHERS
    over = took > allowed or peak > MEGABYTES
    print(
        f"{kind:20} {len(rows) - 1:>7} {took:>7.1f} {allowed:>9} {peak:>6.0f} {MEGABYTES:>9} {' QUÁ' if over else ''}"
    )
    return int(over)

"""The pages of a nation over HTTP, on the server people use: `make bench WORLD=nation MEMBERS=56000`.

DATABASE_URL names a PostgreSQL; without it one is started and thrown away, or kept in a folder (`--kept FOLDER`). Where
it is empty a nation of MEMBERS is built first; its sums are folded. Building and measuring may be two commands, `build`
and `measure`, with `--kept`: whatever is done already is not done again, and who was cut off goes on. Then the questions of the pages are explained (`benchmarks.plans`), and each page is
asked at a fixed rate of arrivals while people send registrations; then what else has a budget is done: the list beside a
bare page of its rows, a long export, a sum that follows what was sent, submissions, two provinces merged. One table, and
the same as JSON (`--json FILE`); `--beside FILE…` puts earlier ones, of smaller worlds, beside it.
"""

from __future__ import annotations

import argparse
import http.client
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import processes
from benchmarks.tables import Done, Measured, show, show_beside, show_done
from tools import postgres

PLACE = Path(__file__).resolve().parent.parent
WARM, IN_TURN, PATIENCE = 2, 8, 120
BUILD, MEASURE = "build", "measure"


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
    Asked("Danh sách đăng ký, tỉnh, lọc", "tinh", "/dang-ky/?nam=2026&loc=cho-duyet", 200),
    Asked("Con người, xã", "xa", "/nguoi/", 200),
    Asked("Con người, tỉnh", "tinh", "/nguoi/", 200),
    Asked("Lịch sử, tỉnh", "tinh", "/lich-su/", 200),
    Asked("Đôn đốc, tỉnh", "tinh", "/don-doc/", 200),
    Asked("Tìm theo tên, tỉnh", "tinh", "/tim/?tim=nguyen+thi+lan", 100),
    Asked("Thư viện mô hình, tỉnh", "tinh", "/mo-hinh/", 300),
    Asked("Sức lan tỏa, tỉnh", "tinh", "/mo-hinh/lan-toa/", 300),
)


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
    """Requests that arrive whether or not those before them are answered; each is timed from its arrival.

    Of a page that takes so long by itself that all cores together would fall behind this rate, a queue would say only
    how many seconds it was let grow: it is asked a few times, one after the other.
    """
    alone = [ask(port, one.page, cookie) for _turn in range(WARM)]
    if rate * min(took for _status, took in alone) / 1000 > (os.cpu_count() or 1):
        return _told_of(one, [ask(port, one.page, cookie) for _turn in range(IN_TURN)], in_turn=True)
    found, lock = [], threading.Lock()

    def arrive(due: float) -> None:
        status = 0
        with suppress(OSError):
            status, _took = ask(port, one.page, cookie)
        with lock:
            found.append((status, (time.perf_counter() - due) * 1000))

    threads, began = [], time.perf_counter()
    for number in range(int(rate * seconds)):
        due = began + number / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        threads.append(threading.Thread(target=arrive, args=(due,)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return _told_of(one, found)


def _told_of(one: Asked, found: list[tuple[int, float]], *, in_turn: bool = False) -> Measured:
    times = [took for status, took in found if status == 200]
    faults = len(found) - len(times)
    return Measured(
        one.name, one.page, one.budget, len(times), at(0.5, times), at(0.99, times), faults, in_turn
    )


@contextmanager
def server(port: int, env: dict[str, str], command: Sequence[str] = ()) -> Iterator[int]:
    """`manage.py serve`, as people run it, or another command; gives the number of its process."""
    running = subprocess.Popen(
        [sys.executable, *(command or ("manage.py", "serve", "--port", str(port)))],
        cwd=PLACE,
        env=env,
        stdout=subprocess.DEVNULL,
    )
    try:
        for _turn in range(10 * PATIENCE):
            try:
                ask(port, "/", "")
                break
            except OSError:
                time.sleep(0.1)
        yield running.pid
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
from lantoa.demo.nation import bare
print("people_person" not in connection.introspection.table_names() or bare.is_left() or
    not __import__("lantoa.people.models", fromlist=["Person"]).Person.objects.exists())
"""


SIZES = """
import json, django; django.setup()
from django.db import connection
from lantoa.foundation.models import Event
from lantoa.organisation.models import Unit
from lantoa.people.models import Membership
from lantoa.registrations.models import Registration
with connection.cursor() as cursor:
    cursor.execute("SELECT pg_database_size(current_database())")
    size = cursor.fetchone()[0] // 1_000_000
told = {"members": Membership, "units": Unit, "registrations": Registration, "events": Event}
print(json.dumps({**{name: model.objects.count() for name, model in told.items()}, "megabytes": size}))
"""


def cookies(env: dict[str, str]) -> dict[str, str]:
    """Who signs in → the cookie of a session."""
    who = sorted({one.who for one in PAGES})
    return dict(line.split("\t") for line in manage(env, "-c", SIGNED_IN.format(who=who)).splitlines())


def prepare(env: dict[str, str], members: int, provinces: int) -> None:
    """A nation where there is none yet or it is not whole, sealed and folded; each step with the time."""
    if manage(env, "-c", IS_EMPTY).strip() == "True":
        _step(env, "nation", "--members", str(members), "--provinces", str(provinces))
    _step(env, "migrate", "--verbosity", "0")
    _step(env, "seal")
    _step(env, "fold")


def _step(env: dict[str, str], *words: str) -> None:
    began = time.monotonic()
    print(f"{time.strftime('%H:%M:%S')} manage.py {' '.join(words)}", flush=True)
    subprocess.run([sys.executable, "-u", "manage.py", *words], cwd=PLACE, env=env, check=True)
    print(f"{time.strftime('%H:%M:%S')} xong sau {time.monotonic() - began:.0f} s", flush=True)


@contextmanager
def people_sending(env: dict[str, str]) -> Iterator[None]:
    """Somebody who sends a registration each second meanwhile."""
    said = "-m benchmarks.sending --clients 1 --number 0 --rate 1 --seconds 100000"
    writing = subprocess.Popen([sys.executable, *said.split()], cwd=PLACE, env=env, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        writing.terminate()
        writing.wait(30)


def measure(env: dict[str, str], *, rate: float, seconds: float) -> tuple[list[Measured], list[Done]]:
    """Every page in turn, with people writing meanwhile; then what else has a budget, on the same server."""
    port, starting = postgres.free_port(), _starting(env)
    with server(port, env) as pid:
        known = cookies(env)
        with people_sending(env):
            found = [arrivals(port, one, known[one.who], rate=rate, seconds=seconds) for one in PAGES]
            done = [starting, _heaviest_page(pid), _showing(env), _reporting(env), _export(env)]
        return found, [
            *done,
            *_beside_a_bare_page(env, port, pid, known["xa"]),
            _sending(env),
            *_writers_of_an_office(env),
            *_merging(env, port, known["tinh"]),
        ]


def _starting(env: dict[str, str]) -> Done:
    """Seconds until a server answers that was started before and finds nothing changed."""
    took = 0.0
    for _turn in range(2):
        began = time.perf_counter()
        with server(postgres.free_port(), env):
            took = time.perf_counter() - began
    return Done("Khởi động lại khi không có gì đổi", "giây", 2, took)


def _reporting(env: dict[str, str]) -> Done:
    return Done(
        "Soạn báo cáo năm của tỉnh, cả phụ lục", "giây", 5, _told(env, "benchmarks.doing", "reporting")
    )


OFFICE = 5_000  # members


def _writers_of_an_office(env: dict[str, str]) -> list[Done]:
    """Four people who send at once in an office of its own on SQLite: the slowest but one in a hundred, and how many."""
    with tempfile.TemporaryDirectory(prefix="lantoa-bench-") as place:
        office = {key: value for key, value in env.items() if key != "DATABASE_URL"} | {"LANTOA_VAR": place}
        manage(office, "manage.py", "nation", "--members", str(OFFICE))
        said = [sys.executable, "-m", "benchmarks.sending", "--clients", "4"]
        told = subprocess.run(said, cwd=PLACE, env=office, capture_output=True, text=True).stdout
    slowest, rate = re.search(r"p99\) ([\d.]+) s", told), re.search(r"([\d.]+) bản/s", told)
    return [
        Done(
            "SQLite, 4 người gửi cùng lúc: chậm nhất (p99)", "giây", 1, float(slowest[1]) if slowest else None
        ),
        Done("SQLite, 4 người gửi cùng lúc", "bản/giây", 0, float(rate[1]) if rate else None, True),
    ]


def _heaviest_page(pid: int) -> Done:
    return Done("Bộ nhớ một tiến trình, mọi trang", "MB", 200, processes.most_held(pid))


def _showing(env: dict[str, str]) -> Done:
    return Done("Gửi xong đến khi số của tỉnh đổi", "giây", 5, _told(env, "benchmarks.doing", "showing"))


def _told(env: dict[str, str], module: str, *words: str) -> float | None:
    """The number that a measuring command prints; None where it says that it cannot be measured here."""
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, cwd=PLACE, env=env, capture_output=True, text=True)
    if done.returncode:
        print(f"{module} {' '.join(words)}: {done.stderr.strip().splitlines()[-1:]}")
        return None
    return float(done.stdout.split()[-1])


def _export(env: dict[str, str]) -> Done:
    """A hundred thousand rows as a workbook, or as many as this world has."""
    got = _told(env, "benchmarks.doing", "exporting")
    return Done("Bộ nhớ khi xuất 100.000 dòng", "MB", 200, got)


LIST, CLIENTS, TIMES = "/dang-ky/?nam=2026", 4, 60


def _beside_a_bare_page(env: dict[str, str], port: int, pid: int, cookie: str) -> list[Done]:
    """The list's throughput in shares of a bare page's: answers a second, and by processor time of one answer."""
    keys = _keys_of(port, cookie)
    bare = postgres.free_port()
    said = f"-m granian --interface wsgi --port {bare} --workers {os.cpu_count()} --log-level warning benchmarks.bare:application"
    with server(bare, env, said.split()) as other:
        asked = {True: (port, pid, LIST), False: (bare, other, f"/?pk={','.join(keys)}")}
        rates: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        for _round in range(3):  # in turns, so that a neighbour of the machine disturbs both
            for ours, (at_port, of_pid, page) in asked.items():
                rates[ours].append(_throughput(at_port, of_pid, page, cookie))
    a_second, cost = (
        {ours: sum(one[n] for one in found) / len(found) for ours, found in rates.items()} for n in (0, 1)
    )
    return [
        Done(
            "Danh sách đăng ký so với trang Django trần, lượt/giây",
            "%",
            60,
            100 * a_second[True] / a_second[False],
            True,
        ),
        Done(
            "Danh sách đăng ký so với trang Django trần, bộ xử lý",
            "%",
            60,
            100 * cost[False] / cost[True],
            True,
        ),
        Done("Một lần mở danh sách, Python", "ms", 1000, 1000 * cost[True]),
        Done("Một lần mở trang trần, Python", "ms", 1000, 1000 * cost[False]),
    ]


def _keys_of(port: int, cookie: str) -> list[str]:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    link.request("GET", LIST, headers={"Cookie": cookie})
    return list(dict.fromkeys(re.findall(r'href="/dang-ky/(\d+)/"', link.getresponse().read().decode())))


def _throughput(port: int, pid: int, page: str, cookie: str) -> tuple[float, float]:
    """(answers a second, seconds of processor time of one) of clients who ask again as soon as they are answered."""
    for _turn in range(WARM):
        ask(port, page, cookie)
    began, before = time.perf_counter(), processes.computed(pid)
    with ThreadPoolExecutor(CLIENTS) as clients:
        answers = list(clients.map(lambda _n: ask(port, page, cookie)[0], range(TIMES)))
    assert set(answers) == {200}, f"{page}: {set(answers)}"
    return TIMES / (time.perf_counter() - began), (processes.computed(pid) - before) / TIMES


def _sending(env: dict[str, str]) -> Done:
    """Submissions a second at action level, eight at once."""
    said = [sys.executable, "-m", "benchmarks.sending", "--clients", "8"]
    told = subprocess.run(said, cwd=PLACE, env=env, capture_output=True, text=True).stdout
    found = re.search(r"([\d.]+) bản/s", told)
    return Done(
        "Bản đăng ký gửi trong một giây, 8 người", "bản/giây", 60, float(found[1]) if found else None, True
    )


def _merging(env: dict[str, str], port: int, cookie: str) -> list[Done]:
    """Two provinces merged while somebody reads a list all the time."""
    slowest, over = [0.0], threading.Event()

    def read() -> None:
        while not over.is_set():
            slowest.append(ask(port, LIST, cookie)[1])

    reader = threading.Thread(target=read)
    reader.start()
    took = _told(env, "benchmarks.doing", "merging")
    over.set()
    reader.join()
    waited = max(slowest) / 1000 if took is not None else None
    return [
        Done("Sáp nhập hai tỉnh", "giây", 30, took),
        Done("Người đọc chờ lâu nhất trong lúc sáp nhập", "giây", 5, waited),
    ]


def main() -> int:
    """1 when a page is slower than it may be, or a question of a cell's or commune's page walks a large table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument(
        "verb", nargs="?", choices=[BUILD, MEASURE], help="chỉ dựng, hoặc chỉ đo; để trống: cả hai"
    )
    words.add_argument("--members", type=int, default=56_000)
    words.add_argument(
        "--provinces", type=int, default=3, help="ít nhất bấy nhiêu tỉnh, để có hai mà sáp nhập"
    )
    words.add_argument("--kept", type=Path, help="thư mục giữ PostgreSQL giữa hai lệnh")
    words.add_argument("--rate", type=float, default=20, help="yêu cầu một giây")
    words.add_argument("--seconds", type=float, default=10, help="bao lâu mỗi trang")
    words.add_argument("--json", type=Path)
    words.add_argument("--beside", type=Path, nargs="*", default=[], help="bảng JSON của các lần đo khác")
    said = words.parse_args()
    if said.verb and said.kept is None and "DATABASE_URL" not in os.environ:
        words.error(
            f"{said.verb} cần --kept THƯ_MỤC hoặc DATABASE_URL: không có chỗ giữ thì dựng xong là mất."
        )
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    env.setdefault("LANTOA_VAR", tempfile.mkdtemp(prefix="lantoa-bench-"))
    if "DATABASE_URL" in env:
        return _run(env, said)
    if said.kept is None:
        with postgres.cluster(postgres.LASTING) as url:
            return _run({**env, "DATABASE_URL": url}, said)
    if said.verb != MEASURE:
        with postgres.kept(said.kept, postgres.FILLING) as url:
            prepare({**env, "DATABASE_URL": url}, said.members, said.provinces)
    if said.verb == BUILD:
        return 0
    with postgres.kept(said.kept) as url:
        return _run({**env, "DATABASE_URL": url}, said)


def _run(env: dict[str, str], said: argparse.Namespace) -> int:
    if said.verb != MEASURE:
        prepare(env, said.members, said.provinces)
    if said.verb == BUILD:
        return 0
    world = json.loads(manage(env, "-c", SIZES))
    walks = subprocess.run([sys.executable, "-m", "benchmarks.plans"], cwd=PLACE, env=env).returncode
    found, done = measure(env, rate=said.rate, seconds=said.seconds)
    over = show(found) + show_done(done)
    told = {
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "load": os.getloadavg()[0],
        "rate": said.rate,
        "world": world,
        "pages": [asdict(one) for one in found],
        "done": [asdict(one) for one in done],
    }
    print(f"{told['cores']} nhân, {told['memory_gb']} GB; tải của máy lúc đo: {told['load']:.1f}; {world}")
    if said.json:
        said.json.write_text(json.dumps(told, ensure_ascii=False, indent=1))
    if said.beside:
        show_beside([*(json.loads(one.read_text()) for one in said.beside), told])
    return 1 if over + walks else 0


if __name__ == "__main__":
    sys.exit(main())

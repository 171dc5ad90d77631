"""Good files that were damaged on the way: a sentence or a smaller list, never a fault, never half of a list."""

from __future__ import annotations

import random

import pytest
from django.db import transaction

from lantoa.exchange import actions, queries
from lantoa.exchange.models import Import
from lantoa.exchange.tests import test_every_list as lists
from lantoa.exchange.tests.test_every_list import Example, world
from lantoa.foundation.errors import Refusal
from lantoa.foundation.sheets import as_workbook
from lantoa.foundation.tables import read_file
from lantoa.organisation.models import Reorganisation
from tests.examples import seed

pytestmark = pytest.mark.django_db
# The tree and its people come in by doors of their own.
OWN = {
    "units": Example(
        "administrator",
        "TT\tTên chi bộ\tTrực thuộc\tMã\n"
        "1\tĐảng bộ bộ phận Trường học\tĐảng bộ xã An Phú\t\n"
        "2\tChi bộ Mầm non\tĐảng bộ bộ phận Trường học\t\n"
        "3\tChi bộ thôn 1\tĐảng bộ xã An Phú\tthon-1",
        "",
        ("", ""),
    ),
    "people": Example(
        "administrator",
        "Họ tên\tNgày sinh\tThẻ ĐV\tChi bộ\tĐT\tChức vụ\n"
        "Trần Văn Bách\t12/03/1985\t035118207\tChi bộ thôn Nà Lùng\t0912000377\tBí thư chi bộ\n"
        "Đỗ Thị Ánh\t02/09/1983\t\tnà lùng\t0912000302\t",
        "",
        ("", ""),
    ),
}
EXAMPLES = lists.EXAMPLES | OWN
CODES = sorted(EXAMPLES)
NASTY = [
    "",
    "=1+1",
    "\t\t",
    '"',
    "31/02/2026",
    "00/00/0000",
    "99999999999999999999",
    "-5",
    "1e400",
    "²",
    "\u202e",
    "\x00",
    "ơ" * 5000,
    "N1",
    "#1",
    "NaN",
    "25:61",
    "x" * 300,
    "🎉",
    "\ud83d",
]


def mutated(content: bytes, by: random.Random) -> bytes:
    """One to four damages: of bytes, of cells, of whole lines."""
    for _round in range(by.randint(1, 4)):
        act = by.choice(["byte", "cut", "cell", "line", "twice", "swap"])
        lines = content.split(b"\n")
        at = by.randrange(len(lines))
        cells = lines[at].split(b"\t")
        if act == "byte" and content:
            place = by.randrange(len(content))
            content = content[:place] + bytes([by.randrange(256)]) + content[place + 1 :]
        elif act == "cut":
            content = content[: by.randrange(len(content) + 1)]
        elif act == "cell":
            cells[by.randrange(len(cells))] = by.choice(NASTY).encode("utf-8", "surrogatepass")
            lines[at] = b"\t".join(cells)
            content = b"\n".join(lines)
        elif act == "line":
            content = b"\n".join(lines[:at] + lines[at + 1 :])
        elif act == "twice":
            content = b"\n".join([*lines, lines[at]])
        elif act == "swap":
            by.shuffle(cells)
            lines[at] = b"\t".join(cells)
            content = b"\n".join(lines)
    return content


def standing() -> dict[str, list]:
    """Every row of the house; a change of the tree that was taken back stays written, as taken back."""
    changes = Reorganisation.objects.filter(undone_at=None).order_by("pk").values_list("pk", flat=True)
    return world() | {"organisation.Reorganisation": list(changes)}


def gone_out(cast, code: str) -> bytes:
    kind, by = queries.kinds()[code], getattr(cast, EXAMPLES[code].who)
    return as_workbook(kind, kind.rows(by.unit, by=by), by=by)


def brought_in(cast, code: str, content: bytes) -> Import | None:
    """As the pages do it; None for a list that was refused in words."""
    by = getattr(cast, EXAMPLES[code].who)
    try:
        draft = actions.open_list(read_file("a", content), kind=code, unit=by.unit, by=by)
        looked = queries.look(draft, by)
        return actions.carry_out(draft, by=by, seen=len(looked.to_write))
    except Refusal as refusal:
        assert str(refusal).strip(), "a refusal says what to do"
        return None


def tried(cast, code: str, many: int) -> None:
    by, before = random.Random(f"{seed()} {code}"), standing()
    good, workbook = EXAMPLES[code].good.encode(), gone_out(cast, code)
    for number in range(many):
        content = mutated(workbook if number % 4 == 0 else good, by)
        with transaction.atomic():
            done = brought_in(cast, code, content)
            if done is not None:
                rows = sum(done.counts[state] for state in ("new", "changed"))
                assert len(done.log["created"]) + len(done.log["changed"]) == rows, content
                actions.undo(done, by=getattr(cast, EXAMPLES[code].who))
            assert standing() == before, content
            transaction.set_rollback(True)


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("code", CODES)
def test_a_damaged_file_is_refused_in_words_or_brought_in_whole_and_taken_back(cast, setting, code):
    setting(code)
    tried(cast, code, 4)


@pytest.mark.deep
@pytest.mark.timeout(1800)  # patience on a busy machine, not a bound on the product
@pytest.mark.parametrize("code", CODES)
def test_two_thousand_damaged_files(cast, setting, code):
    setting(code)
    tried(cast, code, 2000 // len(CODES) + 1)

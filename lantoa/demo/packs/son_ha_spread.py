"""How practices of the invented province went from one place to many: an evening at the house of culture that forty-one
places took over in four generations, nine of them stopped; a school that helps others and learned from one."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions import rules
from lantoa.adoptions.models import Adoption
from lantoa.adoptions.rules import PartFate
from lantoa.adoptions.words import CHANGED, DROPPED, KEPT
from lantoa.demo.records import Builder
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor, system
from lantoa.practices import actions
from lantoa.practices.models import Field, Practice

ROOT_OF_SPREAD = "Nhà văn hóa sáng đèn"
BEGAN, REGISTERED = dt.date(2024, 3, 7), dt.date(2024, 2, 20)
ILLUSTRATED = "Dữ liệu minh họa"
REASON = """Đầu năm 2024, bà con Đồng Giang muốn làm giấy khai sinh cho cháu phải đi 14 km, có người đi ba lần vì thiếu giấy tờ.
Chi bộ bàn: nhà văn hóa tối nào cũng khóa cửa, trong chi bộ có bốn đồng chí dùng máy thạo. Từ tháng 3, tối thứ Năm nào đèn cũng sáng, hai đồng chí ngồi giúp, việc chưa làm được thì ghi vào sổ và trả lời trong 7 ngày."""
HOW = """Chọn một tối cố định, báo trên loa và ở cửa nhà văn hóa trước một tuần.
Xếp lịch hai đảng viên mỗi tối, treo tên công khai; vắng thì tự tìm người thay.
Mở sổ ghi việc dân hỏi: ai, việc gì, hẹn trả lời ngày nào.
Để sẵn tờ hướng dẫn cho 12 việc hay hỏi, chữ to, có hình.
Cuối tháng chi bộ đọc lại sổ: việc nào chưa xong, vì sao, nhờ ai."""
# Core parts: the words; how many of ten change it, drop it; how it is changed; why it is dropped.
CORE = [
    ("Một tối cố định hằng tuần, báo trước cho dân", 2, 0, "hai tuần một tối", "dân bận mùa vụ"),
    ("Hai đảng viên trực theo lịch treo công khai", 3, 0, "một đảng viên, một đoàn viên", "chi bộ ít người"),
    (
        "Sổ ghi việc dân hỏi, trả lời trong 7 ngày",
        2,
        1,
        "ghi vào nhóm chung của thôn",
        "không có người giữ sổ",
    ),
    ("Tờ hướng dẫn in sẵn 12 việc hay hỏi", 4, 1, "chọn việc theo địa phương", "chưa có máy in"),
    ("Cuối tháng chi bộ rút kinh nghiệm", 1, 2, "ba tháng một lần", "ghép vào buổi sinh hoạt"),
]
BOOK = 3  # the part that most of those who stopped had dropped
CAUSES = {"chuyển": "moved_away", "sáp nhập": "merged", "ít người": "few_people", "chỗ": "no_room"}
TB, TS, BL, NK = "xã Thanh Bình", "phường Trung Sơn", "xã Bản Lầu", "xã Nậm Khao"
START = "Đồng Giang"
# Where, in which commune, learned from whom, since when; when it stopped and why.
PLACES = [
    ("Thôn Khe Sến", TB, START, "2024-07"),
    ("Thôn Pò Mã", NK, START, "2024-08", "2024-12", "sáp nhập"),
    ("Tổ dân phố 4", TS, START, "2024-09"),
    ("Thôn Vạn Xuân", TB, START, "2024-11"),
    ("Thôn Nà Sản", TB, "Thôn Khe Sến", "2025-01"),
    ("Tổ dân phố 3", TS, "Tổ dân phố 4", "2025-01"),
    ("Thôn Tân Tiến", TB, "Thôn Khe Sến", "2025-02", "2025-10", "chuyển"),
    ("Tổ dân phố 7", TS, "Tổ dân phố 4", "2025-02"),
    ("Tổ dân phố 9", TS, "Tổ dân phố 4", "2025-03", "2025-07", "ít người"),
    ("Khu phố Chợ", TS, "Tổ dân phố 4", "2025-03"),
    ("Thôn Đồng Lạc", TB, "Thôn Vạn Xuân", "2025-03"),
    ("Thôn Bản Hón", BL, "Thôn Khe Sến", "2025-04"),
    ("Thôn Yên Bình", TB, "Thôn Vạn Xuân", "2025-05"),
    ("Trạm Y tế Trung Sơn", TS, "Tổ dân phố 4", "2025-06"),
    ("Thôn Suối Đá", BL, "Thôn Vạn Xuân", "2025-06", "2026-02", "chuyển"),
    ("Tổ dân phố 15", TS, "Tổ dân phố 3", "2025-06"),
    ("Thôn Nà Cóc", TB, "Thôn Nà Sản", "2025-07"),
    ("Tổ dân phố 11", TS, "Tổ dân phố 3", "2025-08"),
    ("Thôn Bó Mạ", NK, "Thôn Nà Sản", "2025-09", "2025-12", "chỗ"),
    ("Thôn Bản Pảng", BL, "Thôn Bản Hón", "2025-09"),
    ("Tổ dân phố 5", TS, "Tổ dân phố 7", "2025-09"),
    ("Thôn Tiền Phong", TB, "Thôn Đồng Lạc", "2025-09"),
    ("Thôn Khuổi Ngòa", NK, "Thôn Nà Sản", "2025-10"),
    ("Tổ dân phố 6", TS, "Tổ dân phố 7", "2025-10", "2026-02", "ít người"),
    ("Tổ dân phố 8", TS, "Khu phố Chợ", "2025-10"),
    ("Thôn An Lạc", TB, "Thôn Đồng Lạc", "2025-10"),
    ("Thôn Nà Phát", BL, "Thôn Bản Hón", "2025-11", "2026-07", "chuyển"),
    ("Bưu điện Trung Sơn", TS, "Tổ dân phố 3", "2025-11"),
    ("Thôn Phú Mỹ", BL, "Thôn Yên Bình", "2025-12"),
    ("Chợ Trung Sơn", TS, "Khu phố Chợ", "2026-01"),
    ("Tổ dân phố 12", TS, "Tổ dân phố 15", "2026-01"),
    ("Trạm Y tế Nậm Khao", NK, "Trạm Y tế Trung Sơn", "2026-02"),
    ("Thôn Bản Chang", TB, "Thôn Nà Cóc", "2026-02"),
    ("Thôn Lũng Pầu", NK, "Thôn Yên Bình", "2026-03", "2026-10", "sáp nhập"),
    ("Tổ dân phố 10", TS, "Tổ dân phố 5", "2026-03", "2026-08", "chuyển"),
    ("Thôn Pá Hốc", BL, "Thôn Bản Pảng", "2026-04"),
    ("Thôn Nà Tủ", TB, "Thôn Nà Cóc", "2026-06"),
    ("Tổ dân phố 14", TS, "Tổ dân phố 15", "2026-06"),
    ("Thôn Cầu Đá", TB, "Thôn Tiền Phong", "2026-06"),
    ("Tổ dân phố 13", TS, "Tổ dân phố 8", "2026-07"),
    ("Thôn Phú Thịnh", BL, "Thôn Phú Mỹ", "2026-08"),
]  # fmt: skip


def load(build: Builder, root: Unit, school: Unit) -> None:
    """The spread of the lit house of culture, then the school's own small one."""
    communes = {place.name.removeprefix("Đảng bộ "): place.unit for place in _children(root, build)}
    first = _first(build, communes[TB])
    spread = {START: first}
    draw = random.Random("lan-toa")
    for name, commune, learned_from, since, *end in PLACES:
        unit = build.unit(name, communes[commune], kind=_kind(name))
        spread[name] = _adopted(build, spread[learned_from], unit, since, end, draw)
    _around_the_school(build, school)


def _children(unit: Unit, build: Builder) -> list[Placement]:
    return list(organisation.children(unit, build.today))


def _kind(name: str) -> str:
    return "household_group" if name.startswith(("Thôn", "Tổ", "Khu")) else "agency"


def _by(day: dt.date) -> Actor:
    return system(day, label=ILLUSTRATED)


def _first(build: Builder, commune: Unit) -> Practice:
    cell = next(place.unit for place in _children(commune, build) if START in place.name)
    practice = actions.draft(
        unit=cell,
        by=_by(REGISTERED),
        core_parts=[text for text, *_rest in CORE],
        name=ROOT_OF_SPREAD,
        field=Field.objects.order_by("place").first(),
        content_of_uncle="Gần dân, giúp dân; nói đi đôi với làm",
        reason=REASON,
        how=HOW,
        target="Mọi việc dân hỏi được trả lời trong 7 ngày.",
        participants=8,
        cost=3_200_000,
        cost_note="một máy in, giấy, điện, năm đầu",
        hardest="giữ đều lịch trực vào vụ gặt",
        contact="Đồng chí Hà Văn Sinh, Bí thư chi bộ",
        consented=True,
    )
    seen = "sổ ghi việc dân hỏi ở nhà văn hóa"
    actions.accept(actions.propose(practice, by=_by(REGISTERED)), by=_by(REGISTERED), seen=seen)
    actions.start(practice, by=_by(BEGAN), on=BEGAN)
    decided = dt.date(2025, 12, 15)
    decision = {"decision_number": "214-QĐ/TU", "body": "Tỉnh ủy Sơn Hà", "decided_on": decided}
    actions.recognise(practice, level="province", by=_by(decided), **decision)
    told = dt.date(2026, 10, 31)
    done = "571 việc xong ngay hoặc trong 7 ngày"
    actions.report_result(practice, by=_by(told), text=done, value=Decimal(612), unit_of_count="việc dân hỏi")
    return practice


def _adopted(
    build: Builder, origin: Practice, unit: Unit, since: str, end: list[str], draw: random.Random
) -> Practice:
    day = dt.date.fromisoformat(f"{since}-12")
    adoption = adoptions.adopt(
        origin, by=_by(day), unit=unit, on=day, parts=_parts(draw, stops=bool(end)), note="họp giao ban"
    )
    stopped = dt.date.fromisoformat(f"{end[0]}-05") if end else None
    _answer(adoption, stopped or build.today, draw)
    if stopped:
        actions.stop(adoption.practice, by=_by(stopped), reason="", cause=CAUSES[end[1]])
    return adoption.practice


def _parts(draw: random.Random, *, stops: bool) -> dict[int, PartFate]:
    said = {}
    for place, (_text, changed, dropped, way, why) in enumerate(CORE, start=1):
        lot = draw.randrange(10)
        if (place == BOOK and stops and lot < 8) or lot < dropped:
            said[place] = PartFate(DROPPED, why)
        else:
            said[place] = PartFate(CHANGED, way) if lot < dropped + changed else PartFate(KEPT)
    return said


def _answer(adoption: Adoption, until: dt.date, draw: random.Random) -> None:
    """Every question is answered within ten days; what comes due in the last of them still waits."""
    done = 0
    for due in rules.questions_until(adoption.adopted_on, until):
        day = due + dt.timedelta(days=draw.randrange(2, 10))
        done += draw.randrange(40, 160)
        if day < until:
            result = {"value": Decimal(done), "unit_of_count": "việc dân hỏi"}
            adoptions.answer_checkup(adoption, by=_by(day), alive=True, **result)


def _around_the_school(build: Builder, school: Unit) -> None:
    """Two took over what the school reads in the morning; the school learned from another, and is asked about it."""
    own = Practice.objects.filter(unit=school).order_by("pk").first()
    others = Practice.objects.originals().filter(name__startswith="Vườn rau").exclude(unit=school)
    since = dt.date(2026, 5, 12)
    for name in ("Chi bộ Trường Tiểu học Nậm Khao", "Chi bộ thôn Na Mạ"):
        if own is not None:
            unit = Unit.objects.get(placements__name=name)
            theirs = adoptions.adopt(own, by=_by(since), unit=unit, on=since)
            told = dt.date(2026, 11, 14)
            adoptions.answer_checkup(
                theirs, by=_by(told), alive=True, text="các em đọc đều, phụ huynh tặng sách"
            )
    if (garden := others.first()) is not None:
        adoptions.adopt(garden, by=_by(since), unit=school, on=since, note="đến thăm tận nơi")

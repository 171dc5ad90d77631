"""Article 1: a province two years after Conclusion 01, 2021–2023. Ten units commended, over 550 opinions heard."""

from __future__ import annotations

import datetime as dt

from lantoa.demo.records import Builder
from lantoa.demo.stated import REPORTS
from lantoa.demo.units import ILLUSTRATION
from lantoa.organisation.models import Unit
from lantoa.outreach.models import CitizenOpinion, Forum

ROOT, PERIOD = REPORTS["cao-bang"]
SINCE, TODAY = dt.date(2020, 8, 1), dt.date(2023, 6, 30)
OPINIONS = 553
DISTRICTS = ["Hà Quảng", "Bảo Lạc", "Bảo Lâm", "Hạ Lang", "Thạch An"]


def load(build: Builder) -> None:
    """The units the article names, their breakthroughs, awards and forums."""
    root = build.unit("Đảng bộ tỉnh Cao Bằng", None, "province", code=ROOT)
    khoi = build.unit("Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh Cao Bằng", root, "superior")
    home_affairs = build.unit("Đảng bộ Sở Nội vụ", khoi, "grassroots", code="so-noi-vu-cao-bang")
    emulation = build.unit("Chi bộ Ban Thi đua - Khen thưởng", home_affairs, "cell")
    archive = build.unit("Chi bộ Trung tâm Lưu trữ lịch sử", home_affairs, "cell")
    police = build.unit("Đảng bộ Công an tỉnh Cao Bằng", root, "superior", code="cong-an-cao-bang")
    build.unit("Hội Liên hiệp Phụ nữ tỉnh Cao Bằng", root, "", "association", code="hoi-phu-nu-cao-bang")
    for name in DISTRICTS:
        build.unit(f"Đảng bộ huyện {name}", root, "superior")
    for unit in (home_affairs, emulation, archive):
        build.members(unit, 6)
    build.officer(root, "caobang")
    _breakthroughs(build, home_affairs, emulation, archive)
    _awards(build, khoi, home_affairs)
    _forums(build, police)
    build.say_rounded("outreach.opinions", root, "50")


def _breakthroughs(build: Builder, home_affairs: Unit, emulation: Unit, archive: Unit) -> None:
    """Three that the article names, with three different horizons."""
    for unit, kind, statement, horizon, starts, ends in (
        (home_affairs, "committee", "Đẩy mạnh phân cấp trong công tác nội vụ", "term", (2021, 1), (2025, 12)),
        (emulation, "cell", "Lưu trữ hồ sơ khen thưởng điện tử", "year", (2022, 1), (2022, 12)),
        (archive, "cell", "Số hóa tài liệu lưu trữ lịch sử", "dates", (2022, 1), (2025, 12)),
    ):
        build.breakthrough(
            unit,
            kind=kind,
            statement=statement,
            horizon=horizon,
            starts=dt.date(*starts, 1),
            last=dt.date(*ends, 31),
            registered_on=dt.date(starts[0], 2, 10),
        )


def _awards(build: Builder, khoi: Unit, home_affairs: Unit) -> None:
    others = [
        build.unit(f"Tổ chức cơ sở đảng số {number:02d} {ILLUSTRATION}", khoi, "grassroots")
        for number in range(2, 11)
    ]
    build.awards(
        khoi,
        [home_affairs, *others],
        0,
        occasion="Sơ kết 2 năm thực hiện Kết luận số 01-KL/TW",
        on=dt.date(2023, 5, 17),
    )


def _forums(build: Builder, police: Unit) -> None:
    """Forums of the police of districts and departments; two channels, two sources, no names."""
    places = [*DISTRICTS, "Thành phố Cao Bằng", "Phòng nghiệp vụ"]
    for number, place in enumerate(places):
        held = dt.date(2022, 2 + number, 14)
        forum = Forum.objects.create(
            unit=police,
            title="Công an lắng nghe ý kiến nhân dân",
            held_on=held,
            place=f"{place} {ILLUSTRATION}",
        )
        share = OPINIONS // len(places) + (number < OPINIONS % len(places))
        CitizenOpinion.objects.bulk_create(
            CitizenOpinion(
                unit=police,
                forum=forum,
                received_on=held,
                channel="direct" if one % 3 else "survey",
                source="people" if one % 4 else "agency",
                text=f"Ý kiến số {one + 1} tại hội nghị {ILLUSTRATION}",
            )
            for one in range(share)
        )

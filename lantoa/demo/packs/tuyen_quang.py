"""Article 4: three years of Directive 05 in a province, about 2019. 21 posts and 33 people registered a breakthrough."""

from __future__ import annotations

import datetime as dt

from lantoa.demo.records import Builder
from lantoa.demo.stated import REPORTS
from lantoa.demo.units import ILLUSTRATION
from lantoa.organisation.models import Unit

ROOT, PERIOD = REPORTS["tuyen-quang"]
SINCE, TODAY = dt.date(2015, 10, 1), dt.date(2019, 6, 30)
COLLECTIVES, INDIVIDUALS, PRIME_MINISTER = 402, 692, 3
DISTRICTS = {
    "Na Hang": "Phát triển nông nghiệp hàng hóa và nuôi thủy sản",
    "Lâm Bình": "",
    "Chiêm Hóa": "",
    "Hàm Yên": "",
    "Yên Sơn": "",
    "Sơn Dương": "",
    "Thành phố Tuyên Quang": "Sáp nhập và nâng chất lượng hoạt động của thôn, tổ dân phố",
}
# Titles that one person each holds; with the two titles held in all seven districts that makes 21 titles, 33 people.
SINGLE = {
    "Chánh Thanh tra tỉnh": "Giải quyết dứt điểm các vụ khiếu nại, tố cáo kéo dài",
    "Giám đốc Sở Nông nghiệp và Phát triển nông thôn": "Tăng trưởng lâm nghiệp nhanh và bền vững",
}
OTHERS = [
    "Giám đốc Sở Nội vụ", "Giám đốc Sở Tài chính", "Giám đốc Sở Tư pháp", "Giám đốc Sở Y tế", "Giám đốc Sở Công Thương",
    "Giám đốc Sở Giáo dục và Đào tạo", "Giám đốc Sở Xây dựng", "Giám đốc Sở Giao thông vận tải",
    "Giám đốc Sở Kế hoạch và Đầu tư", "Giám đốc Sở Thông tin và Truyền thông", "Giám đốc Sở Khoa học và Công nghệ",
    "Giám đốc Sở Tài nguyên và Môi trường", "Chánh Văn phòng Tỉnh ủy", "Trưởng Ban Tổ chức Tỉnh ủy",
    "Trưởng Ban Tuyên giáo Tỉnh ủy", "Trưởng Ban Dân vận Tỉnh ủy", "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy",
]  # fmt: skip


def load(build: Builder) -> None:
    """Districts and departments, the breakthroughs of their heads, and the commendations of three years."""
    root = build.unit("Đảng bộ tỉnh Tuyên Quang", None, "province", code=ROOT)
    agencies = build.unit("Đảng bộ Khối các cơ quan tỉnh Tuyên Quang", root, "superior")
    districts = {name: build.unit(_district(name), root, "superior") for name in DISTRICTS}
    school = build.unit(
        "Trường Trung học phổ thông", districts["Sơn Dương"], "", "school", code="truong-thpt-son-duong"
    )
    cooperative = build.unit(
        "Hợp tác xã miến dong, xã Lực Hành",
        districts["Yên Sơn"],
        "",
        "cooperative",
        code="hop-tac-xa-luc-hanh",
    )
    build.officer(root, "tuyenquang")
    _heads(build, agencies, districts)
    build.breakthrough(
        districts["Hàm Yên"],
        kind="committee",
        statement="Chỉnh trang đô thị thị trấn Tân Yên",
        horizon="dates",
        starts=dt.date(2017, 1, 1),
        last=dt.date(2019, 12, 31),
        registered_on=dt.date(2017, 2, 10),
    )
    receivers = [agencies, school, cooperative, *districts.values()]
    build.many_awards(
        root, receivers, COLLECTIVES, INDIVIDUALS, since=dt.date(2016, 7, 1), every=dt.timedelta(days=24)
    )
    build.unsplit_awards(root, PRIME_MINISTER, on=dt.date(2018, 5, 19))


def _district(name: str) -> str:
    return (
        f"Đảng bộ {name[0].lower() + name[1:]}" if name.startswith("Thành phố") else f"Đảng bộ huyện {name}"
    )


def _heads(build: Builder, agencies: Unit, districts: dict[str, Unit]) -> None:
    for name, unit in districts.items():
        _head(build, unit, "Bí thư huyện ủy, thành ủy", DISTRICTS[name])
        _head(build, unit, "Chủ tịch Ủy ban nhân dân huyện, thành phố", "")
    for title, statement in {**SINGLE, **dict.fromkeys(OTHERS, "")}.items():
        _head(build, agencies, title, statement)


def _head(build: Builder, unit: Unit, title: str, statement: str) -> None:
    person = build.person()
    build.post(person, unit, "member", title, is_head=True)
    build.breakthrough(
        unit,
        kind="head",
        person=person,
        title=title,
        statement=statement or f"Nội dung đột phá của {title[0].lower() + title[1:]} {ILLUSTRATION}",
        horizon="dates",
        starts=dt.date(2017, 1, 1),
        last=dt.date(2019, 12, 31),
        registered_on=dt.date(2017, 1, 25),
        approved_on=dt.date(2017, 2, 20),
    )

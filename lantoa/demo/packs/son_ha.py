"""An invented province, alive in November 2026: everything can be tried here, and nothing in it is real.

Two communes merged on 1/7/2025 when the districts ended; cells register, return, approve and record results.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from lantoa.demo.packs import (
    son_ha_deeds,
    son_ha_mending,
    son_ha_movements,
    son_ha_outreach,
    son_ha_reviews,
    son_ha_rounds,
    son_ha_spread,
    son_ha_supervision,
    son_ha_thanks,
)
from lantoa.demo.records import Builder
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries as organisation_queries
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.models import Duty, Membership, Person, Post, Title
from lantoa.personal_data import actions as personal_data
from lantoa.registrations import actions as registrations
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking

ROOT = "tinh-son-ha"
SINCE, TODAY = dt.date(2021, 1, 1), dt.date(2026, 11, 20)
MERGED_ON = dt.date(2025, 7, 1)

COMMUNES = {
    "Đảng bộ xã Nậm Khao": ["Chi bộ bản Pa Khao", "Chi bộ bản Nậm Hạ", "Chi bộ Trường Tiểu học Nậm Khao"],
    "Đảng bộ phường Trung Sơn": ["Chi bộ tổ dân phố 1", "Chi bộ tổ dân phố 2", "Chi bộ Trạm Y tế phường"],
    "Đảng bộ xã Bản Lầu": ["Chi bộ thôn Bản Lầu", "Chi bộ thôn Na Mạ"],
    "Đảng bộ xã Thanh Bình": ["Chi bộ thôn Thanh Bình", "Chi bộ thôn Đồng Giang"],
}
TITLES = {
    "Giáo viên": ["Chủ nhiệm lớp 7A", "Dạy môn Ngữ văn", "Phụ trách tổ chuyên môn"],
    "Hiệu trưởng": ["Điều hành nhà trường", "Bồi dưỡng đội ngũ giáo viên"],
    "Trưởng thôn": ["Vận động nhân dân trong thôn", "Quản lý nhà văn hóa thôn"],
    "Y sĩ trạm y tế": ["Khám, chữa bệnh ban đầu", "Quản lý sức khỏe người cao tuổi"],
}

BREAKTHROUGHS = [
    "Trả kết quả thủ tục đất đai của dân trước hạn ít nhất một ngày",
    "Mỗi thôn có một tổ công nghệ số đến từng nhà hướng dẫn dân làm hồ sơ",
    "Giải quyết xong trong quý các kiến nghị dân nêu tại tiếp xúc",
    "Đường thôn do dân tự quản, sạch rác mỗi thứ Bảy",
]
PRACTICES = {
    "15 phút đọc sách đầu buổi": "Mỗi lớp chọn một cuốn.\nĐọc 15 phút trước giờ học.\nCuối tuần kể lại một đoạn.",
    "Tủ sách nhà văn hóa": "Mở cửa tối thứ Bảy.\nCó tủ sách và bàn bóng.\nMỗi tối một đảng viên trực.",
    "Tổ công nghệ số đến từng nhà": "Chia tổ theo ngõ.\nMang máy đến nhà.\nLàm hồ sơ cùng dân, ghi lại chỗ vướng.",
    "Đo huyết áp tại nhà cho người cao tuổi": "Lập danh sách người sống một mình.\nMỗi tháng đo một lần.\nBáo trạm khi có số lạ.",
    "Sổ tay việc của dân": "Mỗi trưởng thôn một cuốn.\nGhi việc dân nhờ và ngày hẹn.\nĐọc lại tại buổi họp thôn.",
    "Vườn rau sạch của trường": "Mỗi lớp một luống.\nRau dùng cho bếp bán trú.\nGhi nhật ký chăm rau.",
    "Ngày thứ Bảy vì dân": "Bộ phận một cửa trực sáng thứ Bảy.\nLuân phiên mỗi tuần hai người.",
    "Hòm thư góp ý ở chợ": "Đặt hòm ở cổng chợ.\nMở mỗi thứ Sáu.\nTrả lời trên bảng tin sau 7 ngày.",
    "Lá thư khen gửi về nhà": "Mỗi tuần viết tay một lá thư.\nKể một việc tốt của một em.\nGửi về gia đình.",
    "Họp chi bộ nói việc thật": "Mỗi người mở đầu bằng một việc đã làm xong.\nNói không quá hai phút.",
}


@dataclass(frozen=True)
class Idea:
    """Something one can undertake: for whom it fits, how much, in what."""

    title: str
    what: str
    duty: str
    amount: int
    unit: str


IDEAS = [
    Idea("Giáo viên", "Mỗi chiều thứ Ba kèm riêng các em còn chậm môn Ngữ văn của lớp 7A, ghi sổ theo dõi từng em.", "Dạy môn Ngữ văn", 12, "em"),
    Idea("Giáo viên", "Đến thăm gia đình các em có nguy cơ bỏ học của lớp chủ nhiệm, mỗi tháng hai nhà.", "Chủ nhiệm lớp 7A", 20, "lượt thăm"),
    Idea("Giáo viên", "Soạn và dùng chung trong tổ các tiết đọc sách đầu buổi, mỗi tuần một tiết.", "Phụ trách tổ chuyên môn", 30, "tiết"),
    Idea("Trưởng thôn", "Vận động các hộ ven đường trục thôn chỉnh trang cổng, rào và trồng hoa.", "Vận động nhân dân trong thôn", 25, "hộ"),
    Idea("Trưởng thôn", "Mở nhà văn hóa thôn mỗi tối thứ Bảy cho thanh thiếu niên đọc sách, chơi thể thao.", "Quản lý nhà văn hóa thôn", 40, "buổi"),
    Idea("Y sĩ trạm y tế", "Đo huyết áp tại nhà cho người cao tuổi sống một mình, mỗi tháng một lần.", "Quản lý sức khỏe người cao tuổi", 60, "lượt đo"),
]  # fmt: skip
WAITING = 5
RESULTS = [
    "Đã làm tuần này.",
    "Có thêm hai đồng chí trong chi bộ cùng tham gia.",
    "Nhân dân hưởng ứng, làm sớm hơn dự kiến.",
]


def load(build: Builder) -> None:
    """The tree, its people, their posts and accounts, and a year of registrations."""
    root = build.unit("Đảng bộ tỉnh Sơn Hà", None, "province", code=ROOT)
    _titles()
    commune, cells = _merged_commune(build, root)
    for name, below in COMMUNES.items():
        other = build.unit(name, root, "grassroots")
        build.post(build.person(), other, "committee", "Bí thư Đảng ủy", reach="subtree", is_head=True)
        cells += [build.unit(cell, other, "cell") for cell in below]
    leaders = {cell.pk: _staff(build, cell) for cell in cells}
    _provincial_accounts(build, root, commune)
    school = cells[0]
    _accounts_of_the_school(build, school, leaders[school.pk])
    draw = random.Random("son-ha")
    for cell in cells:
        _registrations(cell, leaders[cell.pk], draw)
        _meetings(build, cell)
    _year_of_the_communes(build, root)
    son_ha_spread.load(build, root, school)
    son_ha_mending.load(leaders, cells, TODAY)
    son_ha_deeds.load(root, leaders, cells, TODAY)
    son_ha_thanks.load(leaders, cells, TODAY)
    son_ha_outreach.load(commune, school, leaders, TODAY)
    _answers_for_data(build, root)
    places = organisation_queries.children(root, TODAY)
    son_ha_rounds.load(root, {place.name: place.unit for place in places})
    son_ha_supervision.load(root, TODAY)
    son_ha_movements.load(root, TODAY)
    son_ha_reviews.load(school, TODAY)


def _meetings(build: Builder, cell: Unit) -> None:
    """Every month but this one; in the second month of a quarter a thematic one as well."""
    for month in range(1, 11):
        build.meeting(cell, "regular", dt.date(2026, month, 3), members=9)
        if month % 3 == 2:
            topic = "Gần dân, hiểu dân, giúp dân" if month < 7 else "Thực hành tiết kiệm trong từng việc nhỏ"
            build.meeting(cell, "thematic", dt.date(2026, month, 12), topic=topic, members=9)


def _year_of_the_communes(build: Builder, root: Unit) -> None:
    """Study, a plan, a breakthrough of the committee and two practices in each commune."""
    names = list(PRACTICES)
    for number, place in enumerate(organisation_queries.children(root, TODAY)):
        unit = place.unit
        build.study_class(unit, dt.date(2026, 1, 22), "Chuyên đề năm 2026", summoned=36, attended=35 - number)
        build.term_plan(unit, issued_on=dt.date(2025, 9, 15), first=2025, last=2030)
        build.breakthrough(
            unit,
            kind="committee",
            statement=BREAKTHROUGHS[number % len(BREAKTHROUGHS)],
            horizon="year",
            starts=dt.date(2026, 1, 1),
            last=dt.date(2026, 12, 31),
            registered_on=dt.date(2026, 1, 15),
        )
        cell = organisation_queries.children(unit, TODAY)[0].unit
        for offset in range(2):
            name = names[(2 * number + offset) % len(names)]
            build.practice(
                cell,
                name=name,
                registered_on=dt.date(2026, 2 + number, 10),
                how=PRACTICES[name],
                place=place.name,
            )


def _titles() -> None:
    for name, duties in TITLES.items():
        title, _new = Title.objects.get_or_create(name=name)
        for duty in duties:
            Duty.objects.get_or_create(title=title, name=duty)


def _merged_commune(build: Builder, root: Unit) -> tuple[Unit, list[Unit]]:
    """Two communes of a district until 30/6/2025, one commune under the province since."""
    district = build.unit("Đảng bộ huyện An Sơn", root, "superior")
    old = [build.unit(f"Đảng bộ xã {name}", district, "grassroots") for name in ("An Hòa", "Phú Lương")]
    cells = [
        build.unit(name, parent, "cell")
        for name, parent in (
            ("Chi bộ Trường THCS Hòa Bình", old[0]),
            ("Chi bộ thôn Nà Lùng", old[0]),
            ("Chi bộ thôn Đông", old[1]),
            ("Chi bộ Trạm Y tế xã", old[1]),
        )
    ]
    commune = organisation.merge(
        old,
        name="Đảng bộ xã An Phú",
        parent=root,
        on=MERGED_ON,
        by=build.by,
        code="xa-an-phu",
        decision="25-QĐ/TU",
    )
    organisation.dissolve(district, successor=root, on=MERGED_ON, by=build.by, decision="26-QĐ/TU")
    return commune, cells


def _staff(build: Builder, cell: Unit) -> Post:
    """A secretary and members with a title each; gives the secretary's post."""
    members = build.members(cell, 8)
    build.members(cell, 1, status="probationary")
    name = str(cell)
    title = "Giáo viên" if "Trường" in name else "Y sĩ trạm y tế" if "Trạm" in name else "Trưởng thôn"
    for person in members[1:]:
        build.post(person, cell, "member", title)
    head = build.post(members[0], cell, "secretary", "Bí thư chi bộ", is_head=True)
    return head


def _provincial_accounts(build: Builder, root: Unit, commune: Unit) -> None:
    for role, title, unit, name, what in (
        ("committee", "Bí thư Đảng ủy xã", commune, "capuy", "cấp ủy cơ sở, xã An Phú"),
        ("officer", "Chuyên viên Ban Tuyên giáo", root, "chuyenvien", "chuyên viên tham mưu, tỉnh Sơn Hà"),
        ("leader", "Phó Bí thư Thường trực Tỉnh ủy", root, "lanhdao", "thường trực, tỉnh Sơn Hà"),
        ("inspector", "Ủy viên Ủy ban Kiểm tra", root, "kiemtra", "kiểm tra, giám sát, tỉnh Sơn Hà"),
        ("administrator", "Quản trị hệ thống", root, "quantri", "quản trị, tỉnh Sơn Hà"),
    ):
        person = build.person()
        build.post(person, unit, role, title, reach="subtree", is_head=role in ("committee", "leader"))
        build.account(person, name, what)


def _answers_for_data(build: Builder, root: Unit) -> None:
    """Who answers for personal data, and what a member asked her."""
    person = build.person()
    build.post(person, root, "protector", "Phụ trách bảo vệ dữ liệu cá nhân", reach="subtree")
    build.account(person, "dulieu", "phụ trách bảo vệ dữ liệu, tỉnh Sơn Hà")
    member = Person.objects.get(account__sign_in_name="dangvien").memberships.get()
    said = "Số điện thoại của tôi đã đổi, đề nghị sửa theo số mới."
    personal_data.ask(by=actors.as_member(member, TODAY), kind="correct", text=said, about="people.person")


def _accounts_of_the_school(build: Builder, school: Unit, head: Post) -> None:
    build.account(head.person, "bithu", f"bí thư, {school}")
    members = Person.objects.filter(memberships__unit=school).exclude(pk=head.person_id).order_by("pk")
    build.account(members[0], "dangvien", f"đảng viên, {school}")
    build.account(members[1], "dangvien2", f"đảng viên, {school}")


def _registrations(cell: Unit, head: Post, draw: random.Random) -> None:
    """For 2026: most are approved and followed, a few wait or were returned; the last two of a cell wrote nothing."""
    rows = list(Membership.objects.filter(unit=cell).select_related("person", "unit").order_by("pk"))
    mine = [idea for idea in IDEAS if _fits(idea, cell)] or IDEAS
    for number, membership in enumerate(rows[1:-2]):
        idea = mine[number % len(mine)]
        # The one who came late waits for the secretary; the others wrote in January.
        day = dt.date(2026, 11, 16) if number == WAITING else dt.date(2026, 1, 6 + number)
        written = _write(membership, idea, day, draw)
        judge = actors.as_post(head, dt.date(2026, 1, 20))
        if number == 4:
            registrations.return_for_changes(written, by=judge, reasons=["no_duty"], at=_evening(judge.on))
        elif number < 4 or number == 6:
            registrations.approve(
                written, by=judge, meeting_on=dt.date(2026, 1, 20), minutes_number="01-BB/CB"
            )
            _results(written, membership, draw, lines=number % 4)


def _fits(idea: Idea, cell: Unit) -> bool:
    title = {"Trường": "Giáo viên", "Trạm": "Y sĩ trạm y tế"}
    return idea.title == next((t for word, t in title.items() if word in str(cell)), "Trưởng thôn")


def _write(membership: Membership, idea: Idea, day: dt.date, draw: random.Random) -> Registration:
    member = actors.as_member(membership, day)
    draft = registrations.start_draft(by=member, year=2026)
    task = Undertaking(
        what=idea.what,
        tied_to=idea.duty,
        target_value=Decimal(idea.amount + draw.randint(-3, 3)),
        target_unit=idea.unit,
        due=dt.date(2026, 12, 15),
    )
    registrations.save_draft(draft, by=member, tasks=[task])
    return registrations.submit(draft, by=member, at=_evening(day))


def _evening(day: dt.date) -> dt.datetime:
    """People write after work."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(20, 15)))


def _results(written: Registration, membership: Membership, draw: random.Random, *, lines: int) -> None:
    task = written.tasks.get()
    for number in range(lines):
        day = dt.date(2026, 3 + 3 * number, 5 + number)
        done = (task.target_value or Decimal(10)) // (lines + 1)
        registrations.record_progress(
            task,
            by=actors.as_member(membership, day),
            on=day,
            text=draw.choice(RESULTS),
            value=done,
            at=_evening(day),
        )

"""What people of the invented province did well, and the breakthroughs of its heads. Nothing here is real."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from lantoa.breakthroughs import actions as breakthroughs
from lantoa.breakthroughs.actions import Mark
from lantoa.breakthroughs.models import Breakthrough
from lantoa.consents import actions as consents
from lantoa.exemplars import actions as exemplars
from lantoa.exemplars.actions import Name
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.rules import PER_MONTH, PER_YEAR, Result
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person, Post
from lantoa.practices.models import Field


@dataclass(frozen=True)
class Deed:
    """One exemplar to be: of the member at that place in the cell's list, or of a collective."""

    title: str
    story: str
    results: tuple[Result, ...]
    member: int | None = None
    collective: str = ""
    field: int = 0


def _of(amount: str, unit: str, label: str = "", recurs: str = "total") -> Result:
    return Result(Decimal(amount), unit, label, recurs)


# One a cell, in the order of the cells.
DEEDS = [
    Deed(
        "Mỗi tối thứ Ba mở lớp ôn bài miễn phí ở nhà văn hóa",
        "Năm học trước lớp 7A có 12 em viết chưa thạo. Cô giáo xin chìa khóa nhà văn hóa, hai phụ huynh thay nhau thắp đèn. Đến nay các em tự đọc được bài và kèm lại các em lớp dưới.",
        (_of("12", "em", "đọc, viết thạo"), _of("4", "buổi", "ôn bài", PER_MONTH)),
        member=1,
    ),
    Deed(
        "Hiến 420 m² đất mở đường vào xóm trong",
        "Đường vào xóm trong hẹp, mùa mưa xe cứu thương không vào được. Gia đình bàn ba tối rồi tự lùi rào; sau đó sáu nhà nữa làm theo, đường thông trước mùa gặt.",
        (_of("420", "m²", "đất hiến"), _of("7", "hộ", "cùng lùi rào"), _of("650", "m", "đường mở rộng")),
        member=2,
        field=1,
    ),
    Deed(
        "Thả cá chung trên ruộng bậc thang, bán cùng một mối",
        "Mùa đầu bốn nhà làm thử trên chân ruộng giữ nước, có nhà lỗ vì thả muộn. Mùa sau cả tổ thả cùng ngày, góp chung một sổ, gọi một xe đến đón.",
        (_of("9", "hộ", "thoát nghèo"), _of("6", "tấn", "cá", PER_YEAR)),
        collective="Tổ hợp tác nuôi cá thôn Đông",
        field=1,
    ),
    Deed(
        "Đo huyết áp tại nhà cho người già sống một mình",
        "Bắt đầu từ một cụ ngã mà ba ngày sau hàng xóm mới biết. Nay mỗi tháng đi một vòng, ghi sổ từng cụ, có số lạ là báo trạm ngay trong ngày.",
        (_of("31", "cụ", "được theo dõi"), _of("60", "lượt", "đo", PER_MONTH)),
        member=3,
        field=2,
    ),
    Deed(
        "Cả bản góp công đưa nước sạch về",
        "Bể cũ cạn từ tháng Ba. Chi bộ họp bản, mỗi nhà góp ba ngày công đào rãnh, đảng viên nhận đoạn khó. Nước về đủ cho cả mùa khô.",
        (_of("58", "hộ", "có nước sạch"), _of("2.1", "km", "ống dẫn"), _of("174", "ngày công")),
        collective="Nhân dân bản Pa Khao",
        field=1,
    ),
    Deed(
        "Vườn rau của lớp nuôi bếp bán trú",
        "Bếp bán trú thiếu rau vào mùa đông. Mỗi lớp nhận một luống, sáng tưới chiều nhổ cỏ, cô nuôi cân rau ghi bảng ở cửa bếp.",
        (_of("80", "kg", "rau", PER_MONTH), _of("9", "lớp", "cùng làm")),
        collective="Chi đoàn Trường Tiểu học Nậm Khao",
    ),
]  # fmt: skip
AGREED_ON = dt.date(2026, 9, 12)
PUBLISHED_ON = dt.date(2026, 9, 20)


def load(root: Unit, heads: dict[int, Post], cells: list[Unit], today: dt.date) -> None:
    """Exemplars of the first cells; the last one waits; the school asks a member; three breakthroughs of heads."""
    fields = list(Field.objects.all())
    for cell, deed in zip(cells, DEEDS, strict=False):
        exemplar = _written(cell, heads[cell.pk], deed, fields)
        exemplars.propose(exemplar, by=actors.as_post(heads[cell.pk], AGREED_ON))
        if deed is not DEEDS[-1]:
            exemplars.publish(exemplar, by=_committee_of(cell, PUBLISHED_ON))
    _asked(cells[0], heads[cells[0].pk], today)
    _taken_back(cells[1], heads[cells[1].pk], fields)
    _waiting(cells[1], heads[cells[1].pk], today)
    _breakthroughs(root, today)


def _people(cell: Unit) -> list[Person]:
    found = Membership.objects.filter(unit=cell).select_related("person").order_by("pk")
    return [one.person for one in found]


def _committee_of(cell: Unit, on: dt.date) -> Actor:
    above = organisation.ancestors(cell, on)[-1].unit
    return actors.as_post(Post.objects.on(on).filter(unit=above, role="committee").order_by("pk")[0], on)


def _written(cell: Unit, head: Post, deed: Deed, fields: list[Field]) -> Exemplar:
    """A draft in which whoever is named agreed by word, written down by the secretary."""
    by = actors.as_post(head, AGREED_ON)
    person = _people(cell)[deed.member] if deed.member is not None else None
    exemplar = exemplars.draft(
        unit=cell,
        by=by,
        title=deed.title,
        story=deed.story,
        subject="individual" if person else "collective",
        collective_name=deed.collective,
        field=fields[deed.field % len(fields)] if fields else None,
        since=dt.date(2025, 10, 1),
        names=[Name(person.full_name, person)] if person else [],
        results=deed.results,
    )
    for named in exemplar.named.all():
        consents.record_agreement(named, by=by, way="word", agreed_on=AGREED_ON)
    return exemplar


def _asked(school: Unit, head: Post, today: dt.date) -> None:
    """A draft that names a member with an account: her list of things to do asks whether she agrees."""
    member = _people(school)[1]
    exemplars.draft(
        unit=school,
        by=actors.as_post(head, today - dt.timedelta(days=2)),
        title="Gom 600 cuốn sách cũ làm tủ sách dùng chung của trường",
        story="Đi từng nhà học sinh cũ xin lại sách, tối về dán gáy, ghi sổ mượn. Giờ ra chơi các em tự trông tủ.",
        subject="individual",
        names=[Name(member.full_name, member)],
        results=[_of("600", "cuốn", "sách"), _of("90", "lượt", "mượn", PER_MONTH)],
    )


def _taken_back(cell: Unit, head: Post, fields: list[Field]) -> None:
    """Published and then hidden, because the person named no longer agrees."""
    deed = Deed(
        "Nhặt được của rơi, tìm người trả lại trong ngày",
        "Buổi chợ phiên nhặt được túi tiền, nhờ loa thôn tìm người mất, đến chiều thì trả lại đủ.",
        (),
        member=4,
    )
    exemplar = _written(cell, head, deed, fields)
    exemplars.propose(exemplar, by=actors.as_post(head, AGREED_ON))
    exemplars.publish(exemplar, by=_committee_of(cell, PUBLISHED_ON))
    consents.revoke(exemplar.named.get(), by=actors.as_post(head, dt.date(2026, 10, 8)))


def _waiting(cell: Unit, head: Post, today: dt.date) -> None:
    """One that waits for the commune whose account everybody may try."""
    by = actors.as_post(head, today - dt.timedelta(days=5))
    exemplar = exemplars.draft(
        unit=cell,
        by=by,
        title="Chợ phiên không rác: ai bày hàng, người ấy quét",
        story="Ban quản lý chợ và chi hội phụ nữ kẻ ô, phát chổi, mỗi phiên hai người đi nhắc. Sau mười phiên không còn phải nhắc.",
        subject="collective",
        collective_name="Chi hội Phụ nữ thôn Nà Lùng",
        results=[_of("46", "hộ", "bày hàng cùng quét"), _of("4", "phiên", "chợ sạch", PER_MONTH)],
    )
    exemplars.propose(exemplar, by=by)


# Breakthroughs of heads


MARKS = [
    Mark(dt.date(2026, 3, 31), "Mỗi hồ sơ có một người chịu trách nhiệm", Decimal(160)),
    Mark(dt.date(2026, 6, 30), "", Decimal(100)),
    Mark(dt.date(2026, 9, 30), "", Decimal(60)),
    Mark(dt.date(2026, 12, 31), "", Decimal(20)),
]
QUARTERS = (
    (1, 158, "on_track", "Phân công xong 214 hồ sơ, mỗi hồ sơ một người. Treo danh sách từ 15/01/2026.", ""),
    (2, 121, "late", "Giải quyết 37 hồ sơ, chủ yếu là cấp đổi.", "Sau sáp nhập, bản đồ hai xã cũ không khớp ở 37 thửa giáp ranh."),
    (3, 74, "difficult", "Đo lại xong 21 thửa giáp ranh.", "Còn 16 thửa chưa đo được; đề nghị cử hai cán bộ đo đạc đến 31/12/2026."),
)  # fmt: skip


def _breakthroughs(root: Unit, today: dt.date) -> None:
    """Of the heads of communes: one runs and has an amendment waiting, one waits for the leader, one for advice."""
    leader = Post.objects.get(unit=root, role="leader")
    officer = Post.objects.get(unit=root, role="officer")
    breakthroughs.choose_advising_body(root, root, by=actors.as_post(leader, dt.date(2026, 1, 5)))
    heads = Post.objects.filter(role="committee", is_head=True).order_by("pk")
    communes = [post for post in heads if organisation.placement(post.unit, today)]
    running = _sent(
        communes[-1], "Hạ số hồ sơ đất đai quá hạn ở xã", dt.date(2026, 1, 8), 214, 20, "hồ sơ quá hạn"
    )
    advice = actors.as_post(officer, dt.date(2026, 1, 15))
    breakthroughs.appraise(
        running, by=advice, opinion="agree", text="Sát việc khó, có số đầu kỳ và mốc từng quý."
    )
    breakthroughs.approve(
        running,
        by=actors.as_post(leader, dt.date(2026, 1, 29)),
        document_number="31-TB/TU",
        approved_on=dt.date(2026, 1, 29),
        decided_by="Ban Thường vụ Tỉnh ủy",
        supervising_unit=root,
    )
    _reported(running, communes[-1])
    breakthroughs.propose_amendment(
        running,
        by=actors.as_post(communes[-1], today - dt.timedelta(days=6)),
        reason="Sau sáp nhập phát hiện thêm 16 thửa giáp ranh phải đo lại, không kịp trong năm.",
        target_value=Decimal(35),
        milestones=[*MARKS[:3], Mark(dt.date(2026, 12, 31), "Đo xong mọi thửa giáp ranh", Decimal(35))],
    )
    waits = _sent(
        communes[0],
        "Mỗi hộ xa trung tâm được làm giấy tờ tại bản",
        today - dt.timedelta(days=12),
        0,
        120,
        "hộ",
    )
    advice = actors.as_post(officer, today - dt.timedelta(days=9))
    breakthroughs.appraise(waits, by=advice, opinion="mend", text="Nêu rõ ai đi, mỗi tháng mấy chuyến.")
    _sent(
        communes[1],
        "Trả lời đúng hẹn mọi kiến nghị của tổ dân phố",
        today - dt.timedelta(days=3),
        61,
        100,
        "%",
    )


def _sent(head: Post, statement: str, on: dt.date, start: int, target: int, unit: str) -> Breakthrough:
    by = actors.as_post(head, on)
    draft = breakthroughs.register(
        kind="head",
        unit=head.unit,
        post=head,
        by=by,
        statement=statement,
        problem=f"Đầu kỳ mới đạt {start} {unit}; dân phải đi lại nhiều lần, kiểm điểm năm 2025 đã nêu việc này.",
        solution="Mỗi việc có một người chịu trách nhiệm và một dòng lý do, đọc lại sáng thứ Hai.",
        start_value=Decimal(start),
        target_value=Decimal(target),
        unit_of_value=unit,
        beneficiaries="Người dân trong xã",
        milestones=MARKS if start == 214 else [],
    )
    return breakthroughs.submit(draft, by=by)


def _reported(running: Breakthrough, head: Post) -> None:
    for quarter, value, state, result, obstacle in QUARTERS:
        breakthroughs.report_quarter(
            running,
            by=actors.as_post(head, dt.date(2026, quarter * 3 + 1, 5)),
            year=2026,
            quarter=quarter,
            state=state,
            result=result,
            value=Decimal(value),
            obstacle=obstacle,
            cell_state=state,
            cell_assessment="Làm đều, ghi chép rõ." if quarter == 1 else "Cần thêm người đo đạc.",
        )

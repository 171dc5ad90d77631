"""What units and people of the invented province have to mend, a family's paper, a line typed for a member.

Nothing here is real.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person, Post
from lantoa.registrations import actions as registrations
from lantoa.registrations.models import Confirmation, Registration
from lantoa.registrations.rules import Undertaking
from lantoa.shortcomings import actions as shortcomings
from lantoa.shortcomings.models import Shortcoming

REVIEWED, MENDED = dt.date(2026, 7, 3), dt.date(2026, 10, 20)
MINUTES = "Biên bản kiểm điểm số 07-BB/CB"
OF_UNITS = [
    ("Sinh hoạt còn ít ý kiến phát biểu, phê bình còn nể nang.", "sinh hoạt chi bộ"),
    ("Việc dân hỏi ở buổi họp thôn có việc trả lời chậm quá 15 ngày.", "tiếp dân, trả lời ý kiến"),
    ("Chưa giữ lịch sinh hoạt chuyên đề của quý II.", "sinh hoạt chi bộ"),
    ("Hồ sơ sức khỏe người cao tuổi còn ghi trên giấy, khó tra cứu.", "chuyển đổi số"),
    ("Nhà văn hóa mở cửa chưa đều, có tháng đóng hai tuần.", "đời sống văn hóa"),
]
OF_MEMBERS = [
    ("Góp ý trong sinh hoạt còn ngại, ba buổi liền không phát biểu.", dt.date(2026, 12, 15)),
    ("Ghi sổ theo dõi công việc chưa đều, có tuần bỏ trống.", dt.date(2026, 10, 31)),
    ("Báo cáo tháng gửi muộn hai lần trong nửa đầu năm.", dt.date(2026, 11, 30)),
]
FAMILIES = ["Hoàng Văn Páo", "Lý Thị Mẩy"]


def load(leaders: dict[int, Post], cells: list[Unit], today: dt.date) -> None:
    """For the first cells: what the unit and three of its members have to mend; two families; one line."""
    for number, (cell, (finding, field)) in enumerate(zip(cells, OF_UNITS, strict=False)):
        head = leaders[cell.pk]
        _of_unit(head, cell, finding, field, number)
        if number < 2:
            _of_members(head, cell, today)
            _families(head, today)
    _line_for_a_member(leaders[cells[0].pk], cells[0], today)


def _of_unit(head: Post, cell: Unit, finding: str, field: str, number: int) -> None:
    """Every other one has been reported and waits for the level above."""
    one = shortcomings.write_down(
        by=actors.as_post(head, REVIEWED),
        unit=cell,
        finding=finding,
        field=field,
        source="inspection" if number % 2 else "review",
        source_note="Kết luận kiểm tra số 03-KL/ĐU" if number % 2 else MINUTES,
        deadline=dt.date(2026, 12, 20),
        remedy="Phân công người theo dõi hằng tháng, báo lại tại buổi sinh hoạt.",
    )
    if number % 2:
        _report(one, actors.as_post(head, MENDED))


def _of_members(head: Post, cell: Unit, today: dt.date) -> None:
    """One is to be mended, one waits to be verified, one has been mended; the first has answered."""
    members = (
        Membership.objects.filter(unit=cell).exclude(person=head.person).select_related("person", "unit")
    )
    for number, (membership, (finding, deadline)) in enumerate(
        zip(members.order_by("person_id"), OF_MEMBERS, strict=False)
    ):
        one = shortcomings.write_down(
            by=actors.as_post(head, REVIEWED),
            person=membership.person,
            finding=finding,
            source="review",
            source_note=MINUTES,
            deadline=deadline,
        )
        herself = actors.as_member(membership, MENDED)
        if number == 0:
            shortcomings.reply(one, by=herself, text="Tôi nhận và sẽ chuẩn bị ý kiến trước mỗi buổi.")
        else:
            _report(one, herself)
        if number == 2:
            shortcomings.verify(one, by=actors.as_post(head, today), note="Đã xem các báo cáo quý III.")


def _report(one: Shortcoming, by: Actor) -> None:
    shortcomings.report_mended(
        one, by=by, done="Đã làm đều ba tháng liền, có sổ theo dõi.", mended_on=by.on - dt.timedelta(days=3)
    )


def _families(head: Post, today: dt.date) -> None:
    """One is agreed to and confirmed at the meeting, one waits."""
    day = dt.date(2026, 2, 3)
    for number, name in enumerate(FAMILIES):
        by = actors.as_post(head, day if number == 0 else today)
        draft = registrations.start_household(by=by, year=2026, household=name)
        task = Undertaking(
            what="Gia đình giữ sạch đoạn đường trước nhà và trồng hoa, mỗi tuần làm sáng Chủ nhật.",
            target_value=Decimal(40),
            target_unit="buổi",
            due=dt.date(2026, 12, 15),
        )
        registrations.save_draft(draft, by=by, tasks=[task])
        paper = registrations.submit(draft, by=by)
        if number == 0:
            vouch = (
                Person.objects.filter(memberships__unit=head.unit)
                .exclude(pk=head.person_id)
                .order_by("pk")[:2]
            )
            registrations.confirm(paper, by=by, how=Confirmation.MEETING, on=day, witnesses=list(vouch))
            registrations.approve(paper, by=by, meeting_on=day, minutes_number="02-BB/CB")


def _line_for_a_member(head: Post, cell: Unit, today: dt.date) -> None:
    """The secretary has typed a line on a member's own paper and opened it; the member has not confirmed yet."""
    own = Registration.objects.approved().filter(unit=cell, person__isnull=False).order_by("pk")
    by, paper = actors.as_post(head, today), own.exclude(person=head.person).first()
    if paper is None:
        return
    registrations.note_opening(paper, by=by)
    registrations.record_progress(
        paper.tasks.all()[0], by=by, on=today - dt.timedelta(days=4), text="Kèm thêm hai em ở nhà bà nội."
    )

"""A year of inspection and oversight of the invented province: one under way with a sample and an answered note.

Nothing here is real.
"""

from __future__ import annotations

import datetime as dt

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Post
from lantoa.supervision import actions
from lantoa.supervision.models import Inspection, YearProgramme

ABOUT = "Việc học tập, quán triệt; viết bản đăng ký; đưa nội dung vào sinh hoạt chi bộ; trách nhiệm người đứng đầu."
WATCHED = "Việc giữ nền nếp sinh hoạt và ghi kết quả làm theo hằng quý."
SEEN = "Đối chiếu sổ: kết quả ghi khớp hai quý đầu. Đề nghị bổ sung minh chứng của quý III."
REPLY = "Chi bộ đã nhắc và sẽ bổ sung ảnh, danh sách trong tháng này."


def load(root: Unit, today: dt.date) -> None:
    """The programme of the provincial body, one inspection with its file, one regular oversight, one planned."""
    post = Post.objects.on(today).filter(unit=root, role="inspector").select_related("person", "unit").first()
    communes = [
        place.unit for place in organisation.children_by_name(root, today) if place.unit.level == "grassroots"
    ]
    if post is None or len(communes) < 2:
        return
    by = actors.as_post(post, dt.date(2026, 1, 20))
    programme = actions.write_programme(
        by=by,
        year=2026,
        aim="Giúp các đảng bộ làm thật, ghi thật; phát hiện sớm để nhắc, không chờ thành khuyết điểm.",
        on_signs="Nắm tình hình qua giám sát, đơn thư; Ủy ban kiểm tra xem xét, quyết định từng trường hợp.",
        on_discipline="Đúng thẩm quyền, đúng trình tự; người vi phạm được trình bày ý kiến.",
        on_other_work="Báo cáo quý trước ngày 25 tháng cuối quý; thống kê số cuộc, hạn chế và việc khắc phục.",
        number="02-CTr/UBKT",
        issued_on=dt.date(2026, 1, 20),
    )
    one = _planned(programme, by, communes[0], "thematic", ABOUT, 11)
    _planned(programme, by, communes[1], "regular", WATCHED, None)
    _planned(programme, by, communes[-1], "thematic", ABOUT, 12)
    _under_way(one, actors.as_post(post, today), today)


def _planned(
    programme: YearProgramme, by: Actor, unit: Unit, kind: str, what: str, month: int | None
) -> Inspection:
    return actions.plan(
        programme,
        by=by,
        kind=kind,
        unit=unit,
        what=what,
        month=month,
        led_by=by.person,
        covers_from=dt.date(2026, 1, 1),
        covers_to=dt.date(2026, 10, 31),
    )


def _under_way(one: Inspection, by: Actor, today: dt.date) -> None:
    decided = dt.date(2026, 11, 2)
    actions.open_inspection(one, by=by, decision_number="57-QĐ/UBKT", decided_on=decided)
    for kind, day, number in (
        ("plan", decided, "41-KH/UBKT"),
        ("team_plan", decided + dt.timedelta(days=1), ""),
        ("outline", decided + dt.timedelta(days=1), ""),
        ("launch", decided + dt.timedelta(days=3), ""),
    ):
        actions.record_paper(one.papers.get(kind=kind), by=by, done_on=day, number=number)
    sample = actions.draw_sample(one.unit, by=by, year=2026, seed="161126", inspection=one)
    paper = sample.papers.select_related("registration").first()
    assert paper
    note = actions.write_note(paper, by=by, text=SEEN)
    head = (
        Post.objects.on(today).filter(unit=note.unit, is_head=True).select_related("person", "unit").first()
    )
    if head and head.person_id != note.person_id:
        actions.reply(note, by=actors.as_post(head, today), text=REPLY)
    actions.remember_remedy(
        one,
        by=by,
        note=note,
        finding="Một số kết quả ghi hoàn thành chưa kèm minh chứng.",
        remedy="Bổ sung ảnh, danh sách; lấy mẫu lại bằng hạt giống mới.",
        deadline=dt.date(2026, 12, 31),
    )

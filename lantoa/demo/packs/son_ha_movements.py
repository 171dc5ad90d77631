"""Movements of the invented province, and where its new members come from: who takes part, what a course teaches.

Nothing here is real.
"""

from __future__ import annotations

import datetime as dt

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Post
from lantoa.programme import actions as programme
from lantoa.programme.models import Movement
from lantoa.study import actions as study

BEGUN = dt.date(2026, 1, 5)
# (what a commune undertakes, how many take part, how many of them party members)
JOINED = [
    ("Mỗi thôn một tổ công nghệ số giúp dân làm hồ sơ", 64, 27),
    ("Dân bàn, dân góp công làm đường ngõ", 120, 35),
    ("Trực sáng thứ Bảy ở bộ phận một cửa", None, None),
]
REVIEWED = "Hai thôn đã có tổ công nghệ số, 41 lượt nhà được giúp; thôn xa nhất chưa có người đi được."
TOPICS = "Khái quát lịch sử Đảng (5 tiết)\nNội dung cơ bản của Điều lệ Đảng (5 tiết)"
ABOUT_HIM = "Học tập, thực hành phong cách nêu gương (5 tiết)"


def load(root: Unit, today: dt.date) -> None:
    """Two movements of the province, three communes in the first, a course from which a commune admits."""
    post = Post.objects.on(today).filter(unit=root, role="officer").select_related("person", "unit").first()
    communes = [
        place.unit for place in organisation.children_by_name(root, today) if place.unit.level == "grassroots"
    ]
    if post is None or len(communes) < len(JOINED):
        return
    by = actors.as_post(post, today)
    skilful = _launched(by, root, "Dân vận khéo", "Mỗi đảng bộ có ít nhất một mô hình trong năm.")
    for unit, told in zip(communes, JOINED, strict=False):
        _joined(skilful, unit, by, *told)
    first = skilful.participations.order_by("pk")[0]
    programme.review_participation(
        first, reviewed_on=dt.date(2026, 7, 3), kind="interim", results=REVIEWED, by=by
    )
    drive = _launched(
        by, root, "Thi đua tạo nguồn kết nạp đảng viên", "Mỗi chi bộ thôn giúp đỡ hai quần chúng."
    )
    _course(root, communes[0], drive, by)


def _launched(by: Actor, unit: Unit, name: str, targets: str) -> Movement:
    return programme.launch_movement(
        unit=unit, by=by, name=name, level="province", starts=BEGUN, targets=targets
    )


def _joined(
    movement: Movement, unit: Unit, by: Actor, content: str, persons: int | None, party_members: int | None
) -> None:
    programme.join_movement(
        movement,
        unit=unit,
        by=by,
        joined_on=dt.date(2026, 2, 2),
        content=content,
        persons=persons,
        party_members=party_members,
    )


def _course(root: Unit, commune: Unit, drive: Movement, by: Actor) -> None:
    curriculum = study.set_curriculum(
        unit=root,
        by=by,
        kind="prospective",
        name="Chương trình bồi dưỡng nhận thức về Đảng",
        starts=BEGUN,
        topics=TOPICS,
        programme_topics=ABOUT_HIM,
    )
    course = study.record_course(
        unit=root,
        by=by,
        kind="prospective",
        name="Lớp bồi dưỡng nhận thức về Đảng, khóa 1",
        starts=dt.date(2026, 3, 9),
        ends=dt.date(2026, 3, 13),
        participants=42,
        certified=40,
        has_programme=True,
        curriculum=curriculum,
        movement=drive,
    )
    study.record_intake(course, unit=commune, people=12, certified=11, by=by)
    study.record_admission(
        unit=commune, admitted_on=dt.date(2026, 9, 2), people=4, by=by, course=course, movement=drive
    )

"""The list of posts as it goes out: who holds what, where, from when and until when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, TICK
from lantoa.people.exchange.columns import ROLE_CHOICES
from lantoa.people.models import Post
from lantoa.people.records import Cell, Records, UnitLink

ONE_DAY = dt.timedelta(days=1)


def _last_day(post: Post) -> dt.date | None:
    return post.ends - ONE_DAY if post.ends else None


def _seen(by: Any) -> Any:
    return Post.objects.on(by.on).visible_to(by).select_related("person", "title", "unit")


POSTS = Records(
    code="posts",
    label=gettext_lazy("Chức vụ"),
    imports="",
    views="people.view",
    cells=(
        Cell(Column("unit", gettext_lazy("Đơn vị")), link=UnitLink),
        Cell(Column("title", gettext_lazy("Chức vụ")), of=lambda post: str(post.title or "")),
        Cell(Column("role", gettext_lazy("Vai trò"), choices=ROLE_CHOICES)),
        Cell(Column("person", gettext_lazy("Họ và tên")), of=lambda post: post.person.full_name),
        Cell(Column("is_head", gettext_lazy("Người đứng đầu"), kind=TICK)),
        Cell(Column("starts", gettext_lazy("Từ ngày"), kind=DATE)),
        Cell(Column("ends", gettext_lazy("Đến hết ngày"), kind=DATE), of=_last_day),
        Cell(Column("person_code", gettext_lazy("Mã người")), of=lambda post: f"N{post.person_id}"),
    ),
    seen=_seen,
    key=("unit", "person", "starts"),
    prefix="CV",
)

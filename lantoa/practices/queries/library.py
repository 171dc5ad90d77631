"""What the library shows, and what happened to one practice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from lantoa.foundation.models import Event
from lantoa.foundation.trail import Act, told
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement
from lantoa.practices.models import Field, Practice, PracticeQuerySet

WORDS: dict[str, str | Promise] = {
    "practice.written": gettext_lazy("viết bản nháp"),
    "practice.edited": gettext_lazy("sửa"),
    "practice.proposed": gettext_lazy("đề nghị đăng ký"),
    "practice.returned": gettext_lazy("trả lại để sửa"),
    "practice.appraised": gettext_lazy("nhận xét theo tiêu chí"),
    "practice.approved": gettext_lazy("đồng ý đăng ký"),
    "practice.started": gettext_lazy("bắt đầu thực hiện"),
    "practice.stopped": gettext_lazy("dừng"),
    "practice.recognised": gettext_lazy("ghi quyết định công nhận"),
    "practice.recognition_asked": gettext_lazy("đề nghị công nhận"),
    "practice.recognition_refused": gettext_lazy("không công nhận"),
    "practice.marked": gettext_lazy("đánh dấu tiêu biểu"),
    "practice.unmarked": gettext_lazy("bỏ đánh dấu tiêu biểu"),
    "practice.evidenced": gettext_lazy("thêm minh chứng"),
    "practice.adopted": gettext_lazy("vận dụng tại đơn vị, học từ"),
    "practice.adoption_withdrawn": gettext_lazy("rút việc vận dụng"),
    "practice.adapted": gettext_lazy("sửa cách làm cho hợp đơn vị"),
    "practice.parts_marked": gettext_lazy("ghi phần giữ, đổi, bỏ"),
    "practice.core_parts_written": gettext_lazy("ghi phần cốt lõi"),
    "practice.checked_up": gettext_lazy("trả lời câu hỏi định kỳ"),
    "practice.answer_taken_back": gettext_lazy("rút câu trả lời"),
    "practice.result_reported": gettext_lazy("báo kết quả"),
    "practice.assessed": gettext_lazy("đánh giá trong phong trào"),
    "practice.consented": gettext_lazy("ghi đồng ý nêu tên"),
    "practice.consent_withdrawn": gettext_lazy("rút đồng ý nêu tên"),
    "practice.lesson_published": gettext_lazy("công bố bài học, không nêu tên đơn vị"),
    "practice.lesson_taken_back": gettext_lazy("rút bài học"),
    "practice.name_removed": gettext_lazy("bỏ tên khỏi bài"),
}
# What another unit says of it at its own meetings: read there, never on the page of the practice.
OF_OTHERS = ("practice.chosen_to_discuss", "practice.discussed", "practice.not_discussed")


@dataclass(frozen=True)
class Counted:
    """A field and how many practices of the library are in it."""

    field: Field
    count: int


def sums_of_movement(found: PracticeQuerySet, on: dt.date) -> dict[str, int]:
    """Of these practices: how many are registered, go on that day, were recognised at any level.

    `assessed` and `effective`: of how many it was said in the year of that day whether they are effective, of how many
    that they are.
    """
    sums: dict[str, int] = found.order_by().aggregate(
        registered=Count("pk", distinct=True),
        recognised=Count("pk", distinct=True, filter=Q(recognitions__decided_on__lte=on)),
        assessed=Count("pk", distinct=True, filter=Q(assessments__year=on.year)),
        effective=Count(
            "pk", distinct=True, filter=Q(assessments__year=on.year, assessments__is_effective=True)
        ),
    )
    return sums | {"running": found.running_on(on).count()}


def fields_with(counts: dict[int, int]) -> list[Counted]:
    """Every field with how many practices it has, by its key; one no longer used is shown while it has some."""
    return [
        Counted(field, counts.get(field.pk, 0))
        for field in Field.objects.all()
        if field.is_offered or counts.get(field.pk)
    ]


def with_places(rows: Iterable[Practice], on: dt.date) -> list[Practice]:
    """Adds `unit_name` and `parent_name` as of that day, in a constant number of queries."""
    rows = list(rows)
    ids = {unit for row in rows for unit in (row.unit_id, row.judging_unit_id) if unit}
    above = organisation.name_that_day(OuterRef("parent"), on)
    places = Placement.objects.on(on).filter(unit__in=ids).values_list("unit_id", "name", above)
    standing = {unit: (name, parent) for unit, name, parent in places}
    names = {unit: name for unit, (name, _parent) in standing.items()}
    if gone := ids - standing.keys():
        names |= organisation.names_of(gone, on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, row.place_name)
        row.parent_name = standing.get(row.unit_id, ("", ""))[1] or ""
        row.judge_name = names.get(row.judging_unit_id, "") if row.judging_unit_id else ""
    return rows


def trail(practice: Practice) -> list[Act]:
    """What happened to it, in the order it happened; single edits of a draft and talks of others are left out."""
    events = Event.objects.about(practice).exclude(verb__in=("practice.edited", *OF_OTHERS))
    return told(events, WORDS)

"""Who may enter which address of this room."""

import datetime as dt

from lantoa.study import actions
from tests.access import Row


def prepare(cast):
    """The cell has held a class at which two were absent."""
    cast.study_class = actions.record_class(
        unit=cast.cell,
        topic="Chuyên đề năm 2026",
        level="cell",
        held_on=dt.date(2026, 10, 5),
        party_summoned=18,
        party_attended=16,
        by=cast.secretary,
    )
    cast.course = actions.record_course(
        unit=cast.cell,
        by=cast.secretary,
        kind="prospective",
        name="Lớp đợt 1",
        starts=dt.date(2026, 3, 2),
        participants=9,
        has_programme=True,
    )
    cast.intake = actions.record_intake(cast.course, unit=cast.cell, people=4, by=cast.secretary)
    cast.certificate = actions.give_certificate(
        cast.course, name=str(cast.member.person), issued_on=dt.date(2026, 4, 2), by=cast.secretary
    )
    cast.curriculum = actions.set_curriculum(
        unit=cast.cell,
        by=cast.secretary,
        kind="prospective",
        name="Chương trình nhận thức về Đảng",
        starts=dt.date(2026, 1, 1),
        topics="Lịch sử Đảng (5 tiết)",
        programme_topics="Học tập phong cách nêu gương",
    )
    cast.admission = actions.record_admission(
        unit=cast.cell, by=cast.secretary, admitted_on=dt.date(2026, 9, 2), people=2, course=cast.course
    )


def _of(name, thing, data=None, typed=None):
    return Row(
        f"study:{name}",
        allowed="secretary committee officer",
        args=lambda cast: [getattr(cast, thing).pk],
        method="POST" if data else "GET",
        data=lambda cast: data or {},
        typed=lambda cast: typed or {},
    )


def _of_class(name, allowed, data=None):
    return Row(
        f"study:{name}",
        allowed=allowed,
        args=lambda cast: [cast.study_class.pk],
        method="POST" if data else "GET",
        data=lambda cast: data or {},
    )


READERS = "secretary other_secretary committee officer leader inspector far_secretary"
WRITERS = "secretary other_secretary committee officer far_secretary"
TABLE = [
    Row("study:index", allowed=READERS),
    Row(
        "study:new",
        allowed="secretary other_secretary committee officer far_secretary",
        typed=lambda cast: {"made_up": "1"},
    ),
    Row("study:courses", allowed=READERS),
    Row("study:admissions", allowed=READERS),
    Row("study:course_new", allowed=WRITERS),
    Row("study:admission_new", allowed=WRITERS, typed=lambda cast: {"people": "1"}),
    _of("course_edit", "course", typed={"participants": "20", "certified": "12"}),
    Row(
        "study:course",
        allowed="secretary committee officer leader inspector",
        args=lambda cast: [cast.course.pk],
    ),
    _of("intake_new", "course", typed={"people": "1", "certified": "1"}),
    Row(
        "study:certificate_new",
        allowed="secretary committee officer",
        args=lambda cast: [cast.course.pk],
        typed=lambda cast: {"name": str(cast.colleague.person), "issued_on": "02/04/2026"},
    ),
    _of("certificate_strike_out", "certificate"),
    _of("intake_remove", "intake", {"x": "1"}),
    Row("study:curricula", allowed=READERS),
    Row("study:curriculum_new", allowed=WRITERS),
    _of("curriculum_edit", "curriculum"),
    _of("admission_strike_out", "admission"),
    _of_class("show", "secretary committee officer leader inspector"),
    _of_class("edit", "secretary committee officer"),
    _of_class("make_up", "secretary committee officer", {"people": "1"}),
    _of_class("remove", "secretary committee officer", {"reason": "Ghi trùng."}),
]

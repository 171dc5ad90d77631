"""Who may enter which address of this room."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.foundation import attachments
from lantoa.study import actions, rules
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
    cast.studied = actions.record_class(
        unit=cast.cell,
        topic="Nghị quyết của tỉnh",
        level="cell",
        held_on=dt.date(2026, 10, 6),
        party_summoned=3,
        party_attended=3,
        file=attachments.judge(SimpleUploadedFile("de-cuong.pdf", b"%PDF-1.4 de cuong")),
        by=cast.secretary,
    )
    listed = rules.Missed(cast.colleague.person.pk, "excused")
    actions.take_attendance(cast.studied, missed=[listed], by=cast.secretary)
    cast.absence = cast.studied.absences.get()
    cast.part = actions.record_part(cast.studied, unit=cast.cell, summoned=2, attended=1, by=cast.secretary)
    said = {"understood": "Nêu gương.", "applied": "Tôi còn đi muộn.", "will_do": "Đúng giờ từ 1/11."}
    cast.essay = actions.write_essay(cast.studied, by=cast.member, **said)
    cast.course = actions.record_course(
        unit=cast.cell,
        by=cast.secretary,
        kind="prospective",
        name="Lớp đợt 1",
        starts=dt.date(2026, 3, 2),
        participants=9,
        has_programme=True,
    )
    cast.later_course = actions.record_course(
        unit=cast.cell,
        by=cast.secretary,
        kind="prospective",
        name="Lớp đợt 2",
        starts=dt.date(2026, 6, 1),
        participants=9,
        has_programme=True,
    )
    cast.intake = actions.record_intake(cast.course, unit=cast.cell, people=4, by=cast.secretary)
    (cast.certificate,) = actions.give_certificates(
        cast.course, names=str(cast.member.person), issued_on=dt.date(2026, 4, 2), by=cast.secretary
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


def _of_class(name, allowed, data=None, typed=None):
    return Row(
        f"study:{name}",
        allowed=allowed,
        args=lambda cast: [cast.study_class.pk],
        method="POST" if data else "GET",
        data=lambda cast: data or {},
        typed=lambda cast: typed or {},
    )


def _written(name, allowed, data=None):
    """The paper of the member: she alone mends it or takes it back."""
    return Row(
        f"study:{name}",
        allowed=allowed,
        args=lambda cast: [cast.essay.pk],
        method="POST" if data is not None else "GET",
        data=lambda cast: data or {},
    )


WRITE_THEIR_OWN = "member secretary other_secretary committee officer leader inspector far_secretary former"
READERS = "secretary other_secretary committee officer leader inspector far_secretary"
WRITERS = "secretary other_secretary committee officer far_secretary"
TABLE = [
    Row("study:index", allowed=READERS),
    Row(
        "study:new",
        allowed="secretary other_secretary committee officer far_secretary",
        typed=lambda cast: {"made_up": "1", "excused": "1"},
    ),
    Row("study:courses", allowed=READERS),
    Row("study:class_units", allowed=READERS),
    Row("study:admissions", allowed=READERS),
    Row("study:course_new", allowed=WRITERS),
    Row("study:admission_new", allowed=WRITERS, typed=lambda cast: {"people": "1"}),
    _of("course_edit", "course", typed={"participants": "20", "certified": "12"}),
    Row(
        "study:course",
        allowed="secretary committee officer leader inspector",
        args=lambda cast: [cast.course.pk],
    ),
    _of("intake_new", "later_course", typed={"people": "1", "certified": "1"}),
    Row(
        "study:certificate_new",
        allowed="secretary committee officer",
        args=lambda cast: [cast.course.pk],
        typed=lambda cast: {"names": str(cast.colleague.person), "issued_on": "02/04/2026"},
    ),
    _of("certificates_word", "course"),
    _of("certificate_strike_out", "certificate"),
    _of("intake_edit", "intake", typed={"people": "5", "certified": "1"}),
    _of("intake_remove", "intake", {"x": "1"}),
    Row("study:curricula", allowed=READERS),
    Row("study:curriculum_new", allowed=WRITERS),
    _of("curriculum_edit", "curriculum"),
    _of("admission_strike_out", "admission"),
    Row(
        "study:file",
        allowed="secretary committee officer leader inspector",
        args=lambda cast: [cast.studied.pk],
    ),
    _of("attendance", "studied"),
    _of("attendance_table", "studied", typed={"text": "Họ và tên\tCó mặt\nNguyễn Thị Lan\tx", "file": ""}),
    _of("studied", "absence", {"x": "1"}),
    _of("part_new", "studied", typed={"attendance": "1/1", "made_up": "0"}),
    _of("part_remove", "part", {"x": "1"}),
    Row("study:mine", allowed=WRITE_THEIR_OWN),
    Row(
        "study:write",
        allowed="member secretary",
        args=lambda cast: [cast.studied.pk],
    ),
    _written("essay", "member secretary committee"),
    _written("take_back", "member", data={}),
    _of_class("show", "secretary committee officer leader inspector"),
    _of_class("edit", "secretary committee officer", typed={"excused": "1"}),
    _of_class("make_up", "secretary committee officer", {"people": "1"}),
    _of_class("remove", "secretary committee officer", {"reason": "Ghi trùng."}),
]

"""Who may enter which address of this room."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.foundation import attachments
from lantoa.meetings import actions, queries
from lantoa.readings import actions as readings
from tests.access import Row


def prepare(cast):
    """The cell met on 3 November, with minutes; its committee met on the 2nd."""
    paper = attachments.judge(SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4 bien ban"))
    common = {"unit": cast.cell, "by": cast.secretary}
    cast.meeting = actions.record_meeting(kind="regular", held_on=dt.date(2026, 11, 3), file=paper, **common)
    cast.story = readings.enter(
        unit=cast.province, by=cast.officer, kind="story", title="Chuyện thử", source="Sách thử"
    )
    cast.planned = actions.appoint(kind="regular", held_on=dt.date(2026, 12, 3), **common)
    cast.flag = actions.appoint(kind="flag", held_on=dt.date(2026, 12, 7), **common)
    noted = {"next": "Sửa sân trường trước 20/12"}
    last = actions.record_meeting(kind="regular", held_on=dt.date(2026, 10, 3), **noted, **common)
    cast.task = last.conclusions.get()
    said = {"kind": "regular", "held_on": dt.date(2026, 11, 3), "absent": (), **common}
    actions.record_from_a_phone(done="Đã dạy 12 buổi.", **said)
    actions.record_from_a_phone(done="Đã dạy 15 buổi.", **said)
    cast.answer = cast.meeting.other_answers.get()
    cast.board = actions.record_meeting(kind="board", held_on=dt.date(2026, 11, 2), present=3, **common)


READERS = "secretary other_secretary committee officer leader inspector far_secretary"
WRITERS = "secretary other_secretary committee far_secretary"
OVER_THE_CELL = "secretary committee officer leader inspector"


def _of(name, allowed, what="meeting", data=None):
    return Row(
        f"meetings:{name}",
        allowed=allowed,
        args=lambda cast: [getattr(cast, what).pk],
        method="POST" if data is not None else "GET",
        data=lambda cast: data or {},
    )


TABLE = [
    Row("meetings:index", allowed=READERS),
    Row("meetings:everywhere", allowed=READERS),
    Row("meetings:mine", allowed=f"member {READERS} former"),
    Row("meetings:record", allowed=WRITERS, typed=lambda cast: {"held_on": "12/09/2026"}),
    # Members read what their own cell did; what its committee discussed, and the minutes, stay with the records.
    _of("show", f"member {OVER_THE_CELL}"),
    _of("show", OVER_THE_CELL, "board"),
    _of("file", OVER_THE_CELL),
    _of("edit", "secretary committee"),
    _of("minutes", OVER_THE_CELL),
    _of("resolution", OVER_THE_CELL),
    Row(
        "meetings:score",
        allowed="secretary committee",
        args=lambda cast: [cast.meeting.pk],
        typed=lambda cast: {line["code"]: "1" for line in queries.score_rule(cast.today).lines},
    ),
    _of("task", "secretary committee", "task"),
    _of("task_done", "secretary committee", "task", data={}),
    Row(
        "meetings:tellings",
        allowed=f"member {READERS} former",
        args=lambda cast: [cast.story.pk],
    ),
    Row("meetings:calendar", allowed=READERS),
    Row("meetings:upcoming", allowed=WRITERS),
    Row(
        "meetings:attendance_table",
        allowed=WRITERS,
        typed=lambda cast: {"text": "Họ và tên\tCó mặt\nNguyễn Thị Lan\tx", "file": ""},
    ),
    Row("meetings:schedule", allowed=READERS),
    Row("meetings:schedule_word", allowed=READERS),
    Row("meetings:scores", allowed=READERS),
    Row("meetings:rule", allowed="officer administrator"),
    Row("meetings:appoint", allowed=WRITERS, typed=lambda cast: {"held_on": "10/12/2026"}),
    Row("meetings:appoint_year", allowed=WRITERS),
    _of("prepare", "secretary committee", "planned"),
    _of("reappoint", "secretary committee", "planned"),
    _of("attendance_sheet", "secretary committee", "planned"),
    _of("read_sheet", "secretary committee", "planned"),
    _of("cancel", "secretary committee", "flag", data={}),
    # The level above agrees; who registered the day is no judge of it.
    _of("agree", "committee", "planned", data={}),
    _of("answer_take", "secretary committee", "answer", data={}),
    _of("answer_drop", "secretary committee", "answer", data={}),
    Row("meetings:offline_worker", allowed=WRITERS),
    _of("posted", "secretary committee", data={}),
    _of("remove", "secretary committee", data={"reason": "Ghi trùng."}),
]

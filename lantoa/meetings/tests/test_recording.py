"""A meeting is recorded by exception: all were there but those named."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from lantoa.foundation import attachments
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.meetings import actions
from lantoa.meetings.models import Attendance, Meeting
from lantoa.meetings.rules import Absence
from lantoa.people import actors
from lantoa.people.models import Membership
from lantoa.programme import actions as programme
from tests.cast import person

pytestmark = pytest.mark.django_db
THIRD = dt.date(2026, 11, 3)


@pytest.fixture
def cell(cast):
    """The cell has its secretary, two members, and fifteen more: eighteen due, one exempt, one outside."""
    for number in range(15):
        person(f"Trần Văn Bảy {number}", cast.cell)
    person("Lê Thị Miễn", cast.cell, status=Membership.Status.EXEMPT)
    person("Hà Ngoài Đảng", cast.cell, status=Membership.Status.OUTSIDE)
    return cast


def hold(cast, kind="regular", held_on=THIRD, **fields):
    return actions.record_meeting(unit=cast.cell, by=cast.secretary, kind=kind, held_on=held_on, **fields)


def test_all_were_there_but_two(cell):
    absent = [
        Absence(cell.member.person.pk, True, "ốm"),
        Absence(cell.colleague.person.pk, False, "không lý do"),
    ]
    meeting = hold(cell, absent=absent)
    assert meeting.ratio == "16/18" and meeting.exempt == 1
    assert (meeting.absent_with_reason, meeting.absent_without_reason) == (1, 1)
    assert set(meeting.absences.values_list("reason", flat=True)) == {"ốm", "không lý do"}
    event = Event.objects.about(meeting).get()
    assert event.verb == "meeting.recorded" and event.on == THIRD and event.after["present"] == "16"


def test_the_list_is_that_of_the_day(cell):
    newcomer = person("Mới Kết Nạp", cell.cell, starts=dt.date(2026, 11, 10))
    assert hold(cell).members == 18
    later = hold(cell, kind="thematic", held_on=dt.date(2026, 11, 12), topic="Nêu gương")
    assert later.members == 19
    assert not Attendance.objects.filter(person=newcomer).exists()


def test_someone_who_was_not_due_cannot_be_absent(cell):
    stranger = cell.far_secretary.person
    meeting = hold(cell, absent=[Absence(stranger.pk)])
    assert meeting.ratio == "18/18" and not meeting.absences.exists()


def test_more_present_than_due_needs_a_word(cell):
    with pytest.raises(BadInput, match=r"\(20\) nhiều hơn .* \(18\)"):
        hold(cell, present=20)
    assert not Meeting.objects.exists() and not Event.objects.filter(verb="meeting.recorded").exists()
    assert hold(cell, present=20, attendance_note="Hai đồng chí chi bộ bạn cùng dự.").ratio == "20/18"


def test_pressing_twice_records_one_meeting(cell):
    hold(cell)
    with pytest.raises(BadInput, match="đã được ghi"):
        hold(cell)
    hold(cell, kind="thematic", topic="Nêu gương")
    assert Meeting.objects.count() == 2


def test_a_cell_without_a_list_says_how_many_were_due(cast):
    empty = cast.far
    with pytest.raises(BadInput, match="Nhập tổng số đảng viên"):
        actions.record_meeting(unit=empty, by=cast.officer, kind="regular", held_on=THIRD)
    meeting = actions.record_meeting(
        unit=empty, by=cast.officer, kind="regular", held_on=THIRD, members=25, present=24
    )
    assert meeting.ratio == "24/25"


def test_under_the_flag_nobody_is_due_by_list(cell):
    meeting = hold(cell, kind="flag", held_on=dt.date(2026, 11, 2), present=45, story="Bác Hồ với thời gian")
    assert meeting.ratio == "45" and meeting.share is None
    assert hold(cell, kind="board", held_on=dt.date(2026, 11, 2), present=3).ratio == "3/3"


def test_a_thematic_meeting_on_the_years_theme_takes_its_title(cell):
    theme = programme.set_theme(
        unit=cell.commune,
        by=cell.committee,
        kind="year",
        title="Nêu gương của người đứng đầu",
        starts=dt.date(2026, 1, 1),
        ends=dt.date(2027, 1, 1),
    )
    assert hold(cell, kind="thematic", theme=theme).topic == theme.title
    assert hold(cell, combined=True, theme=theme).topic == theme.title
    with pytest.raises(BadInput, match="tên chuyên đề"):
        hold(cell, kind="thematic", held_on=dt.date(2026, 11, 4))
    assert not hold(cell, kind="flag", combined=True, theme=theme, present=9).combined


def test_tomorrows_meeting_is_not_recorded_today(cell):
    with pytest.raises(BadInput, match="chưa đến"):
        hold(cell, held_on=dt.date(2026, 11, 17))


def test_a_correction_replaces_the_absences_and_keeps_what_was_said(cell):
    meeting = hold(cell, absent=[Absence(cell.member.person.pk, True, "ốm")])
    actions.change_meeting(
        meeting,
        by=cell.secretary,
        absent=[Absence(cell.colleague.person.pk, False, "không lý do")],
        done="Xong.",
    )
    assert [a.person for a in meeting.absences.all()] == [cell.colleague.person]
    event = Event.objects.about(meeting).last()
    assert event.verb == "meeting.corrected"
    assert event.before["absent_without_reason"] == "0" and event.after["absent_without_reason"] == "1"
    assert "done" not in event.before and event.after["done"] == "Xong."


@pytest.mark.parametrize("who", ["other_secretary", "member", "far_secretary", "former"])
def test_another_cells_meeting_is_not_touched(cell, who):
    meeting, by = hold(cell), getattr(cell, who)
    for act in (
        lambda: actions.change_meeting(meeting, by=by, done="x"),
        lambda: actions.mark_posted(meeting, at=dt.datetime.now(dt.UTC), by=by),
        lambda: actions.remove_meeting(meeting, reason="x", by=by),
        lambda: actions.record_meeting(unit=cell.cell, by=by, kind="flag", held_on=THIRD),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert Meeting.objects.get().done == ""


def test_posting_is_noted_once(cell):
    meeting, at = hold(cell), dt.datetime(2026, 11, 4, tzinfo=dt.UTC)
    actions.mark_posted(meeting, at=at, by=cell.secretary)
    with pytest.raises(Conflict):
        actions.mark_posted(meeting, at=at, by=cell.secretary)
    assert Event.objects.filter(verb="meeting.posted").count() == 1


def test_taking_back_needs_a_reason_and_leaves_a_trace(cell):
    meeting = hold(cell, done="Đã sửa lớp học.", absent=[Absence(cell.member.person.pk)])
    with pytest.raises(BadInput, match="lý do"):
        actions.remove_meeting(meeting, reason="", by=cell.secretary)
    actions.remove_meeting(meeting, reason="Ghi trùng.", by=cell.secretary)
    assert not Meeting.objects.exists() and not Attendance.objects.exists()
    assert Event.objects.get(verb="meeting.removed").before["done"] == "Đã sửa lớp học."


@pytest.mark.parametrize(
    ("fields", "broken"),
    [
        ({"present": 19}, "is_explained"),
        ({"kind": "thematic"}, "names_its_topic"),
        ({"kind": "flag", "combined": True, "topic": "x"}, "has_a_thematic_part"),
    ],
)
def test_the_database_itself_refuses_what_cannot_be(cell, fields, broken):
    hold(cell)
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        Meeting.objects.update(**fields)


def test_minutes_are_kept_with_the_meeting(cell):
    paper = attachments.judge(SimpleUploadedFile("bb.pdf", b"%PDF-1.4 bb"))
    assert hold(cell, file=paper).minutes_file.name == "bb.pdf"


def test_who_sees_a_meeting(cell):
    meeting = hold(cell)
    board = hold(cell, kind="board", present=3)
    outside = person("Hà Thị Quần Chúng", None)
    Membership.objects.create(person=outside, unit=cell.cell, status="outside", starts=dt.date(2021, 1, 1))
    as_outside = actors.as_member(outside.memberships.get(), cell.today)
    seen = {
        who: set(Meeting.objects.visible_to(getattr(cell, who)))
        for who in (
            "member",
            "secretary",
            "committee",
            "leader",
            "other_secretary",
            "administrator",
            "former",
        )
    }
    assert seen["member"] == {meeting}
    assert seen["secretary"] == seen["committee"] == seen["leader"] == {meeting, board}
    assert seen["other_secretary"] == seen["administrator"] == seen["former"] == set()
    assert set(Meeting.objects.visible_to(as_outside)) == set()

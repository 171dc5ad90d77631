"""A list that is undone takes nothing along that stood there before, and puts back what its cells do not tell."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.exchange import actions, beside, noting, queries
from lantoa.exchange.tests.test_every_list import counts, opened, world
from lantoa.foundation.exchange import CHANGED, CONFLICT
from lantoa.meetings import actions as meetings
from lantoa.meetings.models import Conclusion, Meeting
from lantoa.programme import actions as programme
from lantoa.programme.models import Movement, Participation, PlanTask
from lantoa.registrations import actions as registrations
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking

pytestmark = pytest.mark.django_db
MEETING = "Ngày\tLoại\tViệc tới\n03/10/2026\tsinh hoạt thường kỳ\t{}"


def brought_in(cast, code, table):
    """As the example of this kind is, by who brings it in there."""
    draft = opened(cast, code, table)
    return actions.carry_out(draft, by=who_brings(cast, code))


def who_brings(cast, code):
    return cast.committee if code == "participations" else cast.secretary


def said(cast, draft):
    [plan] = queries.look(draft, who_brings(cast, draft.kind)).plans
    return " ".join([plan.said, *plan.row.wrongs.values()])


def test_a_paper_that_somebody_has_begun_is_not_written_on(cast):
    paper = registrations.start_draft(by=cast.secretary, year=2027, person=cast.member.person)
    registrations.save_draft(paper, by=cast.secretary, tasks=[Undertaking("Kèm hai học sinh yếu")])
    before = world()
    table = "Họ và tên\tNăm\tNội dung đăng ký\nĐỗ Thị Hương\t2027\tĐọc hết một cuốn sách về Bác mỗi quý"
    draft = opened(cast, "registrations", table)
    assert counts(cast, draft) == {CONFLICT: 1} and "đã có bản đăng ký năm 2027" in said(cast, draft)
    assert world() == before and Registration.objects.get().status == "draft"


def test_a_unit_that_had_left_a_movement_keeps_its_line(cast):
    programme.launch_movement(
        name="Dân vận khéo", level="unit", unit=cast.commune, starts=dt.date(2026, 1, 5), by=cast.committee
    )
    joined = programme.join_movement(
        Movement.objects.get(),
        unit=cast.cell,
        joined_on=dt.date(2026, 2, 5),
        persons=12,
        by=cast.committee,
    )
    programme.leave_movement(joined, on=dt.date(2026, 6, 1), reason="Sáp nhập", by=cast.committee)
    table = f"Phong trào\tĐơn vị\tTham gia từ ngày\nDân vận khéo\t{cast.cell.code}\t05/07/2026"
    draft = opened(cast, "participations", table)
    assert counts(cast, draft) == {CONFLICT: 1} and "tham gia rồi thôi" in said(cast, draft)
    assert Participation.objects.get().persons == 12


def test_how_far_it_is_is_noted_where_rows_are_written_not_where_they_are_looked_at(
    cast, monkeypatch, settings, tmp_path
):
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(noting, "EVERY", 0)
    programme.launch_movement(
        name="Dân vận khéo", level="unit", unit=cast.commune, starts=dt.date(2026, 1, 5), by=cast.committee
    )
    cells = (cast.cell, cast.other_cell)
    rows = "\n".join(f"Dân vận khéo\t{one.code}\t05/07/2026" for one in cells)
    draft = opened(cast, "participations", "Phong trào\tĐơn vị\tTham gia từ ngày\n" + rows)
    join, seen = programme.join_movement, []

    def looked(*args, **kwargs):
        seen.append(queries.progress(draft.pk))
        return join(*args, **kwargs)

    beside.start(draft, by=cast.committee)
    monkeypatch.setattr(programme, "join_movement", looked)
    assert beside.carry_on(draft.pk) == "Đã nhập 2 dòng."
    assert [one for one in seen if one] == [(0, 2), (1, 2)]


def test_what_a_meeting_left_to_be_done_comes_back_as_it_was(cast):
    brought_in(cast, "meetings", MEETING.format("Sửa hàng rào"))
    fence = Conclusion.objects.get()
    meetings.assign(fence, owner=cast.member.person, due=dt.date(2026, 12, 1), by=cast.secretary)
    meetings.finish(fence, on=dt.date(2026, 11, 1), by=cast.secretary)
    before = world()
    draft = opened(cast, "meetings", MEETING.format("Trồng cây"))
    assert counts(cast, draft) == {CHANGED: 1}
    done = actions.carry_out(draft, by=cast.secretary)
    assert actions.undo(done, by=cast.secretary) == []
    assert world() == before and Conclusion.objects.get() == fence


def test_a_meeting_goes_with_what_it_left_to_be_done_until_somebody_has_done_it(cast):
    before = world()
    done = brought_in(cast, "meetings", MEETING.format("Sửa hàng rào"))
    assert actions.undo(done, by=cast.secretary) == [] and world() == before
    done = brought_in(cast, "meetings", MEETING.format("Sửa hàng rào"))
    meetings.finish(Conclusion.objects.get(), on=dt.date(2026, 11, 1), by=cast.secretary)
    assert len(actions.undo(done, by=cast.secretary)) == 1 and Meeting.objects.exists()


def test_a_line_of_a_plan_comes_back_with_what_the_list_does_not_tell(cast):
    heading = "Tên kế hoạch\tNăm\tPhân công\nKế hoạch làm thêm\t2026\t"
    brought_in(cast, "plans", heading + "Trồng cây | Đoàn")
    PlanTask.objects.update(note="ở bờ kênh", axis="outcome")
    before = world()
    grid = heading.replace("Tên", "Mã\tTên", 1).replace(
        "Kế hoạch làm", f"KH{PlanTask.objects.get().plan_id}\tKế hoạch làm"
    )
    draft = opened(cast, "plans", grid + "Trồng hoa | Hội")
    assert counts(cast, draft) == {CHANGED: 1}
    done = actions.carry_out(draft, by=cast.secretary)
    assert PlanTask.objects.get().note == ""
    assert actions.undo(done, by=cast.secretary) == []
    assert world() == before

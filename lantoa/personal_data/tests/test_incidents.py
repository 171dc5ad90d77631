"""An incident: its clock runs from when it was noticed; who was told is written down; it ends with what was learnt."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.personal_data import actions, todo
from lantoa.personal_data.models import Incident
from lantoa.personal_data.tests.stories import NOTICED, incident

BOOK = "/du-lieu-ca-nhan/su-co/"


def test_it_is_written_down_reported_in_time_and_closed(cast):
    desk = cast.client("protector")
    Form(desk, f"{BOOK}moi/").send(
        unit=cast.cell.code,
        title="Danh sách chi bộ gửi nhầm",
        what="Tệp Excel có điện thoại của đảng viên gửi nhầm.",
        noticed_on="16/11/2026",
        noticed_time="7:15",
        kinds=["people.person"],
    )
    one = Incident.objects.get()
    assert one.report_by - one.noticed_at == dt.timedelta(hours=72) and one.affected is None
    page = desk.get(one.get_absolute_url()).content.decode()
    assert "Còn 71 giờ" in page and "chưa rõ" in page, "unknown is not none"
    told = Form(desk, one.get_absolute_url())
    told.data["to"] = "authority"
    told.send(name="Cơ quan chuyên trách", on="16/11/2026", time="7:50", how="Văn bản số 12")
    assert "Còn 71 giờ" not in desk.get(one.get_absolute_url()).content.decode()
    Form(desk, f"{one.get_absolute_url()}sua/").send(affected="18", done="Đã yêu cầu xóa tệp.")
    Form(desk, f"{one.get_absolute_url()}xong/").send(lesson="Gửi nhầm địa chỉ; gửi bằng liên kết thay tệp.")
    printed = desk.get(f"{one.get_absolute_url()}in/").content.decode()
    assert all(word in printed for word in ("18", "Văn bản số 12", "Gửi nhầm địa chỉ", "Họ tên, ngày sinh"))


def test_it_is_late_when_nobody_was_told_in_time(cast):
    one = incident(cast)
    assert not one.is_late(one.report_by) and one.is_late(one.report_by + dt.timedelta(minutes=1))
    (line,) = todo.items(cast.protector)
    assert line.url == one.get_absolute_url() and line.due == dt.date(2026, 11, 19)
    actions.note_told(one, by=cast.protector, to="authority", name="Cơ quan", at=NOTICED)
    assert not Incident.objects.get().is_late(one.report_by + dt.timedelta(days=9))
    assert not list(todo.items(cast.protector))


def test_where_no_clock_is_set_none_runs(cast):
    actions.set_incident_term(by=cast.protector, starts=cast.today, basis="Chờ văn bản mới")
    assert incident(cast).report_by is None


def test_what_cannot_be_is_refused_with_a_sentence(cast):
    later = NOTICED + dt.timedelta(days=1)
    with pytest.raises(BadInput, match="chưa đến"):
        actions.record_incident(
            by=cast.protector, unit=cast.cell, title="Mất máy", what="Mất máy.", noticed_at=later
        )
    one = incident(cast)
    with pytest.raises(BadInput, match="trước lúc phát hiện"):
        actions.note_told(one, by=cast.protector, to="other", name="Báo", at=NOTICED - dt.timedelta(hours=1))
    actions.close_incident(one, by=cast.protector, lesson="Không có ai bị ảnh hưởng.")
    with pytest.raises(Conflict, match="đã kết thúc"):
        actions.mend_incident(one, by=cast.protector, done="Thêm.")


def test_only_who_answers_for_the_unit_writes_and_reads(cast):
    with pytest.raises(NotAllowed):
        actions.record_incident(
            by=cast.leader, unit=cast.cell, title="Mất máy", what="Mất máy.", noticed_at=NOTICED
        )
    one = incident(cast)
    assert [cast.client(who).get(one.get_absolute_url()).status_code for who in ("leader", "secretary")] == [
        403
    ] * 2


def test_the_history_says_in_words_what_was_mended(cast):
    actions.mend_incident(incident(cast), by=cast.protector, affected=18, done="Đã yêu cầu xóa tệp.")
    said = "số người bị ảnh hưởng, đã làm gì để ngăn chặn, khắc phục"
    assert Event.objects.get(verb="incident.mended").note == said


def test_of_many_incidents_the_one_noticed_first_is_asked_for_first(cast):
    first = incident(cast)
    first.noticed_at -= dt.timedelta(days=2)
    first.save()
    for _n in range(todo.MOST_LINES):
        incident(cast)
    assert next(iter(todo.items(cast.protector))).url == first.get_absolute_url()

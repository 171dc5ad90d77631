"""A meeting leaves things to do, the next one is registered, its sheet writes itself, and the cell scores it."""

import datetime as dt
import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest

from lantoa.foundation.agenda import NEXT, REVIEW, STUDY, brought_to
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.tests.forms import Form
from lantoa.foundation.todo import LATER
from lantoa.meetings import actions, late, queries, rules, todo
from lantoa.meetings.models import Appointment, Conclusion, Meeting, ScoreRule, ScoreSheet
from lantoa.people.models import Membership
from lantoa.programme import actions as programme

pytestmark = pytest.mark.django_db
DAY, NEXT_DAY = dt.date(2026, 11, 3), dt.date(2026, 12, 3)
NOVEMBER = Period.months(2026, 11, 1)
PEOPLE = {"Đỗ Thị Hương": 1, "Bùi Văn Thắng": 2, "Lê Văn Hà": 3, "Trần Thị Hà": 4}
POINTS = {
    code: Decimal(points)
    for code, points in [
        ("time", 5), ("attendance", 4), ("preparation", 10), ("conduct", 24),
        ("chair", 9), ("principle", 5), ("results", 27), ("closing", 5),
    ]
}  # fmt: skip


@pytest.fixture
def held(cast):
    """November's meeting, which left two things to do."""
    member = cast.member.person.full_name
    return actions.record_meeting(
        unit=cast.cell,
        kind="regular",
        held_on=DAY,
        by=cast.secretary,
        not_done="- Chưa sửa xong sân trường, đồng chí Lan, 20/12",
        next=f"1. {member} dạy phụ đạo, xong trước 15/1\nBàn việc trồng cây",
    )


@pytest.mark.parametrize(
    ("line", "owner", "due"),
    [
        ("- Đỗ Thị Hương sửa sân trường, 20/12", 1, dt.date(2026, 12, 20)),
        ("đồng chí Thắng đọc báo cáo trước 5/1", 2, dt.date(2027, 1, 5)),
        ("đ/c Hà mua sách", None, None),  # two are called so
        ("Lê Văn Hà mua sách 31/11", 3, None),  # no such day
        ("Xong 12/15 việc", None, None),
        ("2) Bàn việc trồng cây 1/2/2027", None, dt.date(2027, 2, 1)),
        ("Đỗ Thị Hương và Bùi Văn Thắng cùng làm", None, None),
        ("Lê Văn Hàm ở thôn dưới mua sách", None, None),  # her name only begins like that of a member
    ],
)
def test_a_line_says_whose_it_is_and_until_when_or_neither(line, owner, due):
    (task,) = rules.read_tasks(line, PEOPLE, DAY)
    assert (task.owner_id, task.due) == (owner, due)


def test_what_was_concluded_is_open_until_it_is_done(cast, held):
    mended, lessons, trees = held.conclusions.all()
    assert (mended.owner, mended.due) == (cast.secretary.person, dt.date(2026, 12, 20))
    assert lessons.owner == cast.member.person and lessons.due == dt.date(2027, 1, 15)
    assert trees.owner is None and trees.due is None
    then = actions.record_meeting(
        unit=cast.cell, kind="regular", held_on=dt.date(2026, 11, 10), by=cast.secretary, finished=[trees.pk]
    )
    assert set(queries.open_conclusions(cast.cell, cast.today)) == {mended, lessons}
    trees.refresh_from_db()
    assert trees.done_on == then.held_on


def test_a_corrected_text_keeps_what_is_known_of_the_lines_that_stand(cast, held):
    trees = held.conclusions.get(what="Bàn việc trồng cây")
    actions.assign(trees, owner=cast.colleague.person, due=NEXT_DAY, by=cast.secretary)
    actions.change_meeting(held, by=cast.secretary, not_done="", next="Bàn việc trồng cây\nViệc mới")
    kept, new = held.conclusions.order_by("pk")
    assert kept.owner == cast.colleague.person and new.what == "Việc mới"


def test_whose_it_is_reads_it_among_what_is_to_be_done_and_may_say_it_is_done(cast, held):
    (mine,) = todo.items(cast.member)
    assert "dạy phụ đạo" in mine.title and mine.due == dt.date(2027, 1, 15)
    one = held.conclusions.get(owner=cast.member.person)
    with pytest.raises(NotAllowed):
        actions.finish(one, on=cast.today, by=cast.colleague)
    cast.client("member").post(f"/sinh-hoat/viec/{one.pk}/xong/")
    one.refresh_from_db()
    assert one.done_on == cast.today and list(todo.items(cast.member)) == []


def test_whose_it_is_is_reminded_of_the_day(cast, held):
    due = dt.date(2026, 12, 20)
    (one,) = [one for one in late.due(due, due, cast.today) if one.key.startswith("meeting_task")]
    assert one.person_id == cast.secretary.person.pk


def test_nobody_of_another_cell_reads_or_changes_it(cast, held):
    one = held.conclusions.first()
    assert cast.client("other_secretary").get(f"/sinh-hoat/viec/{one.pk}/").status_code == 404
    with pytest.raises(BadInput, match="trước ngày họp"):
        actions.assign(one, owner=None, due=dt.date(2026, 11, 1), by=cast.secretary)


def test_the_year_is_registered_in_one_go_and_agreed_to_above(cast):
    actions.appoint_the_year(unit=cast.cell, day=3, by=cast.secretary, place="Phòng hội đồng")
    one = Appointment.objects.get()
    assert one.held_on == NEXT_DAY and one.state == "đã đăng ký, chờ duyệt"
    with pytest.raises(BadInput, match="đã có lịch"):
        actions.appoint_the_year(unit=cast.cell, day=3, by=cast.secretary)
    with pytest.raises(NotAllowed):
        actions.agree(one, by=cast.secretary)
    actions.agree(one, by=cast.committee)
    assert one.state == "đã thống nhất"
    actions.reappoint(one, held_on=dt.date(2026, 12, 4), by=cast.secretary)
    assert one.approved_on is None


def test_no_day_of_the_past_is_registered_and_none_twice(cast):
    common = {"unit": cast.cell, "kind": "regular", "by": cast.secretary}
    with pytest.raises(BadInput, match="đã qua"):
        actions.appoint(held_on=DAY, **common)
    actions.appoint(held_on=NEXT_DAY, **common)
    with pytest.raises(BadInput, match="đã đăng ký"):
        actions.appoint(held_on=NEXT_DAY, **common)


def test_the_recorded_meeting_fills_its_place_in_the_calendar(cast):
    one = actions.appoint(
        unit=cast.cell, kind="regular", held_on=cast.today, by=cast.secretary, story="Chuyện A"
    )
    address = f"/sinh-hoat/ghi/?lich={one.pk}"
    form = Form(cast.client("secretary"), address)
    assert form["story"] == "Chuyện A"
    form.send()
    one.refresh_from_db()
    assert one.meeting == Meeting.objects.get() and one.meeting.story == "Chuyện A" and one.state == "đã họp"


def test_the_sheet_writes_itself(cast, held):
    planned = actions.appoint(
        unit=cast.cell,
        kind="regular",
        held_on=NEXT_DAY,
        by=cast.secretary,
        story="Chuyện A",
        presenter="Tổ 2",
    )
    tasks = [{"content": "Tổng kết năm", "due": dt.date(2026, 12, 20)}]
    year = {"scope": "year", "starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}
    programme.record_issued_plan(
        unit=cast.cell, by=cast.secretary, number="1", issued_on=DAY, title="Kế hoạch", tasks=tasks, **year
    )
    points = list(brought_to(cast.cell, cast.secretary, NEXT_DAY))
    words = {(point.part, point.words) for point in points}
    assert (STUDY, "Kể chuyện: Chuyện A") in words and (NEXT, "Tổng kết năm") in words
    assert (REVIEW, "Bàn việc trồng cây") in words
    page = cast.client("secretary").get(planned.get_absolute_url()).content.decode()
    assert "Chuyện A" in page and "Tổ 2" in page and "Tổng kết năm" in page and "hạn 20/12/2026" in page
    assert cast.client("member").get(planned.get_absolute_url()).status_code == 403


def test_the_sheet_is_offered_a_week_before(cast):
    actions.appoint(unit=cast.cell, kind="regular", held_on=NEXT_DAY, by=cast.secretary)
    offered = [one.title for one in todo.items(replace(cast.secretary, on=dt.date(2026, 11, 27)))]
    assert "Chuẩn bị sinh hoạt thường kỳ 03/12/2026" in offered
    early = [one.title for one in todo.items(replace(cast.secretary, on=dt.date(2026, 11, 20)))]
    assert not [title for title in early if title.startswith("Chuẩn bị")]


def test_the_schedule_names_every_cell_and_who_has_not_registered(cast):
    actions.appoint(unit=cast.cell, kind="regular", held_on=NEXT_DAY, by=cast.secretary, place="Hội trường")
    address = "/sinh-hoat/lich/cac-chi-bo/?thang=2026-12"
    page = cast.client("committee").get(address).content.decode()
    assert "1/2 chi bộ" in page and "chờ đăng ký" in page and "Hội trường" in page
    word = cast.client("committee").get("/sinh-hoat/lich/cac-chi-bo/word/?thang=2026-12").content
    text = zipfile.ZipFile(BytesIO(word)).read("word/document.xml").decode()
    assert "Lịch sinh hoạt lệ" in text and "Chi bộ thôn Nà Lùng" in text


def test_minutes_and_resolution_say_who_came_and_how_last_months_tasks_stand(cast, held):
    client = cast.client("secretary")
    then = actions.record_meeting(
        unit=cast.cell, kind="regular", held_on=dt.date(2026, 11, 10), by=cast.secretary, done="Đã trồng cây"
    )
    texts = [
        zipfile.ZipFile(BytesIO(client.get(f"{then.get_absolute_url()}{what}/word/").content))
        .read("word/document.xml")
        .decode()
        for what in ("bien-ban", "nghi-quyet")
    ]
    assert "Phải dự: 3 đảng viên; có mặt: 3" in texts[0] and "Đã trồng cây" in texts[0]
    assert "Bàn việc trồng cây" in texts[1] and "chưa xong" in texts[1] and "PHÂN CÔNG" in texts[1]


def test_the_cell_scores_its_meeting_itself_and_the_level_above_reads_the_table(cast, held):
    address = f"{held.get_absolute_url()}tu-cham/"
    Form(cast.client("secretary"), address).send(
        note="Thiếu 10 phút", **{k: str(v) for k, v in POINTS.items()}
    )
    sheet = ScoreSheet.objects.get()
    assert (sheet.total, sheet.band) == (Decimal("89.00"), "fair")
    page = cast.client("committee").get("/sinh-hoat/diem/?thang=2026-11").content.decode()
    assert "Thiếu 10 phút" in page and ">89<" in page.replace(" ", "").replace("\n", "")


def test_a_month_without_a_theme_counts_as_the_local_rule_says():
    given = {"all": Decimal(76)}
    as_is = rules.total_of(given, has_theme=False, thematic=5, is_scaled=False)
    scaled = rules.total_of(given, has_theme=False, thematic=5, is_scaled=True)
    assert (as_is, scaled) == (Decimal("76.00"), Decimal("80.00"))
    assert rules.total_of(given, has_theme=True, thematic=5, is_scaled=True) == 76
    for is_scaled, most in ((False, 95), (True, 100)):
        every = rules.total_of({"all": Decimal(100)}, has_theme=False, thematic=5, is_scaled=is_scaled)
        assert every == most, "points of the theme do not count where there was none"


@pytest.mark.parametrize(
    ("total", "band"),
    [("100", "good"), ("90", "good"), ("89.99", "fair"), ("69.99", "average"), ("0", "weak")],
)
def test_the_bands_begin_where_the_rule_says(total, band):
    bands = [(90, "good"), (70, "fair"), (50, "average"), (0, "weak")]
    assert rules.band_of(Decimal(total), bands) == band


def test_more_than_the_most_and_nothing_at_all_are_refused(cast, held):
    for wrong in (POINTS | {"chair": Decimal(11)}, {k: v for k, v in POINTS.items() if k != "chair"}):
        with pytest.raises(BadInput):
            actions.score(held, points=wrong, note="", by=cast.secretary)
    assert not ScoreSheet.objects.exists()


def test_new_weights_hold_from_their_day_and_old_sheets_keep_theirs(cast, held):
    sheet = actions.score(held, points=POINTS, note="", by=cast.secretary)
    most = {"chair": 5, "principle": 10}
    said = {"name": "Cách chấm của tỉnh", "basis": "", "without_theme": "scaled"}
    with pytest.raises(NotAllowed):
        actions.change_rule(starts=dt.date(2027, 1, 1), most=most, by=cast.committee, **said)
    with pytest.raises(BadInput, match="phải là 100"):
        actions.change_rule(starts=dt.date(2027, 1, 1), most={"chair": 1}, by=cast.officer, **said)
    new = actions.change_rule(starts=dt.date(2027, 1, 1), most=most, by=cast.officer, **said)
    assert queries.score_rule(dt.date(2027, 1, 1)) == new != sheet.rule
    assert queries.score_rule(DAY) == sheet.rule and ScoreRule.objects.count() == 2


def test_what_is_learnt_under_the_flag_is_no_task(cast):
    actions.record_meeting(
        unit=cast.cell, kind="flag", held_on=DAY, by=cast.secretary, present=20, next="Tiết kiệm điện"
    )
    assert not Conclusion.objects.exists()


def test_the_rule_is_reached_from_the_programme_and_changed_by_who_keeps_the_lists_alone(cast):
    client, address = cast.client("officer"), "/sinh-hoat/diem/cach-cham/"
    assert address in client.get("/chuong-trinh/").content.decode()
    assert "Áp dụng cách chấm này" in client.get(address).content.decode()
    other = cast.another_province()
    theirs = replace(cast.officer, unit=other)
    said = {"name": "Cách chấm khác", "basis": "", "without_theme": "as_is"}
    with pytest.raises(NotAllowed):
        actions.change_rule(starts=dt.date(2027, 1, 1), most={}, by=theirs, **said)


def test_who_does_not_keep_the_lists_reads_the_rule(cast, monkeypatch):
    monkeypatch.setattr("lantoa.meetings.pages.scoring.keeps_lists", lambda actor: False)
    page = cast.client("officer").get("/sinh-hoat/diem/cach-cham/").content.decode()
    assert "Điều hành của bí thư" in page and "Áp dụng cách chấm này" not in page


def test_a_cell_whose_list_nobody_entered_has_no_number_in_the_schedule(cast):
    Membership.objects.filter(unit=cast.other_cell).delete()
    rows = {place.unit: due for place, _one, due in queries.schedule_of(cast.commune, NOVEMBER, cast.today)}
    assert rows[cast.other_cell] is None and rows[cast.cell] == 3
    page = cast.client("committee").get("/sinh-hoat/lich/cac-chi-bo/").content.decode()
    assert 'Sốlượng">–</td>' in "".join(page.split())


def test_the_next_day_stands_beside_what_is_to_be_done(cast):
    day = cast.today + dt.timedelta(days=7)
    actions.appoint(
        kind="thematic", held_on=day, topic="Nói đi đôi với làm", unit=cast.cell, by=cast.secretary
    )
    panel = cast.client("secretary").get("/sinh-hoat/lich/sap-toi/").content.decode()
    assert "Nói đi đôi với làm" in panel and "Xem phiếu" in panel
    far = cast.client("far_secretary").get("/sinh-hoat/lich/sap-toi/").content.decode()
    assert "Nói đi đôi với làm" not in far and "Hiện chưa có gì" in far


def test_what_is_registered_for_later_says_from_when_it_is_recorded(cast):
    one = actions.appoint(
        unit=cast.cell, by=cast.secretary, kind="regular", held_on=cast.today + dt.timedelta(days=17)
    )
    [locked] = [task for task in todo.items(cast.secretary) if task.state == LATER]
    assert (locked.title, locked.due) == ("Ghi sinh hoạt thường kỳ 03/12/2026", one.held_on)
    assert "Mở từ 03/12/2026" in " ".join(cast.client("secretary").get("/").content.decode().split())

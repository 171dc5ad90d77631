"""The secretary records a meeting on the page: a few ticks, a theme, three lines, one button."""

import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.meetings import actions
from lantoa.meetings.models import Meeting
from lantoa.programme import actions as programme
from tests.cast import person

pytestmark = pytest.mark.django_db
YEAR = {"kind": "year", "starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}


@pytest.fixture
def cell(cast):
    """A cell of eighteen under the commune's theme."""
    for number in range(15):
        person(f"Trần Văn Bảy {number}", cast.cell)
    cast.things["theme"] = programme.set_theme(
        unit=cast.commune, by=cast.committee, title="Nêu gương của người đứng đầu", **YEAR
    )
    return cast


def sent(page: str) -> dict:
    """What a browser would send of the form as it stands, as far as this story needs it."""
    theme = re.search(r'<option value="(\d+)" selected>', page)[1]
    return {
        "held_on": re.search(r'name="held_on" value="([^"]+)"', page)[1],
        "minutes": re.search(r'name="minutes" value="([^"]+)"', page)[1],
        "theme": theme,
    }


def test_all_present_but_two_a_theme_and_three_lines(cell):
    client = cell.client("secretary")
    page = client.get("/sinh-hoat/ghi/?loai=regular&thang=2026-11").content.decode()
    assert page.count('name="absent"') == 18 and "Chỉ chạm vào người vắng" in page
    form = sent(page)
    assert form["theme"] == str(cell.things["theme"].pk) and form["minutes"] == "90"
    away = [cell.member.person.pk, cell.colleague.person.pk]
    form |= {
        "absent": away,
        f"reason-{away[0]}": "ill",
        f"reason-{away[1]}": "none",
        "done": "Đã dạy 12 buổi phụ đạo.",
        "not_done": "Chưa sửa xong sân trường.",
        "next": "Xong trước 20/12.",
    }
    answer = client.post("/sinh-hoat/ghi/?loai=regular&thang=2026-11", form)
    meeting = Meeting.objects.get()
    assert answer["Location"] == meeting.get_absolute_url()
    assert meeting.ratio == "16/18" and meeting.theme == cell.things["theme"]
    assert (meeting.done, meeting.next) == ("Đã dạy 12 buổi phụ đạo.", "Xong trước 20/12.")
    shown = client.get(meeting.get_absolute_url()).content.decode()
    assert "16/18" in shown and "88,89%" in shown and "Đỗ Thị Hương" in shown and "ốm" in shown
    assert "Có 1 đảng viên vắng không lý do." in shown
    assert "16/18" in client.get("/sinh-hoat/").content.decode()


def test_a_member_reads_it_without_the_names_of_the_absent(cell):
    client = cell.client("secretary")
    away = cell.colleague.person
    client.post("/sinh-hoat/ghi/", {"held_on": "3/11/2026", "absent": away.pk, "done": "Tốt."})
    meeting = Meeting.objects.get()
    page = cell.client("member").get(meeting.get_absolute_url()).content.decode()
    assert "17/18" in page and "Tốt." in page
    assert away.full_name not in page and "Sổ tay" not in page
    assert meeting.get_absolute_url() in cell.client("member").get("/sinh-hoat/chi-bo-toi/").content.decode()
    assert "chưa ghi buổi nào" in cell.client("former").get("/sinh-hoat/chi-bo-toi/").content.decode()


def test_what_is_wrong_is_said_and_the_ticks_stay(cell):
    away = cell.member.person.pk
    page = cell.client("secretary").post(
        "/sinh-hoat/ghi/",
        {
            "held_on": "31/2/2026",
            "minutes": "chín mươi",
            "absent": away,
            f"reason-{away}": "work",
            "starts_at": "25h",
        },
    )
    text = page.content.decode()
    assert "Có 3 chỗ cần sửa" in text and "không có thật" in text and "ví dụ 14:00" in text
    assert re.search(rf'value="{away}" checked', text) and '<option value="work" selected>' in text
    assert '<details class="card mt" open>' in text
    assert not Meeting.objects.exists()


def test_more_present_than_due_is_asked_about_on_the_page(cell):
    client = cell.client("secretary")
    form = {"held_on": "3/11/2026", "present": "20"}
    text = client.post("/sinh-hoat/ghi/", form).content.decode()
    assert "nhiều hơn số đảng viên phải dự (18)" in text and '<details class="card mt" open>' in text
    assert (
        client.post("/sinh-hoat/ghi/", form | {"attendance_note": "Chi bộ bạn cùng dự."}).status_code == 302
    )


@pytest.mark.parametrize(
    ("kind", "asked", "not_asked"),
    [
        ("regular", ["combined", "done", "story", "opinions", "posted"], ["members"]),
        ("thematic", ["topic", "presenter", "done"], ["combined", "members"]),
        (
            "flag",
            ["story", "topic", "present", "next"],
            ["combined", "absent", "done", "members", "opinions"],
        ),
        ("board", ["members", "present", "done"], ["absent", "story", "posted"]),
    ],
)
def test_each_kind_is_asked_only_what_it_has(cell, kind, asked, not_asked):
    page = cell.client("secretary").get(f"/sinh-hoat/ghi/?loai={kind}").content.decode()
    names = set(re.findall(r'name="([a-z_]+)"', page))
    assert set(asked) <= names and not names & set(not_asked)


def test_under_the_flag_a_story_is_told(cell):
    client = cell.client("secretary")
    form = {
        "held_on": "2/11/2026",
        "present": "45",
        "story": "Phải quan tâm đến mọi người hơn",
        "presenter": "Tổ Văn",
    }
    assert client.post("/sinh-hoat/ghi/?loai=flag", form).status_code == 302
    meeting = Meeting.objects.get()
    assert meeting.kind == "flag" and meeting.present == 45
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Phải quan tâm đến mọi người hơn" in page and "Vắng không lý do" not in page


def test_the_next_meeting_begins_where_the_last_was_held(cell):
    actions.record_meeting(
        unit=cell.cell,
        by=cell.secretary,
        kind="regular",
        held_on=dt.date(2026, 10, 3),
        starts_at=dt.time(14, 0),
        minutes=100,
        place="Phòng hội đồng",
    )
    page = cell.client("secretary").get("/sinh-hoat/ghi/").content.decode()
    assert 'value="14:00"' in page and 'value="100"' in page and 'value="Phòng hội đồng"' in page


def test_minutes_and_posting_in_the_same_stroke(cell):
    client = cell.client("secretary")
    paper = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4 bien ban")
    form = {"held_on": "3/11/2026", "file": paper, "minutes_number": "11-BB/CB", "posted": "on"}
    client.post("/sinh-hoat/ghi/", form)
    meeting = Meeting.objects.get()
    assert meeting.posted_to_handbook_at is not None
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Đã đăng kết quả lúc 08:00, 16/11/2026" in page and "11-BB/CB" in page
    file = client.get(f"{meeting.get_absolute_url()}bien-ban/")
    assert b"".join(file.streaming_content) == b"%PDF-1.4 bien ban"
    edit = client.get(f"{meeting.get_absolute_url()}sua/").content.decode()
    assert 'name="posted"' not in edit


def test_correcting_shows_what_is_kept(cell):
    client, away = cell.client("secretary"), cell.member.person.pk
    client.post(
        "/sinh-hoat/ghi/", {"held_on": "3/11/2026", "absent": away, f"reason-{away}": "work", "done": "A"}
    )
    meeting = Meeting.objects.get()
    page = client.get(f"{meeting.get_absolute_url()}sua/").content.decode()
    assert f'value="{away}" checked' in page and '<option value="work" selected>' in page
    assert 'name="present" value' not in page
    client.post(f"{meeting.get_absolute_url()}sua/", {"held_on": "3/11/2026", "done": "B"})
    meeting.refresh_from_db()
    assert meeting.ratio == "18/18" and meeting.done == "B"
    client.post(f"{meeting.get_absolute_url()}da-dang/")
    assert client.post(f"{meeting.get_absolute_url()}da-dang/").status_code == 409
    client.post(f"{meeting.get_absolute_url()}bo/", {"reason": "Ghi nhầm tháng."})
    assert not Meeting.objects.exists()


def test_the_committee_records_for_a_cell_named_in_the_address(cell):
    client = cell.client("committee")
    url = f"/sinh-hoat/ghi/?don-vi={cell.cell.code}"
    assert client.get(url).content.decode().count('name="absent"') == 18
    assert client.post(url, {"held_on": "3/11/2026"}).status_code == 302
    assert Meeting.objects.get().unit == cell.cell
    assert client.get(f"/sinh-hoat/ghi/?don-vi={cell.far_cell.code}").status_code == 404


@pytest.mark.parametrize(("typed", "shown"), [("", "chưa ghi"), ("0", "0"), ("4", "4")])
def test_opinions_left_blank_are_not_told_as_none(cell, typed, shown):
    client = cell.client("secretary")
    form = sent(client.get("/sinh-hoat/ghi/").content.decode()) | {"opinions": typed}
    page = client.post("/sinh-hoat/ghi/", form, follow=True).content.decode()
    assert re.search(r"Ý kiến phát biểu</dt>\s*<dd class=\"num\">\s*([^<]+?)\s*</dd>", page)[1] == shown


def test_a_meeting_without_attendance_says_so_and_nobody_is_counted_as_absent(cell):
    client = cell.client("secretary")
    form = sent(client.get("/sinh-hoat/ghi/").content.decode()) | {"uncounted": "on"}
    page = client.post("/sinh-hoat/ghi/", form, follow=True).content.decode()
    meeting = Meeting.objects.get()
    assert meeting.present is None and "Chưa ghi điểm danh" in page and "0/18" not in page
    again = client.get(f"{meeting.get_absolute_url()}sua/").content.decode()
    assert re.search(r'name="uncounted"[^>]*checked', again)
    client.post(f"{meeting.get_absolute_url()}sua/", sent(again))
    assert Meeting.objects.get().ratio == "18/18"


@pytest.mark.parametrize("kind", ["flag", "board"])
def test_attendance_left_blank_is_not_told_as_none(cell, kind):
    client = cell.client("committee")
    page = client.post(f"/sinh-hoat/ghi/?loai={kind}", {"held_on": "3/11/2026"}, follow=True).content.decode()
    assert Meeting.objects.get().present is None and "chưa ghi" in page

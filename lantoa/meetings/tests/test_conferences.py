"""A conference that sums up: programme, speeches, who came, who was praised; and attendance from any table."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest

from lantoa.exchange import actions as lists
from lantoa.exchange import queries as of_lists
from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.sheets import as_workbook
from lantoa.foundation.tables import read_file, read_text
from lantoa.meetings import actions
from lantoa.meetings.exchange import MEETINGS
from lantoa.meetings.models import Meeting

pytestmark = pytest.mark.django_db
TYPED = {
    "held_on": "02/11/2026",
    "topic": "Sơ kết 6 tháng đầu năm 2026",
    "programme": "1. Báo cáo sơ kết\n2. Tham luận",
    "speeches": "- Chi bộ thôn Nà Lùng: tủ sách lưu động\n- Trường THCS: tiết học không tiếng chuông",
    "praise": "Tổ Toán: biểu dương",
    "present": "38",
    "members": "40",
    "guests": "3",
    "next": "Nhân rộng tủ sách, đồng chí Lan, 20/12",
}


def test_a_conference_is_recorded_read_by_members_printed_and_counted(cast):
    client, page = cast.client("secretary"), "/sinh-hoat/ghi/?loai=conference"
    assert "Ghi tên hội nghị" in client.post(page, TYPED | {"topic": ""}).content.decode()
    assert client.post(page, TYPED).status_code == 302
    held = Meeting.objects.get()
    assert (held.ratio, held.guests, held.kind) == ("38/40", 3, "conference")
    shown = cast.client("member").get(held.get_absolute_url()).content.decode()
    for words in ("Tham luận (2 bài)", "tủ sách lưu động", "Tổ Toán: biểu dương", "Báo cáo sơ kết"):
        assert words in shown
    with zipfile.ZipFile(BytesIO(client.get(f"{held.get_absolute_url()}bien-ban/word/").content)) as word:
        text = word.read("word/document.xml").decode()
    for words in ("IV. BIỂU DƯƠNG, KHEN THƯỞNG", "tiết học không tiếng chuông", "38/40", "khách mời: 3"):
        assert words in text
    year = Period.year(2026)
    assert counting.figure("meetings.conferences", unit=cast.commune, period=year).value == 1
    kinds = {"conference": 1, "regular": 0}
    for kind, n in kinds.items():
        found = counting.figure("meetings.held", unit=cast.commune, period=year, split=("kind", kind))
        assert found.value == n
    edit = client.get(f"{held.get_absolute_url()}sua/").content.decode()
    assert "tủ sách lưu động" in edit and 'value="3"' in edit


def test_a_table_of_names_becomes_the_ticks_of_the_form(cast):
    hers, away = cast.member.person, cast.colleague.person
    client = cast.client("secretary")
    assert "/sinh-hoat/ghi/bang/" in client.get("/sinh-hoat/ghi/").content.decode()
    table = f"Họ và tên\tCó mặt\tLý do\n{hers}\tvắng\tốm\n{away}\tx\t\nNgười Lạ\tx\t\n"
    answer = client.post("/sinh-hoat/ghi/bang/?loai=regular&thang=2026-10", {"text": table}, follow=True)
    shown = answer.content.decode()
    assert "Không thấy trong danh sách: Người Lạ." in shown and "Đã đọc từ phiếu, bảng; chưa lưu" in shown
    assert f'value="{hers.pk}" checked' in " ".join(shown.split()) and "03/10/2026" in shown
    assert not Meeting.objects.exists()
    said = client.post("/sinh-hoat/ghi/bang/", {"text": "A\tB\n1\t2"}).content.decode()
    assert "Không thấy cột họ tên" in said


def test_no_half_person_comes_in_and_what_is_not_said_of_opinions_stays_unknown(cast):
    rows = "Ngày\tLoại\tSố có mặt\tSố phải dự\n03/10/2026\tchi ủy\t2,5\t3\n02/10/2026\tchi ủy\t3\t3"
    draft = lists.open_list(read_text(rows), kind="meetings", unit=cast.cell, by=cast.secretary)
    half, whole = of_lists.look(draft, cast.secretary).plans
    assert half.row.wrongs["present"] and not whole.row.wrongs
    lists.carry_out(draft, by=cast.secretary)
    assert Meeting.objects.get().opinions is None
    with pytest.raises(BadInput, match="Ghi tên hội nghị"):
        actions.record_meeting(
            unit=cast.cell, kind="conference", held_on=dt.date(2026, 11, 2), present=3, by=cast.secretary
        )


def test_lines_go_out_to_a_list_and_come_back_as_lines(cast):
    """Each line that is next is a thing to do: none may run into another in one cell."""
    said = {"done": "Dạy 12 buổi.\nThăm ba hộ.", "next": "Sửa sân trường\nTrồng cây"}
    held = actions.record_meeting(
        unit=cast.cell, kind="regular", held_on=dt.date(2026, 11, 2), by=cast.secretary, **said
    )
    book = as_workbook(MEETINGS.kind, MEETINGS.kind.rows(cast.cell, by=cast.secretary), by=cast.secretary)
    grid = read_file("a.xlsx", book)
    grid.rows[1] = [cell.replace("Trồng cây", "Trồng hoa") for cell in grid.rows[1]]
    draft = lists.open_list(grid, kind="meetings", unit=cast.cell, by=cast.secretary)
    lists.carry_out(draft, by=cast.secretary)
    held.refresh_from_db()
    assert (held.done, held.next) == (said["done"], "Sửa sân trường\nTrồng hoa")
    assert [one.what for one in held.conclusions.order_by("pk")] == ["Sửa sân trường", "Trồng hoa"]


def test_a_list_brings_no_more_than_the_form_lets_one_change(cast):
    rows = f"Ngày\tLoại\tViệc tới\n03/10/2026\tthường kỳ\t{'a' * 2001}\n02/10/2026\tthường kỳ\t{'a' * 2000}"
    draft = lists.open_list(read_text(rows), kind="meetings", unit=cast.cell, by=cast.secretary)
    too_long, fits = of_lists.look(draft, cast.secretary).plans
    assert "dài quá 2000 ký tự" in str(too_long.row.wrongs["next"]) and not fits.row.wrongs

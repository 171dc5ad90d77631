"""Việc cần làm: what is to be done today, which first, how long it takes."""

import datetime as dt
from types import SimpleNamespace

import pytest

from lantoa.foundation.todo import Todo
from lantoa.portal import queries

NEAR, FAR = dt.date(2026, 11, 20), dt.date(2026, 11, 25)


@pytest.fixture
def asked(monkeypatch):
    """Let a room ask for these things, of everybody."""

    def ask(*tasks: Todo) -> None:
        room = SimpleNamespace(items=lambda actor: tasks)
        monkeypatch.setattr(queries, "gather", lambda door: (room, SimpleNamespace()))

    return ask


def test_the_nearest_deadline_comes_first_and_those_without_one_last(cast, asked):
    asked(
        Todo("Không hạn", "/a/", "Ghi tiếp"),
        Todo("Xa", "/b/", "Kiểm tra số liệu", due=FAR),
        Todo("Gần", "/c/", "Xem và duyệt", due=NEAR),
    )
    assert [task.title for task in queries.work_of(cast.secretary).todo] == ["Gần", "Xa", "Không hạn"]


def test_locked_and_finished_things_stand_apart_and_cost_no_minutes(cast, asked):
    asked(
        Todo("Làm ngay", "/a/", "Ghi tiếp", minutes=5),
        Todo("Chưa mở", "", "", minutes=10, due=dt.date(2026, 12, 1), state="later"),
        Todo("Đã gửi", "/c/", "", minutes=3, state="done"),
    )
    work = queries.work_of(cast.member)
    assert (len(work.todo), len(work.later), len(work.done)) == (1, 1, 1)
    assert work.minutes == 5
    assert work.next_opening == dt.date(2026, 12, 1)


def test_the_page_greets_by_given_name_counts_and_adds_up(cast, asked):
    asked(
        Todo("Duyệt 4 bản đăng ký", "/dang-ky/duyet/", "Xem và duyệt", minutes=5, due=NEAR),
        Todo("Ghi kết quả sinh hoạt", "/sinh-hoat/1/", "Ghi tiếp", minutes=7, note="còn 2 ô"),
    )
    page = cast.client("secretary").get("/").content.decode()
    assert "Chào đồng chí Lan. Hôm nay thứ Hai, 16/11/2026." in page
    assert "2 việc</b>" in page and "12 phút</b>" in page
    assert "Hạn 20/11/2026, còn 4 ngày" in page
    assert "còn 2 ô" in page


def test_only_the_first_thing_has_the_red_button(cast, asked):
    asked(*(Todo(f"Việc {n}", f"/{n}/", "Mở") for n in range(3)))
    page = cast.client("secretary").get("/").content.decode()
    assert page.count('class="btn pri"') == 1
    assert page.index('class="btn pri"') < page.index("Việc 1")


def test_each_button_says_of_which_thing_it_is(cast, asked):
    asked(Todo("Duyệt 4 bản đăng ký", "/dang-ky/duyet/", "Xem và duyệt"))
    page = cast.client("secretary").get("/").content.decode()
    assert 'Xem và duyệt<span class="sr">: Duyệt 4 bản đăng ký</span>' in page


def test_nothing_to_do_says_so_and_when_the_next_thing_opens(cast, asked):
    asked()
    assert "Không còn việc nào" in cast.client("member").get("/").content.decode()
    asked(Todo("Đề nghị biểu dương", "", "", due=dt.date(2026, 12, 1), state="later"))
    page = cast.client("member").get("/").content.decode()
    assert "Việc tiếp theo mở ngày 01/12/2026." in page
    assert "Chưa mở" in page


def test_finished_things_wait_folded(cast, asked):
    asked(Todo("Gửi biên bản tháng 10", "/x/", "", state="done", note="gửi ngày 05/11/2026"))
    page = cast.client("secretary").get("/").content.decode()
    assert "Đã xong (1 việc)" in page
    assert "gửi ngày 05/11/2026" in page


def test_what_people_write_is_only_ever_text(cast, asked):
    asked(Todo("<script>alert(1)</script>", "/a/", "Mở", note="<b>x</b>"))
    page = cast.client("secretary").get("/").content.decode()
    assert "<script>alert" not in page and "<b>x</b>" not in page


def test_a_small_unit_sees_its_year_in_numbers_that_open(cast):
    page = cast.client("secretary").get("/").content.decode()
    assert "Đơn vị mình năm 2026" in page
    assert f"/so-lieu/registrations.share_of_members/?don-vi={cast.cell.code}&amp;ky=2026" in page


def test_a_member_and_a_province_see_no_numbers_beside_the_work(cast, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert queries.year_of_unit(cast.member) == []
        assert queries.year_of_unit(cast.officer) == []


@pytest.mark.deep(slow=True)
def test_every_room_answers_for_every_role(cast):
    for who in ("member", "secretary", "committee", "officer", "leader", "inspector", "administrator"):
        work = queries.work_of(getattr(cast, who))
        assert all(task.title and (task.url or task.state != "todo") for task in work.todo + work.later)


def test_a_stranger_is_sent_to_sign_in(client):
    answer = client.get("/")
    assert answer.status_code == 302 and answer["Location"].startswith("/dang-nhap/")


def test_at_most_seven_at_once_and_the_rest_behind_a_line(cast, asked):
    asked(*[Todo(f"Việc thứ {n}", f"/{n}/", "Làm") for n in range(1, 10)])
    work = queries.work_of(cast.secretary)
    assert (len(work.first), len(work.rest), len(work.todo)) == (7, 2, 9)
    page = cast.client("secretary").get("/").content.decode()
    assert " ".join(page.split()).count("việc nữa") == 1 and "Việc thứ 9" in page


def test_what_nobody_wrote_down_is_not_nought_beside_the_work(cast):
    year = queries.year_of_unit(cast.secretary)
    assert year and {one.show() for one in year} == {"chưa ghi"}
    assert "chưa ghi" in cast.client("secretary").get("/").content.decode()


def test_the_year_beside_the_work_is_asked_as_of_a_day(cast):
    first = queries.year_of_unit(cast.secretary, dt.date(2026, 4, 15))[0]
    assert "2026-01-01..2026-04-15" in first.url, "the list behind counts the same"
    client = cast.client("secretary")
    assert "Tính đến ngày" in client.get("/").content.decode()
    assert "Đơn vị mình năm 2025" in client.get("/", {"ngay": "31/12/2025"}).content.decode()

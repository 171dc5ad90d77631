"""Reading: one's own, the list of a cell, the one who has not registered, the print; always few queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lantoa.foundation.models import Event
from lantoa.people import actors
from lantoa.people import rules as of_people
from lantoa.registrations import actions
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers
from tests.cast import person

INDEX, MINE = reverse("registrations:index"), reverse("registrations:mine")


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_my_page_is_empty_then_full(cast):
    client = cast.client("member")
    assert "Đồng chí chưa đăng ký năm 2027. Mất khoảng 5 phút." in read(client, MINE)
    papers.drafted(cast.member)
    assert "Viết tiếp" in read(client, MINE)
    one = papers.approved(cast.member, cast.secretary)
    actions.record_progress(
        one.tasks.get(), by=cast.member, on=cast.today, text="Giúp 12 cụ ở tổ 4.", value=Decimal(12)
    )
    page = read(client, MINE)
    assert "12/30</span> người" in page and "Giúp 12 cụ ở tổ 4." in page and "Ghi kết quả" in page


def test_earlier_years_stay_readable(cast):
    old = replace(cast.member, on=dt.date(2024, 1, 10))
    actions.submit(papers.drafted(old, year=2024, task=Undertaking("Đọc sách đầu buổi")), by=old)
    page = read(cast.client("member"), MINE)
    assert "Những năm trước" in page and "Đọc sách đầu buổi" in page


def test_someone_without_a_cell_is_told_whom_to_ask(cast):
    cast.member.person.memberships.all().delete()
    answer = cast.client("member").get(MINE)
    assert answer.status_code == 403  # without a cell one holds no role at all


def test_the_list_names_what_and_how_far_and_who_has_not(cast):
    one = papers.approved(cast.member, cast.secretary)
    actions.record_progress(
        one.tasks.get(), by=cast.member, on=dt.date(2026, 11, 15), text="Giúp 12 cụ.", value=Decimal(12)
    )
    papers.submitted(cast.colleague)
    page = read(cast.client("secretary"), INDEX)
    for said in (
        "2 bản đã gửi",
        "1 bản chờ duyệt",
        "1 đảng viên chưa đăng ký",
        "12/30",
        "15/11/2026",
        "Duyệt 1 bản",
    ):
        assert said in page
    missing = read(cast.client("secretary"), f"{INDEX}?loc=chua-dang-ky")
    assert "Nguyễn Thị Lan" in missing and "Bùi Văn Thắng" not in missing


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ("cho-duyet", {"Thắng"}),
        ("tra-lai", {"Mai"}),
        ("da-duyet", {"Hương"}),
        ("chua-ghi", set()),
        ("", {"Thắng", "Mai", "Hương"}),
        ("la", {"Thắng", "Mai", "Hương"}),
    ],
)
def test_the_filters_of_the_list(cast, chosen, shown):
    mai = actors.as_member(person("Hoàng Thị Mai", cast.cell).memberships.get(), cast.today)
    papers.approved(cast.member, cast.secretary)
    papers.submitted(cast.colleague)
    actions.return_for_changes(papers.submitted(mai), by=cast.secretary, reasons=["no_target"])
    page = read(cast.client("secretary"), f"{INDEX}?loc={chosen}")
    table = page.partition("<tbody>")[2]
    assert {name for name in ("Thắng", "Mai", "Hương") if name in table} == shown


def test_silent_papers_are_found(cast):
    old = replace(cast.member, on=dt.date(2026, 1, 10))
    one = papers.submitted(old, year=2026)
    actions.approve(one, by=cast.secretary, meeting_on=dt.date(2026, 1, 20), minutes_number="01")
    address = f"{INDEX}?loc=chua-ghi&nam=2026"
    assert "Đỗ Thị Hương" in read(cast.client("secretary"), address)
    actions.record_progress(one.tasks.get(), by=cast.member, on=dt.date(2026, 11, 1), text="Một buổi")
    assert "Không có bản nào khớp" in read(cast.client("secretary"), address)


def test_the_province_reads_all_and_narrows_to_a_commune(cast):
    papers.submitted(cast.member)
    papers.submitted(cast.far_secretary)
    assert "2 bản đã gửi" in read(cast.client("officer"), INDEX)
    narrowed = read(cast.client("officer"), f"{INDEX}?don-vi={cast.far.code}")
    assert "1 bản đã gửi" in narrowed and "Giàng A Sử" in narrowed and "Đỗ Thị Hương" not in narrowed
    assert cast.client("secretary").get(f"{INDEX}?don-vi={cast.far.code}").status_code == 404


@pytest.mark.parametrize("year", ["2031", "abc", "99999", "²⁰²⁷", "-1"])
def test_a_year_that_makes_no_sense_shows_an_empty_list_not_a_fault(cast, year):
    assert "Chưa ai đăng ký" in read(cast.client("secretary"), f"{INDEX}?nam={year}")


@pytest.mark.deep
def test_a_list_of_many_asks_no_more_than_a_list_of_few(cast):
    client = cast.client("secretary")

    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        return len(seen)

    def somebody(number: int) -> None:
        author = actors.as_member(person(f"Vàng Văn {number}", cast.cell).memberships.get(), cast.today)
        one = papers.approved(author, cast.secretary)
        actions.record_progress(one.tasks.get(), by=author, on=cast.today, text="Một buổi")
        papers.submitted(actors.as_member(person(f"Hạng {number}", cast.cell).memberships.get(), cast.today))

    somebody(0)
    lists = (INDEX, f"{INDEX}?loc=chua-dang-ky", f"{INDEX}?loc=cho-duyet", reverse("registrations:queue"))
    asked(INDEX)
    before = [asked(address) for address in lists]
    for number in range(1, 7):
        somebody(number)
        person(f"Lò Thị {number}", cast.cell)
    assert [asked(address) for address in lists] == before
    assert max(before) < 40


def test_the_print_holds_the_paper_and_its_meeting(cast):
    one = papers.approved(cast.member, cast.secretary, ethics="Gần dân, nói đi đôi với làm.")
    page = read(cast.client("member"), reverse("registrations:print", args=[one.pk]))
    for said in (
        "ĐẢNG BỘ XÃ AN PHÚ",
        "CHI BỘ TRƯỜNG THCS HÒA BÌNH",
        "ngày 16 tháng 11 năm 2026",
        "Học tập, thực hành tư tưởng, đạo đức, phương pháp, phong cách Hồ Chí Minh",
        papers.WHAT,
        "30 người",
        "biên bản số 11-BB/CB",
        "Gần dân, nói đi đôi với làm.",
    ):
        assert said in page


def test_an_old_paper_keeps_the_pillars_of_its_day(cast):
    old = replace(cast.member, on=dt.date(2026, 3, 1))
    one = papers.submitted(old, year=2026, method="Không được hiện", style="Đúng giờ, đúng hẹn.")
    page = read(cast.client("secretary"), one.get_absolute_url())
    assert "Đúng giờ, đúng hẹn." in page and "Không được hiện" not in page
    assert "Học tập và làm theo tư tưởng" in page


def test_under_and_visible_to_agree_on_the_tree(cast):
    one, far = papers.submitted(cast.member), papers.submitted(cast.far_secretary)
    everything = Registration.objects.all()
    assert set(everything.under(cast.commune, on=cast.today)) == {one}
    assert set(everything.under(cast.province, on=cast.today)) == {one, far}
    assert set(everything.visible_to(cast.committee)) == {one}
    assert set(everything.visible_to(cast.inspector)) == {one, far}
    assert set(everything.visible_to(cast.administrator)) == set()
    assert set(everything.visible_to(cast.former)) == set()


def test_nobody_opens_more_papers_than_anybody_reads(cast, monkeypatch):
    monkeypatch.setattr(of_people, "MOST_OPENED", 1)
    first, second = papers.submitted(cast.member), papers.submitted(cast.colleague)
    client = cast.client("inspector")
    assert client.get(first.get_absolute_url()).status_code == 200
    stopped = client.get(second.get_absolute_url())
    assert stopped.status_code == 409 and "trong 10 phút" in stopped.content.decode()
    event = Event.objects.get(verb="registration.bulk_reading_stopped")
    assert event.unit_id == cast.cell.pk and event.person_name == "Bùi Đình Chiến"
    assert client.get(first.get_absolute_url()).status_code == 200


def test_whoever_reaches_below_is_offered_every_year_since_the_first_paper(cast):
    old = replace(cast.colleague, on=dt.date(2024, 1, 10))
    actions.submit(papers.drafted(old, year=2024, task=Undertaking("Đọc sách đầu buổi")), by=old)
    offered = {who: cast.client(who).get(INDEX).context["years"] for who in ("committee", "secretary")}
    assert offered["committee"] == [2027, 2026, 2025, 2024]
    assert offered["secretary"] == [2027, 2026, 2024]

"""The long list of a page, filter and all, goes out as a file made beside the pages, with the rights of that moment."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

from lantoa.exchange import leaving, queries
from lantoa.exchange.models import Export
from lantoa.foundation import exchange
from lantoa.foundation.models import Event
from lantoa.foundation.tables import read_file
from lantoa.people import rules as of_people
from lantoa.people.models import Post
from lantoa.shortcomings.tests import stories

pytestmark = pytest.mark.django_db
PAGE = "/nguoi/?tim=thi&xuat=xlsx"


def pressed(browser, page: str = PAGE):
    """What the button of the page on a long list leads to."""
    said = browser.get(page).content.decode()
    assert "Tệp được lập riêng" in said
    return browser.post(*form_of(said), follow=True)


def form_of(said: str) -> tuple[str, dict[str, str]]:
    """Where the form of that page sends what."""
    [door] = re.findall(r'action="(/xuat/[^"]+)"', said)
    [address] = re.findall(r'name="trang" value="([^"]+)"', said)
    return door, {"trang": unescape(address)}


@pytest.fixture
def asked(cast, monkeypatch) -> Export:
    """The people whose name has one word in it, more than this office waits for, asked for by the administrator."""
    monkeypatch.setattr(exchange, "AT_ONCE", 1)
    assert "đang đợi đến lượt" in pressed(cast.client("administrator")).content.decode().lower()
    return Export.objects.get()


def taken(cast, one: Export, who: str = "administrator"):
    return cast.client(who).get(reverse("exchange:take", args=[one.pk]))


def test_the_file_keeps_the_filter_of_the_page(cast, asked, monkeypatch):
    assert leaving.carry_on(asked.pk) == "Đã lập tệp."
    found = read_file("a.xlsx", taken(cast, asked).content).rows
    monkeypatch.undo()
    short = cast.client("administrator").get(PAGE)
    assert found == read_file("a.xlsx", short.content).rows
    everybody = queries.kinds()["people"].count(cast.province, by=cast.administrator)
    assert 1 < len(found) - 1 < everybody


def test_two_filters_are_two_files_and_one_pressed_twice_is_one(cast, asked):
    pressed(cast.client("administrator")), pressed(cast.client("administrator"), "/nguoi/?xuat=xlsx")
    assert Export.objects.count() == 2


def test_as_many_rows_are_told_before_as_stand_in_the_file(cast, monkeypatch):
    monkeypatch.setattr(exchange, "AT_ONCE", 1)
    said = cast.client("administrator").get("/nguoi/?xuat=xlsx").content.decode()
    whole = queries.kinds()["people"].count(cast.province, by=cast.administrator)
    assert f">{whole}</b> dòng" in said or f"{whole} dòng" in said, "who holds a post only is in no such list"


def test_words_too_long_to_be_kept_are_refused_in_words(cast, asked):
    answer = pressed(cast.client("administrator"), "/nguoi/?xuat=xlsx&khac=" + "a" * 1000)
    assert "Bộ lọc dài quá" in answer.content.decode() and Export.objects.count() == 1


def test_it_is_made_with_the_rights_she_has_by_then(cast, asked):
    Post.objects.filter(pk=cast.administrator.post_id).update(role="member")
    assert leaving.carry_on(asked.pk) == "Đồng chí không còn xem được danh sách này."


def test_it_is_taken_with_the_rights_she_has_by_then_and_by_nobody_else(cast, asked):
    leaving.carry_on(asked.pk)
    assert taken(cast, asked, "officer").status_code == 404
    Post.objects.filter(pk=cast.administrator.post_id).update(role="member")
    assert taken(cast, asked).status_code in (403, 404)


def test_who_stands_elsewhere_by_then_neither_has_it_made_nor_takes_it(cast, asked, monkeypatch):
    monkeypatch.setattr(exchange, "AT_ONCE", -1)
    leaving.carry_on(asked.pk)
    Post.objects.filter(pk=cast.administrator.post_id).update(unit=cast.other_cell)
    assert taken(cast, asked).status_code == 404
    Export.objects.update(state="running", phase="waiting")
    assert leaving.carry_on(asked.pk) == "Đồng chí không còn xem được danh sách này."


def test_one_that_has_become_short_is_asked_for_on_its_page(cast, asked, monkeypatch):
    leaving.carry_on(asked.pk)
    monkeypatch.undo()
    assert taken(cast, asked)["Location"] == PAGE
    Export.objects.update(state="running", phase="waiting")
    assert "đã ngắn hơn" in leaving.carry_on(asked.pk)


def test_many_persons_leave_with_a_fresh_proof_only(cast, asked, settings, monkeypatch):
    leaving.carry_on(asked.pk)
    monkeypatch.setattr(of_people, "MANY_PERSONS", 1)
    browser = cast.client("administrator")
    form = form_of(browser.get(PAGE).content.decode())
    settings.LANTOA_NOW = "2026-11-16T08:06:00+07:00"
    prove = reverse("people:prove")
    assert browser.get(reverse("exchange:take", args=[asked.pk]))["Location"].startswith(prove)
    assert browser.get(PAGE)["Location"].startswith(prove)
    Export.objects.all().delete()
    assert browser.post(*form)["Location"] == PAGE
    assert not Export.objects.exists()


def test_only_a_page_that_was_too_long_names_an_address(cast):
    door = reverse("exchange:export", args=["people"])
    for address in (PAGE, "https://la.example/nguoi/?xuat=xlsx"):
        assert cast.client("administrator").post(door, {"trang": address}).status_code == 404


def test_more_papers_of_others_than_anybody_needs_are_refused_before_a_file_is_asked_for(cast, monkeypatch):
    stories.of_member(cast), stories.of_person(cast.secretary, cast.colleague.person)
    monkeypatch.setattr(exchange, "AT_ONCE", 1)
    monkeypatch.setattr(of_people, "MOST_IN_LISTS", 1)
    answer = pressed(cast.client("secretary"), reverse("shortcomings:index") + "?xem=don-vi&xuat=xlsx")
    assert answer.status_code == 409 and not Export.objects.exists()
    assert Event.objects.filter(verb="shortcoming.bulk_reading_stopped").exists()

"""Two files of one list are told apart by the words of the filter, as the page said them when it was asked for."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lantoa.exchange import asking, leaving, queries, todo
from lantoa.exchange.models import Export
from lantoa.exchange.tests.test_long_pages import pressed, taken
from lantoa.foundation import exchange
from lantoa.meetings import actions as meetings
from lantoa.people.models import Post

pytestmark = pytest.mark.django_db


def test_the_line_on_the_first_page_names_the_filter(cast, monkeypatch):
    monkeypatch.setattr(exchange, "AT_ONCE", 1)
    browser = cast.client("administrator")
    (
        pressed(browser, f"/nguoi/?tim=thi&don-vi={cast.commune.code}&xuat=xlsx"),
        pressed(browser, "/nguoi/?xuat=xlsx"),
    )
    titles = [item.title for item in todo.items(cast.administrator) if "lập tệp" in item.title]
    assert len(set(titles)) == 2
    assert any("“thi”" in title and "An Phú" in title for title in titles), titles


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ('<nav class="chips"><a aria-current="true">Quá\n hạn</a><a>Tất cả</a></nav>', "Quá hạn"),
        ('<form method="get"><select><option value="">Tất cả</option></select></form>', ""),
        ('<form method="get"><option value="2026" selected>Năm 2026</option></form>', "Năm 2026"),
        ('<form method="get"><input type="search" value=" thi "></form>', "“thi”"),
        ('<form method="post"><input type="text" value="An"></form>', ""),
    ],
)
def test_what_is_chosen_on_a_page_is_read_as_it_is_drawn(drawn, said):
    assert asking.words_in(f"<html><body><main>{drawn}</main></body></html>") == said


@pytest.fixture
def number(cast, monkeypatch):
    """The address of the list behind the number of meetings, longer than this office waits for."""
    for month in range(1, 5):
        meetings.record_meeting(
            unit=cast.cell, kind="regular", held_on=dt.date(2026, month, 3), by=cast.secretary
        )
    monkeypatch.setattr(exchange, "AT_ONCE", 1)
    return reverse("figures:records", args=["meetings.held"]) + "?ky=2026&xuat=xlsx"


def test_a_long_list_behind_a_number_is_a_file_of_its_own_with_every_row(cast, number, monkeypatch):
    pressed(cast.client("officer"), number)
    one = Export.objects.get()
    assert leaving.carry_on(one.pk) == "Đã lập tệp."
    found = rows_of(taken(cast, one, "officer"))
    monkeypatch.undo()
    assert found == rows_of(cast.client("officer").get(number)) and len(found) > 4
    one.refresh_from_db()
    assert one.title and queries.kind_of(one).label == one.title and one.columns


def rows_of(answer) -> list[list]:
    return CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()


def test_it_is_hers_alone_and_where_she_stands_elsewhere_by_then_nobody_s(cast, number, monkeypatch):
    pressed(cast.client("officer"), number)
    one = Export.objects.get()
    leaving.carry_on(one.pk)
    assert taken(cast, one, "administrator").status_code == 404
    monkeypatch.setattr(exchange, "AT_ONCE", -1)
    Post.objects.filter(pk=cast.officer.post_id).update(unit=cast.other_cell)
    assert taken(cast, one, "officer").status_code in (403, 404)

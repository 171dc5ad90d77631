"""A long list is brought in by a process of its own: whole or not at all, and nobody else writes the same meanwhile."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.exchange import actions, beside, noting, pages, queries, rules, todo
from lantoa.exchange.models import Import
from lantoa.foundation.errors import Conflict
from lantoa.foundation.tables import read_text
from lantoa.people.models import Person, Post

pytestmark = pytest.mark.django_db
PEOPLE = "Họ tên\tNgày sinh\tChi bộ\n" + "\n".join(
    f"Lò Văn Số {n}\t{1 + n % 28:02}/0{1 + n % 9}/{1950 + n % 50}\tNà Lùng" for n in range(20)
)


@pytest.fixture
def started(cast, monkeypatch) -> Import:
    """A list that is long by this office's measure, sent by the administrator; no process has begun."""
    monkeypatch.setattr(rules, "IN_THE_REQUEST", 10)
    draft = actions.open_list(read_text(PEOPLE), kind="people", unit=cast.commune, by=cast.administrator)
    browser = cast.client("administrator")
    page = browser.post(
        draft.get_absolute_url(), {"viec": "nhap", "so-dong": "20"}, follow=True
    ).content.decode()
    assert "đang đợi đến lượt" in page and "20 dòng" in page
    draft.refresh_from_db()
    return draft


def test_it_is_written_by_another_process_in_one_act(cast, started):
    assert not Person.objects.filter(full_name__startswith="Lò Văn Số").exists()
    assert beside.carry_on(started.pk) == "Đã nhập 20 dòng."
    assert Person.objects.filter(full_name__startswith="Lò Văn Số").count() == 20
    assert beside.carry_on(started.pk) == "Danh sách này đã có nơi khác nhập."
    started.refresh_from_db()
    assert actions.undo(started, by=cast.administrator) == []


def test_the_second_is_told_who_is_at_it(cast, started):
    other = actions.open_list(read_text(PEOPLE), kind="people", unit=cast.other_cell, by=cast.administrator)
    with pytest.raises(Conflict, match="Phan Thị Ngân đang nhập danh sách cùng loại ở Đảng bộ xã An Phú"):
        actions.carry_out(other, by=cast.administrator)


def test_a_fault_in_the_middle_leaves_nothing_and_the_list_can_be_sent_again(cast, started, monkeypatch):
    monkeypatch.setattr(actions, "_leave_the_rest", lambda *_: 1 / 0)
    assert "Có lỗi nên chưa ghi gì" in beside.carry_on(started.pk)
    assert not Person.objects.filter(full_name__startswith="Lò Văn Số").exists()
    page = cast.client("administrator").get(started.get_absolute_url()).content.decode()
    assert "Lần nhập vừa rồi không thành" in page and "Nhập 20 dòng" in page


def test_whoever_sent_it_must_still_hold_the_post(cast, started):
    Post.objects.filter(pk=cast.administrator.post_id).update(ends=cast.today)
    assert "đã kết thúc" in beside.carry_on(started.pk)


def test_one_whose_process_has_died_is_taken_up_by_the_worker_or_from_its_page(
    cast, started, monkeypatch, settings
):
    Import.objects.update(phase="writing")
    assert beside.carry_on(started.pk) == "Danh sách này đã có nơi khác nhập."
    settings.LANTOA_NOW = "2026-11-16T08:30:00+07:00"
    handed = []
    monkeypatch.setattr(pages.beside, "hand_over", handed.append)
    page = cast.client("administrator").post(started.get_absolute_url(), follow=True).content.decode()
    assert handed == [started.pk] and "Cho chạy lại" in page
    assert "Đã nhập 20 dòng." in beside.take_up(dt.datetime.now(dt.UTC))


def test_the_list_of_lists_does_not_read_their_cells(cast, started, django_assert_max_num_queries):
    page = cast.client("administrator").get(reverse("exchange:index")).content.decode()
    assert "đang nhập" in page
    assert "rows" in set(queries.seen(cast.administrator).defer(*queries.CELLS)[0].get_deferred_fields())


def test_how_far_it_is_is_seen_while_it_runs_and_the_first_page_says_when_it_is_done(
    cast, started, monkeypatch, settings, tmp_path
):
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(noting, "EVERY", 0)
    client, seen = cast.client("administrator"), []
    leave = actions._leave_the_rest

    def looked(draft, waiting):
        seen.append(queries.progress(draft.pk))
        return leave(draft, waiting)

    monkeypatch.setattr(actions, "_leave_the_rest", looked)
    assert [one.state for one in todo.items(cast.administrator)] == ["later"]
    beside.carry_on(started.pk)
    assert seen == [(19, 20)] and queries.progress(started.pk) is None
    [line] = todo.items(cast.administrator)
    assert "Đã nhập xong danh sách" in line.title and line.note.startswith("Đã ghi 20 dòng")
    assert line.state == "todo" and line.title in client.get("/").content.decode()
    client.get(started.get_absolute_url())
    assert [one.state for one in todo.items(cast.administrator)] == ["done"], "she has seen what it did"
    assert not list(todo.items(cast.secretary)), "it was not hers"


def test_the_page_of_a_list_under_way_has_a_bar(cast, started, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    place = queries.progress_file(started.pk)
    place.parent.mkdir()
    place.write_text("8/20")
    page = cast.client("administrator").get(started.get_absolute_url()).content.decode()
    assert "Đã đọc 8 trên 20 dòng." in page and 'width="40.0"' in page


def test_what_could_not_be_brought_in_stands_among_what_is_to_do(cast, started, monkeypatch):
    monkeypatch.setattr(actions, "_leave_the_rest", lambda *_: 1 / 0)
    beside.carry_on(started.pk)
    [line] = todo.items(cast.administrator)
    assert line.title.startswith("Chưa nhập được danh sách") and "chưa ghi gì" in line.note

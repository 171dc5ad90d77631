"""A long list goes out as a file made beside the pages: hers alone, for a day, with the rights she has by then."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from lantoa.exchange import leaving, pages, queries, rules, todo
from lantoa.exchange.models import Export
from lantoa.foundation import clock, sheets
from lantoa.foundation.models import Event
from lantoa.foundation.sheets import KIND
from lantoa.foundation.tables import read_file
from lantoa.people import rules as of_people
from lantoa.people.models import Post
from lantoa.shortcomings.tests import stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(cast, monkeypatch) -> Export:
    """A list that is long by this office's measure, asked for by the administrator; no process has begun."""
    monkeypatch.setattr(rules, "OUT_IN_THE_REQUEST", 2)
    browser, door = cast.client("administrator"), reverse("exchange:export", args=["people"])
    assert "Tệp được lập riêng" in browser.get(door).content.decode() and not Export.objects.exists()
    assert "đang đợi đến lượt" in browser.post(door, follow=True).content.decode().lower()
    return Export.objects.get()


def taken(cast, one: Export, who: str = "administrator"):
    return cast.client(who).get(reverse("exchange:take", args=[one.pk]))


def test_the_file_is_what_the_page_would_have_given(cast, asked):
    assert leaving.carry_on(asked.pk) == "Đã lập tệp."
    answer = taken(cast, asked)
    assert answer["Content-Type"] == KIND and f"people-{cast.province.code}-" in answer["Content-Disposition"]
    by, kind = cast.administrator, queries.kinds()["people"]
    names = [row["full_name"] for row in kind.rows(cast.province, by=by)]
    found = read_file("a.xlsx", answer.content).rows
    assert [row[0] for row in found[1:]] == names and len(names) == kind.count(cast.province, by=by) > 2
    asked.refresh_from_db()
    assert (asked.done, asked.whole) == (len(names), len(names))


def test_from_the_first_row_on_it_is_known_of_how_many(cast, asked, monkeypatch):
    monkeypatch.setattr(leaving, "EVERY", 0)
    seen, fill = [], sheets._fill

    def watched(workbook, kind, rows, **more):
        def passing():
            for row in rows:
                seen.append(Export.objects.values_list("done", "whole").get(pk=asked.pk))
                yield row

        fill(workbook, kind, passing(), **more)

    monkeypatch.setattr(sheets, "_fill", watched)
    leaving.carry_on(asked.pk)
    assert len(seen) > 2 and seen == [(n, len(seen)) for n in range(len(seen))]


def test_every_kind_counts_what_it_gives_out(cast):
    by = cast.administrator
    for kind in queries.kinds().values():
        assert kind.count(cast.province, by=by) == len(list(kind.rows(cast.province, by=by))), kind.code


def test_a_short_list_goes_out_at_once(cast):
    assert (
        cast.client("administrator").get(reverse("exchange:export", args=["people"]))["Content-Type"] == KIND
    )
    assert not Export.objects.exists()


def test_pressed_twice_one_file_is_made_and_by_one_process(cast, asked):
    cast.client("administrator").post(reverse("exchange:export", args=["people"]))
    assert Export.objects.count() == 1
    call_command("take_out", str(asked.pk))
    assert leaving.carry_on(asked.pk) == "Tệp này đã có nơi khác lập."


def test_nobody_else_has_it_and_it_goes_after_a_day(cast, asked, settings):
    leaving.carry_on(asked.pk)
    for who in ("secretary", "committee", "officer", "leader"):
        assert taken(cast, asked, who).status_code == 404
        assert not list(todo.items(getattr(cast, who)))
    settings.LANTOA_NOW = "2026-11-17T08:01:00+07:00"
    assert taken(cast, asked).status_code == 404
    assert leaving.clear(clock.now()) == "Đã xóa 1 tệp quá 24 giờ." and not Export.objects.exists()


def test_she_takes_it_only_with_the_rights_she_has_by_then(cast, asked):
    leaving.carry_on(asked.pk)
    Post.objects.filter(pk=cast.administrator.post_id).update(role="officer")
    assert taken(cast, asked).status_code == 404, "telephones stand in it, which an officer does not read"
    Post.objects.filter(pk=cast.administrator.post_id).update(role="administrator", unit=cast.other_cell)
    assert taken(cast, asked).status_code == 404, "the province is out of her reach by now"


def test_many_persons_leave_with_a_fresh_proof_only(cast, asked, settings, monkeypatch):
    leaving.carry_on(asked.pk)
    monkeypatch.setattr(of_people, "MANY_PERSONS", 2)
    browser = cast.client("administrator")
    browser.get("/toi/")
    settings.LANTOA_NOW = "2026-11-16T08:06:00+07:00"
    for door in (reverse("exchange:export", args=["people"]), reverse("exchange:take", args=[asked.pk])):
        assert browser.get(door)["Location"].startswith(reverse("people:prove"))


def test_whoever_asked_must_still_hold_the_post(cast, asked):
    Post.objects.filter(pk=cast.administrator.post_id).update(ends=cast.today)
    assert "đã kết thúc" in leaving.carry_on(asked.pk)
    asked.refresh_from_db()
    assert asked.state == Export.State.FAILED and asked.content is None


def test_the_first_page_says_how_it_stands(cast, asked, monkeypatch):
    browser = cast.client("administrator")
    assert "Đang lập tệp" in browser.get("/").content.decode()
    monkeypatch.setattr(sheets, "as_workbook", lambda *_, **__: 1 / 0)
    leaving.carry_on(asked.pk)
    assert "Chưa lập được tệp" in browser.get("/").content.decode()
    monkeypatch.undo()
    monkeypatch.setattr(leaving, "hand_over", leaving.carry_on)
    leaving.again(Export.objects.get(), by=cast.administrator)
    leaving.carry_on(asked.pk)
    page = browser.get("/").content.decode()
    assert "Đã lập xong tệp" in page and "tải về được đến 08:00, 17/11/2026" in page
    assert "Tải tệp Excel" in browser.get(asked.get_absolute_url()).content.decode()
    assert [one.state for one in todo.items(cast.administrator)] == ["todo"]
    taken(cast, asked)
    assert [one.state for one in todo.items(cast.administrator)] == ["done"], "she has it"


def test_the_file_is_a_link_that_may_lead_to_the_proof(cast, asked):
    leaving.carry_on(asked.pk)
    page = cast.client("administrator").get(asked.get_absolute_url()).content.decode()
    [link] = re.findall(rf'<a[^>]*href="{reverse("exchange:take", args=[asked.pk])}"[^>]*>', page)
    assert "download" not in link, "a browser would keep the page of the proof as the file"


def test_asked_for_anew_what_failed_is_made_again_for_a_day_from_then(cast, asked, settings):
    kind, by = queries.kinds()["people"], cast.administrator
    leaving._fail(asked, "Có lỗi.")
    settings.LANTOA_NOW = "2026-11-17T07:00:00+07:00"
    assert leaving.start(kind, cast.province, by=by) == asked and Export.objects.count() == 1
    asked.refresh_from_db()
    assert asked.state == Export.State.RUNNING and asked.asked_at == clock.now()


def test_the_file_of_somebody_else_that_failed_is_not_made_again_for_her_who_asks_now(cast, asked):
    leaving._fail(asked, "Có lỗi.")
    hers = leaving.start(queries.kinds()["people"], cast.province, by=cast.officer)
    asked.refresh_from_db()
    assert hers.by == cast.officer.person and asked.state == Export.State.FAILED


def test_again_leads_to_the_one_that_is_under_way_meanwhile(cast, asked):
    leaving._fail(asked, "Có lỗi.")
    meanwhile = Export.objects.create(unit=asked.unit, kind=asked.kind, by=asked.by, post=asked.post)
    leaving.start(queries.kinds()["people"], cast.province, by=cast.officer)
    answer = cast.client("administrator").post(asked.get_absolute_url())
    assert answer["Location"] == meanwhile.get_absolute_url()


def test_one_that_was_ended_elsewhere_holds_up_no_other(cast, asked, monkeypatch):
    other = Export.objects.create(unit=cast.commune, kind=asked.kind, by=asked.by, post=0)

    def cleared_meanwhile(*_, **__) -> bytes:
        asked.delete()
        return b""

    monkeypatch.setattr(sheets, "as_workbook", cleared_meanwhile)
    said = leaving.take_up(clock.now())
    other.refresh_from_db()
    assert "không chờ lập nữa" in said and other.state == Export.State.FAILED


def test_more_papers_of_others_than_anybody_needs_are_refused_before_a_file_is_asked_for(cast, monkeypatch):
    stories.of_member(cast), stories.of_person(cast.secretary, cast.colleague.person)
    monkeypatch.setattr(rules, "OUT_IN_THE_REQUEST", 1)
    monkeypatch.setattr(of_people, "MOST_IN_LISTS", 1)
    browser, door = cast.client("secretary"), reverse("exchange:export", args=["shortcomings"])
    assert "xuất nhiều nhất 1 bản" in browser.get(door).content.decode()
    answer = browser.post(door)
    assert answer.status_code == 409 and "xuất từng phần" in answer.content.decode()
    assert Event.objects.filter(verb="shortcoming.bulk_reading_stopped").exists()
    assert not Export.objects.exists()
    monkeypatch.setattr(of_people, "MOST_IN_LISTS", 2)
    browser.post(door)
    assert leaving.carry_on(Export.objects.get().pk) == "Đã lập tệp."
    assert Event.objects.filter(verb="shortcoming.opened").count() == 2, "each hears of it once"


def test_how_far_it_is_stands_on_its_page(cast, asked):
    Export.objects.update(phase="writing", done=8, whole=20)
    page = cast.client("administrator").get(asked.get_absolute_url()).content.decode()
    assert "Đã ghi 8 trên 20 dòng." in page and 'width="40.0"' in page


def test_one_whose_process_has_died_is_taken_up_by_the_worker_or_from_its_page(
    cast, asked, monkeypatch, settings, django_capture_on_commit_callbacks
):
    Export.objects.update(phase="writing")
    assert leaving.carry_on(asked.pk) == "Tệp này đã có nơi khác lập."
    settings.LANTOA_NOW = "2026-11-16T08:30:00+07:00"
    handed = []
    monkeypatch.setattr(pages.leaving, "hand_over", handed.append)
    browser = cast.client("administrator")
    assert "Đã lâu không thấy tin" in browser.get(asked.get_absolute_url()).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(asked.get_absolute_url())
    assert handed == [asked.pk]
    assert leaving.take_up(dt.datetime.now(dt.UTC)) == "Đã lập tệp."

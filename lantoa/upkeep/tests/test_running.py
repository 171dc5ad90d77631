"""What runs by itself is written down, can be started by hand, and says so when it stopped."""

from __future__ import annotations

import datetime as dt
import re
import socket
from dataclasses import replace

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from django_q.models import Schedule

from lantoa.foundation import clock, heard
from lantoa.foundation.history import record
from lantoa.foundation.models import Listening
from lantoa.foundation.tasks import Task
from lantoa.people import actors
from lantoa.people import tasks as people_tasks
from lantoa.people.models import Post, Tries
from lantoa.programme import actions as programme
from lantoa.study import actions as study
from lantoa.upkeep import actions, queries, todo
from lantoa.upkeep.actions import running
from lantoa.upkeep.models import TaskRun


def test_every_room_may_declare_what_the_clock_does():
    codes = [task.code for task in queries.all_tasks()]
    assert {"history.seal", "people.clear", "writing.count_texts", "upkeep.keep"} <= set(codes)
    assert len(codes) == len(set(codes))


def test_a_run_is_written_down_and_twice_is_safe(cast):
    for _time in range(2):
        assert actions.run_task("history.seal", by=cast.administrator).is_good
    first = TaskRun.objects.last()
    assert "niêm phong" in first.said and first.seconds == 0 and first.by == cast.administrator.person


def test_a_task_that_fails_says_so_and_hides_what_it_touched(cast, monkeypatch):
    def broken(at):
        raise RuntimeError("Nguyễn Thị Lan 0912345678")

    monkeypatch.setattr(queries, "task_called", lambda code: Task(code, "hỏng", broken))
    run = actions.run_task("x")
    assert run.is_good is False and "RuntimeError" in run.said and "Lan" not in run.said


def test_every_task_is_scheduled_once_however_often_one_starts(db):
    for _time in range(2):
        actions.schedule_all(clock.now())
    assert Schedule.objects.count() == len(queries.all_tasks())
    nightly = Schedule.objects.get(name="upkeep.keep")
    assert timezone.localtime(nightly.next_run).strftime("%d %H:%M") == "17 01:30"


def test_the_worker_hears_what_is_new_once_and_says_nothing_of_whether_the_clock_runs(cast, monkeypatch):
    times = []
    monkeypatch.setattr(heard, "hear_all", lambda: times.append(clock.now()) or (0, []))
    monkeypatch.setattr(running, "LISTENS_EVERY", 0)
    monkeypatch.setattr(running, "close_old_connections", lambda: None)  # a story stands in one
    known = actions.hear_if_new(None)
    assert actions.hear_if_new(known) == known and len(times) == 1
    with transaction.atomic():
        record("unit.corrected", cast.cell, by=cast.secretary, unit=cast.cell)
    actions.listen(iter([True, True, False]).__next__)
    assert len(times) == 2 and not TaskRun.objects.exists()


def test_the_worker_looks_again_while_a_lower_number_may_come_to_light(db, monkeypatch):
    times = []
    monkeypatch.setattr(heard, "hear_all", lambda: times.append(clock.now()) or (0, []))
    Listening.objects.create(listener="room.test", gaps=[[3, 3, []]])
    known = actions.hear_if_new(None)
    actions.hear_if_new(known)
    assert len(times) == 2


def test_a_task_that_is_gone_is_scheduled_no_more(db):
    Schedule.objects.create(name="cu.ky", func="lantoa.upkeep.actions.run_by_clock")
    actions.schedule_all(clock.now())
    assert not Schedule.objects.filter(name="cu.ky").exists()


def test_when_the_worker_stops_administrators_are_told_once_on_each_page_and_nobody_else(cast, settings):
    def said(who, page="/"):
        return [
            line
            for line in cast.client(who).get(page).content.decode().split("\n")
            if "Việc chạy nền " in line
        ]

    assert len(said("administrator")) == 1 and "chưa chạy lần nào" in said("administrator")[0]
    assert said("leader") == []
    actions.run_by_clock("history.seal")
    assert said("administrator") == []
    settings.LANTOA_NOW = (clock.now() + dt.timedelta(hours=1)).isoformat()
    for page in ("/", "/van-hanh/"):
        assert len(said("administrator", page)) == 1
        assert "đã dừng, lần cuối lúc 08:00" in said("administrator", page)[0]
    assert "Đang trễ 1 việc: Niêm phong lịch sử." in cast.client("administrator").get("/").content.decode()


def test_what_runs_as_it_should_is_a_table_of_its_own_and_there_is_none_without_a_line(cast, monkeypatch):
    def page():
        return cast.client("administrator").get("/van-hanh/").content.decode()

    assert page().count("<caption") == 1 and "Xem 0 việc" not in page()
    line = queries.lines(clock.now())[0]
    late, well = replace(line, is_late=True), replace(line, is_late=False)
    for lines, tables in (([late, well], 2), ([late], 1), ([well], 1)):
        monkeypatch.setattr(queries, "lines", lambda now, lines=lines: lines)
        said = re.findall(r"<caption[^>]*>(.*?)</caption>", page())
        assert len(set(said)) == len(said) == tables
        assert ("<summary" in page().split('id="chay-nen"')[1].split("</section>")[0]) is (well in lines)


def test_who_administers_a_part_of_the_tree_is_not_told_to_start_a_machine_she_does_not_keep(cast):
    Post.objects.filter(pk=cast.administrator.post_id).update(unit=cast.commune)
    assert "Việc chạy nền " not in cast.client("administrator").get("/").content.decode()


def test_an_administrator_starts_a_task_by_hand(cast):
    client = cast.client("administrator")
    page = client.post("/van-hanh/chay/", {"task": "people.clear"}, follow=True).content.decode()
    assert "phiên đã hết" in page
    assert client.post("/van-hanh/chay/", {"task": "khong-co"}).status_code == 400


def test_what_is_older_than_ninety_days_goes(db):
    now = clock.now()
    for number, days in enumerate((89, 91)):
        Tries.objects.create(key=str(number), last_at=now - dt.timedelta(days=days))
    Session.objects.create(session_key="cu", session_data="", expire_date=now - dt.timedelta(seconds=1))
    people_tasks.clear(now)
    assert Tries.objects.get().key == "0" and not Session.objects.exists()


def test_the_probe_needs_no_account_and_tells_no_figures(cast, client):
    answer = client.get("/suc-khoe/")
    assert (
        answer.status_code == 200
        and answer.json()["database"] == "ok"
        and answer.json()["worker"] == "stopped"
    )
    actions.run_by_clock("history.seal")
    assert client.get("/suc-khoe/").json() == {
        "alive": "ok",
        "database": "ok",
        "worker": "ok",
        "copy": "late",
    }
    assert "sessionid" not in client.cookies


def test_a_port_that_is_taken_is_told_in_words():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandError, match="đã có chương trình khác dùng"):
            call_command("serve", port=other.getsockname()[1])


@pytest.mark.deep(slow=True)
def test_the_data_of_the_cast_is_whole_and_what_is_not_is_named(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert [found.check.code for found in queries.run_checks() if found.count] == []
    named = queries.named_checks()
    assert len(named) >= 40 and len({one.code for one in named}) == len(named)
    assert len({one.sentence for one in named}) == len(named)
    type(cast.member.person).objects.filter(pk=cast.member.person.pk).update(full_name="")
    wrong = [found for found in queries.run_checks() if found.count]
    assert [(one.check.code, one.first) for one in wrong] == [("person.named", [str(cast.member.person.pk)])]


def test_what_no_row_can_tell_by_itself_is_found_between_two(cast, settings, tmp_path):
    """A list brought in, or an earlier version, left a day before its time and more participants than there were."""
    settings.MEDIA_ROOT, early = tmp_path, cast.today - dt.timedelta(days=9)
    own = {"unit": cast.cell, "by": cast.secretary}
    movement = programme.launch_movement(name="Sạch làng", level="unit", starts=cast.today, **own)
    joined = programme.join_movement(movement, joined_on=cast.today, **own)
    course = study.record_course(
        kind="theory", name="Lớp", starts=early, participants=4, has_programme=False, **own
    )
    study.record_intake(course, people=4, **own)
    type(joined).objects.filter(pk=joined.pk).update(joined_on=early)
    course.intakes.update(people=5)
    wrong = {one.check.code: one.first for one in queries.run_checks() if one.count}
    assert wrong == {"movement.joined": [str(joined.pk)], "course.sent": [str(course.pk)]}


def test_who_administers_a_part_of_the_tree_keeps_neither_the_machine_nor_its_copies(cast):
    Post.objects.filter(pk=cast.administrator.post_id).update(unit=cast.commune)
    client = cast.client("administrator")
    page = client.get("/van-hanh/").content.decode()
    assert "đầu cây tổ chức" in page and "Chưa giao cho ai" in page and "Sao lưu ngay" not in page
    for address in ("chay", "sao-luu", "noi-giu", "khoa", "doi-chieu-lich-su"):
        assert client.post(f"/van-hanh/{address}/").status_code == 403, address
    assert client.get("/van-hanh/kiem-tra/").status_code == 403
    below = actors.as_post(Post.objects.get(pk=cast.administrator.post_id), cast.today)
    assert list(todo.items(below)) == []

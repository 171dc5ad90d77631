"""What the checks of the data found is kept by the nightly run: the page reads it, and asks anew by its button."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django_q.models import OrmQ

from lantoa.foundation import clock
from lantoa.upkeep import actions, queries, rules, tasks
from lantoa.upkeep.models import Checked, TaskRun
from tests.cast import Cast

PAGE = "/van-hanh/kiem-tra/"


@pytest.fixture
def house(cast: Cast, settings, tmp_path) -> Cast:
    settings.MEDIA_ROOT = tmp_path
    return cast


def nameless(cast: Cast) -> None:
    type(cast.member.person).objects.filter(pk=cast.member.person.pk).update(full_name="")


def test_before_the_first_night_the_page_says_that_nothing_was_checked(house):
    page = house.client("administrator").get(PAGE).content.decode()
    assert "Chưa kiểm tra lần nào" in page and "chưa kiểm tra" in page and "chỗ sai" not in page


def test_the_page_reads_what_the_night_found_and_says_of_when(house, django_assert_max_num_queries):
    nameless(house)
    assert not actions.run_task("upkeep.check_data").is_good
    browser = house.client("administrator")
    browser.get(PAGE)
    with django_assert_max_num_queries(20):
        page = browser.get(PAGE).content.decode()
    assert "1 chỗ sai" in page and "kiểm tra lúc 08:00" in page
    assert page.index("Ai cũng có họ và tên") < page.index("Mỗi đơn vị đứng ở một chỗ"), "what is wrong first"


@pytest.mark.deep(slow=True)
def test_where_the_worker_stands_still_the_button_checks_at_once(house):
    page = house.client("administrator").post(PAGE, follow=True).content.decode()
    assert "đều đúng" in page and Checked.objects.count() == 1
    assert TaskRun.objects.get().by == house.administrator.person


@pytest.mark.deep(slow=True)
def test_where_it_runs_the_worker_checks_once_however_often_one_presses(
    house, django_capture_on_commit_callbacks
):
    actions.run_by_clock("history.seal")
    browser = house.client("administrator")
    with django_capture_on_commit_callbacks(execute=True):
        for _time in range(2):
            page = browser.post(PAGE, follow=True).content.decode()
    assert "Đang kiểm tra" in page and 'http-equiv="refresh"' in page and not Checked.objects.exists()
    (asked,) = OrmQ.objects.all()
    assert asked.func() == "lantoa.upkeep.actions.run_asked"
    for _time in range(2):
        actions.run_asked(*asked.args())
    assert Checked.objects.count() == 1 and "đều đúng" in browser.get(PAGE).content.decode()


def test_one_that_was_cut_off_may_be_asked_for_again(house):
    now = clock.now()
    TaskRun.objects.create(code="upkeep.check_data", started_at=now - rules.DEAD_AFTER)
    assert queries.asked_for("upkeep.check_data", now) is None


def test_by_hand_it_says_each_sentence_and_keeps_what_it_found(house, capsys):
    nameless(house)
    with pytest.raises(CommandError, match="1 điều chưa đúng"):
        call_command("check_data")
    assert "SAI   Ai cũng có họ và tên (1:" in capsys.readouterr().out and Checked.objects.count() == 1


def test_what_was_found_goes_with_the_runs_but_the_last_stays(house):
    now = clock.now()
    old = [Checked.objects.create(at=now - dt.timedelta(days=n), found=[]) for n in (40, 35)]
    tasks.forget(now)
    assert Checked.objects.get() == old[-1]

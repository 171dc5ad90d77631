"""A member looks back on her phone: she writes, reads once more and sends; nothing is typed for her."""

import datetime as dt
import os

import pytest

from lantoa.meetings import actions as meetings
from lantoa.reviews.tests import stories
from lantoa.shortcomings.tests import stories as shortcomings
from tests.browser.conftest import ON_EVERY_SCREEN, PHONE, WITH_AND_WITHOUT_SCRIPTS

pytestmark = pytest.mark.browser


def furnish(cast):
    for month in (9, 10):
        meetings.record_meeting(
            unit=cast.cell, kind="regular", held_on=dt.date(2026, month, 3), by=cast.secretary
        )
    shortcomings.of_member(cast)


@WITH_AND_WITHOUT_SCRIPTS
def test_a_quarter_is_looked_back_on_in_a_few_clicks(page_as, cast, scripts):
    furnish(cast)
    period = stories.opened(cast, "quarter")
    member = page_as("member", PHONE, scripts=scripts)
    member.goto("/kiem-diem/")
    member.link("Viết bản kiểm điểm")
    assert "Dự 1 trên 1 buổi sinh hoạt" in member.page.content()
    member.page.get_by_label("Mức tự đề xuất").select_option("good")
    member.button("Lưu và xem lại trước khi gửi")
    assert "Đã lưu" in member.text and "Dự 1 trên 1 buổi sinh hoạt." in member.text
    member.button("Gửi bản kiểm điểm")
    assert member.clicks == 3 and member.sideways == 0 and not member.faults
    assert stories.of(period, cast.member).submitted_on == cast.today


@ON_EVERY_SCREEN
def test_everyone_can_read_every_page_on_every_screen(page_as, cast, size):
    furnish(cast)
    cast.account("member")
    period = stories.shown(cast)
    writing = stories.opened(cast, "quarter")
    stories.all_heard(cast, period)
    hers, waits = stories.of(period, cast.member).pk, stories.of(period, cast.colleague).pk
    stories.rated(stories.of(period, cast.member), cast.committee)
    root, mine = "/kiem-diem/", stories.of(writing, cast.member).pk
    seen = {
        "member": [
            root,
            f"{root}{mine}/viet/",
            f"{root}{hers}/",
            f"{root}{hers}/khieu-nai/",
            f"{root}quy-tac/",
        ],
        "secretary": [root, f"{root}mo-dot/", f"{root}dot/{period.pk}/", f"{root}{waits}/cuoc-hop/"],
        "committee": [
            f"{root}{waits}/",
            f"{root}{waits}/xep-loai/",
            f"{root}nhom/",
            f"{root}{hers}/xep-loai-lai/",
        ],
        "leader": [f"{root}quy-tac/"],
    }
    for who, pages in seen.items():
        visitor = page_as(who, size)
        for number, page in enumerate(pages):
            visitor.goto(page)
            if folder := os.environ.get("PICTURES"):
                visitor.page.screenshot(path=f"{folder}/{size[0]}-{who}-{number}.png", full_page=True)
            assert visitor.sideways == 0, page
            assert visitor.violations() == [], page
            assert visitor.faults == [], page

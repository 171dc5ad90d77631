"""A class takes attendance on a phone; a member writes on it, her secretary reads, and she takes it back."""

import datetime as dt

import pytest

from lantoa.study import actions
from lantoa.study.models import Essay
from tests.browser.conftest import ON_PHONE_AND_DESK, PHONE

pytestmark = pytest.mark.browser
SAID = {
    "Nhận thức của đồng chí": "Nêu gương là làm trước, nói sau.",
    "Liên hệ bản thân, đơn vị": "Tổ của tôi còn ba hộ chưa tham gia.",
    "Việc sẽ làm": "Đến từng hộ trước 20/12.",
}


@pytest.fixture
def held(cast):
    """A class of the cell, papers due in two weeks."""
    return actions.record_class(
        unit=cast.cell,
        by=cast.secretary,
        topic="Chuyên đề năm 2026",
        level="cell",
        held_on=dt.date(2026, 11, 10),
        essays_by=dt.date(2026, 11, 30),
        party_summoned=3,
        party_attended=3,
    )


def is_readable(visitor):
    return visitor.sideways <= 0 and visitor.violations() == [] and not visitor.faults


@ON_PHONE_AND_DESK
def test_who_did_not_come_is_tapped_and_makes_up_for_it(page_as, cast, held, size):
    visitor = page_as("secretary", size)
    visitor.goto(held.get_absolute_url())
    visitor.link("Điểm danh")
    assert "3/3 đảng viên" in visitor.text
    visitor.press(visitor.page.get_by_text("Bùi Văn Thắng", exact=True))
    visitor.page.get_by_label("Vì sao Bùi Văn Thắng không dự").select_option("unexcused")
    assert "2/3 đảng viên" in visitor.text and is_readable(visitor)
    visitor.button("Lưu điểm danh")
    assert "2/3" in visitor.text and "Bùi Văn Thắng" in visitor.text and is_readable(visitor)
    assert "Ghi số dự của một đơn vị" not in visitor.text, "nothing lies below a cell"
    visitor.button("Đã học bù")
    held.refresh_from_db()
    assert (held.party_attended, held.made_up) == (2, 1) and visitor.clicks <= 4


@pytest.mark.deep
def test_a_member_writes_her_secretary_reads_and_she_takes_it_back(page_as, cast, held):
    hers, reads = page_as("member", PHONE), page_as("secretary", PHONE)
    hers.goto("/")
    hers.link("Viết bài")
    for label, text in SAID.items():
        hers.type(label, text)
    assert is_readable(hers)
    hers.button("Gửi đến chi bộ")
    assert "Đã gửi bài thu hoạch đến chi bộ" in hers.text and hers.clicks == 2 and is_readable(hers)
    reads.goto("/hoc-tap/thu-hoach/")
    reads.link("Đỗ Thị Hương")
    assert SAID["Việc sẽ làm"] in reads.text and is_readable(reads)
    hers.page.reload()
    assert "Nguyễn Thị Lan" in hers.text, "she sees who has opened it"
    hers.button("Rút lại bài thu hoạch")
    assert "Đã rút lại bài thu hoạch" in hers.text and not Essay.objects.exists()

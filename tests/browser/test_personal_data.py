"""A member reads who opened her paper, asks for a correction and reads the answer, with a script and without."""

from __future__ import annotations

import re

import pytest

from lantoa.people import actions as people
from lantoa.personal_data import actions
from lantoa.personal_data.models import DataRequest
from lantoa.personal_data.tests import stories
from lantoa.registrations import actions as registrations
from lantoa.registrations.tests import papers
from tests.browser.conftest import DESK, ON_EVERY_SCREEN, PHONE, WITH_AND_WITHOUT_SCRIPTS

pytestmark = pytest.mark.browser


@WITH_AND_WITHOUT_SCRIPTS
def test_she_reads_who_opened_her_paper_and_has_her_telephone_mended(page_as, cast, scripts):
    registrations.note_opening(papers.submitted(cast.member), by=cast.secretary)
    person = cast.member.person
    people.mend_person(person, full_name=person.full_name, by=cast.administrator, phone="0912000000")
    member = page_as("member", PHONE, scripts=scripts)
    member.goto("/toi/")
    member.link("Hệ thống biết gì về tôi")
    assert "16/11/2026: Nguyễn Thị Lan (Bí thư chi bộ)" in member.text
    mend = re.compile("^Yêu cầu sửa ?: Họ tên, ngày sinh")
    member.press(member.page.get_by_role("link", name=mend))
    member.type("Nội dung yêu cầu", "Số điện thoại đúng là 0912 345 678.")
    member.button("Gửi yêu cầu")
    assert "đã gửi, chờ tiếp nhận" in member.text and "18/11/2026" in member.text
    assert member.clicks == 3 and not member.faults and not member.sideways
    office = page_as("administrator", DESK, scripts=scripts)
    office.goto(DataRequest.objects.get().get_absolute_url())
    office.button("Tiếp nhận")
    office.link("Mở trang sửa")
    office.type("Điện thoại", "0912345678")
    office.button("Ghi thông tin")
    office.goto(DataRequest.objects.get().get_absolute_url())
    office.type("Câu trả lời", "Đã sửa số điện thoại.")
    office.button("Đã thực hiện, gửi câu trả lời")
    member.goto("/toi/")
    assert "0912345678" in member.text.replace(" ", "")
    member.goto(DataRequest.objects.get().own_url)
    assert "Đã sửa số điện thoại." in member.text and not office.faults


@ON_EVERY_SCREEN
def test_everyone_can_read_every_page_on_every_screen(page_as, cast, size):
    one, incident = stories.asked(cast, "erase", "Xóa số điện thoại của tôi."), stories.incident(cast)
    stories.proposed(cast)
    actions.take(one, by=cast.protector)
    member, desk = page_as("member", size), page_as("protector", size)
    for place in ("/toi/du-lieu/", "/toi/du-lieu/yeu-cau/moi/", one.own_url, "/du-lieu-ca-nhan/so-xu-ly/"):
        member.goto(place)
        assert not member.violations() and not member.sideways, place
    own = ("", "han/", "so-yeu-cau/", "so-xu-ly/study/", "luu-giu/", "su-co/", "su-co/moi/", "su-co/han/")
    pages = [f"/du-lieu-ca-nhan/{page}" for page in own]
    here = incident.get_absolute_url()
    for place in (
        *pages,
        one.get_absolute_url(),
        f"{one.get_absolute_url()}xoa/",
        here,
        f"{here}sua/",
        f"{here}in/",
    ):
        desk.goto(place)
        assert not desk.violations() and not desk.sideways, place
    assert not member.faults and not desk.faults

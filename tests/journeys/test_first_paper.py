"""The first paper, from beginning to end, by plain requests: no script ever runs.

A member writes, the secretary returns with a reason, the member resubmits, the secretary approves with the
meeting's date and minutes, the member adds a line with a photo, the province's number changes and opens.
"""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.models import Event
from lantoa.registrations.models import Registration
from lantoa.registrations.tests.papers import BOXES, WHAT, photo

TODO = "/"
VAGUE = "Tích cực học tập và làm theo Bác."
AGREED = {"meeting_on": "16/11/2026", "minutes_number": "11-BB/CB"}


class Reader:
    """Someone with a browser that knows no script: follows links and sends forms, as they stand on the page."""

    def __init__(self, client: Client) -> None:
        self.client, self.text = client, ""

    def open(self, address: str) -> Reader:
        return self._see(self.client.get(address, follow=True))

    def follow(self, words: str) -> Reader:
        """The first link that says so."""
        for address, inside in re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', self.text, re.DOTALL):
            if words in unescape(re.sub(r"<[^>]+>", "", inside)):
                return self.open(unescape(address))
        raise AssertionError(f"no link says {words!r}")

    def send(self, words: dict, address: str = "") -> Reader:
        """The form of this page, to its own address, with what it carries unseen."""
        to = address or self.here
        carried = self._carried_to(to) if self.text else {}
        return self._see(self.client.post(to, {**carried, **words}, follow=True))

    def _carried_to(self, address: str) -> dict[str, str]:
        forms = [one for one in html.fromstring(self.text).forms if one.method == "POST"]
        mine = next((one for one in forms if (one.action or self.here) == address), None)
        unseen = mine.xpath('.//input[@type="hidden"]') if mine is not None else []
        return {box.name: box.value or "" for box in unseen if box.name != "csrfmiddlewaretoken"}

    def _see(self, answer) -> Reader:
        assert answer.status_code == 200, answer.status_code
        self.here, self.text = answer.request["PATH_INFO"], answer.content.decode()
        return self

    def __contains__(self, words: str) -> bool:
        return words in unescape(self.text)


@pytest.fixture
def people(cast):
    return {who: Reader(cast.client(who)) for who in ("member", "secretary", "committee", "officer")}


def province(cast, code: str):
    return figure(f"registrations.{code}", unit=cast.province, period=Period.year(2026))


def test_the_first_paper(cast, people, settings):
    member, secretary, officer = people["member"], people["secretary"], people["officer"]
    assert province(cast, "registered").exact == 0

    # She writes on her phone and sends; the page says to whom and when.
    member.open(TODO).follow("Đăng ký học tập, thực hành năm 2027").send({"viec1-what": VAGUE})
    assert "Xem lại trước khi gửi" in member and "Đồng chí Nguyễn Thị Lan" in member
    member.send({})
    assert "Đã gửi đến đồng chí Nguyễn Thị Lan" in member and "08:00, 16/11/2026" in member
    one = Registration.objects.get()
    assert one.code in member
    assert province(cast, "registered").exact == 1

    # The secretary reads and sends it back with a reason.
    secretary.open(TODO).follow("Duyệt 1 bản đăng ký")
    assert VAGUE in secretary and "Đỗ Thị Hương" in secretary
    back = {"reasons": ["not_concrete", "no_target"], "note": "Giúp ai, ở tổ nào?"}
    secretary.send(back, reverse("registrations:return", args=[one.pk]))
    assert "Đã duyệt xong 1 bản" in secretary

    # The member finds the reason word for word, rewrites and sends again.
    member.open(TODO)
    assert "chưa nêu rõ việc cụ thể; chưa có chỉ tiêu cụ thể; Giúp ai, ở tổ nào?" in member
    member.follow("Sửa bản đăng ký năm 2027")
    assert VAGUE in member
    member.send(BOXES).send({})
    assert one.code in member

    # Now a meeting has agreed to it.
    secretary.open(TODO).follow("Duyệt 1 bản đăng ký")
    assert WHAT in secretary and "Đã trả lại ngày 16/11/2026" in secretary
    secretary.send(AGREED, reverse("registrations:approve", args=[one.pk]))
    assert province(cast, "approved").exact == 1

    # Ten minutes on, when it can no longer be taken back, the member tells what was done, with a photo; it counts.
    settings.LANTOA_NOW = "2026-11-16T08:11:00+07:00"
    member.open(reverse("registrations:mine")).follow("Ghi kết quả")
    task = one.tasks.get().pk
    member.send(
        {"task": task, "text": "Giúp 12 cụ ở tổ 4.", "value": "12", "on": "16/11/2026", "photos": photo()}
    )
    assert "Đã ghi kết quả." in member and "12/30" in member and "Ảnh minh chứng 1" in member
    picture = re.search(r'<img src="([^"]+)"', member.text)
    assert picture and member.client.get(picture[1])["Content-Type"] == "image/jpeg"

    # The province's numbers have moved, and each opens the list behind it.
    assert province(cast, "with_progress").exact == 1
    officer.open(province(cast, "registered").url)
    assert "Đỗ Thị Hương" in officer and one.code in officer
    officer.follow(one.code)
    assert WHAT in officer and "Họp ngày 16/11/2026, biên bản số 11-BB/CB" in officer

    acts = Event.objects.about(one).exclude(verb="registration.opened")
    verbs = list(acts.values_list("verb", flat=True))
    assert verbs == [
        "registration.started",
        "registration.submitted",
        "registration.returned",
        "registration.submitted",
        "registration.approved",
        "progress.recorded",
    ]


def test_the_secretarys_own_goes_to_the_level_above(cast, people):
    secretary, committee = people["secretary"], people["committee"]
    secretary.open(TODO).follow("Đăng ký học tập, thực hành năm 2027").send(BOXES)
    assert "Đồng chí Trần Quốc Hùng" in secretary and "Gửi đến cấp ủy cấp trên" in secretary
    secretary.send({})
    assert "Không có bản nào chờ duyệt" in secretary.open(reverse("registrations:queue"))
    committee.open(TODO).follow("Duyệt 1 bản đăng ký")
    assert "Nguyễn Thị Lan" in committee
    committee.send(AGREED, reverse("registrations:approve", args=[Registration.objects.get().pk]))
    assert Registration.objects.get().approved_by == cast.committee.person


def test_an_error_keeps_everything_and_mending_it_is_enough(cast, people):
    member = people["member"]
    member.open(reverse("registrations:write", args=[2027]))
    member.send({**BOXES, "viec1-due": "31/02/2027"})
    assert "Ngày 31/02/2027 không có thật" in member and WHAT in member
    member.open(TODO).follow("Viết tiếp bản đăng ký năm 2027")
    assert 'value="31/02/2027"' in member.text
    member.send(BOXES).send({})
    assert "Đã gửi đến đồng chí Nguyễn Thị Lan" in member

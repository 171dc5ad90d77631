"""A draft that comes late touches neither what was written down nor what was sent; the second writer is asked."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers

WRITE = reverse("registrations:write", args=[2027])
CHECK = reverse("registrations:check", args=[2027])
AUTOSAVE = reverse("registrations:autosave", args=[2027])


def opened(client, page=WRITE):
    """The boxes of the page as it was opened, with what it knows of the version."""
    found = re.search(r'name="mo-tren" value="(\w*)"', client.get(page).content.decode())
    return {**papers.BOXES, "mo-tren": found[1]}


def test_a_draft_sent_on_leaving_lands_after_the_page_and_takes_nothing_away(cast):
    client = cast.client("member")
    boxes = opened(client)
    client.post(WRITE, boxes)
    late = client.post(AUTOSAVE, boxes | {"viec1-what": "Mỗi tối thứ"})
    assert late.status_code == 409
    assert Registration.objects.get().typed == {}
    assert client.post(CHECK).url == reverse("registrations:sent", args=[2027])


def test_a_family_typed_for_keeps_its_send_button(cast):
    client = cast.client("secretary")
    page = client.post(reverse("registrations:household_new", args=[2027]), {"household": "Lý A Sử"}).url
    boxes = opened(client, page)
    shown = client.post(page, boxes).url
    one = Registration.objects.get()
    client.post(reverse("registrations:household_autosave", args=[one.pk]), boxes | {"viec1-what": "Nửa câu"})
    assert reverse("registrations:behalf_send", args=[one.pk]) in client.get(shown).content.decode()


def test_drafts_of_one_page_follow_each_other(cast):
    client = cast.client("member")
    boxes = opened(client)
    for words in ("Mỗi tối", "Mỗi tối thứ Bảy"):
        assert client.post(AUTOSAVE, boxes | {"viec1-what": words}).status_code == 204
    assert Registration.objects.get().typed["viec1-what"] == "Mỗi tối thứ Bảy"


def test_the_second_writer_sees_both_versions_and_chooses(cast):
    phone, computer = cast.client("member"), cast.client("member")
    old = opened(phone)
    computer.post(WRITE, opened(computer) | {"viec1-target_value": "40"})
    page = phone.post(WRITE, old).content.decode()
    assert "vừa được ghi ở nơi khác" in page and "40 người" in page and 'value="30"' in page
    assert Registration.objects.get().tasks.get().target_value == 40
    again = re.search(r'name="mo-tren" value="(\w*)"', page)[1]
    assert phone.post(WRITE, old | {"mo-tren": again}).url == CHECK
    assert Registration.objects.get().tasks.get().target_value == 30


def test_looking_at_the_page_before_sending_writes_nothing(cast):
    client = cast.client("member")
    client.post(WRITE, papers.BOXES)
    client.post(AUTOSAVE, papers.BOXES | {"viec1-target_value": "40"})
    before = Registration.objects.values().get()
    assert client.get(CHECK).url == WRITE
    assert Registration.objects.values().get() == before


@pytest.mark.parametrize("name", ["autosave", "write"])
def test_what_was_sent_is_never_touched(cast, name):
    client = cast.client("member")
    boxes = opened(client)
    client.post(WRITE, boxes)
    client.post(CHECK)
    client.post(reverse(f"registrations:{name}", args=[2027]), boxes | {"viec1-what": "Việc khác"})
    one = Registration.objects.get()
    assert one.is_waiting and one.typed == {} and one.tasks.get().what == papers.WHAT

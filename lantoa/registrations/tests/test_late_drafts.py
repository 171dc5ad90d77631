"""A draft that comes late touches neither what was written down nor what was sent; the second writer is asked."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from lantoa.foundation.models import Draft
from lantoa.foundation.tests.forms import Form
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers

WRITE = reverse("registrations:write", args=[2027])
CHECK = reverse("registrations:check", args=[2027])
LATER, EARLIER = {"_turn": "2000"}, {"_turn": "1000"}


def test_a_draft_sent_on_leaving_lands_after_the_page_and_takes_nothing_away(cast):
    form = Form(cast.client("member"), WRITE)
    form.send(**papers.BOXES, **LATER)
    form.save_draft(**{"viec1-what": "Mỗi tối thứ"}, **EARLIER)
    assert not Draft.objects.exists()
    assert form.client.post(CHECK).url == reverse("registrations:sent", args=[2027])


def test_a_family_typed_for_keeps_its_send_button(cast):
    client = cast.client("secretary")
    page = client.post(reverse("registrations:household_new", args=[2027]), {"household": "Lý A Sử"}).url
    form = Form(client, page)
    shown = form.send(**papers.BOXES, **LATER).url
    form.save_draft(**{"viec1-what": "Nửa câu"}, **EARLIER)
    one = Registration.objects.get()
    assert reverse("registrations:behalf_send", args=[one.pk]) in client.get(shown).content.decode()


@pytest.mark.deep(slow=True)
def test_the_second_writer_sees_both_versions_and_chooses(cast):
    client = cast.client("member")
    client.post(WRITE, papers.BOXES)
    phone, computer = Form(client, WRITE), Form(cast.client("member"), WRITE)
    computer.send(**{"viec1-target_value": "40"})
    page = phone.send(**{"viec1-target_value": "50"})
    assert page.status_code == 409 and "40" in page.content.decode() and "50" in page.content.decode()
    assert Registration.objects.get().tasks.get().target_value == 40
    choice = Form(client, WRITE, page=page)
    assert choice.send(**{"_pick-viec1-target_value": "mine"}).url == CHECK
    assert Registration.objects.get().tasks.get().target_value == 50


def test_a_session_that_ended_costs_no_word(cast):
    form = Form(cast.client("member"), WRITE)
    Session.objects.all().delete()
    assert "/dang-nhap/" in form.send(**papers.BOXES).url
    page = cast.client("member").get(WRITE).content.decode()
    assert papers.WHAT in page and "phiên làm việc đã hết" in page
    assert not Registration.objects.exists()


def test_looking_at_the_page_before_sending_writes_nothing(cast):
    client = cast.client("member")
    client.post(WRITE, papers.BOXES)
    Form(client, WRITE).save_draft(**{"viec1-target_value": "40"})
    before = Registration.objects.values().get(), list(Draft.objects.values())
    assert client.get(CHECK).url == WRITE
    assert (Registration.objects.values().get(), list(Draft.objects.values())) == before


@pytest.mark.deep(slow=True)
def test_what_was_sent_is_never_touched_and_what_is_typed_all_the_same_is_kept(cast):
    client = cast.client("member")
    client.post(WRITE, papers.BOXES)
    phone = Form(cast.client("member"), WRITE)
    client.post(CHECK)
    answer = phone.client.get(phone.send(**{"viec1-what": "Việc khác"}).url)
    assert "Bản này đã được gửi" in answer.content.decode()
    one = Registration.objects.get()
    assert one.is_waiting and one.tasks.get().what == papers.WHAT
    assert Draft.objects.get().boxes["viec1-what"] == ["Việc khác"]

"""A unit's own registration: its head writes and sends it, the level above judges it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.tests.forms import Form
from lantoa.registrations import actions, printing, todo
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers

WRITE = reverse("registrations:collective", args=[2027])
INDEX = reverse("registrations:index")


@pytest.fixture
def one(cast) -> Registration:
    """The cell's paper, written on its page."""
    cast.client("secretary").post(WRITE, papers.BOXES)
    return Registration.objects.get()


def test_from_the_list_to_the_level_above(cast):
    client = cast.client("secretary")
    assert WRITE in client.get(INDEX).content.decode()
    assert "Chi bộ Trường THCS Hòa Bình sẽ làm việc gì?" in client.get(WRITE).content.decode()
    draft = client.post(WRITE, papers.BOXES, follow=True).content.decode()
    one = Registration.objects.get()
    assert one.person is None and one.is_draft and "Gửi đến cấp ủy cấp trên" in draft
    page = client.post(reverse("registrations:behalf_send", args=[one.pk]), follow=True).content.decode()
    one.refresh_from_db()
    assert "Đã gửi bản đăng ký của tập thể" in page and one.sent_to == cast.commune
    assert not one.awaits_confirmation
    assert papers.agree(one, cast.committee).is_approved
    assert "Ghi kết quả" in client.get(one.get_absolute_url()).content.decode()


def test_it_is_no_draft_of_a_persons_and_no_persons_draft_is_touched(cast, one):
    papers.drafted(cast.secretary)
    assert Registration.objects.count() == 2
    assert Registration.objects.of(cast.secretary.person).count() == 1
    one.refresh_from_db()
    assert one.person is None and one.first_task.what == papers.WHAT


def test_a_draft_is_the_units_alone(cast, one):
    assert Registration.objects.visible_to(cast.secretary).get() == one
    for actor in (cast.committee, cast.leader, cast.member, cast.other_secretary):
        assert not Registration.objects.visible_to(actor).exists()


def test_what_is_typed_is_kept(cast):
    client = cast.client("secretary")
    Form(client, WRITE).save_draft(**{"viec1-due": "31/2/27"})
    assert 'value="31/2/27"' in client.get(WRITE).content.decode()
    assert "<title>Lỗi: " in client.post(WRITE, {"viec1-what": ""}).content.decode()


def test_it_is_asked_for_until_it_is_sent_and_again_when_it_comes_back(cast, one):
    title = "Hoàn thiện bản đăng ký của tập thể năm 2027"
    assert title in [task.title for task in todo.items(cast.secretary)]
    actions.submit(one, by=cast.secretary)
    assert title not in [task.title for task in todo.items(cast.secretary)]
    actions.return_for_changes(one, by=cast.committee, reasons=["no_target"])
    assert title in [task.title for task in todo.items(cast.secretary)]
    page = cast.client("secretary").get(one.get_absolute_url()).content.decode()
    assert WRITE in page and reverse("registrations:write", args=[2027]) not in page


def test_a_member_writes_none_for_the_cell(cast):
    with pytest.raises(NotAllowed):
        actions.start_draft(by=cast.member, year=2027, collective=True)
    assert cast.client("member").get(WRITE).status_code == 403


def test_a_cells_own_paper_is_signed_for_the_cell_and_confirmed_above(cast, one):
    made = printing.paper(one, printing.REGISTRATION, cast.today)
    signs, confirms = made.signature, made.countersignature
    assert (signs.authority, signs.body, signs.position) == ("T/M", "Chi bộ", "Bí thư")
    assert confirms.position == "Xác nhận của cấp ủy cấp trên"
    assert made.place == "An Phú"


def test_a_members_paper_is_confirmed_by_the_secretary_for_the_cell(cast):
    made = printing.paper(papers.submitted(cast.member), printing.REGISTRATION, cast.today)
    assert made.signature.position == "Người đăng ký"
    confirms = made.countersignature
    assert (confirms.authority, confirms.body, confirms.position) == ("T/M", "Chi bộ", "Bí thư")

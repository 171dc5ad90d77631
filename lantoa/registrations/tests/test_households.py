"""A family registers through whoever looks after its cell: no account, its head's name as it was told."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from docx import Document

from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.tests.forms import Form
from lantoa.registrations import actions, printing, queries
from lantoa.registrations.models import Confirmation, Registration
from lantoa.registrations.tests import papers

BEHALF = reverse("registrations:behalf")
NEW = reverse("registrations:household_new", args=[2027])


def test_from_a_name_to_an_agreed_paper(cast):
    client = cast.client("secretary")
    assert "Hộ gia đình đăng ký" in client.get(BEHALF).content.decode()
    page = client.post(NEW, {"household": "  Hoàng Văn   Páo "}, follow=True).content.decode()
    one = Registration.objects.get()
    assert "Năm 2027, Hộ Hoàng Văn Páo sẽ làm việc gì?" in page
    assert (one.household, one.unit, one.person, one.is_party_member) == (
        "Hoàng Văn Páo",
        cast.cell,
        None,
        False,
    )
    write = reverse("registrations:household", args=[one.pk])
    Form(client, write).save_draft(**papers.BOXES | {"viec1-due": "31/2"})
    assert 'value="31/2"' in client.get(write).content.decode()
    shown = client.post(write, papers.BOXES, follow=True).content.decode()
    assert "Gửi đến chi bộ" in shown and write in shown
    client.post(reverse("registrations:behalf_send", args=[one.pk]))
    one.refresh_from_db()
    assert one.is_waiting and one.sent_to == cast.cell and one.awaits_confirmation
    assert "Hộ Hoàng Văn Páo" in client.get(reverse("registrations:judge", args=[one.pk])).content.decode()
    papers.agree(one, cast.secretary)
    assert one.is_approved


def test_a_family_confirms_at_a_meeting_or_by_signing(cast):
    one = papers.family(cast.secretary)
    assert list(Registration.objects.unconfirmed()) == [one]
    page = cast.client("secretary").get(reverse("registrations:confirm", args=[one.pk])).content.decode()
    assert "Xác nhận của Hộ Hoàng Văn Páo" in page
    heard = {"how": Confirmation.MEETING, "on": cast.today, "witnesses": papers.witnesses(cast)}
    actions.confirm(one, by=cast.secretary, **heard)
    assert not Registration.objects.unconfirmed().exists()
    agreed = papers.agree(one, cast.secretary)
    actions.record_progress(agreed.tasks.get(), by=cast.secretary, on=cast.today, text="Đã hiến 20 m² đất.")
    assert list(Registration.objects.unconfirmed()) == [one]


def test_a_family_takes_its_paper_back_through_the_secretary(cast):
    one = papers.family(cast.secretary)
    for by in (cast.member, cast.committee, cast.other_secretary):
        with pytest.raises(NotAllowed):
            actions.withdraw(one, by=by)
    cast.client("secretary").get(one.get_absolute_url())
    actions.withdraw(one, by=cast.secretary, note="Gia đình không đăng ký nữa.")
    assert one.is_withdrawn
    assert papers.family(cast.secretary).is_waiting


def test_a_family_registers_once_a_year(cast):
    one = papers.family(cast.secretary)
    with pytest.raises(Conflict):
        actions.start_household(by=cast.secretary, year=2027, household="Hoàng Văn Páo")
    begun = actions.start_household(by=cast.secretary, year=2027, household="Lý A Tủa")
    assert actions.start_household(by=cast.secretary, year=2027, household="Lý A Tủa") == begun
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.filter(pk=begun.pk).update(household=one.household)
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.filter(pk=begun.pk).update(household="")


def test_who_may_write_for_a_family(cast):
    with pytest.raises(BadInput, match="họ tên chủ hộ"):
        actions.start_household(by=cast.secretary, year=2027, household=" ")
    for by in (cast.member, cast.officer, cast.inspector):
        with pytest.raises(NotAllowed):
            actions.start_household(by=by, year=2027, household="Lý A Tủa")
    one = actions.start_household(by=cast.secretary, year=2027, household="Lý A Tủa")
    assert not Registration.objects.visible_to(cast.committee).filter(pk=one.pk).exists()
    papers.family(cast.secretary)
    assert Registration.objects.visible_to(cast.committee).count() == 1


def test_a_family_is_neither_the_collective_nor_a_member(cast):
    papers.family(cast.secretary)
    assert not Registration.objects.collective(cast.cell).exists()
    row = next(r for r in queries.turnout_of(cast.commune, 2027, cast.today) if r.code == cast.cell.code)
    assert row.done == 0
    period = Period.parse("2026")

    def counted(split=None):
        return figure("registrations.registered", unit=cast.commune, period=period, split=split).value

    papers.submitted(cast.member)
    assert counted() == 2
    assert [counted(("subject", part)) for part in ("collective", "individual", "household")] == [0, 1, 1]
    assert [counted(("party", part)) for part in ("member", "outside")] == [1, 0]
    assert figure("registrations.people", unit=cast.commune, period=period).value == 1


def test_it_is_printed_as_a_familys(cast):
    one = papers.family(cast.secretary)
    document = Document(BytesIO(printing.word(one, printing.REGISTRATION, cast.today)))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Hộ gia đình, chủ hộ: Hoàng Văn Páo" in words
    page = cast.client("secretary").get(reverse("registrations:print", args=[one.pk])).content.decode()
    assert "Hộ gia đình, chủ hộ:" in page


def test_the_year_before_is_the_same_familys(cast):
    earlier = papers.family(cast.secretary, year=2026)
    papers.family(cast.secretary, head="Lý A Tủa", year=2026)
    assert queries.last_year_of(papers.family(cast.secretary)) == earlier

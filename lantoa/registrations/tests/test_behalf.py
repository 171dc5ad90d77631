"""A secretary writes down for a member without a phone; the member confirms it, or takes it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from lantoa.figures.counting import figure
from lantoa.foundation import attachments
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.registrations import actions, todo
from lantoa.registrations.models import Agreement, Confirmation, Progress, Registration
from lantoa.registrations.tests import papers
from tests.cast import person

INDEX = reverse("registrations:index")
OF_LINES = ("registrations.progress", "registrations.with_progress", "registrations.with_result")


@pytest.fixture
def one(cast) -> Registration:
    """The colleague's paper, typed by the secretary and sent."""
    return papers.entered(cast.secretary, cast.colleague.person)


def page_for(person) -> str:
    return reverse("registrations:behalf_write", args=[2027, person.pk])


def titles(actor) -> list[str]:
    return [task.title for task in todo.items(actor)]


def test_from_the_list_to_a_sent_paper(cast):
    client = cast.client("secretary")
    assert "Ghi hộ" in client.get(INDEX).content.decode()
    chosen = client.get(reverse("registrations:behalf")).content.decode()
    address = page_for(cast.colleague.person)
    assert address in chosen and "chưa có tài khoản" in chosen and "Nguyễn Thị Lan</th>" not in chosen
    draft = client.post(address, papers.BOXES, follow=True)
    assert "Đọc lại cho người đăng ký nghe" in draft.content.decode()
    one = Registration.objects.get()
    page = client.post(reverse("registrations:behalf_send", args=[one.pk]), follow=True).content.decode()
    one.refresh_from_db()
    assert one.is_waiting and one.person == cast.colleague.person and one.sent_to == cast.cell
    assert "Đồng chí Nguyễn Thị Lan ghi hộ bản này" in page and "Ghi hộ, chưa xác nhận" in page
    assert Event.objects.get(verb="registration.submitted").on_behalf_of == "Bùi Văn Thắng"


def test_what_is_typed_is_kept_like_on_a_phone(cast):
    client, address = cast.client("secretary"), page_for(cast.colleague.person)
    Form(client, address).save_draft(**papers.BOXES | {"viec1-due": "31/2/27"})
    assert 'value="31/2/27"' in client.get(address).content.decode()
    page = client.post(address, {"viec1-what": ""}).content.decode()
    assert "<title>Lỗi: " in page


def test_only_for_people_of_ones_own_cell(cast):
    for by in (cast.other_secretary, cast.committee, cast.leader, cast.member, cast.former):
        with pytest.raises(NotAllowed):
            actions.start_draft(by=by, year=2027, person=cast.colleague.person)
    assert not Registration.objects.exists()


def test_nobody_writes_over_what_a_member_writes_herself(cast):
    papers.drafted(cast.member)
    with pytest.raises(Conflict, match="tự viết bản này"):
        actions.start_draft(by=cast.secretary, year=2027, person=cast.member.person)
    assert cast.client("secretary").get(page_for(cast.member.person)).status_code == 409


def test_a_member_who_writes_on_takes_the_draft_over(cast):
    actions.start_draft(by=cast.secretary, year=2027, person=cast.member.person)
    one = papers.submitted(cast.member)
    assert not one.is_on_behalf and not one.awaits_confirmation
    with pytest.raises(NotAllowed):
        actions.withdraw(one, by=cast.secretary)


def test_a_draft_typed_for_somebody_is_seen_by_its_writer_alone(cast):
    one = actions.start_draft(by=cast.secretary, year=2027, person=cast.colleague.person)
    for actor in (cast.committee, cast.officer, cast.inspector, cast.other_secretary):
        assert not Registration.objects.visible_to(actor).exists()
    assert Registration.objects.visible_to(cast.secretary).get() == one


def test_the_secretary_judges_it_but_never_her_own(cast, one):
    page = cast.client("secretary").get(reverse("registrations:judge", args=[one.pk])).content.decode()
    assert "Đồng chí Nguyễn Thị Lan ghi hộ bản này. Người đăng ký chưa xác nhận." in page
    assert papers.agree(one, cast.secretary).is_approved
    with pytest.raises(NotAllowed):
        papers.agree(papers.submitted(cast.secretary), cast.secretary)


def test_the_member_confirms_by_signing_in(cast, one):
    assert "Xác nhận bản đăng ký năm 2027" in titles(cast.colleague)
    client, address = cast.client("colleague"), reverse("registrations:confirm", args=[one.pk])
    assert "Đây có đúng là bản của đồng chí?" in client.get(address).content.decode()
    page = client.post(address, follow=True).content.decode()
    assert "tự xác nhận trên hệ thống, ngày 16/11/2026" in page
    one.refresh_from_db()
    assert not one.awaits_confirmation and one.confirmed_how == Confirmation.SIGNED_IN
    assert "Xác nhận bản đăng ký năm 2027" not in titles(cast.colleague)
    with pytest.raises(Conflict):
        actions.confirm(one, by=cast.colleague)


def at_meeting(cast, one, how=Confirmation.MEETING):
    actions.confirm(one, by=cast.secretary, how=how, on=cast.today, witnesses=papers.witnesses(cast))


def test_agreement_by_word_names_two_witnesses(cast, one):
    client, address = cast.client("secretary"), reverse("registrations:confirm", args=[one.pk])
    first, second = papers.witnesses(cast)
    sent = {"how": "meeting", "on": "16/11/2026", "witness": first.pk}
    assert "hai người chứng kiến khác nhau" in client.post(address, sent).content.decode()
    for wrong in (cast.secretary.person, cast.colleague.person, cast.far_secretary.person):
        with pytest.raises(BadInput, match="trong chi bộ"):
            actions.confirm(one, by=cast.secretary, how="meeting", on=cast.today, witnesses=[first, wrong])
    page = client.post(address, {**sent, "second_witness": second.pk}, follow=True).content.decode()
    assert "xác nhận tại buổi sinh hoạt" in page and "Người chứng kiến: Lê Thị Năm, Hà Văn Tư" in page


def test_a_witness_who_was_none_says_so_and_it_has_to_be_confirmed_again(cast, one):
    vouching = [cast.member.person, person("Hà Văn Tư", cast.cell)]
    actions.confirm(one, by=cast.secretary, how="meeting", on=cast.today, witnesses=vouching)
    client, agreement = cast.client("member"), Agreement.objects.get()
    assert "người chứng kiến 1 lời xác nhận" in client.get("/").content.decode()
    assert "Bùi Văn Thắng" in client.get(reverse("registrations:witnessed")).content.decode()
    address = reverse("registrations:vouch", args=[agreement.pk])
    assert cast.client("other_secretary").post(address).status_code == 404
    client.post(address)
    one.refresh_from_db()
    assert one.confirmed_on is None and Event.objects.filter(verb="registration.witness_denied").exists()


def test_a_meeting_or_a_signature_confirms_it(cast, one):
    client, address = cast.client("secretary"), reverse("registrations:confirm", args=[one.pk])
    wrong = client.post(address, {"how": "meeting", "on": "17/11/2026"}).content.decode()
    assert "Ngày xác nhận chưa đến" in wrong
    wrong = client.post(address, {"how": "signature", "on": "16/11/2026"}).content.decode()
    assert "bản giấy có chữ ký" in wrong
    sent = {"how": "signature", "on": "16/11/2026", "paper": papers.photo()}
    page = client.post(address, sent, follow=True).content.decode()
    assert "ký trên bản giấy, ngày 16/11/2026" in page and "Mở bản có chữ ký" in page
    signed = client.get(reverse("registrations:signed", args=[one.pk]))
    assert signed.status_code == 200 and signed["Content-Type"] == "image/jpeg"


def test_nobody_confirms_in_the_name_of_another(cast, one):
    at_meeting(cast, one, how=Confirmation.SIGNED_IN)
    one.refresh_from_db()
    assert one.confirmed_how == Confirmation.MEETING
    with pytest.raises(BadInput):
        actions.confirm(
            papers.entered(cast.secretary, cast.member.person), by=cast.secretary, how=Confirmation.MEETING
        )


@pytest.mark.parametrize("who", ["member", "other_secretary", "committee", "leader"])
def test_nobody_else_confirms_or_withdraws(cast, one, who):
    with pytest.raises(NotAllowed):
        actions.confirm(one, by=getattr(cast, who), how=Confirmation.MEETING, on=cast.today)
    with pytest.raises(NotAllowed):
        actions.withdraw(one, by=getattr(cast, who))


def test_withdrawn_it_counts_no_more_and_the_member_writes_her_own(cast, one):
    papers.agree(one, cast.secretary)
    address = reverse("registrations:withdraw", args=[one.pk])
    cast.client("colleague").post(address, {"note": "Tôi không nói như vậy"})
    one.refresh_from_db()
    assert one.is_withdrawn and not Registration.objects.submitted().exists()
    assert Event.objects.get(verb="registration.withdrawn").note == "Tôi không nói như vậy"
    listed = cast.client("secretary").get(f"{INDEX}?loc=da-rut").content.decode()
    assert "Bùi Văn Thắng" in listed and "Đã rút lại" in listed
    own = papers.submitted(cast.colleague)
    assert own.pk != one.pk and own.code != one.code
    assert "Đã rút lại" in cast.client("colleague").get(reverse("registrations:mine")).content.decode()


def test_lines_on_what_was_taken_back_are_nobodys_result(cast, one):
    papers.agree(one, cast.secretary)
    actions.record_progress(one.tasks.get(), by=cast.secretary, on=cast.today, value=Decimal(12))
    counted = [figure(code, unit=cast.commune, period=Period.year(2026)) for code in OF_LINES]
    assert [one.exact for one in counted] == [1, 1, 1]
    actions.withdraw(one, by=cast.colleague)
    counted = [figure(code, unit=cast.commune, period=Period.year(2026)) for code in OF_LINES]
    assert [one.exact for one in counted] == [0, 0, 0]


def test_her_own_words_are_not_withdrawn(cast):
    own = papers.submitted(cast.member)
    with pytest.raises(Conflict):
        actions.withdraw(own, by=cast.member)
    typed = papers.entered(cast.secretary, cast.colleague.person)
    actions.confirm(typed, by=cast.colleague)
    with pytest.raises(Conflict, match="tự xác nhận"):
        actions.withdraw(typed, by=cast.colleague)


def test_a_line_typed_for_her_is_marked_until_she_confirms_it(cast, one):
    papers.agree(one, cast.secretary)
    actions.confirm(one, by=cast.colleague)
    line = {"task": one.tasks.get().pk, "text": "Giúp 12 cụ.", "value": "12", "on": "16/11/2026"}
    page = cast.client("secretary").post(reverse("registrations:progress", args=[one.pk]), line, follow=True)
    assert "ghi hộ, chưa xác nhận" in page.content.decode()
    assert Registration.objects.unconfirmed().get() == one
    assert one.tasks.get().done == Decimal(12)
    actions.confirm(one, by=cast.colleague)
    assert not Registration.objects.unconfirmed().exists()


def test_a_line_typed_on_a_members_own_paper_waits_for_her_word(cast):
    own = papers.approved(cast.member, cast.secretary)
    secretary, member = cast.client("secretary"), cast.client("member")
    page = secretary.get(own.get_absolute_url()).content.decode()
    assert "Ghi hộ kết quả" in page
    address = reverse("registrations:progress", args=[own.pk])
    assert "người ấy bỏ được dòng này" in secretary.get(address).content.decode()
    boxes = {"task": own.tasks.get().pk, "text": "Giúp 5 cụ ở tổ 4.", "value": "5", "on": "16/11/2026"}
    secretary.post(address, boxes)
    line = Progress.objects.get()
    assert Event.objects.get(verb="progress.recorded").on_behalf_of == "Đỗ Thị Hương"
    assert "Xác nhận kết quả ghi hộ năm 2027" in titles(cast.member)
    shown = member.get(own.get_absolute_url()).content.decode()
    assert "Có dòng kết quả ghi hộ, chưa xác nhận" in shown and "Không đúng, bỏ dòng này" in shown
    confirm = reverse("registrations:confirm", args=[own.pk])
    assert "Những dòng ghi hộ này có đúng không?" in member.get(confirm).content.decode()
    member.post(confirm)
    line.refresh_from_db()
    own.refresh_from_db()
    assert line.confirmed_how == "signed_in" and own.confirmed_on is None
    with pytest.raises(NotAllowed):
        actions.take_back_line(line, by=cast.member)


def test_a_line_is_confirmed_at_the_meeting_or_by_a_signed_sheet(cast):
    own = papers.approved(cast.member, cast.secretary)
    task = own.tasks.get()
    actions.record_progress(task, by=cast.secretary, on=cast.today, text="Giúp 5 cụ.")
    at_meeting(cast, own)
    assert Progress.objects.get().confirmed_how == "meeting"
    second = actions.record_progress(task, by=cast.secretary, on=cast.today, text="Giúp 3 cụ.")
    own = Registration.objects.get()
    sheet = attachments.judge(papers.photo())
    actions.confirm(own, by=cast.secretary, how=Confirmation.SIGNATURE, on=cast.today, paper=sheet)
    assert second.evidence.count() == 1 and not Registration.objects.get().awaits_confirmation
    assert Registration.objects.get().signed_paper is None


def test_its_owner_takes_a_line_out_and_the_history_keeps_it(cast):
    own = papers.approved(cast.member, cast.secretary)
    task = own.tasks.get()
    mine = actions.record_progress(task, by=cast.member, on=cast.today, text="Giúp 2 cụ.")
    line = actions.record_progress(
        task, by=cast.secretary, on=cast.today, text="Giúp 50 cụ.", value=Decimal(50)
    )
    for by, one in ((cast.secretary, line), (cast.colleague, line), (cast.member, mine)):
        with pytest.raises(NotAllowed):
            actions.take_back_line(one, by=by)
    cast.client("member").post(reverse("registrations:take_back", args=[line.pk]), {"note": "Không đúng số."})
    assert list(Progress.objects.all()) == [mine]
    event = Event.objects.get(verb="progress.withdrawn")
    assert event.before["text"] == "Giúp 50 cụ." and event.note == "Không đúng số."


def test_lines_unconfirmed_after_thirty_days_are_listed(cast):
    own = papers.approved(cast.member, cast.secretary)
    mine = actions.record_progress(own.tasks.get(), by=cast.member, on=cast.today, text="Giúp 2 cụ.")
    actions.record_progress(own.tasks.get(), by=cast.secretary, on=cast.today, text="Giúp 5 cụ.")
    day = cast.today + dt.timedelta(days=32)
    asked = "Lấy xác nhận 1 bản ghi hộ năm 2027"
    assert asked not in titles(cast.secretary) and asked in titles(replace(cast.secretary, on=day))
    assert "Đỗ Thị Hương" in cast.client("secretary").get(f"{INDEX}?loc=chua-xac-nhan").content.decode()
    actions.confirm(Registration.objects.get(), by=cast.member)
    assert asked not in titles(replace(cast.secretary, on=day))
    mine.refresh_from_db()
    assert mine.confirmed_on is None


def test_nobody_from_elsewhere_types_a_line(cast):
    own = papers.approved(cast.member, cast.secretary)
    for by in (cast.other_secretary, cast.committee, cast.leader, cast.colleague):
        with pytest.raises(NotAllowed):
            actions.record_progress(own.tasks.get(), by=by, on=cast.today, text="Đã làm")
    headed = papers.approved(cast.secretary, cast.committee)
    with pytest.raises(NotAllowed):
        actions.record_progress(headed.tasks.get(), by=cast.committee, on=cast.today, text="Đã làm")


def test_unconfirmed_after_thirty_days_it_is_asked_for(cast, one):
    asked = "Lấy xác nhận 1 bản ghi hộ năm 2027"
    assert asked not in titles(cast.secretary)
    later = replace(cast.secretary, on=cast.today + dt.timedelta(days=31))
    assert asked in titles(later)
    assert asked not in titles(replace(cast.other_secretary, on=later.on))
    listed = cast.client("secretary").get(f"{INDEX}?loc=chua-xac-nhan").content.decode()
    assert "Bùi Văn Thắng" in listed
    at_meeting(cast, one)
    assert asked not in titles(later)


def test_new_words_need_a_new_confirmation(cast, one):
    paper = attachments.judge(papers.photo())
    actions.confirm(one, by=cast.secretary, how=Confirmation.SIGNATURE, on=cast.today, paper=paper)
    actions.return_for_changes(one, by=cast.secretary, reasons=["no_target"])
    actions.save_draft(one, by=cast.secretary, tasks=[papers.TASK])
    actions.submit(one, by=cast.secretary)
    assert one.awaits_confirmation and one.signed_paper is None

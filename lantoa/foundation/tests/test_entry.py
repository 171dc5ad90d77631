"""Nothing typed is lost, nothing is written twice, nobody is overwritten unseen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from lantoa.foundation import clock
from lantoa.foundation.entry import drafts, guard
from lantoa.foundation.entry.opening import Opening
from lantoa.foundation.models import Attachment, Draft, DraftFile, Sent
from lantoa.foundation.tests.forms import Form
from lantoa.outreach import actions as outreach
from lantoa.outreach.models import CitizenOpinion, Donation
from lantoa.people.models import Post
from lantoa.programme.models import Directive
from lantoa.study.models import StudyClass
from tests.cast import PASSWORD

NEW = "/hoc-tap/moi/"
CLASS = {"topic": "Nghị quyết số 18", "held_on": "10/11/2026", "attendance": "19/20"}


@pytest.fixture
def lan(cast):
    return cast.client("secretary")


@pytest.fixture
def study_class(cast, lan):
    Form(lan, NEW).send(**CLASS)
    return StudyClass.objects.get()


def pdf(content=b"%PDF-1.7 van ban"):
    return SimpleUploadedFile("chi-thi.pdf", content)


def edit(study_class):
    return reverse("study:edit", args=[study_class.pk])


# Drafts


def test_what_was_typed_is_found_again_and_says_it_was_not_sent(lan):
    Form(lan, NEW).save_draft(**CLASS, note="Ghi chú dài\nhai dòng")
    again = Form(lan, NEW)
    assert again["topic"] == CLASS["topic"] and again["note"] == "Ghi chú dài\nhai dòng"
    assert "chưa gửi" in again.text


def test_a_draft_is_gone_once_it_was_sent(lan):
    Form(lan, NEW).save_draft(**CLASS)
    assert Form(lan, NEW).send().status_code == 302
    assert StudyClass.objects.get().topic == CLASS["topic"]
    assert not Draft.objects.exists() and not Form(lan, NEW)["topic"]


def test_a_draft_that_comes_late_does_not_touch_what_was_sent(lan):
    form = Form(lan, NEW)
    form.send(**CLASS)
    assert form.save_draft(topic="muộn").json()["kept"] is False
    assert not Form(lan, NEW)["topic"]


def test_of_two_drafts_under_way_the_one_typed_later_stays(lan):
    form = Form(lan, NEW)
    form.save_draft(topic="sau", _turn="2000")
    form.save_draft(topic="trước", _turn="1000")
    assert Form(lan, NEW)["topic"] == "sau"


def test_a_draft_ends_with_the_post_it_was_typed_in(cast, lan):
    Form(lan, NEW).save_draft(**CLASS)
    Post.objects.filter(pk=cast.secretary.post_id).update(role="committee", ends=cast.today)
    Post.objects.create(person=cast.secretary.person, unit=cast.cell, role="secretary", starts=cast.today)
    assert not Form(lan, NEW)["topic"]


def test_nobody_else_sees_or_keeps_my_draft(cast, lan):
    form = Form(lan, NEW)
    form.save_draft(**CLASS)
    assert not Form(cast.client("other_secretary"), NEW)["topic"]
    assert form.send(to="/ban-nhap/", by=cast.client("other_secretary")).status_code == 403


def test_a_draft_can_be_thrown_away(lan):
    Form(lan, NEW).save_draft(**CLASS)
    assert Form(lan, NEW).send(to="/ban-nhap/bo/")["Location"] == NEW
    assert not Draft.objects.exists()


def test_a_form_that_came_back_with_mistakes_is_a_draft_without_any_script(lan):
    answer = Form(lan, NEW).send(**CLASS | {"held_on": "không rõ"})
    assert answer.status_code == 200
    assert Form(lan, NEW)["topic"] == CLASS["topic"]


def test_no_draft_holds_what_no_database_keeps(lan):
    Form(lan, NEW).save_draft(topic="Nghị\x00 quyết\x07")
    assert Form(lan, NEW)["topic"] == "Nghị quyết"


def test_old_drafts_are_forgotten(lan):
    Form(lan, NEW).save_draft(**CLASS)
    assert drafts.forget_old(clock.now()) == 0
    assert drafts.forget_old(clock.now() + drafts.KEPT_FOR * 2) == 1


# Chosen files

DIRECTIVE = {"number": "12", "symbol": "CT/ĐU", "issued_on": "10/11/2026", "abstract": "Về nêu gương"}


@pytest.fixture
def directive(cast):
    return Form(cast.client("committee"), reverse("programme:directive_new"))


def test_a_chosen_file_is_kept_when_another_box_is_to_be_mended(directive):
    answer = directive.send(**DIRECTIVE | {"issued_on": "không rõ", "file": pdf()})
    again = Form(directive.client, directive.address, page=answer)
    assert "chi-thi.pdf" in again.text
    assert again.send(issued_on="10/11/2026").status_code == 302
    assert Directive.objects.get().file.name == "chi-thi.pdf"
    assert not DraftFile.objects.exists() and Attachment.objects.count() == 1


def test_a_kept_file_can_be_taken_away_and_the_words_stay(directive):
    directive.save_draft(**DIRECTIVE, file=pdf())
    form = Form(directive.client, directive.address)
    form.send(to="/ban-nhap/bo-tep/", _drop=str(DraftFile.objects.get().pk))
    again = Form(directive.client, directive.address)
    assert "chi-thi.pdf" not in again.text and again["abstract"] == "Về nêu gương"
    assert not Attachment.objects.exists()


def test_the_same_choice_arriving_twice_is_one_file(directive):
    directive.save_draft(file=pdf())
    directive.send(**DIRECTIVE, file=pdf())
    assert Attachment.objects.count() == 1


def test_a_file_that_cannot_be_used_is_named_at_once(directive):
    said = directive.save_draft(file=pdf(b"khong phai pdf")).json()
    assert said["kept"] and "chi-thi.pdf" in said["refused"][0]


# Once


def test_the_same_form_sent_twice_is_one_record_and_leads_to_it(lan):
    form = Form(lan, NEW)
    first, second = form.send(**CLASS), form.send()
    assert second["Location"] == first["Location"]
    assert StudyClass.objects.count() == 1
    assert "không ghi thêm lần nữa" in lan.get(second["Location"]).content.decode()


def test_other_words_in_a_form_that_was_sent_wait_as_a_draft(lan):
    form = Form(lan, NEW)
    form.send(**CLASS)
    form.send(topic="Chuyên đề năm 2027")
    again = Form(lan, NEW)
    assert again["topic"] == "Chuyên đề năm 2027" and "đã được gửi lúc" in again.text
    assert again.send().status_code == 302
    assert StudyClass.objects.count() == 2


def test_equal_words_in_a_new_form_are_asked_about(lan):
    page, opinion = reverse("outreach:opinions_new"), {"text": "Đường liên thôn đọng nước."}
    Form(lan, page).send(**opinion)
    Form(lan, page).send(**opinion)
    assert CitizenOpinion.objects.count() == 1
    asked = Form(lan, page)
    assert "giống hệt" in asked.text and asked["text"] == opinion["text"]
    assert asked.send(_sure="1").status_code == 302
    assert CitizenOpinion.objects.count() == 2


def test_a_second_click_that_looked_a_moment_too_early_is_no_equal_thing(lan, monkeypatch):
    """The first was written between its two looks: for the same form, and for the same words."""
    form, find = Form(lan, NEW), guard.sending.find
    form.send(**CLASS)
    looks = iter([lambda _opening: None])
    monkeypatch.setattr(guard.sending, "find", lambda opening: next(looks, find)(opening))
    assert "#nhap" not in form.send(**CLASS)["Location"]
    assert StudyClass.objects.count() == Sent.objects.count() == 1


def test_an_equal_gift_is_asked_about_whoever_writes_it_down(cast, lan):
    campaign = outreach.launch_campaign(
        unit=cast.cell, name="Vì người nghèo", starts=cast.today, ends=None, by=cast.secretary
    )
    page, gift = reverse("outreach:donation_new"), {"amount": "500.000", "given_on": "16/11/2026"}
    gift |= {"campaign": str(campaign.pk), "donor_kind": "individual", "donor_name": "Bà Tư"}
    Form(lan, page).send(**gift)
    committee = cast.client("committee")
    asked = Form(committee, page).send(**gift, unit=cast.cell.code)
    assert asked.status_code == 200 and Donation.objects.count() == 1
    again = Form(committee, page, page=asked)
    assert "cứ ghi thêm" in again.text and again.send(_sure="1").status_code == 302
    assert Donation.objects.count() == 2


def test_a_form_that_came_back_with_mistakes_may_be_sent_again(lan):
    form = Form(lan, NEW)
    form.send(**CLASS | {"attendance": "30/20"})
    assert form.send(**CLASS).status_code == 302
    assert StudyClass.objects.count() == 1 and Sent.objects.count() == 1


# Two people, one thing


def test_the_second_writer_sees_both_versions_and_chooses(cast, lan, study_class):
    hers, his = Form(lan, edit(study_class)), Form(cast.client("committee"), edit(study_class))
    hers.send(speaker="Trần Quốc Hùng", note="Học tại nhà văn hóa")
    both = his.send(speaker="Vũ Minh Đức")
    assert both.status_code == 409
    assert StudyClass.objects.get().speaker == "Trần Quốc Hùng"
    said = both.content.decode()
    assert "Nguyễn Thị Lan đã lưu" in said and "Vũ Minh Đức" in said and "Học tại nhà văn hóa" in said
    choosing = Form(his.client, edit(study_class), page=both)
    choosing.send(**{"_clash": ["speaker", "note"], "_pick-speaker": "mine", "_pick-note": "theirs"})
    saved = StudyClass.objects.get()
    assert (saved.speaker, saved.note) == ("Vũ Minh Đức", "Học tại nhà văn hóa")


@pytest.mark.deep(slow=True)
def test_a_box_left_without_a_choice_is_asked_again(cast, lan, study_class):
    hers, his = Form(lan, edit(study_class)), Form(cast.client("committee"), edit(study_class))
    hers.send(speaker="Trần Quốc Hùng")
    both = his.send(speaker="Vũ Minh Đức")
    again = Form(his.client, edit(study_class), page=both).send(_clash="speaker")
    assert again.status_code == 409 and "Còn ô chưa chọn" in again.content.decode()
    assert StudyClass.objects.get().speaker == "Trần Quốc Hùng"


def test_different_boxes_and_equal_words_are_no_clash(cast, lan, study_class):
    hers, his = Form(lan, edit(study_class)), Form(cast.client("committee"), edit(study_class))
    hers.send(speaker="Vũ Minh Đức")
    assert his.send(speaker="Vũ Minh Đức").status_code == 302


def test_one_saves_from_one_page_as_often_as_one_likes(lan, study_class):
    form = Form(lan, edit(study_class))
    assert form.send(speaker="Vũ Minh Đức").status_code == 302
    assert form.send(speaker="Trần Quốc Hùng").status_code == 302
    assert StudyClass.objects.get().speaker == "Trần Quốc Hùng"


@pytest.mark.deep(slow=True)
def test_a_draft_of_an_older_version_meets_the_newer_one(cast, lan, study_class):
    Form(lan, edit(study_class)).save_draft(speaker="Trần Quốc Hùng")
    Form(cast.client("committee"), edit(study_class)).send(speaker="Vũ Minh Đức")
    assert Form(lan, edit(study_class)).send().status_code == 409


def test_a_file_chosen_in_an_edit_form_is_no_other_version(directive):
    directive.send(**DIRECTIVE)
    edit_form = Form(directive.client, reverse("programme:directive_edit", args=[Directive.objects.get().pk]))
    assert edit_form.send(abstract="Về nêu gương, tự soi", file=pdf()).status_code == 302
    saved = Directive.objects.get()
    assert (saved.abstract, saved.file.name) == ("Về nêu gương, tự soi", "chi-thi.pdf")


# Signing in between


def test_a_session_that_ended_costs_no_word(cast, lan):
    form = Form(lan, NEW)
    lan.logout()
    sent = form.send(**CLASS)
    assert sent.status_code == 302 and sent["Location"] == f"{reverse('people:sign_in')}?next={NEW}"
    assert "đã được giữ" in lan.get(sent["Location"]).content.decode()
    cast.account("secretary")
    signed_in = lan.post(sent["Location"], {"username": "secretary", "password": PASSWORD})
    assert signed_in["Location"] == NEW
    again = Form(lan, NEW)
    assert again["topic"] == CLASS["topic"] and "phiên làm việc đã hết" in again.text


def test_whoever_signs_in_again_goes_on_in_the_post_she_was_typing_in(cast, lan):
    widest = {"role": "committee", "reach": "subtree", "starts": cast.today}
    Post.objects.create(person=cast.secretary.person, unit=cast.commune, **widest)
    chosen = lan.session
    chosen["acting_as"] = f"post-{cast.secretary.post_id}"
    chosen.save()
    form = Form(lan, NEW)
    lan.logout()
    door = form.send(**CLASS)["Location"]
    lan.post(door, {"username": "secretary", "password": PASSWORD})
    assert Form(lan, NEW)["topic"] == CLASS["topic"]


def test_what_was_not_sent_is_named_on_the_first_page(lan):
    Form(lan, NEW).save_draft(**CLASS, _title="Ghi lớp học")
    first = lan.get("/").content.decode()
    assert "Viết tiếp: Ghi lớp học" in first and f'href="{NEW}#nhap"' in first


def test_an_old_token_costs_no_word_and_does_nothing(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = cast.client("secretary").cookies
    form = Form(strict, NEW)
    sent = form.send(**CLASS, csrfmiddlewaretoken="x" * 64)
    assert sent.status_code == 303 and sent["Location"] == f"{NEW}#nhap"
    assert Form(strict, NEW)["topic"] == CLASS["topic"]
    assert not StudyClass.objects.exists()


def test_a_form_from_elsewhere_leaves_no_draft(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = cast.client("secretary").cookies
    form = Form(strict, NEW)
    sent = strict.post(
        NEW, form.data | CLASS | {"csrfmiddlewaretoken": ""}, headers={"Origin": "http://xa.vn"}
    )
    assert sent.status_code == 403 and not Draft.objects.exists()


def test_the_second_of_two_sign_in_pages_leads_on(cast):
    cast.account("secretary")
    browser = Client(enforce_csrf_checks=True)
    door = f"{reverse('people:sign_in')}?next={NEW}"
    browser.get(door)
    words = {"username": "secretary", "password": PASSWORD, "csrfmiddlewaretoken": "x" * 64}
    answer = browser.post(door, words, headers={"Origin": "http://testserver"})
    assert answer["Location"] == door


def test_whoever_waited_in_vain_for_her_turn_presses_once_more_and_every_word_is_there(lan, monkeypatch):
    form, typed = Form(lan, NEW), CLASS | {"note": "Ghi chú dài"}
    lan.raise_request_exception = False
    with monkeypatch.context() as busy:
        busy.setattr(Sent.objects, "create", _locked)
        busy.setattr(Draft.objects, "select_for_update", _locked)
        answer = form.send(**typed)
    page = answer.content.decode()
    assert answer.status_code == 503 and "Nhiều người đang ghi cùng lúc" in page and "bấm Gửi lại" in page
    assert not StudyClass.objects.exists()
    again = Form(lan, NEW, page=answer)
    assert (again["topic"], again["note"]) == (CLASS["topic"], typed["note"])
    assert again.send().status_code == again.send().status_code == 302
    assert StudyClass.objects.get().topic == CLASS["topic"]


def test_whoever_waited_in_vain_with_a_file_finds_all_of_it_as_a_draft(directive, monkeypatch):
    directive.client.raise_request_exception = False
    with monkeypatch.context() as busy:
        busy.setattr(Sent.objects, "create", _locked)
        assert directive.send(**DIRECTIVE, file=pdf()).status_code == 503
    again = Form(directive.client, directive.address)
    assert again["abstract"] == DIRECTIVE["abstract"] and "chi-thi.pdf" in again.text
    assert again.send().status_code == 302 and Directive.objects.get().file.name == "chi-thi.pdf"


def test_a_file_or_a_password_does_not_stand_on_the_page_that_asks_to_press_once_more(rf):
    opening = Opening("k", 1, 1, NEW).seal()
    assert guard.to_send_again(rf.post(NEW, {"_entry": opening, "topic": "Nghị quyết"}))
    assert not guard.to_send_again(rf.post(NEW, {"_entry": opening, "file": pdf()}))
    assert not guard.to_send_again(rf.post(NEW, {"_entry": opening, "new_password1": "bí mật"}))
    assert not guard.to_send_again(rf.post(NEW, {"topic": "không phải biểu mẫu của nhà"}))


def _locked(*_args, **_kwargs):
    raise OperationalError("database is locked")

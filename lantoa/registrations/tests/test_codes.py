"""A member without an account says with a code on paper that what was typed for her is hers, or has it taken out."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation import clock
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.people import actors
from lantoa.people.models import Account, Post
from lantoa.people.rules import CODE_LETTERS
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import (
    Agreement,
    Confirmation,
    ConfirmationCode,
    Pin,
    Progress,
    Registration,
)
from lantoa.registrations.tests import papers
from tests.cast import person

DOOR, READ = reverse("registrations:by_code"), reverse("registrations:by_code_read")
PIN = "482615"
WRONG = "Mã hoặc thông tin kèm theo chưa đúng"


@pytest.fixture
def one(cast) -> Registration:
    """The colleague's paper, typed by the secretary and sent. He was born in 1961 and has a telephone."""
    person = cast.colleague.person
    person.born_on, person.phone = dt.date(1961, 5, 3), "0912 345 678"
    person.save()
    return papers.entered(cast.secretary, person)


def code_for(one: Registration, by) -> str:
    return actions.give_code(one, by=by)[0]


def typed(code: str, answer: str = "1961", client: Client | None = None):
    """Somebody at an open door, without an account."""
    client = client or Client()
    return client, client.post(DOOR, {"code": code, "answer": answer}, follow=True).content.decode()


def press(client: Client, name: str, *args, page: str = ""):
    found = re.search(r'name="imprint" value="(\w+)"', page or client.get(READ).content.decode())
    boxes = {"imprint": found[1], "pin": PIN} if found else {}
    answer = client.post(reverse(f"registrations:{name}", args=args), boxes, follow=True)
    return answer.content.decode()


@pytest.mark.deep(slow=True)
def test_from_the_slip_to_her_word(cast, one):
    secretary, committee = cast.client("secretary"), cast.client("committee")
    assert "Nhờ người khác in phiếu mã" in secretary.get(one.get_absolute_url()).content.decode()
    secretary.post(reverse("registrations:ask_for_slip", args=[one.pk]))
    assert "In và trao 1 phiếu mã xác nhận" in committee.get("/").content.decode()
    assert "Bùi Văn Thắng" in committee.get(reverse("registrations:slips")).content.decode()
    slip = committee.post(reverse("registrations:give_code", args=[one.pk]))
    shown = slip.content.decode()
    assert slip["Cache-Control"].find("no-store") >= 0 and "/xac-nhan/" in shown and papers.WHAT in shown
    code = re.search(r'id="ma">([^<]+)<', shown)[1]
    assert re.fullmatch(rf"[{CODE_LETTERS}]{{4}} [{CODE_LETTERS}]{{4}}", code)
    client, page = typed(code.lower().replace(" ", "-"))
    assert papers.WHAT in page and "30</span> người" in page and "Nguyễn Thị Lan ghi hộ" in page
    assert "Đã xác nhận" in press(client, "by_code_confirm", page=page)
    one.refresh_from_db()
    assert one.confirmed_how == Confirmation.CODE and one.confirmed_on == cast.today
    event = Event.objects.get(verb="registration.confirmed")
    assert event.person_name == "Bùi Văn Thắng" and event.note == "xác nhận bằng mã, 16/11/2026"
    assert event.post_label == "bằng mã xác nhận"
    page = secretary.get(one.get_absolute_url()).content.decode()
    assert "Người đăng ký đã xác nhận bằng mã, ngày 16/11/2026" in page
    assert not Account.objects.filter(person=one.person).exists()


def test_she_sets_a_pin_with_her_first_code_and_it_is_asked_with_every_later_one(cast, one):
    client, page = typed(code_for(one, cast.committee))
    assert "Tự đặt số PIN" in page
    imprint = re.search(r'name="imprint" value="(\w+)"', page)[1]
    for weak in ("", "48261", "111111", "123456", "987654", "năm nay"):
        again = client.post(reverse("registrations:by_code_confirm"), {"imprint": imprint, "pin": weak})
        assert again.status_code == 200 and "số" in again.content.decode()
    assert not Pin.objects.exists()
    press(client, "by_code_confirm", page=page)
    assert PIN not in Pin.objects.get().digest and queries.pin_of(one.person)
    _a_line_later(cast, one)
    slip = cast.client("committee").post(reverse("registrations:give_code", args=[one.pk])).content.decode()
    assert "số PIN đã tự đặt" in slip and "Bỏ số PIN cũ" in slip
    code = re.search(r'id="ma">([^<]+)<', slip)[1]
    assert WRONG in typed(code, "1961")[1], (
        "the year of birth, which the secretary knows, opens nothing any more"
    )
    client, page = typed(code, PIN)
    assert "Giúp 5 cụ." in page and "Tự đặt số PIN" not in page
    assert "Đã xác nhận" in press(client, "by_code_confirm", page=page)


def test_a_door_opened_before_she_set_her_pin_leads_back_to_be_opened_with_it(cast, one):
    other = papers.entered(cast.secretary, one.person, one.year - 1)
    code = code_for(other, cast.committee)
    early, page = typed(code)
    client, first = typed(code_for(one, cast.committee))
    press(client, "by_code_confirm", page=first)
    assert papers.WHAT not in press(early, "by_code_confirm", page=page)
    other.refresh_from_db()
    assert other.confirmed_on is None and early.get(READ).url == DOOR
    assert "Đã xác nhận" in press(early, "by_code_confirm", page=typed(code, PIN, early)[1])


def _a_line_later(cast, one):
    """The paper is approved, and the secretary types a line on it."""
    one.refresh_from_db()
    papers.agree(one, cast.secretary)
    actions.record_progress(one.tasks.get(), by=cast.secretary, on=cast.today, text="Giúp 5 cụ.")


def test_a_forgotten_pin_is_dropped_by_the_second_person_alone(cast, one):
    client, page = typed(code_for(one, cast.committee))
    press(client, "by_code_confirm", page=page)
    _a_line_later(cast, one)
    for nobody in (cast.secretary, cast.far_secretary, cast.officer):
        with pytest.raises(NotAllowed):
            actions.forget_pin(one, by=nobody)
    code = code_for(one, cast.committee)
    cast.client("committee").post(reverse("registrations:forget_pin", args=[one.pk]))
    assert queries.pin_of(one.person) is None and "Tự đặt số PIN" in typed(code)[1]
    assert Event.objects.filter(verb="registration.pin_forgotten", subject_id=str(one.pk)).count() == 1
    with pytest.raises(Conflict):
        actions.forget_pin(one, by=cast.committee)


def test_a_code_works_once(cast, one):
    code = code_for(one, cast.committee)
    client, page = typed(code)
    press(client, "by_code_confirm", page=page)
    assert WRONG in typed(code)[1]
    assert client.get(READ, follow=True).redirect_chain


def test_not_hers_it_is_taken_out_and_no_longer_counts(cast, one):
    client, page = typed(code_for(one, cast.committee), "5678")
    assert "Không phải, bỏ ra" in page
    assert "không còn được tính" in press(client, "by_code_disown")
    one.refresh_from_db()
    assert one.is_withdrawn and not Registration.objects.submitted().exists()
    event = Event.objects.get(verb="registration.withdrawn")
    assert event.person_name == "Bùi Văn Thắng" and "bằng mã" in event.note


def test_lines_are_read_one_by_one(cast):
    own = papers.approved(cast.member, cast.secretary)
    task = own.tasks.get()
    right = actions.record_progress(task, by=cast.secretary, on=cast.today, text="Giúp 5 cụ.")
    wrong = actions.record_progress(task, by=cast.secretary, on=cast.today, text="Giúp 50 cụ.")
    client, page = typed(code_for(own, cast.committee), "")
    assert "Giúp 5 cụ." in page and "Giúp 50 cụ." in page and "bỏ cả bản này" not in page
    page = press(client, "by_code_drop_line", wrong.pk)
    assert "Giúp 50 cụ." not in page and "Giúp 5 cụ." in page
    press(client, "by_code_confirm", page=page)
    right.refresh_from_db()
    assert right.confirmed_how == Confirmation.CODE and Progress.objects.get() == right
    assert Event.objects.get(verb="progress.withdrawn").before["text"] == "Giúp 50 cụ."
    own.refresh_from_db()
    assert own.confirmed_on is None and own.is_approved


def test_the_last_line_dropped_ends_it(cast):
    own = papers.approved(cast.member, cast.secretary)
    line = actions.record_progress(own.tasks.get(), by=cast.secretary, on=cast.today, text="Giúp 50 cụ.")
    code = code_for(own, cast.committee)
    client, _page = typed(code, "")
    assert "đã được bỏ" in press(client, "by_code_drop_line", line.pk)
    assert WRONG in typed(code, "")[1]
    assert not ConfirmationCode.objects.filter(closed_at__isnull=True).exists()


def test_a_family_confirms_with_the_code_alone(cast):
    family = papers.family(cast.secretary)
    client, page = typed(code_for(family, cast.committee), "")
    assert "việc của gia đình không" in page and "Hộ Hoàng Văn Páo" in page
    press(client, "by_code_confirm", page=page)
    family.refresh_from_db()
    assert family.confirmed_how == Confirmation.CODE


@pytest.mark.parametrize("answer", ["1962", "", "0912", "61"])
def test_the_code_alone_opens_nothing_where_the_year_of_birth_is_known(cast, one, answer):
    _client, page = typed(code_for(one, cast.committee), answer)
    assert WRONG in page and papers.WHAT not in page


def test_a_wrong_code_and_a_wrong_answer_are_told_the_same(cast, one):
    code = code_for(one, cast.committee)
    said = [
        re.sub(r"\w{60,}|\s*(value|nonce)=\"[^\"]*\"", "", typed(*pair)[1])
        for pair in ((code, "1900"), ("ABCDEFGH", ""))
    ]
    assert said[0] == said[1] and "Bùi Văn Thắng" not in said[0]


def test_a_code_dies_of_five_wrong_answers_and_a_new_one_replaces_it(cast, one, settings):
    settings.THROTTLE = False
    code = code_for(one, cast.committee)
    for _try in range(5):
        typed(code, "1900")
    assert WRONG in typed(code)[1]
    second, third = code_for(one, cast.committee), code_for(one, cast.committee)
    assert WRONG in typed(second)[1] and papers.WHAT in typed(third)[1]


def test_a_machine_that_guesses_is_shut_out_for_a_while(cast, one):
    client = Client()
    answers = [client.post(DOOR, {"code": f"AAAA AAA{n}", "answer": ""}).status_code for n in range(2, 8)]
    assert answers[-1] == 429 and 200 in answers
    shut = client.get(DOOR)
    assert shut.status_code == 429 and "Đã nhập sai mã nhiều lần" in shut.content.decode()
    right = client.post(DOOR, {"code": code_for(one, cast.committee), "answer": "1961"})
    assert right.status_code == 429
    signs_in = {"username": "secretary", "password": "mot cau that dai 2026"}
    cast.account("secretary")
    assert client.post(reverse("people:sign_in"), signs_in).status_code == 302


def test_after_fourteen_days_it_opens_nothing(cast, one, monkeypatch):
    code = code_for(one, cast.committee)
    later = clock.now() + dt.timedelta(days=14, minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert WRONG in typed(code)[1]


def test_nobody_confirms_words_that_changed_after_she_had_read_them(cast, one):
    client, page = typed(code_for(one, cast.committee))
    Registration.objects.get().tasks.update(what="Việc khác hẳn.")
    said = press(client, "by_code_confirm", page=page)
    assert "Nội dung vừa thay đổi" in said
    one.refresh_from_db()
    assert one.confirmed_on is None
    assert "Đã xác nhận" in press(client, "by_code_confirm")


def test_who_needs_the_agreement_never_holds_the_code(cast, one):
    for by in (cast.secretary, cast.other_secretary, cast.officer, cast.member, cast.colleague):
        with pytest.raises(NotAllowed):
            actions.give_code(one, by=by)
    secretary = cast.client("secretary")
    page = secretary.post(reverse("registrations:give_code", args=[one.pk]))
    assert page.status_code == 403 and "không giữ mã" in page.content.decode()
    assert not ConfirmationCode.objects.exists()


def test_a_line_typed_by_the_secretary_is_not_confirmed_with_a_code_of_hers(cast):
    own = papers.approved(cast.member, cast.secretary)
    actions.record_progress(own.tasks.get(), by=cast.secretary, on=cast.today, text="Giúp 5 cụ.")
    with pytest.raises(NotAllowed, match="không giữ mã"):
        actions.give_code(own, by=cast.secretary)
    deputy = Post.objects.create(
        person=person("Hà Thị Vân", cast.cell), unit=cast.cell, role="secretary", starts=dt.date(2026, 1, 1)
    )
    assert actions.give_code(own, by=actors.as_post(deputy, cast.today))


def test_nothing_is_confirmed_where_somebody_is_signed_in(cast, one):
    code = code_for(one, cast.committee)
    client, page = typed(code, client=cast.client("secretary"))
    assert "đang đăng nhập tài khoản" in page and papers.WHAT not in page
    assert client.get(READ)["Location"] == DOOR
    opened, _page = typed(code)
    opened.force_login(cast.account("secretary"), backend="django.contrib.auth.backends.ModelBackend")
    assert opened.post(reverse("registrations:by_code_confirm")).status_code == 302
    one.refresh_from_db()
    assert one.confirmed_on is None


def test_what_needs_no_agreement_needs_no_code(cast, one):
    actions.confirm(one, by=cast.colleague)
    with pytest.raises(Conflict):
        actions.give_code(Registration.objects.get(), by=cast.committee)
    own = papers.submitted(cast.member)
    with pytest.raises(Conflict):
        actions.give_code(own, by=cast.committee)


def test_what_exactly_was_agreed_to_is_kept(cast, one):
    client, page = typed(code_for(one, cast.committee))
    press(client, "by_code_confirm", page=page)
    kept = Agreement.objects.get()
    assert papers.WHAT in [text for _label, text in kept.words] and kept.version == 1
    assert kept.code_given_by == cast.committee.person and kept.how == Confirmation.CODE
    Registration.objects.get().tasks.update(what="Việc khác hẳn.")
    page = cast.client("secretary").get(one.get_absolute_url()).content.decode()
    assert "Nội dung đã đồng ý, bản 1" in page and papers.WHAT in page


def test_a_secretary_does_not_write_by_code_without_one(cast, one):
    vouching = papers.witnesses(cast)
    actions.confirm(one, by=cast.secretary, how=Confirmation.CODE, on=cast.today, witnesses=vouching)
    one.refresh_from_db()
    assert one.confirmed_how == Confirmation.MEETING


def test_what_a_code_confirmed_its_owner_may_still_take_back_signed_in(cast, one):
    client, page = typed(code_for(one, cast.committee))
    press(client, "by_code_confirm", page=page)
    one.refresh_from_db()
    assert actions.withdraw(one, by=cast.colleague).is_withdrawn


def test_a_code_is_no_key_to_anything_else(cast, one):
    client, _page = typed(code_for(one, cast.committee))
    assert client.get(one.get_absolute_url()).status_code == 302
    assert client.get(reverse("registrations:index")).status_code == 302
    stranger = papers.submitted(cast.member)
    bearer = queries.bearer_of(ConfirmationCode.objects.get(), cast.today)
    assert not bearer.may("registrations.view") and not bearer.reaches(cast.cell)
    assert stranger not in Registration.objects.visible_to(bearer)
    others = papers.agree(stranger, cast.secretary)
    line = actions.record_progress(others.tasks.get(), by=cast.secretary, on=cast.today, text="Giúp 5 cụ.")
    assert client.post(reverse("registrations:by_code_drop_line", args=[line.pk])).status_code == 404
    assert Progress.objects.filter(pk=line.pk).exists()


def test_without_a_code_the_inner_pages_lead_to_the_door(db):
    client = Client()
    for name, method in (("read", "get"), ("confirm", "post"), ("disown", "post"), ("done", "get")):
        answer = getattr(client, method)(reverse(f"registrations:by_code_{name}"))
        assert answer.status_code == 302 and answer.url == DOOR


def test_the_code_is_not_kept(cast, one):
    code = code_for(one, cast.committee)
    kept = ConfirmationCode.objects.get()
    assert rules.plain_code(code) not in kept.digest and len(kept.digest) == 64
    assert kept.digest == queries.digest_of(code) != queries.digest_of("ABCD EFGH")


@given(st.text(alphabet=CODE_LETTERS, min_size=8, max_size=8), st.sampled_from(["", " ", "-", " - "]))
def test_a_code_is_read_however_it_is_written_down(code, gap):
    assert rules.plain_code(f" {code[:4].lower()}{gap}{code[4:]} ") == code
    assert rules.plain_code(rules.written_code(code)) == code


@given(
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2010, 12, 31)),
    st.from_regex(r"0[0-9]{9}", fullmatch=True),
)
def test_the_year_of_birth_or_the_end_of_the_number(born_on, phone):
    known = rules.answers_for(born_on, f"{phone[:4]} {phone[4:7]} {phone[7:]}")
    assert known == {str(born_on.year), phone[-4:]}
    assert rules.plain_answer(f"+84 {phone}") in known and rules.answers_for(None, "") == set()

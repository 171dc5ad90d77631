"""The clock proposes what is over its time; nothing goes before a person says yes."""

import datetime as dt

import pytest

from lantoa.foundation import clock, sealing
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.people import actions as people
from lantoa.people.models import Person
from lantoa.personal_data import actions, rules, tasks, todo
from lantoa.personal_data.models import DataRequest, RetentionProposal
from lantoa.personal_data.tests.stories import asked, proposed, who_left

PAGE = "/du-lieu-ca-nhan/luu-giu/"


def test_the_clock_only_proposes_and_a_person_says_yes(cast):
    left = who_left(cast)
    assert tasks.propose(clock.now()) == "1 đề xuất xóa đang chờ quyết định."
    left.refresh_from_db()
    assert left.phone, "nothing goes by itself"
    assert [line.url for line in todo.items(cast.protector)] == [PAGE]
    client = cast.client("protector")
    assert "1 dòng" in client.get(PAGE).content.decode()
    client.post(f"{PAGE}{RetentionProposal.objects.get().pk}/xoa/")
    left.refresh_from_db()
    assert (left.phone, left.card_number) == ("", "00112233"), "of the card nobody has said how long"
    event = Event.objects.get(verb="retention.carried_out")
    assert event.after == {"kind": "reach", "count": 1} and "Tư" not in event.subject_label
    assert tasks.propose(clock.now()).startswith("0 ")


def test_who_came_back_in_between_is_left_alone(cast):
    one = proposed(cast)
    left = Person.objects.get(phone="0912000111")
    people.join(left, unit=cast.cell, status="official", starts=cast.today, by=cast.administrator)
    assert actions.carry_out(one, by=cast.protector) == 0
    assert Person.objects.get(pk=left.pk).phone


def test_members_and_those_who_never_belonged_are_not_proposed(cast):
    Person.objects.create(full_name="Khách Ủng Hộ", phone="0909")
    Person.objects.filter(pk=cast.member.person.pk).update(phone="0908")
    assert actions.propose(cast.today) == 0


def test_a_no_says_why_and_a_yes_comes_once(cast):
    one = proposed(cast)
    with pytest.raises(BadInput):
        actions.decline(one, by=cast.protector, reason=" ")
    actions.decline(one, by=cast.protector, reason="Chờ quyết toán.")
    with pytest.raises(Conflict):
        actions.carry_out(one, by=cast.protector)
    assert "Chờ quyết toán." in cast.client("protector").get(PAGE).content.decode()


def test_only_who_answers_for_all_decides(cast):
    one = proposed(cast)
    for who in (cast.committee, cast.leader, cast.inspector):
        with pytest.raises(NotAllowed):
            actions.carry_out(one, by=who)
    with pytest.raises(NotAllowed):
        actions.set_retention(by=cast.committee, kind="identity", starts=cast.today, months=1)


def test_old_requests_lose_their_words_and_keep_their_numbers(cast):
    one = asked(cast)
    actions.finish(one, by=cast.protector, answer="Đã sửa.")
    Form(cast.client("protector"), PAGE, PAGE).send(
        kind="requests", starts="16/11/2026", months="12", basis="Quy chế"
    )
    assert actions.propose(cast.today) == 0
    assert actions.propose(dt.date(2027, 11, 17)) == 1
    actions.carry_out(RetentionProposal.objects.get(), by=cast.protector.as_of(dt.date(2027, 11, 17)))
    one.refresh_from_db()
    assert "12/03/1980" not in one.text + one.answer and DataRequest.objects.count() == 1


def test_old_sign_ins_lose_the_name_and_the_seal_stays_whole(cast):
    people.note_sign_in(cast.account("member"), by=cast.member)
    sealing.seal(clock.now())
    actions.set_retention(by=cast.protector, kind="sign_ins", starts=cast.today, months=3)
    actions.propose(dt.date(2027, 3, 1))
    actions.carry_out(RetentionProposal.objects.get(), by=cast.protector)
    event = Event.objects.get(verb="account.signed_in")
    assert event.person_name == "" and event.erased_as and sealing.verify().fault is None


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (dt.date(2026, 3, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2026, 1, 15), 13, dt.date(2024, 12, 15)),
        (dt.date(2026, 1, 15), 0, dt.date(2026, 1, 15)),
    ],
)
def test_months_are_counted_back_to_a_day_that_there_is(day, months, then):
    assert rules.months_before(day, months) == then


def test_after_a_no_the_clock_asks_again_for_more_or_by_a_newer_rule(cast):
    actions.decline(proposed(cast), by=cast.protector, reason="Chờ quyết toán.")
    assert actions.propose(cast.today) == 0
    who_left(cast, name="Mai Văn Năm")
    assert actions.propose(cast.today) == 1 and RetentionProposal.objects.first().count == 2
    actions.decline(RetentionProposal.objects.first(), by=cast.protector, reason="Vẫn chờ.")
    later = cast.today + dt.timedelta(days=1)
    assert actions.propose(later) == 0
    actions.set_retention(by=cast.protector, kind="reach", starts=later, months=0)
    assert actions.propose(later) == 1

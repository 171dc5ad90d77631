"""Erased on request: the parts are gone, the history still proves that something was there, a copy brought back too."""

import datetime as dt

import pytest
from django.core.management import call_command

from lantoa.foundation import sealing
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.people import actions as people
from lantoa.people.models import Account, Person
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import DataRequest, Erasure
from lantoa.personal_data.tests.stories import asked, who_left
from lantoa.upkeep.queries import run_checks

PHONE = "0912345678"


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.SEAL_PLACES = [str(tmp_path / "seals.txt")]
    return tmp_path / "erasures.txt"


@pytest.fixture
def request_to_erase(cast):
    """She had a telephone, the administrator wrote it down, and she wants it gone."""
    person = cast.member.person
    people.mend_person(person, full_name=person.full_name, by=cast.administrator, phone=PHONE)
    return asked(cast, "erase", "Xóa số điện thoại của tôi.")


def erased(one, cast, *parts):
    return actions.erase(one, by=cast.protector, parts=parts, answer="Đã xóa số điện thoại.")


def test_what_she_asked_for_is_gone_and_the_seal_is_whole(cast, request_to_erase):
    desk = cast.client("protector")
    Form(desk, f"{request_to_erase.get_absolute_url()}xoa/").send(
        parts=["reach", "history"], answer="Đã xóa điện thoại và lời trong lịch sử."
    )
    assert Person.objects.get(pk=cast.member.person.pk).phone == ""
    words = [str((one.note, one.before, one.after, one.subject_label)) for one in Event.objects.all()]
    assert not any(PHONE in said for said in words)
    found = sealing.verify()
    assert found.fault is None and found.erased > 0
    request_to_erase.refresh_from_db()
    assert request_to_erase.status == "done"
    corrected = Event.objects.get(verb="person.corrected")
    assert corrected.erased_as == request_to_erase.number, "đã xóa theo yêu cầu số …"


def test_a_copy_brought_back_is_erased_again(
    cast, request_to_erase, place, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        erased(request_to_erase, cast, "reach", "history")
    assert PHONE not in place.read_text() and "Hương" not in place.read_text()
    Erasure.objects.all().delete()  # as it stood in a copy made before
    Person.objects.filter(pk=cast.member.person.pk).update(phone=PHONE)
    (wrong,) = [one for one in run_checks() if one.check.code == "erasures.replayed"]
    assert wrong.first == [request_to_erase.number]
    call_command("erase_again")
    call_command("erase_again")
    assert Person.objects.get(pk=cast.member.person.pk).phone == ""
    assert not queries.not_erased_again() and sealing.verify().fault is None


def test_a_member_keeps_her_name_and_her_account(cast, request_to_erase):
    with pytest.raises(BadInput, match="còn sinh hoạt"):
        erased(request_to_erase, cast, "name")
    page = cast.client("protector").get(f"{request_to_erase.get_absolute_url()}xoa/").content.decode()
    assert "Bản nháp chưa gửi" in page and 'value="account"' not in page


def test_who_has_left_may_be_forgotten_by_name(cast):
    cast.account("member")
    one = asked(cast, "erase", "Xóa hết những gì xóa được.")
    cast.member.person.memberships.update(ends=dt.date(2026, 6, 1))
    erased(one, cast, "name", "account", "identity", "drafts")
    person = Person.objects.get(pk=cast.member.person.pk)
    account = Account.objects.get(person=person)
    assert one.number in person.full_name and "Hương" not in person.full_name
    assert not account.is_active and account.sign_in_name == f"da-xoa-{account.pk}"


def test_only_a_request_to_erase_and_only_with_a_part(cast, request_to_erase):
    with pytest.raises(BadInput, match="ít nhất một phần"):
        erased(request_to_erase, cast)
    with pytest.raises(Conflict):
        erased(asked(cast), cast, "reach")
    with pytest.raises(NotAllowed):
        actions.erase(request_to_erase, by=cast.leader, parts=["reach"], answer="Xóa.")
    assert Person.objects.get(pk=cast.member.person.pk).phone == PHONE


def test_it_asks_for_a_key_shown_of_late(cast, request_to_erase):
    client = cast.client("protector")
    session = client.session
    session["proved_at"] = 1
    session.save()
    answer = client.get(f"{request_to_erase.get_absolute_url()}xoa/")
    assert answer.status_code == 302 and "/dang-nhap/xac-nhan/" in answer["Location"]


def test_somebody_elses_history_stays(cast, request_to_erase):
    people.mend_person(cast.colleague.person, full_name="Bùi Văn Thắng", by=cast.administrator, phone="0999")
    erased(request_to_erase, cast, "history")
    other = Event.objects.get(verb="person.corrected", subject_id=str(cast.colleague.person.pk))
    assert other.erased_as == "" and other.after == {"phone": "0999"}
    assert who_left(cast).phone


def test_a_request_that_stands_open_again_after_a_copy_is_carried_out_again(
    cast, request_to_erase, place, django_capture_on_commit_callbacks
):
    """A copy brings back the open request; or it is older still, and another request gets the same number."""
    with django_capture_on_commit_callbacks(execute=True):
        erased(request_to_erase, cast, "reach")
    Erasure.objects.all().delete()
    DataRequest.objects.update(status="received", answer="", answered_by=None, answered_on=None)
    call_command("erase_again")
    request_to_erase.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        made = erased(request_to_erase, cast, "reach", "drafts")
    assert made.request == request_to_erase and made.number == f"{request_to_erase.number}-2"
    assert [one.parts for one in queries.tombstones()] == [("reach",), ("reach", "drafts")]
    Erasure.objects.filter(pk=made.pk).delete()
    call_command("erase_again")
    assert not queries.not_erased_again()

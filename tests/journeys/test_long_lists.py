"""A list of five hundred rows asks the database as often as one of twenty."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantoa.demo.nation import building
from lantoa.demo.nation.size import Size
from lantoa.foundation import clock
from lantoa.foundation.models import Event
from lantoa.meetings.models import Meeting
from lantoa.people.models import Account, Membership, Person
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.study.models import StudyClass

MOST = 12
ROLES = ("secretary", "committee", "officer")  # for a cell, a commune, a province
LISTS = (
    "/dang-ky/?nam=2027",
    "/dang-ky/?nam=2027&loc=cho-duyet",
    "/dang-ky/?nam=2027&loc=chua-ghi",
    "/nguoi/",
)
MEETINGS_OF_A_CELL = "/sinh-hoat/"  # Who reads those of many units is led to a list of them all.
# They are asked by one question more or less, as somebody acts for a cell, a commune or a province.
SHORT = (
    "/bao-cao/", "/cho-y-kien/", "/dang-ky/cua-toi/", "/chuong-trinh/ke-hoach/", "/chuong-trinh/phong-trao/",
    "/chuong-trinh/phong-trao/tham-gia/", "/dien-hinh/", "/dot-pha/", "/han-che/", "/hoc-tap/chuong-trinh/",
    "/hoc-tap/ket-nap/", "/khen-thuong/",
    "/hoc-tap/", "/hoc-tap/lop-boi-duong/", "/hoc-tap/thu-hoach/", "/khen-thuong/bieu-duong/", "/khen-thuong/cam-on/",
    "/khen-thuong/de-nghi/", "/kiem-diem/", "/kiem-diem/nguoi-dung-dau/",
    "/kiem-tra-giam-sat/", "/ky-so-lieu/", "/mo-hinh/", "/mo-hinh/bai-hoc/", "/mo-hinh/cua-toi/",
    "/sinh-hoat/tat-ca/", "/tu-lieu/", "/tuyen-truyen/ban-tin/",
    "/tuyen-truyen/chia-se/", "/tuyen-truyen/cong-trinh/", "/tuyen-truyen/giai/",
    "/tuyen-truyen/giup-do/", "/tuyen-truyen/tin-bai/", "/tuyen-truyen/ung-ho/", "/tuyen-truyen/y-kien/",
    "/van-ban/", "/van-ban/so/",
)  # fmt: skip


def fill(cast, first: int, last: int) -> None:
    """So many people of the cell with a paper that was sent, its act, a meeting and a class each."""
    numbers = range(first, last)
    people = Person.objects.bulk_create(Person(full_name=f"Lò Văn Số {n}").prepare() for n in numbers)
    Membership.objects.bulk_create(
        Membership(person=one, unit=cast.cell, status="official", starts=cast.today) for one in people
    )
    papers = Registration.objects.bulk_create(
        Registration(
            person=one, unit=cast.cell, sent_to=cast.cell, year=2027, status="submitted", code=f"ĐK-2027-9{n:05}",
            registered_on=cast.today, submitted_at=clock.now(),
        )
        for n, one in zip(numbers, people, strict=True)
    )  # fmt: skip
    RegistrationTask.objects.bulk_create(
        RegistrationTask(registration=one, order=1, what="Giúp bà con làm hồ sơ trên mạng.") for one in papers
    )
    days = [cast.today - dt.timedelta(days=n % 300) for n in numbers]
    Meeting.objects.bulk_create(
        Meeting(
            unit=cast.cell,
            kind=("regular", "flag")[n % 2],
            held_on=dt.date(2024, 1, 1) + dt.timedelta(days=n),
        )
        for n in numbers
    )
    StudyClass.objects.bulk_create(
        StudyClass(
            unit=cast.cell,
            topic=f"Chuyên đề {n}",
            level="cell",
            held_on=day,
            party_summoned=9,
            party_attended=9,
        )
        for n, day in zip(numbers, days, strict=True)
    )
    Event.objects.bulk_create(
        Event(
            verb="registration.submitted", on=cast.today, unit_id=cast.cell.pk, person_id=one.person_id,
            subject_type="registrations.registration", subject_id=str(one.pk), subject_label=str(one.pk),
        )
        for one in papers
    )  # fmt: skip


def signed_in(cast, who: str):
    """A browser in the middle of its work: the first page writes into the session and learns the kinds of things."""
    client = cast.client(who)
    client.get("/mo-hinh/")
    return client


def asked(client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200, address
    return len(found)


@pytest.mark.parametrize("address", ["/hoc-tap/", "/lich-su/"])
def test_a_list_with_figures_or_without_numbers_asks_as_often_of_five_hundred_rows_as_of_twenty(
    cast, address
):
    client = signed_in(cast, "secretary")
    fill(cast, 0, 20)
    few = asked(client, address)
    fill(cast, 20, 500)
    assert asked(client, address) <= few


@pytest.mark.deep(each=3)
@pytest.mark.parametrize(
    ("who", "address"), [*itertools.product(ROLES, LISTS), ("secretary", MEETINGS_OF_A_CELL)]
)
def test_a_list_asks_twelve_questions_of_twenty_rows_and_of_five_hundred(cast, who, address):
    client = signed_in(cast, who)
    fill(cast, 0, 20)
    few = asked(client, address)
    fill(cast, 20, 500)
    assert asked(client, address) <= few <= MOST


@pytest.mark.parametrize("who", ROLES)
def test_no_list_asks_more_than_twelve_questions(cast, who):
    client = signed_in(cast, who)
    more = ("/khen-thuong/can-doi/",) if who == "committee" else ()  # for those who decide
    found = {address: asked(client, address) for address in SHORT + more}
    assert {address: n for address, n in found.items() if n > MOST} == {}


@pytest.mark.parametrize("who", ["bi-thu", "xa", "tinh"])
def test_where_everything_is_recorded_no_list_asks_more_either(db, who):
    building.build(Size.of(240), today=clock.today(), seed=7)
    client = Client()
    client.force_login(Account.objects.get(sign_in_name=who))
    client.get("/mo-hinh/")
    lists = (*SHORT, "/dang-ky/?nam=2026", "/dang-ky/chua-dang-ky/", "/nguoi/", "/khen-thuong/can-doi/")
    found = {}
    for address in lists:
        with CaptureQueriesContext(connection) as questions:
            if client.get(address).status_code == 200:
                found[address] = len(questions)
    assert len(found) > 30 and {address: n for address, n in found.items() if n > MOST} == {}


def test_the_second_page_of_a_long_list_goes_on_where_the_first_ended(cast):
    fill(cast, 0, 120)
    client = cast.client("secretary")
    first = client.get("/dang-ky/?nam=2027").context["page"]
    second = client.get(f"/dang-ky/?nam=2027&trang=2&sau={first.last_key}").context["page"]
    by_number = client.get("/dang-ky/?nam=2027&trang=2").context["page"]
    assert [one.pk for one in second] == [one.pk for one in by_number]


def test_collectives_with_old_names_are_not_asked_for_one_by_one(cast):
    """Each row says what its unit was called on the day; a full page of them asks no more than one of members."""
    fill(cast, 0, 20)
    client = signed_in(cast, "committee")
    few = asked(client, "/dang-ky/?nam=2027")
    Registration.objects.bulk_create(
        Registration(
            subject="collective", unit=unit, sent_to=cast.commune, year=2027, status="submitted",
            code=f"ĐK-2027-8{n:05}", registered_on=cast.today, submitted_at=clock.now(),
        )
        for n, unit in enumerate([cast.cell, cast.commune])
    )  # fmt: skip
    assert asked(client, "/dang-ky/?nam=2027") == few

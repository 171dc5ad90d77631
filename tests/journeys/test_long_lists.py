"""A list of five hundred rows asks the database as often as one of twenty."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.foundation import clock
from lantoa.foundation.models import Event
from lantoa.meetings.models import Meeting
from lantoa.people.models import Membership, Person
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.study.models import StudyClass

LISTS = (
    "/dang-ky/?nam=2027",
    "/dang-ky/?nam=2027&loc=cho",
    "/nguoi/",
    "/lich-su/",
    "/sinh-hoat/",
    "/hoc-tap/",
)


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


def asked(cast, address: str) -> int:
    client = cast.client("secretary")
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.mark.parametrize("address", LISTS)
def test_a_list_asks_as_often_of_five_hundred_rows_as_of_twenty(cast, address):
    fill(cast, 0, 20)
    few = asked(cast, address)
    fill(cast, 20, 500)
    assert asked(cast, address) <= few

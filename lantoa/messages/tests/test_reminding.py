"""Reminders: a week before, the day before, the day after; one a person a day, none at night, none hunted."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from lantoa.foundation import late
from lantoa.foundation.late import Due
from lantoa.messages import actions, rules
from lantoa.messages.models import Message, Reminded
from lantoa.organisation import actions as organisation
from lantoa.people.models import Account, Post
from lantoa.shortcomings.models import Shortcoming
from tests.cast import LONG_AGO, person

pytestmark = pytest.mark.django_db
HOURS = (dt.time(6, 0), dt.time(7, 45), dt.time(15, 0), dt.time(21, 30))


def at(text: str) -> dt.datetime:
    """ "2026-11-13 08:00" in Vietnam."""
    return timezone.make_aware(dt.datetime.fromisoformat(text))


def shortcoming(cast, owner, deadline, unit=None) -> Shortcoming:
    return Shortcoming.objects.create(
        unit=unit or cast.cell,
        kept_by=unit or cast.cell,
        person=owner,
        owner=owner,
        finding="Chưa ghi sổ tay",
        source="inspection",
        found_on=LONG_AGO,
        deadline=deadline,
    )


def sent(who) -> list[tuple[str, str]]:
    """(day, title) of each reminder, the oldest first."""
    found = Message.objects.filter(person=who.person, verb="reminder.sent").order_by("shows_at")
    return [(f"{timezone.localtime(one.shows_at):%d/%m}", one.title) for one in found]


def through(first: str, last: str) -> None:
    """The worker's turns of these days."""
    day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    while day <= end:
        for hour in HOURS:
            actions.remind(timezone.make_aware(dt.datetime.combine(day, hour)))
        day += dt.timedelta(days=1)


@pytest.fixture
def quiet(cast, monkeypatch):
    """Nothing falls due but what the story says: the room of shortcomings alone is asked."""
    from lantoa.shortcomings import late as shortcomings

    monkeypatch.setattr(late, "all_due", lambda first, last, on: list(shortcomings.due(first, last, on)))
    for who in ("member", "secretary"):
        cast.account(who)
    return cast


def test_what_comes_due_goes_to_the_person_and_what_is_overdue_to_her_secretary(quiet):
    shortcoming(quiet, quiet.member.person, dt.date(2026, 11, 20))
    through("2026-11-09", "2026-11-30")
    said = "Sắp đến hạn: khắc phục một hạn chế, hạn 20/11/2026"
    assert sent(quiet.member) == [("13/11", said), ("19/11", said)]
    [(day, title)] = sent(quiet.secretary)
    assert day == "23/11", "the first working day after"
    assert title == "Đồng chí Đỗ Thị Hương chưa xong: khắc phục một hạn chế, hạn 20/11/2026"
    assert Message.objects.get(person=quiet.secretary.person).note.startswith("Nên gặp, trao đổi trực tiếp")


def test_what_is_done_in_time_is_told_no_further(quiet):
    one = shortcoming(quiet, quiet.member.person, dt.date(2026, 11, 20))
    through("2026-11-13", "2026-11-13")
    Shortcoming.objects.filter(pk=one.pk).update(
        status="reported", done="Đã ghi", mended_on=dt.date(2026, 11, 14), reported_by=one.owner
    )
    through("2026-11-14", "2026-11-30")
    assert len(sent(quiet.member)) == 1 and sent(quiet.secretary) == []


def test_whoever_looks_after_the_cell_herself_is_told_of_her_own(quiet):
    shortcoming(quiet, quiet.secretary.person, dt.date(2026, 11, 20))
    through("2026-11-19", "2026-11-30")
    assert [title for _day, title in sent(quiet.secretary)][-1].startswith("Đã quá hạn: ")


@pytest.mark.parametrize(
    ("due", "days"),
    [
        ("2026-11-20", {"week": "2026-11-13", "eve": "2026-11-19", "after": "2026-11-23"}),
        ("2026-11-23", {"week": "2026-11-16", "eve": "2026-11-20", "after": "2026-11-25"}),
        ("2026-04-30", {"week": "2026-04-23", "eve": "2026-04-29", "after": "2026-05-04"}),
        # Tết fills the week before: the eve is earlier, and nothing is said twice.
        ("2026-02-23", {"eve": "2026-02-13", "after": "2026-02-24"}),
    ],
)
def test_a_quiet_day_moves_the_eve_earlier_and_the_others_later(due, days):
    found = {step: str(day) for step, day in rules.reminder_days(dt.date.fromisoformat(due)).items()}
    assert found == days


@pytest.mark.parametrize(
    "when", ["2026-11-13 06:29", "2026-11-13 21:00", "2026-11-14 09:00", "2026-09-02 09:00"]
)
def test_nobody_is_reminded_at_night_at_weekends_and_on_holidays(quiet, when):
    shortcoming(quiet, quiet.member.person, at(when).date() + dt.timedelta(days=1))
    assert actions.remind(at(when)) == 0 and not Message.objects.exists()


def test_two_things_of_one_day_are_one_message(quiet):
    for _n in range(2):
        shortcoming(quiet, quiet.member.person, dt.date(2026, 11, 20))
    through("2026-11-13", "2026-11-13")
    [one] = Message.objects.filter(person=quiet.member.person)
    assert one.title == "2 việc sắp đến hạn" and one.note.count("khắc phục một hạn chế") == 2


def invented(member, day, priority):
    return Due(f"invented:{day}", member.person.pk, member.unit.pk, day, f"việc {priority}", "/", priority)


def test_a_member_is_reminded_twice_a_month_at_most_and_what_matters_more_keeps_its_place(quiet, monkeypatch):
    """Four deadlines of an invented kind in one month: those of the lower priority give way to what comes later."""
    dues = [
        invented(quiet.member, dt.date(2026, 11, day), priority)
        for day, priority in ((10, 50), (12, 40), (20, 10), (27, 20))
    ]
    monkeypatch.setattr(
        late, "all_due", lambda first, last, on: [one for one in dues if first <= one.day <= last]
    )
    through("2026-11-02", "2026-11-30")
    assert [title.split(",")[0] for _day, title in sent(quiet.member)] == ["Sắp đến hạn: việc 10"] * 2
    assert len(sent(quiet.secretary)) == 4, "who holds a post hears of each that is overdue"


def test_who_cannot_sign_in_gets_no_message_and_her_secretary_the_one_after(quiet):
    shortcoming(quiet, quiet.colleague.person, dt.date(2026, 11, 20))
    through("2026-11-09", "2026-11-30")
    assert sent(quiet.colleague) == [] and len(sent(quiet.secretary)) == 1


def test_cut_off_between_two_people_it_goes_on_and_tells_nobody_twice(quiet, monkeypatch):
    for who in (quiet.member, quiet.secretary):
        shortcoming(quiet, who.person, dt.date(2026, 11, 20))
    create, calls = Reminded.objects.bulk_create, []

    def cut_off(rows):
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return create(rows)

    monkeypatch.setattr(Reminded.objects, "bulk_create", cut_off)
    with pytest.raises(KeyboardInterrupt):
        actions.remind(at("2026-11-13 08:00"))
    assert Message.objects.count() == 1
    assert actions.remind(at("2026-11-13 09:00")) == 1
    assert actions.remind(at("2026-11-13 10:00")) == 0
    assert Message.objects.count() == Reminded.objects.count() == 2


def a_year(cast) -> list[Post]:
    """66 cells, each with a secretary who has to mend something every month."""
    posts = []
    for n in range(66):
        cell = organisation.found(
            name=f"Chi bộ số {n}",
            parent=cast.commune,
            kind="party",
            level="cell",
            on=LONG_AGO,
            by=cast.system,
        )
        who = person(f"Lò Thị Số {n}", cell)
        Account.objects.create(person=who, sign_in_name=f"so-{n}")
        posts.append(
            Post.objects.create(person=who, unit=cell, role="secretary", starts=LONG_AGO, is_head=True)
        )
        for month in range(1, 13):
            shortcoming(cast, who, dt.date(2026, month, 1 + (n * 7 + month * 5) % 28), cell)
    return posts

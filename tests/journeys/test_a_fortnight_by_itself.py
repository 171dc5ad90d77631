"""A fortnight of an office begun from nothing: the worker runs by a clock put forward, and nobody hunts anybody.

Thursday 20/08/2026 the office begins; Saturday 22/08 is worked in place of Monday 31/08; from Saturday 29/08 to the
National Day of 02/09 nobody works. Registrations are due on Thursday 03/09.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from django_q.models import Schedule

from lantoa.beginning import actions as beginning
from lantoa.beginning.actions import Somebody, Top
from lantoa.exchange import actions as exchange
from lantoa.foundation import clock
from lantoa.foundation.tables import read_text
from lantoa.meetings import actions as meetings
from lantoa.meetings.rules import Held
from lantoa.messages import queries, rules
from lantoa.messages.models import Message
from lantoa.people import actions as people
from lantoa.people.actors import Actor, actors_of
from lantoa.people.models import Account
from lantoa.registrations import actions as registrations
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking
from lantoa.shortcomings import actions as shortcomings
from lantoa.upkeep import actions as upkeep
from lantoa.upkeep.models import TaskRun

pytestmark = pytest.mark.django_db
BEGUN, DEADLINE = dt.date(2026, 8, 20), dt.date(2026, 9, 3)
EVERY = dt.timedelta(hours=6)
LAN, HUONG, PAO, MY = "Nguyễn Thị Lan", "Đỗ Thị Hương", "Lò Văn Páo", "Hoàng Thị Mỷ"
UNITS = "Tên đơn vị\nChi bộ thôn 1"
PEOPLE = "\n".join(
    ["Họ tên\tChi bộ\tChức vụ\tTài khoản\tSinh hoạt từ ngày"]
    + [
        f"{name}\tChi bộ thôn 1\t{title}\t{account}\t01/01/2026"
        for name, title, account in (
            (LAN, "Bí thư chi bộ", "lan"),
            (HUONG, "", "huong"),
            (PAO, "", "pao"),
            (MY, "", "my"),
        )
    ]
)
TASK = Undertaking(what="Mỗi tối thứ Bảy giúp bà con trong thôn cài dịch vụ công trực tuyến.")
# It keeps copies only once somebody has made a key and named a disk: that asks for a person, and says so.
WAITS_FOR_SOMEBODY = "upkeep.keep"
# Looking at every row takes longer than all the rest of a night, and has its own stories.
LOOKS_ONCE = "upkeep.check_data"


class Office:
    """An office that begins by its own pages' acts; the clock stands where the story puts it."""

    def __init__(self, settings: Any) -> None:
        self.settings = settings
        self.at("2026-08-20 08:00")
        top = Top("Đảng bộ xã An Phú", dt.date(2026, 1, 1), level="grassroots")
        clerk, head = (
            Somebody("Hoàng Minh Tuấn", "tuan"),
            Somebody("Lê Văn Hòa", "hoa", "Bí thư Đảng ủy xã"),
        )
        begun = beginning.begin(top, clerk, head, password="nhà em có bốn cây bưởi", on=BEGUN)
        self.unit = begun.unit
        beginning.confirm(begun, by=self.who(head.name))
        for kind, table in (("units", UNITS), ("people", PEOPLE)):
            draft = exchange.open_list(read_text(table), kind=kind, unit=begun.unit, by=self.who(clerk.name))
            exchange.carry_out(draft, by=self.who(clerk.name))
        assert people.confirm_all(by=self.who(head.name)) == 1
        upkeep.schedule_all(clock.now())

    def at(self, moment: str) -> None:
        """ "2026-08-27 08:00" in Vietnam: what somebody does then."""
        self.settings.LANTOA_NOW = timezone.make_aware(dt.datetime.fromisoformat(moment)).isoformat()

    def who(self, name: str) -> Actor:
        """She, with her post of the day."""
        return actors_of(Account.objects.get(person__full_name=name), clock.today())[0]

    def works_until(self, moment: str) -> None:
        """The worker's turns, every six hours and at that moment: what is due by its schedule, and hearing."""
        until = timezone.make_aware(dt.datetime.fromisoformat(moment))
        now = clock.now()
        while now < until:
            now = min(now + EVERY, until)
            self.settings.LANTOA_NOW = timezone.localtime(now).isoformat()
            for one in Schedule.objects.filter(next_run__lte=now).order_by("next_run"):
                upkeep.run_by_clock(one.name)
                every = _rhythm(one)
                passed = (now - one.next_run) // every + 1
                Schedule.objects.filter(pk=one.pk).update(next_run=one.next_run + passed * every)
            upkeep.hear_if_new(None)

    def told(self, name: str, **only: Any) -> list[str]:
        """What stands on her page at this moment: when it came and what it says, the oldest first."""
        shown = Message.objects.shown(clock.now()).filter(person__full_name=name, **only)
        return [
            f"{timezone.localtime(one.shows_at):%d/%m} {one.title}"
            for one in shown.order_by("shows_at", "pk")
        ]

    def reminded(self, name: str) -> list[str]:
        """Of what falls due."""
        return self.told(name, verb=queries.REMINDER)


def _rhythm(one: Schedule) -> dt.timedelta:
    if one.name == LOOKS_ONCE:
        return dt.timedelta(days=365)
    return dt.timedelta(days=1) if one.schedule_type == Schedule.DAILY else dt.timedelta(minutes=one.minutes)


@pytest.fixture
def office(settings, tmp_path) -> Office:
    settings.VAR_DIR = settings.MEDIA_ROOT = tmp_path
    return Office(settings)


def sent(by: Actor) -> Registration:
    """Her paper of the year, written and sent."""
    one = registrations.save_draft(registrations.start_draft(by=by, year=2026), by=by, tasks=[TASK])
    return registrations.submit(one, by=by)


def test_a_fortnight_runs_by_itself(office):
    # The first day: the year is opened, a meeting gives two members something to do by Friday 28/08.
    head = office.who("Lê Văn Hòa")
    registrations.open_year(by=head, year=2026, opens_on=BEGUN, deadline=DEADLINE)
    secretary = office.who(LAN)
    cell = secretary.unit
    met = {"unit": cell, "kind": "regular", "held_on": BEGUN, "minutes_number": "08-BB/CB", "by": secretary}
    meetings.record_meeting(**met, next=f"{HUONG} rà soát hộ nghèo 28/8\n{MY} chép sổ tay 28/8")
    sent(office.who(MY)), sent(secretary)
    office.works_until("2026-08-20 08:01")
    assert office.reminded(LAN) == office.reminded(HUONG) == [], (
        "nothing is late where nobody could be in time"
    )
    assert queries.late_below(head, BEGUN).rows == []

    # A week before. Of two a month one is kept for what matters more: Hương is not told of her task on Friday 21/08.
    office.works_until("2026-08-21 21:30")
    task, paper = (
        "làm việc chi bộ giao tại buổi sinh hoạt, hạn 28/08/2026",
        "đăng ký học tập, thực hành năm 2026",
    )
    assert office.reminded(MY) == [f"21/08 Sắp đến hạn: {task}"]
    assert office.reminded(HUONG) == office.reminded(PAO) == []

    # Saturday 22/08 is worked: what the committee wants mended by Saturday 29/08 is told a week before, that day.
    shortcomings.write_down(
        by=office.who("Lê Văn Hòa"),
        unit=cell,
        owner=secretary.person,
        finding="Chưa ghi sổ nghị quyết.",
        source="inspection",
        deadline=dt.date(2026, 8, 29),
    )
    office.works_until("2026-08-24 07:00")
    mending = "khắc phục một hạn chế, hạn 29/08/2026"
    assert office.reminded(LAN) == [f"22/08 Sắp đến hạn: {mending}"]

    # Thursday 27/08: a week before the deadline, with the task of the next day in the same message.
    office.works_until("2026-08-27 18:00")
    assert office.reminded(HUONG) == ["27/08 2 việc sắp đến hạn"]
    assert office.reminded(PAO) == [f"27/08 Sắp đến hạn: {paper}, hạn 03/09/2026"]

    # The eve of Thursday 03/09 moves over the holidays to Friday 28/08. At night nobody is told.
    office.works_until("2026-08-28 23:00")
    assert office.reminded(PAO)[1:] == [f"28/08 Sắp đến hạn: {paper}, hạn 03/09/2026"]
    assert office.reminded(HUONG)[1:] == [f"28/08 Sắp đến hạn: {paper}, hạn 03/09/2026"]
    assert office.reminded(LAN)[1:] == [f"28/08 Sắp đến hạn: {mending}"]

    # On Sunday evening Hương sends her paper; in five days without work the worker runs and disturbs nobody.
    office.works_until("2026-08-30 20:30")
    one = sent(office.who(HUONG))
    before = {name: office.reminded(name) for name in (LAN, HUONG, PAO, MY)}
    office.works_until("2026-09-02 22:00")
    assert {name: office.reminded(name) for name in before} == before

    # Wednesday night her secretary returns it: she knows within a minute, for it is her own. She mends it at once.
    registrations.return_for_changes(one, by=office.who(LAN), reasons=["no_target"])
    office.works_until("2026-09-02 22:01")
    assert office.told(HUONG)[-1] == "02/09 Bản đăng ký năm 2026 của đồng chí được trả lại để sửa"
    with_a_number = replace(TASK, target_value=Decimal(30), target_unit="người")
    mended = registrations.save_draft(one, by=office.who(HUONG), tasks=[with_a_number])
    registrations.submit(mended, by=office.who(HUONG))

    # Agreed to on Thursday morning: for ten minutes it can be taken back, and nobody is told; then within a minute.
    office.works_until("2026-09-03 08:00")
    registrations.approve(one, by=office.who(LAN), meeting=Held(BEGUN, "08-BB/CB"))
    office.works_until("2026-09-03 08:10")
    office.at("2026-09-03 08:09")
    assert "được duyệt" not in " ".join(office.told(HUONG))
    office.at("2026-09-03 08:11")
    assert office.told(HUONG)[-1] == "03/09 Bản đăng ký năm 2026 của đồng chí đã được duyệt"

    # The first working day after: what was not done goes to the secretary, with the hint to talk; Páo is not hunted.
    office.works_until("2026-09-04 18:00")
    after = Message.objects.filter(person__full_name=LAN, shows_at__date__gte=DEADLINE, verb=queries.REMINDER)
    assert [one.title for one in after.order_by("shows_at")] == [
        "3 việc đã quá hạn",
        f"Đồng chí {PAO} chưa xong: {paper}, hạn 03/09/2026",
    ]
    assert all("Nên gặp, trao đổi trực tiếp" in one.note for one in after)
    assert len(office.reminded(PAO)) == 2, "two a month, and what is overdue goes to her secretary"

    # What the head may urge on says the same as the list behind it.
    [row] = queries.late_below(office.who("Lê Văn Hòa"), clock.today()).rows
    assert row.counts == {"ban-dang-ky": 1, "han-che": 1}

    _it_kept_quiet_and_missed_nothing()


def _it_kept_quiet_and_missed_nothing() -> None:
    reminders = Message.objects.filter(verb=queries.REMINDER)
    assert all(rules.is_loud(timezone.localtime(at)) for at in reminders.values_list("shows_at", flat=True))
    days = Counter((one.person_id, timezone.localtime(one.shows_at).date()) for one in reminders)
    assert max(days.values()) == 1, "one message a person a day"
    failed = set(TaskRun.objects.exclude(is_good=True).values_list("code", "said"))
    assert {code for code, _said in failed} == {WAITS_FOR_SOMEBODY}, failed
    ran = set(TaskRun.objects.values_list("code", flat=True))
    assert ran == set(Schedule.objects.values_list("name", flat=True)), "every task had its turn"

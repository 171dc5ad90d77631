"""Registrations: the current year whole, with tasks, results and two events each; earlier years the papers alone."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from lantoa.demo.nation import texts
from lantoa.demo.nation.likeness import Likeness
from lantoa.demo.nation.people import SECRETARY, Member
from lantoa.demo.nation.rows import NOTHING, Rows, Table, said
from lantoa.demo.nation.tree import Place
from lantoa.foundation.models import Event
from lantoa.programme.models import Programme
from lantoa.registrations.models import Progress, Registration, RegistrationTask, RegistrationYear
from lantoa.registrations.rules import code_for

MODELS = [Registration, RegistrationTask, Progress, RegistrationYear, Event]
EARLIER_YEARS = 2
# Of a hundred members so many have: approved, waiting, returned, a draft; the others nothing yet.
APPROVED, WAITING, RETURNED, DRAFT = 0.80, 0.85, 0.87, 0.90
ON_BEHALF, COLLECTIVES = 0.04, 0.6
TASK = Table(
    RegistrationTask,
    "id",
    "registration_id",
    "order",
    "what",
    "tied_to",
    "target_value",
    "target_unit",
    "product",
    "due",
    "solution",
)
LINE = Table(Progress, "id", "task_id", "on", "text", "value", "recorded_at", "recorded_by_id")
YEAR = Table(RegistrationYear, "id", "unit_id", "year", "opens_on", "deadline", "opened_at")
EVENT = Table(
    Event,
    "at",
    "on",
    "verb",
    "subject_id",
    "subject_label",
    "person_id",
    "person_name",
    "post_label",
    "unit_id",
    "unit_name",
    "note",
    "after",
    "id",
    subject_type="registrations.registration",
    salt="00" * 16,
    request_id="nation",
)
PAPER = (
    "id",
    "code",
    "subject",
    "person_id",
    "unit_id",
    "sent_to_id",
    "year",
    "status",
    "entered_by_id",
    "confirmed_on",
    "confirmed_how",
    "registered_on",
    "submitted_at",
    "approved_by_id",
    "approved_at",
    "meeting_id",
    "meeting_on",
    "minutes_number",
    "return_reasons",
    "returned_at",
    "thought",
    "style",
    "saved_at",
)


def noon(day: dt.date) -> str:
    """An hour of that day."""
    return f"{day} 03:30:00"


class Papers:
    """Writes the papers of one cell after another."""

    def __init__(self, rows: Rows, today: dt.date) -> None:
        self.rows, self.today, self.year = rows, today, today.year
        programme = Programme.objects.on(dt.date(today.year, 1, 31)).get()
        pillars = [pillar.name for pillar in programme.pillars_on(dt.date(today.year, 1, 31))]
        self.paper = Table(Registration, *PAPER, programme_name=programme.name, pillars=pillars)
        self.compared: Likeness | None = None  # where what is sent is compared with what others sent

    def open_years(self, root: Place) -> None:
        """Every year is opened once, for everybody."""
        for year in range(self.year - EARLIER_YEARS, self.year + 1):
            opens, deadline = dt.date(year, 1, 2), dt.date(year, 2, 28)
            self.rows.put(
                YEAR, self.rows.number(RegistrationYear), root.pk, year, opens, deadline, noon(opens)
            )

    def of_cell(
        self,
        cell: Place,
        body: Place,
        members: list[Member],
        held: list[tuple[int, dt.date]],
        dice: random.Random,
    ) -> None:
        """What its members and the cell itself undertake, this year and before."""
        for year in range(self.year - EARLIER_YEARS, self.year):
            for member in members:
                if dice.random() < 0.7:
                    self._earlier(cell, member, members, year)
        for member in members:
            self._this_year(cell, body, member, members, held, dice)
        if dice.random() < COLLECTIVES:
            self._this_year(cell, body, None, members, held, dice)

    def _earlier(self, cell: Place, member: Member, members: list[Member], year: int) -> None:
        day, met = dt.date(year, 1, 20), dt.date(year, 3, 5)
        judge = members[1 % len(members)] if member is members[0] else members[0]
        number = self.rows.number(Registration)
        self.rows.put(
            self.paper, number, code_for(year, number), "individual", member.pk, cell.pk, cell.pk, year, "approved",
            member.pk, NOTHING, "", day, noon(day), judge.pk, noon(met), NOTHING, met, "03-BB/CB", "[]", NOTHING,
            "", "", noon(day),
        )  # fmt: skip

    def _this_year(
        self,
        cell: Place,
        body: Place,
        member: Member | None,
        members: list[Member],
        held: list[tuple[int, dt.date]],
        dice: random.Random,
    ) -> None:
        chance = dice.random()
        if chance >= DRAFT:
            return
        status = "approved" if chance < APPROVED else "submitted" if chance < WAITING else "returned"
        status = status if chance < RETURNED else "draft"
        status = "submitted" if status == "approved" and len(held) < 3 else status
        number, day = self.rows.number(Registration), dt.date(self.year, 1, 4 + int(chance * 20))
        judge = members[1 % len(members)] if member in (members[0], None) else members[0]
        writer = members[0] if dice.random() < ON_BEHALF or member is None else member
        sent_to = body.pk if member in (members[0], None) else cell.pk
        sent = self._sent(number, day, sent_to, status)
        decided = self._decided(status, held, judge)
        confirmed = (
            (day, "meeting") if member and writer is not member and dice.random() < 0.8 else (NOTHING, "")
        )
        words = (dice.choice(texts.THOUGHTS), dice.choice(texts.THOUGHTS))
        self.rows.put(
            self.paper, number, sent[0], "individual" if member else "collective", member.pk if member else NOTHING,
            cell.pk, sent[1], self.year, status, writer.pk, *confirmed, *sent[2:], *decided, *words, noon(day),
        )  # fmt: skip
        undertaken = self._tasks(number, day, status, writer, dice)
        if self.compared and status in ("approved", "submitted"):
            owner = f"person:{member.pk}" if member else f"unit:{cell.pk}"
            self.compared.put(number, f"unit:{body.pk}", self.year, owner, [*undertaken, *words])
        if status != "draft":
            self._events(number, day, status, member or members[0], judge, cell, decided)

    def _sent(self, number: int, day: dt.date, sent_to: int, status: str) -> tuple[Any, ...]:
        if status == "draft":
            return NOTHING, NOTHING, NOTHING, NOTHING
        return code_for(self.year, number), sent_to, day, noon(day)

    def _decided(self, status: str, held: list[tuple[int, dt.date]], judge: Member) -> tuple[Any, ...]:
        """From who approved to when it was returned."""
        if status == "approved":
            meeting, met = held[2]
            return judge.pk, noon(met), meeting, met, f"{met.month:02}-BB/CB", "[]", NOTHING
        if status == "returned":
            back = noon(dt.date(self.year, 2, 10))
            return NOTHING, NOTHING, NOTHING, NOTHING, "", '["not_concrete"]', back
        return NOTHING, NOTHING, NOTHING, NOTHING, "", "[]", NOTHING

    def _tasks(
        self, paper: int, day: dt.date, status: str, writer: Member, dice: random.Random
    ) -> list[RegistrationTask]:
        """What is undertaken, as far as it is compared with others."""
        made = []
        for order in (1, 2)[: 1 + (dice.random() < 0.5)]:
            number, target = self.rows.number(RegistrationTask), 4 + int(dice.random() * 40)
            what, counted = texts.task(dice, target)
            product = dice.choice(texts.PRODUCTS) if dice.random() < 0.7 else ""
            solution = dice.choice(texts.SOLUTIONS) if dice.random() < 0.4 else ""
            due = dt.date(self.year, 12, 15) if order == 1 else dt.date(self.year, 9, 30)
            duty = dice.choice(texts.DUTIES)
            self.rows.put(TASK, number, paper, order, what, duty, target, counted, product, due, solution)
            if self.compared:
                made.append(
                    RegistrationTask(
                        what=what,
                        target_value=target,
                        target_unit=counted,
                        product=product,
                        solution=solution,
                    )
                )
            if status == "approved":
                self._lines(number, writer, dice)
        return made

    def _lines(self, task: int, writer: Member, dice: random.Random) -> None:
        first = self.today.replace(month=3, day=10) if self.today.month > 3 else self.today
        days = max((self.today - first).days, 1)
        for _turn in range(int(dice.random() * 4)):
            day, done = first + dt.timedelta(days=int(dice.random() * days)), 1 + int(dice.random() * 9)
            text = dice.choice(texts.DONE) % done
            self.rows.put(LINE, self.rows.number(Progress), task, day, text, done, noon(day), writer.pk)

    def _events(
        self, paper: int, day: dt.date, status: str, owner: Member, judge: Member, cell: Place, decided: Any
    ) -> None:
        label = f"Bản đăng ký năm {self.year} của {owner.name}"
        code = said({"code": code_for(self.year, paper)})
        self._event(
            noon(day), day, "registration.submitted", paper, label, owner, "Đảng viên", cell, "", code
        )
        if status == "approved":
            met, note = decided[3], f"Biên bản {decided[4]}"
            self._event(
                noon(met), met, "registration.approved", paper, label, judge, SECRETARY, cell, note, NOTHING
            )
        elif status == "returned":
            back = dt.date(self.year, 2, 10)
            self._event(
                noon(back), back, "registration.returned", paper, label, judge, SECRETARY, cell, "", NOTHING
            )

    def _event(
        self, at: str, on: dt.date, verb: str, paper: int, label: str, who: Member, *rest: Any
    ) -> None:
        post, cell, note, after = rest
        self.rows.put(
            EVENT, at, on, verb, paper, label, who.pk, who.name, post, cell.pk, cell.name, note, after,
            self.rows.number(Event),
        )  # fmt: skip

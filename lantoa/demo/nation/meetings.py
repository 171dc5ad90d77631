"""A year of meetings of each cell, who was absent, and the classes of its commune."""

from __future__ import annotations

import datetime as dt
import random

from lantoa.demo.nation.people import Member
from lantoa.demo.nation.rows import Rows, Table, said
from lantoa.demo.nation.texts import MINUTES, TOPICS
from lantoa.demo.nation.tree import Place
from lantoa.meetings.models import Attendance, Meeting
from lantoa.study.models import StudyClass

MODELS = [Meeting, Attendance, StudyClass]
MEETING = Table(
    Meeting,
    "id",
    "unit_id",
    "kind",
    "held_on",
    "topic",
    "members",
    "present",
    "absent_with_reason",
    "absent_without_reason",
    "minutes_number",
    "done",
    "recorded_at",
    minutes=90,
)
ABSENCE = Table(Attendance, "id", "meeting_id", "person_id", "with_reason", "reason")
CLASS = Table(
    StudyClass, "id", "unit_id", "topic", "level", "held_on", "party_summoned", "party_attended", "made_up"
)
ABSENT = 0.05


class Meetings:
    """Writes what was held until `today`."""

    def __init__(self, rows: Rows, today: dt.date) -> None:
        self.rows, self.today = rows, today

    def of_cell(self, cell: Place, members: list[Member], dice: random.Random) -> list[tuple[int, dt.date]]:
        """A regular meeting a month, a thematic one a quarter; (number, day) of the regular ones."""
        held = []
        for month in range(1, self.today.month + 1):
            day = dt.date(self.today.year, month, 3 + cell.pk % 3)
            if day > self.today:
                break
            held.append((self._one(cell, "regular", day, members, dice), day))
            if month % 3 == 2 and day.replace(day=20) <= self.today:
                self._one(cell, "thematic", day.replace(day=20), members, dice)
        return held

    def _one(self, cell: Place, kind: str, day: dt.date, members: list[Member], dice: random.Random) -> int:
        number = self.rows.number(Meeting)
        absent = [member for member in members if dice.random() < ABSENT]
        for place, member in enumerate(absent):
            reason = "1\tđi công tác" if place else "1\tốm"
            self.rows.put(ABSENCE, self.rows.number(Attendance), number, member.pk, *reason.split("\t"))
        self.rows.put(
            MEETING,
            number,
            cell.pk,
            kind,
            day,
            dice.choice(TOPICS) if kind == "thematic" else "",
            len(members),
            len(members) - len(absent),
            len(absent),
            0,
            f"{day.month:02}-BB/CB",
            dice.choice(MINUTES),
            said(dt.datetime.combine(day, dt.time(4), dt.UTC)),
        )
        return number

    def classes(self, unit: Place, level: str, times: int, summoned: int) -> None:
        """So many classes of the year, each on a topic of its own."""
        for turn in range(times):
            day = dt.date(self.today.year, 1 + turn * 2, 12)
            if day <= self.today:
                came = summoned - summoned // 20
                topic = f"{TOPICS[turn % len(TOPICS)]} (lớp {turn + 1})"
                self.rows.put(
                    CLASS,
                    self.rows.number(StudyClass),
                    unit.pk,
                    topic,
                    level,
                    day,
                    summoned,
                    came,
                    summoned // 40,
                )

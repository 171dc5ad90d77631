"""Plans, breakthroughs, practices and who took them over, shortcomings, commendations."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from lantoa.adoptions.models import AdoptedPart, Adoption
from lantoa.adoptions.rules.adopting import months_after
from lantoa.breakthroughs.models import Breakthrough, Milestone, QuarterReport
from lantoa.commendations.models import Commendation, Decision
from lantoa.commendations.words import subject_key
from lantoa.demo.nation import texts
from lantoa.demo.nation.papers import noon
from lantoa.demo.nation.people import Member
from lantoa.demo.nation.rows import NOTHING, Rows, Table
from lantoa.demo.nation.tree import Place
from lantoa.foundation.text import fold
from lantoa.people.models import Title
from lantoa.practices.models import CorePart, Field, Practice
from lantoa.programme.models import Plan, PlanTask
from lantoa.shortcomings.models import Shortcoming

MODELS = [
    Plan, PlanTask, Breakthrough, Milestone, QuarterReport, Practice, CorePart, Adoption, AdoptedPart, Shortcoming,
    Decision, Commendation,
]  # fmt: skip
PLAN = Table(
    Plan,
    "id",
    "unit_id",
    "title",
    "starts",
    "ends",
    "number",
    "issued_on",
    "written_at",
    status="issued",
    scope="year",
)
LINE = Table(PlanTask, "id", "plan_id", "position", "content", "lead", "due", "done_on")
BREAKTHROUGH = Table(
    Breakthrough, "id", "kind", "unit_id", "person_id", "title_id", "title_name", "statement", "starts", "ends",
    "approving_unit_id", "registered_on", "submitted_on", "approved_on", "start_value", "target_value",
    status="running", document_number="12-TB/ĐU", decided_by="Ban Thường vụ", unit_of_value="%", horizon="year",
)  # fmt: skip
MILESTONE = Table(Milestone, "id", "breakthrough_id", "due", "text")
REPORT = Table(
    QuarterReport, "id", "breakthrough_id", "year", "quarter", "result", "value", "state", "reported_on",
    "reported_by_name", "obstacle",
)  # fmt: skip
PRACTICE = Table(
    Practice, "id", "name", "unit_id", "subject_name", "place_name", "field_id", "registered_on", "began_on",
    "proposed_on", "is_original", "participants", "folded", "status", "stopped_on", "stop_reason", "stop_cause",
    how=texts.HOW, reason="Việc này bà con cần, làm được ngay, không tốn tiền.", target="Làm đều mỗi tháng một lần",
)  # fmt: skip
CORE = Table(CorePart, "id", "practice_id", "place", "text")
ADOPTION = Table(
    Adoption, "id", "origin_id", "practice_id", "root_id", "generation", "adopted_on", "half_year_on", "full_year_on",
    "recorded_on",
)  # fmt: skip
PART = Table(AdoptedPart, "id", "adoption_id", "core_id", "place", "text", "fate", "why")
SHORTCOMING = Table(
    Shortcoming, "id", "unit_id", "person_id", "kept_by_id", "finding", "source", "found_on", "owner_id", "deadline",
    "status", "written_by_id", "written_at", "done", "mended_on", "reported_by_id", "verified_by_id", "verified_on",
    remedy="Đưa vào bản đăng ký, chi bộ nhắc và xem lại hằng tháng.",
)  # fmt: skip
DECISION = Table(Decision, "id", "number", "decided_on", "unit_id", "level", "form")
COMMENDED = Table(
    Commendation, "id", "decision_id", "subject", "unit_id", "person_id", "subject_key", "is_party_member", "form",
    "level", "awarded_on",
)  # fmt: skip
CORE_PARTS = ("Làm vào ngày cố định", "Có sổ ghi từng buổi", "Chi bộ xem lại hằng tháng")
SPREAD = 5_000  # how often the best known practice was taken over; half of the cells where there are fewer
ORIGINALS, TAKEN_OVER = 0.06, 0.04
OF_UNITS, OF_PERSONS = 0.3, 0.01


class Deeds:
    """Writes what units do besides papers and meetings."""

    def __init__(self, rows: Rows, today: dt.date) -> None:
        self.rows, self.today, self.year = rows, today, today.year
        self.fields = list(Field.objects.order_by("place").values_list("pk", flat=True))
        self.head = Title.objects.get_or_create(name="Bí thư đảng ủy xã")[0]
        self.known: tuple[int, list[int]] | None = None
        self.taken = 0

    def plan(self, unit: Place) -> None:
        """The plan of the year with its six lines."""
        number, starts = self.rows.number(Plan), dt.date(self.year, 1, 1)
        day, title = dt.date(self.year, 1, 15), f"Kế hoạch học tập và làm theo Bác năm {self.year}"
        ends = dt.date(self.year + 1, 1, 1)
        self.rows.put(
            PLAN, number, unit.pk, title, starts, ends, f"{unit.pk % 90 + 10}-KH/ĐU", day, noon(day)
        )
        for place in range(6):
            due = dt.date(self.year, 2 + place * 2 if place < 5 else 12, 25)
            content, done = (
                texts.WORK[(unit.pk + place) % len(texts.WORK)][0],
                due if due < self.today else NOTHING,
            )
            self.rows.put(
                LINE, self.rows.number(PlanTask), number, place + 1, content, "Văn phòng đảng ủy", due, done
            )

    def breakthrough(self, unit: Place, approver: Place, head: Member | None) -> None:
        """Of the committee, or of its head when she is named: a milestone a quarter, reported since."""
        number, day, month = (
            self.rows.number(Breakthrough),
            dt.date(self.year, 1, 20),
            dt.date(self.year, 2, 20),
        )
        statement = texts.BREAKTHROUGHS[unit.pk % len(texts.BREAKTHROUGHS)]
        of = (head.pk, self.head.pk, self.head.name) if head else (NOTHING, NOTHING, "")
        self.rows.put(
            BREAKTHROUGH, number, "head" if head else "committee", unit.pk, *of, statement, dt.date(self.year, 1, 1),
            dt.date(self.year + 1, 1, 1), approver.pk, day, day, month, 80, 95,
        )  # fmt: skip
        for quarter in range(1, 5):
            due = months_after(dt.date(self.year, 1, 1), quarter * 3) - dt.timedelta(days=1)
            self.rows.put(MILESTONE, self.rows.number(Milestone), number, due, f"Đạt {80 + quarter * 4}%")
            if due < self.today:
                is_late = (unit.pk + quarter) % 9 == 0
                stuck = "Thiếu máy quét, đề nghị ủy ban xã trang bị" if is_late else ""
                self.rows.put(
                    REPORT, self.rows.number(QuarterReport), number, self.year, quarter, texts.MINUTES[quarter % 3],
                    80 + quarter * 3, "difficult" if is_late else "on_track", due, "Văn phòng đảng ủy", stuck,
                )  # fmt: skip

    def practices(self, cell: Place, dice: random.Random, spread: float) -> None:
        """Sometimes one of its own, sometimes one of others; with chance `spread` the best known one."""
        if self.known is None or dice.random() < ORIGINALS:
            made = self._practice(cell, dice, is_original=True)
            parts = [self._part(made, place) for place in range(len(CORE_PARTS))]
            self.known = self.known or (made, parts)
            self.latest = (made, parts)
        if dice.random() < spread:
            self._take_over(cell, *self.known, dice)
        elif dice.random() < TAKEN_OVER:
            self._take_over(cell, *self.latest, dice)

    def _practice(self, cell: Place, dice: random.Random, *, is_original: bool) -> int:
        number = self.rows.number(Practice)
        name = f"{dice.choice(texts.MODELS)} số {number}"
        day = dt.date(self.year - 2, 1, 5) + dt.timedelta(days=int(dice.random() * 300))
        stopped = day + dt.timedelta(days=240) if dice.random() < 0.1 else None
        ended = ("stopped", stopped, "Người phụ trách chuyển công tác", "moved_away") if stopped else None
        folded = fold(f"{name} {cell.name} {texts.HOW}")
        self.rows.put(
            PRACTICE, number, name, cell.pk, cell.name, cell.name, dice.choice(self.fields), day, day, day,
            int(is_original), 10 + int(dice.random() * 90), folded, *(ended or ("running", NOTHING, "", "")),
        )  # fmt: skip
        return number

    def _part(self, practice: int, place: int) -> int:
        number = self.rows.number(CorePart)
        self.rows.put(CORE, number, practice, place + 1, CORE_PARTS[place])
        return number

    def _take_over(self, cell: Place, root: int, cores: Sequence[int], dice: random.Random) -> None:
        practice, number = self._practice(cell, dice, is_original=False), self.rows.number(Adoption)
        day = dt.date(self.year - 1, 1, 5) + dt.timedelta(days=int(dice.random() * 300))
        ages = (months_after(day, 6), months_after(day, 12))
        self.rows.put(ADOPTION, number, root, practice, root, 1, day, *ages, day)
        for place, core in enumerate(cores):
            fate = ("kept", "") if dice.random() < 0.8 else ("changed", "Đổi cho hợp với địa bàn rộng")
            self.rows.put(
                PART, self.rows.number(AdoptedPart), number, core, place + 1, CORE_PARTS[place], *fate
            )

    def shortcomings(self, cell: Place, members: list[Member], dice: random.Random) -> None:
        """Some of the cell, a few of its members; half of them mended and seen to be."""
        if dice.random() < OF_UNITS:
            self._shortcoming(cell, None, members, dice)
        for member in members[2:]:
            if dice.random() < OF_PERSONS:
                self._shortcoming(cell, member, members, dice)

    def _shortcoming(
        self, cell: Place, member: Member | None, members: list[Member], dice: random.Random
    ) -> None:
        found, writer = dt.date(self.year, 1, 10), members[0]
        owner, judge = member or members[1 % len(members)], members[0]
        is_mended = dice.random() < 0.5 and judge is not owner and self.today > dt.date(self.year, 6, 1)
        mended = dt.date(self.year, 5, 20)
        end = ("Đã khắc phục, chi bộ xem lại", mended, owner.pk, judge.pk, mended) if is_mended else None
        self.rows.put(
            SHORTCOMING, self.rows.number(Shortcoming), cell.pk, member.pk if member else NOTHING, cell.pk,
            dice.choice(texts.FAULTS), "review", found, owner.pk, dt.date(self.year, 11, 30),
            "verified" if is_mended else "open", writer.pk, noon(found), *(end or ("", *[NOTHING] * 4)),
        )  # fmt: skip

    def commend(self, unit: Place, level: str, cells: Sequence[Place], members: Sequence[Member]) -> None:
        """A decision of the year for collectives and individuals below the unit: (cell, member) side by side."""
        day, number = dt.date(self.year, 5, 19), self.rows.number(Decision)
        if day > self.today or not cells:
            return
        self.rows.put(DECISION, number, f"{unit.pk % 900 + 100}-QĐ/ĐU", day, unit.pk, level, "certificate")
        for cell, member in zip(cells, members, strict=True):
            key = subject_key(cell.pk, member.pk, "", "individual")
            of = ("individual", cell.pk, member.pk, key, 1)
            self.rows.put(COMMENDED, self.rows.number(Commendation), number, *of, "certificate", level, day)
        for cell in cells[::4]:
            key = subject_key(cell.pk, None, "", "collective")
            of_cell = ("collective", cell.pk, NOTHING, key, NOTHING)
            self.rows.put(
                COMMENDED, self.rows.number(Commendation), number, *of_cell, "certificate", level, day
            )

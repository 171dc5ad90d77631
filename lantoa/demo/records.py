"""Records in few words: plans, practices, breakthroughs, classes, meetings and awards of a pack.

A pack writes hundreds of them, so they go straight into the tables; the packs in which people act use the actions.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from lantoa.breakthroughs import rules as breakthrough_rules
from lantoa.breakthroughs.models import Breakthrough
from lantoa.consents.models import Consent
from lantoa.demo.awards import AwardsBuilder
from lantoa.demo.units import ILLUSTRATION
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Unit
from lantoa.people.models import Person, Title
from lantoa.practices.models import Field, Practice
from lantoa.programme import actions as programme
from lantoa.programme.models import Plan, Theme
from lantoa.study.models import StudyClass


class Builder(AwardsBuilder):
    """Everything a pack builds with."""

    def directive(self, unit: Unit, **fields: Any) -> None:
        """A directing document that the unit issued."""
        programme.record_directive(unit=unit, by=self.by, **fields)

    def term_plan(self, unit: Unit, *, issued_on: dt.date, first: int, last: int) -> Plan:
        """The unit's plan for a whole term."""
        return programme.record_issued_plan(
            unit=unit,
            number="01-KH",
            issued_on=issued_on,
            by=self.by,
            scope=Theme.Span.TERM,
            title=f"Kế hoạch học tập và làm theo Bác toàn khóa {first}–{last}",
            starts=dt.date(first, 1, 1),
            ends=dt.date(last + 1, 1, 1),
        )

    def practice(
        self,
        unit: Unit,
        *,
        name: str,
        registered_on: dt.date,
        individual: bool = False,
        is_typical: bool = False,
        how: str = "",
        place: str = "",
        field: int = 0,
    ) -> Practice:
        """A registered and running practice of the unit, or of an invented person in it."""
        whose = next(self.names) if individual else str(unit)
        practice = Practice.objects.create(
            name=name,
            unit=unit,
            subject="individual" if individual else "collective",
            subject_name=whose,
            place_name=place or str(unit),
            how=how,
            field=Field.objects.filter(place=field).first() if field else None,
            status="running",
            registered_on=registered_on,
            proposed_on=registered_on,
            began_on=registered_on,
            consent_on=registered_on if individual else None,
            is_typical=is_typical,
        )
        if individual:
            Consent.objects.create(
                subject=practice,
                name=whose,
                stands=Consent.Place.DOER,
                agreed_on=registered_on,
                way=Consent.Way.WORD,
                recorded_by=str(unit)[:250],
            )
        return practice

    def breakthrough(
        self,
        unit: Unit,
        *,
        kind: str,
        statement: str,
        horizon: str,
        starts: dt.date,
        last: dt.date,
        registered_on: dt.date,
        person: Person | None = None,
        title: str = "",
        approved_on: dt.date | None = None,
    ) -> Breakthrough:
        """A breakthrough that was registered and, if a day is given, approved by the body above."""
        held = Title.objects.get_or_create(name=title)[0] if title else None
        approved = approved_on or registered_on + dt.timedelta(days=30)
        place = unit.placements.select_related("parent").get(ends__isnull=True)
        return Breakthrough.objects.create(
            unit=unit,
            kind=kind,
            person=person,
            title=held,
            title_name=title,
            statement=statement,
            horizon=horizon,
            starts=starts,
            ends=last + dt.timedelta(days=1),
            approving_unit=place.parent or unit,
            status=breakthrough_rules.RUNNING,
            registered_on=registered_on,
            submitted_on=registered_on,
            approved_on=approved,
            document_number="Thông báo 12-TB/TU",
            decided_by=f"Ban Thường vụ {ILLUSTRATION}",
        )

    def study_class(
        self, unit: Unit, held_on: dt.date, topic: str, *, summoned: int, attended: int
    ) -> StudyClass:
        """A class with how many members came of how many."""
        return StudyClass.objects.create(
            unit=unit,
            topic=topic,
            level=StudyClass.Level.SUPERIOR,
            held_on=held_on,
            party_summoned=summoned,
            party_attended=attended,
        )

    def meeting(
        self, unit: Unit, kind: str, held_on: dt.date, *, topic: str = "", members: int = 12
    ) -> Meeting:
        """A meeting at which everyone was present."""
        return Meeting.objects.create(
            unit=unit,
            kind=kind,
            held_on=held_on,
            topic=topic,
            minutes=120 if kind == "thematic" else 90,
            members=members,
            present=members,
        )

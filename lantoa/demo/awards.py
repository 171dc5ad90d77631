"""Occasions, decisions and commendations of a pack, in few words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from lantoa.commendations.models import AwardLevel, Commendation, Decision, Form, Occasion, Proposal, Subject
from lantoa.demo.units import ILLUSTRATION, UnitBuilder
from lantoa.organisation.models import Unit
from lantoa.people.models import Person

LEVELS = {
    "superior": AwardLevel.SUPERIOR,
    "province": AwardLevel.PROVINCE,
    "grassroots": AwardLevel.GRASSROOTS,
}


class AwardsBuilder(UnitBuilder):
    """What a pack tells of commendations."""

    def awards(
        self, by_unit: Unit, collectives: Sequence[Unit], individuals: int, *, occasion: str, on: dt.date
    ) -> None:
        """One decision of a committee on an occasion: certificates for these units and so many invented persons."""
        held = Occasion.objects.create(name=occasion, unit=by_unit, held_on=on)
        decision = self._decision(by_unit, "01-QĐ/ĐUK", on, occasion=held)
        for unit in collectives:
            self._commend(decision, Subject.COLLECTIVE, unit)
        for number in range(individuals):
            home = collectives[number % len(collectives)]
            self._commend(decision, Subject.INDIVIDUAL, home, person=self.person())

    def nominations(
        self, by_unit: Unit, collectives: Sequence[Unit], individuals: int, *, on: dt.date
    ) -> None:
        """Proposed to the level above and not yet decided."""
        for unit in collectives:
            self._nominate(by_unit, Subject.COLLECTIVE, unit, on)
        for number in range(individuals):
            self._nominate(
                by_unit, Subject.INDIVIDUAL, collectives[number % len(collectives)], on, self.person()
            )

    def many_awards(
        self,
        root: Unit,
        receivers: Sequence[Unit],
        collectives: int,
        individuals: int,
        *,
        since: dt.date,
        every: dt.timedelta,
    ) -> None:
        """Years of decisions, each naming every receiver once and some persons: occurrences, not different subjects."""
        people = [Person(full_name=next(self.names)).prepare() for _number in range(120)]
        Person.objects.bulk_create(people)
        decisions = self._decisions(root, since, every)
        rows: list[Commendation] = []
        left, on_list = collectives, individuals
        while left or on_list:
            decision = next(decisions)
            here = receivers[: min(left, len(receivers))]
            named = people[: min(on_list, 17 if left else len(people))]
            rows += [self._row(decision, Subject.COLLECTIVE, unit) for unit in here]
            rows += [
                self._row(decision, Subject.INDIVIDUAL, receivers[n % len(receivers)], person=person)
                for n, person in enumerate(named)
            ]
            left, on_list = left - len(here), on_list - len(named)
        Commendation.objects.bulk_create(rows, batch_size=500)

    def unsplit_awards(self, unit: Unit, count: int, *, on: dt.date) -> None:
        """Certificates of the Prime Minister, of which the source does not say whose they are."""
        decision = Decision.objects.create(
            number=f"100/QĐ-TTg {ILLUSTRATION}",
            decided_on=on,
            body="Thủ tướng Chính phủ",
            level=AwardLevel.PRIME_MINISTER,
            form=Form.DIPLOMA,
        )
        for number in range(1, count + 1):
            self._commend(
                decision, Subject.UNSPLIT, unit, name=f"Tập thể hoặc cá nhân số {number} {ILLUSTRATION}"
            )

    def _decisions(self, root: Unit, since: dt.date, every: dt.timedelta) -> Iterator[Decision]:
        number, on = 1, since
        while True:
            yield self._decision(root, f"{number:02d}-QĐ/TU", on, form=Form.PRAISE)
            number, on = number + 1, on + every

    def _decision(
        self,
        unit: Unit,
        number: str,
        on: dt.date,
        *,
        form: str = Form.CERTIFICATE,
        occasion: Occasion | None = None,
    ) -> Decision:
        return Decision.objects.create(
            number=f"{number} {ILLUSTRATION}",
            decided_on=on,
            unit=unit,
            level=LEVELS[unit.level],
            form=form,
            occasion=occasion,
        )

    def _commend(
        self, decision: Decision, subject: str, unit: Unit, *, person: Person | None = None, name: str = ""
    ) -> None:
        self._row(decision, subject, unit, person=person, name=name).save()

    def _row(
        self, decision: Decision, subject: str, unit: Unit, *, person: Person | None = None, name: str = ""
    ) -> Commendation:
        return Commendation(
            decision=decision,
            subject=subject,
            unit=unit,
            person=person,
            subject_name=name,
            form=decision.form,
            level=decision.level,
            awarded_on=decision.decided_on,
        ).prepare()

    def _nominate(
        self, by_unit: Unit, subject: str, unit: Unit, on: dt.date, person: Person | None = None
    ) -> None:
        Proposal.objects.create(
            subject=subject,
            unit=unit,
            person=person,
            achievement=f"Thành tích trong ba năm {ILLUSTRATION}",
            proposed_form=Form.DIPLOMA,
            proposed_level=AwardLevel.PROVINCE,
            proposed_by=by_unit,
            status=Proposal.Status.SENT_UP,
            written_on=on,
            submitted_on=on,
        )

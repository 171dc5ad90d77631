"""Writing, proposing and withdrawing an exemplar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.consents import actions as consents
from lantoa.consents.words import IN_THE_STORY
from lantoa.exemplars import queries, rules
from lantoa.exemplars.models import Exemplar, ExemplarResult
from lantoa.exemplars.rules import Result
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person

WRITTEN = (
    "title",
    "subject",
    "collective_name",
    "story",
    "field",
    "place",
    "since",
    "practice",
    "registration",
    "commendation",
)
# Whoever agreed, agreed to these words; other words need another agreement.
AGREED_TO = ("title", "story")


@dataclass(frozen=True)
class Name:
    """Somebody to be named: a person the house knows, or a name as it is written."""

    name: str
    person: Person | None = None


@transaction.atomic
def draft(
    *, unit: Unit, by: Actor, names: Iterable[Name] = (), results: Iterable[Result] = (), **written: Any
) -> Exemplar:
    """A draft of the actor's own unit. `written` are the fields of WRITTEN; BadInput when it tells nothing."""
    if not by.may("exemplars.write") or not by.in_own_unit(Unit.objects.filter(pk=unit.pk), "pk").exists():
        raise NotAllowed(_("Đồng chí viết gương, điển hình của đơn vị mình."))
    exemplar = Exemplar(unit=unit, **_cleaned(written))
    rules.must_tell(exemplar.title, exemplar.story)
    exemplar.save()
    _set_names(exemplar, list(names))
    _set_results(exemplar, list(results))
    record("exemplar.written", exemplar, by=by, unit=unit)
    return exemplar


def _cleaned(written: dict[str, Any]) -> dict[str, Any]:
    unknown = set(written) - set(WRITTEN)
    if unknown:
        raise TypeError(f"an exemplar has no {', '.join(sorted(unknown))}")
    return {name: clean(value) if isinstance(value, str) else value for name, value in written.items()}


def _set_names(exemplar: Exemplar, names: list[Name]) -> None:
    """Who stays named keeps the agreement; who is new has not agreed yet."""
    wanted = {clean(one.name): (one.person, IN_THE_STORY) for one in names if clean(one.name)}
    rules.must_not_repeat(clean(one.name) for one in names if clean(one.name))
    rules.must_name_someone(exemplar.subject, wanted)
    consents.name(exemplar, wanted)
    exemplar.save(update_fields=["folded"])


def _set_results(exemplar: Exemplar, results: list[Result]) -> None:
    rules.must_be_counted(results)
    exemplar.results.all().delete()
    ExemplarResult.objects.bulk_create(
        ExemplarResult(
            exemplar=exemplar,
            label=clean(one.label),
            value=one.value,
            unit_of_count=clean(one.unit_of_count),
            recurrence=one.recurrence,
            counted_until=one.counted_until,
            place=place,
        )
        for place, one in enumerate(results)
    )


def must_write(exemplar: Exemplar, by: Actor) -> None:
    """NotAllowed for everyone but the unit whose exemplar it is."""
    if not queries.may_write(by, exemplar):
        raise NotAllowed(_("Chỉ đơn vị viết bài được làm việc này."))


def refresh(exemplar: Exemplar) -> None:
    """What is in the database now, and nobody else changes it until this act is over."""
    exemplar.refresh_from_db(from_queryset=Exemplar.objects.select_for_update())


@transaction.atomic
def edit(
    exemplar: Exemplar,
    *,
    by: Actor,
    names: Iterable[Name] | None = None,
    results: Iterable[Result] | None = None,
    **written: Any,
) -> Exemplar:
    """Rewrite one that is not being judged or read. New words need the agreement of everyone named again."""
    must_write(exemplar, by)
    refresh(exemplar)
    if exemplar.status not in rules.WRITABLE:
        raise Conflict(_("Bài đã đề nghị hoặc đã công bố nên không sửa được. Rút bài trước khi sửa."))
    before = {name: str(getattr(exemplar, name) or "") for name in WRITTEN}
    for name, value in _cleaned(written).items():
        setattr(exemplar, name, value)
    rules.must_tell(exemplar.title, exemplar.story)
    exemplar.save()
    if names is not None:
        _set_names(exemplar, list(names))
    if results is not None:
        _set_results(exemplar, list(results))
    after = {name: str(getattr(exemplar, name) or "") for name in WRITTEN}
    if any(before[name] != after[name] for name in AGREED_TO):
        consents.ask_again(exemplar)
    record("exemplar.edited", exemplar, by=by, unit=exemplar.unit, before=before, after=after)
    return exemplar


@transaction.atomic
def propose(exemplar: Exemplar, *, by: Actor) -> Exemplar:
    """Send it to the unit above. Those named may still be asked while it waits there."""
    must_write(exemplar, by)
    refresh(exemplar)
    rules.must_name_someone(exemplar.subject, [one.name for one in exemplar.named.all()])
    judge = queries.judge_for(exemplar.unit, by.on)
    rules.STEPS.move(exemplar, "propose", judging_unit=judge, proposed_by=by.person, proposed_on=by.on)
    receiver = organisation.name_of(judge, by.on)
    record("exemplar.proposed", exemplar, by=by, unit=exemplar.unit, note=receiver)
    return exemplar


@transaction.atomic
def withdraw(exemplar: Exemplar, *, by: Actor, reason: str) -> Exemplar:
    """Take it out of the queue or the library; it stays with its unit and may be written anew."""
    must_write(exemplar, by)
    refresh(exemplar)
    reason = clean(reason)
    rules.must_give_a_reason(reason)
    rules.STEPS.move(exemplar, "withdraw", withdrawn_on=by.on, withdrawn_reason=reason)
    record("exemplar.withdrawn", exemplar, by=by, unit=exemplar.unit, note=reason)
    return exemplar

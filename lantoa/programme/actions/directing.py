"""Documents by which units direct those below: recorded, corrected, answered by who is asked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock, demands
from lantoa.foundation.attachments import Judged
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.programme import queries, rules
from lantoa.programme.actions import common
from lantoa.programme.models import Directive, DirectiveAnswer


def record_directive(*, unit: Unit, by: Actor, file: Judged | None = None, **fields: Any) -> Directive:
    """A document the unit issued or received (kind, number, symbol, issued_on, abstract, term, received_from, …).

    With `answer_by` every unit directly below is asked to carry it out by that day. BadInput for days that do not
    fit each other.
    """
    _must_fit(by.on, unit, fields)
    return common.write(Directive(unit=unit, file=common.keep(file, by), **fields), "directive.recorded", by)


def change_directive(
    directive: Directive, *, by: Actor, file: Judged | None = None, **fields: Any
) -> Directive:
    """Correct what is recorded of a document; a new file replaces the old one."""
    _must_fit(by.on, directive.unit, fields)
    return common.rewrite(directive, "directive.edited", by, common.with_file(fields, file, by))


def _must_fit(today: dt.date, unit: Unit | None, fields: dict[str, Any]) -> None:
    issued, received = fields["issued_on"], fields.get("received_on")
    if replaced := fields.get("replaces"):
        rules.must_replace_ones_own(replaced.unit == unit, replaced.issued_on <= issued)
    rules.must_not_lie_ahead(issued, today, "issued_on")
    if received:
        rules.must_not_lie_ahead(received, today, "received_on")
        rules.must_follow(received, issued, "received_on")
    if answer_by := fields.get("answer_by"):
        rules.must_leave_time_to_answer(answer_by, issued, fields.get("asks", ""))


@transaction.atomic
def answer_directive(
    directive: Directive, *, unit: Unit, done_on: dt.date, said: str, by: Actor
) -> DirectiveAnswer:
    """A unit that is asked says it has carried the document out; said again, it mends what it said.

    NotAllowed for a unit that is not asked, or out of reach.
    """
    common.must_reach(by, unit)
    rules.must_be_asked(queries.is_asked(directive, unit, by.on))
    rules.must_not_lie_ahead(done_on, by.on, "done_on")
    rules.must_follow(done_on, directive.issued_on, "done_on")
    said = demands.must_say(said, "said", _("Ghi đã làm gì: sinh hoạt, ban hành văn bản, việc cụ thể."))
    told = {"done_on": done_on, "said": said[:500], "answered_by": by.person}
    answer, _is_new = DirectiveAnswer.objects.update_or_create(
        directive=directive, unit=unit, defaults=told | {"changed_at": clock.now()}, create_defaults=told
    )
    record("directive.answered", directive, by=by, unit=unit, note=said, on=done_on)
    return answer

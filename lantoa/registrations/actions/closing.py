"""The end of the year: assess oneself, remark, answer, close. Nothing is closed before its owner could answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.meetings.rules import Held
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.actions.shared import behalf, lock, met
from lantoa.registrations.models import Conclusion, Outcome, Registration, YearEnd


@transaction.atomic
def assess(
    registration: Registration, *, by: Actor, outcomes: Mapping[int, tuple[str, str]], overall: str = ""
) -> YearEnd:
    """The owner says of each task (by its order) how far it came and what came of it.

    May be rewritten until the cell has remarked. Conflict before November, BadInput for a task left out.
    """
    lock(registration)
    rules.must_own(queries.writes(registration, by))
    rules.must_be_under_way(registration.status)
    rules.must_be_year_end(registration.year, by.on)
    tasks = list(registration.tasks.all())
    for task in tasks:
        outcome, text = outcomes.get(task.order, ("", ""))
        rules.must_be_assessed(outcome, clean(text), Outcome.values, task.order)
        task.outcome, task.outcome_text = outcome, clean(text)
        task.save(update_fields=["outcome", "outcome_text"])
    ending, _is_new = YearEnd.objects.select_for_update().get_or_create(
        registration=registration, defaults={"assessed_on": by.on}
    )
    if not rules.YEAR_END_STEPS.may(rules.ASSESS, ending.status):
        raise Conflict(_("Chi bộ đã nhận xét nên bản tự đánh giá không sửa được nữa. Nêu ý kiến ở dưới."))
    said = {"overall": clean(overall), "assessed_on": by.on, "assessed_by": by.person}
    rules.YEAR_END_STEPS.move(ending, rules.ASSESS, **said)
    after = {str(task.order): [task.get_outcome_display(), task.outcome_text] for task in tasks}
    _record("self_assessed", registration, by, note=ending.overall, after=after)
    return ending


@transaction.atomic
def remark(
    registration: Registration,
    *,
    by: Actor,
    remark: str,
    conclusion: str,
    meeting: Held | None = None,
    meeting_on: dt.date | None = None,
    minutes_number: str = "",
    at: dt.datetime | None = None,
) -> YearEnd:
    """Record what a meeting said; its owner reads it and has five working days to answer.

    May be mended until it is closed, which gives the owner the days anew. NotAllowed for one's own.
    """
    ending = _ending(registration, by)
    rules.must_conclude(conclusion, Conclusion.values)
    if not rules.YEAR_END_STEPS.may(rules.REMARK, ending.status):
        raise Conflict(_("Bản này đã chốt nên không sửa nhận xét được nữa."))
    held = met(registration, by, meeting, meeting_on, minutes_number)
    before = {"remark": ending.remark, "conclusion": ending.conclusion} if ending.remarked_at else None
    rules.YEAR_END_STEPS.move(
        ending,
        rules.REMARK,
        remark=clean(remark),
        conclusion=conclusion,
        meeting=held.meeting,
        meeting_on=held.meeting_on,
        minutes_number=held.minutes_number,
        remarked_at=at or clock.now(),
        remarked_by=by.person,
        answer_by=rules.answer_remark_by(by.on),
    )
    after = {"remark": ending.remark, "conclusion": ending.conclusion}
    _record("year_remarked", registration, by, note=held.as_note, before=before, after=after)
    return ending


@transaction.atomic
def reply(registration: Registration, *, by: Actor, text: str, at: dt.datetime | None = None) -> YearEnd:
    """The owner answers the remark before it is final."""
    lock(registration)
    rules.must_own(queries.is_own(registration, by))
    ending = _must_have_ending(registration)
    if not rules.YEAR_END_STEPS.may(rules.REPLY, ending.status):
        raise Conflict(_("Chưa có nhận xét để nêu ý kiến, hoặc kết quả đã chốt."))
    rules.must_say_something(clean(text), None)
    rules.YEAR_END_STEPS.move(ending, rules.REPLY, reply=clean(text), replied_at=at or clock.now())
    _record("replied", registration, by, note=ending.reply)
    return ending


@transaction.atomic
def close(registration: Registration, *, by: Actor) -> YearEnd:
    """The conclusion stands. Conflict while its owner may still answer, or when it is closed already."""
    ending = _ending(registration, by)
    if not rules.YEAR_END_STEPS.may(rules.CLOSE, ending.status):
        raise Conflict(_("Chỉ chốt bản đã có nhận xét và chưa chốt."))
    if not ending.may_close(by.on):
        raise Conflict(
            _("%(name)s còn quyền nêu ý kiến đến hết ngày %(day)s. Chốt sau khi có ý kiến, hoặc sau ngày đó.")
            % {"name": registration.owner_name, "day": show_date(ending.answer_by)}
        )
    rules.YEAR_END_STEPS.move(ending, rules.CLOSE, closed_on=by.on, closed_by=by.person)
    _record("concluded", registration, by, note=str(ending.get_conclusion_display()))
    return ending


def _ending(registration: Registration, by: Actor) -> YearEnd:
    lock(registration)
    queries.must_conclude_on(registration, by)
    return _must_have_ending(registration)


def _must_have_ending(registration: Registration) -> YearEnd:
    found = YearEnd.objects.select_for_update().filter(registration=registration).first()
    if found is None:
        raise Conflict(_("Người đăng ký chưa tự đánh giá. Chi bộ nhận xét sau khi có bản tự đánh giá."))
    return found


def _record(verb: str, registration: Registration, by: Actor, **words: object) -> None:
    typed_for = behalf(registration) if verb == "self_assessed" and by.person != registration.person else ""
    record(
        f"registration.{verb}",
        registration,
        by=by,
        unit=registration.unit,
        on_behalf_of=typed_for,
        **words,  # type: ignore[arg-type]
    )

"""Papers as the list of a year shows them: in words, so that its template asks no paper and includes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.text import Truncator

from lantoa.foundation import numbers
from lantoa.foundation.dates import show_date
from lantoa.registrations.models import Registration

WORDS_OF_A_TASK = 24


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    page: str
    owner: str
    unit_name: str
    what: str
    more: int  # how many tasks beside the first
    target: str
    target_unit: str
    done: str
    last: str
    status: str  # HTML
    is_long_unconfirmed: bool


def rows_of(papers: Iterable[Registration], confirm_since: dt.date) -> list[Row]:
    """Of papers asked with `for_rows`; unconfirmed ones from before `confirm_since` say so."""
    return [_row(one, confirm_since) for one in papers]


def _row(one: Any, confirm_since: dt.date) -> Row:
    tasks = one.ordered_tasks
    first = tasks[0] if tasks else None
    target = numbers.show(first.target_value) if first else ""
    last, awaits = one.last_progress_on, one.awaits_confirmation
    return Row(
        page=one.get_absolute_url(),
        owner=one.owner_name,
        unit_name=one.unit_name or "",
        what=Truncator(first.what).words(WORDS_OF_A_TASK) if first else "",
        more=max(len(tasks) - 1, 0),
        target=target,
        target_unit=first.target_unit if first else "",
        done=numbers.show(first.done) if first and target and one.is_approved else "",
        last=show_date(last) if last else "",
        status=_status(one.status, awaits, one.is_on_behalf),
        is_long_unconfirmed=awaits and one.registered_on < confirm_since,
    )


@cache
def _status(status: str, awaits: bool, is_on_behalf: bool) -> str:
    """The tags of a state, as every page shows them: the same for all papers in it."""
    told = {f"is_{name}": status == code for name, code in STATES.items()}
    told |= {"awaits_confirmation": awaits, "is_on_behalf": is_on_behalf}
    return render_to_string("registrations/status.html", {"one": told})


STATES = {
    "withdrawn": Registration.Status.WITHDRAWN,
    "approved": Registration.Status.APPROVED,
    "waiting": Registration.Status.SUBMITTED,
    "returned": Registration.Status.RETURNED,
}

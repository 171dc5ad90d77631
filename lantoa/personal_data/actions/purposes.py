"""What personal data is kept for: changed from a day on, by who answers for the whole installation."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor, heads_the_tree
from lantoa.personal_data import rules
from lantoa.personal_data.models import Purpose


@transaction.atomic
def set_purpose(
    purpose: Purpose, *, by: Actor, starts: dt.date, name: str, basis: str, text: str = ""
) -> Purpose:
    """The purpose and its basis from that day on. BadInput for a basis that does not say where it is written."""
    rules.must_keep_terms(heads_the_tree=by.may("personal_data.answer") and heads_the_tree(by))
    text = clean(text)
    rules.must_say_where(basis, text)
    said = {"name": clean(name), "basis": basis, "text": text, "order": purpose.order}
    one, _is_new = Purpose.objects.update_or_create(code=purpose.code, starts=starts, defaults=said)
    record("purpose.set", one, by=by, unit=by.unit, after={**said, "starts": starts.isoformat()})
    return one

"""The history keeps what each role may do, so that a later version does not judge earlier acts by its own rights."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation.models import Event
from lantoa.people.roles import ROLES, name_of_right

NOTED = "rights.noted"


@transaction.atomic
def note_rights(at: dt.datetime) -> bool:
    """Write down which role holds which right when that is not what was noted last; whether it was written."""
    held = {code: " ".join(sorted(role.permissions)) for code, role in ROLES.items()}
    last = Event.objects.filter(subject_type=NOTED, verb=NOTED).order_by("-pk").first()
    before = last.after or {} if last else {}
    if held == before:
        return False
    Event.objects.create(
        at=at,
        verb=NOTED,
        on=timezone.localtime(at).date(),
        subject_type=NOTED,
        subject_id="",
        subject_label=_("quyền của các vai trò"),
        post_label=_("Hệ thống"),
        note="\n".join(_changes(before, held)) if before else "",
        before=before or None,
        after=held,
        request_id="command",
    )
    return True


def _changes(before: dict[str, str], held: dict[str, str]) -> list[str]:
    """One line for each role that gained or lost a right."""
    lines = []
    for code in {**before, **held}:
        was, now = (set(table.get(code, "").split()) for table in (before, held))
        name = str(ROLES[code].name) if code in ROLES else code
        for words, rights in (
            (_("%(role)s thêm: %(rights)s"), now - was),
            (_("%(role)s bớt: %(rights)s"), was - now),
        ):
            if rights:
                lines.append(words % {"role": name, "rights": "; ".join(map(name_of_right, sorted(rights)))})
    return lines

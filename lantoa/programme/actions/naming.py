"""Who takes part in a movement by name: written down a name a line, and until when."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.people.actors import Actor
from lantoa.people.fields import person_called
from lantoa.people.models import Person
from lantoa.programme import rules
from lantoa.programme.actions import common
from lantoa.programme.models import Participant, Participation


@transaction.atomic
def name_participants(
    joined: Participation, *, names: str, joined_on: dt.date, by: Actor
) -> list[Participant]:
    """These persons of the unit take part since that day; one name a line, a year of birth tells two apart.

    BadInput says which line names nobody, which somebody who stands there already, and when more are named than the
    unit counts.
    """
    common.must_reach(by, joined.unit)
    locked = Participation.objects.select_for_update().get(pk=joined.pk)
    rules.must_still_take_part(locked.left_on)
    rules.must_be_running(locked.joined_on, locked.movement.ends, joined_on)
    rules.must_not_lie_ahead(joined_on, by.on, "joined_on")
    found = [_called(name, locked, by) for name in rules.names_in(names, "names")]
    rules.must_be_counted(locked.named.staying().count() + len(set(found)), locked.persons, "names")
    made = [
        Participant.objects.create(participation=locked, person=person, joined_on=joined_on)
        for person in dict.fromkeys(found)
    ]
    record("movement.named", locked, by=by, unit=locked.unit, on=joined_on, after={"names": str(len(made))})
    return made


def _called(name: str, joined: Participation, by: Actor) -> Person:
    person = person_called(name, unit=joined.unit, by=by, field="names")
    if person is None:
        said = _("Không có ai tên “%(name)s” ở đơn vị này. Thêm người ở trang Người, hoặc chỉ ghi số người.")
        raise BadInput(said % {"name": name[:80]}, "names")
    if joined.named.staying().filter(person=person).exists():
        raise BadInput(_("%(name)s đã có trong danh sách. Bỏ dòng này.") % {"name": name[:80]}, "names")
    return person


@transaction.atomic
def end_participation_of(named: Participant, *, on: dt.date, by: Actor) -> Participant:
    """She takes part no longer since that day; of the day on which she joined, it was written by mistake."""
    joined = named.participation
    common.must_reach(by, joined.unit)
    rules.must_not_lie_ahead(on, by.on, "on")
    rules.must_follow(on, named.joined_on, "on")
    if not Participant.objects.all().staying().filter(pk=named.pk).update(left_on=on):
        raise Conflict(_("Đã có người ghi thôi tham gia ở dòng này. Tải lại trang để xem."))
    named.left_on = on
    record("movement.name_ended", joined, by=by, unit=joined.unit, on=on)
    return named

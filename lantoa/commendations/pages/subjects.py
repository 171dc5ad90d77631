"""Reading who is commended: one a line, with the unit behind a semicolon or a tab as pasted from a spreadsheet."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lantoa.commendations.actions import Commended
from lantoa.commendations.models import Subject
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.fields import UnitField, person_called
from lantoa.people.models import Membership, Person

MOST_LINES = 500
BETWEEN = re.compile(r"\s*[;\t]\s*")


def subjects_in(text: str, *, subject: str, unit: Unit, by: Actor) -> list[Commended]:
    """The lines as subjects of a decision; `unit` is meant where a line names none.

    BadInput names the line that cannot be read.
    """
    lines = [line.strip() for line in text.split("\n") if clean(line)]
    if not lines:
        raise BadInput(_("Ghi ít nhất một dòng: tên tập thể hoặc họ tên người được khen."), "names")
    if len(lines) > MOST_LINES:
        raise BadInput(_("Mỗi lần ghi nhiều nhất %(most)s dòng.") % {"most": MOST_LINES}, "names")
    field = UnitField(by, required=False)
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(_one(line, subject, unit, by, field))
        except (ValidationError, BadInput) as wrong:
            message = wrong.messages[0] if isinstance(wrong, ValidationError) else str(wrong)
            raise BadInput(
                _("Dòng %(n)s: %(message)s") % {"n": number, "message": message}, "names"
            ) from wrong
    return found


def _one(line: str, subject: str, unit: Unit, by: Actor, field: UnitField) -> Commended:
    name, _semicolon, place = (BETWEEN.sub(";", line, count=1)).partition(";")
    name = clean(name)
    if place:
        unit = field.to_python(place) or unit
    if subject == Subject.INDIVIDUAL:
        person = person_called(name, unit=unit, by=by, field="names")
        if person is None:
            return Commended(subject, unit, name=name)
        return Commended(subject, _home(person, by) or unit, person=person)
    if subject == Subject.COLLECTIVE and not place and (known := _unit_called(name, field)):
        return Commended(subject, known)
    return Commended(subject, unit, name=name)


def _home(person: Person, by: Actor) -> Unit | None:
    """The cell the person belongs to: a list of the whole commune names people of many cells."""
    membership = (
        by.in_reach(Membership.objects.on(by.on)).filter(person=person).select_related("unit").first()
    )
    return membership.unit if membership else None


def _unit_called(name: str, field: UnitField) -> Unit | None:
    """A collective whose name is that of a unit in reach is the unit; any other is a group within one."""
    try:
        return field.to_python(name)
    except ValidationError:
        return None

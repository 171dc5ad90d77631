"""What another unit does is talked over before anything is taken from it: chosen, noted, or left."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.adoptions import queries, rules
from lantoa.adoptions.models import Discussion
from lantoa.foundation import demands
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice


def must_discuss_for(unit: Unit | None, by: Actor) -> Unit:
    """NotAllowed unless the actor may take practices over for this unit, or for the one that continues it."""
    if unit is None or not queries.may_adopt_for(by, unit):
        raise NotAllowed(_("Bí thư, cấp ủy của đơn vị chọn và ghi việc trao đổi của đơn vị mình."))
    return unit


@transaction.atomic
def choose(practice: Practice, *, unit: Unit, by: Actor, why: str = "") -> Discussion:
    """The unit will talk it over at its next meeting. Conflict where it waits for that, or is its own."""
    must_discuss_for(unit, by)
    rules.must_be_of_another(queries.is_own(practice, unit, by.on))
    waiting, is_new = Discussion.objects.waiting().get_or_create(
        unit=unit, practice=practice, held_on=None, defaults={"chosen_on": by.on, "why": clean(why)}
    )
    if not is_new:
        raise Conflict(_("Mô hình này đã được chọn để trao đổi. Tải lại trang để ghi nội dung."))
    record("practice.chosen_to_discuss", practice, by=by, unit=unit)
    return waiting


@transaction.atomic
def note(one: Discussion, *, by: Actor, on: dt.date, said: str, taken: str = "") -> Discussion:
    """What was said, and what the unit wants to take from it. Conflict where somebody has noted it before."""
    must_discuss_for(one.unit, by)
    demands.must_have_happened(on, by.on, "on")
    demands.must_come_after(on, one.chosen_on, _("ngày chọn"), "on")
    said = demands.must_say(said, "said", _("Ghi ý kiến trao đổi."))
    told = {"held_on": on, "said": said, "taken": clean(taken)}
    if not Discussion.objects.waiting().filter(pk=one.pk).update(**told):
        raise Conflict(_("Buổi trao đổi này đã được ghi. Tải lại trang để xem."))
    one.refresh_from_db()
    record("practice.discussed", one.practice, by=by, unit=one.unit)
    return one


@transaction.atomic
def leave(one: Discussion, *, by: Actor) -> None:
    """It will not be talked over after all; what was noted stays."""
    must_discuss_for(one.unit, by)
    if not Discussion.objects.waiting().filter(pk=one.pk).delete()[0]:
        raise Conflict(_("Buổi trao đổi này đã được ghi. Tải lại trang để xem."))
    record("practice.not_discussed", one.practice, by=by, unit=one.unit)

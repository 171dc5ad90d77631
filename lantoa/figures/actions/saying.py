"""How a unit says its numbers in prose: to which step, with which word."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.figures.models import Rounding
from lantoa.figures.words import CHOSEN_WORDS
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


@transaction.atomic
def say_rounded(code: str, *, unit: Unit, step: Decimal, by: Actor, word: str = "") -> Rounding:
    """From now on the unit says this number in prose to the nearest step, with the word where it is true."""
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))
    if step <= 0:
        raise BadInput(_("Mức làm tròn phải lớn hơn 0."), "step")
    if word and word not in CHOSEN_WORDS:
        raise BadInput(_("Chọn một từ có trong danh sách."), "word")
    rounding, _new = Rounding.objects.update_or_create(
        unit=unit, code=code, defaults={"step": step, "word": word}
    )
    record(
        "figure.rounding_chosen",
        rounding,
        by=by,
        unit=unit,
        note=code,
        after={"step": str(step), "word": word},
    )
    return rounding


@transaction.atomic
def say_exactly(rounding: Rounding, *, by: Actor) -> None:
    """The number is said to the last digit again."""
    if not by.reaches(rounding.unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))
    record(
        "figure.rounding_dropped",
        rounding,
        by=by,
        unit=rounding.unit,
        note=rounding.code,
        before={"step": str(rounding.step)},
    )
    rounding.delete()

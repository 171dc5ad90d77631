"""What the lists of this room have in common."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.organisation.models import Unit
from lantoa.outreach.models import Campaign, Recorded
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, OneOf, UnitLink


def campaigns(unit: Unit, by: Actor) -> OneOf:
    """The campaigns that the actor may see, by name."""
    return OneOf(Campaign.objects.visible_to(by), _("cuộc vận động"), Campaign.objects)


def texts(values: dict[str, Any], *codes: str) -> dict[str, Any]:
    """What is not written is empty text there."""
    return values | {code: values[code] or "" for code in codes if code in values}


def stands(one: Recorded) -> bool:
    """Whether it was not struck out."""
    return one.withdrawn_on is None


UNIT = Cell(
    Column("unit", gettext_lazy("Đơn vị"), ("chi bo", "don vi ghi", "don vi tiep nhan")),
    link=UnitLink,
    is_set_once=True,
)
WITHDRAWN = Cell(
    Column("withdrawn", gettext_lazy("Gạch bỏ vì"), ("da gach bo",), most=300),
    attr="withdrawn_reason",
    only_out=True,
)

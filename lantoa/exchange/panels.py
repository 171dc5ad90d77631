"""On the page of a unit: bring a list in, take one out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.exchange import queries
from lantoa.foundation.panels import Tool
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


def of_unit(unit: Unit, actor: Actor, day: dt.date) -> Iterator[Tool]:
    """For who may."""
    asked = f"?don-vi={unit.code}"
    if actor.may("exchange.import") and actor.reaches(unit):
        yield Tool(_("Nhập, xuất Excel"), reverse("exchange:index") + asked, "file-spreadsheet")
    elif actor.may("organisation.view") and actor.reaches(unit):
        yield Tool(_("Xuất Excel"), reverse("exchange:export", args=["units"]) + asked, "file-spreadsheet")


def of_people(unit: Unit | None, actor: Actor) -> Iterator[Tool]:
    """On the list of people: bring people in, take the posts of the unit asked for out."""
    asked = f"?don-vi={unit.code}" if unit else ""
    if "people" in {kind.code for kind in queries.kinds_for(actor)}:
        yield Tool(_("Nhập từ Excel"), reverse("exchange:start", args=["people"]) + asked, "upload")
    if actor.may("people.view") and (unit or actor.unit):
        yield Tool(_("Xuất chức vụ"), reverse("exchange:export", args=["posts"]) + asked, "file-spreadsheet")

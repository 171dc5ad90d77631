"""What several acts on people ask first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from lantoa.foundation.errors import NotAllowed
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


def must_reach(by: Actor, unit: Unit) -> None:
    """NotAllowed when the unit lies outside what the actor's post reaches."""
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))

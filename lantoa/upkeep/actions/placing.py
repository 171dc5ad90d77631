"""The second place for copies: named on the page, taken out again."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.upkeep import queries, rules
from lantoa.upkeep.models import KeepPlace


@transaction.atomic
def name_place(path: str, *, by: Actor) -> KeepPlace:
    """Copies go there too from now on. BadInput unless it lies outside the data and something can be written there."""
    path = clean(path)
    place = Path(path)
    sound = bool(path) and place.is_absolute()
    rules.must_be_another_place(
        path,
        is_absolute=sound,
        lies_within_the_data=sound and queries.lies_within_the_data(place),
        trouble=queries.trouble_with(place) if sound else "",
        shares_the_disk=sound and queries.shares_the_disk(place),
    )
    if place in queries.folders():
        raise BadInput(_("Thư mục này đã có trong danh sách."), "path")
    made = KeepPlace.objects.create(path=path, named_at=clock.now(), named_by=by.person)
    record("keep_place.named", made, by=by, unit=by.unit)
    return made


@transaction.atomic
def drop_place(place: KeepPlace, *, by: Actor) -> None:
    """No further copies go there; those that lie there stay."""
    record("keep_place.dropped", place, by=by, unit=by.unit)
    place.delete()

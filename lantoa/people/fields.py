"""Boxes of a form that know who is asking: a unit within the actor's reach, a person of a unit."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import PlainForm
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.finding import Known, called, told_apart
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import EVERYTHING, OWN, UNIT, Actor
from lantoa.people.models import Membership, Person, Post

# Above this a list is no longer quicker than typing a name.
FEW = 60
BIRTH_YEAR = re.compile(r"[\s,(]+(19|20)\d\d\)?$")


def places_in_reach(actor: Actor) -> QuerySet[Placement]:
    """Where the actor may record things, as the tree stands on her day, in the order of the tree."""
    if actor.reach == EVERYTHING:
        return Placement.objects.on(actor.on).select_related("unit").order_by("path")
    if actor.unit is None or actor.reach == OWN:
        return Placement.objects.none()
    standing = Placement.objects.on(actor.on).select_related("unit").order_by("path")
    if not actor.line:
        return standing.none()
    here = actor.line[-1]
    return standing.filter(unit=actor.unit) if actor.reach == UNIT else standing.under(here.path)


class Suggestions(forms.TextInput):
    """A box to type in, with the first names as suggestions of the browser itself."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(attrs={"autocomplete": "off"})
        self.names = names

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        attrs = {**(attrs or {}), "list": f"goi-y-{name}"}
        options = format_html_join("", '<option value="{}"></option>', ((n,) for n in self.names))
        box = super().render(name, value, attrs, renderer)
        return format_html('{}<datalist id="goi-y-{}">{}</datalist>', box, name, options)


class UnitField(forms.Field):
    """A unit in reach: a list of names while they are few, a box for a name or a code when they are many."""

    def __init__(self, actor: Actor, **kwargs: Any) -> None:
        self.actor = actor
        self.places = list(places_in_reach(actor)[: FEW + 1])
        if actor.unit is not None:
            kwargs.setdefault("initial", actor.unit)
        super().__init__(widget=self._box(), **kwargs)

    @property
    def is_list(self) -> bool:
        """Whether all units fit into a list."""
        return len(self.places) <= FEW

    def _box(self) -> forms.Widget:
        if self.is_list:
            return forms.Select(choices=self._names())
        return Suggestions([place.name for place in self.places])

    def _names(self) -> list[tuple[str, str]]:
        """(code, name) of every unit, with the parent where two are called the same."""
        names = [place.name for place in self.places]
        alike = [place for place in self.places if names.count(place.name) > 1]
        above = (
            organisation.names_of({p.parent_id for p in alike if p.parent_id}, self.actor.on) if alike else {}
        )
        parents = [above.get(place.parent_id or 0, "") for place in self.places]
        return [
            (place.unit.code, place.name if names.count(place.name) == 1 else f"{place.name}, {parent}")
            for place, parent in zip(self.places, parents, strict=True)
        ]

    def prepare_value(self, value: Any) -> Any:
        """The code in a list, the name in a box."""
        if not isinstance(value, Unit):
            return value
        return value.code if self.is_list else organisation.name_of(value, self.actor.on)

    def to_python(self, value: Any) -> Unit | None:
        """The unit; a ValidationError when there is none of that name, or several."""
        typed = clean(str(value)) if value and not isinstance(value, Unit) else ""
        if not typed:
            return value if isinstance(value, Unit) else None
        found = called(typed, places_in_reach(self.actor), self.actor.on)
        if len(found) == 1:
            return Unit.objects.get(pk=found[0].unit_id)
        raise ValidationError(_many(found) if found else _none(typed))


def _none(typed: str) -> str:
    return _("Không có đơn vị “%(typed)s” trong phạm vi của đồng chí. Gõ đủ tên hoặc mã đơn vị.") % {
        "typed": typed[:80]
    }


def _many(found: list[Known]) -> str:
    return _("Có %(n)s đơn vị cùng tên. Gõ thêm đơn vị cấp trên, ví dụ: %(names)s.") % {
        "n": len(found),
        "names": "; ".join(told_apart(found)[:4]),
    }


class OfUnitForm(PlainForm):
    """Something recorded for a unit: the actor's own, unless she looks after several and is asked which."""

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        field = UnitField(actor, label=_("Đơn vị"))
        if len(field.places) > 1:
            self.fields["unit"] = field
            self.order_fields(["unit"])

    def clean(self) -> dict[str, Any]:
        """What was typed, with the unit in any case."""
        typed = super().clean() or {}
        if "unit" not in self.fields:
            typed["unit"] = self.actor.unit
        return typed


def person_called(name: str, *, unit: Unit, by: Actor, field: str = "") -> Person | None:
    """The person of that name in the unit or below, None when the system knows nobody so called there.

    A year of birth behind the name tells two people apart: "Nguyễn Văn An 1980". BadInput when two remain.
    """
    year = BIRTH_YEAR.search(name)
    bare = name[: year.start()] if year else name
    called = Person.objects.visible_to(by).named_exactly(bare)
    held = [Membership.objects.on(by.on), Post.objects.on(by.on)]
    found = in_any(called, *(organisation.within(rows, unit, on=by.on).values("person_id") for rows in held))
    if year:
        found = found.filter(born_on__year=int(year.group().strip(" ,()")))
    people = list(found[:2])
    if len(people) > 1:
        raise BadInput(
            _("Có hơn một người tên %(name)s ở đơn vị này. Ghi thêm năm sinh sau tên, ví dụ %(name)s 1980.")
            % {"name": bare.strip()},
            field,
        )
    return people[0] if people else None

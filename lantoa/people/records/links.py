"""A cell that points to another table: what is written there, found; what is found, written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.finding import Finder, told_apart
from lantoa.organisation.models import Unit
from lantoa.people.models import Membership, Person

CODED = re.compile(r"(?:.*\()?\s*[Nn](\d{1,10})\s*\)?")
AT_ONCE = 500


class Link(Protocol):
    """What stands behind one column of one list."""

    def prepare(self, texts: Iterable[str], keys: Iterable[int]) -> None:
        """Ask the database once for all that the rows and the records name."""

    def read(self, text: str, row: Mapping[str, Any]) -> int | None:
        """The key of what is meant, None for an empty cell. BadInput in words for the cell."""

    def shown(self, key: int | None) -> str:
        """Words that `read` reads back."""

    def load(self, keys: Iterable[int]) -> Mapping[int, Any]:
        """The things themselves, for writing."""


class UnitLink:
    """A unit at or below the one whose list it is; an empty cell is that unit itself."""

    def __init__(self, unit: Unit, by: Any, *, is_usual: bool = True) -> None:
        self.unit, self.by, self.is_usual = unit, by, is_usual
        places = organisation.subtree(unit, by.on)
        self.finder = Finder(places, by.on)
        self.code_of = {one.unit_id: one.code for one in self.finder.known}
        self.name_of = {one.unit_id: one.name for one in self.finder.known}
        self.shared = Counter(fold(name) for name in self.name_of.values())

    def prepare(self, texts: Iterable[str], keys: Iterable[int]) -> None:
        """Units that have ended and still have records are known by their code."""
        ended = set(keys) - set(self.code_of) - {None}
        self.code_of |= dict(Unit.objects.filter(pk__in=ended).values_list("pk", "code"))
        self.key_of = {code: pk for pk, code in self.code_of.items()}

    def read(self, text: str, row: Mapping[str, Any]) -> int | None:
        """By name, code or old name."""
        if not text:
            return self.unit.pk if self.is_usual else None
        if key := self.key_of.get(text):
            return key
        found = self.finder.find(text)
        if len(found) == 1:
            return found[0].unit_id
        said = _("không có đơn vị “%s” trong phạm vi này") % text[:80]
        if found:
            said = _("nhiều đơn vị tên này; ghi rõ: %s") % "; ".join(told_apart(found[:4]))
        raise BadInput(said)

    def shown(self, key: int | None) -> str:
        """The name, or the code where another unit has the same name."""
        name = self.name_of.get(key or 0, "")
        return name if name and self.shared[fold(name)] == 1 else self.code_of.get(key or 0, "")

    def load(self, keys: Iterable[int]) -> Mapping[int, Unit]:
        """The units, with their names: the history of each row tells one."""
        return Unit.objects.prefetch_related("placements").in_bulk(set(keys))


class PersonLink:
    """Somebody of the people in reach: by name, in the row's unit first; two of one name are told by code (N12)."""

    def __init__(self, unit: Unit, by: Any, *, within: str = "unit", may_be_unknown: bool = False) -> None:
        self.by, self.within, self.may_be_unknown = by, within, may_be_unknown
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        self.people: dict[int, Person] = {}
        self.cell_of: dict[int, int] = {}

    def prepare(self, texts: Iterable[str], keys: Iterable[int]) -> None:
        """Those named or pointed to, with all who share a name with them."""
        wanted = {pk for pk in keys if pk} | {
            int(found[1]) for one in texts if (found := CODED.fullmatch(one))
        }
        seen = Person.objects.visible_to(self.by)
        first = [*_found(seen, "pk__in", wanted)]
        names = {fold(one) for one in texts if one} | {one.name_folded for one in first}
        for person in {one.pk: one for one in [*first, *_found(seen, "name_folded__in", names)]}.values():
            self.people[person.pk] = person
            self.by_name[person.name_folded].append(person)
        members = _found(Membership.objects.on(self.by.on), "person__in", set(self.people))
        self.cell_of = {one.person_id: one.unit_id for one in members}

    def read(self, text: str, row: Mapping[str, Any]) -> int | None:
        """By code, by name in the row's unit, by name alone."""
        if not text:
            return None
        if found := CODED.fullmatch(text):
            if int(found[1]) in self.people:
                return int(found[1])
            raise BadInput(_("không có người nào mang mã này trong phạm vi của đồng chí"))
        namesakes = self.by_name.get(fold(text), [])
        here = [one for one in namesakes if self.cell_of.get(one.pk) == row.get(self.within)]
        if len(here or namesakes) == 1:
            return (here or namesakes)[0].pk
        if not namesakes and self.may_be_unknown:
            return None
        said = _("không có ai tên “%s” trong phạm vi này; thêm người trước, hoặc ghi mã") % text[:80]
        if namesakes:
            codes = "; ".join(f"{one} (N{one.pk})" for one in (here or namesakes)[:4])
            said = _("nhiều người tên này; ghi rõ mã: %s") % codes
        raise BadInput(said)

    def shown(self, key: int | None) -> str:
        """The name, with the code where somebody else has the same."""
        person = self.people.get(key or 0)
        if person is None:
            return ""
        return str(person) if len(self.by_name[person.name_folded]) == 1 else f"{person} (N{person.pk})"

    def load(self, keys: Iterable[int]) -> Mapping[int, Person]:
        """The people, already at hand."""
        return self.people


def _found(things: QuerySet[Any], word: str, wanted: set[Any]) -> Iterable[Any]:
    """In portions: a database takes only so many values in one question."""
    ordered = sorted(wanted)
    for start in range(0, len(ordered), AT_ONCE):
        yield from things.filter(**{word: ordered[start : start + AT_ONCE]})


class OneOf:
    """One of a few things that are offered on the form too: a campaign, a theme. Found by its own words."""

    def __init__(self, things: Iterable[Any], what: str, also: Any = None) -> None:
        self.things: dict[int, Any] = {one.pk: one for one in things}
        self.what, self.also = what, also

    def prepare(self, texts: Iterable[str], keys: Iterable[int]) -> None:
        """What records point to and is offered no more is known too; `also` is the manager that has it."""
        missing = set(keys) - set(self.things) - {None}
        if missing and self.also is not None:
            self.things |= self.also.in_bulk(missing)

    def read(self, text: str, row: Mapping[str, Any]) -> int | None:
        """By its words, or by its number (#12) where two are called the same."""
        if not text:
            return None
        if (
            text.startswith("#")
            and text[1:].isascii()
            and text[1:].isdecimal()
            and int(text[1:]) in self.things
        ):
            return int(text[1:])
        found = self._called(text)
        if len(found) == 1:
            return found[0]
        if found:
            codes = "; ".join(f"#{pk}" for pk in found[:4])
            raise BadInput(
                _("nhiều %(what)s tên này; ghi rõ: %(codes)s") % {"what": self.what, "codes": codes}
            )
        known = "; ".join(str(one)[:60] for one in list(self.things.values())[:5])
        said = _("không có %(what)s “%(text)s”") % {"what": self.what, "text": text[:60]}
        raise BadInput(said + (_("; đang có: %s") % known if known else ""))

    def _called(self, text: str) -> Sequence[int]:
        wanted = fold(" ".join(text.split()))
        return [pk for pk, one in self.things.items() if fold(" ".join(str(one).split())) == wanted]

    def shown(self, key: int | None) -> str:
        """Its words, or its number."""
        one = self.things.get(key or 0)
        if one is None:
            return f"#{key}" if key else ""
        return str(one) if len(self._called(str(one))) == 1 else f"#{key}"

    def load(self, keys: Iterable[int]) -> Mapping[int, Any]:
        """The things, already at hand."""
        return self.things

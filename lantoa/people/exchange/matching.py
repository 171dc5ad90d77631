"""Whose row it is: by code, by card, by name and day of birth, else what somebody answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.exchange import (
    ANOTHER,
    CONFLICT,
    Alike,
    Answers,
    Plan,
)
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.finding import Finder
from lantoa.organisation.models import Unit
from lantoa.people.models import Account, Grant, Membership, Person, Post


class Roll:
    """The people in reach, and whose row each may be. A fixed number of questions, whatever the rows."""

    def __init__(self, unit: Unit, by: Any, answers: Answers, options: Mapping[str, bool]) -> None:
        self.unit, self.by, self.answers, self.options = unit, by, answers, options
        places = organisation.subtree(unit, by.on)
        self.finder = Finder(places, by.on)
        self.stands = dict(places.values_list("unit_id", "starts"))
        self.level = dict(places.values_list("unit_id", "unit__level"))
        self.name = dict(places.values_list("unit_id", "name"))
        self._load()

    def _load(self) -> None:
        known = Person.objects.visible_to(self.by)
        self.people = {person.pk: person for person in known}
        ids = known.values("pk")
        members = Membership.objects.on(self.by.on).filter(person__in=ids)
        self.belongs = {m.person_id: m for m in members}
        self.accounts = dict(Account.objects.filter(person__in=ids).values_list("person_id", "sign_in_name"))
        self.taken = dict(Account.objects.values_list("sign_in_name", "person_id"))
        self.held: dict[int, set[tuple[int, str]]] = defaultdict(set)
        posts, asked = Post.objects.on(self.by.on), Grant.objects.waiting()
        for found in (posts, asked):
            for pk, unit, role in found.filter(person__in=ids).values_list("person_id", "unit_id", "role"):
                self.held[pk].add((unit, role))
        self.by_card = {p.card_number: p for p in self.people.values() if p.card_number}
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            self.by_name[person.name_folded].append(person)

    def _same(self, plan: Plan) -> Person | None:
        """Whose row this is: by code, by card, by name and day of birth, else what somebody answered."""
        values = plan.values
        if values["id"]:
            pk = values["id"].lstrip("nN")
            if pk.isdecimal() and int(pk) in self.people:
                return self.people[int(pk)]
            plan.state = CONFLICT
            plan.row.wrongs["id"] = _("không có người nào mang mã này trong phạm vi của đồng chí")
            return None
        namesakes = self.by_name.get(fold(values["full_name"]), [])
        if values["card_number"] and (person := self.by_card.get(values["card_number"])):
            if person in namesakes:
                return person
            plan.state = CONFLICT
            plan.row.wrongs["card_number"] = _("số thẻ này của đồng chí %s") % person
            return None
        sure = [p for p in namesakes if self._is_sure(p, values)]
        if len(sure) == 1:
            return sure[0]
        near = sure or [p for p in namesakes if self._may_be(p, values)]
        return self._answered(plan, near) if near else None

    def _is_sure(self, person: Person, values: Mapping[str, Any]) -> bool:
        """One name, one day of birth and no other card; or one name in one unit, where neither tells a day."""
        cards = {person.card_number, values["card_number"] or ""} - {""}
        if len(cards) > 1:
            return False
        if person.born_on and values["born_on"]:
            return bool(person.born_on == values["born_on"])
        here = self.belongs.get(person.pk)
        return bool(here and here.unit_id == values["unit"]) and not (person.born_on or values["born_on"])

    def _may_be(self, person: Person, values: Mapping[str, Any]) -> bool:
        known, told = person.born_on, values["born_on"]
        if values["phone"] and person.phone == values["phone"]:
            return True
        return not known or not told or known.year == told.year

    def _answered(self, plan: Plan, near: Sequence[Person]) -> Person | None:
        answer = self.answers.get(plan.row.number, "")
        if answer == ANOTHER:
            return None
        if chosen := next((p for p in near if str(p.pk) == answer), None):
            return chosen
        plan.state, plan.said = CONFLICT, _("Có thể là người đã có trong danh sách.")
        plan.alike = [Alike(p.pk, str(p), self._facts(plan, p)) for p in near[:5]]
        return None

    def _facts(self, plan: Plan, person: Person) -> list[tuple[Any, str, str]]:
        here = self.belongs.get(person.pk)
        return [
            (_("Ngày sinh"), plan.row.texts["born_on"], show_date(person.born_on)),
            (_("Số thẻ"), plan.row.texts["card_number"], person.card_number),
            (
                _("Chi bộ"),
                self.name.get(plan.values["unit"], ""),
                self.name.get(here.unit_id, "") if here else "",
            ),
            (_("Điện thoại"), plan.row.texts["phone"], person.phone),
        ]

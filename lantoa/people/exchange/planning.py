"""What a list would do: each row against the people in reach, and against the other rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.exchange import (
    CHANGED,
    CONFLICT,
    NEW,
    SAME,
    UNREADABLE,
    Answers,
    Plan,
)
from lantoa.foundation.tables import Row
from lantoa.foundation.text import fold
from lantoa.organisation.finding import told_apart
from lantoa.organisation.models import Unit
from lantoa.people import rules
from lantoa.people.exchange.columns import OF_PERSON, ONE_WORD, WITH_PHONES, shown
from lantoa.people.exchange.matching import Roll
from lantoa.people.models import Person, normal_sign_in_name
from lantoa.people.roles import ROLES


class _Planner(Roll):
    """The rows against the people in reach, and against each other."""

    def plan(self, rows: Sequence[Row]) -> list[Plan]:
        plans = [Plan(row, values=dict(row.values)) for row in rows]
        for plan in plans:
            self._read(plan)
        self._twins(plans)
        for plan in plans:
            self._judge(plan)
        return plans

    def _read(self, plan: Plan) -> None:
        """Units by name, the role that a title says, the sign-in name."""
        values, wrongs = plan.values, plan.row.wrongs
        name = values["full_name"]
        if name and not rules.is_full_name(name) and not self.options.get(ONE_WORD) and plan.state == SAME:
            said = _("ghi đủ họ và tên; giấy tờ ghi đúng một chữ thì đánh dấu “Nhận cả tên chỉ có một chữ”")
            wrongs.setdefault("full_name", said)
        for code in ("unit", "post_unit"):
            values[code] = self._unit(values[code], plan, code)
        values["post_unit"] = values["post_unit"] or values["unit"]
        if values["title"] and not values["role"]:
            values["role"] = rules.role_said_by(values["title"], self.level.get(values["post_unit"], ""))
        values["is_head"] = values["is_head"] or (
            bool(values["title"]) and rules.is_head_said_by(values["title"])
        )
        if not values["account"] and self.options.get(WITH_PHONES):
            values["account"] = values["phone"]
        values["account"] = normal_sign_in_name(values["account"] or "")

    def _unit(self, typed: str | None, plan: Plan, code: str) -> int | None:
        if not typed:
            return self.unit.pk if code == "unit" else None
        found = self.finder.find(typed)
        if len(found) == 1:
            return found[0].unit_id
        said = _("không có đơn vị “%s” trong phạm vi này") % typed[:80]
        if found:
            said = _("nhiều đơn vị tên này; ghi rõ: %s") % "; ".join(told_apart(found[:4]))
        plan.row.wrongs.setdefault(code, said)
        return None

    def _twins(self, plans: Sequence[Plan]) -> None:
        """Two rows of one list that say the same person, or claim the same card or sign-in name."""
        for code, said in (
            ("card_number", _("trùng số thẻ với dòng %s")),
            ("account", _("trùng tên đăng nhập với dòng %s")),
        ):
            first: dict[str, Plan] = {}
            for plan in plans:
                value = plan.values[code]
                if value and first.setdefault(value, plan) is not plan:
                    box = "phone" if code == "account" and not plan.row.texts["account"] else code
                    plan.row.wrongs.setdefault(box, said % first[value].row.number)
        seen: dict[tuple[Any, ...], Plan] = {}
        for plan in plans:
            values = plan.values
            key = (fold(values["full_name"] or ""), values["born_on"], values["unit"], values["card_number"])
            if key[0] and seen.setdefault(key, plan) is not plan:
                plan.row.wrongs.setdefault("full_name", _("trùng người với dòng %s") % seen[key].row.number)

    def _judge(self, plan: Plan) -> None:
        values = plan.values
        if not values["full_name"]:
            plan.state, plan.said = UNREADABLE, _("Không thấy họ tên; có vẻ là dòng cộng.")
            return
        if plan.row.wrongs:
            plan.state = CONFLICT
            return
        person = self._same(plan)
        if plan.state == CONFLICT:
            return
        if person is None:
            self._new(plan)
        else:
            self._known(plan, person)

    def _new(self, plan: Plan) -> None:
        values = plan.values
        plan.state = NEW
        stands = self.stands[values["unit"]]
        values["since"], values["status"] = values["since"] or stands, values["status"] or "official"
        if values["since"] < stands:
            plan.state = CONFLICT
            plan.row.wrongs["since"] = _("đơn vị thành lập ngày %s, sau ngày này") % show_date(stands)
        self._account(plan, None)

    def _known(self, plan: Plan, person: Person) -> None:
        values, plan.match = plan.values, person.pk
        here = self.belongs.get(person.pk)
        if here and plan.row.texts["unit"] and here.unit_id != values["unit"]:
            plan.state = CONFLICT
            where = self.name.get(here.unit_id) or _("đơn vị khác")
            plan.said = (
                _("Đang sinh hoạt tại %s. Chuyển sinh hoạt cần ngày: mở trang của đồng chí ấy.") % where
            )
            return
        if here and values["status"] and here.status != values["status"]:
            plan.state = CONFLICT
            said = _("Diện đang ghi: %s. Đổi diện cần ngày: mở trang của đồng chí ấy.")
            plan.said = said % here.get_status_display()
            return
        for code in OF_PERSON:
            before, after = getattr(person, code), values[code]
            if after and after != before:
                plan.changes[code] = (shown(before), shown(after))
        if not here and plan.row.texts["unit"] and not self.held[person.pk]:
            plan.changes["unit"] = ("", self.name.get(values["unit"], ""))
        if self._gives_post(plan, person):
            plan.changes["title"] = ("", values["title"] or str(ROLES[values["role"]].name))
        self._account(plan, person)
        if plan.state != CONFLICT:
            plan.state = CHANGED if plan.changes else SAME

    def _gives_post(self, plan: Plan, person: Person) -> bool:
        values = plan.values
        own = self.by.person is not None and self.by.person.pk == person.pk
        return (
            bool(values["role"])
            and not own
            and (values["post_unit"], values["role"]) not in self.held[person.pk]
        )

    def _account(self, plan: Plan, person: Person | None) -> None:
        """A sign-in name for who has none; one that somebody else has is no name."""
        wanted = plan.values["account"]
        if not wanted or (person and person.pk in self.accounts):
            plan.values["account"] = ""
            return
        if wanted in self.taken:
            plan.state = CONFLICT
            box = "account" if plan.row.texts["account"] else "phone"
            plan.row.wrongs[box] = _("đã là tên đăng nhập của người khác")
        elif person:
            plan.changes["account"] = ("", wanted)


def plan(
    rows: Sequence[Row], *, unit: Unit, by: Any, answers: Answers | None = None, options: Any = None
) -> list[Plan]:
    """Who would be added or changed at or below this unit."""
    return _Planner(unit, by, answers or {}, options or {}).plan(rows)

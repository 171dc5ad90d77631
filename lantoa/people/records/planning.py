"""The rows of a list against the records that are there, and against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.exchange import (
    ANOTHER,
    CHANGED,
    CONFLICT,
    NEW,
    SAME,
    UNREADABLE,
    Alike,
    Answers,
    Plan,
)
from lantoa.foundation.tables import Row, unguard
from lantoa.foundation.text import fold
from lantoa.organisation.models import Unit
from lantoa.people.records import writing
from lantoa.people.records.cells import comparable, same

if TYPE_CHECKING:
    from lantoa.people.records.declared import Records

TRIED = 500  # so many rows are tried out in the request; the others when they are written
SUM = re.compile(r"(tong )?cong\b.*|tong( so)?\b.*")


class Planner:
    """One list, looked at once. A fixed number of questions to the database, whatever the rows."""

    def __init__(self, declared: Records, unit: Unit, by: Any, answers: Answers) -> None:
        self.declared, self.unit, self.by, self.answers = declared, unit, by, answers
        self.links = declared.links(unit, by)
        self.known = {record.pk: record for record in declared.within(unit, by)}

    def plan(self, rows: Sequence[Row]) -> list[Plan]:
        self.declared.prepare(self.links, rows, list(self.known.values()))
        self.by_key: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
        for record in filter(self.declared.stands, self.known.values()):
            self.by_key[self._key_of(record)].append(record)
        plans = [Plan(row, values=dict(row.values)) for row in rows]
        self.first: dict[Any, Plan] = {}
        self.taken: set[int] = set()
        for plan in plans:
            self._read(plan)
        for plan in sorted(
            plans, key=lambda one: not one.values.get("id")
        ):  # those that say which come first
            self._judge(plan)
        if len([one for one in plans if one.will_write]) <= TRIED:
            writing.try_out(self.declared, plans, self.links, self.known, self.by)
        return plans

    def _key_of(self, record: Any) -> tuple[Any, ...]:
        cells = {cell.code: cell for cell in self.declared.cells}
        return tuple(comparable(cells[code].value(record)) for code in self.declared.key)

    def _read(self, plan: Plan) -> None:
        """Cells that point to other tables, and those that the action would write tidier than they were typed."""
        for cell in self.declared.cells:
            if cell.tidy and plan.values[cell.code]:
                plan.values[cell.code] = cell.tidy(plan.values[cell.code])
            if cell.code not in self.links or cell.code in plan.row.wrongs:
                continue
            try:
                plan.values[cell.code] = self.links[cell.code].read(
                    unguard(plan.row.texts[cell.code]), plan.values
                )
            except BadInput as bad:
                plan.values[cell.code], plan.row.wrongs[cell.code] = None, str(bad)

    def _judge(self, plan: Plan) -> None:
        if self._is_no_record(plan):
            plan.state, plan.said = (
                UNREADABLE,
                _("Có vẻ là dòng cộng hoặc dòng ghi chú, không phải một bản ghi."),
            )
            return
        record = self._named(plan)
        if record is not None:  # what the row leaves empty stands already
            for cell in self.declared.cells:
                if not plan.row.texts[cell.code]:
                    plan.row.wrongs.pop(cell.code, None)
        if plan.row.wrongs:
            plan.state = CONFLICT
            return
        record = record or self._same(plan)
        if plan.state == CONFLICT:
            return
        if record is None:
            plan.state = NEW
        else:
            self.taken.add(record.pk)
            self._known(plan, record)

    def _is_no_record(self, plan: Plan) -> bool:
        texts = plan.row.texts
        if texts["id"]:
            return False
        required = [cell.code for cell in self.declared.cells if cell.column.required]
        first = next((text for text in texts.values() if text), "")
        return not any(texts[code] for code in required) or bool(
            SUM.fullmatch(fold(first)) and not all(texts[code] for code in required)
        )

    def _named(self, plan: Plan) -> Any:
        """By its code."""
        typed = plan.row.texts["id"].strip()
        if not typed:
            return None
        digits = typed.upper().removeprefix(self.declared.prefix)
        record = self.known.get(int(digits)) if digits.isascii() and digits.isdecimal() else None
        if record is None:
            plan.row.wrongs["id"] = _("không có dòng nào mang mã này trong phạm vi của đồng chí")
        elif self.first.setdefault(record.pk, plan) is not plan:
            plan.row.wrongs["id"] = _("trùng mã với dòng %s") % self.first[record.pk].row.number
            return None
        return record

    def _same(self, plan: Plan) -> Any:
        """By its key; what is only near is asked about."""
        key = tuple(comparable(plan.values[code]) for code in self.declared.key)
        near = [record for record in self.by_key.get(key, []) if record.pk not in self.taken]
        if self.declared.is_natural:
            if self.first.setdefault(key, plan) is not plan:
                plan.state = CONFLICT
                plan.said = _("Trùng với dòng %s của bảng này.") % self.first[key].row.number
                return None
            return near[0] if near else None
        if equal := next((record for record in near if not self._differing(plan, record)), None):
            return equal
        return self._answered(plan, near) if near else self._twin(plan)

    def _twin(self, plan: Plan) -> Any:
        """The same row twice in one table may be two gifts or one written down twice."""
        said = tuple(comparable(plan.values[cell.code]) for cell in self.declared.cells)
        first = self.first.setdefault(said, plan)
        if first is plan or self.answers.get(plan.row.number) == ANOTHER:
            return None
        number = first.row.number
        plan.state, plan.said = CONFLICT, _("Giống hệt dòng %s của bảng này.") % number
        facts = [(cell.column.label, "", first.row.texts[cell.code]) for cell in self.declared.cells]
        plan.alike = [Alike(0, _("Dòng %s") % number, facts)]
        return None

    def _answered(self, plan: Plan, near: Sequence[Any]) -> Any:
        answer = self.answers.get(plan.row.number, "")
        if answer == ANOTHER:
            return None
        if chosen := next((one for one in near if str(one.pk) == answer), None):
            return chosen
        plan.state, plan.said = CONFLICT, _("Gần giống một dòng đã ghi.")
        plan.alike = [Alike(one.pk, self.declared.coded(one.pk), self._facts(plan, one)) for one in near[:5]]
        return None

    def _facts(self, plan: Plan, record: Any) -> list[tuple[Any, str, str]]:
        told = self.declared.told(record, self.links)
        return [
            (cell.column.label, plan.row.texts[cell.code], told[cell.code])
            for cell in self.declared.cells
            if told[cell.code] or plan.row.texts[cell.code]
        ]

    def _differing(self, plan: Plan, record: Any) -> list[Any]:
        """The cells that are filled and say otherwise. An empty cell never empties what is known."""
        return [
            cell
            for cell in self.declared.cells
            if not cell.only_out
            and plan.row.texts[cell.code]
            and not same(cell.value(record), plan.values[cell.code])
        ]

    def _known(self, plan: Plan, record: Any) -> None:
        plan.match = record.pk
        told = self.declared.told(record, self.links)
        differing = self._differing(plan, record)
        for cell in differing:
            value = plan.values[cell.code]
            after = self.links[cell.code].shown(value) if cell.code in self.links else cell.shown(value)
            plan.changes[cell.code] = (told[cell.code], after)
        fixed = [cell for cell in differing if cell.is_set_once or self.declared.change is None]
        plan.state = CHANGED if plan.changes else SAME
        if fixed:
            plan.state, plan.changes = CONFLICT, {}
            said = _("Đang ghi khác ở: %s. Danh sách không đổi được; sửa ở trang của dòng ấy.")
            plan.said = said % ", ".join(
                f"{str(cell.column.label).lower()} ({told[cell.code] or _('trống')})" for cell in fixed
            )

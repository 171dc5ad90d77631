"""The day the districts ended: four provinces of today, seven before, 955 communes that became 340.

`data/units_1_7_2025.csv` says which commune became which (from the public project vietnamadminunits, MIT). Cells,
members and papers below are invented. Founded by an imported list, reorganised by one pasted decision a province.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from pathlib import Path

import pytest
from django.utils import timezone

from lantoa.foundation.tables import find_heading, read_rows, read_text
from lantoa.organisation import actions as organisation
from lantoa.organisation import exchange, queries
from lantoa.organisation.models import Heir, Placement, Unit, holds_on
from lantoa.people import actors
from lantoa.people.models import Membership
from lantoa.registrations.models import Registration
from lantoa.reorganising import carrying, decision
from tests.cast import person

pytestmark = [pytest.mark.django_db, pytest.mark.deep]
FACTS = Path(__file__).parent / "data" / "units_1_7_2025.csv"
SINCE, DAY = dt.date(2021, 1, 1), dt.date(2025, 7, 1)
EVE, TODAY = DAY - dt.timedelta(days=1), dt.date(2026, 11, 16)
SYSTEM = actors.system(TODAY)


def facts(province):
    return [row for row in csv.DictReader(FACTS.open(encoding="utf-8")) if row["province_after"] == province]


def imported(text, unit):
    grid = read_text(text)
    rows = read_rows(grid, find_heading(grid, exchange.COLUMNS), exchange.COLUMNS)
    plans = exchange.plan(rows, unit=unit, by=SYSTEM)
    assert {plan.state for plan in plans} == {"new"}, [
        (p.said, p.row.wrongs) for p in plans if p.state != "new"
    ][:3]
    exchange.write(plans, unit=unit, by=SYSTEM)


def founded(rows, top):
    """Provinces, districts, communes and a cell in each, as four lists; gives the code of each commune of before."""
    head, day = "Tên đơn vị\tTrực thuộc\tMã\tThành lập từ ngày\n", SINCE.strftime("%d/%m/%Y")
    provinces = dict.fromkeys(row["province_before"] for row in rows)
    districts = dict.fromkeys((row["province_before"], row["district_before"]) for row in rows)
    names = ("province_before", "district_before", "commune_before")
    communes = dict.fromkeys(tuple(row[name] for name in names) for row in rows)
    codes = {one: f"x-{n}" for n, one in enumerate(communes)}
    of_district = {one: f"h-{n}" for n, one in enumerate(districts)}
    imported(head + "\n".join(f"{name}\t\tt-{n}\t{day}" for n, name in enumerate(provinces)), top)
    imported(head + "\n".join(f"{d}\t{p}\t{code}\t{day}" for (p, d), code in of_district.items()), top)
    imported(
        head + "\n".join(f"{c}\t{of_district[p, d]}\t{code}\t{day}" for (p, d, c), code in codes.items()), top
    )
    cells = [f"Chi bộ thôn {n}\t{code}\t\t{day}" for code in codes.values() for n in (1, 2)]
    imported(head + "\n".join(cells), top)
    return codes, of_district


def pasted(rows, codes, of_district, province):
    lines = ["Đơn vị hiện nay\tViệc\tĐơn vị sau sắp xếp\tTrực thuộc"]
    lines += [f"{name}\t\t{province}" for name in dict.fromkeys(row["province_before"] for row in rows)]
    lines += [f"{code}\tGiải thể\t{province}" for code in of_district.values()]
    key = ("province_before", "district_before", "commune_before")
    lines += [f"{codes[tuple(row[k] for k in key)]}\t\t{row['commune_after']}\t{province}" for row in rows]
    return read_text("\n".join(lines))


def people_and_papers():
    """A member in every cell, and a paper that waits in every tenth."""
    for number, cell in enumerate(Unit.objects.filter(level="cell").order_by("pk")):
        who = person(f"Người thứ {number}", cell, starts=SINCE)
        if number % 10 == 0:
            Registration.objects.create(
                code=f"ĐK-{number}",
                person=who,
                unit=cell,
                sent_to=cell,
                year=2025,
                status="submitted",
                registered_on=SINCE,
                submitted_at=timezone.now(),
            )


@pytest.mark.parametrize("province", ["Tỉnh Cao Bằng", "Tỉnh Tuyên Quang", "Tỉnh Khánh Hòa", "Tỉnh Đồng Nai"])
def test_every_commune_is_right_on_both_sides_of_the_day_and_nobody_is_without_a_home(province):
    top = organisation.found(
        name="Trung ương", parent=None, kind="party", level="central", on=SINCE, by=SYSTEM
    )
    rows = facts(province)
    codes, of_district = founded(rows, top)
    people_and_papers()
    told = decision.read(pasted(rows, codes, of_district, province), top, DAY)
    assert told.wrong == []
    answers = {
        place.unit_id: told.becomes[unit][number % len(told.becomes[unit])]
        for unit, places in decision.below(told, DAY).items()
        for number, place in enumerate(places)
    }
    carrying.carry_out(told, top=top, on=DAY, by=SYSTEM, answers=answers, decision="76/2025/UBTVQH15")
    _before_is_as_it_was(rows, top)
    _after_is_as_the_facts_say(rows, top, codes, province)
    _everybody_has_a_home(top)


def _names(top, day):
    places = list(queries.subtree(top, day))
    name_of = {place.unit_id: place.name for place in places}
    return places, name_of


def _before_is_as_it_was(rows, top):
    places, name_of = _names(top, EVE)
    communes = {(name_of[p.parent_id], p.name) for p in places if len(p.path) == 16}
    assert communes == {(row["district_before"], row["commune_before"]) for row in rows}


def _after_is_as_the_facts_say(rows, top, codes, province):
    places, name_of = _names(top, DAY)
    below = {p.name for p in places if p.parent_id and name_of[p.parent_id] == province}
    assert below == {row["commune_after"] for row in rows}
    assert len([p for p in places if len(p.path) == 8]) == 1 and max(len(p.path) for p in places) == 16
    became = defaultdict(set)
    for row in rows:
        became[row["province_before"], row["district_before"], row["commune_before"]].add(
            row["commune_after"]
        )
    heirs = queries.heirs_of(
        set(Unit.objects.filter(code__in=codes.values()).values_list("pk", flat=True)), DAY
    )
    pk_of = dict(Unit.objects.filter(code__in=codes.values()).values_list("code", "pk"))
    for one, code in codes.items():
        assert name_of[heirs[pk_of[code]]] in became[one], one


def _everybody_has_a_home(top):
    standing = set(queries.subtree(top, DAY).values_list("unit_id", flat=True))
    cells = set(Unit.objects.filter(level="cell").values_list("pk", flat=True))
    assert cells <= standing
    parents = dict(Placement.objects.on(DAY).filter(unit__in=cells).values_list("unit_id", "parent_id"))
    assert set(parents.values()) <= standing
    assert Membership.objects.on(DAY).filter(unit__in=standing).count() == len(cells)
    homes = dict(Heir.objects.filter(holds_on(DAY)).values_list("unit_id", "heir_id"))
    assert all(homes[paper.sent_to_id] in standing for paper in Registration.objects.waiting())
    assert queries.within(Membership.objects.on(DAY), top, on=DAY).count() == len(cells)

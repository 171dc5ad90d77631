"""Article 3: three years of Conclusion 01 in the Khối of a province's agencies, with its 66 organisations.

The article names few of the organisations; the others are numbered and marked as illustration. Single gifts, classes
and awards are invented so that the stated totals follow from them.
"""

from __future__ import annotations

import datetime as dt

from lantoa.demo.records import Builder
from lantoa.demo.stated import REPORTS
from lantoa.demo.units import ILLUSTRATION
from lantoa.organisation.models import Unit
from lantoa.outreach.models import Campaign, Donation, Work

ROOT, PERIOD = REPORTS["khanh-hoa"]
SINCE, TODAY = dt.date(2020, 7, 1), dt.date(2024, 6, 30)

NAMED = ["Đảng bộ Báo Khánh Hòa", "Chi bộ Ban Nội chính Tỉnh ủy"]
ORGANISATIONS, DONORS, GIVERS, HOUSES = 66, 56, 7, 28
# Attended of summoned, class by class: the smallest is 98,53 %, so "always over 98,5 %" is true.
CLASSES = [
    (dt.date(2021, 7, 15), "Kết luận số 01-KL/TW", 3_400, 3_366),
    (dt.date(2022, 1, 20), "Chuyên đề năm 2022", 3_420, 3_392),
    (dt.date(2022, 8, 18), "Chuyên đề toàn khóa", 3_400, 3_350),
    (dt.date(2023, 2, 10), "Chuyên đề năm 2023", 3_380, 3_345),
    (dt.date(2023, 9, 14), "Nghị quyết Trung ương tám khóa XIII", 3_395, 3_358),
    (dt.date(2024, 1, 25), "Chuyên đề năm 2024", 3_410, 3_379),
]


def load(build: Builder) -> None:
    """The Khối, its organisations, and three years of records."""
    root = build.unit("Đảng bộ Khối các cơ quan tỉnh Khánh Hòa", None, "superior", code=ROOT)
    units = [build.unit(name, root, "grassroots") for name in NAMED]
    for number in range(len(NAMED) + 1, ORGANISATIONS + 1):
        units.append(build.unit(f"Tổ chức cơ sở đảng số {number:02d} {ILLUSTRATION}", root, "grassroots"))
    for unit in units:
        build.members(unit, 3)
    build.officer(root, "khanhhoa")
    _study(build, root)
    _charity(build, root, units)
    _awards(build, root, units)
    build.say_rounded("study.least_attendance", root, "0.5")
    build.say_rounded("outreach.money", root, "1000000000")


def _study(build: Builder, root: Unit) -> None:
    for held_on, topic, summoned, attended in CLASSES:
        build.study_class(root, held_on, topic, summoned=summoned, attended=attended)


def _charity(build: Builder, root: Unit, units: list[Unit]) -> None:
    """56 organisations and 7 persons; 2.953 million đồng in all; 28 new houses."""
    campaign = Campaign.objects.create(
        name="Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo",
        launched_by=root,
        starts=dt.date(2021, 6, 1),
    )
    million = 1_000_000
    for number, unit in enumerate(units[:DONORS]):
        amount = (45 + number % 11) * million
        Donation.objects.create(
            campaign=campaign,
            unit=unit,
            donor_kind="collective",
            amount=amount,
            given_on=dt.date(2021 + number % 3, 1 + number % 12, 5) if number % 3 else dt.date(2021, 9, 5),
        )
    given = sum(d.amount for d in Donation.objects.filter(campaign=campaign))
    rest, share = 2_953 * million - given, (2_953 * million - given) // GIVERS
    for number in range(GIVERS):
        Donation.objects.create(
            campaign=campaign,
            unit=units[number],
            donor_kind="individual",
            person=build.person(),
            amount=share if number else rest - share * (GIVERS - 1),
            given_on=dt.date(2023, 3 + number, 12),
        )
    for number in range(HOUSES):
        Work.objects.create(
            unit=units[number % DONORS],
            campaign=campaign,
            kind="house",
            build="new",
            name=f"Nhà số {number + 1} {ILLUSTRATION}",
            funded_by=campaign.name,
            handed_over_on=dt.date(2021 + number % 3, 10, 1 + number)
            if number % 3 != 2
            else dt.date(2023, 11, 1 + number),
        )


def _awards(build: Builder, root: Unit, units: list[Unit]) -> None:
    """At the three-year review: 12 collectives and 10 persons; 2 and 3 nominated to the level above."""
    build.awards(
        root, units[:12], 10, occasion="Sơ kết 3 năm thực hiện Kết luận số 01-KL/TW", on=dt.date(2024, 5, 17)
    )
    build.nominations(root, units[12:14], 3, on=dt.date(2024, 5, 20))

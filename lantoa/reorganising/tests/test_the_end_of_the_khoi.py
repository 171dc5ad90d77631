"""The year in which the Khối committee ended: its organisations went to two new committees, its figures stayed.

From the three-year review of the Đảng bộ Khối các cơ quan tỉnh Khánh Hòa (2024): 66 organisations, of which 56 and 7
persons gave nearly 3 billion đồng, 28 houses built. That it ended in 2025, and that committees of the Party bodies and
of the People's Committee took over, is public; which organisation went where, the day, cells and people are invented.
"""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.figures.catalogue import measure as measure_called
from lantoa.figures.counting import figure, records_of
from lantoa.foundation.dates import Period
from lantoa.foundation.models import Event
from lantoa.foundation.tables import read_text
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries
from lantoa.organisation.models import Unit
from lantoa.outreach import actions as outreach
from lantoa.outreach.models import Donation
from lantoa.people import actors
from lantoa.people.models import Account, Grant, Membership, Post, Title
from lantoa.reorganising import carrying, decision
from tests.cast import person

pytestmark = pytest.mark.django_db
SINCE, DAY, TODAY = dt.date(2021, 5, 18), dt.date(2025, 3, 1), dt.date(2026, 11, 16)
REVIEWED = Period(SINCE, dt.date(2024, 7, 1))
FOUR_YEARS = Period(dt.date(2021, 1, 1), dt.date(2025, 1, 1))
YEAR_2025 = Period.year(2025)
SYSTEM = actors.system(TODAY)
ORGANISATIONS, THAT_GAVE, PERSONS, HOUSES, NEARLY = 66, 56, 7, 28, 2_950_000_000
PARTY, STATE = "Đảng bộ các cơ quan Đảng tỉnh", "Đảng bộ Ủy ban nhân dân tỉnh"
KHOI = "Đảng bộ Khối các cơ quan tỉnh"
MEASURES = ("outreach.money", "outreach.individual_donors", "outreach.houses_built", "outreach.works")


class Story:
    """The province, the Khối with its 66 organisations, what they gave and built."""

    def __init__(self, organisations: int = 8) -> None:
        self.province = self._found("Đảng bộ tỉnh Khánh Hòa", None, "province")
        self.khoi = self._found(KHOI, self.province, "superior")
        names = [f"Đảng bộ cơ quan {n}" for n in range(1, organisations + 1)]
        self.all = [self._found(name, self.khoi, "grassroots") for name in names]
        self.members = [person(f"Người thứ {n}", unit, starts=SINCE) for n, unit in enumerate(self.all, 1)]
        self.head = person("Nguyễn Văn Hải", None)
        held = {"unit": self.khoi, "role": "committee", "reach": "subtree", "is_head": True, "starts": SINCE}
        Post.objects.create(person=self.head, title=Title.objects.create(name="Bí thư Đảng ủy Khối"), **held)
        self.campaign = outreach.launch_campaign(
            name="Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo",
            unit=self.khoi,
            starts=SINCE,
            by=SYSTEM,
        )

    def _found(self, name: str, parent: Unit | None, level: str) -> Unit:
        return organisation.found(name=name, parent=parent, kind="party", level=level, on=SINCE, by=SYSTEM)

    def give(self, unit: Unit, amount: int, day: dt.date, **donor: object) -> Donation:
        given = {"unit": unit, "given_on": day, "amount": amount, "by": SYSTEM}
        return outreach.record_donation(self.campaign, **given, **donor)

    def build(self, unit: Unit, day: dt.date) -> None:
        outreach.record_work(unit=unit, kind="house", name="Nhà tình nghĩa", handed_over_on=day, by=SYSTEM)

    def first_three_years(self) -> None:
        """What the review of 2024 tells."""
        each = NEARLY // (THAT_GAVE + PERSONS)
        for n, unit in enumerate(self.all[:THAT_GAVE]):
            self.give(unit, each, dt.date(2021 + n % 3, 6, 1))
        for n in range(PERSONS - 1):
            donor = {"donor_kind": "individual", "person": self.members[n]}
            self.give(self.all[n], each, dt.date(2022, 6, 1), **donor)
        left = NEARLY - each * (THAT_GAVE + PERSONS - 1)
        donor = {"donor_kind": "individual", "person": self.members[PERSONS - 1]}
        self.give(self.all[PERSONS - 1], left, dt.date(2022, 6, 1), **donor)
        for n in range(HOUSES):
            self.build(self.all[n], dt.date(2022 + n % 2, 9, 1))

    def end(self) -> None:
        """One pasted decision: the odd ones go to the Party bodies, the even ones to the People's Committee."""
        lines = [
            "Đơn vị hiện nay\tViệc\tĐơn vị sau sắp xếp\tTrực thuộc\tNhận hồ sơ",
            f"{KHOI}\tChia tách\t{PARTY}\tĐảng bộ tỉnh Khánh Hòa\tx",
            f"{KHOI}\tChia tách\t{STATE}\tĐảng bộ tỉnh Khánh Hòa\t",
        ]
        told = decision.read(read_text("\n".join(lines)), self.province, DAY)
        assert told.wrong == []
        party, state = told.becomes[self.khoi.pk]
        answers = {unit.pk: (party, state)[n % 2] for n, unit in enumerate(self.all)}
        carrying.carry_out(
            told,
            top=self.province,
            on=DAY,
            by=SYSTEM,
            answers=answers,
            decision="1188-QĐ/TU",
            decision_date=dt.date(2025, 2, 20),
        )
        self.party, self.state = (Unit.objects.get(code=code) for code in CODES)


CODES = ("dang-bo-cac-co-quan-dang-tinh", "dang-bo-uy-ban-nhan-dan-tinh")


def count(code: str, unit: Unit, period: Period, *, on: dt.date | None = None, tree: str = "now") -> int:
    return int(figure(code, unit=unit, period=period, on=on, tree=tree).value or 0)


def giving(story: Story) -> tuple[int, int]:
    """How many of the Khối's organisations gave, of how many."""
    told = figure("outreach.donating_units", unit=story.khoi, period=REVIEWED)
    return int(told.numerator or 0), int(told.denominator or 0)


def then(code: str, unit: Unit, period: Period) -> int:
    return count(code, unit, period, tree="then")


def test_the_figures_of_2021_to_2024_stay_what_they_were():
    story = Story(ORGANISATIONS)
    story.first_three_years()
    before = {code: count(code, story.khoi, REVIEWED) for code in MEASURES}
    assert before == {
        "outreach.money": NEARLY,
        "outreach.individual_donors": PERSONS,
        "outreach.houses_built": HOUSES,
        "outreach.works": HOUSES,
    }
    assert giving(story) == (THAT_GAVE, ORGANISATIONS)
    story.end()
    assert {code: count(code, story.khoi, REVIEWED) for code in MEASURES} == before
    assert {code: then(code, story.khoi, FOUR_YEARS) for code in MEASURES} == before
    assert giving(story) == (THAT_GAVE, ORGANISATIONS)
    assert queries.name_of(story.khoi, dt.date(2024, 6, 1)) == KHOI
    # By the tree of today the same past belongs to the two that go on, and nothing is lost or told twice.
    for code in MEASURES:
        split = [count(code, unit, FOUR_YEARS, on=TODAY) for unit in (story.party, story.state)]
        assert sum(split) == before[code] and all(split)
        assert count(code, story.province, FOUR_YEARS, on=TODAY) == before[code]


def test_the_figures_of_2025_split_on_the_day():
    story = Story()
    story.give(story.all[0], 1_000_000, dt.date(2025, 1, 15))  # goes to the Party bodies
    story.give(story.all[1], 2_000_000, dt.date(2025, 2, 28))  # the eve; goes to the People's Committee
    story.give(
        story.khoi, 4_000_000, dt.date(2025, 2, 1)
    )  # of the Khối itself: to the one that takes its records
    story.end()
    story.give(story.all[0], 10_000_000, DAY)
    story.give(story.all[1], 20_000_000, dt.date(2025, 12, 31))
    money = "outreach.money"
    assert then(money, story.khoi, YEAR_2025) == 7_000_000
    assert then(money, story.party, YEAR_2025) == 10_000_000
    assert then(money, story.state, YEAR_2025) == 20_000_000
    assert then(money, story.province, YEAR_2025) == 37_000_000
    assert count(money, story.party, YEAR_2025, on=TODAY) == 15_000_000
    assert count(money, story.state, YEAR_2025, on=TODAY) == 22_000_000
    leaves = sum(records_of(measure_called(money), unit, YEAR_2025, on=TODAY).count() for unit in story.all)
    assert leaves == 4, "and one gift was the Khối's own"


def test_people_keep_their_history_and_nobody_is_without_a_home():
    story = Story()
    donor = {"donor_kind": "individual", "person": story.members[0]}
    gift = story.give(story.all[0], 500_000, dt.date(2022, 6, 1), **donor)
    story.end()
    now = Membership.objects.on(TODAY)
    for unit, who in zip(story.all, story.members, strict=True):
        assert now.get(person=who).unit == unit and now.get(person=who).starts == SINCE
    for unit, parent in zip(story.all, [story.party, story.state] * 4, strict=True):
        assert queries.is_under(unit, parent, TODAY) and queries.is_under(
            unit, story.khoi, DAY - dt.timedelta(1)
        )
    post = Post.objects.get(person=story.head)
    assert (post.unit, post.starts, post.ends) == (story.khoi, SINCE, DAY), "the post ended with the Khối"
    assert not Post.objects.on(DAY).filter(unit__in=[story.party, story.state]).exists()
    assert Event.objects.filter(verb="outreach.donation.recorded", unit_name="Đảng bộ cơ quan 1").exists()
    assert gift.unit == story.all[0] and queries.is_under(gift.unit, story.party, TODAY)


def test_the_administrator_pastes_it_and_names_who_heads_the_two():
    story = Story()
    who = person("Phan Thị Ngân", None)
    held = {"unit": story.province, "role": "administrator", "reach": "subtree", "starts": SINCE}
    Post.objects.create(person=who, **held)
    account = Account.objects.create(person=who, sign_in_name="ngan", password="!")
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    rows = [f"{KHOI}\t{PARTY}\tx", f"{KHOI}\t{STATE}\t"]
    typed = {
        "text": "\n".join(["Đơn vị hiện nay\tĐơn vị sau sắp xếp\tNhận hồ sơ", *rows]),
        "on": "01/03/2025",
        "decision": "1188-QĐ/TU",
        "decision_date": "20/02/2025",
    }
    url = reverse("reorganising:table", args=[story.province.code])
    said = client.post(url, typed | {"viec": "xem"}).content.decode()
    assert "Bí thư Đảng ủy Khối" in said and said.count("dung-dau-") == 2
    key = decision.normal(PARTY) + "|"
    chosen = {f"con-lai-{story.khoi.pk}": key, f"dung-dau-{CODES[0]}": str(story.head.pk)}
    client.post(url, typed | chosen | {"viec": "ghi"})
    assert Grant.objects.get().unit == Unit.objects.get(code=CODES[0])

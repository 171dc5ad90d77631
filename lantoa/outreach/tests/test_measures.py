"""The numbers of charity, opinions and news, and the list behind each."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.figures.children import by_child
from lantoa.figures.counting import figure, records_of
from lantoa.figures.models import Rounding
from lantoa.foundation.dates import Period
from lantoa.outreach import actions
from lantoa.outreach.measures import MEASURES
from lantoa.outreach.models import Donation
from tests.examples import examples

YEAR = Period.year(2026)
DAY = dt.date(2026, 5, 19)


def count(code, unit, period=YEAR, **more):
    return figure(f"outreach.{code}", unit=unit, period=period, **more)


def test_donating_organisations_over_all_of_them(cast, campaign):
    give = {"given_on": DAY, "by": cast.officer, "amount": 1000}
    actions.record_donation(campaign, unit=cast.cell, **give)
    actions.record_donation(campaign, unit=cast.other_cell, **give)
    actions.record_donation(
        campaign, unit=cast.far_cell, donor_kind="individual", donor_name="Giàng A Páo", **give
    )
    found = count("donating_units", cast.province)
    assert found.show() == "1/2 tổ chức đảng" and found.share == Decimal("50.00")
    actions.record_donation(campaign, unit=cast.far_cell, in_kind="chăn", given_on=DAY, by=cast.officer)
    assert count("donating_units", cast.province).show() == "2/2 tổ chức đảng"


def test_a_person_who_gives_twice_is_one_donor(cast, campaign):
    give = {"given_on": DAY, "by": cast.officer, "amount": 1000, "donor_kind": "individual"}
    for unit in (cast.cell, cast.cell, cast.far_cell):
        actions.record_donation(campaign, unit=unit, person=cast.member.person, **give)
    actions.record_donation(campaign, unit=cast.cell, donor_name="Lò Thị Khách", **give)
    assert count("individual_donors", cast.province).show() == "2 cá nhân"
    assert count("individual_donors", cast.far).value == 1


def test_money_is_said_the_way_the_unit_says_it(cast, campaign):
    give = {"given_on": DAY, "by": cast.officer}
    actions.record_donation(campaign, unit=cast.cell, amount=2_900_000_000, **give)
    person = {"donor_kind": "individual", "donor_name": "Lò Thị Khách"}
    actions.record_donation(campaign, unit=cast.cell, amount=53_000_000, **person, **give)
    actions.record_donation(campaign, unit=cast.cell, in_kind="gạo", **give)
    assert count("money", cast.province).show() == "2.953.000.000 đồng"
    Rounding.objects.create(unit=cast.province, code="outreach.money", step=10**9)
    assert count("money", cast.province).show() == "gần 3.000.000.000 đồng"
    assert count("money", cast.province, split=("donor", "individual")).exact == 53_000_000
    assert count("gifts_in_kind", cast.province).value == 1


def test_only_new_houses_handed_over_in_the_period(cast):
    build = {"unit": cast.cell, "kind": "house", "name": "Nhà", "by": cast.secretary}
    actions.record_work(handed_over_on=DAY, **build)
    actions.record_work(handed_over_on=DAY, build="repair", **build)
    actions.record_work(handed_over_on=dt.date(2025, 12, 31), **build)
    actions.record_work(**build)
    assert count("houses_built", cast.province).show() == "1 căn"
    assert count("works", cast.province).value == 2
    assert count("works", cast.province, split=("build", "repair")).value == 1


def test_opinions_by_channel_and_source_add_up(cast):
    for channel, source, many in (("direct", "people", 3), ("survey", "people", 2), ("survey", "agency", 1)):
        actions.receive_opinions(
            [f"Ý {n}" for n in range(many)],
            unit=cast.cell,
            received_on=DAY,
            by=cast.secretary,
            channel=channel,
            source=source,
        )
    whole = count("opinions", cast.province).value
    for name, split in next(m for m in MEASURES if m.code == "outreach.opinions").splits.items():
        assert (
            sum(count("opinions", cast.province, split=(name, part)).value for part in split.parts)
            == whole
            == 6
        )


def test_over_550_opinions_is_said_as_over_550(cast):
    for start in (0, 277):
        actions.receive_opinions(
            [f"Ý kiến {n}" for n in range(start, start + 277)],
            unit=cast.cell,
            received_on=DAY,
            by=cast.secretary,
        )
    Rounding.objects.create(unit=cast.province, code="outreach.opinions", step=50)
    assert count("opinions", cast.province).show() == "trên 550 ý kiến"


def test_an_opinion_counts_as_resolved_in_the_period_it_was_resolved(cast):
    one, _open = actions.receive_opinions(
        ["Một", "Hai"], unit=cast.cell, received_on=dt.date(2025, 12, 1), by=cast.secretary
    )
    actions.resolve_opinion(one, outcome="Xong", on=DAY, by=cast.secretary)
    assert count("opinions", cast.cell).value == 0
    assert count("opinions_resolved", cast.cell).value == 1
    assert count("opinions_resolved", cast.cell, Period.year(2025)).value == 0


def test_a_quarterly_column_is_one_column_in_every_quarter(cast):
    publish = {"unit": cast.cell, "outlet": "Bản tin tư pháp", "by": cast.secretary}
    actions.record_article(kind="column", title="Học Bác", published_on=dt.date(2025, 1, 5), **publish)
    actions.record_article(kind="news", title="Tin", published_on=DAY, **publish)
    for text in ("2025-Q1", "2025-Q4", "2026-Q2", "2026"):
        assert count("columns", cast.province, Period.parse(text)).show() == "1 chuyên mục"
    assert count("columns", cast.province, Period.year(2024)).value == 0
    assert count("articles", cast.province).value == 1


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.code)
def test_every_number_opens_its_list_and_names_its_columns(cast, campaign, measure):
    page = cast.client("officer").get(f"/so-lieu/{measure.code}/?ky=2026")
    assert page.status_code == 200
    assert str(measure.how_counted) in page.content.decode()


@settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["cell", "other_cell", "far_cell", "commune"]),
            st.integers(1, 10**9),
            st.booleans(),
        )
    )
)
def test_money_of_the_parts_is_money_of_the_whole(cast, campaign, gifts):
    Donation.objects.all().delete()
    for place, amount, struck in gifts:
        gift = actions.record_donation(
            campaign, unit=getattr(cast, place), given_on=DAY, amount=amount, by=cast.officer
        )
        if struck:
            actions.strike_out(gift, reason="Nhầm", by=cast.officer)
    standing = sum(amount for _place, amount, struck in gifts if not struck)
    assert count("money", cast.province).exact == standing
    parts = by_child("outreach.money", unit=cast.province, period=YEAR)
    assert sum(found.exact for _place, found in parts.children) == standing
    money = next(m for m in MEASURES if m.code == "outreach.money")
    assert records_of(money, cast.commune, YEAR).count() == sum(
        place != "far_cell" and not struck for place, _amount, struck in gifts
    )

"""How commendations are spread: for those who decide, without any order of persons; and what may be shown to all."""

import datetime as dt
import io

from python_calamine import CalamineWorkbook

from lantoa.commendations import actions, queries
from lantoa.commendations.tests.stories import collective, individual, recorded
from lantoa.organisation import actions as organisation

SINCE = dt.date(2023, 11, 16)


def without(cast, actor=None):
    return {one.unit for one in queries.cells_without(actor or cast.leader, SINCE)}


def test_leaders_and_others_are_counted_apart_by_their_posts_of_that_day(cast):
    recorded(
        cast,
        individual(cast.cell, cast.secretary.person),
        individual(cast.cell, cast.member.person),
        individual(cast.cell, name="Bà Lò Thị Canh"),
    )
    recorded(cast, individual(cast.cell, cast.member.person), number="16-QĐ/TU")
    found = queries.balance_of(cast.leader, 3)
    assert (found.leaders.occurrences, found.leaders.different) == (1, 1)
    assert (found.others.occurrences, found.others.different) == (2, 1)
    assert (found.only_named.occurrences, found.only_named.people) == (1, None)
    # In the cast everybody with a post heads something.
    assert found.leaders.people == 8 and found.others.people == 3


def test_each_place_says_what_was_recorded_and_a_silent_one_says_so(cast):
    recorded(cast, collective(cast.cell), individual(cast.cell, cast.member.person))
    places = {
        one.name: (one.collectives, one.individuals) for one in queries.balance_of(cast.leader, 3).places
    }
    assert places == {"Đảng bộ xã An Phú": (1, 1), "Đảng bộ xã Nậm Khao": (None, None)}
    (first, second) = queries.balance_of(cast.committee, 3).places
    assert {first.individuals, second.individuals} == {1, None}


def test_cells_with_none_for_three_years_are_named_the_young_ones_left_out(cast):
    young = organisation.found(
        name="Chi bộ mới",
        parent=cast.commune,
        kind="party",
        level="cell",
        on=dt.date(2025, 1, 1),
        by=cast.system,
    )
    assert without(cast) == {cast.cell, cast.other_cell, cast.far_cell}
    recorded(cast, individual(cast.cell, cast.member.person))
    recorded(cast, collective(cast.other_cell), number="1-QĐ/TU", decided_on=dt.date(2023, 11, 15))
    assert without(cast) == {cast.other_cell, cast.far_cell}
    assert without(cast, cast.committee) == {cast.other_cell}
    assert young not in without(cast) and queries.young_cells(cast.leader, SINCE).count() == 1
    struck = recorded(cast, collective(cast.far_cell), number="2-QĐ/TU").commendations.get()
    assert cast.far_cell not in without(cast)
    actions.strike_out(struck, reason="Nhầm", by=cast.leader)
    assert cast.far_cell in without(cast)


def test_the_page_names_cells_and_no_person(cast):
    recorded(cast, individual(cast.cell, cast.member.person), individual(cast.cell, cast.secretary.person))
    page = cast.client("leader").get("/khen-thuong/can-doi/").content.decode()
    assert "Chi bộ bản Pa Khao" in page and "3 năm chưa ghi khen thưởng" in page
    assert "Đỗ Thị Hương" not in page and "Nguyễn Thị Lan" not in page
    assert cast.client("leader").get("/khen-thuong/can-doi/?may-nam=x").status_code == 200
    book = cast.client("leader").get("/khen-thuong/can-doi/?xuat=xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book.content)).get_sheet_by_index(0).to_python()
    said = {value for row in rows for value in row}
    assert any(str(value).startswith("Chi bộ bản Pa Khao") for value in said) and "Theo nhóm" in said
    assert not said & {"Đỗ Thị Hương", "Nguyễn Thị Lan"}


def test_a_leap_day_looks_back_too():
    assert queries.years_before(dt.date(2028, 2, 29), 3) == dt.date(2025, 2, 28)


def test_a_commendation_is_shown_to_all_only_while_she_agrees(cast):
    decision = recorded(cast, individual(cast.cell, cast.member.person), collective(cast.far_cell))
    hers = decision.commendations.get(subject="individual")

    def shown():
        return "Đỗ Thị Hương" in cast.client("far_secretary").get("/khen-thuong/bieu-duong/").content.decode()

    assert not shown()
    actions.give_consent(hers, by=cast.member)
    assert shown()
    actions.revoke_consent(hers, by=cast.member)
    assert not shown()

"""A plan issued above asks those directly below for theirs; who has issued is seen down the tree."""

import datetime as dt
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.tests.forms import Form
from lantoa.programme import actions, late, printing, queries, rules, todo
from lantoa.programme.models import Plan

pytestmark = pytest.mark.django_db
YEAR = {"scope": "year", "starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}
BY = dt.date(2026, 1, 31)
LINES = [{"content": "Mỗi chi bộ sinh hoạt chuyên đề mỗi quý", "due": dt.date(2026, 12, 15), "axis": "party"}]


def issued(unit, by, day, *, number="1-KH", **more):
    """A plan of the year, signed that day."""
    return actions.record_issued_plan(
        unit=unit, by=by, number=number, issued_on=day, title="Kế hoạch năm 2026", **(YEAR | more)
    )


@pytest.fixture
def provincial(cast):
    """The province asks for plans by the end of January."""
    return issued(
        cast.province, cast.officer, dt.date(2025, 12, 20), number="44-KH/TU", lower_by=BY, tasks=LINES
    )


def asked(actor, day):
    return [(one.title, one.due) for one in todo.items(replace(actor, on=day))]


def test_only_those_directly_below_are_asked_and_a_cell_when_its_committee_has_issued(cast, provincial):
    (mine,) = asked(cast.committee, dt.date(2026, 1, 5))
    assert mine == ("Ban hành kế hoạch thực hiện kế hoạch số 44-KH/TU ngày 20/12/2025", BY)
    assert list(queries.owed(cast.cell, dt.date(2026, 1, 5))) == []
    issued(
        cast.commune, cast.committee, dt.date(2026, 1, 8), number="30-KH/ĐU", lower_by=dt.date(2026, 2, 15)
    )
    assert asked(cast.committee, dt.date(2026, 1, 9)) == []
    (cells,) = asked(cast.secretary, dt.date(2026, 1, 9))
    assert "30-KH/ĐU" in cells[0] and cells[1] == dt.date(2026, 2, 15)
    assert list(queries.owed(cast.far_cell, dt.date(2026, 1, 9))) == []


def test_who_has_issued_on_time_late_and_not_at_all(cast, provincial):
    issued(cast.commune, cast.committee, dt.date(2026, 2, 2), rests_on=[provincial])
    issued(cast.cell, cast.secretary, dt.date(2026, 2, 3))
    first, second = queries.answers_to(provincial, dt.date(2026, 3, 1))
    assert (first.unit, first.answered_on, first.below, first.below_issued) == (
        cast.commune,
        dt.date(2026, 2, 2),
        2,
        1,
    )
    assert second.unit == cast.far and second.answered_on is None
    told = [rules.how_issued(row.answered_on, BY, dt.date(2026, 3, 1)) for row in (first, second)]
    assert told == [rules.LATE, rules.OVERDUE]
    assert rules.how_issued(BY, BY, BY) == rules.ON_TIME
    assert rules.how_issued(None, BY, BY) == rules.WAITED_FOR


def test_of_a_day_before_the_office_only_a_paper_of_before_is_late():
    since, today = dt.date(2026, 11, 16), dt.date(2026, 11, 20)
    told = [rules.how_issued(day, BY, today, since) for day in (None, since, dt.date(2026, 3, 1), BY)]
    assert told == [rules.BEFORE, rules.BEFORE, rules.LATE, rules.ON_TIME]
    assert rules.how_issued(None, since, today, since) == rules.OVERDUE


def test_the_page_of_who_has_issued_is_for_those_over_all_that_is_below(cast, provincial):
    mine = issued(cast.commune, cast.committee, dt.date(2026, 1, 9), rests_on=[provincial])
    page = cast.client("officer").get(f"{provincial.get_absolute_url()}cap-duoi/").content.decode()
    assert "Đảng bộ xã Nậm Khao" in page and "quá hạn, chưa ban hành" in page and "đúng hạn" in page
    assert mine.get_absolute_url() in page and "0/2 đã ban" in page
    assert cast.client("committee").get(f"{provincial.get_absolute_url()}cap-duoi/").status_code == 404
    assert cast.client("officer").get(f"{mine.get_absolute_url()}cap-duoi/").status_code == 404


def test_a_plan_that_cites_another_answers_only_that_one(cast, provincial):
    other = issued(cast.province, cast.officer, dt.date(2026, 1, 3), number="45-KH/TU", lower_by=BY)
    issued(cast.commune, cast.committee, dt.date(2026, 1, 9), rests_on=[other])
    assert list(queries.owed(cast.commune, dt.date(2026, 1, 10))) == [provincial]


def test_the_lower_plan_takes_over_the_lines_and_says_where_they_come_from(cast, provincial):
    client, address = cast.client("committee"), f"/chuong-trinh/ke-hoach/moi/?tu={provincial.pk}"
    page = client.get(address).content.decode()
    assert "Mỗi chi bộ sinh hoạt chuyên đề mỗi quý" in page and "Kế hoạch số 44-KH/TU" in page
    more = {
        "title": "Kế hoạch năm 2026 của xã",
        "unit": cast.commune.code,
        "viec-1-content": "Việc riêng của xã",
    }
    Form(client, address).send(**more)
    plan = Plan.objects.get(unit=cast.commune)
    first, own = plan.tasks.all()
    assert first.origin == provincial.tasks.get() and first.axis == "party" and own.origin is None
    assert list(plan.rests_on.all()) == [provincial]


def test_no_plan_rests_on_that_of_a_neighbour_nor_on_a_draft(cast, provincial):
    draft = actions.draft_plan(unit=cast.province, by=cast.officer, title="Nháp", **YEAR)
    neighbours = issued(cast.far, cast.officer, dt.date(2026, 1, 9))
    for wrong in (draft, neighbours):
        with pytest.raises(BadInput, match="của cấp trên"):
            issued(cast.commune, cast.committee, dt.date(2026, 1, 9), rests_on=[wrong])


def test_a_line_of_another_plan_is_not_taken_for_the_superiors(cast, provincial):
    line = {"content": "Việc khác", "origin": str(provincial.tasks.get().pk)}
    plan = issued(cast.commune, cast.committee, dt.date(2026, 1, 9), tasks=[line])
    assert plan.tasks.get().origin is None


def test_the_day_for_those_below_lies_after_the_plan(cast):
    with pytest.raises(BadInput, match="sau ngày ban hành"):
        issued(cast.province, cast.officer, dt.date(2026, 1, 9), lower_by=dt.date(2026, 1, 9))


@pytest.mark.parametrize("day", [dt.date(2026, 2, 1), dt.date(2026, 6, 1), dt.date(2026, 11, 16)])
def test_units_that_owe_a_plan_are_late_in_every_month(cast, provincial, day):
    issued(cast.commune, cast.committee, BY)
    kind = next(late.late(day))
    assert cast.far in [place.unit for place in kind.things]
    assert cast.commune not in [place.unit for place in kind.things]


def test_nobody_is_late_on_the_last_day(cast, provincial):
    kind = next(late.late(BY))
    assert not kind.things.exists()


def test_who_writes_for_a_unit_directly_below_is_reminded_before_the_day(cast, provincial):
    (due,) = late.due(BY, BY, dt.date(2026, 1, 24))
    assert (due.person_id, due.unit_id) == (cast.committee.person.pk, cast.commune.pk)
    issued(cast.commune, cast.committee, dt.date(2026, 1, 9))
    assert list(late.due(BY, BY, dt.date(2026, 1, 24))) == []


def test_plans_in_time_are_counted_apart(cast, provincial):
    issued(cast.commune, cast.committee, BY, rests_on=[provincial])
    issued(cast.far, cast.officer, dt.date(2026, 2, 1), rests_on=[provincial])
    counted = counting.figure("programme.plans_on_time", unit=cast.province, period=Period.year(2026))
    assert counted.value == 1


def test_the_paper_names_its_bases_and_has_the_headings_of_such_a_plan(cast, provincial):
    mine = issued(
        cast.commune,
        cast.committee,
        dt.date(2026, 1, 9),
        number="30-KH/ĐU",
        rests_on=[provincial],
        other_bases="Hướng dẫn số 16-HD/BTGTU ngày 12/12/2025",
        tasks=LINES,
    )
    word = cast.client("committee").get(f"{mine.get_absolute_url()}word/").content
    text = zipfile.ZipFile(BytesIO(word)).read("word/document.xml").decode()
    for said in ("44-KH/TU", "16-HD/BTGTU", "30-KH/ĐU", "MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN"):
        assert said in text
    assert "Mỗi chi bộ sinh hoạt chuyên đề mỗi quý" in text


def test_a_plan_already_begun_for_what_is_asked_is_gone_on_with(cast):
    """The plan of the year to come is asked for while this year's is done."""
    to_come = {"starts": dt.date(2027, 1, 1), "ends": dt.date(2028, 1, 1)}
    issued(cast.commune, cast.committee, dt.date(2026, 1, 9))
    above = issued(
        cast.province, cast.officer, dt.date(2026, 11, 2), lower_by=dt.date(2027, 1, 15), **to_come
    )
    draft = actions.draft_plan(
        unit=cast.commune, by=cast.committee, title="Nháp", rests_on=[above], scope="year", **to_come
    )
    (one,) = todo.items(replace(cast.committee, on=dt.date(2026, 11, 10)))
    assert (one.title, one.url) == ("Hoàn thiện kế hoạch năm 2027", draft.get_absolute_url())
    assert one.due == dt.date(2027, 1, 15)


def test_a_new_plan_rests_at_first_on_what_is_for_its_own_time(cast, provincial):
    to_come = {"starts": dt.date(2027, 1, 1), "ends": dt.date(2028, 1, 1)}
    above = issued(cast.province, cast.officer, dt.date(2026, 11, 2), number="90-KH/TU", **to_come)
    form = cast.client("committee").get("/chuong-trinh/ke-hoach/moi/").context["form"]
    assert form.initial["from_year"] == 2027 and form.initial["rests_on"] == [above]


def test_the_paper_of_a_draft_leaves_room_for_its_number_and_a_cell_has_no_units_below(cast):
    draft = actions.draft_plan(unit=cast.cell, by=cast.secretary, title="Nháp", **YEAR)
    paper = printing.paper(draft, cast.today)
    assert (paper.body_abbreviation, paper.number) == ("CB", None)
    assert "Các đơn vị trực thuộc (để thực hiện)" not in paper.recipients

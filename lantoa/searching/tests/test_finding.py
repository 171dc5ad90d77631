"""One box: without marks, by first letters, by old names, short or long, and by whose it is."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.organisation import actions as organisation
from lantoa.people import actions as people
from lantoa.registrations.tests import papers
from lantoa.searching import actions, queries
from tests.cast import person

pytestmark = pytest.mark.django_db


def titles(cast, text, who="officer", kind=""):
    actions.catch_up()
    found = queries.look(getattr(cast, who), text, kind)
    return [one.entry.title for group in found for one in group.results]


def test_people_are_found_without_marks_by_first_letters_and_by_half_a_name(cast):
    for text in ("nguyen thi lan", "NGUYỄN THỊ LAN", "lan nguyễn", "ntl", "nguyen th"):
        assert "Nguyễn Thị Lan" in titles(cast, text), text


def test_a_tone_may_stand_on_either_letter(cast):
    one, other = titles(cast, "chi bộ trường hoà bình"), titles(cast, "chi bo truong hòa bình")
    assert one == other and "Chi bộ Trường THCS Hòa Bình" in one


def test_a_unit_is_found_short_or_long_by_its_bodys_other_name_and_by_its_code(cast):
    for text in ("CB thôn Nà Lùng", "chi ủy thôn nà lùng", "chi-bo-thon-na-lung", "na lung"):
        assert titles(cast, text, kind="unit")[0] == "Chi bộ thôn Nà Lùng", text
    for text in ("Đảng uỷ xã An Phú", "xa an phu"):
        assert titles(cast, text, kind="unit")[0] == "Đảng bộ xã An Phú"


def test_units_of_one_name_are_told_apart_by_what_they_lie_below(cast):
    for parent in (cast.commune, cast.far):
        organisation.found(
            name="Chi bộ thôn 1", parent=parent, kind="party", level="cell", on=cast.today, by=cast.system
        )
    actions.catch_up()
    (group,) = [g for g in queries.look(cast.officer, "chi bo thon 1") if g.source.code == "unit"]
    assert [one.line for one in group.results] == ["Đảng bộ xã An Phú", "Đảng bộ xã Nậm Khao"]
    (group,) = queries.look(cast.officer, "chi bộ thôn 1, xã nậm khao")
    assert [one.line for one in group.results] == ["Đảng bộ xã Nậm Khao"]


def test_an_old_name_says_what_it_is_called_today(cast):
    organisation.rename(cast.cell, name="Chi bộ Trường THCS An Phú", on=cast.today, by=cast.system)
    actions.catch_up()
    (group,) = queries.look(cast.officer, "thcs hoa binh")
    assert group.results[0].is_old
    assert "Đến 15/11/2026. Nay là Chi bộ Trường THCS An Phú, Đảng bộ xã An Phú." in group.results[0].line


def test_a_name_to_come_is_found_from_its_day(cast):
    later = cast.today + dt.timedelta(days=20)
    organisation.rename(cast.cell, name="Chi bộ Mai Sau", on=later, by=cast.system)
    assert titles(cast, "mai sau") == []
    assert [g.results[0].entry.title for g in queries.look(cast.officer.as_of(later), "mai sau")] == [
        "Chi bộ Mai Sau"
    ]


def test_a_paper_is_found_by_its_code_and_by_nobody_who_may_not_read_it(cast):
    paper = papers.submitted(cast.member)
    assert titles(cast, paper.code, "secretary") == titles(cast, paper.code.replace("-", ""), "member")
    assert len(titles(cast, paper.code, "secretary")) == 1
    assert titles(cast, paper.code, "colleague") == titles(cast, paper.code, "administrator") == []


def test_the_index_hears_of_acts_and_of_each_once(cast):
    assert titles(cast, "lo thi pang") == []
    new = person("Lò Thị Pâng", None)
    people.join(new, unit=cast.cell, status="official", starts=cast.today, by=cast.system)
    assert titles(cast, "lo thi pang") == ["Lò Thị Pâng"]
    assert actions.catch_up() == 0


def test_the_page_says_what_to_do_when_nothing_is_found_and_what_may_have_been_meant(cast):
    browser = cast.client("officer")
    page = browser.get(reverse("searching:index"), {"tim": "nguyen thi lann"}).content.decode()
    assert "Không thấy “nguyen thi lann”" in page and "Gần giống" in page and "Nguyễn Thị Lan" in page
    page = browser.get(reverse("searching:index"), {"tim": "chi bo"}).content.decode()
    assert "kết quả" in page and "Đơn vị" in page and 'data-key="/"' in page


def test_a_member_finds_herself_on_her_own_page(cast):
    actions.catch_up()
    (group,) = queries.look(cast.member, "do thi huong")
    assert group.results[0].url == reverse("people:me")


@pytest.mark.parametrize(
    "text", ["'", '"', "a AND b OR", "zz0unit", "%_", "🙂", "²", "x" * 300, "* ^ :", "\\"]
)
def test_nothing_typed_breaks_the_search(cast, text):
    assert cast.client("officer").get(reverse("searching:index"), {"tim": text}).status_code == 200


def test_the_help_tells_how_to_find(cast):
    page = cast.client("member").get("/tro-giup/").content.decode()
    assert "Bấm phím / hoặc ô Tìm ở đầu trang" in page

"""The menu shows what a role may enter, and nothing that does not exist."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.test import RequestFactory
from django.urls import resolve

from lantoa.foundation.menu import Door
from lantoa.portal import menus

EVERY_ROLE = ["member", "secretary", "committee", "officer", "leader", "inspector", "administrator"]


def asking(path: str = "/"):
    request = RequestFactory().get(path)
    request.resolver_match = resolve(path)
    return request


def shown(actor, path: str = "/"):
    """Every line the actor sees: first the work, then what lies in the two groups."""
    return [
        *menus.main(asking(path), actor),
        *(item for group in menus.groups(asking(path), actor) for item in group.items),
    ]


def labels(actor, doors=None, path: str = "/"):
    lines = shown(actor, path) if doors is None else menus.items(asking(path), actor, doors)
    return [str(item.label) for item in lines]


def test_everyone_begins_with_what_is_to_be_done_and_ends_with_help(cast):
    for who in (cast.member, cast.secretary, cast.officer, cast.administrator):
        seen = labels(who)
        assert "Việc cần làm" in seen[:2]
        assert seen[-1] == "Trợ giúp"


@pytest.mark.parametrize("who", EVERY_ROLE)
def test_the_work_is_never_more_than_eight_lines_and_the_rest_lies_in_two_groups(cast, who):
    actor = getattr(cast, who)
    assert 1 <= len(menus.main(asking(), actor)) <= 8
    assert len(menus.groups(asking(), actor)) <= 2


def test_a_cell_is_not_offered_an_overview_of_units_it_does_not_have(cast):
    assert "Tổng quan" not in labels(cast.secretary) and "Tổng quan" in labels(cast.committee)


def test_two_lines_never_bear_nearly_the_same_name(cast):
    assert [line for line in labels(cast.officer) if "điển hình" in line] == ["Mô hình, điển hình"]


def test_the_group_of_the_page_being_read_is_open(cast):
    groups = menus.groups(asking("/to-chuc/"), cast.secretary)
    assert [group.is_open for group in groups] == [False, True]


def test_an_administrator_sees_accounts_and_not_what_members_write(cast):
    seen = labels(cast.administrator)
    assert "Người và tài khoản" in seen
    assert not {"Đăng ký học tập, thực hành", "Sinh hoạt chi bộ", "Khen thưởng"} & set(seen)


def test_a_plain_member_does_not_see_the_list_of_people(cast):
    assert "Người và tài khoản" not in labels(cast.member)
    assert "Người và tài khoản" in labels(cast.secretary)


def test_a_line_whose_address_does_not_exist_is_not_shown(cast):
    doors = (
        Door("nowhere", "Chưa xây", "home", (("nowhere:index", ""),)),
        Door("second", "Lối thứ hai", "home", (("nowhere:index", ""), ("portal:help", ""))),
    )
    assert labels(cast.member, doors) == ["Lối thứ hai"]


def test_the_first_way_one_may_take_is_taken(cast):
    door = Door("two", "Hai lối", "home", (("people:index", "people.view"), ("people:me", "people.own")))
    ways = {who: menus.items(asking(), getattr(cast, who), (door,))[0].url for who in ("secretary", "member")}
    assert ways == {"secretary": "/nguoi/", "member": "/toi/"}


def test_the_line_of_the_page_being_read_is_marked(cast):
    marked = {str(i.label): i.current for i in shown(cast.secretary, "/nguoi/")}
    assert marked["Người và tài khoản"] == "page"
    assert not marked["Lịch sử"]


def test_a_page_deeper_in_the_room_marks_the_room_but_pages_about_oneself_do_not(cast):
    def current(path: str) -> str:
        return next(
            item.current for item in shown(cast.secretary, path) if str(item.label) == "Người và tài khoản"
        )

    assert current(f"/nguoi/{cast.member.person.pk}/") == "true"
    assert current("/toi/") == ""


def test_of_two_lines_of_a_room_the_nearest_is_marked(cast):
    def marked(path: str) -> set[str]:
        return {str(item.label) for item in shown(cast.leader, path) if item.current}

    assert marked("/khen-thuong/cam-on/") == {"Lời cảm ơn"}
    assert marked("/khen-thuong/can-doi/") == {"Khen thưởng"}
    assert marked("/don-doc/nhat-ky/") == {"Đôn đốc"}


def test_the_undertaking_is_called_by_the_name_of_its_day(cast, monkeypatch):
    door = replace(next(d for d in menus.doors() if d.code == "registrations"), ways=(("portal:todo", ""),))
    before = replace(cast.secretary, on=dt.date(2026, 7, 12))
    assert labels(before, (door,)) == ["Đăng ký làm theo"]
    assert labels(cast.secretary, (door,)) == ["Đăng ký học tập, thực hành"]


@pytest.mark.parametrize("who", EVERY_ROLE)
def test_a_phone_shows_at_most_four_tabs_and_only_what_the_role_may_enter(cast, who):
    actor = getattr(cast, who)
    tabs = menus.tabs(asking(), actor)
    assert 1 <= len(tabs) <= 4
    assert {tab.url for tab in tabs} <= {item.url for item in shown(actor)}


def test_who_holds_one_post_only_is_offered_no_other(cast):
    page = cast.client("member").get("/").content.decode()
    assert "Chi bộ Trường THCS Hòa Bình" in page
    assert "/vai-tro/" not in page


def test_who_holds_several_may_change_from_any_page(cast):
    page = cast.client("secretary").get("/tro-giup/").content.decode()
    assert 'href="/vai-tro/"' in page
    assert "Đảng bộ xã An Phú" in page, "the unit above is named under one's own"


@pytest.mark.parametrize("path", ["/", "/tro-giup/", "/cam-ket/"])
def test_the_menu_that_is_kept_is_what_the_actor_may_enter_now(cast, path):
    """Asked in turns, twice, so that each answer could have been another's."""
    for who in [*EVERY_ROLE, *reversed(EVERY_ROLE)]:
        actor = getattr(cast, who)
        kept = "".join(menus.shown(asking(path), actor))
        assert set(re.findall(r'href="([^"]*)"', kept)) == {item.url for item in shown(actor, path)}, who
        less = replace(actor, permissions=frozenset())
        assert "/dang-ky/" not in "".join(menus.shown(asking(path), less))


def test_no_page_shows_anything_of_whoever_asked_before(cast):
    names = {who: getattr(cast, who).person.full_name for who in EVERY_ROLE}
    browsers = {who: cast.client(who) for who in EVERY_ROLE}
    for who in [*EVERY_ROLE, *reversed(EVERY_ROLE)]:
        page = browsers[who].get("/tro-giup/").content.decode()
        assert names[who] in page
        assert [other for other in EVERY_ROLE if names[other] != names[who] and names[other] in page] == []

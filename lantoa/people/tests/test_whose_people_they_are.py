"""Who looks after the people of one commune finds nobody of the next: not by number, not in a list, not by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.people import actions, actors, codes, queries
from lantoa.people.exchange.matching import Roll
from lantoa.people.exchange.posts import POSTS
from lantoa.people.models import Grant, Membership, Person, Post
from lantoa.people.records import PersonLink
from tests.cast import LONG_AGO, person

pytestmark = pytest.mark.django_db


def post_of(cast, name, unit, role, reach="subtree"):
    held = Post.objects.create(person=person(name, None), unit=unit, role=role, reach=reach, starts=LONG_AGO)
    return actors.as_post(held, cast.today)


@pytest.fixture
def keeper(cast):
    """She looks after people and posts of the far commune; `cast.client("keeper")` is her browser."""
    cast.keeper = post_of(cast, "Hà Thị Vân", cast.far, "administrator")
    return cast.keeper


@pytest.fixture
def confirmer(cast):
    """He heads the far commune's committee and gives the second word there."""
    cast.confirmer = post_of(cast, "Lù A Páo", cast.far, "committee")
    return cast.confirmer


def asked(cast, who="colleague", **more):
    told = {"unit": cast.cell, "role": "secretary", "starts": cast.today, "by": cast.administrator}
    return actions.appoint(getattr(cast, who).person, **told | more)


def test_whoever_belongs_elsewhere_answers_by_number_as_if_nobody_were_there(cast, keeper, confirmer):
    hers, post, here = cast.account("member").person_id, cast.secretary.post_id, keeper.person.pk
    twins = actions.merge_people(*(person("Bàn Văn Hai", cast.cell) for _time in "12"), by=cast.system)
    grant = asked(cast)
    pages = [
        ("keeper", "get", "people:edit", hers),
        ("keeper", "get", "people:transfer", hers),
        ("keeper", "get", "people:appoint", hers),
        ("keeper", "get", "people:merge", here, hers),
        ("keeper", "post", "people:undo_merge", twins.pk),
        ("keeper", "get", "people:hand_over", post),
        ("keeper", "post", "people:end_post", post),
        ("keeper", "post", "people:open_account", hers),
        ("keeper", "post", "people:give_code", hers),
        ("keeper", "post", "people:switch_account", hers),
        ("confirmer", "post", "people:agree_to_drop", hers),
        ("confirmer", "post", "people:refuse_grant", grant.pk),
    ]
    browsers = {who: cast.client(who) for who in ("keeper", "confirmer")}
    answers = {
        name: getattr(browsers[who], method)(reverse(name, args=pks)).status_code
        for who, method, name, *pks in pages
    }
    assert answers == dict.fromkeys(answers, 404)


def test_lists_of_one_commune_name_nobody_of_the_next(cast, keeper, confirmer):
    actions.add_account(cast.member.person, sign_in_name="huong", by=cast.administrator)
    asked(cast)
    browser = cast.client("keeper")
    for page in (
        browser.get("/nguoi/", {"q": "Hương"}),
        browser.get("/phieu-ma/"),
        cast.client("confirmer").get("/chuc-vu/cho-xac-nhan/"),
    ):
        said = page.content.decode()
        assert page.status_code == 200 and "Đỗ Thị Hương" not in said and "Bùi Văn Thắng" not in said


def test_a_namesake_elsewhere_is_not_asked_about(cast, keeper):
    typed = {"full_name": "Đỗ Thị Hương", "status": "official", "starts": "16/11/2026"}
    cast.client("keeper").post("/nguoi/moi/", {"unit": cast.far_cell.code, **typed})
    assert Person.objects.filter(full_name="Đỗ Thị Hương").count() == 2


def test_a_former_secretary_is_listed_without_the_cell_she_now_belongs_to(cast):
    page = cast.client("secretary").get("/nguoi/").content.decode()
    assert "Lê Quốc Dũng" in page and "Chi bộ bản Pa Khao" not in page


def test_what_is_asked_for_somebody_is_shown_where_it_is_asked_and_to_who_confirms(cast, keeper, confirmer):
    grant = asked(cast, "far_secretary")
    seen = {
        who: grant in Grant.objects.visible_to(getattr(cast, who))
        for who in ("committee", "secretary", "keeper", "confirmer", "inspector")
    }
    assert seen == {who: who == "committee" for who in seen}
    assert not queries.asked_by_others(confirmer).exists() and queries.asked_by_others(cast.leader).exists()
    address = reverse("people:show", args=[cast.far_secretary.person.pk])
    for who, is_told in (("keeper", False), ("leader", True)):
        assert ("Xem đề nghị" in cast.client(who).get(address).content.decode()) is is_told


def test_a_second_word_is_given_where_one_reaches(cast):
    grant = asked(cast, by=post_of(cast, "Hà Thị Hoa", cast.commune, "administrator"))
    alone = post_of(cast, "Lù A Páo", cast.commune, "committee", reach="unit")
    with pytest.raises(NotAllowed, match="ngoài phạm vi"):
        actions.refuse_grant(grant, reason="Chưa có nghị quyết.", by=alone)
    assert actions.refuse_grant(grant, reason="Chưa có nghị quyết.", by=cast.committee)


def test_posts_are_listed_and_taken_out_where_one_reaches(cast, keeper):
    Post.objects.filter(person=cast.secretary.person).update(ends=dt.date(2026, 12, 31))
    nearby = replace(keeper, unit=cast.commune)
    post_of(cast, "Hà Thị Hoa", cast.cell, "administrator")
    for lists in (queries.posts_ending, queries.administrators, Post.objects.visible_to, POSTS.seen):
        units = [{post.unit for post in lists(who)} for who in (nearby, keeper)]
        assert cast.cell in units[0] and cast.cell not in units[1]


def test_a_post_is_handed_over_to_somebody_one_reaches(cast):
    alone = post_of(cast, "Hà Thị Hoa", cast.commune, "administrator", reach="unit")
    post = Post.objects.get(pk=cast.committee.post_id)
    names = [{one.full_name for one in queries.candidates_for(post, who)} for who in (cast.leader, alone)]
    assert "Đỗ Thị Hương" in names[0] and "Đỗ Thị Hương" not in names[1]


def test_two_of_one_name_in_one_cell_are_told_apart_by_birth_only_to_who_views_them(cast):
    two = [cast.member.person, person("Đỗ Thị Hương", cast.cell)]
    for year, one in enumerate(two, start=1980):
        one.born_on = dt.date(year, 3, 12)
        one.save()
    born = {
        who: "sinh" in str(queries.known_as(two, by=getattr(cast, who)))
        for who in ("secretary", "member", "other_secretary")
    }
    assert born == {"secretary": True, "member": False, "other_secretary": False}
    pairs = [queries.possible_doubles(who) for who in (cast.committee, cast.other_secretary)]
    assert pairs == [[], []], "two days of birth are two persons"
    Person.objects.update(born_on=None)
    pairs = [queries.possible_doubles(who) for who in (cast.committee, cast.other_secretary)]
    assert pairs == [[tuple(two)], []]


def test_a_list_that_comes_in_finds_only_people_in_reach(cast, keeper):
    assert cast.member.person.pk in Roll(cast.commune, cast.committee, {}, {}).people
    assert cast.member.person.pk not in Roll(cast.far, keeper, {}, {}).people
    link = PersonLink(cast.far, keeper)
    link.prepare(["Đỗ Thị Hương", "Giàng A Sử"], [])
    assert link.read("Giàng A Sử", {}) == cast.far_secretary.person.pk
    with pytest.raises(BadInput, match="không có ai tên"):
        link.read("Đỗ Thị Hương", {})


def test_the_lists_of_all_are_kept_with_all_that_lies_below(cast):
    assert actors.keeps_lists(cast.officer) and not actors.keeps_lists(cast.committee)
    assert not actors.keeps_lists(replace(cast.officer, reach="unit")), "the desk of the province alone"


def test_who_confirms_no_posts_is_not_asked_whether_a_second_key_is_lost(cast, monkeypatch):
    monkeypatch.setattr(codes, "has_second_key", lambda account: True)
    account = cast.account("colleague")
    actions.give_reset_code(account, by=cast.administrator)
    asks = [
        codes.code_to_agree_to(account, clock.now(), by=who) is not None
        for who in (cast.leader, cast.officer)
    ]
    assert asks == [True, False]


def test_who_looked_after_her_before_reads_of_it_and_mends_nothing(cast, keeper):
    """Her day of birth confirms her with a code: it lies with where she belongs now."""
    who = person("Vi Thị Lành", None)
    moved = dt.date(2026, 6, 1)
    Membership.objects.create(person=who, unit=cast.far_cell, starts=LONG_AGO, ends=moved)
    browser, page = cast.client("keeper"), reverse("people:edit", args=[who.pk])
    assert browser.get(page).status_code == 200, "she belongs nowhere else yet"
    Membership.objects.create(person=who, unit=cast.cell, starts=moved)
    assert browser.get(reverse("people:show", args=[who.pk])).status_code == 200
    assert page not in browser.get(reverse("people:show", args=[who.pk])).content.decode()
    assert browser.get(page).status_code == 403
    with pytest.raises(NotAllowed, match="sinh hoạt ở nơi khác"):
        actions.mend_person(who, by=keeper, full_name="Vi Thị Lành", phone="0912000555")
    actions.mend_person(who, by=cast.administrator, full_name="Vi Thị Lành", phone="0912000555")
    assert Person.objects.get(pk=who.pk).phone == "0912000555"

"""Who grants is not who benefits: rights over others need two persons, and reach no further than theirs."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.models import Event
from lantoa.people import actions, actors, queries, todo, waiting
from lantoa.people.models import Grant, Post
from tests.cast import person

DAY = dt.timedelta(days=1)


@pytest.fixture
def running(cast):
    """The first paper has been sent: the office is no longer being set up."""
    with transaction.atomic():
        record("registration.submitted", cast.cell, by=cast.member, unit=cast.cell)


def ask(cast, who=None, by=None, **more):
    asked = {"unit": cast.cell, "role": "secretary", "starts": cast.today, **more}
    return actions.appoint(who or cast.colleague.person, by=by or cast.administrator, **asked)


def post_of(cast, name, unit, role, reach="subtree", **dates):
    dates = {"starts": dt.date(2026, 1, 1), **dates}
    held = Post.objects.create(person=person(name, None), unit=unit, role=role, reach=reach, **dates)
    return actors.as_post(held, cast.today)


def test_an_administrator_does_not_make_herself_leader(cast):
    with pytest.raises(NotAllowed, match="tự giao"):
        ask(cast, cast.administrator.person, unit=cast.province, role="leader", reach="subtree")
    page = cast.client("administrator").post(
        f"/nguoi/{cast.administrator.person.pk}/giao-chuc-vu/",
        {"unit": cast.province.code, "role": "leader", "reach": "subtree", "starts": "01/01/2020"},
    )
    assert page.status_code == 403 and not Grant.objects.exists()


def test_rights_over_others_wait_for_a_second_person(cast):
    grant = ask(cast)
    assert grant.post is None and actors.actors_of(cast.account("colleague"), cast.today)[0].role == "member"
    actions.confirm_grant(grant, by=cast.leader)
    assert actors.actors_of(cast.account("colleague"), cast.today)[0].role == "secretary"
    event = Event.objects.get(verb="post.given")
    assert event.person_name == "Hoàng Thị Thanh" and event.after["asked_by"] == "Phan Thị Ngân"


def test_a_role_that_gives_no_right_over_others_needs_no_second_person(cast):
    assert ask(cast, role="member").post is not None


def test_the_second_person_is_neither_who_asked_nor_whose_post_it_is(cast):
    with pytest.raises(NotAllowed, match="đã đề nghị"):
        actions.confirm_grant(ask(cast), by=cast.administrator)
    with pytest.raises(NotAllowed, match="chính đồng chí"):
        actions.confirm_grant(ask(cast, cast.leader.person, role="inspector"), by=cast.leader)


def test_the_second_person_is_not_below_the_first(cast):
    grant = ask(cast)
    with pytest.raises(NotAllowed, match="cấp trên của đồng chí"):
        actions.confirm_grant(grant, by=cast.committee)
    assert grant not in queries.waiting_for(cast.committee) and grant in queries.waiting_for(cast.leader)


def test_an_administrator_of_a_commune_asks_and_its_committee_confirms(cast):
    local = post_of(cast, "Hà Thị Vân", cast.commune, "administrator")
    assert actions.confirm_grant(ask(cast, by=local), by=cast.committee).role == "secretary"
    with pytest.raises(NotAllowed, match="ngoài phạm vi"):
        ask(cast, by=local, unit=cast.far_cell)
    with pytest.raises(NotAllowed, match="ngoài phạm vi"):
        ask(cast, by=local, unit=cast.province, role="leader")


def test_who_administers_which_part_stands_in_a_list_and_keeps_only_its_people(cast):
    local = post_of(cast, "Hà Thị Vân", cast.commune, "administrator")
    page = cast.client("committee").get("/nguoi/", {"xem": "quan-tri"}).content.decode()
    assert "Hà Thị Vân" in page and "đơn vị này và các đơn vị trực thuộc" in page
    assert "Phan Thị Ngân" not in page, "who administers above is not below"
    Post.objects.create(
        person=local.person, unit=cast.cell, role="administrator", reach="unit", starts=cast.today
    )
    page = cast.client("committee").get("/nguoi/", {"xem": "quan-tri"}).content.decode()
    assert "đơn vị này và các đơn vị trực thuộc" in page, "of two posts the wider is shown"
    assert queries.reaches_all_of(cast.member.person, local)
    for above in (cast.officer, cast.far_secretary):
        account = cast.account(
            next(who for who in ("officer", "far_secretary") if getattr(cast, who) == above)
        )
        for act in (actions.give_reset_code, actions.close_account):
            with pytest.raises(NotAllowed):
                act(account, by=local)


def test_nobody_gives_wider_or_longer_than_her_own(cast):
    narrow = post_of(cast, "Hà Thị Vân", cast.commune, "administrator", reach="unit")
    with pytest.raises(NotAllowed, match="chỉ phụ trách một đơn vị"):
        ask(cast, by=narrow, unit=cast.commune, reach="subtree")
    brief = post_of(cast, "Hà Thị Hoa", cast.commune, "administrator", ends=dt.date(2027, 1, 1))
    with pytest.raises(NotAllowed, match="không dài hơn"):
        ask(cast, by=brief)
    assert ask(cast, by=brief, ends=dt.date(2027, 1, 1))


def test_who_confirms_goes_no_further_than_her_own_either(cast):
    grant = ask(cast, unit=cast.cell)
    brief = post_of(cast, "Hà Thị Hoa", cast.province, "leader", ends=dt.date(2027, 1, 1))
    with pytest.raises(NotAllowed, match="không dài hơn"):
        actions.confirm_grant(grant, by=brief)


def test_a_post_begins_in_the_past_only_by_a_decision(cast, running):
    with pytest.raises(BadInput, match="số quyết định"):
        ask(cast, starts=cast.today - DAY)
    grant = ask(cast, starts=cast.today - DAY, decision="12-QĐ/ĐU")
    assert actions.confirm_grant(grant, by=cast.leader).starts == cast.today - DAY


def test_nobody_gives_earlier_than_her_own_whatever_the_decision(cast, running):
    new = post_of(cast, "Hà Thị Vân", cast.province, "administrator", starts=cast.today - 3 * DAY)
    with pytest.raises(NotAllowed, match="từ trước ngày ấy"):
        ask(cast, by=new, starts=cast.today - 9 * DAY, decision="12-QĐ/ĐU")


def test_what_waited_past_its_day_begins_when_it_is_confirmed(cast, running):
    grant = ask(cast)
    later = actors.as_post(Post.objects.get(pk=cast.leader.post_id), cast.today + 5 * DAY)
    assert actions.confirm_grant(grant, by=later).starts == cast.today + 5 * DAY


def test_what_has_ended_is_not_opened_again(cast):
    ended = Post.objects.get(person=cast.former.person)
    with pytest.raises(Conflict, match="giao chức vụ mới"):
        actions.end_post(ended, ends=dt.date(2027, 1, 1), by=cast.administrator)
    with pytest.raises(BadInput, match="đã qua"):
        grant = ask(cast, starts=dt.date(2026, 1, 1), ends=dt.date(2026, 2, 1))
        actions.confirm_grant(grant, by=cast.leader)


def test_a_post_needs_a_unit_that_stands(cast):
    with pytest.raises(BadInput, match="chưa thành lập"):
        ask(cast, starts=dt.date(1990, 1, 1))


def test_one_answer_is_enough(cast):
    grant = ask(cast)
    with pytest.raises(BadInput, match="lý do"):
        actions.refuse_grant(grant, reason=" ", by=cast.leader)
    actions.refuse_grant(grant, reason="Chưa có nghị quyết.", by=cast.leader)
    with pytest.raises(Conflict):
        actions.confirm_grant(grant, by=cast.leader)
    assert not Post.objects.filter(person=cast.colleague.person).exists()


def test_only_who_asked_takes_it_back(cast):
    grant = ask(cast)
    with pytest.raises(NotAllowed):
        actions.withdraw_grant(grant, by=cast.leader)
    assert actions.withdraw_grant(grant, by=cast.administrator).state == Grant.State.WITHDRAWN


def test_the_database_itself_refuses_a_grant_to_oneself(cast):
    same = cast.administrator.person
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(
            person=same, unit=cast.cell, role="leader", starts=cast.today, asked_by=same, asked_on=cast.today
        )


def test_the_head_confirms_the_first_list_once_and_later_each_for_itself(cast):
    ask(cast), ask(cast, cast.member.person, role="officer")
    assert actions.confirm_all(by=cast.leader) == 2
    with transaction.atomic():
        record("registration.submitted", cast.cell, by=cast.member, unit=cast.cell)
    ask(cast, cast.member.person, role="inspector")
    with pytest.raises(Conflict, match="từng chức vụ"):
        actions.confirm_all(by=cast.leader)


def test_it_is_told_to_the_holder_and_to_the_level_above(cast):
    actions.confirm_grant(ask(cast), by=cast.leader)
    holder = cast.client("colleague")
    assert "Đồng chí được giao chức vụ: Bí thư chi bộ" in holder.get("/").content.decode()
    grant = Grant.objects.get()
    holder.post(f"/toi/chuc-vu/{grant.pk}/da-biet/")
    assert not list(queries.newly_held_by(cast.colleague.person))
    assert [task.title for task in todo.items(cast.committee) if "mới giao" in task.title]
    assert "Bùi Văn Thắng" in cast.client("committee").get("/chuc-vu/cho-xac-nhan/").content.decode()


def test_it_waits_on_a_page_and_among_what_waits_for_a_word(cast):
    ask(cast)
    assert [one.who for one in waiting.waiting(cast.leader)] == ["Phan Thị Ngân"]
    assert "Bùi Văn Thắng" in cast.client("leader").get("/chuc-vu/cho-xac-nhan/").content.decode()
    page = cast.client("administrator").get("/chuc-vu/cho-xac-nhan/").content.decode()
    assert "Chờ người khác xác nhận" in page and "Rút đề nghị" in page


def test_the_way_through_the_pages(cast):
    said = cast.client("administrator").post(
        f"/nguoi/{cast.colleague.person.pk}/giao-chuc-vu/",
        {"unit": cast.cell.code, "role": "inspector", "reach": "unit", "starts": "16/11/2026"},
        follow=True,
    )
    assert "khi người thứ hai xác nhận" in said.content.decode()
    grant = Grant.objects.get()
    said = cast.client("leader").post(f"/chuc-vu/de-nghi/{grant.pk}/xac-nhan/", follow=True)
    assert "Chức vụ có hiệu lực" in said.content.decode() and grant.person.posts.count() == 1

"""A person with a post on a date: what is in reach, what is not, and when it ends."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.people import actions, actors
from lantoa.people.models import Membership, Person, Post
from lantoa.people.roles import ROLES, permissions_of
from tests.cast import person


def seen(actor) -> set[str]:
    return set(Person.objects.visible_to(actor).values_list("full_name", flat=True))


def test_a_member_sees_only_herself(cast):
    assert seen(cast.member) == {"Đỗ Thị Hương"}


def test_a_secretary_sees_her_cell_and_no_other(cast):
    assert seen(cast.secretary) == {"Đỗ Thị Hương", "Bùi Văn Thắng", "Nguyễn Thị Lan", "Lê Quốc Dũng"}
    assert "Đỗ Thị Hương" not in seen(cast.other_secretary)


def test_a_committee_sees_its_commune_and_not_the_next(cast):
    assert {"Đỗ Thị Hương", "Lò Văn Pánh"} <= seen(cast.committee)
    assert "Giàng A Sử" not in seen(cast.committee)


def test_an_officer_of_the_province_sees_all_of_it(cast):
    assert {"Đỗ Thị Hương", "Giàng A Sử", "Trần Quốc Hùng"} <= seen(cast.officer)


def test_reach_of_a_unit_does_not_go_below_it(cast):
    post = Post.objects.create(
        person=person("Mai Văn Tám", None),
        unit=cast.commune,
        role="officer",
        reach="unit",
        starts=dt.date(2026, 1, 1),
    )
    narrow = actors.as_post(post, cast.today)
    assert (
        narrow.reaches(cast.commune) and not narrow.reaches(cast.cell) and not narrow.reaches(cast.province)
    )


def test_a_post_counts_only_between_its_dates(cast):
    account = cast.account("former")
    before = actors.actors_of(account, dt.date(2026, 10, 15))
    after = actors.actors_of(account, dt.date(2026, 10, 16))
    assert [a.role for a in before] == ["secretary", "member"]
    assert [a.role for a in after] == ["member"]


def test_someone_with_several_posts_chooses_with_which_to_act(cast):
    client = cast.client("secretary")
    assert client.get("/vai-tro/").context["choices"][0]["label"] == "Bí thư chi bộ"
    client.post("/vai-tro/", {"as": "member"})
    assert client.get("/nguoi/").status_code == 403
    client.post("/vai-tro/", {"as": f"post-{cast.secretary.post_id}"})
    assert client.get("/nguoi/").status_code == 200


def test_nobody_chooses_a_post_that_is_not_hers(cast):
    answer = cast.client("member").post("/vai-tro/", {"as": f"post-{cast.officer.post_id}"})
    assert answer.status_code == 400


def test_a_stranger_may_nothing(cast):
    nobody = actors.stranger(cast.today)
    assert not nobody.may("people.view") and not nobody.reaches(cast.cell) and seen(nobody) == set()


def test_another_cells_person_answers_like_one_who_does_not_exist(cast):
    client = cast.client("other_secretary")
    foreign = client.get(f"/nguoi/{cast.member.person.pk}/")
    missing = client.get("/nguoi/999999/")
    assert foreign.status_code == missing.status_code == 404


def test_an_administrator_administers_but_does_not_read_registrations():
    rights = permissions_of("administrator")
    of_papers = {right for right in rights if right.startswith("registrations")}
    assert "people.manage_accounts" in rights and of_papers <= {"registrations.open"}, (
        "a year is opened, not read"
    )


def test_an_inspector_changes_nothing():
    changing = {"judge", "edit", "decide", "issue", "declare", "propose", "compose", "reorganise"}
    own = permissions_of("member")
    assert not [r for r in permissions_of("inspector") - own if r.split(".")[1] in changing]


def test_every_role_says_who_it_is_for():
    for role in ROLES.values():
        assert str(role.name) and str(role.description).endswith(".")


def test_nobody_gives_a_post_outside_her_reach(cast):
    narrow = actors.as_post(
        Post.objects.create(
            person=person("Hà Thị Vân", None),
            unit=cast.far,
            role="administrator",
            reach="subtree",
            starts=dt.date(2026, 1, 1),
        ),
        cast.today,
    )
    with pytest.raises(NotAllowed, match="ngoài phạm vi"):
        actions.appoint(cast.member.person, unit=cast.cell, role="secretary", starts=cast.today, by=narrow)


def test_moving_to_another_cell_ends_the_membership_before(cast):
    mover = cast.member.person
    actions.join(
        mover, unit=cast.far_cell, status="official", starts=dt.date(2026, 12, 1), by=cast.administrator
    )
    rows = list(mover.memberships.order_by("starts").values_list("unit", "ends"))
    assert rows == [(cast.cell.pk, dt.date(2026, 12, 1)), (cast.far_cell.pk, None)]
    assert mover.memberships.on(dt.date(2026, 11, 30)).get().unit == cast.cell


def test_one_belongs_to_one_cell_at_a_time(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(person=cast.member.person, unit=cast.far_cell, starts=cast.today)
    with pytest.raises(BadInput, match="Kiểm tra lại ngày"):
        actions.join(
            cast.member.person,
            unit=cast.far_cell,
            status="official",
            starts=dt.date(2020, 1, 1),
            by=cast.administrator,
        )


def test_a_post_must_end_after_it_starts(cast):
    with pytest.raises(BadInput, match="sau ngày bắt đầu"):
        actions.end_post(cast.secretary.person.posts.get(), ends=dt.date(2020, 1, 1), by=cast.administrator)


def test_people_are_found_without_accents(cast):
    assert [p.full_name for p in Person.objects.named("do huong")] == ["Đỗ Thị Hương"]


def test_the_list_of_people_costs_the_same_for_one_and_for_many(cast, django_assert_max_num_queries):
    for number in range(30):
        person(f"Trần Văn Số {number}", cast.cell)
    client = cast.client("officer")
    with django_assert_max_num_queries(25):
        assert client.get("/nguoi/").status_code == 200

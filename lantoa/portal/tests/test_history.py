"""The history: everyone reads her own acts, a post with the right reads those of its units, nobody edits."""

import datetime as dt

import pytest
from django.db import transaction

from lantoa.foundation.history import record
from lantoa.foundation.models import Event
from lantoa.portal import pages, queries
from lantoa.portal.acts import choices, said, verbs_said


def tell(verb, subject, by, unit, **more):
    with transaction.atomic():
        return record(verb, subject, by=by, unit=unit, **more)


@pytest.fixture
def acts(cast):
    """One act in each of three cells."""
    Event.objects.all()._raw_delete("default")
    return {
        "cell": tell(
            "person.added", cast.member.person, cast.secretary, cast.cell, note="Chuyển đến từ xã bên"
        ),
        "other": tell("post.given", cast.other_secretary.person, cast.committee, cast.other_cell),
        "far": tell("post.ended", cast.far_secretary.person, cast.far_secretary, cast.far_cell),
    }


def seen(actor, acts):
    visible = set(queries.events_for(actor))
    return {name for name, event in acts.items() if event in visible}


def test_each_sees_what_her_post_reaches(cast, acts):
    assert seen(cast.member, acts) == set()
    assert seen(cast.secretary, acts) == {"cell"}
    assert seen(cast.other_secretary, acts) == {"other"}
    assert seen(cast.committee, acts) == {"cell", "other"}
    assert seen(cast.inspector, acts) == {"cell", "other", "far"}
    assert seen(cast.former, acts) == set()


def test_reach_alone_opens_no_history(cast):
    told = tell("unit.found", cast.cell, cast.secretary, cast.cell)
    of_a_room = Event._meta.get_field("subject_type"), None, "adoptions.adoption"
    Event.objects.filter(pk=told.pk)._update([of_a_room])  # whose things are read without a right of its own
    assert told in queries.events_for(cast.inspector)
    assert told not in queries.events_for(cast.protector)


def test_ones_own_acts_stay_readable_wherever_they_were_done(cast, acts):
    assert acts["other"] in queries.events_for(cast.committee)
    mine = tell("person.added", cast.member.person, cast.member, cast.far_cell)
    assert list(queries.events_for(cast.member)) == [mine]


def test_an_administrator_does_not_read_contents_through_the_history(cast, acts):
    closed = queries.closed_rooms(cast.administrator)
    assert "people" not in closed and "registrations" in closed
    assert queries.closed_rooms(cast.inspector) == []
    secret = tell("registration.returned", cast.member.person, cast.secretary, cast.cell, note="chưa rõ")
    Event.objects.filter(pk=secret.pk)._update(
        [(Event._meta.get_field("subject_type"), None, "registrations.registration")]
    )
    assert secret in queries.events_for(cast.secretary)
    assert secret not in queries.events_for(cast.administrator)
    assert seen(cast.administrator, acts) == {"cell", "other", "far"}


def test_the_page_says_who_did_what_with_which_post_and_why(cast, acts):
    page = cast.client("secretary").get("/lich-su/").content.decode()
    assert "Nguyễn Thị Lan</b> thêm:" in page
    assert "Chuyển đến từ xã bên" in page
    assert "Bí thư chi bộ" in page
    assert "Lò Văn Pánh" not in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("don-vi=Nà Lùng", ["Lò Văn Pánh"]),
        ("viec=thêm", ["Đỗ Thị Hương"]),
        ("tu=16/11/2026&den=16/11/2026", ["Đỗ Thị Hương", "Lò Văn Pánh", "Giàng A Sử"]),
        ("tu=17/11/2026", []),
    ],
)
def test_it_can_be_narrowed_by_unit_act_and_day(cast, acts, asked, found):
    page = cast.client("inspector").get(f"/lich-su/?{asked}").content.decode()
    everyone = ["Đỗ Thị Hương", "Lò Văn Pánh", "Giàng A Sử"]
    assert [name for name in everyone if f'">{name}</a>' in page] == found
    if not found:
        assert "Không có việc nào khớp" in page


def test_a_unit_is_looked_for_where_one_reaches_or_has_acted_and_not_in_the_whole_country(cast, acts):
    def looked_at(actor):
        return set(queries.places_acted_at(actor).values_list("unit_id", flat=True))

    assert looked_at(cast.secretary) == {cast.cell.pk}
    tell("person.added", cast.member.person, cast.secretary, cast.far_cell)
    assert looked_at(cast.secretary) == {cast.cell.pk, cast.far_cell.pk}
    assert cast.far_cell.pk in looked_at(cast.officer) and looked_at(cast.member) == set()


def test_a_day_that_does_not_exist_is_said_beside_the_box(cast, acts):
    page = cast.client("inspector").get("/lich-su/?tu=31/02/2026").content.decode()
    assert "không có thật" in page
    assert page.count('aria-invalid="true"') == 1
    assert "<title>Lỗi: " in page


def test_a_long_history_is_read_in_stretches_without_counting_it(cast, acts, monkeypatch):
    monkeypatch.setattr(pages, "AT_ONCE", 2)
    browser = cast.client("inspector")
    first = browser.get("/lich-su/")
    assert [e.subject_label for e in first.context["events"]] == ["Giàng A Sử", "Lò Văn Pánh"]
    rest = browser.get(f"/lich-su/?truoc={first.context['older']}")
    assert [e.subject_label for e in rest.context["events"]] == ["Đỗ Thị Hương"]
    assert rest.context["older"] is None


@pytest.mark.parametrize("walked", [1, 2, 50_000])
def test_a_province_whose_last_acts_are_long_ago_reads_the_same(cast, acts, monkeypatch, walked):
    monkeypatch.setattr(queries, "STRETCH", walked)
    elsewhere = cast.leader_elsewhere()
    far_away = tell("post.ended", cast.far_secretary.person, elsewhere, elsewhere.unit)
    told = queries.newest_for(cast.inspector, Event.objects.all(), 3)
    assert told == [acts["far"], acts["other"], acts["cell"]]
    assert queries.newest_for(cast.inspector, Event.objects.all(), 3, far_away.pk) == told
    assert queries.newest_for(cast.inspector, Event.objects.all(), 3, acts["far"].pk) == told[1:]


def test_the_life_of_one_thing_is_told_from_its_beginning(cast, acts):
    tell("post.ended", cast.member.person, cast.secretary, cast.cell, on=dt.date(2026, 11, 16))
    page = cast.client("secretary").get(f"/lich-su/people.person/{cast.member.person.pk}/")
    assert [event.verb for event in page.context["events"]] == ["person.added", "post.ended"]


def test_another_cells_thing_answers_like_one_that_does_not_exist(cast, acts):
    browser = cast.client("other_secretary")
    foreign = browser.get(f"/lich-su/people.person/{cast.member.person.pk}/")
    nowhere = browser.get("/lich-su/people.person/99999/")
    assert foreign.status_code == nowhere.status_code == 404


def test_the_page_costs_the_same_for_few_and_for_many(cast, acts, django_assert_max_num_queries):
    browser = cast.client("committee")
    for _n in range(30):
        tell("person.added", cast.member.person, cast.secretary, cast.cell)
    with django_assert_max_num_queries(12):
        browser.get("/lich-su/")


def test_a_verb_is_said_in_vietnamese_and_an_unknown_one_without_more():
    assert said("registration.returned") == "trả lại để sửa"
    assert said("nowhere.came_about") == "ghi một việc"
    assert "registration.submitted" in verbs_said("gửi")
    assert (
        choices().index("bỏ") < choices().index("duyệt") < choices().index("đề nghị") < choices().index("gửi")
    )

"""Classes, courses and papers of a cell stand on no list and no page of who does not reach it or may not read them."""

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.study import actions
from lantoa.study.models import Certificate, ClassAbsence, ClassUnit, Essay, StudyClass, reads_below
from lantoa.study.tests.access import prepare
from lantoa.study.tests.test_whose_class_it_is import powerless
from tests.cast import LONG_AGO, person

pytestmark = pytest.mark.django_db

LISTS = ["index", "class_units", "courses", "admissions"]


def post_of(cast, name, role, reach, place="commune"):
    """Somebody with a post, in the commune unless said otherwise."""
    held = {"unit": getattr(cast, place), "role": role, "reach": reach, "starts": LONG_AGO}
    return actors.as_post(Post.objects.create(person=person(name, None), **held), cast.today)


@pytest.fixture
def adviser(cast):
    """Who advises the commune: she writes classes down and reads no papers."""
    cast.adviser = post_of(cast, "Hà Thị Vân", "officer", "subtree")
    return cast.adviser


@pytest.fixture
def alone(cast):
    """Who acts for the commune's committee without the cells below it."""
    cast.alone = post_of(cast, "Hà Thị Hoa", "committee", "unit")
    return cast.alone


@pytest.mark.parametrize("name", LISTS)
def test_who_acts_for_the_commune_alone_finds_nothing_of_its_cells_on_a_list(cast, alone, name):
    prepare(cast)
    found = [
        cast.client(who).get(reverse(f"study:{name}")).context["page"].paginator.count
        for who in ("committee", "alone")
    ]
    assert found[0] and not found[1]


def test_curricula_of_another_cell_are_not_listed(cast):
    prepare(cast)
    here, there = (
        cast.client(who).get(reverse("study:curricula")).content.decode()
        for who in ("secretary", "other_secretary")
    )
    assert cast.curriculum.name in here and cast.curriculum.name not in there


def test_names_are_read_by_who_writes_them_in_reach(cast):
    prepare(cast)
    for things in (ClassAbsence.objects, Certificate.objects):
        assert things.visible_to(cast.secretary).exists()
        for elsewhere in (cast.inspector, cast.far_secretary):
            assert not things.visible_to(elsewhere).exists()
    inspector = cast.client("inspector")
    assert not inspector.get(cast.studied.get_absolute_url()).context["absences"]
    assert not inspector.get(cast.course.get_absolute_url()).context["certificates"]


def test_classes_and_who_came_from_where_are_read_in_reach_by_right(cast):
    prepare(cast)
    for things in (ClassUnit.objects, StudyClass.objects):
        assert things.visible_to(cast.secretary).exists()
        for nobody in (cast.far_secretary, powerless(cast.secretary)):
            assert not things.visible_to(nobody).exists()


def test_who_advises_a_commune_or_a_cell_reads_no_paper_of_it(cast, adviser):
    prepare(cast)
    assert reads_below(cast.committee) and not reads_below(adviser)
    for by in (adviser, post_of(cast, "Lò Thị Én", "officer", "unit", "cell")):
        assert not Essay.objects.visible_to(by).exists()
    assert not cast.client("adviser").get(cast.studied.get_absolute_url()).context["essays"]


def test_papers_wait_to_be_read_in_the_cell_of_who_wrote_them(cast):
    prepare(cast)
    for who, is_there in (("secretary", True), ("other_secretary", False)):
        read = cast.client(who).get(reverse("study:mine")).context["to_read"]
        assert (cast.essay in read) is is_there


def test_from_a_paper_the_way_back_leads_to_no_class_that_she_may_not_open(cast):
    prepare(cast)
    told = {"topic": "Nghị quyết của xã", "level": "grassroots", "held_on": dt.date(2026, 10, 7)}
    held = actions.record_class(
        unit=cast.commune, party_summoned=9, party_attended=9, by=cast.committee, **told
    )
    said = {"understood": "Nêu gương.", "applied": "Còn đi muộn.", "will_do": "Đúng giờ."}
    paper = actions.write_essay(held, by=cast.member, **said)
    for who, is_led in (("committee", True), ("secretary", False)):
        page = cast.client(who).get(paper.get_absolute_url()).content.decode()
        assert (f'href="{held.get_absolute_url()}' in page) is is_led

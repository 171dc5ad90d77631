"""What is found is what may be seen: the index and the rooms' own words about who sees what agree for everybody."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.documents.models import Document
from lantoa.organisation import actions as organisation
from lantoa.organisation.models import Placement
from lantoa.people.models import Membership, Person
from lantoa.practices import actions as practices
from lantoa.practices.models import Practice
from lantoa.practices.tests import stories
from lantoa.programme import actions as programme
from lantoa.programme.models import Movement
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from lantoa.searching import actions, queries
from lantoa.searching.models import Entry
from lantoa.study import actions as study
from lantoa.study.models import Course
from tests.cast import ROLES

pytestmark = pytest.mark.django_db
SEEN = {
    "unit": lambda actor: (
        Placement.objects.visible_to(actor).filter(starts__lte=actor.on).values_list("unit_id")
    ),
    "person": lambda actor: Person.objects.visible_to(actor).values_list("pk"),
    "registration": lambda actor: Registration.objects.visible_to(actor).values_list("pk"),
    "practice": lambda actor: Practice.objects.visible_to(actor).values_list("pk"),
    "movement": lambda actor: Movement.objects.all().visible_to(actor).values_list("pk"),
    "course": lambda actor: Course.objects.visible_to(actor).values_list("pk"),
    "document": lambda actor: Document.objects.visible_to(actor).values_list("pk"),
}


def agrees(cast, *, on=None):
    actions.catch_up()
    for who in ROLES:
        actor = getattr(cast, who)
        actor = actor.as_of(on) if on else actor
        for few in (queries.FEW_UNITS, -1):
            seeing = queries.Seeing(actor)
            if few < 0 and seeing.path:
                seeing.few = None
            for source in queries.sources():
                found = {row.key for row in queries.visible(seeing, source, [], None)}
                assert found == {pk for (pk,) in SEEN[source.code](actor)}, (who, source.code, few)


def a_world(cast):
    papers.submitted(cast.member)
    papers.drafted(cast.colleague)
    papers.drafted(cast.other_secretary)
    papers.entered(cast.secretary, cast.secretary.person)
    stories.of_a_member(cast)
    stories.proposed(stories.of_the_cell(cast, name="Chờ"), cast.secretary)
    stories.running(cast, name="Đang làm")
    told = stories.running(cast, name="Đã dừng")
    practices.stop(told, by=cast.secretary, reason="ít người tham gia")
    practices.publish_lesson(told, by=cast.secretary)
    for unit, by in (
        (cast.province, cast.officer),
        (cast.commune, cast.committee),
        (cast.cell, cast.secretary),
    ):
        told = {"unit": unit, "by": by, "starts": cast.today}
        programme.launch_movement(name="Sạch làng", level="unit", **told)
        study.record_course(kind="theory", name="Lớp lý luận", participants=9, has_programme=True, **told)


def test_everyone_finds_exactly_what_she_may_see(cast):
    a_world(cast)
    agrees(cast)
    assert Entry.objects.filter(kind="practice").count() == 4


@pytest.mark.deep
def test_after_a_transfer_a_merger_and_a_move_it_still_agrees(cast):
    a_world(cast)
    agrees(cast)
    Membership.objects.filter(person=cast.member.person).update(ends=cast.today)
    Membership.objects.create(person=cast.member.person, unit=cast.other_cell, starts=cast.today)
    actions.rebuild()
    agrees(cast)
    organisation.merge([cast.cell, cast.other_cell], name="Chi bộ Hòa Bình", on=cast.today, by=cast.system)
    agrees(cast)
    organisation.move(cast.commune, parent=cast.far, on=cast.today, by=cast.system)
    agrees(cast)


@pytest.mark.deep
def test_a_change_to_come_is_seen_from_its_day_without_anything_running_at_night(cast):
    a_world(cast)
    later = cast.today + dt.timedelta(days=30)
    organisation.move(cast.cell, parent=cast.far, on=later, by=cast.system)
    agrees(cast)
    agrees(cast, on=later)

"""Classes, courses and certificates are written by who reaches their unit, and read by who may view study."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.study import actions, exchange, queries
from lantoa.study.models import Admission, ClassUnit, Course
from lantoa.study.tests.access import prepare

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 9, 2)
WHY = "Ghi nhầm."
ACTS = {
    "record an admission": lambda c, by: actions.record_admission(
        unit=c.cell, admitted_on=DAY, people=1, by=by
    ),
    "strike out an admission": lambda c, by: actions.strike_out_admission(c.admission, reason=WHY, by=by),
    "make up for an absence": lambda c, by: actions.make_up_for(c.absence, on=c.today, by=by),
    "say how many a unit sent": lambda c, by: actions.record_part(
        c.studied, unit=c.cell, summoned=2, attended=1, by=by
    ),
    "remove what a unit sent": lambda c, by: actions.remove_part(c.part, by=by),
    "strike out a certificate": lambda c, by: actions.strike_out_certificate(
        c.certificate, reason=WHY, by=by
    ),
    "correct an intake": lambda c, by: actions.change_intake(c.intake, people=3, by=by),
    "remove an intake": lambda c, by: actions.remove_intake(c.intake, by=by),
}


def powerless(actor):
    """The same post in a role without any right."""
    return replace(actor, permissions=frozenset())


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nothing_of_a_cell_is_written_by_who_does_not_reach_it(cast, act):
    prepare(cast)
    for nobody in (cast.member, cast.far_secretary):
        with pytest.raises(NotAllowed):
            act(cast, nobody)


def test_a_part_is_told_by_who_reaches_the_class_and_the_unit(cast):
    prepare(cast)
    with pytest.raises(NotAllowed):
        actions.record_part(cast.studied, unit=cast.other_cell, summoned=2, attended=1, by=cast.secretary)


def test_whoever_may_not_view_study_reads_none_of_it_and_writes_on_no_class(cast):
    prepare(cast)
    for things in (Course.objects, Admission.objects, ClassUnit.objects):
        assert things.visible_to(cast.secretary).exists()
        assert not things.visible_to(powerless(cast.secretary)).exists()
    assert queries.classes_of(cast.member).exists()
    assert not queries.classes_of(powerless(cast.member)).exists()


def test_a_list_that_comes_in_offers_the_classes_in_reach(cast):
    prepare(cast)
    assert set(exchange._classes(cast.cell, cast.secretary).things) == {cast.study_class.pk, cast.studied.pk}
    assert not exchange._classes(cast.far_cell, cast.far_secretary).things


def test_a_curriculum_from_above_is_read_below_and_mended_by_who_keeps_it(cast):
    above = actions.set_curriculum(
        unit=cast.commune,
        by=cast.committee,
        kind="prospective",
        name="Chương trình của xã",
        starts=dt.date(2026, 1, 1),
        topics="Lịch sử Đảng (5 tiết)",
        programme_topics="",
    )
    address = reverse("study:curriculum_edit", args=[above.pk])
    assert cast.client("secretary").get(address).status_code == 403

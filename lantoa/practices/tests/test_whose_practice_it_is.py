"""A practice is written by whose it is, who drafted it and who judges in its unit: by role and unit together."""

from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.practices import actions, queries
from lantoa.practices.models import Lesson
from lantoa.practices.tests import stories
from lantoa.practices.tests.test_lessons import stopped

pytestmark = pytest.mark.django_db


def powerless(actor):
    """The same post in a role without any right."""
    return replace(actor, permissions=frozenset())


def test_drafting_writing_and_naming_go_by_role_and_unit(cast):
    with pytest.raises(NotAllowed):
        stories.of_the_cell(cast, by=cast.far_secretary)
    hers = stories.of_a_member(cast)
    assert queries.may_write(cast.member, hers) and not queries.may_write(powerless(cast.member), hers)
    named = hers.named.first()
    assert named
    for nobody in (cast.colleague, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.remove_name(named, by=nobody)


def test_criteria_are_kept_by_who_may_edit_the_programme_and_lessons_read_by_who_views(cast):
    with pytest.raises(NotAllowed):
        actions.save_criterion(by=powerless(cast.officer), text="Tiết kiệm")
    actions.publish_lesson(stopped(cast), by=cast.secretary)
    assert Lesson.objects.visible_to(cast.far_secretary).exists()
    assert not Lesson.objects.visible_to(powerless(cast.far_secretary)).exists()

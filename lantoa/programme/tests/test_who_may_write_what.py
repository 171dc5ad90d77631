"""What a unit gives, joins and plans is written by who reaches it; what all rest on by who keeps the lists."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.programme import actions
from lantoa.programme.models import DirectiveAnswer, Movement, Participant, Participation
from lantoa.programme.tests.access import prepare

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 6, 1)
REVIEW = {"reviewed_on": DAY, "kind": "interim", "results": "Giúp hai hộ."}
ACTS = {
    "change a movement": lambda c, by: actions.change_movement(c.movement, name="Tên khác", by=by),
    "answer a document": lambda c, by: actions.answer_directive(
        c.asked, unit=c.cell, done_on=c.today, said="Đã làm.", by=by
    ),
    "join": lambda c, by: actions.join_movement(c.movement, unit=c.other_cell, joined_on=DAY, by=by),
    "correct a line": lambda c, by: actions.change_participation(c.joined, joined_on=DAY, persons=9, by=by),
    "leave": lambda c, by: actions.leave_movement(c.joined, on=DAY, reason="Sáp nhập", by=by),
    "review": lambda c, by: actions.review_participation(c.joined, by=by, **REVIEW),
    "name somebody": lambda c, by: actions.name_participants(
        c.joined, names=str(by.person), joined_on=DAY, by=by
    ),
    "end a name": lambda c, by: actions.end_participation_of(c.participant, on=c.today, by=by),
    "issue a plan": lambda c, by: actions.issue_plan(
        c.submitted, number="09-KH/CB", issued_on=c.today, by=by
    ),
    "finish a task": lambda c, by: actions.finish_task(c.task, on=c.today, by=by),
}


def powerless(actor):
    """The same post in a role without any right."""
    return replace(actor, permissions=frozenset())


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nothing_of_a_unit_is_written_by_who_does_not_reach_it(cast, act):
    prepare(cast)
    with pytest.raises(NotAllowed):
        act(cast, cast.far_secretary)


def test_a_document_is_replaced_by_who_issued_it_also_when_it_is_corrected(cast):
    prepare(cast)
    with pytest.raises(BadInput, match="nơi ban hành"):
        actions.change_directive(
            cast.asked, issued_on=dt.date(2026, 3, 2), replaces=cast.directive, by=cast.committee
        )


def test_what_all_rest_on_is_recorded_by_who_keeps_the_lists(cast):
    with pytest.raises(NotAllowed):
        actions.record_basis(symbol="99-CT/TW", starts=DAY, by=cast.committee)


def test_answers_go_by_reach_and_the_rest_by_role(cast):
    prepare(cast)
    actions.answer_directive(
        cast.asked, unit=cast.cell, done_on=cast.today, said="Đã làm.", by=cast.secretary
    )
    answers = DirectiveAnswer.objects
    assert answers.visible_to(cast.committee).exists()
    assert not answers.visible_to(cast.far_secretary).exists()
    for things in (Movement.objects, Participation.objects, Participant.objects):
        assert things.all().visible_to(cast.secretary).exists()
        assert not things.all().visible_to(powerless(cast.secretary)).exists()


def test_who_is_named_elsewhere_ends_no_name_and_a_plan_from_above_is_not_rewritten(cast):
    prepare(cast)
    named = Participant.objects.create(
        participation=cast.joined, person=cast.far_secretary.person, joined_on=DAY
    )
    end = reverse("programme:participant_end", args=[named.pk])
    assert cast.client("far_secretary").get(end).status_code == 403
    rewrite = reverse("programme:plan_edit", args=[cast.asking.pk])
    assert cast.client("secretary").get(rewrite).status_code == 403


def test_who_is_in_no_unit_is_told_so(cast):
    with pytest.raises(NotAllowed, match="chưa thuộc đơn vị nào"):
        actions.launch_movement(unit=None, name="Giúp nhau", starts=DAY, by=cast.committee)

"""Without the right nobody judges, not even in the unit that is asked; what a province tries stays in it."""

from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.consents import actions as consents
from lantoa.foundation.errors import NotAllowed
from lantoa.practices import actions, queries
from lantoa.practices.models import Lesson, MovementAssessment, Practice, RecognitionRequest
from lantoa.practices.tests.access import evidence, prepare
from lantoa.practices.tests.stories import of_the_cell, running, words
from lantoa.programme import actions as programme

pytestmark = pytest.mark.django_db


def inspecting(cast, unit):
    """Who views and writes practices in the unit and judges none."""
    return replace(cast.inspector, unit=unit, reach="unit")


def put_forward(cast):
    """A practice of the cell that the commune is asked to recognise; a member stands in its story."""
    one = actions.report_result(
        running(cast, names=["Đỗ Thị Hương"], consented=True), text="40 hộ", by=cast.secretary
    )
    return actions.ask_recognition(one, level="grassroots", by=cast.secretary)


def test_without_the_right_to_judge_nothing_waits_for_ones_word(cast):
    prepare(cast)
    judge, nobody = cast.committee, inspecting(cast, cast.commune)
    for things in (Practice.objects, RecognitionRequest.objects):
        assert things.awaiting(judge).exists() and not things.awaiting(nobody).exists()
    waiting, agreed = cast.things["waiting"], cast.things["agreed"]
    assert queries.may_judge(judge, waiting) and not queries.may_judge(nobody, waiting)
    assert queries.may_recognise(cast.leader, agreed) and not queries.may_recognise(cast.inspector, agreed)
    movement = cast.things["movement"]
    assert queries.assessable(movement, cast.leader) and not queries.assessable(movement, cast.inspector)


def test_without_the_right_to_judge_the_practices_of_ones_unit_are_not_ones_own_to_write(cast):
    draft, inspector = of_the_cell(cast), inspecting(cast, cast.cell)
    assert queries.may_write(cast.secretary, draft) and not queries.may_write(inspector, draft)
    assert draft in Practice.objects.of(cast.secretary) and draft not in Practice.objects.of(inspector)


def test_without_the_right_to_write_nobody_drafts_even_for_her_own_unit(cast):
    with pytest.raises(NotAllowed, match="chỉ đề xuất"):
        actions.draft(unit=cast.province, by=cast.administrator, **words())


def test_what_is_hidden_is_put_to_nobody_and_told_of_no_movement(cast):
    asked = put_forward(cast)
    movement = programme.launch_movement(
        unit=cast.province, name="Dân vận khéo", level="province", starts=cast.today, by=cast.officer
    )
    Practice.objects.filter(pk=asked.practice_id).update(movement=movement)
    panel = reverse("practices:of_movement", args=[movement.pk])

    def told():
        listed = asked.practice.name in cast.client("far_secretary").get(panel).content.decode()
        return RecognitionRequest.objects.awaiting(cast.committee).exists(), listed

    assert told() == (True, True)
    consents.revoke(asked.practice.named.get(), by=cast.secretary)
    assert told() == (False, False)


def test_another_province_reads_no_lesson_no_evidence_and_no_assessment(cast):
    prepare(cast)
    running, movement, lesson = (cast.things[name] for name in ("running", "movement", "lesson"))
    actions.assess_in_movement(movement, {running.pk: True}, assessed_on=cast.today, by=cast.committee)
    cast.elsewhere = cast.leader_elsewhere()
    for things in (Lesson.objects, MovementAssessment.objects):
        assert (
            things.visible_to(cast.far_secretary).exists() and not things.visible_to(cast.elsewhere).exists()
        )
    client = cast.client("elsewhere")
    for name, args in (
        ("lesson", [lesson.pk]),
        ("evidence", evidence(cast)),
        ("of_movement", [movement.pk]),
        ("assess", [movement.pk]),
    ):
        assert client.get(reverse(f"practices:{name}", args=args)).status_code == 404, name
    listed = [cast.client(who).get(reverse("practices:lessons")) for who in ("far_secretary", "elsewhere")]
    assert [page.context["page"].paginator.count for page in listed] == [1, 0]


def test_who_takes_her_name_out_of_a_draft_of_another_is_led_to_her_own(cast):
    about_her = {"subject": "individual", "person": cast.member.person}
    draft = actions.draft(unit=cast.cell, by=cast.secretary, **about_her, **words())
    address = reverse("practices:named_remove", args=[draft.named.get().pk])
    typed = {name: getattr(draft, name) for name in ("name", "reason", "how", "target")}
    assert cast.client("member").post(address, typed, follow=True).redirect_chain[-1][0] == reverse(
        "practices:index"
    )
    assert not Practice.objects.visible_to(cast.member).exists()

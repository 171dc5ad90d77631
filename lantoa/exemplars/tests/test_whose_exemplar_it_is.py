"""An exemplar is written, and a name taken out of it, by the unit that wrote it; judged by the one it was sent to."""

import pytest
from django.urls import reverse

from lantoa.exemplars import actions, queries
from lantoa.exemplars.actions import Name
from lantoa.exemplars.models import Exemplar, ExemplarResult
from lantoa.exemplars.tests import stories
from lantoa.foundation.errors import NotAllowed
from lantoa.registrations import actions as registrations
from lantoa.registrations.tests import papers

pytestmark = pytest.mark.django_db


def test_a_name_is_taken_out_by_who_wrote_it(cast):
    names = [Name(str(one.person), one.person) for one in (cast.member, cast.colleague)]
    named = stories.of_a_member(cast, names=names).named.order_by("pk")[0]
    for nobody in (cast.member, cast.committee, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.remove_name(named, by=nobody, title="Mở đường vào bản", story="Hai nhà cùng lùi rào.")


def test_the_unit_that_judges_it_does_not_rewrite_it(cast):
    waiting = stories.proposed(cast, stories.of_the_group(cast))
    address = reverse("exemplars:edit", args=[waiting.pk])
    assert cast.client("committee").get(address).status_code == 403


def test_in_the_province_who_neither_writes_nor_judges_sees_no_draft_and_decides_nothing(cast):
    told = {"title": "Cả xã thả cá", "story": "Bốn nhà làm thử.", "subject": "collective"}
    draft = actions.draft(unit=cast.province, by=cast.officer, **told)
    sent = actions.propose(actions.draft(unit=cast.commune, by=cast.committee, **told), by=cast.committee)
    assert draft in Exemplar.objects.of(cast.officer) and sent in Exemplar.objects.awaiting(cast.leader)
    for act in (
        lambda: actions.draft(unit=cast.province, by=cast.inspector, **told),
        lambda: actions.propose(draft, by=cast.inspector),
        lambda: actions.publish(sent, by=cast.inspector),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert not Exemplar.objects.of(cast.inspector).exists()
    assert not Exemplar.objects.awaiting(cast.inspector).exists()


def test_what_a_draft_came_to_is_read_by_who_reads_the_draft(cast):
    result = stories.of_a_member(cast).results.get()
    assert result in ExemplarResult.objects.visible_to(cast.secretary)
    assert not ExemplarResult.objects.visible_to(cast.far_secretary).exists()


def test_the_library_of_one_tree_is_not_that_of_another(cast):
    exemplar = stories.published(cast, stories.of_the_group(cast))
    stranger = cast.leader_elsewhere()
    assert exemplar in Exemplar.objects.shared_with(cast.far_secretary)
    assert not Exemplar.objects.shared_with(stranger).exists()


def test_a_paper_that_its_owner_has_not_sent_is_not_offered_to_lean_on(cast):
    paper = papers.drafted(cast.member)
    assert paper not in queries.linkable(cast.cell, cast.secretary)[1]
    registrations.submit(paper, by=cast.member)
    assert paper in queries.linkable(cast.cell, cast.secretary)[1]

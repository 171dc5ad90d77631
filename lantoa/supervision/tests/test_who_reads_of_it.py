"""What a body inspects, samples and notes is read by that body and whom it concerns, each by the right of her role."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.people.models import Post
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from lantoa.supervision import actions, queries, rules, todo
from lantoa.supervision.models import Discipline, Inspection, Note, Remedy, Sample, YearProgramme
from lantoa.supervision.tests import stories
from lantoa.supervision.tests.test_signs import VAGUE, household
from lantoa.supervision.words import Sign

pytestmark = pytest.mark.django_db
SEEN = "Chưa thấy ảnh tháng 9."
LOW = (Discipline, Inspection, Remedy, Sample, Note)


def powerless(actor):
    """The same post in a role without any right."""
    return replace(actor, permissions=frozenset())


def decided(cast, **rest):
    """The province's body disciplines somebody."""
    said = {"form": "Khiển trách", "what": "Chậm khắc phục.", "decided_on": stories.DECIDED}
    return actions.write_discipline(by=cast.inspector, **said | rest)


@pytest.fixture
def inspected(cast):
    """The province's body inspects the commune, has drawn a sample, noted, decided, and asked to mend."""
    papers.approved(cast.member, cast.secretary)
    opened = stories.opened(cast)
    sample = actions.draw_sample(cast.commune, by=cast.inspector, year=papers.YEAR, seed="161126")
    note = actions.write_note(sample.papers.get(), by=cast.inspector, text=SEEN)
    todo = {"finding": "Thiếu ảnh.", "deadline": cast.today, "by": cast.inspector}
    actions.remember_remedy(opened, **todo)
    actions.assign(note, **todo)
    cast.things |= {"open": opened, "sample": sample, "note": note}
    cast.things["discipline"] = decided(cast, unit=cast.commune, decision_number="21-QĐ/UBKT")
    return cast


def test_without_the_right_or_at_another_commune_nothing_of_an_inspection_is_there(inspected):
    cast = inspected
    for model in (*LOW, YearProgramme):
        assert model.objects.visible_to(cast.inspector).exists()
    for model in LOW:
        assert model.objects.visible_to(cast.committee).exists()
    next_door = replace(cast.committee, unit=cast.far)
    for nobody in (powerless(cast.committee), powerless(cast.officer), next_door, cast.far_secretary):
        for model in (*LOW, YearProgramme):
            assert not model.objects.visible_to(nobody).exists(), model
        assert not queries.of_programme(cast.things["open"].programme, nobody).exists()
        assert not Note.objects.concerning(nobody).exists()
    assert Note.objects.concerning(cast.secretary).get() == cast.things["note"]
    assert not Note.objects.concerning(powerless(cast.secretary)).exists()


def test_for_a_unit_answers_who_leads_it_by_right_and_a_decision_is_kept_by_its_body(inspected):
    cast, things = inspected, inspected.things
    asks = {
        "committee": lambda who: queries.is_disciplined(things["discipline"], who),
        "inspector": lambda who: queries.keeps_discipline(things["discipline"], who),
        "secretary": lambda who: queries.stands_for(things["note"], who) is not None,
    }
    for holder, ask in asks.items():
        assert ask(getattr(cast, holder)), holder
        assert not ask(powerless(getattr(cast, holder))) and not ask(cast.far_secretary), holder
    assert queries.answers_for(things["open"], cast.committee)
    assert not queries.answers_for(things["open"], powerless(cast.committee))
    reports = [[one.title for one in todo.items(who)] for who in (cast.committee, cast.far_secretary)]
    assert "Gửi báo cáo tự kiểm tra" in reports[0] and not reports[1]
    samples = [
        queries.earlier_samples(cast.commune, papers.YEAR, who) for who in (cast.inspector, cast.committee)
    ]
    assert samples == [[things["sample"]], []], "another body has drawn none"


def test_lists_name_what_is_inspected_noted_and_decided_to_nobody_far_away(inspected):
    far = inspected.client("far_secretary")
    for name, word in (("disciplines", "21-QĐ/UBKT"), ("notes", SEEN)):
        address = reverse(f"supervision:{name}")
        assert word in inspected.client("committee").get(address).content.decode()
        assert word not in far.get(address).content.decode()
    follows = f"{reverse('supervision:discipline_new')}?cuoc={inspected.things['open'].pk}"
    assert far.get(follows).status_code == 404


def test_a_file_shows_a_member_s_discipline_and_a_sample_to_nobody_who_may_only_view_it(inspected):
    cast, opened = inspected, inspected.things["open"]
    hers = {"unit": cast.cell, "person": cast.member.person, "inspection": opened}
    decided(cast, decision_number="22-QĐ/UBKT", **hers)
    drawn = {"year": papers.YEAR, "seed": "7", "why": "Của cuộc này.", "inspection": opened}
    actions.draw_sample(cast.commune, by=cast.inspector, **drawn)
    for who, reads in (("inspector", True), ("officer", False)):
        page = cast.client(who).get(opened.get_absolute_url())
        shown = [one.person for one in page.context["disciplines"]], len(page.context["samples"])
        assert shown == (([cast.member.person], 1) if reads else ([], 0))


def test_a_member_is_not_shown_the_programme_of_her_cell(cast):
    stories.programme(cast, by="secretary", number="05-CTr/CB")
    page = reverse("supervision:index")
    assert cast.client("secretary").get(page).context["programme"].unit == cast.cell
    assert cast.client("member").get(page).context["programme"] is None


def test_a_body_that_reaches_one_unit_reads_no_paper_below_it(inspected):
    read = reverse("supervision:read", args=[inspected.things["sample"].pk, 1])
    browser = inspected.client("inspector")
    assert browser.get(read).status_code == 200
    Post.objects.filter(pk=inspected.inspector.post_id).update(reach="unit")
    assert browser.get(read).status_code == 404


def test_signs_are_counted_and_opened_among_the_papers_in_reach(cast, monkeypatch):
    papers.approved(cast.member, cast.secretary)
    last = papers.agree(household(cast.other_secretary, 1, VAGUE), cast.other_secretary)
    at = Registration.objects.get(pk=last.pk).approved_at
    Registration.objects.update(approved_by=cast.secretary.person, approved_at=at)
    monkeypatch.setattr(rules, "HASTE_PAPERS", 1)
    cell, far = (replace(cast.committee, unit=unit) for unit in (cast.other_cell, cast.far))
    asked = [(Sign.HASTE, cast.committee), (Sign.HASTE, cell), (Sign.NO_NUMBER, cell), (Sign.NO_NUMBER, far)]
    found = [len(queries.papers_bearing(sign, cast.other_cell, papers.YEAR, who)) for sign, who in asked]
    assert found == [1, 0, 1, 0], "what was agreed to elsewhere makes no haste here"

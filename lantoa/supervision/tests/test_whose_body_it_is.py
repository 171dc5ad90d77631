"""Only the body that inspects writes in its programme, its files and its samples; others are refused by the act."""

from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.supervision import actions, queries
from lantoa.supervision.models import Note, Sample, YearProgramme
from lantoa.supervision.tests import stories
from lantoa.supervision.tests.test_a_sample import noted


def test_neither_another_body_nor_who_has_not_the_right_writes_there(cast):
    note = noted(cast)
    programme = stories.programme(cast, year=2027)
    line = {"kind": "thematic", "unit": cast.commune, "what": stories.WHAT, "month": 11}
    one = actions.plan(stories.programme(cast), by=cast.inspector, **line)
    other = replace(cast.inspector, unit=cast.far)
    todo = {"finding": "Chưa có chỉ tiêu.", "deadline": cast.today}
    for nobody in (other, cast.officer):
        for act in (
            lambda by: actions.plan(programme, by=by, **line),
            lambda by: actions.change(one, by=by, **line),
            lambda by: actions.drop(one, by=by, why="Trùng kế hoạch."),
            lambda by: actions.open_inspection(
                one, by=by, decision_number="57-QĐ", decided_on=stories.DECIDED
            ),
            lambda by: actions.remember_remedy(one, by=by, **todo),
            lambda by: actions.assign(note, by=by, **todo),
            lambda by: actions.pass_on(note.paper, by=by),
            lambda by: actions.draw_sample(
                cast.commune, by=by, year=2026, seed="7", why="Lại", inspection=one
            ),
        ):
            with pytest.raises(NotAllowed):
                act(nobody)
        assert not queries.notes_for(note.paper.sample, nobody)
        assert not Note.objects.visible_to(nobody).exists()
    with pytest.raises(NotAllowed):
        stories.programme(cast, by="officer", year=2028)
    assert not YearProgramme.objects.visible_to(other).exists()
    assert not Sample.objects.visible_to(other).exists()
    assert list(Note.objects.visible_to(cast.inspector)) == [note]


def test_nobody_plans_an_inspection_of_herself_or_ends_her_own_discipline(cast):
    of = {"kind": "thematic", "what": stories.WHAT, "month": 11, "led_by": cast.leader.person}
    line = {**of, "unit": cast.cell, "person": cast.member.person}
    deputy = replace(cast.inspector, stands_for=cast.member.person.pk)
    with pytest.raises(NotAllowed):
        actions.plan(stories.programme(cast), by=deputy, **line)
    planned = stories.planned(cast)
    with pytest.raises(NotAllowed):
        actions.change(planned, by=deputy, **line)
    paper = {"form": "Khiển trách", "what": "Chậm trả lời đơn.", "decision_number": "21-QĐ/UBKT"}
    hers = {"unit": cast.cell, "person": cast.member.person, "decided_on": stories.DECIDED, **paper}
    with pytest.raises(NotAllowed):
        actions.write_discipline(by=cast.officer, **hers)
    written = actions.write_discipline(by=cast.inspector, **hers)
    with pytest.raises(NotAllowed):
        actions.end_discipline(written, by=deputy, ended_on=cast.today, ended_why="Quyết định 30-QĐ/UBKT")


def test_a_file_is_written_by_who_keeps_it_and_a_sample_of_it_drawn_by_nobody_else(cast):
    one = stories.opened(cast)
    near = replace(cast.inspector, unit=cast.commune)
    with pytest.raises(NotAllowed):
        actions.record_paper(stories.paper(one, "plan"), by=near, done_on=cast.today)
    with pytest.raises(NotAllowed):
        actions.draw_sample(cast.commune, by=near, year=2026, seed="7", inspection=one)


def test_pages_refuse_who_reads_a_file_but_does_not_keep_it(cast):
    opened, committee, inspector = stories.opened(cast), cast.client("committee"), cast.client("inspector")
    paper = reverse("supervision:paper", args=[stories.paper(opened, "plan").pk])
    assert committee.get(paper).status_code == 200 and committee.post(paper).status_code == 403
    assert committee.get(f"{reverse('supervision:discipline_new')}?cuoc={opened.pk}").status_code == 403
    assert inspector.get(reverse("supervision:edit", args=[opened.pk])).status_code == 403, "begun already"
    of_the_commune = YearProgramme.objects.create(
        unit=cast.commune, year=2026, number="1", issued_on=cast.today
    )
    assert inspector.get(reverse("supervision:new", args=[of_the_commune.pk])).status_code == 403
    far = replace(cast.inspector, unit=cast.far)
    far_one = actions.plan(
        actions.write_programme(by=far, year=2026, number="1", issued_on=cast.today),
        by=far,
        kind="thematic",
        unit=cast.far_cell,
        what=stories.WHAT,
        month=11,
        led_by=cast.inspector.person,
    )
    assert committee.get(f"{reverse('supervision:draw')}?cuoc={far_one.pk}").status_code == 404

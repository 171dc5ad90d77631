"""Only the body that inspects writes in its programme, its files and its samples; others are refused by the act."""

from dataclasses import replace

import pytest

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

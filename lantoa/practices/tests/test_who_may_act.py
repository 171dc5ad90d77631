"""Whoever does not write a practice changes nothing of it: asked of every act, not only of its page."""

from __future__ import annotations

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.practices import actions
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import of_the_cell, running

STRANGERS = ("member", "other_secretary", "inspector", "far_secretary")


def test_a_draft_is_changed_and_proposed_by_its_unit_alone(cast):
    draft = of_the_cell(cast)
    for who in STRANGERS:
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            actions.edit(draft, by=by, name="Tên khác")
        with pytest.raises(NotAllowed):
            actions.propose(draft, by=by)
    draft.refresh_from_db()
    assert draft.status == "draft" and draft.name == "Nhà văn hóa sáng đèn"


def test_results_and_core_parts_are_written_by_its_unit_alone(cast):
    ours = running(cast)
    before = Practice.objects.values().get()
    for who in STRANGERS:
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            actions.report_result(ours, by=by, text="Làm được nhiều việc.")
        with pytest.raises(NotAllowed):
            actions.write_core_parts(ours, by=by, texts=["Xếp lịch"])
    assert Practice.objects.values().get() == before

"""Whoever has not the right, or does not reach the unit, begins and writes no report of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import RequestFactory

from lantoa.foundation.addresses import page_above
from lantoa.foundation.errors import NotAllowed
from lantoa.reports import actions
from lantoa.reports.models import Outline, Report
from lantoa.reports.tests.test_outlines import kept
from lantoa.reports.tests.world import NOW, YEAR


def test_nobody_begins_or_writes_a_report_without_right_and_reach(cast):
    ours = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    for by in (cast.inspector, cast.member, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.begin(unit=cast.commune, period=YEAR, by=by)
        with pytest.raises(NotAllowed):
            actions.write(ours, texts={}, heads={"abstract": "khác"}, by=by, at=NOW)
    assert Report.objects.get() == ours and Report.objects.get().abstract == ""


def test_who_may_neither_view_nor_compose_finds_no_report_and_no_outline(cast):
    actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    kept(cast, given_below=True)
    bare = replace(cast.committee, permissions=frozenset())
    for things in (Report.objects, Outline.objects):
        assert things.visible_to(cast.committee).exists() and not things.visible_to(bare).exists()
    assert not Report.objects.visible_to(cast.far_secretary).exists()


def test_the_way_back_from_a_report_leads_to_no_page_that_one_may_not_open(cast):
    request = RequestFactory().get("/bao-cao/1/")
    for actor, back in ((cast.officer, "/bao-cao/"), (cast.member, "/")):
        request.actor = actor
        assert page_above(request) == back

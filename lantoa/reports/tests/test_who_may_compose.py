"""Whoever has not the right, or does not reach the unit, begins and writes no report of it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import reverse
from docx import Document

from lantoa.foundation.addresses import page_above
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.reports import actions, queries
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


def test_issuing_asks_for_its_own_right_and_the_reach(cast):
    ours = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    for by in (cast.officer, replace(cast.committee, unit=cast.far)):
        with pytest.raises(NotAllowed):
            actions.issue(ours, on=cast.today, letters="ĐU", by=by, at=NOW)


def test_reports_and_drafts_are_listed_by_right_and_reach(cast):
    ours = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    assert queries.reports_for(cast.committee).get() == queries.drafts_of(cast.committee).get() == ours
    assert not queries.reports_for(cast.far_secretary).exists()
    assert not queries.drafts_of(replace(cast.committee, permissions=frozenset({"reports.view"}))).exists()


def test_an_outline_kept_above_for_itself_is_not_offered_below(cast):
    outline, client = kept(cast), cast.client("committee")
    assert outline.name not in client.get(reverse("reports:outlines")).content.decode()
    begun = client.get(reverse("reports:outline_new"), {"tu": outline.pk}).content.decode()
    assert "Học tập nghị quyết" not in begun
    with pytest.raises(BadInput, match="Không còn đề cương này"):
        actions.begin(unit=cast.commune, period=YEAR, outline=str(outline.pk), by=cast.committee)


def test_who_reaches_only_the_office_itself_does_not_read_who_below_has_filled_it(cast):
    outline = kept(cast, given_below=True)
    actions.begin(unit=cast.commune, period=YEAR, outline=str(outline.pk), by=cast.committee)
    for by, filled in ((cast.officer, 1), (replace(cast.officer, reach="unit"), 0)):
        reports = [report for _place, report in queries.filled_below(outline, YEAR, by) if report]
        assert len(reports) == filled


def test_no_report_is_compared_with_the_numbers_of_another_commune(cast):
    out = io.BytesIO()
    Document().save(out)
    typed = {
        "unit": cast.far.code,
        "period": "2025",
        "file": SimpleUploadedFile("bao-cao.docx", out.getvalue()),
    }
    assert cast.client("committee").post(reverse("reports:compare"), typed).status_code == 404

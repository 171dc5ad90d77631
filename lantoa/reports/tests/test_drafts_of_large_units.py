"""The draft of a large unit reads what was counted beforehand and says up to when; what is issued is counted anew."""

import pytest
from django.urls import reverse

from lantoa.figures import counting
from lantoa.figures.folding import folder
from lantoa.foundation import clock
from lantoa.registrations.tests.papers import submitted
from lantoa.reports import actions
from lantoa.reports.compose import content_of
from lantoa.reports.content import as_json, content_from
from lantoa.reports.models import Report
from lantoa.reports.tests.world import NOW, YEAR, every_text, furnish, open_terms

SAID = "Số liệu của bản nháp tính đến"


@pytest.fixture
def draft(cast, monkeypatch):
    """The commune's, written to the end. It is large: everything was counted, then somebody registered."""
    furnish(cast)
    open_terms(cast)
    made = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    made = actions.write(made, texts=every_text(), heads={}, by=cast.committee, at=NOW)
    monkeypatch.setattr(counting, "MOST_LISTED", 1)
    folder.begin(clock.now(), cast.today)
    submitted(cast.member)
    return made


def registered(content):
    return next(one for one in content.figures if one.code == "registrations.registered" and not one.split)


def told(report, cast):
    return content_of(report, now=NOW, today=cast.today)


def test_the_draft_says_up_to_when_its_numbers_tell_and_the_paper_counts_anew(cast, draft):
    before = told(draft, cast)
    page = cast.client("committee").get(reverse("reports:show", args=[draft.pk])).content.decode()
    assert before.counted_at and SAID in page
    assert registered(before).exact == 0
    issued = actions.issue(draft, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)
    signed = told(Report.objects.get(pk=issued.pk), cast)
    assert registered(signed).exact == 1 and signed.counted_at is None
    page = cast.client("committee").get(reverse("reports:show", args=[draft.pk])).content.decode()
    assert SAID not in page


@pytest.mark.deep(one_in=3)
def test_folded_again_the_draft_says_the_same_as_its_records(cast, draft, monkeypatch):
    folder.begin(clock.now(), cast.today)
    read = told(draft, cast)
    monkeypatch.setattr(counting, "MOST_LISTED", 200)
    counted = told(draft, cast)
    assert counted.counted_at is None
    assert [(one.code, one.split, one.exact) for one in read.figures] == [
        (one.code, one.split, one.exact) for one in counted.figures
    ]
    assert (read.annex, read.units, read.missing) == (counted.annex, counted.units, counted.missing)


@pytest.mark.deep(one_in=3)
def test_a_paper_kept_before_this_was_told_is_still_read(cast, draft):
    kept = as_json(told(draft, cast))
    del kept["counted_at"]
    assert content_from(kept).counted_at is None

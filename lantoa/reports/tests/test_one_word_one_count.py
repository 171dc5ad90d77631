"""One word, one count: whatever page names a measure says the same number, in the same words, and its link opens it."""

import pytest

from lantoa.commendations.tests import stories as commendations
from lantoa.figures.catalogue import catalogue
from lantoa.figures.figure import Figure
from lantoa.figures.measure import Share
from lantoa.foundation.text import fold
from lantoa.practices.tests import stories as practices
from lantoa.registrations.tests.papers import submitted
from lantoa.reports.tests.world import composed, declare
from lantoa.statistics import queries
from tests.cast import TODAY

CARDS = [(one.title, one.code) for one in queries.CARDS]
ELSEWHERE = [*((title, code) for title, code in queries.STAGES), *queries.COLUMNS]


def furnished(cast):
    """Some of everything, recorded and declared, in two communes."""
    submitted(cast.member)
    practices.running(cast)
    practices.registered(cast, name="Tủ sách bên nhà rông")
    commendations.recorded(
        cast, commendations.collective(cast.cell), commendations.individual(cast.cell, cast.member.person)
    )
    declare(cast, "outreach.articles", cast.far, addable=True, value=4)


def on_the_overview(cast):
    found = queries.overview(cast.province, composed(cast.province).period, today=TODAY)
    figures = [*(card.figure for card in found.cards), *(stage.figure for stage in found.stages), *found.size]
    return figures


def on_the_pages_of_numbers(cast):
    browser = cast.client("officer")
    found = []
    for room in {code.split(".")[0] for code in catalogue()}:
        found += browser.get(f"/so-lieu/?nhom={room}&ky=2026").context["figures"]
    return found


def said(one: Figure) -> tuple:
    return one.label, one.exact, one.numerator, one.denominator, one.unit_of_count


@pytest.mark.deep(slow=True)
def test_every_page_that_names_a_measure_says_the_same_number_in_the_same_words(cast):
    furnished(cast)
    content = composed(cast.province)
    whole = [one for one in content.figures if not one.split and one.unit_code == cast.province.code]
    told: dict[str, set] = {}
    for one in [*on_the_overview(cast), *on_the_pages_of_numbers(cast), *whole]:
        if one.code in catalogue():
            told.setdefault(one.code, set()).add(said(one))
    assert {code: ways for code, ways in told.items() if len(ways) > 1} == {}
    assert len(told) == len(catalogue())


def test_a_number_of_the_overview_opens_the_same_number(cast):
    furnished(cast)
    browser = cast.client("officer")
    for one in on_the_overview(cast):
        opened = browser.get(one.url).context
        assert said(opened["figure"]) == said(one)
        if "total" in opened and one.kind == "number":
            assert opened["total"] == one.exact or catalogue()[one.code].counts.__class__.__name__ == "Total"


@pytest.mark.deep(slow=True)
def test_the_annex_says_what_the_page_of_numbers_says(cast):
    furnished(cast)
    shown = {one.code: one for one in on_the_pages_of_numbers(cast)}
    rows = [row for row in composed(cast.province).annex if row.code in shown and row.now.number is not None]
    assert rows and all(row.now.number == shown[row.code].exact for row in rows)
    assert all(row.label == shown[row.code].label for row in rows)


def counted(code):
    """What the words count: "84/126" says of its upper side what that says alone."""
    counts = catalogue()[code].counts
    return counts.numerator if isinstance(counts, Share) else code


def test_the_same_words_never_name_two_counts():
    named: dict[str, set[str]] = {}
    labels = [(measure.label, code) for code, measure in catalogue().items()]
    for words, code in [*CARDS, *ELSEWHERE, *labels]:
        named.setdefault(fold(str(words)), set()).add(counted(code))
    assert {words: codes for words, codes in named.items() if len(codes) > 1} == {}

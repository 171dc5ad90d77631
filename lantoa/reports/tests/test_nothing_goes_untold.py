"""Every measure of the house is told: by a sentence, by a row of the annex, or, where it tells of a person, beside."""

from dataclasses import replace

from lantoa.figures.catalogue import catalogue
from lantoa.figures.measure import Share
from lantoa.reports import form
from lantoa.reports.forms import FORMS


def told(one):
    """The measures that the form names, and of a ratio both its sides."""
    named = one.codes & set(catalogue())
    shares = [catalogue()[code].counts for code in named if isinstance(catalogue()[code].counts, Share)]
    return named | {side for share in shares for side in (share.numerator, share.denominator)}


def test_no_measure_is_told_nowhere():
    for one in FORMS.values():
        assert set(catalogue()) - told(one) - set(one.beside) == set(), (
            "let it name itself (in_annex=True), or name it in a sentence or a row of the form (reports/forms)"
        )


def test_a_measure_names_its_row_itself_where_no_form_knows_it(monkeypatch):
    mine = replace(catalogue()["study.classes"], code="visits.families", in_annex=True)
    monkeypatch.setattr(form, "catalogue", lambda: {mine.code: mine})
    last = FORMS["interim"].rows[-1]
    assert last.code == mine.code and last.key in FORMS["interim"].only_if_any


def test_what_stands_beside_is_counted_and_told_in_no_paper():
    for one in FORMS.values():
        assert set(one.beside) <= set(catalogue()) and not set(one.beside) & one.codes

"""Every measure of the house is told: by a sentence, by a row of the annex, or, where it tells of a person, beside."""

from lantoa.figures.catalogue import catalogue
from lantoa.figures.measure import Share
from lantoa.reports.forms import FORMS


def told(form):
    """The measures that the form names, and of a ratio both its sides."""
    named = form.codes & set(catalogue())
    shares = [catalogue()[code].counts for code in named if isinstance(catalogue()[code].counts, Share)]
    return named | {side for one in shares for side in (one.numerator, one.denominator)}


def test_no_measure_is_told_nowhere():
    for form in FORMS.values():
        assert set(catalogue()) - told(form) - set(form.beside) == set(), (
            "name each in a sentence (reports/forms/interim_sentences.py) or a row of the annex (interim_annex.py)"
        )


def test_what_stands_beside_is_counted_and_told_in_no_paper():
    for form in FORMS.values():
        assert set(form.beside) <= set(catalogue()) and not set(form.beside) & form.codes

"""A form may name a room that is not there; a figure that its room does not declare breaks the build."""

import pytest
from django.conf import settings

from lantoa.figures.catalogue import catalogue
from lantoa.figures.measure import Split
from lantoa.foundation.errors import BadInput
from lantoa.reports import queries
from lantoa.reports.forms import FORMS, form_called

FIGURES = [
    (form, slot)
    for form in FORMS.values()
    for slot in dict.fromkeys([*form.slots, *form.rows])
    if slot.is_figure
]
COUNTING_ROOMS = {measure.room for measure in catalogue().values()}


def where(slot):
    return f"{slot.code}@{slot.split}" if slot.split else slot.code


@pytest.mark.parametrize(
    ("form", "slot"), FIGURES, ids=[f"{form.code}-{where(slot)}" for form, slot in FIGURES]
)
def test_every_figure_a_form_names_is_declared_by_its_room(form, slot):
    room = slot.code.split(".")[0]
    if room in settings.ROOMS and room in COUNTING_ROOMS:
        assert queries.exists(slot), f"{where(slot)} is in forms/{form.code}.py and in no room's measures.py"


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_every_column_of_units_is_declared_by_its_room(form):
    named = [column.code for column in form.units if column.code.split(".")[0] in COUNTING_ROOMS]
    assert [code for code in named if code not in catalogue()] == []


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_facts_are_the_ones_the_composer_gives(form):
    assert {slot.code for slot in form.slots if not slot.is_figure} <= {"unit", "period", "last_day"}


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_the_outline_is_numbered_without_gaps(form):
    roman = [section.number for section in form.sections if section.level == 1]
    assert roman == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"][: len(roman)]
    arabic = [section.number for section in form.sections if section.level == 2]
    assert arabic == [str(n + 1) for n in range(len(arabic))]


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_codes_of_sections_differ_and_declared_figures_have_a_home(form):
    codes = [section.code for section in form.sections]
    assert len(codes) == len(set(codes))
    home = form.section(form.otherwise)
    assert home is not None and not form.holds(home)


def test_an_unknown_form_is_refused_with_the_ones_there_are():
    with pytest.raises(BadInput, match="interim"):
        form_called("tong-ket")


def test_a_split_that_no_room_declares_counts_as_nothing():
    assert isinstance(catalogue()["registrations.registered"].splits["subject"], Split)
    slot = next(s for s in FORMS["interim"].rows if s.split == "subject=collective")
    assert queries.exists(slot)
    assert not queries.exists(type(slot)(slot.code, "subject=nobody"))

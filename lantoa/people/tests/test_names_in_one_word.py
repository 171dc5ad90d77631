"""One-word and ethnic names are names; people are found whichever apostrophe and key they are typed with."""

from __future__ import annotations

import pytest

from lantoa.foundation.errors import BadInput
from lantoa.foundation.tests.forms import Form
from lantoa.people import rules
from lantoa.people.models import Person
from tests.cast import person


@pytest.mark.parametrize("name", ["K'Brơi", "H’Mai", "K’ Brơi", "Y-Moan", "Giàng A Sử"])
def test_a_name_that_is_whole_in_one_word_is_a_full_name(name):
    rules.must_have_name(name)


@pytest.mark.parametrize("name", ["", "'", " - "])
def test_no_name_is_none(name):
    with pytest.raises(BadInput, match="họ và tên"):
        rules.must_have_name(name)


def test_one_word_alone_is_asked_about_and_taken_when_the_papers_say_so(cast):
    form = Form(cast.client("administrator"), "/nguoi/moi/")
    again = form.send(full_name="Sùng", unit=cast.cell.code, status="official", starts="16/11/2026")
    assert "Tên chỉ có một chữ" in again.content.decode() and not Person.objects.named("Sùng").exists()
    Form(cast.client("administrator"), "/nguoi/moi/", page=again).send(_sure="1")
    assert Person.objects.get(full_name="Sùng")


def test_either_apostrophe_finds_her(cast):
    her = person("H’Mai Niê", cast.cell)
    for typed in ("H'Mai", "h’mai", "HʼMAI", "nie h'mai"):
        assert list(Person.objects.named(typed)) == [her]

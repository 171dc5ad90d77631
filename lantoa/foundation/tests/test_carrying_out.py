"""One way for every page to carry an act out: checked whole, called once, a refusal stands beside its box."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.fields import FileField, PlainForm, TextField, as_if_sent, carry_out


class Deed(PlainForm):
    name = TextField(label="Tên")


class Reason(PlainForm):
    why = TextField(label="Vì sao")


def refuses(refusal: Exception):
    def act(**_typed):
        raise refusal

    return act


def test_what_was_typed_reaches_the_act_and_what_it_made_comes_back():
    assert carry_out(Deed({"name": " Nhà sạch "}), lambda name: name.upper()) == "NHÀ SẠCH"
    assert carry_out(Deed({"name": "A"}), lambda **_typed: None) is True
    assert carry_out(Deed({"name": "A"}), lambda **_typed: []) is True, (
        "nothing to tell of is done all the same"
    )


def test_a_form_that_was_not_sent_does_nothing():
    assert carry_out(Deed(), refuses(AssertionError("was called"))) is None


def test_every_form_of_the_page_is_checked_before_anything_happens():
    deed, reason = Deed({"name": ""}), Reason({"why": ""})
    assert carry_out(deed, refuses(AssertionError("was called")), reason) is None
    assert deed.errors["name"] == ["Điền “Tên”."] and reason.errors["why"] == ["Điền “Vì sao”."]


def test_a_refusal_stands_beside_the_box_it_speaks_of_in_whichever_form():
    deed, reason = Deed({"name": "A"}), Reason({"why": "B"})
    assert carry_out(deed, refuses(BadInput("Nói rõ hơn.", "why")), reason) is None
    assert reason.errors["why"] == ["Nói rõ hơn."] and not deed.errors
    assert carry_out(deed, refuses(BadInput("Chưa được.")), Reason({"why": "B"})) is None
    assert deed.non_field_errors() == ["Chưa được."]


def test_who_was_slower_is_told_on_a_page_of_its_own():
    with pytest.raises(Conflict):
        carry_out(Deed({"name": "A"}), refuses(Conflict("Đã có người xử lý.")))


def test_words_that_are_kept_are_bound_so_that_a_refusal_finds_its_box():
    form = as_if_sent(Deed, {"name": "Nhà sạch"})
    assert form.is_bound and form.cleaned_data == {"name": "Nhà sạch"}


def test_one_file_is_judged_by_what_it_holds():
    judged = FileField().clean(SimpleUploadedFile("quyet-dinh.pdf", b"%PDF-1.4\n%%EOF"))
    assert judged is not None and judged.media_type == "application/pdf"
    assert FileField(required=False).clean(None) is None

"""Passwords that somebody would try first are refused, each with its reason; a sentence of one's own passes."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

GUESSED = [
    "123456789012",
    "matkhau123456",
    "MatKhau@123456",
    "987654321098",
    "abcdefghijklm",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "0912345678" * 2,
    "lanlanlanlan",
    "secretarysecretary",
    "Secretary2026",
    "nguyenthilan1",
    "chibotruongthcshoabinh",
    "Chi bộ Trường THCS Hòa Bình 12",
    "dangcongsanvietnam",
    "qwertyuiop1234",
    "password123456",
    "letmein123456",
]
OWN = [
    "mot cau that dai 2026",
    "Mua roi tren mai ngoi",
    "con meo den nam ngu",
    "xe-dap-hong-lop-sau",
    "Ba cây chụm lại nên núi",
]


@pytest.mark.parametrize("password", GUESSED)
def test_what_is_guessed_first_is_refused(cast, password):
    with pytest.raises(ValidationError):
        validate_password(password, cast.account("secretary"))


@pytest.mark.parametrize("password", OWN)
def test_a_sentence_of_ones_own_passes(cast, password):
    assert validate_password(password, cast.account("secretary")) is None


def test_the_page_says_why(cast):
    said = {
        "old_password": "mot cau that dai 2026",
        "new_password1": "matkhau123456",
        "new_password2": "matkhau123456",
    }
    page = cast.client("member").post("/doi-mat-khau/", said).content.decode()
    assert "ai cũng đoán trước tiên" in page

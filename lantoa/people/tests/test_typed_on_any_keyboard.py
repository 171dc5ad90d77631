"""One signs in with one's telephone and password, however the keyboard writes them."""

from __future__ import annotations

import unicodedata

import pytest

from lantoa.people.models import Account, normal_sign_in_name


@pytest.mark.parametrize(
    "typed",
    ["0912 345 678", "0912.345.678", "0912-345-678", "+84912345678", "+84 912 345 678", "84912345678"],
)
def test_a_telephone_is_one_number_however_it_is_written(typed):
    assert normal_sign_in_name(typed) == "0912345678"


@pytest.mark.parametrize("typed", ["Lan.Nguyen", "lan-84", "lan@xa.vn", "84"])
def test_what_is_no_telephone_stays(typed):
    assert normal_sign_in_name(typed) == typed.lower()


def test_a_password_is_the_same_in_either_form(cast):
    account: Account = cast.account("member")
    account.set_password("một câu thật dài")
    assert account.check_password(unicodedata.normalize("NFD", "một câu thật dài"))
    assert not account.check_password("mot cau that dai")

"""The register of processing: every table under its purpose, each with a basis or none yet."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.keeps import all_kept
from lantoa.foundation.tests.forms import Form
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import Purpose

BOOK = "/du-lieu-ca-nhan/so-xu-ly/"


def the(code, on):
    return next(one for one in Purpose.objects.on(on) if one.code == code)


def test_everybody_reads_what_is_kept_for_what_and_on_which_basis(cast):
    page = cast.client("member").get(BOOK).content.decode()
    assert "Họ tên, ngày sinh, số thẻ, điện thoại, thư điện tử" in page and "Điều 9 và Điều 16" in page
    assert "chưa xác định, chờ bộ phận pháp chế" in page, "nobody made a basis up"
    assert "Đặt căn cứ" not in page
    listed = [kept.table for one in queries.processed(cast.today) for kept in one.kept]
    assert sorted(listed) == sorted(kept.table for kept in all_kept())


def test_a_basis_holds_from_its_day_and_says_where_it_is_written(cast):
    study, later = the("study", cast.today), dt.date(2027, 1, 1)
    with pytest.raises(BadInput, match="làm căn cứ"):
        actions.set_purpose(study, by=cast.protector, starts=later, name=study.name, basis="party")
    Form(cast.client("protector"), f"{BOOK}study/").send(
        basis="party", text="Kế hoạch số 05-KH/TU của Tỉnh ủy", starts="01/01/2027"
    )
    assert the("study", cast.today).is_unset and the("study", later).basis == "party"


def test_her_own_page_says_the_purpose_and_the_basis(cast):
    page = cast.client("member").get("/toi/du-lieu/").content.decode()
    assert "Quản lý tổ chức, sinh hoạt và chức vụ" in page


def test_what_holds_for_all_is_kept_by_who_answers_for_all(cast):
    study = the("study", cast.today)
    for who in (cast.leader, cast.secretary, cast.member):
        with pytest.raises(NotAllowed):
            actions.set_purpose(study, by=who, starts=cast.today, name="Việc khác", basis="unset")

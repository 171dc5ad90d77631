"""An administrator brings in what her office already has in Excel, mends three rows, and takes it back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.exchange import actions, queries
from lantoa.exchange.models import Import
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.exchange import CHANGED, CONFLICT, NEW, SAME, UNREADABLE
from lantoa.foundation.models import Event
from lantoa.foundation.sheets import as_workbook
from lantoa.foundation.tables import read_file, read_text
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries as tree
from lantoa.organisation.models import Unit
from lantoa.people import actions as people
from lantoa.people.models import Account, Grant, Membership, Person, Post

pytestmark = pytest.mark.django_db
UNITS = """ĐẢNG BỘ XÃ AN PHÚ
TT\tTên chi bộ\tTrực thuộc\tMã
1\tĐảng bộ bộ phận Trường học\t\t
2\tChi bộ Mầm non\tĐảng bộ bộ phận Trường học\t
3\tChi bộ thôn 1\t\tthon-1"""
PEOPLE = """TT\tHọ tên đ/c\tNgày sinh\tThẻ ĐV\tChi bộ\tĐT\tChức vụ
1\tTrần Văn Bách\t12/03/1985\t035118207\tChi bộ thôn Nà Lùng\t0912000377\tBí thư chi bộ
2\tĐỗ Thị Ánh\t02/09/1983\t\tnà lùng\t0912000302\t
3\tLê Thị Hoa\t31/02/1980\t\tChi bộ thôn Nà Lùng\t\t
4\tNguyễn Hữu Chiến\t19/12/1959\t\tChi bộ thôn Lạ\t\t
Cộng: 4 đồng chí"""


def opened(cast, text: str, kind: str = "people", by=None) -> Import:
    return actions.open_list(read_text(text), kind=kind, unit=cast.commune, by=by or cast.administrator)


def brought_in(cast, text: str, kind: str = "people") -> Import:
    return actions.carry_out(opened(cast, text, kind), by=cast.administrator)


def gone_out(cast, kind: str) -> bytes:
    declared, by = queries.kinds()[kind], cast.administrator
    return as_workbook(declared, declared.rows(cast.commune, by=by), by=by)


def counts(cast, text: str, kind: str = "people") -> dict[str, int]:
    looked = queries.look(opened(cast, text, kind), cast.administrator)
    return {state: n for state, n in looked.counts.items() if n}


def test_units_are_founded_parents_first_in_one_act(cast):
    done = brought_in(cast, UNITS, "units")
    school = Unit.objects.get(code="dang-bo-bo-phan-truong-hoc")
    nursery = Unit.objects.get(code="chi-bo-mam-non")
    assert school.level == "section" and nursery.level == "cell"
    assert tree.is_under(nursery, school, cast.today)
    assert Event.objects.get(verb="import.imported").after["new"] == 3
    assert tree.placement(nursery, cast.today).starts == tree.placement(cast.commune, cast.today).starts
    assert done.rows == [], "the cells are not kept twice"


def test_the_same_list_again_says_nothing_to_do(cast):
    brought_in(cast, UNITS, "units")
    assert counts(cast, UNITS, "units") == {SAME: 3}
    brought_in(cast, PEOPLE)
    assert counts(cast, PEOPLE)[SAME] == 2


def test_a_list_renames_and_moves_nobody(cast):
    brought_in(cast, UNITS, "units")
    looked = counts(cast, "Tên\tMã\tTrực thuộc\nChi bộ thôn Một\tthon-1\t", "units")
    assert looked == {CONFLICT: 1}
    assert counts(cast, "Tên\tMã\tTrực thuộc\nChi bộ thôn 1\tthon-1\tChi bộ thôn Nà Lùng", "units") == {
        CONFLICT: 1
    }


def test_looking_writes_nothing_and_says_what_is_wrong_at_the_cell(cast):
    before = (Person.objects.count(), Event.objects.count())
    looked = queries.look(opened(cast, PEOPLE), cast.administrator)
    assert {s: n for s, n in looked.counts.items() if n} == {CONFLICT: 2, UNREADABLE: 1, NEW: 2}
    wrongs = {plan.row.number: plan.row.wrongs for plan in looked.plans if plan.row.wrongs}
    assert wrongs[4]["born_on"] == "ngày sinh 31/02/1980 không có thật"
    assert "không có đơn vị “Chi bộ thôn Lạ”" in wrongs[5]["unit"]
    assert (Person.objects.count(), Event.objects.count()) == before


def test_rows_are_mended_in_the_grid_and_the_rest_waits(cast):
    draft = opened(cast, PEOPLE)
    actions.mend(draft, by=cast.administrator, cells={(4, "born_on"): "28/02/1980"}, answers={}, left_out=[6])
    done = actions.carry_out(draft, by=cast.administrator)
    assert Person.objects.get(full_name="Lê Thị Hoa").born_on == dt.date(1980, 2, 28)
    rest = Import.objects.get(pk=done.options["rest"])
    (waiting,) = queries.look(rest, cast.administrator).plans
    assert waiting.row.number == 5 and waiting.row.texts["full_name"] == "Nguyễn Hữu Chiến"


def test_people_get_a_membership_a_post_that_waits_and_an_account_when_asked(cast):
    draft = opened(cast, PEOPLE)
    actions.mend(draft, by=cast.administrator, cells={}, answers={}, options={"accounts": True})
    actions.carry_out(draft, by=cast.administrator)
    bach = Person.objects.get(full_name="Trần Văn Bách")
    assert bach.memberships.get().unit == cast.other_cell and bach.card_number == "035118207"
    grant = Grant.objects.get(person=bach)
    assert (grant.role, grant.is_head, grant.state) == ("secretary", True, "waiting")
    assert Account.objects.get(person=bach).sign_in_name == "0912000377"


def test_undoing_takes_everything_back(cast):
    draft = opened(cast, PEOPLE)
    actions.mend(draft, by=cast.administrator, cells={}, answers={}, options={"accounts": True})
    before = [model.objects.count() for model in (Person, Membership, Account, Grant, Post)]
    done = actions.carry_out(draft, by=cast.administrator)
    assert actions.undo(done, by=cast.administrator) == []
    assert [model.objects.count() for model in (Person, Membership, Account, Grant, Post)] == before
    with pytest.raises(Conflict):
        actions.undo(done, by=cast.administrator)


def test_what_was_changed_is_as_before_unless_somebody_mended_it_since(cast):
    brought_in(cast, PEOPLE)
    newer = PEOPLE.replace("0912000302", "0912000811").replace("0912000377", "0912000812")
    assert counts(cast, newer)[CHANGED] == 2
    done = brought_in(cast, newer)
    Person.objects.filter(full_name="Đỗ Thị Ánh").update(phone="0999999999")
    actions.undo(done, by=cast.administrator)
    assert Person.objects.get(full_name="Trần Văn Bách").phone == "0912000377"
    assert Person.objects.get(full_name="Đỗ Thị Ánh").phone == "0999999999"


def test_who_was_built_on_since_stays_and_is_named(cast):
    done = brought_in(cast, PEOPLE)
    bach = Person.objects.get(full_name="Trần Văn Bách")
    people.open_account(bach, sign_in_name="bach", by=cast.administrator)
    assert actions.undo(done, by=cast.administrator) == ["Trần Văn Bách"]
    assert bach.memberships.exists()


def test_a_unit_with_people_is_not_taken_back(cast):
    done = brought_in(cast, UNITS, "units")
    cell = Unit.objects.get(code="thon-1")
    Membership.objects.create(
        person=cast.former.person, unit=cell, starts=cast.today, ends=dt.date(2027, 1, 1)
    )
    with pytest.raises(BadInput, match="đã có người hoặc hồ sơ"):
        actions.undo(done, by=cast.administrator)
    assert Unit.objects.filter(code="chi-bo-mam-non").exists(), "all of it stays"


def test_after_a_day_nothing_is_taken_back(cast, settings):
    done = brought_in(cast, UNITS, "units")
    settings.LANTOA_NOW = "2026-11-17T08:00:01+07:00"
    with pytest.raises(BadInput, match="Đã quá 24 giờ"):
        actions.undo(done, by=cast.administrator)


def test_a_namesake_is_asked_about_and_left_by_default(cast):
    Person.objects.create(full_name="Trần Văn Bách", born_on=dt.date(1985, 8, 1)).memberships.create(
        unit=cast.cell, starts=dt.date(2026, 1, 1)
    )
    draft = opened(cast, PEOPLE)
    plan = queries.look(draft, cast.administrator).plans[0]
    assert plan.state == CONFLICT and [one.label for one in plan.alike] == ["Trần Văn Bách"]
    actions.mend(draft, by=cast.administrator, cells={}, answers={2: "new"})
    assert queries.look(draft, cast.administrator).plans[0].state == NEW


def test_a_list_never_moves_anybody_to_another_cell(cast):
    brought_in(cast, PEOPLE)
    moved = PEOPLE.replace("Chi bộ thôn Nà Lùng\t0912000377", "Chi bộ Trường THCS Hòa Bình\t0912000377")
    plan = queries.look(opened(cast, moved), cast.administrator).plans[0]
    assert plan.state == CONFLICT and "Chuyển sinh hoạt cần ngày" in plan.said


def test_two_rows_with_one_card_are_both_told(cast):
    text = "Họ tên\tSố thẻ\tChi bộ\nTrần Văn Bách\t01\tNà Lùng\nLê Thị Hoa\t01\tNà Lùng"
    looked = queries.look(opened(cast, text), cast.administrator)
    assert looked.plans[1].row.wrongs == {"card_number": "trùng số thẻ với dòng 2"}


@pytest.mark.parametrize("kind", ["units", "people"])
def test_what_went_out_and_comes_back_unchanged_says_nothing_to_do(cast, kind):
    brought_in(cast, UNITS, "units")
    brought_in(cast, PEOPLE)
    people.confirm_grant(Grant.objects.get(), by=cast.system)
    content = gone_out(cast, kind)
    draft = actions.open_list(
        read_file("a.xlsx", content), kind=kind, unit=cast.commune, by=cast.administrator
    )
    looked = queries.look(draft, cast.administrator)
    assert looked.counts[SAME] == len(looked.plans) > 2


def test_what_people_typed_goes_out_as_text_and_never_as_a_formula(cast):
    organisation.rename(cast.cell, name='=HYPERLINK("http://a")', on=cast.today, by=cast.system)
    content = gone_out(cast, "units")
    rows = read_file("a.xlsx", content).rows
    assert any('\'=HYPERLINK("http://a")' in row for row in rows)
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_the_second_of_two_who_bring_in_at_once_is_told_who_is_at_it(cast):
    opened(cast, UNITS, "units")
    other = cast.client("administrator")
    assert "đang nhập cùng loại" not in other.get(reverse("exchange:start", args=["units"])).content.decode()
    Import.objects.update(by=cast.officer.person)
    assert "Vũ Minh Đức" in other.get(reverse("exchange:start", args=["units"])).content.decode()


def test_somebody_else_was_faster(cast):
    draft = opened(cast, UNITS, "units")
    brought_in(cast, UNITS, "units")
    with pytest.raises(BadInput, match="Không có dòng nào để nhập"):
        actions.carry_out(draft, by=cast.administrator, seen=3)


def test_the_pages_from_paste_to_undo(cast):
    browser = cast.client("administrator")
    page = browser.post(
        reverse("exchange:start", args=["people"]) + f"?don-vi={cast.commune.code}",
        {"text": PEOPLE},
        follow=True,
    )
    address = page.request["PATH_INFO"]
    assert "ngày sinh 31/02/1980 không có thật" in page.content.decode()
    page = browser.post(
        address,
        {
            "viec": "nhap",
            "o-4-born_on": "28/02/1980",
            "o-5-unit": "Nà Lùng",
            "bo-dong": "6",
            "tuy-accounts": "on",
        },
        follow=True,
    )
    assert "Đã nhập danh sách" in page.content.decode()
    assert Membership.objects.filter(unit=cast.other_cell, person__full_name="Nguyễn Hữu Chiến").exists()
    browser.post(address + "hoan-tac/")
    assert not Person.objects.filter(full_name="Nguyễn Hữu Chiến").exists()


def test_columns_are_chosen_by_hand_and_remembered(cast):
    draft = opened(cast, "STT\tÔng bà\tNơi\n1\tTrần Văn Bách\tNà Lùng")
    assert not any(draft.meaning)
    browser = cast.client("administrator")
    Import.objects.filter(pk=draft.pk).update(
        names=["STT", "Ông bà", "Nơi"], meaning=["", "", ""], first_row=1
    )
    browser.post(
        draft.get_absolute_url(), {"viec": "nhap", "cot-0": "", "cot-1": "full_name", "cot-2": "unit"}
    )
    assert Person.objects.filter(full_name="Trần Văn Bách").exists()
    again = opened(cast, "STT\tÔng bà\tSố thẻ\n1\tTrần Văn Bách\t12")
    assert again.meaning == ["", "full_name", "card_number"]
    assert queries.no_longer_there(again) == ["Chi bộ, đơn vị"]


def test_another_persons_draft_and_a_strangers_unit_are_not_found(cast):
    draft = opened(cast, UNITS, "units")
    Import.objects.update(by=cast.officer.person)
    browser = cast.client("administrator")
    assert browser.get(draft.get_absolute_url()).status_code == 404
    assert browser.get(reverse("exchange:start", args=["nothing"])).status_code == 404


def test_a_code_that_is_none_or_stands_twice_is_said_at_its_cell(cast):
    text = "Tên đơn vị\tMã\nChi bộ Một\tmột-\nChi bộ Hai\thai\nChi bộ Ba\thai"
    looked = queries.look(opened(cast, text, "units"), cast.administrator)
    assert [plan.row.wrongs.get("code", "")[:12] for plan in looked.plans] == [
        "mã chỉ gồm c",
        "",
        "trùng mã với",
    ]


def test_the_list_of_people_goes_out_as_it_is_shown(cast):
    brought_in(cast, PEOPLE)
    client, page = cast.client("administrator"), reverse("people:index")
    asked = {"don-vi": cast.commune.code, "tim": "thi anh", "xuat": "xlsx"}
    rows = read_file("a.xlsx", client.get(page, asked).content).rows[1:]
    assert [row[0] for row in rows] == ["Đỗ Thị Ánh"]


def test_posts_go_out_by_unit_and_those_that_end_soon_from_their_own_list(cast):
    client = cast.client("administrator")
    url = reverse("exchange:export", args=["posts"])
    assert url in client.get(reverse("people:index")).content.decode()
    rows = read_file("a.xlsx", client.get(url, {"don-vi": cast.commune.code}).content).rows
    assert rows[0][:4] == ["Đơn vị", "Chức vụ", "Vai trò", "Họ và tên"]
    assert {row[3] for row in rows[1:]} == {"Nguyễn Thị Lan", "Lò Văn Pánh", "Trần Quốc Hùng"}
    Post.objects.filter(person=cast.secretary.person).update(ends=dt.date(2026, 12, 1))
    ending = client.get(reverse("people:index"), {"xem": "het-nhiem-ky", "xuat": "xlsx"})
    rows = read_file("a.xlsx", ending.content).rows[1:]
    assert [(row[3], row[6]) for row in rows] == [("Nguyễn Thị Lan", "30/11/2026")]

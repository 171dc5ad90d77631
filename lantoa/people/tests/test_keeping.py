"""The administrator keeps the list of people: adds, mends, moves, hands over."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Event
from lantoa.organisation import actions as organisation
from lantoa.people import actions
from lantoa.people.models import Account, Grant, Membership, Person, Post

pytestmark = pytest.mark.django_db


def press(cast, name, *args, **typed):
    return cast.client("administrator").post(reverse(name, args=args), typed, follow=True)


NEW = {
    "full_name": "Trần Văn Bách",
    "born_on": "12/03/1985",
    "phone": "0912000377",
    "status": "official",
    "starts": "16/11/2026",
}


def test_a_person_is_added_with_membership_and_account(cast):
    press(cast, "people:new", unit="Chi bộ thôn Nà Lùng", opens_account="on", **NEW)
    bach = Person.objects.get(full_name="Trần Văn Bách")
    assert bach.memberships.get().unit == cast.other_cell
    assert Account.objects.get(person=bach).sign_in_name == "0912000377"


def test_a_namesake_is_asked_about_first(cast):
    typed = NEW | {"full_name": "Đỗ Thị Hương", "unit": cast.cell.code}
    assert "Đã có người cùng tên" in press(cast, "people:new", **typed).content.decode()
    assert Person.objects.filter(full_name="Đỗ Thị Hương").count() == 1
    press(cast, "people:new", **typed, **{"nguoi-moi": "1"})
    assert Person.objects.filter(full_name="Đỗ Thị Hương").count() == 2


def test_details_are_mended_and_history_keeps_what_stood_before(cast):
    person = cast.member.person
    press(cast, "people:edit", person.pk, full_name="Đỗ Thị Hường", phone="0912000111")
    person.refresh_from_db()
    assert (person.full_name, person.name_folded) == ("Đỗ Thị Hường", "do thi huong")
    assert Event.objects.get(verb="person.corrected").before["full_name"] == "Đỗ Thị Hương"


def test_a_member_moves_to_another_cell_from_a_day_on(cast):
    person = cast.member.person
    press(
        cast, "people:transfer", person.pk, unit=cast.other_cell.code, status="official", starts="01/12/2026"
    )
    day = dt.date(2026, 12, 1)
    assert Membership.objects.on(cast.today).get(person=person).unit == cast.cell
    assert Membership.objects.on(day).get(person=person).unit == cast.other_cell


def test_a_post_is_handed_over_in_one_form(cast):
    post = Post.objects.get(pk=cast.secretary.post_id)
    press(cast, "people:hand_over", post.pk, person=cast.colleague.person.pk, starts="01/12/2026")
    post.refresh_from_db()
    grant = Grant.objects.get(person=cast.colleague.person)
    assert post.ends == grant.starts == dt.date(2026, 12, 1) and grant.is_head


def test_a_post_of_today_is_not_handed_over_today_and_the_page_says_from_when(cast):
    post = Post.objects.get(pk=cast.secretary.post_id)
    typed = {"person": cast.colleague.person.pk, "starts": f"{post.starts:%d/%m/%Y}"}
    page = press(cast, "people:hand_over", post.pk, **typed).content.decode()
    assert f"Người cũ mới giữ từ ngày {post.starts:%d/%m/%Y}" in page
    assert not Grant.objects.filter(person=cast.colleague.person).exists()


def test_two_may_hold_it_together_for_a_while(cast):
    post = Post.objects.get(pk=cast.secretary.post_id)
    typed = {"person": cast.colleague.person.pk, "starts": "01/12/2026"}
    press(cast, "people:hand_over", post.pk, overlap_ends="15/12/2026", **typed)
    post.refresh_from_db()
    assert post.ends == dt.date(2026, 12, 15)


def test_a_second_secretary_is_asked_about_and_not_taken_in_silence(cast):
    typed = {"unit": "truong THCS hoa binh", "role": "secretary", "reach": "unit", "starts": "01/12/2026"}
    page = press(cast, "people:appoint", cast.colleague.person.pk, **typed)
    assert "Nguyễn Thị Lan đang giữ chức vụ này" in page.content.decode()
    assert not Grant.objects.exists()
    press(cast, "people:appoint", cast.colleague.person.pk, anyway="on", is_head="on", **typed)
    assert Grant.objects.get().is_head


def test_a_name_that_nobody_bears_is_said_beside_the_box_and_nothing_is_lost(cast):
    typed = {
        "unit": "Chi bộ Lạ",
        "role": "secretary",
        "title": "Bí thư",
        "starts": "01/12/2026",
        "reach": "unit",
    }
    page = press(cast, "people:appoint", cast.colleague.person.pk, **typed)
    assert (
        "Không có đơn vị “Chi bộ Lạ”" in page.content.decode() and 'value="Bí thư"' in page.content.decode()
    )


def test_units_of_one_name_are_told_apart_by_their_parent(cast):
    for parent in (cast.commune, cast.far):
        organisation.found(name="Chi bộ thôn 1", parent=parent, kind="party", on=cast.today, by=cast.system)
    typed = NEW | {"unit": "Chi bộ thôn 1"}
    page = press(cast, "people:new", **typed).content.decode()
    assert "Chi bộ thôn 1, Đảng bộ xã Nậm Khao" in page
    press(cast, "people:new", **typed | {"unit": "chi bo thon 1, xa nam khao"})
    assert Membership.objects.get(person__full_name="Trần Văn Bách").unit.code == "chi-bo-thon-1-2"


def test_the_list_of_people_is_filtered_by_unit_and_the_page_of_a_unit_shows_its_people(cast):
    browser = cast.client("administrator")
    page = browser.get(reverse("people:index"), {"don-vi": cast.cell.code}).content.decode()
    assert "Đỗ Thị Hương" in page and "Lò Văn Pánh" not in page
    page = browser.get(cast.cell.get_absolute_url()).content.decode()
    assert "Nguyễn Thị Lan" in page and "Bàn giao" in page and "Thêm người" in page


def test_slips_are_printed_for_those_without_a_password(cast):
    press(cast, "people:new", unit=cast.cell.code, opens_account="on", **NEW)
    account = Account.objects.get(sign_in_name="0912000377")
    page = press(cast, "people:slips", ai=[account.pk]).content.decode()
    assert "0912000377" in page and "trong 14 ngày" in page
    assert account.reset_codes.get().code_hash not in page


def test_a_role_that_does_not_exist_is_refused(cast):
    with pytest.raises(BadInput, match="Không có vai trò"):
        actions.appoint(
            cast.colleague.person, unit=cast.cell, role="bithu", starts=cast.today, by=cast.system
        )


def test_terms_that_end_soon_and_accounts_that_nobody_uses_are_lists_of_their_own(cast):
    browser, address = cast.client("administrator"), reverse("people:index")
    Post.objects.filter(person=cast.secretary.person).update(ends=dt.date(2026, 12, 31))
    soon = browser.get(address, {"xem": "het-nhiem-ky"}).content.decode()
    assert "Nguyễn Thị Lan" in soon and "đến hết ngày 30/12/2026" in soon and "Lò Văn Pánh" not in soon
    cast.account("member")
    cast.account("colleague")
    Account.objects.filter(sign_in_name="colleague").update(last_login="2026-11-01T08:00:00+07:00")
    unused = browser.get(address, {"xem": "chua-dung"}).content.decode()
    assert "Đỗ Thị Hương" in unused and "chưa vào lần nào" in unused and "Bùi Văn Thắng" not in unused
    assert "Tài khoản chưa dùng" not in cast.client("officer").get(address).content.decode()


def test_the_list_of_people_is_filtered_by_the_name_of_a_unit_too(cast):
    client = cast.client("administrator")
    said = client.get("/nguoi/", {"don-vi": "Nà Lùng"}).content.decode()
    assert "Lò Văn Pánh" in said and "Nguyễn Thị Lan" not in said
    assert "Không có đơn vị “Huyện Lạ”" in client.get("/nguoi/", {"don-vi": "Huyện Lạ"}).content.decode()

"""The second key with fingers: a telephone turned on, lost, found again by paper; a key of the machine itself."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal import auth as totp

from lantoa.people import actions, codes
from lantoa.people.models import Post
from tests.browser.visitor import Visitor
from tests.cast import PASSWORD

pytestmark = pytest.mark.browser
HERE = "/toi/khoa-thu-hai/"


def digits(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, list(totp.yield_hotp_counters_from_time())[1]))


def sign_in(visitor: Visitor, who: str) -> None:
    visitor.page.context.clear_cookies()
    visitor.goto("/dang-nhap/")
    visitor.type("Số điện thoại hoặc tên đăng nhập", who)
    visitor.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    visitor.button("Đăng nhập")


def test_an_administrator_turns_it_on_loses_the_telephone_and_gets_in_again(page_as):
    office = page_as("administrator")
    office.goto(HERE)
    secret = office.page.locator("#day-chu").inner_text().replace(" ", "")
    office.type("6 số điện thoại đang hiện", digits(secret))
    office.button("Bật khóa thứ hai")
    paper = re.findall(r"\d{4} \d{4}", office.page.locator("#ma-du-phong").inner_text())
    assert len(paper) == 10 and not office.sideways
    office.link("Đã cất, làm tiếp")
    assert "Còn 10 mã dự phòng" in office.text and office.clicks == 2
    sign_in(office, "administrator")
    assert "Nhập mã của khóa thứ hai" in office.text
    office.type("Mã của khóa thứ hai", paper[4])
    office.button("Vào làm việc")
    office.goto(HERE)
    assert "Còn 9 mã dự phòng" in office.text and not office.faults and not office.sideways


@pytest.mark.deep
def test_a_key_of_the_machine_opens_the_door(page_as, cast):
    member = page_as("member")
    line = member.page.context.new_cdp_session(member.page)
    line.send("WebAuthn.enable")
    machine = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    line.send(
        "WebAuthn.addVirtualAuthenticator", {"options": {**machine, "automaticPresenceSimulation": True}}
    )
    member.goto(HERE)
    member.button("Thêm khóa trên máy này")
    member.page.wait_for_selector("#ma-du-phong")
    member.link("Đã cất, làm tiếp")
    assert "Máy này" in member.text and codes.has_second_key(cast.account("member"))
    sign_in(member, "member")
    member.button("Dùng khóa trên máy này")
    # The way in ends in "/" too: wait for the start page itself, or the next page is asked for while this one comes.
    member.page.wait_for_url(lambda address: urlsplit(address).path == "/")
    member.goto("/toi/")
    assert "đang bật" in member.text and not member.faults
    member.goto(HERE)
    member.button("Bỏ khóa này")
    assert not codes.has_second_key(cast.account("member"))


def test_everything_is_lost_and_two_others_let_her_in_again(page_as, cast):
    """The telephone and the paper are gone: another administrator gives a code, a second person agrees."""
    secret = codes.new_secret()
    actions.turn_on_second_key(
        cast.account("administrator"), secret=secret, code=digits(secret), by=cast.administrator
    )
    Post.objects.filter(person=cast.officer.person).update(role="administrator")
    here = f"/nguoi/{cast.administrator.person.pk}/"
    giver, second, lost = page_as("officer"), page_as("leader"), page_as("")
    giver.goto(here)
    giver.button("Cấp mã đặt lại mật khẩu")
    code = giver.page.locator("#ma").inner_text()
    second.goto(here)
    second.button("Đồng ý bỏ khóa thứ hai")
    lost.goto("/dang-nhap/")
    lost.link("Quên mật khẩu")
    lost.type("Số điện thoại hoặc tên đăng nhập", "administrator")
    lost.type("Mã đặt lại", code)
    lost.button("Tiếp tục")
    for label in ("Mật khẩu mới", "Nhập lại mật khẩu mới"):
        lost.type(label, "mot cau dai khac 2026")
    lost.button("Đặt mật khẩu và vào làm việc")
    lost.goto(HERE)
    assert "Bật khóa thứ hai" in lost.text and not codes.has_second_key(cast.account("administrator"))
    assert giver.clicks + second.clicks + lost.clicks <= 6
    assert not any(one.faults or one.sideways for one in (giver, second, lost))

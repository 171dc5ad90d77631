"""The frame of every page: what the browser's rules demand, what a screen reader needs, faults in words."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import OperationalError
from django.test import RequestFactory

from lantoa.foundation import faults, pages
from lantoa.messages.models import Message
from lantoa.portal import queries

HOUSE = Path(settings.BASE_DIR) / "lantoa"
STATIC = HOUSE / "portal" / "static" / "portal"


@pytest.mark.parametrize(
    "path", ["/", "/lich-su/", "/tro-giup/", "/hien-thi/", "/cam-ket/", "/vai-tro/", "/toi/"]
)
def test_every_page_can_be_read_by_everyone(cast, path):
    page = cast.client("secretary").get(path).content.decode()
    assert '<html lang="vi"' in page
    assert page.index('class="skip"') < page.index("<header")
    assert page.count("<h1") == 1 and page.count('id="noi-dung"') == 1
    assert re.search(r"<title>[^<]+ – Lan Tỏa</title>", page)
    assert len(re.findall(r'class="btn pri', page)) <= 1, "one red button a screen"


def test_scripts_come_from_the_house_and_carry_the_nonce_of_the_policy(cast):
    answer = cast.client("secretary").get("/")
    policy = answer["Content-Security-Policy"]
    page = answer.content.decode()
    nonce = re.search(r'nonce="([^"]+)"', page)[1]
    assert f"'nonce-{nonce}'" in policy
    assert "unsafe-inline" not in policy and "unsafe-eval" not in policy
    assert not re.search(r"<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=", page)
    assert not re.search(r'(?:src|href)="https?://', page)


def test_the_programme_is_called_by_todays_name(cast):
    page = cast.client("member").get("/").content.decode()
    assert "Học tập, thực hành tư tưởng, đạo đức, phương pháp, phong cách Hồ Chí Minh" in page


def test_signing_out_is_a_form_and_not_a_link(cast):
    page = cast.client("member").get("/").content.decode()
    assert '<form method="post" action="/dang-xuat/">' in page


def test_a_fault_says_what_happened_and_gives_its_number(cast):
    answer = cast.client("member").get("/khong-co-trang-nay/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in page
    assert answer["X-Request-Id"] in page


def test_a_fault_page_stands_while_the_database_is_away(django_assert_num_queries, db, monkeypatch):
    request = RequestFactory().get("/")
    request.id = "abc123"
    with django_assert_num_queries(0):
        for answer in (pages.server_fault(request), pages.told(request, faults.AWAY)):
            assert "abc123" in answer.content.decode()


def test_a_database_gone_before_one_is_known_is_told_in_the_same_words(cast, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("connection refused")

    client = cast.client("member")
    client.raise_request_exception = False
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    answer = client.get("/")
    assert answer.status_code == 503 and answer["Retry-After"] == "60"
    assert "Chưa kết nối được cơ sở dữ liệu" in answer.content.decode()


def test_a_database_out_of_reach_is_told_in_words(cast, monkeypatch):
    browser = cast.client("member")

    def away(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr("lantoa.portal.queries.work_of", away)
    answer = browser.get("/")
    assert answer.status_code == 503
    assert "Chưa kết nối được cơ sở dữ liệu" in answer.content.decode()


def test_every_file_a_stylesheet_names_is_there():
    for sheet in STATIC.glob("css/*.css"):
        for name in re.findall(r"url\(([^)]+)\)", sheet.read_text()):
            assert (sheet.parent / name).is_file(), f"{sheet.name} names {name}"


def test_every_static_file_a_template_names_is_there():
    for path in HOUSE.glob("*/templates/**/*.html"):
        for name in re.findall(r'{% static "([^"]+)" %}', path.read_text()):
            assert finders.find(name), f"{path.name} names {name}"


def test_fonts_and_icons_keep_their_licences_beside_them():
    assert len(list(STATIC.glob("fonts/LICENSE-OFL-*.txt"))) == 2
    assert "MIT License" in (HOUSE / "foundation" / "icons" / "LICENSE-tabler.txt").read_text()


def test_the_styles_use_no_colour_that_is_not_named_twice():
    """A colour used in several sheets belongs among the tokens."""
    seen: dict[str, set[str]] = {}
    for sheet in STATIC.glob("css/*.css"):
        if sheet.name != "tokens.css":
            for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", sheet.read_text()):
                seen.setdefault(colour.upper(), set()).add(sheet.name)
    assert {colour: sheets for colour, sheets in seen.items() if len(sheets) > 1} == {}


def test_a_long_key_breaks_on_the_pages_of_every_room():
    asking = [
        page for page in HOUSE.glob("*/templates/**/*.html") if re.search(r'"[^"]*\bwrap"', page.read_text())
    ]
    assert {page.parent.name for page in asking} >= {"upkeep"}
    assert (
        ".wrap, .num.wrap { white-space: normal; overflow-wrap: anywhere; }"
        in (STATIC / "css" / "base.css").read_text()
    )


def test_the_frame_counts_ones_own_messages(cast):
    at = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
    told = {"title": "Đã duyệt", "verb": "registration.approved", "at": at, "shows_at": at}
    Message.objects.create(person=cast.colleague.person, **told)
    unread = [queries.around_page(who, cast.today).unread for who in (cast.colleague, cast.member)]
    assert unread == [1, 0]

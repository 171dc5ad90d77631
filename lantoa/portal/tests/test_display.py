"""The size of the text is chosen once and kept on the machine."""

import pytest

from lantoa.portal.sizes import SIZES


def test_a_chosen_size_is_kept_for_a_year_and_used_on_every_page(client, cast):
    answer = client.post("/hien-thi/", {"size": "22", "tu": "/cam-ket/"})
    assert answer.status_code == 302 and answer["Location"] == "/cam-ket/"
    assert client.cookies["text_size"]["max-age"] == 365 * 24 * 3600
    for path in ("/cam-ket/", "/dang-nhap/", "/khong-co-trang-nay/"):
        assert '<html lang="vi" class="text-22">' in client.get(path).content.decode()


def test_it_outlives_signing_out(cast):
    browser = cast.client("secretary")
    browser.post("/hien-thi/", {"size": "19"})
    browser.logout()
    browser.cookies.load({"text_size": "19"})
    assert 'class="text-19"' in browser.get("/dang-nhap/").content.decode()


def test_the_ordinary_size_needs_no_class(client, db):
    assert '<html lang="vi">' in client.get("/hien-thi/").content.decode()


def test_every_size_is_offered_with_a_sample_and_the_present_one_is_ticked(client, db):
    client.cookies.load({"text_size": "19"})
    page = client.get("/hien-thi/").content.decode()
    for size in SIZES:
        assert f'value="{size.code}"' in page and f"sample-{size.code}" in page
    assert 'value="19" checked' in page


@pytest.mark.parametrize("bad", ["", "40", "17; drop"])
def test_a_size_that_is_not_offered_is_refused_in_words(client, db, bad):
    answer = client.post("/hien-thi/", {"size": bad})
    assert answer.status_code == 400
    assert "Chọn một cỡ chữ trong danh sách." in answer.content.decode()
    assert "text_size" not in client.cookies


def test_a_cookie_from_elsewhere_cannot_write_into_the_page(client, db):
    client.cookies.load({"text_size": "x-onload"})
    assert '<html lang="vi">' in client.get("/cam-ket/").content.decode()


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_one_stays_in_the_house(client, db, away):
    assert client.post("/hien-thi/", {"size": "19", "tu": away})["Location"] == "/"
    assert away not in client.get("/hien-thi/", {"tu": away}).content.decode()

"""What no page has to think of: impossible addresses, marks no database keeps, buttons opened as pages, faults."""

from __future__ import annotations

import pytest
from django.db import DataError, OperationalError
from django.test import RequestFactory, override_settings
from django.urls import reverse

from lantoa.foundation import faults, pages
from lantoa.foundation.addresses import absolute
from lantoa.foundation.middleware import Faults


@pytest.mark.parametrize("path", ["dang-ky/{}/", "mo-hinh/{}/", "khen-thuong/de-nghi/{}/"])
@pytest.mark.parametrize("key", ["9" * 19, "9" * 400])
def test_a_key_that_no_record_can_have_is_not_found(cast, path, key):
    assert cast.client("officer").get("/" + path.format(key)).status_code == 404


@pytest.mark.parametrize("year", ["0", "10000", "99999999999999999999"])
def test_a_year_outside_the_calendar_is_not_found(cast, year):
    assert cast.client("member").get(f"/dang-ky/viet/{year}/").status_code == 404


@pytest.mark.parametrize("asked", ["%00", "a%00b", "²", "9" * 5000, "%F0%9F%98%80", "-1"])
@pytest.mark.parametrize("path", ["/mo-hinh/", "/lich-su/", "/nguoi/", "/van-ban/"])
def test_no_filter_is_too_strange(cast, path, asked):
    names = ["tim", "linh-vuc", "truoc", "trang", "nam", "ky", "don-vi", "loai", "tu", "den"]
    page = cast.client("administrator").get(path + "?" + "&".join(f"{name}={asked}" for name in names))
    assert page.status_code < 500


def test_what_no_database_keeps_never_reaches_a_page(cast):
    typed = {"title": "Tuye\u0302\u0301n\x00 đường", "held_on": "15/11/2026"}
    page = cast.client("secretary").post(reverse("outreach:forum_new"), typed)
    assert page.status_code < 500
    assert "\x00" not in page.content.decode()


def test_a_button_opened_as_a_page_leads_to_the_page_it_belongs_to(cast):
    client = cast.client("secretary")
    assert client.get("/dang-ky/1/dong-y/").headers["Location"] == "/dang-ky/1/"
    assert client.get("/dang-ky/ket-qua/7/bo/").headers["Location"] == "/dang-ky/"
    assert client.put("/dang-ky/1/dong-y/").status_code == 405


def test_a_page_that_one_may_not_open_is_passed_over(cast):
    assert cast.client("member").get("/cau-mau/1/thoi-dung/").status_code in {302, 403}


def faulting(method="get"):
    request = getattr(RequestFactory(), method)("/")
    request.id = "so-hieu"
    return request


def test_the_page_of_faults_stands_without_static_files():
    strict = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    with override_settings(STORAGES={"staticfiles": {"BACKEND": strict}}):
        page = pages.server_fault(faulting())
    assert (page.status_code, "so-hieu" in page.content.decode()) == (500, True)


def test_a_fault_says_only_what_is_true_of_what_was_written():
    assert "vẫn còn" in pages.server_fault(faulting()).content.decode()
    assert "Chưa chắc" in pages.server_fault(faulting("post")).content.decode()
    assert "chưa được ghi" not in pages.told(faulting(), faults.AWAY).content.decode()


@pytest.mark.parametrize(
    ("fault", "status"), [(DataError(), 400), (OverflowError(), 400), (OperationalError(), 503)]
)
def test_what_slips_past_every_box_is_refused_and_no_fault(fault, status):
    assert Faults(lambda request: None).process_exception(faulting("post"), fault).status_code == status


def test_a_text_for_an_address_is_never_read_as_the_name_of_a_page(client, db):
    for asked in ("portal:todo", "people.pages", "/\\example.com", "//example.com"):
        page = client.post("/hien-thi/", {"tu": asked, "size": "s"})
        assert page.status_code < 500
        assert "example.com" not in page.headers.get("Location", "")


def test_half_a_letter_is_no_fault(cast):
    sent = b"title=%ED%A0%80a%00&held_on=15/11/2026&place=%FF%FE"
    kind = "application/x-www-form-urlencoded"
    assert (
        cast.client("secretary").post(reverse("outreach:forum_new"), sent, content_type=kind).status_code
        < 500
    )


def test_papers_that_leave_the_house_name_it_as_the_office_is_known_and_not_as_somebody_asked(rf, settings):
    request = rf.get("/", headers={"host": "localhost"})
    assert absolute(request, "/mo-hinh/7/") == "http://localhost/mo-hinh/7/"
    settings.LANTOA_ADDRESS = "https://lantoa.example.vn"
    assert absolute(request, "/mo-hinh/7/") == "https://lantoa.example.vn/mo-hinh/7/"

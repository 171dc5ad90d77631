"""A copy on the same disk is none: the second place is named on the page, looked at, and red while there is none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput
from lantoa.upkeep import actions, queries
from lantoa.upkeep.models import KeepPlace, KeptCopy
from lantoa.upkeep.queries import disks
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db
PAGE, NAME = "/van-hanh/", "/van-hanh/noi-giu/"


@pytest.fixture
def house(cast, settings, tmp_path, monkeypatch):
    """The data in one folder, a stick beside it."""
    monkeypatch.setattr(disks, "device_of", lambda path: 2 if path.name == "usb" else 1)
    settings.VAR_DIR = tmp_path / "var"
    settings.MEDIA_ROOT = settings.VAR_DIR / "attachments"
    (settings.VAR_DIR / "copies").mkdir(parents=True)
    (tmp_path / "usb").mkdir()
    settings.KEEP_PLACES = [str(settings.VAR_DIR / "copies")]
    return tmp_path


def test_an_administrator_names_the_second_place_with_her_password(house, cast):
    client = cast.client("administrator")
    assert "Chưa có nơi thứ hai ghi được" in client.get(PAGE).content.decode()
    usb = str(house / "usb")
    wrong = client.post(NAME, {"noi-path": usb, "noi-password": "sai"})
    assert wrong.status_code == 400 and not KeepPlace.objects.exists()
    page = client.post(NAME, {"noi-path": usb, "noi-password": PASSWORD}, follow=True).content.decode()
    assert "nơi thứ hai, ghi được" in page and "Chưa có nơi thứ hai" not in page
    assert queries.folders()[-1] == Path(usb) and list((house / "usb").iterdir()) == []
    page = client.post(f"{NAME}{KeepPlace.objects.get().pk}/bo/", follow=True).content.decode()
    assert "Chưa có nơi thứ hai ghi được" in page


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "đường dẫn đầy đủ"),
        ("usb", "đường dẫn đầy đủ"),
        ("var/copies/khac", "nằm trong thư mục dữ liệu"),
        ("var", "nằm trong thư mục dữ liệu"),
        ("var/../var/attachments", "nằm trong thư mục dữ liệu"),
        ("khong-co", "Chưa thấy thư mục này"),
        ("cung-dia", "cùng ổ đĩa với dữ liệu"),
    ],
)
def test_a_place_within_the_data_or_not_there_is_none(house, cast, path, said):
    (house / "cung-dia").mkdir()
    whole = path if path in ("", "usb") else str(house / path)
    with pytest.raises(BadInput, match=said):
        actions.name_place(whole, by=cast.administrator)


def test_a_place_that_cannot_be_written_to_is_none(house, cast, monkeypatch):
    def full(self, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BadInput, match="Không ghi được: đĩa đầy"):
        actions.name_place(str(house / "usb"), by=cast.administrator)


def test_a_stick_that_is_not_plugged_in_any_more_is_red_though_its_folder_is_there(house, cast, monkeypatch):
    actions.name_place(str(house / "usb"), by=cast.administrator)
    monkeypatch.setattr(disks, "device_of", lambda path: 1)
    page = cast.client("administrator").get(PAGE).content.decode()
    assert "không tính là nơi thứ hai" in page and "Chưa có nơi thứ hai ghi được" in page


def test_it_is_red_after_26_hours_without_a_copy_at_the_second_place(house, cast):
    actions.name_place(str(house / "usb"), by=cast.administrator)
    own, both = str(house / "var" / "copies"), [str(house / "var" / "copies"), str(house / "usb")]
    now = clock.now()
    kept(now - dt.timedelta(hours=27), both)
    kept(now - dt.timedelta(hours=1), [own])
    client = cast.client("administrator")
    assert "chưa có bản sao nào ở nơi thứ hai" in client.get(PAGE).content.decode()
    assert "chưa có bản sao nào ở nơi thứ hai" in client.get("/").content.decode()
    assert queries.health(now)["copy"] == "late"
    kept(now, both)
    assert "chưa có bản sao nào ở nơi thứ hai" not in client.get(PAGE).content.decode()
    assert queries.health(now)["copy"] == "ok"


def kept(at, places):
    KeptCopy.objects.create(at=at, name=f"{at:%H}.age", size=1, seconds=1, places=places, rows=1, events=1)


def test_every_page_tells_an_administrator_since_when_the_worker_does_nothing_and_nobody_else(cast):
    said = "Việc chạy nền chưa chạy lần nào. Trang vẫn dùng được."
    assert said in cast.client("administrator").get("/thong-bao/").content.decode()
    assert said not in cast.client("officer").get("/thong-bao/").content.decode()
    actions.run_by_clock("history.seal")
    assert said not in cast.client("administrator").get("/thong-bao/").content.decode()


@pytest.mark.parametrize(("engine", "is_said"), [("sqlite3", True), ("postgresql", False)])
def test_within_how_long_a_copy_comes_back_is_said_only_where_making_it_loads_it(
    house, cast, settings, monkeypatch, engine, is_said
):
    kept(clock.now(), [])
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", f"django.db.backends.{engine}")
    assert "khôi phục trong khoảng" not in cast.client("administrator").get(PAGE).content.decode(), (
        "nobody has looked yet how long the checks take that follow"
    )
    actions.run_task("upkeep.check_data")
    page = cast.client("administrator").get(PAGE).content.decode()
    assert ("khôi phục trong khoảng 2–5 phút" in page) is is_said

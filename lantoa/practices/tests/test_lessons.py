"""What stopped teaches others, and nobody learns where it was."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.practices import actions
from lantoa.practices.models import Lesson, Practice
from lantoa.practices.rules.lessons import ways_to_say, without_any, without_where_and_when
from lantoa.practices.tests.stories import running

READERS = ("far_secretary", "other_secretary", "officer", "member")
LEAKS = (
    "Hòa Bình",
    "Hoà Bình",
    "hòa bình",
    "Hoa Binh",
    "An Phú",
    "Sơn Hà",
    "Lò Thị Én",
    "0912",
    "05/2024",
    "03/2024",
)


def stopped(cast, **words):
    words = {
        "name": "Tủ sách Trường THCS Hòa Bình",
        "reason": "Trường THCS Hoà Bình thiếu sách; đồng chí Lò Thị Én (0912 345 678) khởi xướng ngày 12/05/2024.",
        "how": "1. Chi bộ Trường THCS Hòa Bình góp sách.\n2. XÃ AN PHÚ cho mượn nhà.",
        "target": "Học sinh hòa bình, An Phú đọc 100 cuốn.",
        "contact": "Đồng chí Lò Thị Én",
        "consented": True,
        **words,
    }
    ours = running(cast, **words)
    Practice.objects.filter(pk=ours.pk).update(place_name="Trường THCS Hòa Bình, xã An Phú")
    return actions.stop(
        ours, by=cast.secretary, reason="Thiếu người trực ở tỉnh Sơn Hà.", on=dt.date(2025, 3, 7)
    )


def read(cast, who, address):
    return cast.client(who).get(address).content.decode()


def main_of(page):
    """What the page itself says: its frame and the line of who prints name the reader's own unit."""
    return page.partition("<main")[2].partition('<p class="only-print')[0]


def test_others_read_why_it_stopped_and_not_where(cast):
    ours = stopped(cast)
    owner = cast.client("secretary")
    preview = reverse("practices:lesson_preview", args=[ours.pk])
    assert "Nơi khác sẽ đọc được thế này" in owner.get(preview).content.decode()
    assert not Lesson.objects.exists(), "looking publishes nothing"
    owner.post(preview)
    lesson = Lesson.objects.get()
    for who in READERS:
        for address in (reverse("practices:lessons"), reverse("practices:lesson", args=[lesson.pk])):
            page = main_of(read(cast, who, address))
            assert "một đơn vị" in page and "Thiếu người trực" in page and "2024–2025" in page
            assert [leak for leak in LEAKS if leak.lower() in page.lower()] == []
            for one in (cast.cell, cast.commune):
                assert one.code not in page
            assert f"/mo-hinh/{ours.pk}/" not in page


def test_it_is_not_found_by_place(cast):
    actions.publish_lesson(stopped(cast), by=cast.secretary)
    found = reverse("practices:lessons")
    assert "một đơn vị" in main_of(read(cast, "far_secretary", found + "?tim=thieu+nguoi"))
    for place in ("hoa+binh", "an+phu", "son+ha", "lo+thi+en"):
        assert "Thiếu người trực" not in main_of(read(cast, "far_secretary", f"{found}?tim={place}"))


def test_the_full_page_is_read_by_the_unit_and_those_above_until_it_is_taken_back(cast):
    ours = stopped(cast)
    page = ours.get_absolute_url()
    assert cast.client("far_secretary").get(page).status_code == 200, "what is not published stays as it was"
    actions.publish_lesson(ours, by=cast.secretary)
    for who in ("far_secretary", "other_secretary"):
        assert cast.client(who).get(page).status_code == 404
        assert ours.name not in read(cast, who, reverse("adoptions:library"))
    for who in ("secretary", "committee", "officer"):
        assert cast.client(who).get(page).status_code == 200
    cast.client("secretary").post(reverse("practices:lesson_take_back", args=[ours.pk]))
    assert not Lesson.objects.exists()
    assert cast.client("far_secretary").get(page).status_code == 200
    with pytest.raises(Conflict):
        actions.take_back_lesson(ours, by=cast.secretary)


def test_only_its_owner_publishes_and_only_what_stopped(cast):
    ours, going_on = stopped(cast), running(cast)
    for who in (cast.far_secretary, cast.committee, cast.member):
        with pytest.raises(NotAllowed):
            actions.publish_lesson(ours, by=who)
    with pytest.raises(Conflict):
        actions.publish_lesson(going_on, by=cast.secretary)
    actions.publish_lesson(ours, by=cast.secretary)
    with pytest.raises(Conflict):
        actions.publish_lesson(ours, by=cast.secretary)
    assert set(Practice.objects.told_as_a_lesson()) == {ours}


def test_names_are_found_short_long_and_without_accents():
    ways = ways_to_say("Đảng bộ xã An Phú")
    assert {"Đảng bộ xã An Phú", "xã An Phú", "An Phú"} <= ways
    assert (
        without_any("Ở AN  PHÚ và an phu; lan phu.", ways, "một đơn vị")
        == "Ở một đơn vị và một đơn vị; lan phu."
    )
    assert "Y tế" not in ways_to_say("Chi bộ Sở Y tế")
    assert without_where_and_when("Từ ngày 3/5/2024, tháng 6/2025, gọi 0912.345.678.") == (
        "Từ năm 2024, năm 2025, gọi …."
    )

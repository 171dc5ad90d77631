"""An occasion may belong to an emulation movement: its commendations are told on the movement's page."""

import datetime as dt

import pytest

from lantoa.commendations import actions, queries
from lantoa.commendations.models import Commendation
from lantoa.commendations.tests.stories import collective, individual, recorded
from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.programme import actions as programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def movement(cast):
    """The province launches "Dân vận khéo"."""
    return programme.launch_movement(
        unit=cast.province, by=cast.officer, name="Dân vận khéo", level="province", starts=dt.date(2026, 1, 5)
    )


def test_the_occasion_is_opened_in_the_movement_by_its_form(cast, movement):
    page = cast.client("officer").get("/khen-thuong/dot/mo/").content.decode()
    assert "Trong phong trào thi đua" in page and "Dân vận khéo" in page
    sent = cast.client("officer").post(
        "/khen-thuong/dot/mo/",
        {
            "name": "Tổng kết Dân vận khéo",
            "held_on": "12/11/2026",
            "movement": movement.pk,
            "unit": cast.province.code,
        },
    )
    assert sent.status_code == 302 and movement.occasions.get().name == "Tổng kết Dân vận khéo"


def test_the_movement_tells_who_was_commended_in_it_by_level(cast, movement):
    occasion = actions.open_occasion(
        name="Tổng kết", unit=cast.province, held_on=dt.date(2026, 11, 12), by=cast.leader, movement=movement
    )
    within = recorded(
        cast, collective(cast.cell), individual(cast.cell, cast.member.person), occasion=occasion
    )
    recorded(cast, collective(cast.other_cell), number="16-QĐ/TU")
    seen = Commendation.objects.filter(decision__occasion__movement=movement)
    assert queries.by_level(seen) == [("tỉnh", 1, 1)] and within.commendations.count() == 2
    panel = cast.client("officer").get(f"/chuong-trinh/phong-trao/{movement.pk}/khen-thuong/")
    assert "Lượt tập thể" in panel.content.decode()
    elsewhere = cast.client("far_secretary").get(f"/chuong-trinh/phong-trao/{movement.pk}/khen-thuong/")
    assert "Chưa ghi khen thưởng" in elsewhere.content.decode(), "nobody in her reach was commended"
    year = Period.year(2026)
    for part, expected in (("movement", 1), ("other", 1)):
        told = counting.figure(
            "commendations.collectives", unit=cast.province, period=year, split=("movement", part)
        )
        assert told.value == expected


def test_where_nobody_was_commended_the_panel_says_how_it_would_be_told(cast, movement):
    panel = cast.client("secretary").get(f"/chuong-trinh/phong-trao/{movement.pk}/khen-thuong/")
    assert "Chưa ghi khen thưởng trong phong trào này" in panel.content.decode()


def test_a_movement_of_another_commune_has_no_panel(cast):
    theirs = programme.launch_movement(
        unit=cast.far, by=cast.officer, name="Bản sạch", level="unit", starts=dt.date(2026, 1, 5)
    )
    panel = f"/chuong-trinh/phong-trao/{theirs.pk}/khen-thuong/"
    assert cast.client("far_secretary").get(panel).status_code == 200
    assert cast.client("secretary").get(panel).status_code == 404

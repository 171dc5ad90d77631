"""Models of a movement ("Dân vận khéo"): registered, going on, recognised, on the movement's page."""

import datetime as dt

import pytest

from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.practices import actions, queries
from lantoa.practices.models import Practice
from lantoa.practices.tests import stories
from lantoa.programme import actions as programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def movement(cast):
    """The province launches "Dân vận khéo"."""
    return programme.launch_movement(
        unit=cast.province, by=cast.officer, name="Dân vận khéo", level="province", starts=dt.date(2026, 1, 5)
    )


def test_a_movement_tells_its_models(cast, movement):
    for name in ("Cùng dân làm đường", "Giờ thứ chín"):
        practice = stories.running(cast, name=name)
        Practice.objects.filter(pk=practice.pk).update(movement=movement)
    stopped = Practice.objects.get(name="Giờ thứ chín")
    actions.stop(stopped, by=cast.secretary, reason="ít người tham gia")
    stories.running(cast, name="Việc khác")
    sums = queries.sums_of_movement(Practice.objects.filter(movement=movement), cast.today)
    assert sums == {"registered": 2, "running": 1, "recognised": 0, "assessed": 0, "effective": 0}
    panel = cast.client("officer").get(f"/chuong-trinh/phong-trao/{movement.pk}/mo-hinh/").content.decode()
    assert "2 mô hình đã đăng ký, 1 đang thực hiện" in " ".join(panel.split())
    assert "Cùng dân làm đường" in panel and "Việc khác" not in panel
    year = Period.year(2026)
    for code, expected in (("practices.in_movements", 2), ("practices.running_in_movements", 1)):
        assert counting.figure(code, unit=cast.province, period=year).value == expected


def test_the_page_of_the_movement_shows_the_panel_and_a_plain_link(cast, movement):
    page = cast.client("member").get(movement.get_absolute_url()).content.decode()
    assert f"/chuong-trinh/phong-trao/{movement.pk}/mo-hinh/" in page and "Mô hình trong phong trào" in page

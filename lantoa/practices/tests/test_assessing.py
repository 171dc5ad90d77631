"""The level above says which models of a movement were effective: "Dân vận khéo", registered and effective."""

import datetime as dt

import pytest

from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.practices import actions
from lantoa.practices.models import MovementAssessment, Practice
from lantoa.practices.tests import stories
from lantoa.programme import actions as programme

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)


@pytest.fixture
def movement(cast):
    """The province launches "Dân vận khéo", in which the cell has two models."""
    launched = programme.launch_movement(
        unit=cast.province, by=cast.officer, name="Dân vận khéo", level="province", starts=dt.date(2026, 1, 5)
    )
    cast.things["models"] = [
        stories.running(cast, name=name) for name in ("Cùng dân làm đường", "Tổ tự quản")
    ]
    Practice.objects.all().update(movement=launched)
    return launched


def address(movement):
    return f"/chuong-trinh/phong-trao/{movement.pk}/danh-gia-mo-hinh/"


def value(cast, code):
    return counting.figure(f"practices.{code}", unit=cast.province, period=YEAR)


def test_the_commune_says_which_were_effective_and_the_report_has_its_numbers(cast, movement):
    first, second = cast.things["models"]
    client = cast.client("committee")
    assert "Cùng dân làm đường" in client.get(address(movement)).content.decode()
    typed = {"assessed_on": "16/11/2026", f"m{first.pk}": "yes", f"m{second.pk}": "no"}
    assert client.post(address(movement), typed).status_code == 302
    assert value(cast, "effective_share").show() == "1/2 mô hình"
    panel = client.get(f"/chuong-trinh/phong-trao/{movement.pk}/mo-hinh/").content.decode()
    assert "1/2 mô hình có hiệu quả" in " ".join(panel.split())
    assert "có hiệu quả, đánh giá ngày" in " ".join(
        client.get(first.get_absolute_url()).content.decode().split()
    )
    assert Event.objects.filter(verb="practice.assessed").count() == 2


def test_what_was_not_looked_at_is_neither(cast, movement):
    first, _second = cast.things["models"]
    actions.assess_in_movement(movement, {first.pk: True}, assessed_on=cast.today, by=cast.committee)
    assert value(cast, "assessed_in_movements").value == 1


def test_said_again_in_the_year_the_later_word_stands_and_the_same_is_no_news(cast, movement):
    first, _second = cast.things["models"]
    for effective in (False, True, True):
        actions.assess_in_movement(movement, {first.pk: effective}, assessed_on=cast.today, by=cast.committee)
    assert MovementAssessment.objects.get().is_effective
    assert Event.objects.filter(verb="practice.assessed").count() == 2


def test_nobody_assesses_the_model_of_her_own_unit(cast, movement):
    first, _second = cast.things["models"]
    page = cast.client("secretary").get(address(movement)).content.decode()
    assert "Cùng dân làm đường" not in page
    for who in ("secretary", "far_secretary"):
        with pytest.raises(NotAllowed):
            actions.assess_in_movement(
                movement, {first.pk: True}, assessed_on=cast.today, by=getattr(cast, who)
            )


@pytest.mark.parametrize(
    ("day", "said"), [(dt.date(2026, 12, 1), "chưa đến"), (dt.date(2026, 1, 6), "đăng ký sau ngày")]
)
def test_it_is_assessed_after_it_was_registered_and_not_tomorrow(cast, movement, day, said):
    first, _second = cast.things["models"]
    with pytest.raises(BadInput, match=said):
        actions.assess_in_movement(movement, {first.pk: True}, assessed_on=day, by=cast.committee)


def test_a_form_in_which_nothing_is_said_says_what_to_choose(cast, movement):
    sent = cast.client("committee").post(address(movement), {"assessed_on": "16/11/2026"})
    assert "ít nhất một mô hình" in sent.content.decode() and not MovementAssessment.objects.exists()

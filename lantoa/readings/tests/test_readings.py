"""The province enters what may be told; cells read it, tell it, and are reminded of what they have not told."""

import datetime as dt

import pytest

from lantoa.foundation.agenda import STUDY, brought_to
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.tests.forms import Form
from lantoa.meetings import actions as meetings
from lantoa.readings import actions
from lantoa.readings.exchange import READINGS
from lantoa.readings.models import Reading

pytestmark = pytest.mark.django_db
SAID = {"kind": "story", "source": "Sách thử nghiệm", "page": "12"}


@pytest.fixture
def story(cast):
    """One story of the province."""
    return actions.enter(unit=cast.province, by=cast.officer, title="Chuyện thử", **SAID)


def test_an_office_begins_with_none(cast):
    assert not Reading.objects.exists()
    assert "Chưa có tư liệu nào" in cast.client("officer").get("/tu-lieu/").content.decode()


def test_it_is_entered_on_the_page_and_read_below(cast):
    Form(cast.client("officer"), "/tu-lieu/moi/").send(title="Chuyện thử", **SAID)
    one = Reading.objects.get()
    page = cast.client("member").get(one.get_absolute_url()).content.decode()
    assert "Sách thử nghiệm, tr. 12" in page and "Sửa" not in page
    assert "Chuyện thử" in cast.client("secretary").get("/tu-lieu/").content.decode()


def test_without_a_source_it_is_not_kept_and_none_twice(cast, story):
    with pytest.raises(BadInput, match="nguồn"):
        actions.enter(unit=cast.province, by=cast.officer, title="Khác", kind="story", source="")
    with pytest.raises(BadInput, match="đã nhập"):
        actions.enter(unit=cast.province, by=cast.officer, title="Chuyện thử", **SAID)


def test_what_a_commune_enters_is_for_that_commune(cast):
    one = actions.enter(unit=cast.commune, by=cast.committee, title="Chuyện của xã", **SAID)
    assert one in Reading.objects.visible_to(cast.member)
    assert one not in Reading.objects.visible_to(cast.far_secretary)
    assert cast.client("far_secretary").get(one.get_absolute_url()).status_code == 404


def test_nobody_below_changes_what_the_province_entered(cast, story):
    with pytest.raises(NotAllowed):
        actions.correct(story, by=cast.committee, title="Khác")
    actions.correct(story, by=cast.officer, title="Chuyện đã sửa")
    actions.remove(story, by=cast.officer)
    assert not Reading.objects.exists()


def test_what_was_not_told_is_brought_to_the_meeting_and_where_it_was_told_is_remembered(cast, story):
    def brought():
        return [p.words for p in brought_to(cast.cell, cast.secretary, cast.today) if p.part == STUDY]

    assert brought() == ["Chuyện chưa kể: Chuyện thử"]
    meetings.record_meeting(
        unit=cast.cell, kind="regular", held_on=dt.date(2026, 11, 3), by=cast.secretary, story="Chuyện thử"
    )
    assert brought() == []
    address = f"/sinh-hoat/da-ke/{story.pk}/"
    assert "Chi bộ Trường THCS Hòa Bình" in cast.client("committee").get(address).content.decode()
    assert "Chi bộ Trường" not in cast.client("far_secretary").get(address).content.decode()


def test_the_list_goes_out_and_comes_in(cast, story):
    assert READINGS.kind.code == "readings"
    assert cast.client("officer").get("/tu-lieu/?xuat=xlsx").status_code == 200

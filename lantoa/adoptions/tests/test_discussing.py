"""What another unit does is chosen for a meeting, talked over, and what was taken from it becomes an adoption."""

import pytest

from lantoa.adoptions import actions
from lantoa.adoptions.models import Adoption, Discussion
from lantoa.foundation.agenda import brought_to
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.practices.tests import stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(cast):
    """A practice of the school's cell."""
    return stories.running(cast, name="Tủ sách lưu động")


def agenda(cast):
    return [point.words for point in brought_to(cast.other_cell, cast.other_secretary, cast.today)]


def test_it_is_chosen_stands_on_the_sheet_is_noted_and_may_be_taken_over(cast, practice):
    client, page = cast.client("other_secretary"), f"/mo-hinh/{practice.pk}/trao-doi/"
    assert page in client.get(practice.get_absolute_url()).content.decode()
    assert client.post(page, {"why": "Thôn mình cũng ít người đọc"}).status_code == 302
    assert "Trao đổi cách làm: Tủ sách lưu động" in agenda(cast)
    assert "Điền “Ý kiến trao đổi”" in client.post(page, {"on": "16/11/2026", "said": ""}).content.decode()
    said = {"on": "16/11/2026", "said": "Hợp với nhà văn hóa thôn.", "taken": "Mở tủ sách ở nhà văn hóa."}
    shown = client.post(page, said, follow=True).content.decode()
    assert "Mở tủ sách ở nhà văn hóa." in shown and f"/mo-hinh/{practice.pk}/van-dung/" in shown
    assert "Trao đổi cách làm: Tủ sách lưu động" not in agenda(cast)
    form = client.get(f"/mo-hinh/{practice.pk}/van-dung/").content.decode()
    assert "Trao đổi tại đơn vị ngày 16/11/2026" in form
    assert not Adoption.objects.exists(), "taking over is an act of its own"


def test_one_choice_waits_at_a_time_and_what_was_noted_stays(cast, practice):
    one = actions.choose(practice, unit=cast.other_cell, by=cast.other_secretary)
    with pytest.raises(Conflict, match="đã được chọn"):
        actions.choose(practice, unit=cast.other_cell, by=cast.other_secretary)
    with pytest.raises(BadInput, match="sớm hơn ngày chọn"):
        actions.note(one, by=cast.other_secretary, on=cast.today.replace(day=2), said="Hay")
    actions.note(one, by=cast.other_secretary, on=cast.today, said="Hay")
    with pytest.raises(Conflict, match="đã được ghi"):
        actions.leave(one, by=cast.other_secretary)
    again = actions.choose(practice, unit=cast.other_cell, by=cast.other_secretary)
    actions.leave(again, by=cast.other_secretary)
    assert Discussion.objects.get() == one


def test_nobody_talks_over_what_is_its_own_and_no_other_unit_reads_what_was_said(cast, practice):
    with pytest.raises(Conflict, match="chính đơn vị"):
        actions.choose(practice, unit=cast.cell, by=cast.secretary)
    actions.choose(practice, unit=cast.other_cell, by=cast.other_secretary)
    assert not Discussion.objects.visible_to(cast.secretary).exists()
    assert Discussion.objects.visible_to(cast.committee).exists()

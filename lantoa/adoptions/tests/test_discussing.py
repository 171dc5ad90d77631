"""What another unit does is chosen for a meeting, talked over, and what was taken from it becomes an adoption."""

import pytest

from lantoa.adoptions import actions
from lantoa.adoptions.models import Adoption, Discussion
from lantoa.foundation.agenda import brought_to
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.organisation import actions as organisation
from lantoa.practices import queries as practices
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
    assert "practice.chosen_to_discuss" not in [act.event.verb for act in practices.trail(practice)]
    assert (
        "chọn để trao đổi" not in cast.client("secretary").get(practice.get_absolute_url()).content.decode()
    )


def test_what_came_back_or_was_inherited_is_its_own_as_in_taking_over(cast, practice):
    gone_out = actions.adopt(practice, by=cast.far_secretary).practice
    with pytest.raises(Conflict, match="chính đơn vị"):
        actions.choose(gone_out, unit=cast.cell, by=cast.secretary)
    organisation.merge([cast.cell, cast.other_cell], into=cast.other_cell, on=cast.today, by=cast.system)
    for one in (practice, gone_out):
        with pytest.raises(Conflict, match="chính đơn vị"):
            actions.choose(one, unit=cast.other_cell, by=cast.other_secretary)
        page = cast.client("other_secretary").get(f"/mo-hinh/{one.pk}/trao-doi/").content.decode()
        assert "do chính đơn vị làm" in page and "Đưa ra trao đổi" not in page


def test_only_who_answers_for_the_unit_chooses_notes_and_leaves(cast, practice):
    with pytest.raises(NotAllowed, match="đơn vị mình"):
        actions.choose(practice, unit=cast.other_cell, by=cast.far_secretary)
    one = actions.choose(practice, unit=cast.other_cell, by=cast.other_secretary)
    with pytest.raises(NotAllowed, match="đơn vị mình"):
        actions.note(one, by=cast.far_secretary, on=cast.today, said="Hay")
    with pytest.raises(NotAllowed, match="đơn vị mình"):
        actions.leave(one, by=cast.far_secretary)
    assert list(Discussion.objects.waiting()) == [one]


def test_who_keeps_accounts_or_personal_data_reads_nothing_of_it_nor_does_the_sheet_tell_another_cell(
    cast, practice
):
    actions.choose(practice, unit=cast.other_cell, by=cast.other_secretary)
    for nobody in (cast.administrator, cast.protector):
        assert not Discussion.objects.visible_to(nobody).exists()
    told = [point.words for point in brought_to(cast.other_cell, cast.secretary, cast.today)]
    assert "Trao đổi cách làm: Tủ sách lưu động" not in told


def test_the_sheet_of_a_meeting_leaves_out_none_that_was_chosen(cast):
    for name in ("Một", "Hai", "Ba", "Bốn"):
        actions.choose(stories.running(cast, name=name), unit=cast.other_cell, by=cast.other_secretary)
    assert [one for one in agenda(cast) if one.startswith("Trao đổi cách làm")] == [
        f"Trao đổi cách làm: {name}" for name in ("Một", "Hai", "Ba", "Bốn")
    ]


def test_who_continues_a_unit_by_merger_talks_over_what_that_unit_chose(cast, practice):
    page = f"/mo-hinh/{practice.pk}/trao-doi/"
    actions.choose(practice, unit=cast.far_cell, by=cast.far_secretary, why="Bản cũng xa thư viện")
    organisation.merge([cast.far_cell, cast.other_cell], into=cast.other_cell, on=cast.today, by=cast.system)
    client = cast.client("other_secretary")
    assert "Trao đổi cách làm: Tủ sách lưu động" in agenda(cast)
    assert "Bản cũng xa thư viện" in client.get(page).content.decode()
    assert client.post(page, {"on": "16/11/2026", "said": "Nên thử."}).status_code == 302
    assert "Nên thử." in client.get(page).content.decode()
    assert "Trao đổi tại đơn vị ngày" in client.get(f"/mo-hinh/{practice.pk}/van-dung/").content.decode()


def test_what_both_had_chosen_before_they_merged_is_left_one_by_one(cast, practice):
    actions.choose(practice, unit=cast.far_cell, by=cast.far_secretary)
    actions.choose(practice, unit=cast.other_cell, by=cast.other_secretary)
    organisation.merge([cast.far_cell, cast.other_cell], into=cast.other_cell, on=cast.today, by=cast.system)
    client, leave = cast.client("other_secretary"), f"/mo-hinh/{practice.pk}/thoi-trao-doi/"
    assert [client.post(leave).status_code for _time in range(3)] == [302, 302, 404]
    assert not Discussion.objects.exists()

"""A class is recorded with how many came of how many, made up for, corrected, or taken back."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.programme import actions as programme
from lantoa.study import actions, queries, todo
from lantoa.study.models import StudyClass

pytestmark = pytest.mark.django_db
FIELDS = {"topic": "Chuyên đề năm 2026", "level": "cell", "held_on": dt.date(2026, 10, 5)}


@pytest.fixture
def held(cast):
    """A class of the cell: 16 of 18 came."""
    return actions.record_class(
        unit=cast.cell, by=cast.secretary, party_summoned=18, party_attended=16, **FIELDS
    )


def test_what_was_recorded_is_in_the_history(held):
    event = Event.objects.about(held).get()
    assert event.verb == "study_class.recorded" and event.after["party_attended"] == "16"
    assert held.ratio == "16/18" and held.absent == 2
    assert str(held.share) == "88.89"


def test_two_study_later_and_the_attendance_of_the_class_stays(cast, held):
    made_up = actions.make_up(held, people=2, by=cast.secretary)
    assert (made_up.party_attended, made_up.made_up, made_up.absent) == (16, 2, 0)
    with pytest.raises(BadInput, match="Chỉ có 2 đảng viên vắng"):
        actions.make_up(held, people=1, by=cast.secretary)
    with pytest.raises(BadInput, match="từ 1 trở lên"):
        actions.make_up(held, people=0, by=cast.secretary)


def test_a_class_of_a_unit_that_has_ended_bears_its_name_though_it_was_held_before_the_unit_stood(cast, held):
    StudyClass.objects.filter(pk=held.pk).update(held_on=dt.date(2020, 5, 4))
    day = cast.today - dt.timedelta(days=1)
    cast.cell.placements.update(ends=day)
    [one] = queries.with_unit_name(StudyClass.objects.all(), cast.today)
    assert one.unit_name == "Chi bộ Trường THCS Hòa Bình"


def test_a_class_is_recorded_once(cast, held):
    with pytest.raises(BadInput, match="đã được ghi trong ngày"):
        actions.record_class(
            unit=cast.cell, by=cast.secretary, party_summoned=18, party_attended=18, **FIELDS
        )
    assert StudyClass.objects.count() == 1


def test_a_class_of_tomorrow_is_not_recorded_today(cast):
    with pytest.raises(BadInput, match="chưa đến"):
        actions.record_class(
            unit=cast.cell,
            by=cast.secretary,
            party_summoned=1,
            party_attended=1,
            **FIELDS | {"held_on": dt.date(2026, 11, 17)},
        )


@pytest.mark.parametrize(
    ("numbers", "broken"),
    [
        ({"party_attended": 19}, "than_were_summoned"),
        ({"made_up": 3}, "than_were_summoned"),
        ({"sites": 0}, "a_class_has_a_place"),
    ],
)
def test_the_database_itself_refuses_numbers_that_cannot_be(held, numbers, broken):
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        StudyClass.objects.update(**numbers)


@pytest.mark.parametrize("who", ["other_secretary", "far_secretary", "member"])
def test_another_units_class_is_not_touched(cast, held, who):
    by = getattr(cast, who)
    with pytest.raises(NotAllowed):
        actions.change_class(held, by=by, essays=1)
    with pytest.raises(NotAllowed):
        actions.make_up(held, people=1, by=by)
    with pytest.raises(NotAllowed):
        actions.remove_class(held, reason="Ghi trùng.", by=by)
    assert not StudyClass.objects.visible_to(by).exists()
    held.refresh_from_db()
    assert held.essays == 0


def test_a_correction_keeps_what_was_said_before(cast, held):
    actions.change_class(held, by=cast.secretary, party_attended=17)
    event = Event.objects.about(held).last()
    assert (event.before["party_attended"], event.after["party_attended"]) == ("16", "17")
    actions.change_class(held, by=cast.secretary, party_attended=17)
    assert Event.objects.about(held).count() == 2


def test_a_class_held_in_one_room_has_one_site(cast, held):
    actions.change_class(held, by=cast.secretary, sites=7)
    assert held.sites == 1
    actions.change_class(held, by=cast.secretary, form="online", sites=7)
    assert held.sites == 7


def test_taking_back_needs_a_reason_and_leaves_a_trace(cast, held):
    with pytest.raises(BadInput, match="lý do"):
        actions.remove_class(held, reason="", by=cast.secretary)
    key = str(held.pk)
    actions.remove_class(held, reason="Ghi trùng.", by=cast.secretary)
    assert not StudyClass.objects.exists()
    event = Event.objects.get(verb="study_class.removed", subject_id=key)
    assert event.note == "Ghi trùng." and event.before["topic"] == "Chuyên đề năm 2026"


def test_the_secretary_is_reminded_of_those_who_have_not_studied(cast, held):
    (task,) = todo.items(cast.secretary)
    assert task.title == "Tổ chức học bù cho 2 đảng viên" and "05/10/2026" in task.note
    assert list(todo.items(cast.other_secretary)) == list(todo.items(cast.committee)) == []
    assert list(todo.items(cast.member)) == []
    actions.make_up(held, people=2, by=cast.secretary)
    assert list(todo.items(cast.secretary)) == []


# On the pages

SENT = {
    "topic": "Chuyên đề năm 2026",
    "held_on": "5/10/2026",
    "attendance": "16/18 (Đạt 88,9%)",
    "level": "cell",
    "form": "direct",
    "essays": "16",
}


@pytest.mark.deep(slow=True)
def test_the_secretary_records_a_class(cast):
    theme = programme.set_theme(
        unit=cast.commune,
        by=cast.committee,
        kind="year",
        title="Nêu gương",
        starts=dt.date(2026, 1, 1),
        ends=dt.date(2027, 1, 1),
    )
    client = cast.client("secretary")
    page = client.get("/hoc-tap/moi/").content.decode()
    assert f'<option value="{theme.pk}" selected>' in page and 'value="16/11/2026"' in page
    answer = client.post("/hoc-tap/moi/", SENT | {"theme": theme.pk})
    held = StudyClass.objects.get()
    assert answer["Location"] == held.get_absolute_url()
    assert (held.unit, held.theme, held.party_attended, held.essays) == (cast.cell, theme, 16, 16)
    shown = client.get(held.get_absolute_url()).content.decode()
    assert "16/18" in shown and "88,89%" in shown and "Còn 2 đảng viên chưa học" in shown
    assert client.post(f"{held.get_absolute_url()}hoc-bu/", {"people": "5"}).status_code == 200
    assert client.post(f"{held.get_absolute_url()}hoc-bu/", {"people": "2"}).status_code == 302
    assert "chưa học</h2>" not in client.get(held.get_absolute_url()).content.decode()
    edit = client.get(f"{held.get_absolute_url()}sua/").content.decode()
    assert 'value="16/18"' in edit and 'value="05/10/2026"' in edit
    assert client.post(f"{held.get_absolute_url()}sua/", SENT | {"made_up": "3"}).status_code == 200
    assert client.post(f"{held.get_absolute_url()}sua/", SENT | {"attendance": "18/18"}).status_code == 302
    assert client.post(f"{held.get_absolute_url()}bo/", {"reason": "Ghi nhầm đơn vị."}).status_code == 302
    assert not StudyClass.objects.exists()


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"attendance": "19/18"}, "nhiều hơn số được triệu tập"),
        ({"attendance": ""}, "bắt buộc"),
        ({"held_on": "31/2/2026"}, "không có thật"),
        ({"held_on": "17/11/2026"}, "chưa đến"),
        ({"essays": "40"}, "nhiều hơn số người đã học"),
        ({"made_up": "3"}, "Chỉ có 2 đảng viên vắng"),
        ({"outside_attended": "999999999999"}, "lớn quá"),
    ],
)
def test_what_is_wrong_is_said_beside_the_box_and_nothing_is_lost(cast, wrong, said):
    page = cast.client("secretary").post("/hoc-tap/moi/", SENT | wrong).content.decode()
    assert said in page and "Có 1 chỗ cần sửa" in page and "Chuyên đề năm 2026" in page
    assert not StudyClass.objects.exists()


def test_the_committee_records_for_a_cell_and_the_cell_may_be_named_in_the_address(cast):
    client = cast.client("committee")
    page = client.get(f"/hoc-tap/moi/?don-vi={cast.cell.code}").content.decode()
    assert f'<option value="{cast.cell.code}" selected>' in page
    assert client.post("/hoc-tap/moi/", SENT | {"unit": cast.cell.code}).status_code == 302
    assert StudyClass.objects.get().unit == cast.cell
    assert client.post("/hoc-tap/moi/", SENT | {"unit": cast.far_cell.code}).status_code == 200
    assert StudyClass.objects.count() == 1


def test_the_list_has_a_constant_number_of_queries(cast, held, django_assert_max_num_queries):
    for number in range(30):
        actions.record_class(
            unit=cast.other_cell,
            by=cast.committee,
            party_summoned=20,
            party_attended=20,
            **FIELDS | {"topic": f"Nghị quyết {number}", "form": "online"},
        )
    client = cast.client("committee")
    client.get("/hoc-tap/")
    with django_assert_max_num_queries(40):
        page = client.get("/hoc-tap/?nam=2026").content.decode()
    assert "Nghị quyết 29" in page and "Chi bộ thôn Nà Lùng" in page
    assert "88,89%" in page
    assert "Nghị quyết 29" not in client.get("/hoc-tap/?hinh-thuc=direct").content.decode()
    assert "Chưa ghi lớp học nào" in client.get("/hoc-tap/?nam=2024").content.decode()
    assert "Nghị quyết 29" not in cast.client("secretary").get("/hoc-tap/").content.decode()

"""Courses of political theory and who was admitted: counted, never named, nobody twice."""

import datetime as dt
from decimal import Decimal

import pytest

from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.programme import actions as programme
from lantoa.study import actions, hangs, late
from lantoa.study.exchange import ADMISSIONS
from lantoa.study.models import Admission, Course

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)


@pytest.fixture
def course(cast):
    """Nine prospective members begin on 2 March."""
    return begun(cast)


def begun(cast, **more):
    fields = {
        "kind": "prospective",
        "name": "Lớp bồi dưỡng nhận thức về Đảng",
        "starts": dt.date(2026, 3, 2),
        "participants": 9,
        "has_programme": True,
    }
    return actions.record_course(unit=cast.cell, by=cast.secretary, **fields | more)


def admitted(cast, course=None, people=2, **more):
    fields = {"admitted_on": dt.date(2026, 9, 2), "people": people, "course": course}
    return actions.record_admission(unit=cast.cell, by=cast.secretary, **fields | more)


def value(cast, code, **asked):
    return counting.figure(code, unit=cast.province, period=YEAR, **asked).value


def test_a_course_is_recorded_by_its_form_and_stands_in_the_list(cast):
    typed = {
        "kind": "example",
        "name": "Lớp đảng viên làm theo lời Bác",
        "starts": "02/03/2026",
        "participants": "40",
        "has_programme": "on",
    }
    client = cast.client("secretary")
    assert client.post("/hoc-tap/lop-boi-duong/moi/", typed).status_code == 302
    page = client.get("/hoc-tap/lop-boi-duong/").content.decode()
    assert "Lớp đảng viên làm theo lời Bác" in page and "chưa ghi" in page
    assert value(cast, "study.courses", split=("kind", "example")) == 1
    assert value(cast, "study.courses_with_programme") == 1


def test_certificates_not_written_down_are_not_none(cast, course):
    assert course.certified is None and value(cast, "study.certificates") == 0
    actions.change_course(course, by=cast.secretary, certified=8)
    assert value(cast, "study.certificates") == 8
    assert Event.objects.about(course).filter(verb="course.corrected").count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"certified": 10}, "nhiều hơn số học viên"),
        ({"ends": dt.date(2026, 3, 1)}, "trước ngày khai giảng"),
        ({"starts": dt.date(2026, 12, 1)}, "chưa đến"),
    ],
)
def test_what_cannot_be_is_refused(cast, wrong, said):
    with pytest.raises(BadInput, match=said):
        begun(cast, **wrong)


def test_a_course_is_recorded_once(cast, course):
    with pytest.raises(BadInput, match="đã được ghi"):
        begun(cast)
    assert Course.objects.count() == 1


def test_no_more_are_admitted_from_a_course_than_took_part(cast, course):
    admitted(cast, course, people=7)
    with pytest.raises(BadInput, match="Cộng lại 10 người"):
        admitted(cast, course, people=3)
    assert value(cast, "study.admitted", split=("source", "course")) == 7


def test_who_was_admitted_in_a_movement_is_told_apart(cast, course):
    movement = programme.launch_movement(
        unit=cast.province,
        by=cast.officer,
        name="Thi đua tạo nguồn",
        level="province",
        starts=dt.date(2026, 1, 5),
    )
    admitted(cast, course, movement=movement)
    admitted(cast, people=1)
    assert value(cast, "study.admitted") == 3
    assert value(cast, "study.admitted", split=("movement", "movement")) == 2


def test_an_admission_by_mistake_is_struck_out_readable_and_no_longer_counted(cast, course):
    mistake = admitted(cast, course)
    with pytest.raises(BadInput, match="lý do"):
        actions.strike_out_admission(mistake, reason="", by=cast.secretary)
    sent = cast.client("secretary").post(
        f"/hoc-tap/ket-nap/{mistake.pk}/gach-bo/", {"reason": "Ghi trùng biên bản"}
    )
    assert sent.status_code == 302 and value(cast, "study.admitted") == 0
    page = cast.client("secretary").get("/hoc-tap/ket-nap/").content.decode()
    assert "Ghi trùng biên bản" in page
    admitted(cast, course, people=9)
    assert Admission.objects.all().standing().get().people == 9


def test_another_commune_neither_reads_nor_changes_it(cast, course):
    page = cast.client("far_secretary").get("/hoc-tap/lop-boi-duong/").content.decode()
    assert "Lớp bồi dưỡng nhận thức" not in page
    with pytest.raises(NotAllowed):
        actions.change_course(course, by=cast.far_secretary, participants=3)


@pytest.mark.parametrize("box", ["participants", "certified"])
def test_half_a_person_takes_part_in_no_course(cast, box):
    typed = {"kind": "theory", "name": "Lớp", "starts": "02/03/2026", "participants": "9", box: "2,5"}
    sent = cast.client("secretary").post("/hoc-tap/lop-boi-duong/moi/", typed)
    assert "Nhập số nguyên" in sent.content.decode() and not Course.objects.exists()


def test_half_a_person_comes_in_by_no_list(cast):
    row = {"unit": cast.cell, "admitted_on": dt.date(2026, 9, 2), "people": Decimal("2.5"), "course": None}
    with pytest.raises(BadInput, match="Nhập số nguyên") as refused:
        ADMISSIONS.add(row, by=cast.secretary)
    assert refused.value.field == "people" and not Admission.objects.exists()


def test_a_course_does_not_shrink_below_those_admitted_from_it(cast, course):
    admitted(cast, course, people=7)
    with pytest.raises(BadInput, match="Cộng lại 7 người"):
        actions.change_course(course, by=cast.secretary, participants=6)


def test_a_cell_finds_the_course_of_the_commune_where_its_people_come_from(cast):
    above = actions.record_course(
        unit=cast.commune,
        by=cast.committee,
        kind="prospective",
        name="Lớp của xã",
        starts=dt.date(2026, 3, 2),
        participants=20,
        has_programme=False,
    )
    page = cast.client("secretary").get("/hoc-tap/ket-nap/moi/").content.decode()
    assert "Lớp của xã" in page
    assert above not in Course.objects.offered_to(cast.far_secretary)
    assert "Lớp của xã" not in cast.client("secretary").get("/hoc-tap/lop-boi-duong/").content.decode()


def test_a_form_offers_the_movements_of_ones_own_line_and_no_others(cast):
    for unit, by, name in (
        (cast.province, cast.officer, "Của tỉnh"),
        (cast.other_cell, cast.other_secretary, "Của chi bộ khác"),
    ):
        programme.launch_movement(unit=unit, by=by, name=name, level="unit", starts=dt.date(2026, 1, 5))
    for page in ("/hoc-tap/lop-boi-duong/moi/", "/khen-thuong/dot/mo/"):
        shown = cast.client("secretary").get(page).content.decode()
        assert "Của tỉnh" in shown and "Của chi bộ khác" not in shown


def test_a_card_where_nothing_was_written_down_says_so_and_shows_no_nought(cast, course):
    page = " ".join(cast.client("secretary").get("/hoc-tap/lop-boi-duong/").content.decode().split())
    card = page.split("Giấy chứng nhận đã cấp")[1].split("</dl>")[0]
    assert ">chưa ghi<" in card and ">0<" not in card


def test_a_course_long_ended_without_its_certificates_is_late_and_its_unit_is_reminded(cast):
    ended = {"starts": dt.date(2026, 9, 1), "ends": dt.date(2026, 10, 10), "participants": 9}
    course = actions.record_course(
        unit=cast.cell, by=cast.secretary, kind="theory", name="Lớp lý luận", has_programme=False, **ended
    )
    (kind,) = late.late(cast.today)
    assert kind.things.get() == course
    listed = cast.client("officer").get(kind.listed(cast.cell.code)).content.decode()
    assert "Lớp lý luận" in listed and "quá 30 ngày" in listed
    (one,) = late.due(dt.date(2026, 11, 1), dt.date(2026, 11, 30), cast.today)
    assert one.day == dt.date(2026, 11, 9) and one.person_id == cast.secretary.person.pk
    assert {str(line.label): line.count for line in hangs.hanging(cast.cell, on=cast.today)}[
        "Lớp bồi dưỡng, lý luận chính trị"
    ] == 1
    actions.change_course(course, certified=0, by=cast.secretary)
    assert not list(late.due(dt.date(2026, 11, 1), dt.date(2026, 11, 30), cast.today))

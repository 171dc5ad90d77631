"""What courses teach, and which units sent how many: a curriculum of the province, an intake of a cell."""

import datetime as dt

import pytest

from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.study import actions, rules
from lantoa.study.models import CourseIntake, Curriculum

pytestmark = pytest.mark.django_db
NEW = "/hoc-tap/chuong-trinh/moi/"
TYPED = {
    "kind": "prospective",
    "name": "Chương trình bồi dưỡng nhận thức về Đảng",
    "starts": "01/01/2026",
    "topics": "Lịch sử Đảng (5 tiết)\nĐiều lệ Đảng (4 tiết)",
    "programme_topics": "Học tập phong cách nêu gương (4 tiết)",
}


@pytest.fixture
def curriculum(cast):
    fields = TYPED | {"starts": dt.date(2026, 1, 1)}
    return actions.set_curriculum(unit=cast.province, by=cast.officer, **fields)


@pytest.fixture
def course(cast, curriculum):
    return begun(cast, curriculum=curriculum)


def begun(cast, **more):
    fields = {
        "kind": "prospective",
        "name": "Lớp khóa 1",
        "starts": dt.date(2026, 3, 2),
        "participants": 20,
        "has_programme": False,
    }
    return actions.record_course(unit=cast.commune, by=cast.committee, **fields | more)


def test_the_province_sets_a_curriculum_and_a_cell_reads_it(cast):
    assert Form(cast.client("officer"), NEW).send(**TYPED).status_code == 302
    page = " ".join(cast.client("secretary").get("/hoc-tap/chuong-trinh/").content.decode().split())
    assert "Lịch sử Đảng (5 tiết)" in page and "học tập, thực hành theo Bác" in page
    kept = Curriculum.objects.get()
    typed = TYPED | {"topics": "Lịch sử Đảng (6 tiết)"}
    assert cast.client("officer").post(f"/hoc-tap/chuong-trinh/{kept.pk}/sua/", typed).status_code == 302
    assert [str(one) for one in kept.parts.all()] == [
        "Lịch sử Đảng (6 tiết)",
        "Học tập phong cách nêu gương (4 tiết)",
    ]
    assert Event.objects.filter(verb__in=("curriculum.added", "curriculum.edited")).count() == 2


def test_nobody_rewrites_the_curriculum_of_the_level_above(cast, curriculum):
    with pytest.raises(NotAllowed):
        actions.change_curriculum(curriculum, by=cast.secretary, topics="x", programme_topics="")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"topics": "", "programme_topics": ""}, "ít nhất một chuyên đề"),
        ({"topics": "(5 tiết)"}, "tên một chuyên đề"),
        ({"last_day": "01/12/2025"}, "sau ngày bắt đầu"),
    ],
)
def test_a_curriculum_that_cannot_be_is_refused_in_words(cast, wrong, said):
    sent = Form(cast.client("officer"), NEW).send(**TYPED | wrong)
    assert said in sent.content.decode() and not Curriculum.objects.exists()


def test_a_line_may_say_how_many_lessons():
    assert rules.read_parts("Lịch sử Đảng (5 tiết)\n\nĐiều lệ", "topics") == [
        ("Lịch sử Đảng", 5),
        ("Điều lệ", None),
    ]


def test_a_course_has_what_its_curriculum_has_of_the_programme(cast, course):
    assert course.has_programme
    with pytest.raises(BadInput, match="loại lớp khác"):
        actions.change_course(course, by=cast.committee, kind="theory")
    page = cast.client("committee").get(course.get_absolute_url()).content.decode()
    assert "Điều lệ Đảng (4 tiết)" in page


def test_units_say_how_many_they_sent_and_the_course_shows_who_was_admitted(cast, course):
    typed = {"unit": cast.cell.code, "people": "4", "certified": "3"}
    client = cast.client("committee")
    assert client.post(f"{course.get_absolute_url()}don-vi-cu/", typed).status_code == 302
    actions.record_admission(
        unit=cast.cell, by=cast.secretary, admitted_on=dt.date(2026, 9, 2), people=2, course=course
    )
    page = " ".join(client.get(course.get_absolute_url()).content.decode().split())
    assert "2 người" in page
    assert "Còn 16 học viên chưa ghi đơn vị cử." in page
    sent = counting.figure("study.sent", unit=cast.cell, period=Period.year(2026))
    assert sent.show() == "4 lượt người"
    intake = CourseIntake.objects.get()
    assert client.post(f"/hoc-tap/don-vi-cu/{intake.pk}/bo/").status_code == 302
    assert not CourseIntake.objects.exists()


def test_a_course_from_which_no_admission_is_written_does_not_say_nobody(cast, course):
    page = cast.client("committee").get(course.get_absolute_url()).content.decode()
    assert (
        "0 người" not in page and "chưa ghi" in page.partition("Đã kết nạp vào Đảng")[2].partition("</dd>")[0]
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"people": 21}, "nhiều hơn số học viên"),
        ({"people": 4, "certified": 5}, "nhiều hơn số người đơn vị cử"),
        ({"people": 20, "certified": 19}, "nhiều hơn số giấy chứng nhận của lớp"),
    ],
)
def test_units_together_send_no_more_than_took_part(cast, course, told, said):
    actions.change_course(course, by=cast.committee, certified=18)
    with pytest.raises(BadInput, match=said):
        actions.record_intake(course, unit=cast.cell, by=cast.committee, **told)


def test_a_line_is_mended_where_it_stands_and_the_course_does_not_shrink_below_it(cast, course):
    actions.record_intake(course, unit=cast.cell, people=4, by=cast.committee)
    with pytest.raises(BadInput, match="đã có dòng"):
        actions.record_intake(course, unit=cast.cell, people=6, by=cast.committee)
    typed = {"people": "6", "certified": "2"}
    form = Form(cast.client("committee"), f"/hoc-tap/don-vi-cu/{CourseIntake.objects.get().pk}/sua/")
    assert form.send(**typed).status_code == 302
    assert (CourseIntake.objects.get().people, CourseIntake.objects.get().certified) == (6, 2)
    with pytest.raises(BadInput, match="nhiều hơn số học viên"):
        actions.change_course(course, by=cast.committee, participants=5)


def test_another_commune_neither_sees_the_course_nor_writes_into_it(cast, course):
    assert cast.client("far_secretary").get(course.get_absolute_url()).status_code == 404
    with pytest.raises(NotAllowed):
        actions.record_intake(course, unit=cast.far_cell, people=1, by=cast.far_secretary)

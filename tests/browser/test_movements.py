"""Movements, courses and where new members come from can be read on a phone by everyone whose work they are."""

import datetime as dt

import pytest

from lantoa.practices.models import Practice
from lantoa.practices.tests import stories
from lantoa.programme import actions as programme
from lantoa.study import actions as study
from tests.browser.conftest import ON_EVERY_SCREEN
from tests.browser.test_taking_over import looked_at

pytestmark = pytest.mark.browser


@pytest.fixture
def movement(cast):
    """The province's, in which a cell takes part, has a model and says how far it is."""
    made = programme.launch_movement(
        unit=cast.province,
        by=cast.officer,
        name="Dân vận khéo",
        level="province",
        launched_by="Ban Tuyên giáo và Dân vận Tỉnh ủy",
        starts=dt.date(2026, 1, 5),
        targets="Mỗi chi bộ có ít nhất một mô hình trong năm.",
    )
    joined = programme.join_movement(
        made,
        unit=cast.cell,
        by=cast.secretary,
        joined_on=dt.date(2026, 2, 2),
        content="Giúp ba hộ làm nhà vệ sinh",
        persons=45,
        party_members=18,
    )
    programme.review_participation(
        joined, reviewed_on=dt.date(2026, 7, 1), kind="interim", results="Xong hai hộ.", by=cast.secretary
    )
    practice = stories.running(cast, name="Cùng dân làm đường")
    Practice.objects.filter(pk=practice.pk).update(movement=made)
    return made


@pytest.fixture
def course(cast, movement):
    """The commune's, by a curriculum of the province, to which the cell has sent four."""
    curriculum = study.set_curriculum(
        unit=cast.province,
        by=cast.officer,
        kind="prospective",
        name="Chương trình bồi dưỡng nhận thức về Đảng",
        basis="Hướng dẫn của Ban Tuyên giáo và Dân vận Tỉnh ủy",
        starts=dt.date(2026, 1, 1),
        topics="Khái quát lịch sử Đảng (5 tiết)\nĐiều lệ Đảng (4 tiết)",
        programme_topics="Học tập phong cách nêu gương (4 tiết)",
    )
    made = study.record_course(
        unit=cast.commune,
        by=cast.committee,
        kind="prospective",
        name="Lớp bồi dưỡng nhận thức về Đảng, khóa 1",
        starts=dt.date(2026, 3, 2),
        participants=20,
        has_programme=True,
        curriculum=curriculum,
        movement=movement,
    )
    study.record_intake(made, unit=cast.cell, people=4, certified=3, by=cast.committee)
    study.record_admission(
        unit=cast.cell, by=cast.secretary, admitted_on=dt.date(2026, 9, 2), people=2, course=made
    )
    return made


@ON_EVERY_SCREEN
def test_the_pages_of_a_movement_can_be_read_by_everyone(page_as, movement, size):
    reader, judge = page_as("secretary", size), page_as("committee", size)
    for address in (
        "/chuong-trinh/phong-trao/",
        movement.get_absolute_url(),
        "/chuong-trinh/phong-trao/tham-gia/",
    ):
        looked_at(reader, address)
    assert reader.page.get_by_role("link", name="Phong trào thi đua").count()
    looked_at(judge, f"/chuong-trinh/phong-trao/{movement.pk}/danh-gia-mo-hinh/")


@ON_EVERY_SCREEN
def test_the_pages_of_courses_can_be_read_by_everyone(page_as, course, size):
    reader = page_as("committee", size)
    for address in (
        "/hoc-tap/lop-boi-duong/",
        course.get_absolute_url(),
        f"{course.get_absolute_url()}don-vi-cu/",
        "/hoc-tap/ket-nap/",
        "/hoc-tap/chuong-trinh/",
        "/hoc-tap/chuong-trinh/moi/",
    ):
        looked_at(reader, address)

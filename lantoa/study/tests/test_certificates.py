"""Certificates by name: no more than were given, read by who keeps the course and by who holds one."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.study import actions
from lantoa.study.models import Certificate

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 4, 2)


@pytest.fixture
def course(cast):
    return actions.record_course(
        unit=cast.commune,
        by=cast.committee,
        kind="new_members",
        name="Lớp đảng viên mới, khóa 3",
        starts=dt.date(2026, 3, 2),
        participants=20,
        certified=1,
        has_programme=True,
    )


def given(cast, course, who="member", **more):
    fields = {"name": str(getattr(cast, who).person), "issued_on": DAY, "number": "12/GCN"} | more
    return actions.give_certificate(course, by=cast.committee, **fields)


def test_the_commune_writes_it_down_and_she_finds_it_in_her_year(cast, course):
    typed = {"name": str(cast.member.person), "number": "12/GCN", "issued_on": "02/04/2026"}
    address = f"{course.get_absolute_url()}giay-chung-nhan/"
    assert cast.client("committee").post(address, typed).status_code == 302
    page = cast.client("committee").get(course.get_absolute_url()).content.decode()
    assert str(cast.member.person) in page and "12/GCN" in page
    assert "12/GCN" in cast.client("member").get("/mot-nam-cua-toi/2026/").content.decode()


@pytest.mark.parametrize("who", ["officer", "leader", "inspector"])
def test_names_are_read_by_who_may_write_them(cast, course, who):
    given(cast, course)
    page = cast.client(who).get(course.get_absolute_url()).content.decode()
    assert ("12/GCN" in page) is (who == "officer")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "Nguyễn Văn Không Có"}, "Không có ai tên này"),
        ({"issued_on": dt.date(2026, 12, 1)}, "chưa đến"),
        ({"issued_on": dt.date(2026, 1, 1)}, "trước ngày khai giảng"),
    ],
)
def test_what_cannot_be_is_refused(cast, course, wrong, said):
    with pytest.raises(BadInput, match=said):
        given(cast, course, **wrong)


def test_no_more_bear_a_name_than_were_given_and_nobody_holds_two(cast, course):
    given(cast, course)
    with pytest.raises(BadInput, match="đã có giấy"):
        given(cast, course)
    with pytest.raises(BadInput, match="mới ghi cấp 1 giấy"):
        given(cast, course, "colleague")
    with pytest.raises(BadInput, match="mới ghi cấp 0 giấy"):
        actions.change_course(course, by=cast.committee, certified=0)


def test_one_by_mistake_is_struck_out_with_a_reason(cast, course):
    mistake = given(cast, course)
    address = f"/hoc-tap/giay-chung-nhan/{mistake.pk}/gach-bo/"
    assert cast.client("committee").post(address, {"reason": "Ghi nhầm người"}).status_code == 302
    assert not Certificate.objects.standing().exists()
    given(cast, course, "colleague")


def test_another_commune_names_nobody(cast, course):
    with pytest.raises(NotAllowed):
        actions.give_certificate(course, name="x", issued_on=DAY, by=cast.far_secretary)

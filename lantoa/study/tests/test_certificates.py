"""Certificates by name: no more than were given, read by who keeps the course and by who holds one."""

import datetime as dt
from io import BytesIO

import pytest
from docx import Document

from lantoa.figures import counting
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.tests.forms import Form
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
    fields = {"names": f"{getattr(cast, who).person}; 12/GCN", "issued_on": DAY} | more
    (made,) = actions.give_certificates(course, by=cast.committee, **fields)
    return made


def test_the_commune_writes_it_down_and_she_finds_it_in_her_year(cast, course):
    typed = {"names": f"{cast.member.person}\t12/GCN", "issued_on": "02/04/2026"}
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
        ({"names": "Nguyễn Văn Không Có"}, "Không có ai tên “Nguyễn Văn Không Có”"),
        ({"names": " "}, "Ghi ít nhất một người"),
        ({"names": "; 12/GCN"}, "Mỗi dòng ghi họ tên"),
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
    with pytest.raises(Conflict):
        actions.strike_out_certificate(mistake, reason="Ghi nhầm", by=cast.committee)
    given(cast, course, "colleague")


def test_another_commune_names_nobody(cast, course):
    with pytest.raises(NotAllowed):
        actions.give_certificates(course, names="x", issued_on=DAY, by=cast.far_secretary)


def test_those_of_the_whole_course_are_written_at_once_and_printed_in_one_file(cast, course):
    course = actions.change_course(course, by=cast.committee, certified=2)
    client, me, colleague = cast.client("committee"), str(cast.member.person), str(cast.colleague.person)
    form = Form(client, f"{course.get_absolute_url()}giay-chung-nhan/")
    assert "Đã ghi 2 giấy" in client.get(form.send(names=f"{me}; 1/GCN\n\n{colleague}").url).content.decode()
    file = client.get(f"{course.get_absolute_url()}giay-chung-nhan/word/")
    text = "\n".join(one.text for one in Document(BytesIO(b"".join(file))).paragraphs)
    assert me.upper() in text.upper() and colleague in text and "Số: 1/GCN" in text and course.name in text
    held = counting.figure("study.certified_people", unit=cast.province, period=Period.year(2026))
    assert held.show() == "2 người"


def test_a_course_without_names_has_no_file_and_says_so(cast, course):
    answer = cast.client("committee").get(f"{course.get_absolute_url()}giay-chung-nhan/word/", follow=True)
    assert "Ghi tên người được cấp trước" in answer.content.decode()

"""A member writes on a class, mends and takes back her paper; her cell reads it, and she sees who did."""

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.people import actors
from lantoa.people import rules as people
from lantoa.people.models import Post
from lantoa.study import actions, todo
from lantoa.study.models import Essay
from lantoa.study.rules import Missed
from lantoa.study.tests.test_numbers import ask
from lantoa.study.told import stopped
from tests.cast import LONG_AGO, person

pytestmark = pytest.mark.django_db
SAID = {
    "understood": "Nêu gương là làm trước, nói sau.",
    "applied": "Tổ của tôi còn ba hộ chưa tham gia.",
    "will_do": "Đến từng hộ trước 20/12.",
}


@pytest.fixture
def held(cast):
    """A class of the commune; papers are due in a week."""
    return actions.record_class(
        unit=cast.commune,
        by=cast.committee,
        topic="Chuyên đề năm 2026",
        level="grassroots",
        held_on=dt.date(2026, 11, 10),
        essays_by=dt.date(2026, 11, 23),
        party_summoned=40,
        party_attended=40,
    )


def test_a_member_is_asked_writes_once_and_her_cell_reads_it(cast, held):
    (asked,) = todo.items(cast.member)
    assert asked.title == "Viết bài thu hoạch: Chuyên đề năm 2026" and asked.due == dt.date(2026, 11, 23)
    hers, secretary = cast.client("member"), cast.client("secretary")
    assert "Chuyên đề năm 2026" in hers.get("/hoc-tap/thu-hoach/").content.decode()
    assert "Điền “Việc sẽ làm”" in hers.post(asked.url, SAID | {"will_do": ""}).content.decode()
    hers.post(asked.url, SAID)
    essay = Essay.objects.get()
    assert (essay.unit, essay.person) == (cast.cell, cast.member.person)
    assert not list(todo.items(cast.member))
    hers.post(asked.url, SAID | {"will_do": "Đến từng hộ trước 15/12."})
    assert Essay.objects.get().changed_at and ask("essays", cast.province, Period.year(2026)).value == 1
    assert "15/12" in secretary.get(essay.get_absolute_url()).content.decode()
    listed = secretary.get("/hoc-tap/thu-hoach/").content.decode()
    assert f'href="{essay.get_absolute_url()}"' in listed, (
        "her commune held the class, her cell finds the paper"
    )
    shown = hers.get(essay.get_absolute_url()).content.decode()
    assert "Nguyễn Thị Lan" in shown and "Ai đã mở bài này" in shown
    assert [ask("essays_sent", unit, Period.year(2026)).value for unit in (cast.cell, cast.other_cell)] == [
        1,
        0,
    ]
    assert ask("essays", cast.cell, Period.year(2026)).value == 0, "the class was the commune's"
    behind = (
        cast.client("leader").get(reverse("figures:records", args=["study.essays_sent"])).content.decode()
    )
    assert "Nguyễn Thị Lan" not in behind and essay.get_absolute_url() not in behind
    for who in ("officer", "leader", "other_secretary", "colleague"):
        assert not Essay.objects.visible_to(getattr(cast, who)).exists()
    kept = " ".join(str((one.note, one.before, one.after)) for one in Event.objects.about(essay))
    assert "hộ" not in kept, "the history keeps no words of it"
    with pytest.raises(NotAllowed, match="Chỉ người viết"):
        actions.take_back_essay(essay, by=cast.secretary)
    assert hers.post(f"{essay.get_absolute_url()}rut/").status_code == 302
    assert not Essay.objects.exists() and ask("essays", cast.province, Period.year(2026)).value == 0


def test_one_writes_on_what_one_has_studied_and_on_no_class_of_others(cast, held):
    own = actions.record_class(
        unit=cast.cell,
        by=cast.secretary,
        topic="Nghị quyết chi bộ",
        level="cell",
        held_on=dt.date(2026, 11, 3),
        essays_by=dt.date(2026, 11, 30),
        party_summoned=3,
        party_attended=3,
    )
    actions.take_attendance(own, missed=[Missed(cast.member.person.pk, "excused")], by=cast.secretary)
    assert [one.due for one in todo.items(cast.member)] == [dt.date(2026, 11, 23)]
    with pytest.raises(BadInput, match="chưa học lớp này"):
        actions.write_essay(own, by=cast.member, **SAID)
    actions.make_up_for(own.absences.get(), on=cast.today, by=cast.secretary)
    actions.write_essay(own, by=cast.member, **SAID)
    with pytest.raises(NotAllowed, match="không thuộc đơn vị"):
        actions.write_essay(own, by=cast.other_secretary, **SAID)
    with pytest.raises(BadInput, match="trước ngày học"):
        actions.change_class(own, by=cast.secretary, essays_by=dt.date(2026, 11, 2))
    page = cast.client("secretary").post(f"{own.get_absolute_url()}bo/", {"reason": "Ghi trùng."})
    assert page.status_code == 409 and own.written.exists()


def test_a_committee_far_above_counts_papers_and_reads_none(cast, held):
    """The commune's committee studies with her; that of the province has its own members' papers alone."""
    essay = actions.write_essay(held, by=cast.member, **SAID)
    above = person("Đặng Thị Tỉnh", cast.province)
    post = Post.objects.create(
        person=above, unit=cast.province, role="committee", reach="subtree", starts=LONG_AGO
    )
    province = actors.as_post(post, cast.today)
    assert Essay.objects.visible_to(cast.committee).get() == essay
    assert not Essay.objects.visible_to(province).exists()
    assert ask("essays", cast.province, Period.year(2026)).value == 1


def test_who_opens_papers_faster_than_one_reads_is_stopped_and_the_head_hears_of_it(cast, held, monkeypatch):
    essay = actions.write_essay(held, by=cast.member, **SAID)
    monkeypatch.setattr(people, "MOST_OPENED", 0)
    page = cast.client("secretary").get(essay.get_absolute_url())
    assert page.status_code == 409 and SAID["applied"] not in page.content.decode()
    [news] = stopped(Event.objects.get(verb="essay.bulk_reading_stopped"))
    assert "bài thu hoạch" in str(news.title)

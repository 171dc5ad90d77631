"""Đôn đốc: what is late by unit, one reminder a unit a day whoever sends it, never at night (U15 of screens.md)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.meetings.models import Meeting
from lantoa.messages import queries, rules
from lantoa.messages.models import Message, Urged
from lantoa.messages.tests.told import later, told_to, urge, urged
from lantoa.people.models import Membership, Post
from lantoa.registrations.models import RegistrationYear
from lantoa.registrations.tests import papers
from lantoa.shortcomings.models import Shortcoming
from tests.cast import person
from tests.police import counting

pytestmark = pytest.mark.django_db
PAGE = "/don-doc/"


def late(cast, by=None):
    """Unit → kind → how many, as the page has it."""
    below = queries.late_below(by or cast.officer, cast.today)
    return {row.place.name: row.counts for row in below.rows}


def somebody_at(unit):
    """A head of the committee who reads what it is sent."""
    return Post.objects.create(
        person=person("Vàng A Chứ", None),
        unit=unit,
        role="committee",
        starts=dt.date(2025, 7, 1),
        is_head=True,
    )


def met_in_october(unit):
    Meeting.objects.create(unit=unit, held_on=dt.date(2026, 10, 3))


def test_what_is_late_is_counted_child_by_child(cast):
    assert late(cast) == {
        "Đảng bộ xã An Phú": {"ban-dang-ky": 4, "buoi-hop": 2},
        "Đảng bộ xã Nậm Khao": {"ban-dang-ky": 2, "buoi-hop": 1},
    }
    met_in_october(cast.far_cell)
    assert late(cast)["Đảng bộ xã Nậm Khao"] == {"ban-dang-ky": 2}
    assert late(cast, cast.committee)["Chi bộ thôn Nà Lùng"] == {"ban-dang-ky": 1, "buoi-hop": 1}


def opens_until(unit, deadline):
    days = {"opens_on": dt.date(2026, 1, 5), "deadline": deadline}
    return RegistrationYear.objects.create(unit=unit, year=2026, **days)


def registrations_late(cast, on=None):
    below = queries.late_below(replace(cast.officer, on=on or cast.today), on or cast.today)
    return {row.place.name: n for row in below.rows if (n := row.counts.get("ban-dang-ky"))}


def test_each_commune_is_late_by_its_own_deadline_and_by_none_of_another(cast):
    opens_until(cast.commune, dt.date(2026, 12, 20))
    assert registrations_late(cast) == {"Đảng bộ xã Nậm Khao": 2}, "there the usual day has passed"
    opens_until(cast.far, dt.date(2026, 1, 10))
    assert registrations_late(cast, dt.date(2026, 1, 11)) == {"Đảng bộ xã Nậm Khao": 2}
    after = {"Đảng bộ xã An Phú": 4, "Đảng bộ xã Nậm Khao": 2}
    assert registrations_late(cast, dt.date(2026, 12, 20)) == {"Đảng bộ xã Nậm Khao": 2}
    assert registrations_late(cast, dt.date(2026, 12, 21)) == after


def test_the_nearest_unit_that_opened_the_year_says_by_when(cast):
    opens_until(cast.province, dt.date(2026, 12, 1))
    assert registrations_late(cast) == {}
    opens_until(cast.commune, dt.date(2026, 2, 28))
    assert registrations_late(cast) == {"Đảng bộ xã An Phú": 4}
    later_here = opens_until(cast.other_cell, dt.date(2026, 12, 24))
    assert registrations_late(cast) == {"Đảng bộ xã An Phú": 3}
    assert late(cast, cast.committee).keys() == {"Chi bộ Trường THCS Hòa Bình", "Chi bộ thôn Nà Lùng"}
    assert "ban-dang-ky" not in late(cast, cast.committee)["Chi bộ thôn Nà Lùng"]
    type(later_here).objects.filter(pk=later_here.pk).update(opens_on=cast.today + dt.timedelta(days=1))
    assert registrations_late(cast) == {"Đảng bộ xã An Phú": 4}, "what opens tomorrow does not count today"


def test_whoever_came_before_the_deadline_of_her_own_commune_is_asked_by_it(cast):
    opens_until(cast.commune, dt.date(2026, 10, 30))
    Membership.objects.filter(person=cast.member.person).update(starts=dt.date(2026, 9, 1))
    Membership.objects.filter(person=cast.far_secretary.person).update(starts=dt.date(2026, 9, 1))
    assert registrations_late(cast) == {"Đảng bộ xã An Phú": 4, "Đảng bộ xã Nậm Khao": 1}


def test_a_member_whose_cell_was_merged_since_is_as_late_as_before(cast):
    before = registrations_late(cast)
    old = Membership.objects.get(person=cast.far_secretary.person)
    merged_on = dt.date(2026, 3, 2)
    Membership.objects.filter(pk=old.pk).update(ends=merged_on)
    Membership.objects.create(person=old.person, unit=old.unit, status=old.status, starts=merged_on)
    assert registrations_late(cast) == before


def test_who_is_exempt_or_came_after_the_deadline_is_not_late(cast):
    before = late(cast)["Đảng bộ xã Nậm Khao"]["ban-dang-ky"]
    Membership.objects.filter(person=cast.far_secretary.person).update(status="exempt")
    person("Hoàng Thị Mỷ", cast.far_cell, starts=dt.date(2026, 6, 1))
    assert late(cast)["Đảng bộ xã Nậm Khao"]["ban-dang-ky"] == before - 1


def test_a_registration_silent_for_ninety_days_and_an_overdue_shortcoming_of_a_unit_are_late(cast):
    paper = papers.approved(cast.member, cast.secretary, year=2026)
    type(paper).objects.filter(pk=paper.pk).update(meeting_on=dt.date(2026, 3, 3))
    kept = {
        "kept_by": cast.province,
        "unit": cast.commune,
        "source": "inspection",
        "finding": "Chưa có kế hoạch",
    }
    days = {"found_on": dt.date(2026, 5, 1), "deadline": dt.date(2026, 9, 1)}
    Shortcoming.objects.create(**kept, **days)
    Shortcoming.objects.create(**kept, **days, person=cast.member.person)
    found = late(cast)["Đảng bộ xã An Phú"]
    assert found["ket-qua"] == 1 and found["ban-dang-ky"] == 3
    assert found["han-che"] == 1, "what a member has to mend is no matter of the province"


@pytest.mark.deep(slow=True)
def test_u15_an_officer_reminds_everybody_in_three_clicks_and_a_second_try_is_refused_with_the_reason(cast):
    somebody_at(cast.far)
    client = cast.client("officer")
    assert PAGE in client.get("/").content.decode()
    page = client.get(PAGE).content.decode()
    assert "?loai=buoi-hop" in page
    units = [cast.commune.pk, cast.far.pk]
    answer = Form(client, f"{PAGE}?loai=buoi-hop").send(units=units, viec="gui")
    page = client.get(answer["Location"]).content.decode()
    assert "Đã gửi lời nhắc đến 2 đơn vị." in page and "Đang là giờ nghỉ" not in page
    assert Urged.objects.count() == 2
    assert "Đã nhắc hôm nay, nhắc tiếp được từ 06:30 ngày làm việc sau." in page
    again = Form(client, f"{PAGE}?loai=buoi-hop").send(viec="gui").content.decode()
    assert (
        "Hôm nay đã nhắc mọi đơn vị trong danh sách này" in again and "Chọn ít nhất một đơn vị" not in again
    )
    [title] = told_to(cast.committee)
    assert title == "Đôn đốc: 2 chi bộ chưa ghi buổi họp tháng 10. Đề nghị xong trước 20/11/2026"
    for who in (cast.officer, cast.leader):
        with pytest.raises(Conflict, match=r"Đồng chí Vũ Minh Đức đã nhắc lúc 08:00"):
            urge(cast, cast.commune, by=who)
    assert Urged.objects.count() == 2


def test_the_next_day_it_is_sent_again(cast, settings):
    urge(cast, cast.commune)
    later(settings, days=1)
    urge(cast, cast.commune, by=cast.officer.as_of(dt.date(2026, 11, 17)))
    assert Urged.objects.count() == 2


def test_what_a_unit_reads_says_what_is_late_there_by_when_and_who_asks(cast):
    client = cast.client("committee")
    urge(cast, cast.commune)
    message = Message.objects.get(person=cast.committee.person)
    page = client.get(message.get_absolute_url(), follow=True).content.decode()
    for words in (
        "Kính gửi Đảng bộ xã An Phú",
        "– 4 đảng viên chưa có bản đăng ký năm 2026",
        "Hạn 20/11/2026",
        "đồng chí Vũ Minh Đức, Chuyên viên Ban Tuyên giáo và Dân vận",
    ):
        assert words in page
    assert f"{reverse('registrations:missing')}?don-vi={cast.commune.code}" in page
    assert cast.member.person.full_name not in page, "no member is named"
    log = cast.client("officer").get(reverse("messages:log")).content.decode()
    assert "1 đơn vị đã mở" in log
    assert Event.objects.get(verb="urging.sent").note == "Đảng bộ xã An Phú"


def test_where_nobody_would_read_it_the_others_get_theirs(cast):
    assert urge(cast, cast.commune, cast.far).urged.count() == 1
    with pytest.raises(Conflict, match=r"chưa có bí thư, cấp ủy hay chuyên viên"):
        urge(cast, cast.far)


def test_at_night_at_weekends_and_on_holidays_it_waits_for_the_morning(cast, settings):
    settings.LANTOA_NOW = "2026-11-20T21:00:00+07:00"
    urge(cast, cast.commune, finish_by=dt.date(2026, 11, 27))
    assert told_to(cast.committee) == []
    settings.LANTOA_NOW = "2026-11-23T06:29:59+07:00"
    assert told_to(cast.committee) == []
    settings.LANTOA_NOW = "2026-11-23T06:30:00+07:00"
    assert len(told_to(cast.committee)) == 1
    with pytest.raises(Conflict):
        urge(cast, cast.commune, finish_by=dt.date(2026, 11, 27))


def test_who_sends_while_it_is_quiet_reads_from_when_it_shows(cast, settings):
    somebody_at(cast.far)
    settings.LANTOA_NOW = "2026-11-20T21:00:00+07:00"
    client = cast.client("officer")
    form = Form(client, f"{PAGE}?loai=buoi-hop")
    answer = form.send(units=[cast.far.pk], viec="gui", finish_by="27/11/2026")
    said = "Đã gửi lời nhắc đến 1 đơn vị. Đang là giờ nghỉ: hiện từ 06:30, 23/11/2026."
    assert said in client.get(answer["Location"]).content.decode()


def test_a_bracket_that_nothing_fills_is_refused_and_so_is_a_day_that_is_past(cast):
    with pytest.raises(BadInput, match=r"{tên người}"):
        urge(cast, cast.commune, text="Kính gửi {tên người}")
    with pytest.raises(BadInput, match=r"hạn sau hôm nay"):
        urge(cast, cast.commune, finish_by=cast.today)
    with pytest.raises(BadInput, match=r"ít nhất một đơn vị"):
        urge(cast, cast.cell)
    assert rules.filled("{a} {hạn}", {"hạn": "x"}) == "{a} x"


def test_looking_again_fills_in_the_words_as_typed_and_sends_nothing(cast):
    client = cast.client("officer")
    typed = {"text": "Gửi {đơn vị}, hạn {hạn}.", "finish_by": "1/12/26", "viec": "xem"}
    page = Form(client, PAGE).send(units=[cast.commune.pk, cast.far.pk], **typed).content.decode()
    assert "Gửi Đảng bộ xã Nậm Khao, hạn 01/12/2026." in page and Urged.objects.count() == 0
    assert "Các đơn vị còn việc quá hạn: Đảng bộ xã An Phú, Đảng bộ xã Nậm Khao." in page


def test_the_page_asks_at_most_twelve_questions(cast):
    client = cast.client("officer")
    urge(cast, cast.commune)
    client.get(PAGE)
    with counting() as asked:
        client.get(PAGE)
    assert asked() <= 12


def test_who_comes_from_a_table_of_units_finds_only_those_units_ticked(cast):
    page = cast.client("officer").get(PAGE, {"noi": str(cast.far.pk)})
    assert [row.pk for row, _cells in page.context["rows"]] == [cast.far.pk]
    assert "Chỉ hiện 1 đơn vị đã chọn" in page.content.decode()


def test_only_somebody_with_a_post_in_a_unit_reminds(cast):
    with pytest.raises(NotAllowed):
        urge(cast, cast.commune, by=cast.system)


def test_lists_behind_a_reminder_are_offered_to_who_reaches_the_unit_and_may_read_them(cast):
    one = urged(cast)
    assert len(queries.lists_of(one, cast.committee)) == len(one.counts)
    assert queries.lists_of(one, cast.far_secretary) == [], "another unit's"
    assert queries.lists_of(one, cast.protector) == [], "who reads no contents"

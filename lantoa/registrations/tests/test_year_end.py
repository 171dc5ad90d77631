"""The end of the year: one's own word first, then the cell's, then one's answer, and only then the last word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.working_days import is_worked
from lantoa.registrations import actions, rules, todo
from lantoa.registrations.models import Registration, YearEnd
from lantoa.registrations.tests import papers


@pytest.fixture
def one(cast) -> Registration:
    """The member's paper of the year that ends, agreed to."""
    return papers.approved(cast.member, cast.secretary, year=2026)


def at(name: str, one: Registration) -> str:
    return reverse(f"registrations:{name}", args=[one.pk])


def titles(actor) -> list[str]:
    return [task.title for task in todo.items(actor)]


def test_the_whole_way_on_the_pages(cast, one):
    member, secretary = cast.client("member"), cast.client("secretary")
    assert "Năm 2026 đã làm được đến đâu?" in member.get(at("assess", one)).content.decode()
    sent = {"outcome_1": "done", "text_1": "Đã giúp 32 người.", "overall": "Làm được nhiều."}
    page = member.post(at("assess", one), sent, follow=True).content.decode()
    assert "Đã gửi bản tự đánh giá năm 2026" in page and "Đã giúp 32 người." in page
    said = {
        "remark": "Làm đều.",
        "conclusion": "completed",
        "meeting_on": "16/11/2026",
        "minutes_number": "12-BB/CB",
    }
    page = secretary.post(at("remark", one), said, follow=True).content.decode()
    assert "nêu ý kiến đến hết ngày 23/11/2026" in page
    assert "Dự kiến nhận xét và kết luận, chưa chốt" in member.get(one.get_absolute_url()).content.decode()
    page = secretary.post(at("close", one), follow=True).content.decode()
    assert "còn quyền nêu ý kiến đến hết ngày 23/11/2026" in page
    page = member.post(at("reply", one), {"agree": "1"}, follow=True).content.decode()
    assert "Đồng ý với nhận xét của chi bộ." in page
    page = secretary.post(at("close", one), follow=True).content.decode()
    assert "Đã chốt kết quả năm." in page and "Chốt ngày 16/11/2026" in page
    year = member.get(reverse("portal:my_year", args=[2026])).content.decode()
    for words in ("MỘT NĂM CỦA TÔI – 2026", papers.WHAT[:40], "Đã giúp 32 người.", "12-BB/CB"):
        assert words in year
    acts = Event.objects.about(one).exclude(verb="registration.opened")
    done = [e.verb.partition(".")[2] for e in acts][-4:]
    assert done == ["self_assessed", "year_remarked", "replied", "concluded"]


def test_what_is_left_out_is_said_at_its_box(cast, one):
    page = cast.client("member").post(at("assess", one), {"outcome_1": "done"}).content.decode()
    assert "Ghi kết quả của việc này" in page and "<title>Lỗi: " in page
    page = cast.client("member").post(at("assess", one), {"text_1": "Đã làm"}).content.decode()
    assert "Chọn mức đã làm được" in page
    assert not YearEnd.objects.exists()


def test_it_opens_in_november(cast, one):
    early = replace(cast.member, on=dt.date(2026, 10, 31))
    with pytest.raises(Conflict, match="mở từ ngày 01/11/2026"):
        papers.assessed(one, early)
    assert "Tự đánh giá kết quả năm 2026" not in titles(early)
    assert "Tự đánh giá kết quả năm 2026" in titles(cast.member)
    papers.assessed(one, cast.member)
    assert "Tự đánh giá kết quả năm 2026" not in titles(cast.member)


def test_the_cell_speaks_after_the_member_and_never_of_ones_own(cast, one):
    with pytest.raises(Conflict, match="chưa tự đánh giá"):
        actions.remark(one, by=cast.secretary, **papers.REMARK)
    papers.assessed(one, cast.member)
    for by in (cast.member, cast.other_secretary, cast.officer):
        with pytest.raises(NotAllowed):
            actions.remark(one, by=by, **papers.REMARK)
        with pytest.raises(NotAllowed):
            actions.close(one, by=by)
    own = papers.assessed(papers.approved(cast.secretary, cast.committee, year=2026), cast.secretary)
    with pytest.raises(NotAllowed):
        actions.remark(own, by=cast.secretary, **papers.REMARK)
    assert actions.remark(own, by=cast.committee, **papers.REMARK).is_remarked


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"meeting_on": None}, "meeting_on"),
        ({"meeting_on": dt.date(2026, 11, 17)}, "meeting_on"),
        ({"minutes_number": " "}, "minutes_number"),
        ({"conclusion": "excellent"}, "conclusion"),
    ],
)
def test_a_remark_names_its_meeting_and_its_conclusion(cast, one, changed, field):
    papers.assessed(one, cast.member)
    with pytest.raises(BadInput) as refused:
        actions.remark(one, by=cast.secretary, **{**papers.REMARK, **changed})
    assert refused.value.field == field


def test_after_the_remark_the_self_assessment_stands(cast, one):
    papers.remarked(one, cast.member, cast.secretary)
    with pytest.raises(Conflict, match="Chi bộ đã nhận xét"):
        papers.assessed(one, cast.member)


def test_silence_ends_with_the_days(cast, one):
    papers.remarked(one, cast.member, cast.secretary)
    last_day = replace(cast.secretary, on=dt.date(2026, 11, 23))
    with pytest.raises(Conflict, match="Chốt sau khi có ý kiến"):
        actions.close(one, by=last_day)
    assert actions.close(one, by=replace(cast.secretary, on=dt.date(2026, 11, 24))).is_closed
    with pytest.raises(Conflict):
        actions.reply(one, by=cast.member, text="Tôi có ý kiến")


def test_a_mended_remark_is_answered_anew(cast, one):
    papers.remarked(one, cast.member, cast.secretary)
    actions.reply(one, by=cast.member, text="Tôi làm được 40 người, không phải 32.")
    later = papers.REMARK | {"remark": "Đã giúp 40 người."}
    now = dt.datetime(2026, 11, 17, 9, tzinfo=dt.UTC)
    ending = actions.remark(one, by=replace(cast.secretary, on=dt.date(2026, 11, 17)), at=now, **later)
    assert not ending.is_answered and ending.reply
    assert Event.objects.filter(verb="registration.year_remarked").last().before["remark"]
    with pytest.raises(Conflict):
        actions.close(one, by=cast.secretary)


def test_each_is_asked_for_her_part(cast, one):
    papers.assessed(one, cast.member)
    assert "Nhận xét 1 bản tự đánh giá năm 2026" in titles(cast.secretary)
    actions.remark(one, by=cast.secretary, **papers.REMARK)
    assert "Đọc nhận xét của chi bộ về năm 2026" in titles(cast.member)
    assert "Chốt kết quả 1 bản năm 2026" not in titles(cast.secretary)
    actions.reply(one, by=cast.member, text="Đồng ý")
    assert "Chốt kết quả 1 bản năm 2026" in titles(cast.secretary)
    listed = cast.client("secretary").get(f"{reverse('registrations:index')}?nam=2026&loc=cho-chot")
    assert "Đỗ Thị Hương" in listed.content.decode()
    assert not [title for title in titles(cast.other_secretary) if "kết quả" in title]


def test_only_what_a_meeting_closed_as_done_is_counted(cast, one):
    def counted() -> int:
        return figure("registrations.completed", unit=cast.commune, period=Period.year(2026)).exact

    papers.remarked(one, cast.member, cast.secretary)
    assert counted() == 0
    actions.reply(one, by=cast.member, text="Đồng ý")
    actions.close(one, by=cast.secretary)
    assert counted() == 1


def test_nobody_reads_the_year_of_another(cast, one):
    assert cast.client("colleague").get(reverse("portal:my_year", args=[2026])).status_code == 404


@given(some.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)))
def test_five_working_days_are_never_fewer_than_a_week_of_days(on):
    last = rules.answer_remark_by(on)
    between = [on + dt.timedelta(days=n) for n in range(1, (last - on).days + 1)]
    assert sum(is_worked(day) for day in between) == 5 and is_worked(last)


def test_the_self_assessment_begins_with_what_was_recorded(cast):
    one = papers.approved(cast.member, cast.secretary, year=2026)
    day = dt.date(2026, 11, 14)
    actions.record_progress(one.tasks.get(), by=cast.member, on=day, text="Giúp 12 cụ.", value=Decimal(12))
    page = cast.client("member").get(reverse("registrations:assess", args=[one.pk])).content.decode()
    assert "14/11/2026: Giúp 12 cụ.\nCộng: 12/30 người.</textarea>" in page

"""Newsletters, what people passed on, and prizes: each counted on its day, none added to another."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.outreach import actions
from lantoa.outreach.models import USUAL_FIELDS, NewsletterIssue, Prize, PrizeWork, Sharing

pytestmark = pytest.mark.django_db
HERE = "/tuyen-truyen/"
DAY = dt.date(2026, 3, 20)


def count(code, cast, **more):
    return figure(f"outreach.{code}", unit=cast.province, period=Period.year(2026), **more)


@pytest.fixture
def column(cast):
    """A column on the programme in the quarterly bulletin, kept up since January."""
    return actions.record_article(
        unit=cast.cell,
        kind="column",
        title="Học Bác mỗi ngày",
        outlet="Bản tin tư pháp",
        published_on=dt.date(2026, 1, 5),
        by=cast.secretary,
    )


def issue(cast, number="Số 1/2026", **more):
    typed = {"unit": cast.cell, "newsletter": "Bản tin tư pháp", "issued_on": DAY, "by": cast.secretary}
    return actions.record_issue(**{**typed, "number": number, **more})


def share(cast, **more):
    typed = {"what": "Gương người tốt", "where": "Zalo chi bộ", "starts": dt.date(2026, 3, 1), "times": 40}
    return actions.record_sharing(
        **{"unit": cast.cell, "last_day": DAY, "by": cast.secretary, **typed, **more}
    )


@pytest.fixture
def prize(cast):
    """A prize of the province, in the five usual fields."""
    return actions.open_prize(
        unit=cast.province,
        name="Giải sáng tác, quảng bá",
        round="năm 2026",
        level="province",
        fields=USUAL_FIELDS,
        starts=dt.date(2026, 1, 1),
        by=cast.officer,
    )


def send(cast, prize, title="Bài ca bản Pa Khao", **more):
    typed = {"field": "Nghệ thuật", "author": "Lò Văn Ánh", "sent_on": DAY, "by": cast.secretary}
    return actions.send_work(prize, **{"unit": cast.cell, "title": title, **typed, **more})


def test_a_bulletin_tells_how_many_numbers_carried_the_column(cast, column):
    issue(cast, column=column, pieces=4, copies=200), issue(cast, "Số 2/2026")
    assert count("issues", cast).show() == "2 số bản tin"
    assert count("issues", cast, split=("column", "with")).value == 1
    assert count("issue_pieces", cast).value == 4 and count("articles", cast).value == 0
    assert count("columns", cast).value == 1


@pytest.mark.parametrize(
    ("wrong", "box"),
    [
        ({"newsletter": ""}, "newsletter"),
        ({"number": " "}, "number"),
        ({"pieces": 3}, "column"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"issued_on": dt.date(2026, 12, 1)}, "issued_on"),
    ],
)
def test_a_number_that_cannot_be_names_its_box(cast, wrong, box):
    with pytest.raises(BadInput) as refused:
        issue(cast, **wrong)
    assert refused.value.field == box


def test_a_column_that_had_ended_is_in_no_later_number(cast, column):
    actions.end_column(column, on=dt.date(2026, 2, 1), by=cast.secretary)
    column.refresh_from_db()
    with pytest.raises(BadInput, match="chưa mở hoặc đã ngừng"):
        issue(cast, column=column)


def test_shares_are_told_by_the_unit_in_times_and_people(cast):
    share(cast, people=12), share(cast, times=5)
    assert count("shares", cast).show() == "45 lượt"
    assert count("sharing_people", cast).show() == "12 lượt người"
    for wrong, box in (
        ({"times": 0}, "times"),
        ({"people": 41}, "people"),
        ({"last_day": dt.date(2026, 2, 1)}, "last_day"),
        ({"where": ""}, "where"),
    ):
        with pytest.raises(BadInput) as refused:
            share(cast, **wrong)
        assert refused.value.field == box


def test_what_nobody_has_said_is_not_nought(cast, column):
    issue(cast, column=column), share(cast)
    pieces, people = "Tin, bài trong chuyên mục</dt>", "Lượt người chia sẻ</dt>"
    for page, of_what in (("ban-tin/", pieces), ("chia-se/", people)):
        shown = cast.client("secretary").get(f"{HERE}{page}").content.decode().partition(of_what)[2]
        assert "chưa ghi" in shown.partition("</dd>")[0]
    share(cast, people=12, times=20)
    shown = cast.client("secretary").get(f"{HERE}chia-se/").content.decode().partition(people)[2]
    assert "12" in shown.partition("</dd>")[0]


def test_works_authors_prizes_and_promoters_have_their_own_numbers(cast, prize):
    one, _other = send(cast, prize), send(cast, prize, "Tiếng khèn", author="lo van anh")
    send(cast, prize, "Đêm kể chuyện", part="promoter", author_kind="collective", author="Đội văn nghệ")
    actions.award_prize(one, award="b", on=dt.date(2026, 5, 19), by=cast.secretary)
    assert count("prize_works", cast, split=("level", "province")).value == 2
    assert count("prize_authors", cast).value == 1
    assert count("prizes_won", cast, split=("award", "b")).value == 1
    assert count("promoters", cast).value == 0
    promoter = PrizeWork.objects.promoters().get()
    actions.award_prize(promoter, award="other", on=dt.date(2026, 5, 19), by=cast.secretary)
    assert count("promoters", cast).value == 1 and count("prizes_won", cast).value == 1
    with pytest.raises(Conflict, match="đã được ghi giải"):
        actions.award_prize(one, award="a", on=cast.today, by=cast.secretary)


@pytest.mark.parametrize(
    ("wrong", "box"),
    [
        ({"title": ""}, "title"),
        ({"author": " "}, "author"),
        ({"field": "Điện ảnh"}, "field"),
        ({"sent_on": dt.date(2025, 12, 31)}, "sent_on"),
        ({"award": "a"}, "awarded_on"),
        ({"awarded_on": DAY}, "award"),
        ({"award": "a", "awarded_on": dt.date(2026, 3, 1)}, "awarded_on"),
    ],
)
def test_a_work_that_does_not_fit_names_its_box(cast, prize, wrong, box):
    with pytest.raises(BadInput) as refused:
        send(cast, prize, **wrong)
    assert refused.value.field == box


def test_a_round_is_written_once_and_sent_to_from_below_only(cast, prize):
    typed = {"name": prize.name, "round": prize.round, "level": "province", "fields": "Báo chí"}
    with pytest.raises(BadInput, match="đã có"):
        actions.open_prize(unit=cast.province, starts=DAY, by=cast.officer, **typed)
    beside = actions.open_prize(unit=cast.far, starts=dt.date(2026, 1, 1), by=cast.officer, **typed)
    with pytest.raises(BadInput, match="Chọn một đợt giải"):
        send(cast, beside, field="Báo chí")


def test_only_who_may_record_and_reaches_the_unit(cast, prize):
    work = send(cast, prize)
    for who in (cast.member, cast.inspector, cast.other_secretary, cast.far_secretary):
        for act in (
            lambda who=who: issue(cast, "Số 9", by=who),
            lambda who=who: share(cast, by=who),
            lambda who=who: send(cast, prize, by=who),
            lambda who=who: actions.award_prize(work, award="a", on=cast.today, by=who),
            lambda who=who: actions.correct_prize_work(work, title="x", by=who),
            lambda who=who: actions.open_prize(
                unit=cast.cell, name="x", round="y", level="grassroots", fields="z", starts=DAY, by=who
            ),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_the_tables_themselves_refuse_what_cannot_be(cast, prize):
    for table, bad in (
        (NewsletterIssue, {"newsletter": "x", "number": "1", "issued_on": DAY, "pieces": 1}),
        (Sharing, {"what": "x", "where": "y", "starts": DAY, "last_day": DAY, "times": 0}),
        (PrizeWork, {"prize": prize, "title": "x", "author": "y", "sent_on": DAY, "award": "a"}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            table.objects.create(unit=cast.cell, **bad)


def test_it_is_all_done_on_the_pages(cast, column):
    client = cast.client("secretary")
    typed = {
        "newsletter": "Bản tin",
        "number": "Số 3",
        "issued_on": "20/3/2026",
        "column": column.pk,
        "pieces": "2",
    }
    assert "Học Bác mỗi ngày" in client.post(f"{HERE}ban-tin/ghi/", typed, follow=True).content.decode()
    typed = {
        "what": "Gương tốt",
        "where": "Zalo",
        "starts": "1/3/2026",
        "last_day": "31/3/2026",
        "times": "9",
    }
    assert "Gương tốt" in client.post(f"{HERE}chia-se/ghi/", typed, follow=True).content.decode()
    assert "Ghi đợt giải trước" in " ".join(client.get(f"{HERE}giai/ghi/").content.decode().split())
    typed = {"name": "Giải của trường", "round": "năm 2026", "level": "grassroots"}
    client.post(f"{HERE}giai/mo/", typed | {"fields_of_it": "Báo chí\nVăn học", "starts": "1/1/2026"})
    prize = Prize.objects.get()
    typed = {"prize": prize.pk, "part": "work", "title": "Thầy tôi", "field": "Điện ảnh", "author": "Tổ Văn"}
    typed |= {"author_kind": "collective", "sent_on": "20/3/2026"}
    refused = client.post(f"{HERE}giai/ghi/", typed).content.decode()
    assert "Báo chí, Văn học" in refused
    client.post(f"{HERE}giai/ghi/", typed | {"field": "Văn học"})
    work = PrizeWork.objects.get()
    shown = client.post(f"{HERE}giai/{work.pk}/trao/", {"award": "a", "on": "19/5/2026"}, follow=True)
    assert "giải A" in shown.content.decode()
    assert "Thầy tôi" in client.get(f"{HERE}giai/?dat-giai=co&giai={prize.pk}").content.decode()
    for kind, pk in (("tac-pham", work.pk), ("ban-tin", NewsletterIssue.objects.get().pk)):
        struck = client.post(f"{HERE}{kind}/{pk}/gach-bo/", {"reason": "Ghi trùng"}, follow=True)
        assert "đã gạch bỏ" in struck.content.decode()

"""What is to be mended is carried over into the year's undertaking, shown with it, and reported mended by its owner."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Draft
from lantoa.foundation.tests.forms import Form
from lantoa.registrations import actions, printing, todo
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from lantoa.shortcomings import actions as shortcomings
from lantoa.shortcomings.models import Shortcoming
from lantoa.shortcomings.tests import stories

WRITE = reverse("registrations:write", args=[2027])
CHECK = reverse("registrations:check", args=[2027])
TIES = "Việc này khắc phục hạn chế nào?"


def tied(cast, task=papers.TASK) -> Registration:
    """The member's draft whose task mends what the review found."""
    one = stories.of_member(cast)
    return papers.drafted(cast.member, replace(task, shortcoming=one.pk))


def words_of(content: bytes) -> str:
    return "\n".join(p.text for p in Document(BytesIO(content)).paragraphs)


def test_one_tap_ties_a_task_to_what_is_to_be_mended(cast):
    client = cast.client("member")
    assert TIES not in client.get(WRITE).content.decode()
    one = stories.of_member(cast)
    page = client.get(WRITE).content.decode()
    assert "(từ kỳ kiểm điểm trước)" in page and stories.FINDING in page and page.count(TIES) == 5
    client.post(WRITE, papers.BOXES | {"viec1-shortcoming": str(one.pk)})
    assert Registration.objects.get().tasks.get().shortcoming == one
    assert stories.FINDING in client.get(CHECK).content.decode()
    again = client.get(WRITE).content.decode()
    assert f'value="{one.pk}" id="id_viec1-shortcoming_1" checked' in again.replace(" required", "")


def test_the_tie_is_kept_with_what_is_typed(cast):
    one = stories.of_member(cast)
    client = cast.client("member")
    boxes = papers.BOXES | {"viec1-due": "31/2/27", "viec1-shortcoming": str(one.pk)}
    Form(client, WRITE).save_draft(**boxes)
    assert "checked" in client.get(WRITE).content.decode()
    assert Draft.objects.get().boxes["viec1-shortcoming"] == [str(one.pk)]


def test_one_is_admitted_right_there_without_leaving_the_page(cast):
    client = cast.client("member")
    boxes = papers.BOXES | {"hanche-finding": "Ngại va chạm khi góp ý.", "tu-nhan": "1"}
    page = Form(client, WRITE).send(**boxes).content.decode()
    one = Shortcoming.objects.get()
    assert (one.person, one.source, one.deadline) == (cast.member.person, "self", dt.date(2027, 12, 31))
    assert papers.WHAT in page and TIES in page and "checked" in page
    kept = Draft.objects.get().boxes
    assert kept["viec1-shortcoming"] == [str(one.pk)] and "hanche-finding" not in kept
    client.post(WRITE, papers.BOXES | {"viec1-shortcoming": str(one.pk)})
    assert Registration.objects.get().tasks.get().shortcoming == one


def test_what_was_typed_and_not_pressed_is_written_down_on_the_way_to_the_check(cast):
    client = cast.client("member")
    client.post(WRITE, papers.BOXES | {"hanche-finding": "Ngại va chạm khi góp ý."})
    assert Registration.objects.get().tasks.get().shortcoming == Shortcoming.objects.get()
    assert "Ngại va chạm khi góp ý." in client.get(CHECK).content.decode()


def test_words_that_were_only_autosaved_hold_the_check_up(cast):
    client = cast.client("member")
    boxes = papers.BOXES | {"hanche-finding": "Ngại va chạm"}
    Form(client, WRITE).save_draft(**boxes)
    assert client.get(CHECK).url == WRITE
    assert "Ngại va chạm" in client.get(WRITE).content.decode() and not Shortcoming.objects.exists()


def test_nobody_ties_what_another_has_to_mend(cast):
    other = stories.of_person(cast.secretary, cast.colleague.person)
    with pytest.raises(BadInput, match="không còn mở"):
        papers.drafted(cast.member, replace(papers.TASK, shortcoming=other.pk))
    page = cast.client("member").post(WRITE, papers.BOXES | {"viec1-shortcoming": str(other.pk)})
    assert stories.FINDING not in page.content.decode()
    assert not Registration.objects.get().tasks.exclude(shortcoming=None).exists()


def test_a_collective_mends_what_its_unit_has_to_mend(cast):
    one = stories.of_unit(cast.secretary)
    stories.of_member(cast)
    client, address = cast.client("secretary"), reverse("registrations:collective", args=[2027])
    page = client.get(address).content.decode()
    assert "Sổ ghi biên bản" in page and stories.FINDING not in page
    client.post(address, papers.BOXES | {"viec1-shortcoming": str(one.pk)})
    assert Registration.objects.get().tasks.get().shortcoming == one
    client.post(
        address, papers.BOXES | {"hanche-finding": "Chưa giữ lịch sinh hoạt chuyên đề.", "tu-nhan": "1"}
    )
    assert Shortcoming.objects.of_units().count() == 2


def test_the_secretary_ties_it_for_whom_she_writes(cast):
    one = stories.of_person(cast.secretary, cast.colleague.person)
    address = reverse("registrations:behalf_write", args=[2027, cast.colleague.person.pk])
    client = cast.client("secretary")
    page = client.get(address).content.decode()
    assert stories.FINDING in page and "Tự nhận một hạn chế" not in page
    client.post(address, papers.BOXES | {"viec1-shortcoming": str(one.pk)})
    assert Registration.objects.get().tasks.get().shortcoming == one


def test_it_is_shown_wherever_the_paper_is(cast):
    one = actions.submit(tied(cast), by=cast.member)
    for who, name in (("member", "show"), ("secretary", "judge"), ("committee", "show"), ("member", "print")):
        page = cast.client(who).get(reverse(f"registrations:{name}", args=[one.pk])).content.decode()
        assert stories.FINDING in page, name
    for kind in printing.KINDS:
        words = words_of(printing.word(one, kind, cast.today))
        assert f"{stories.FINDING} (khắc phục bằng việc thứ 1)" in words


def test_when_the_task_is_concluded_its_owner_is_offered_to_report(cast):
    one = papers.agree(actions.submit(tied(cast), by=cast.member), cast.secretary)
    Registration.objects.filter(pk=one.pk).update(year=2026)
    one.refresh_from_db()
    papers.remarked(one, cast.member, cast.secretary)
    offer = "Báo đã khắc phục hạn chế gắn với việc đã hoàn thành"
    assert offer not in [task.title for task in todo.items(cast.member)]
    actions.reply(one, by=cast.member, text="Đồng ý.")
    actions.close(one, by=cast.secretary)
    item = next(task for task in todo.items(cast.member) if task.title == offer)
    assert Shortcoming.objects.get().is_open
    client = cast.client("member")
    assert "Việc đã hoàn thành này gắn với hạn chế" in client.get(one.get_absolute_url()).content.decode()
    assert "Đã giúp 32 người." in client.get(item.url).content.decode()
    stories.reported(Shortcoming.objects.get(), cast.member)
    shortcomings.verify(Shortcoming.objects.get(), by=cast.secretary)
    assert offer not in [task.title for task in todo.items(cast.member)]
    assert "đã khắc phục" in client.get(one.get_absolute_url()).content.decode()


def test_a_fault_in_what_is_admitted_stands_at_the_head_of_the_page(cast):
    page = Form(cast.client("member"), WRITE).send(**{"hanche-finding": "häc tËp vµ lµm theo"})
    said = page.content.decode()
    assert "bộ mã cũ (TCVN3)" in said[said.index('id="loi"') :][:1500] and "học tập và làm theo" in said

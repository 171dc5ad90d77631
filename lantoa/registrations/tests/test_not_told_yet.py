"""For ten minutes an approval may be a slip: no page of whose paper it is tells it, and undoing leaves nothing."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from lantoa.foundation import clock
from lantoa.foundation.approval import TAKE_BACK_WITHIN
from lantoa.foundation.errors import Conflict
from lantoa.meetings.models import Meeting
from lantoa.meetings.rules import Held
from lantoa.portal.queries import events_for
from lantoa.registrations import actions, printing
from lantoa.registrations.exchange import TASKS
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers

HELD = Held(dt.date(2026, 11, 16), "11-BB/CB")
TELLING = ("Đã duyệt", "đã duyệt", "Thông qua 1 bản", "duyệt bản đăng ký", "11-BB/CB", "Ghi kết quả")


@pytest.fixture
def fresh(cast) -> Registration:
    """The member's paper, approved a moment ago at a meeting of her cell."""
    one = papers.submitted(cast.member)
    return actions.approve(one, by=cast.secretary, meeting=HELD)


def pages_of(one: Registration) -> list[str]:
    """Where its owner could read it."""
    mine = [reverse(f"registrations:{name}", args=[one.pk]) for name in ("show", "print", "progress")]
    own_year = [reverse(f"registrations:{name}", args=[one.year]) for name in ("write", "check", "sent")]
    meeting = [reverse("meetings:show", args=[Meeting.objects.get().pk]), reverse("meetings:mine")]
    whole = [reverse("portal:todo"), reverse("portal:history"), reverse("registrations:mine")]
    return [
        *mine,
        *own_year,
        *meeting,
        *whole,
        f"{reverse('searching:index')}?tim={one.code}",
        reverse("portal:my_year", args=[one.year]),
    ]


def said(client, address: str) -> str:
    answer = client.get(address, follow=True)
    return answer.content.decode().split("<main", 1)[-1]


def test_no_page_of_its_owner_tells_it(cast, fresh):
    client = cast.client("member")
    for address in pages_of(fresh):
        found = [word for word in TELLING if word in said(client, address)]
        assert found in ([], ["11-BB/CB"]) and (not found or "/sinh-hoat/" in address), (address, found)


def test_neither_does_the_word_file(cast, fresh):
    answer = cast.client("member").get(reverse("registrations:word", args=[fresh.pk, printing.REGISTRATION]))
    words = "\n".join(p.text for p in Document(BytesIO(answer.getvalue())).paragraphs)
    assert "BẢN ĐĂNG KÝ" in words and "11-BB/CB" not in words


def test_a_secretary_reads_of_her_own_paper_as_it_is_told(cast):
    own = papers.submitted(cast.secretary)
    actions.approve(own, by=cast.committee, meeting=HELD)
    client = cast.client("secretary")
    row = next(iter(TASKS.rows(cast.cell, by=cast.secretary)))
    assert row["status"] == "chờ duyệt"
    assert next(iter(TASKS.rows(cast.cell, by=cast.committee)))["status"] == "đã duyệt"
    assert "Đã duyệt" not in said(client, f"{reverse('registrations:index')}?nam=2027").split("<table")[-1]
    assert not events_for(cast.secretary).filter(verb="registration.approved").exists()
    assert events_for(cast.committee).filter(verb="registration.approved").exists()


def test_others_read_it_at_once_and_she_ten_minutes_later(cast, settings, fresh):
    shown = reverse("registrations:show", args=[fresh.pk])
    assert "Đã duyệt" in said(cast.client("secretary"), shown)
    settings.LANTOA_NOW = (clock.now() + TAKE_BACK_WITHIN).isoformat()
    member = cast.client("member")
    assert "Đã duyệt" in said(member, shown)
    assert "Thông qua 1 bản" in said(member, reverse("meetings:show", args=[Meeting.objects.get().pk]))


def test_what_was_undone_counts_nowhere(cast, fresh):
    actions.take_back_approval(fresh, by=cast.secretary)
    assert not Registration.objects.approved().exists()
    page = said(cast.client("secretary"), reverse("meetings:show", args=[Meeting.objects.get().pk]))
    assert "Thông qua" not in page


def test_what_was_built_upon_is_not_undone(cast, fresh):
    actions.record_progress(fresh.tasks.get(), by=cast.secretary, on=cast.today, text="Giúp 5 cụ.")
    with pytest.raises(Conflict, match="đã có kết quả"):
        actions.take_back_approval(fresh, by=cast.secretary)

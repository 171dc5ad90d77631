"""Two phones record one meeting without a network: nothing is lost, nothing stands twice, differences are shown."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.foundation import attachments
from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Event
from lantoa.meetings import actions, rules
from lantoa.meetings.models import Meeting, OtherAnswer
from tests.cast import person
from tests.examples import examples

pytestmark = pytest.mark.django_db
THIRD = dt.date(2026, 11, 3)
FORM = {"held_on": "3/11/2026", "from_a_phone": "1"}


@pytest.fixture
def cell(cast):
    """A cell of six."""
    for number in range(3):
        person(f"Trần Văn Bảy {number}", cast.cell)
    return cast


def away(who, code="ill"):
    return rules.absence(who.person.pk, code)


def sent(cast, *absent, **said):
    return actions.record_from_a_phone(
        unit=cast.cell, kind="regular", held_on=THIRD, by=cast.secretary, absent=absent, **said
    )


def test_what_both_say_is_said_once_and_what_one_says_is_added(cell):
    sent(cell, away(cell.member), done="Đã dạy 12 buổi.")
    meeting = sent(
        cell, away(cell.member), away(cell.colleague), done="Đã dạy 12 buổi.", next="Sửa sân trường."
    )
    assert meeting.ratio == "4/6" and (meeting.done, meeting.next) == ("Đã dạy 12 buổi.", "Sửa sân trường.")
    assert meeting.absences.count() == 2 and meeting.conclusions.count() == 1
    assert Meeting.objects.count() == 1 and not OtherAnswer.objects.exists()


def test_where_they_differ_both_stand_side_by_side_and_somebody_chooses(cell):
    sent(cell, away(cell.member, "ill"), done="Đã dạy 12 buổi.", minutes=90)
    meeting = sent(cell, away(cell.member, "work"), done="Đã dạy 15 buổi.", minutes=90)
    client = cell.client("secretary")
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Hai máy ghi khác nhau" in page and "Đã dạy 15 buổi." in page
    assert "Lý do vắng của Đỗ Thị Hương" in page and "đi công tác" in page
    assert (
        "Hai máy ghi khác nhau" not in cell.client("member").get(meeting.get_absolute_url()).content.decode()
    )
    text, reason = (
        OtherAnswer.objects.order_by("person_id", "pk").filter(box="done").get(),
        OtherAnswer.objects.get(box="reason"),
    )
    assert client.post(f"/sinh-hoat/ban-khac/{text.pk}/lay/").status_code == 302
    assert client.post(f"/sinh-hoat/ban-khac/{reason.pk}/bo/").status_code == 302
    meeting.refresh_from_db()
    assert meeting.done == "Đã dạy 15 buổi." and meeting.absences.get().reason == "ốm"
    assert not OtherAnswer.objects.exists()
    assert "Đã dạy 12 buổi." in Event.objects.get(verb="meeting.corrected").before["done"]


def test_the_other_reason_takes_the_place_of_the_first(cell):
    sent(cell, away(cell.member, "ill"))
    meeting = sent(cell, away(cell.member, "none"))
    actions.choose(OtherAnswer.objects.get(), by=cell.secretary)
    meeting.refresh_from_db()
    assert (meeting.absent_without_reason, meeting.ratio) == (1, "5/6")


def test_nobody_came_and_nobody_said_are_two_things(cell):
    meeting = sent(cell, done="Tốt.", opinions=0)
    assert meeting.opinions == 0
    assert sent(cell, opinions=4).opinions == 0
    assert OtherAnswer.objects.get().value == "4"


def test_what_both_posted_is_posted_once_and_a_second_file_is_not_lost_silently(cell):
    client = cell.client("secretary")
    for _phone in range(2):
        assert client.post("/sinh-hoat/ghi/", FORM | {"posted": "on", "done": "Tốt."}).status_code == 302
    assert Meeting.objects.get().posted_to_handbook_at
    paper = attachments.judge(SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4 bien ban"))
    assert sent(cell, file=paper).minutes_file.name == "bien-ban.pdf"
    with pytest.raises(BadInput, match="đã có tệp biên bản"):
        sent(cell, file=paper)


def test_without_the_mark_of_the_phone_a_second_recording_is_refused_as_ever(cell):
    sent(cell)
    with pytest.raises(BadInput, match="đã được ghi"):
        actions.record_meeting(unit=cell.cell, kind="regular", held_on=THIRD, by=cell.secretary)


def test_the_page_merges_what_a_phone_sends_and_a_stranger_chooses_nothing(cell):
    client = cell.client("secretary")
    for done in ("Đã dạy 12 buổi.", "Đã dạy 15 buổi."):
        assert client.post("/sinh-hoat/ghi/", FORM | {"done": done}).status_code == 302
    answer = OtherAnswer.objects.get()
    assert cell.client("far_secretary").post(f"/sinh-hoat/ban-khac/{answer.pk}/lay/").status_code == 404
    assert answer.said_by_name == str(cell.secretary.person)


def test_the_worker_is_a_script_for_who_records(cell):
    answer = cell.client("secretary").get("/sinh-hoat/mat-mang.js")
    assert answer["Content-Type"].startswith("text/javascript") and b"indexedDB" in answer.content


BOXES = st.dictionaries(
    st.sampled_from(["done", "next", "place", "reason:1", "reason:2", "minutes"]),
    st.sampled_from(["", "a", "b", "c"]),
    max_size=6,
)


@settings(max_examples=examples(1000))
@given(st.lists(BOXES, min_size=1, max_size=4), st.randoms(use_true_random=False), st.integers(0, 4))
def test_in_whatever_order_phones_send_and_however_often_nothing_is_lost_and_nothing_doubled(
    phones, chance, again
):
    """Recorded and beside are together what the phones said, each once."""
    turns = phones + [chance.choice(phones) for _ in range(again)]
    chance.shuffle(turns)
    now: dict[str, str] = {}
    beside: dict[str, set[str]] = {}
    for sent_now in turns:
        now, differing = rules.merged(now, sent_now)
        for box, value in differing.items():
            beside.setdefault(box, set()).add(value)
    for box in {box for phone in phones for box in phone}:
        said = {phone[box] for phone in phones if phone.get(box)}
        assert {now[box], *beside.get(box, ())} == said if said else not now.get(box)
        assert now.get(box) not in beside.get(box, ())

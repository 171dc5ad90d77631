"""A sample is drawn so that anybody draws it again; what is noted is read and answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.told import all_told
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from lantoa.shortcomings.models import Shortcoming
from lantoa.supervision import actions, queries, rules, todo
from lantoa.supervision.models import Note, Remedy, Sample
from lantoa.supervision.tests import stories

SEEN = "Việc đăng ký có chỉ tiêu; chưa thấy ảnh buổi tháng 9."


def drawn(cast, **rest):
    """The member's and the colleague's papers are agreed to, and a sample of the commune is drawn."""
    if not Registration.objects.exists():
        for who in (cast.member, cast.colleague):
            papers.approved(who, cast.secretary)
    facts = {"by": cast.inspector, "year": papers.YEAR, "seed": "161126"}
    return actions.draw_sample(cast.commune, **facts | rest)


def noted(cast) -> Note:
    """A note on the member's paper."""
    sample = drawn(cast)
    paper = sample.papers.get(registration__person=cast.member.person)
    return actions.write_note(paper, by=cast.inspector, text=SEEN)


def test_the_same_list_and_seed_give_the_same_papers_everywhere():
    codes = [f"ĐK-2027-{n:06d}" for n in range(1, 400)]
    assert len(set(rules.draw(codes, seed="161126", size=5))) == 5
    assert rules.draw(codes, seed="161126", size=5) == rules.draw(codes[::-1], seed="161126", size=5)
    assert rules.draw(codes, seed="161127", size=5) != rules.draw(codes, seed="161126", size=5)
    assert rules.digest(codes) == rules.digest(codes[::-1]) != rules.digest(codes[1:])


def test_a_sample_is_kept_and_another_one_says_why(cast):
    one = drawn(cast)
    assert (one.size, one.pool_size, one.turn) == (2, 2, 1)
    again = queries.recheck(one, cast.inspector)
    assert again.is_same_list and again.is_same_draw
    with pytest.raises(BadInput, match="Ghi vì sao lấy thêm"):
        drawn(cast, seed="2")
    other = drawn(cast, seed="2", why="Hai bản trong mẫu đã chuyển sinh hoạt.")
    assert (other.turn, Sample.objects.count()) == (2, 2)
    page = cast.client("committee").get(one.get_absolute_url()).content.decode()
    assert "161126" in page and "Hai bản trong mẫu đã chuyển sinh hoạt." in page
    for who in ("secretary", "far_secretary", "officer"):
        assert cast.client(who).get(one.get_absolute_url()).status_code == 404


def test_what_is_wrong_with_a_draw_is_said(cast):
    with pytest.raises(BadInput, match="Chưa có bản đăng ký nào"):
        actions.draw_sample(cast.far, by=cast.inspector, year=papers.YEAR, seed="1")
    for rest, said in (({"seed": " "}, "hạt giống"), ({"size": 31}, "từ 1 đến 30")):
        with pytest.raises(BadInput, match=said):
            drawn(cast, **rest)
    with pytest.raises(NotAllowed):
        drawn(cast, by=cast.secretary)


def test_a_note_is_read_by_her_and_the_unit_at_once_and_answered(cast):
    note = noted(cast)
    assert note.answer_by == dt.date(2026, 11, 23)
    for who in ("member", "secretary", "committee", "inspector", "leader"):
        assert SEEN in cast.client(who).get(note.get_absolute_url()).content.decode(), who
    for who in ("colleague", "other_secretary", "far_secretary", "officer", "administrator"):
        assert cast.client(who).get(note.get_absolute_url()).status_code in (403, 404), who
    assert "Đọc, trả lời ghi chép về bản đăng ký" in [task.title for task in todo.items(cast.member)]
    event = Event.objects.filter(verb="supervision.noted").get()
    told = [one for one in all_told() if "supervision.noted" in one.verbs]
    who = set().union(*(news.to for one in told for news in one.tell(event)))
    assert {cast.member.person.pk, cast.secretary.person.pk, cast.committee.person.pk} <= who
    own = reverse("supervision:own", args=[papers.YEAR])
    assert SEEN in cast.client("member").get(own).content.decode()
    answer = "Buổi tháng 9 lùi sang 02/10, đã bổ sung ảnh."
    page = cast.client("member").post(note.get_absolute_url(), {"text": answer}, follow=True)
    assert answer in page.content.decode()
    assert answer in cast.client("inspector").get(note.get_absolute_url()).content.decode()
    actions.reply(note, by=cast.secretary, text="Chi bộ đã xem ảnh.")
    assert [one.as_unit for one in note.replies.all()] == [None, cast.cell]
    assert not [task for task in todo.items(cast.member) if "ghi chép" in task.title]
    with pytest.raises(NotAllowed):
        actions.reply(note, by=cast.inspector, text="Không.")


def test_nobody_notes_on_the_paper_of_whom_she_stands_in_for(cast):
    paper = drawn(cast).papers.get(registration__person=cast.member.person)
    with pytest.raises(NotAllowed):
        actions.write_note(paper, by=replace(cast.inspector, stands_for=cast.member.person.pk), text=SEEN)


def test_a_note_is_taken_back_only_with_a_reason_that_stays(cast):
    note = noted(cast)
    with pytest.raises(NotAllowed):
        actions.take_back(note, by=cast.leader, why="Nhầm.")
    with pytest.raises(BadInput):
        actions.take_back(note, by=cast.inspector, why=" ")
    actions.take_back(note, by=cast.inspector, why="Ảnh nằm ở dòng khác.")
    page = cast.client("member").get(note.get_absolute_url()).content.decode()
    assert "Ảnh nằm ở dòng khác." in page and SEEN in page


def test_what_follows_from_a_note_is_asked_of_the_unit(cast):
    note = noted(cast)
    address = reverse("supervision:assign", args=[note.pk])
    boxes = {"finding": "Bản đăng ký thiếu minh chứng.", "deadline": "31/12/2026"}
    page = cast.client("inspector").post(address, boxes, follow=True).content.decode()
    assert "Đã giao việc khắc phục" in page
    found = Shortcoming.objects.get()
    assert (found.unit, found.person, found.owner) == (cast.commune, None, cast.committee.person)
    inspection = stories.opened(cast)
    sample = drawn(cast, inspection=inspection, why="Mẫu của cuộc giám sát.")
    another = actions.write_note(sample.papers.first(), by=cast.inspector, text="Chưa rõ hạn.")
    actions.assign(another, by=cast.inspector, finding="Thiếu hạn.", deadline=dt.date(2026, 12, 31))
    assert Remedy.objects.drafts().get().inspection == inspection


def test_a_sample_of_an_inspection_is_drawn_of_its_unit(cast):
    papers.approved(cast.member, cast.secretary)
    facts = {"by": cast.inspector, "year": papers.YEAR, "seed": "1", "inspection": stories.opened(cast)}
    with pytest.raises(Conflict, match="chính đơn vị"):
        actions.draw_sample(cast.cell, **facts)
    actions.draw_sample(cast.commune, **facts)


def test_nothing_follows_from_what_was_taken_back_meanwhile(cast):
    note = noted(cast)
    actions.take_back(Note.objects.get(pk=note.pk), by=cast.inspector, why="Ghi nhầm bản.")
    with pytest.raises(Conflict):
        actions.assign(note, by=cast.inspector, finding="Thiếu ảnh.", deadline=dt.date(2026, 12, 31))
    assert not Remedy.objects.exists()


def test_nobody_reads_by_way_of_a_sample_what_is_not_hers(cast):
    sample = drawn(cast)
    hers = sample.papers.get(registration__person=cast.member.person)
    read = hers.get_absolute_url()
    page = cast.client("inspector").get(read).content.decode()
    assert "Đơn vị đọc được từ lúc lưu" in page and "không phải kết luận" in page
    assert cast.client("committee").get(read).status_code == 403
    own = cast.client("member").get(hers.registration.get_absolute_url())
    assert "Bùi Đình Chiến" in own.content.decode()
    passed = cast.client("inspector").post(reverse("supervision:pass_on", args=[sample.pk, 1]), follow=True)
    assert passed.redirect_chain[-1][0].endswith("/2/")


def test_who_opened_a_note_on_her_or_a_file_of_her_is_known_to_her_alone(cast):
    note = noted(cast)
    for who in ("inspector", "secretary", "member"):
        assert cast.client(who).get(note.get_absolute_url()).status_code == 200
    file = actions.open_inspection(
        stories.planned(cast, unit=cast.cell, person=cast.member.person),
        by=cast.inspector,
        decision_number="58-QĐ/UBKT",
        decided_on=stories.DECIDED,
    )
    page = cast.client("inspector").get(file.get_absolute_url()).content.decode()
    assert "đọc hồ sơ" not in page, "not in the trail that the whole file shows"
    read = Event.objects.filter(verb__in=("supervision.note_read", "inspection.read"))
    names = [(event.verb, event.person_name, event.unit_id) for event in read.order_by("pk")]
    assert names == [
        ("supervision.note_read", "Bùi Đình Chiến", None),
        ("supervision.note_read", "Nguyễn Thị Lan", None),
        ("inspection.read", "Bùi Đình Chiến", None),
    ]
    own = cast.client("member").get("/toi/du-lieu/").content.decode()
    assert "Bùi Đình Chiến" in own and "Nguyễn Thị Lan" in own

"""Who reads no contents opens what is kept of one person: two persons, a reason, an end, and she is told."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.foundation import heard
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.messages.models import Message
from lantoa.people.models import Post
from lantoa.personal_data import actions, queries, waiting
from lantoa.personal_data.models import Emergency
from lantoa.personal_data.tests.stories import to_open
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from lantoa.shortcomings.tests import stories as shortcomings
from lantoa.supervision import actions as supervision
from lantoa.supervision.models import SampledPaper
from lantoa.supervision.tests import stories as inspections
from lantoa.supervision.tests import test_a_sample as notes

BOOK = "/du-lieu-ca-nhan/mo-khan-cap/"


def test_an_administrator_reads_one_paper_when_a_leader_agrees_and_she_sees_it(cast):
    paper = papers.submitted(cast.member)
    asker, second, member = (cast.client(who) for who in ("administrator", "leader", "member"))
    one = to_open(cast)
    assert asker.get(f"{BOOK}{one.pk}/doc/").status_code == 409, "not before the second word"
    assert [line.url for line in waiting.waiting(cast.leader)] == [one.get_absolute_url()]
    assert "Bản in bị mất" in second.get(one.get_absolute_url()).content.decode()
    second.post(f"{BOOK}{one.pk}/dong-y/")
    page = asker.get(f"{BOOK}{one.pk}/doc/").content.decode()
    assert "2026" in page and "Bản đăng ký" in page and paper.thought[:20] in page
    assert (
        Event.objects.filter(verb="registration.opened", person_id=cast.administrator.person.pk).count() == 1
    )
    asker.get(f"{BOOK}{one.pk}/doc/")
    assert Event.objects.filter(verb="emergency.read").count() == 1, "once a day"
    own = member.get("/toi/du-lieu/").content.decode()
    assert "Mở khẩn cấp dữ liệu của đồng chí" in own and "Bản in bị mất" in own
    assert "Phan Thị Ngân" in own and "Hoàng Thị Thanh" in own, "she reads who asked and who agreed"
    for listener in heard.listeners():
        if listener.code == "messages.told":
            heard.hear(listener)
    assert any("mở khẩn cấp" in said.title for said in Message.objects.filter(person=cast.member.person))
    assert "Phan Thị Ngân" in second.get(BOOK).content.decode()
    assert cast.client("inspector").get(BOOK).status_code == 403


def test_it_ends_by_itself_and_by_hand(cast, settings):
    one = actions.agree_to_open(to_open(cast), by=cast.leader)
    assert (
        one.is_open() and not one.is_open(one.until) and one.until - one.answered_at == dt.timedelta(hours=4)
    )
    settings.LANTOA_NOW = one.until.isoformat()
    with pytest.raises(Conflict):
        actions.note_reading(one, by=cast.administrator)
    deputy = replace(cast.leader, stands_for=cast.administrator.person.pk)
    with pytest.raises(NotAllowed):
        actions.note_reading(one, by=deputy)
    settings.LANTOA_NOW = (one.until - dt.timedelta(minutes=1)).isoformat()
    actions.note_reading(one, by=cast.administrator)
    for nobody in (cast.member, cast.officer):
        with pytest.raises(NotAllowed):
            actions.end_opening(one, by=nobody)
    one = actions.end_opening(one, by=cast.leader)
    with pytest.raises(Conflict):
        actions.note_reading(one, by=cast.administrator)
    with pytest.raises(Conflict):
        actions.end_opening(one, by=cast.administrator)


def test_the_second_is_neither_of_the_two_nor_below_and_has_the_right(cast):
    one = to_open(cast)
    for nobody in (cast.administrator, cast.committee, cast.officer, cast.far_secretary, cast.member):
        with pytest.raises(NotAllowed):
            actions.agree_to_open(one, by=nobody)
    Post.objects.create(
        person=cast.administrator.person,
        unit=cast.province,
        role="leader",
        reach="subtree",
        starts=cast.today,
    )
    both = next(iter(_as_leader(cast.administrator, cast)))
    with pytest.raises(NotAllowed):
        actions.agree_to_open(one, by=both)
    with pytest.raises(NotAllowed):
        actions.note_reading(actions.agree_to_open(one, by=cast.leader), by=cast.leader)
    refused = actions.refuse_to_open(to_open(cast), by=cast.leader, reason="Chờ chi bộ in lại.")
    assert refused.refusal == "Chờ chi bộ in lại." and not refused.is_open()
    with pytest.raises(Conflict):
        actions.agree_to_open(refused, by=cast.leader)


def _as_leader(actor, cast):
    from lantoa.people import actors

    return (
        actors.as_post(post, cast.today) for post in Post.objects.filter(person=actor.person, role="leader")
    )


def test_who_asks_says_what_and_why_of_somebody_else_in_reach(cast):
    for wrong, field in (({"parts": []}, "parts"), ({"reason": " "}, "reason")):
        with pytest.raises(BadInput) as bad:
            to_open(cast, **wrong)
        assert bad.value.field == field
    for nobody in (cast.leader, cast.member, cast.protector):
        with pytest.raises(NotAllowed):
            actions.ask_to_open(
                cast.colleague.person, by=nobody, parts=["reviews.review"], reason="Xem.", hours=1
            )
    own = cast.administrator
    with pytest.raises(NotAllowed):
        actions.ask_to_open(own.person, by=own, parts=["reviews.review"], reason="Xem.", hours=1)
    assert not Emergency.objects.exists()


def test_only_the_parts_asked_for_are_opened(cast):
    papers.submitted(cast.member)
    shortcomings.of_member(cast)
    one = actions.agree_to_open(to_open(cast, parts=["shortcomings.shortcoming"]), by=cast.leader)
    assert {table["what"] for table in queries.opened(one)} == {"hạn chế cần khắc phục"}
    assert not any(isinstance(paper, Registration) for paper, _verb in queries.papers_opened(one))


def test_what_hangs_on_a_part_nobody_asked_for_stays_shut(cast):
    own, note = inspections.opened(cast, person=cast.member.person, unit=cast.cell), notes.noted(cast)
    deadline = dt.date(2026, 12, 31)
    supervision.reply(note, by=cast.member, text="Ảnh đã nộp ngày 30/9.")
    for about in (own, inspections.opened(cast)):
        supervision.remember_remedy(
            about, by=cast.inspector, finding="Thiếu ảnh.", deadline=deadline, owner=cast.member.person
        )
    opening = {part: _opened(cast, f"supervision.{part}") for part in ("note", "inspection")}
    assert set(opening["note"]) == {"ghi chép", "trả lời ghi chép"}
    assert {"cuộc kiểm tra, giám sát", "việc khắc phục"} <= set(opening["inspection"])
    assert not set(opening["note"]) & set(opening["inspection"])
    assert opening["inspection"]["việc khắc phục"] == 1, (
        "that of another inspection hangs on no paper of hers"
    )


def test_what_another_room_says_of_a_part_stays_shut(cast):
    notes.noted(cast)
    inspected = inspections.opened(cast, person=cast.member.person, unit=cast.cell)
    supervision.remember_remedy(
        inspected,
        by=cast.inspector,
        finding="Thiếu ảnh.",
        deadline=dt.date(2026, 12, 31),
        owner=cast.member.person,
    )
    inspections.concluded(inspected, cast.inspector)
    assert _opened(cast, "shortcomings.shortcoming") == {"hạn chế cần khắc phục": 1}
    assert SampledPaper._meta.verbose_name not in _opened(cast, "registrations.registration")


def _opened(cast, part: str) -> dict[str, int]:
    """Table → how many rows an opening of this part shows."""
    one = actions.agree_to_open(to_open(cast, parts=[part]), by=cast.leader)
    return {table["what"]: len(table["rows"]) for table in queries.opened(one)}

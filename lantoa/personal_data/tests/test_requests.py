"""A request about personal data: asked, taken up, answered in time, told to who asked."""

import datetime as dt

import pytest

from lantoa.foundation import heard
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.messages.models import Message
from lantoa.people.models import Membership, Person, Post
from lantoa.personal_data import actions, late, queries, todo
from lantoa.personal_data.models import AnswerTerm, DataRequest, Restriction
from lantoa.personal_data.tests.stories import WRONG, asked, limited, on_paper, scanned
from lantoa.registrations.tests.papers import photo

ASK, DESK, REGISTER = "/toi/du-lieu/yeu-cau/moi/", "/du-lieu-ca-nhan/", "/du-lieu-ca-nhan/so-yeu-cau/"


def news_of(who):
    for listener in heard.listeners():
        if listener.code == "messages.told":
            heard.hear(listener)
    return [one.title for one in Message.objects.filter(person=who.person)]


def test_a_member_asks_for_a_correction_and_reads_the_answer(cast):
    client = cast.client("member")
    page = client.get("/toi/du-lieu/").content.decode()
    assert f"{ASK}?viec=correct&amp;ve=people.person" in page
    answer = Form(client, f"{ASK}?viec=correct&ve=people.person").send(text=WRONG)
    one = DataRequest.objects.get()
    assert answer["Location"] == one.own_url and (one.kind, one.about) == ("correct", "people.person")
    desk = cast.client("protector")
    assert "Đỗ Thị Hương" in desk.get(DESK).content.decode()
    Form(desk, one.get_absolute_url(), one.get_absolute_url()).send(
        answer="Đã sửa ngày sinh thành 21/03/1980.", xong="1"
    )
    read = client.get(one.own_url).content.decode()
    assert "Đã sửa ngày sinh thành 21/03/1980." in read and "đã thực hiện" in read
    assert "Triệu Thị Mai" in read, "she reads who answered"


def test_terms_are_counted_in_working_days_and_kept_as_they_were(cast):
    one = asked(cast)  # Monday 16/11/2026
    assert (one.answer_by, one.finish_by) == (dt.date(2026, 11, 18), dt.date(2026, 11, 26))
    actions.set_term(by=cast.protector, kind="correct", starts=cast.today, finish_days=3, finish_working=True)
    newer = asked(cast, text="Số thẻ ghi thiếu một chữ số.")
    assert (newer.answer_by, newer.finish_by) == (None, dt.date(2026, 11, 19))
    one.refresh_from_db()
    assert one.finish_by == dt.date(2026, 11, 26), "what was asked before keeps its term"


def test_before_tet_two_working_days_end_after_it(cast):
    eve = cast.member.as_of(dt.date(2026, 2, 13))
    one = actions.ask(by=eve, kind="see", text="Cho tôi bản giấy.")
    assert one.answer_by > dt.date(2026, 2, 20), "the holidays of Tết are no working days"


def test_what_is_not_known_has_no_term_and_is_never_late(cast):
    one = asked(cast, "complain", "Danh sách có số điện thoại của tôi được chép ra ngoài.")
    actions.take(one, by=cast.protector)
    one.refresh_from_db()
    assert one.finish_by is None and not one.is_late(dt.date(2030, 1, 1))
    assert "chưa đặt hạn" in cast.client("member").get(one.own_url).content.decode()


def test_both_are_told(cast):
    one = asked(cast)
    assert news_of(cast.protector) == ["Có yêu cầu về dữ liệu cá nhân: sửa cho đúng"]
    assert news_of(cast.administrator) == [], "only where nobody holds the role"
    actions.take(one, by=cast.protector)
    actions.refuse(one, by=cast.protector, answer="Giấy tờ ghi đúng như hệ thống.")
    assert "Yêu cầu của đồng chí về dữ liệu đã có câu trả lời" in news_of(cast.member)
    assert not any(WRONG in (one.title + one.note) for one in Message.objects.all()), "no words in a message"


def test_where_nobody_holds_the_role_the_administrator_answers(cast):
    Post.objects.filter(role="protector").delete()
    one = asked(cast)
    assert queries.who_answers(one.unit, cast.today) == {cast.administrator.person.pk}
    assert [line.url for line in todo.items(cast.administrator)] == [one.get_absolute_url()]
    page = cast.client("administrator").get(one.get_absolute_url()).content.decode()
    assert f"/nguoi/{cast.member.person.pk}/sua/" in page, "correcting leads to the page that may"


def test_who_may_not_mend_is_told_who_may(cast):
    page = cast.client("protector").get(asked(cast).get_absolute_url()).content.decode()
    assert "Phan Thị Ngân" in page and "/sua/" not in page


def test_it_is_late_by_number_and_without_a_name(cast):
    one = asked(cast)
    assert not next(late.late(one.answer_by)).things.exists(), "the last day is still in time"
    (kind,) = late.late(one.answer_by + dt.timedelta(days=1))
    assert list(kind.things) == [one]
    page = cast.client("officer").get(kind.listed(cast.commune.code)).content.decode()
    assert "Sửa cho đúng" in page and "Đỗ Thị Hương" not in page and WRONG not in page


def test_who_has_taken_it_up_is_reminded_of_its_day(cast):
    one = asked(cast)
    assert not list(late.due(cast.today, one.finish_by, cast.today))
    actions.take(one, by=cast.protector)
    (due,) = late.due(cast.today, one.finish_by, cast.today)
    assert (due.person_id, due.day) == (cast.protector.person.pk, one.finish_by)


def test_a_term_is_made_longer_once_with_a_reason(cast):
    one = asked(cast)
    actions.extend(one, by=cast.protector, why="Phải đối chiếu hồ sơ giấy.")
    assert one.finish_by == dt.date(2026, 12, 11)
    with pytest.raises(Conflict):
        actions.extend(one, by=cast.protector, why="Vẫn chưa xong.")
    AnswerTerm.objects.filter(kind="see").update(extend_days=None)
    other = asked(cast, "see", "Cho tôi bản giấy.")
    with pytest.raises(Conflict, match="Chưa đặt thời gian gia hạn"):
        actions.extend(other, by=cast.protector, why="Chưa có máy in.")


def test_nobody_answers_her_own_and_nobody_out_of_reach(cast):
    own = asked(cast, who="protector")
    with pytest.raises(NotAllowed):
        actions.finish(own, by=cast.protector, answer="Đã xong.")
    assert cast.client("protector").get(own.get_absolute_url()).status_code == 404
    for who in (cast.secretary, cast.leader, cast.inspector):
        with pytest.raises(NotAllowed):
            actions.take(own, by=who)
    assert actions.take(own, by=cast.administrator).taken_by == cast.administrator.person


def test_an_answer_has_words_and_the_same_is_not_asked_twice(cast):
    one = asked(cast)
    with pytest.raises(BadInput):
        actions.finish(one, by=cast.protector, answer=" ")
    with pytest.raises(BadInput, match="đã gửi"):
        asked(cast)
    actions.finish(one, by=cast.protector, answer="Đã sửa.")
    with pytest.raises(Conflict):
        actions.refuse(one, by=cast.administrator, answer="Không sửa.")


def test_she_takes_it_back_without_a_reason(cast):
    one = asked(cast)
    client = cast.client("member")
    client.post(f"{one.own_url}rut/")
    one.refresh_from_db()
    assert one.status == "withdrawn" and not DataRequest.objects.open().exists()


def test_the_history_tells_no_level_what_was_asked(cast):
    limited(cast)
    events = Event.objects.filter(verb__startswith="data_request.")
    assert events.count() == 2 and {one.unit_id for one in events} == {None}
    said = " ".join(f"{one.subject_label} {one.note}" for one in events)
    assert "Hương" not in said and "nêu tên" not in said


def test_a_restriction_stands_until_she_lifts_it(cast):
    one = limited(cast)
    assert queries.is_restricted(cast.member.person)
    client = cast.client("member")
    assert "chỉ được lưu giữ" in client.get("/toi/du-lieu/").content.decode()
    client.post(f"{one.own_url}bo-han-che/")
    assert not queries.is_restricted(cast.member.person)
    with pytest.raises(Conflict):
        actions.lift(Restriction.objects.get(), by=cast.member)


def test_terms_are_kept_by_who_answers_for_all(cast):
    with pytest.raises(NotAllowed):
        actions.set_term(by=cast.committee, kind="see", starts=cast.today)
    Form(cast.client("protector"), f"{DESK}han/").send(
        kind="complain", starts="01/12/2026", finish_days="30", basis="Quy chế của Tỉnh ủy"
    )
    assert queries.term_of("complain", dt.date(2026, 12, 2)).finish_days == 30
    assert queries.term_of("complain", cast.today).finish_days is None


def test_somebody_of_no_unit_asks_too(cast):
    cast.member.person.memberships.update(ends=dt.date(2026, 6, 1))
    assert asked(cast).unit == cast.cell, "where she last belonged"
    former = cast.protector.person
    former.posts.all().delete()
    assert queries.home_of(former, cast.today) == cast.province


def test_the_nearest_term_stands_first_and_none_last(cast):
    AnswerTerm.objects.filter(kind="complain").update(answer_days=None)
    AnswerTerm.objects.filter(kind="see").update(finish_days=5)
    endless = asked(cast, "complain", "Danh sách bị chép ra ngoài.")
    taken = actions.take(asked(cast, "see", "Cho tôi bản giấy."), by=cast.protector)
    new = asked(cast)
    assert new.answer_by < taken.finish_by < new.finish_by
    page = cast.client("protector").get(DESK).context["page"]
    assert list(page) == [new, taken, endless]
    assert [line.url for line in todo.items(cast.protector)] == [one.get_absolute_url() for one in page]


def test_why_it_takes_longer_stands_with_the_request_and_not_in_the_history(cast):
    one = asked(cast)
    actions.extend(one, by=cast.protector, why="Phải đối chiếu hồ sơ giấy.")
    assert Event.objects.get(verb="data_request.extended").note == ""
    assert "Phải đối chiếu hồ sơ giấy." in cast.client("member").get(one.own_url).content.decode()


def test_what_she_asked_on_paper_is_entered_with_its_scan_and_its_day(cast):
    desk, address = cast.client("protector"), "/du-lieu-ca-nhan/yeu-cau/tren-giay/"
    form = Form(desk, address)
    typed = {"kind": "correct", "text": WRONG, "asked_on": "13/11/2026", "received_by": "Trần Quốc Hùng"}
    assert "Không có ai tên này" in form.send(name="Đỗ Thị", **typed).content.decode()
    typed |= {"name": "Đỗ Thị Hương", "asked_on": "17/11/2026", "scan": photo()}
    assert "chưa đến" in Form(desk, address).send(**typed).content.decode()
    one = on_paper(cast, text=WRONG, asked_on=dt.date(2026, 11, 13), received_by="Trần Quốc Hùng")
    assert (one.asked_on, one.answer_by) == (dt.date(2026, 11, 13), dt.date(2026, 11, 17)), "from that day on"
    page = desk.get(one.get_absolute_url()).content.decode()
    assert "Trần Quốc Hùng nhận" in page and f"/yeu-cau/{one.pk}/to-giay/" in page
    own = cast.client("member")
    assert "Trần Quốc Hùng nhận" in own.get(one.own_url).content.decode()
    assert own.get(f"/toi/du-lieu/yeu-cau/{one.pk}/to-giay/")["Content-Type"] == "image/jpeg"
    assert cast.client("colleague").get(f"/toi/du-lieu/yeu-cau/{one.pk}/to-giay/").status_code == 404
    assert "Yêu cầu trên giấy của đồng chí về dữ liệu đã vào sổ" in news_of(cast.member)


def test_a_paper_is_entered_by_who_answers_for_her_and_never_for_oneself(cast):
    for who, whose in (("protector", "protector"), ("officer", "member"), ("secretary", "colleague")):
        said = {"kind": "see", "text": "Cho xem.", "asked_on": cast.today, "received_by": "Ai đó"}
        with pytest.raises(NotAllowed):
            actions.enter(getattr(cast, whose).person, by=getattr(cast, who), scan=scanned(), **said)
    for name, value in (("text", " "), ("received_by", "")):
        with pytest.raises(BadInput):
            on_paper(cast, **{name: value})
    namesake = Person.objects.create(full_name="Đỗ Thị Hương", born_on=dt.date(1970, 1, 2))
    Membership.objects.create(person=namesake, unit=cast.other_cell, starts=dt.date(2021, 1, 1))
    assert len(queries.called_in_reach("Đỗ Thị Hương", cast.protector)) == 2
    assert queries.called_in_reach("Đỗ Thị Hương 1970", cast.protector) == [namesake]
    assert queries.called_in_reach("Đỗ Thị Hương", cast.far_secretary) == []
    assert queries.called_in_reach("Nguyễn Thị Lan", cast.far_secretary) == [], (
        "nor who holds a post elsewhere"
    )

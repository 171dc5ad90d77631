"""While the holder of a post is away somebody stands in: for days that are said, and no wider than hers."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.people import actions, actors, queries
from lantoa.people.models import Grant, Post
from lantoa.rounds import actions as rounds
from lantoa.rounds.late import due
from lantoa.rounds.queries import asked_to_reopen
from lantoa.rounds.tests import stories
from tests.cast import person

DAY = dt.timedelta(days=1)
URL = "/toi/nho-thay/"


def ask(cast, who=None, by=None, days=10, **more):
    dates = {"starts": cast.today, "ends": cast.today + days * DAY, **more}
    return actions.ask_deputy(who or cast.colleague.person, by=by or cast.secretary, **dates)


def stands_in(cast, **more):
    """The colleague stands in for the secretary, confirmed by the committee above."""
    return actors.as_post(actions.confirm_grant(ask(cast, **more), by=cast.committee), cast.today)


def own(post_id):
    return Post.objects.get(pk=post_id)


def test_the_same_role_unit_and_reach_until_the_day_that_was_said(cast):
    grant = ask(cast)
    assert grant.post is None, "rights over others wait for a second person"
    deputy = actors.as_post(actions.confirm_grant(grant, by=cast.committee), cast.today)
    holder = own(cast.secretary.post_id)
    assert (deputy.role, deputy.unit, deputy.reach) == (holder.role, holder.unit, holder.reach)
    assert deputy.label == f"{holder.label}, thay khi vắng mặt" and not own(deputy.post_id).is_head
    names = [one.role for one in actors.actors_of(cast.account("colleague"), cast.today + 10 * DAY)]
    assert names == ["member"], "the day after the last one it is over"


def test_a_deputy_confirms_and_sends_what_the_unit_is_asked_and_is_named_as_such(cast):
    found = stories.one_figure(cast)
    sent = stories.send(found, stands_in(cast), 3)
    assert sent.sent_by == cast.colleague.person and sent.sent_as.endswith("thay khi vắng mặt")
    assert Event.objects.filter(verb="answer.sent", post_label__endswith="thay khi vắng mặt").exists()


def test_nobody_receives_what_she_or_her_holder_sent(cast):
    """The colleague stands in for the commune's committee, too, and is asked what she sent for the cell."""
    found = stories.one_figure(cast)
    sent = stories.send(found, stands_in(cast), 3)
    both = Post.objects.create(
        person=cast.colleague.person, unit=cast.commune, role="committee", reach="subtree", starts=cast.today
    )
    above = actors.as_post(both, cast.today)
    with pytest.raises(NotAllowed, match="cần người khác"):
        rounds.accept(sent, by=above)
    with pytest.raises(NotAllowed, match="cần người khác"):
        rounds.give_back(sent, by=above, reason="Xem lại ô thứ nhất.")
    assert rounds.accept(sent, by=cast.committee).status == "accepted"


def test_who_stands_in_is_reminded_in_the_heads_place(cast):
    stories.one_figure(cast)

    def reminded(day):
        told = due(stories.DUE, stories.DUE, day)
        return {one.person_id for one in told if one.unit_id == cast.cell.pk}

    Post.objects.filter(pk=cast.secretary.post_id).update(is_head=True)
    assert reminded(cast.today) == {cast.secretary.person.pk}
    stands_in(cast)
    assert reminded(cast.today) == {cast.colleague.person.pk}
    assert reminded(cast.today + 10 * DAY) == {cast.secretary.person.pk}


def test_a_deputy_judges_nothing_of_her_holder(cast):
    deputy = stands_in(cast)
    assert deputy.is_one_with(cast.secretary.person.pk) and deputy.is_one_with(cast.colleague.person.pk)
    assert not deputy.is_one_with(cast.member.person.pk) and not deputy.is_one_with(None)


def test_who_stands_in_is_no_second_person_beside_her_holder(cast):
    """Neither of what her holder asked for, nor of what her holder is to be given."""
    asked = {"unit": cast.cell, "role": "secretary", "starts": cast.today}
    grant = actions.appoint(cast.member.person, by=cast.administrator, **asked)
    for holder in (cast.administrator, cast.member):
        deputy = replace(cast.leader, stands_for=holder.person.pk)
        assert grant not in queries.waiting_for(deputy)
        with pytest.raises(NotAllowed, match="cần người khác"):
            actions.confirm_grant(grant, by=deputy)
    with pytest.raises(NotAllowed, match="tự giao"):
        actions.appoint(
            cast.colleague.person, by=replace(cast.leader, stands_for=cast.colleague.person.pk), **asked
        )
    assert grant in queries.waiting_for(cast.leader)


def test_who_stands_in_is_offered_no_reopening_that_her_holder_asked_for(cast):
    found = stories.one_figure(cast)
    sent = stories.send(found, cast.secretary, 3)
    rounds.ask_to_reopen(sent, by=cast.secretary, reason="Ghi thừa một buổi.")
    deputy = stands_in(cast)
    client = cast.client("colleague")
    client.post("/vai-tro/", {"as": f"post-{deputy.post_id}"})
    page = client.get(sent.get_absolute_url()).content.decode()
    assert "Ghi thừa một buổi." in page and "Đồng ý mở lại" not in page
    assert not asked_to_reopen(deputy) and asked_to_reopen(cast.committee).get() == sent


def test_the_holder_asks_for_her_own_post_and_somebody_of_her_unit(cast):
    with pytest.raises(NotAllowed, match="không có việc nào cần người thay"):
        ask(cast, by=cast.member)
    with pytest.raises(BadInput, match="chính đơn vị này"):
        ask(cast, who=cast.far_secretary.person)
    with pytest.raises(BadInput, match="chính đơn vị này"):
        ask(cast, who=cast.secretary.person)
    with pytest.raises(NotAllowed, match="không nhờ tiếp"):
        ask(cast, who=cast.member.person, by=stands_in(cast))


def test_days_lie_ahead_and_within_the_holders_own(cast):
    with pytest.raises(BadInput, match="đã qua"):
        ask(cast, starts=cast.today - DAY)
    with pytest.raises(BadInput, match="sau ngày bắt đầu"):
        ask(cast, days=0)
    Post.objects.filter(pk=cast.secretary.post_id).update(ends=cast.today + 5 * DAY)
    with pytest.raises(BadInput, match="không giữ lâu hơn"):
        ask(cast)
    ask(cast, days=5)
    with pytest.raises(BadInput, match="đã được nhờ"):
        ask(cast, days=3)


def test_when_the_holders_post_ends_so_does_the_deputys(cast):
    deputy, later = stands_in(cast), person("Bàn Thị Mẩy", cast.cell)
    coming = actions.confirm_grant(ask(cast, later, starts=cast.today + 4 * DAY), by=cast.committee)
    actions.end_post(own(cast.secretary.post_id), ends=cast.today + 2 * DAY, by=cast.administrator)
    assert own(deputy.post_id).ends == cast.today + 2 * DAY
    assert not Post.objects.filter(pk=coming.pk).exists(), "who had not begun never did"


def test_what_was_confirmed_after_the_holders_end_is_refused(cast):
    grant = ask(cast)
    actions.end_post(own(cast.secretary.post_id), ends=cast.today + 2 * DAY, by=cast.administrator)
    with pytest.raises(BadInput, match="không giữ lâu hơn"):
        actions.confirm_grant(grant, by=cast.committee)


def test_back_early_the_deputy_acts_no_longer(cast):
    grant = ask(cast)
    actions.confirm_grant(grant, by=cast.committee)
    with pytest.raises(NotAllowed, match="người nhờ thay"):
        actions.take_back_deputy(grant, by=cast.other_secretary)
    actions.take_back_deputy(grant, by=cast.secretary)
    assert [one.role for one in actors.actors_of(cast.account("colleague"), cast.today)] == ["member"]
    assert not queries.asked_to_stand_in(own(cast.secretary.post_id), cast.today)
    with pytest.raises(Conflict, match="đã hết"):
        actions.take_back_deputy(grant, by=cast.secretary)


def test_a_deputy_is_no_second_holder_of_the_post(cast):
    stands_in(cast)
    holder = queries.holder_of(cast.cell, "secretary", cast.today, is_head=False)
    assert holder is not None and holder.person == cast.secretary.person


def test_asked_on_the_page_and_taken_back_there(cast):
    client = cast.client("secretary")
    assert "Nhờ người thay khi vắng" in client.get("/toi/").content.decode()
    typed = {"person": str(cast.colleague.person.pk), "starts": "16/11/2026", "ends": "20/11/2026"}
    page = Form(client, URL).send(**typed | {"ends": "15/11/2026"}).content.decode()
    assert "Ngày kết thúc phải sau" in page
    Form(client, URL).send(**typed)
    grant = Grant.objects.get()
    assert grant.ends == dt.date(2026, 11, 21), "the last day is one of hers"
    page = client.get(URL).content.decode()
    assert "đến hết 20/11/2026" in page and "chờ người thứ hai xác nhận" in page
    assert cast.client("committee").post(f"/chuc-vu/de-nghi/{grant.pk}/xac-nhan/").status_code == 302
    assert "đang thay" in client.get(URL).content.decode()
    assert "thay khi vắng mặt" in cast.client("colleague").get("/vai-tro/").content.decode()
    client.post(f"{URL}{grant.pk}/thoi/")
    assert "Đã nhờ" not in client.get(URL).content.decode()


def test_who_holds_no_post_reads_why_there_is_nothing_to_ask(cast):
    page = cast.client("member").get(URL).content.decode()
    assert "không có việc nào cần người thay" in page and "Đề nghị người thay" not in page

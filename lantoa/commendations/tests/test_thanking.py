"""Thanks without a decision: once, in one's own words, shown when whoever is thanked agrees, taken back at any time."""

import pytest

from lantoa.commendations import actions, my_year, naming, queries, rules
from lantoa.commendations.models import Commendation, Thanks
from lantoa.commendations.tests.stories import of_a_member
from lantoa.commendations.told import thanked, thanks_taken_back
from lantoa.consents import actions as consents
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.practices.tests import stories as practices

WORDS = "Nhờ lịch trực tối mà thôn tôi làm xong 14 giấy khai sinh trong một tuần."


def to_the_cell(cast, by=None):
    return actions.thank(practices.registered(cast), words=WORDS, by=by or cast.far_secretary)


def to_the_member(cast, by=None):
    return actions.thank(
        of_a_member(cast), words=WORDS, by=by or cast.far_secretary, person=cast.member.person
    )


def test_anyone_thanks_a_person_and_she_decides_whether_it_is_shown(cast):
    thanks = to_the_member(cast)
    practice = thanks.practice
    assert queries.thanks_shown(practice) == []
    actions.let_it_be_shown(thanks, agrees=True, by=cast.member)
    assert queries.thanks_shown(practice) == [thanks]
    actions.let_it_be_shown(thanks, agrees=False, by=cast.member)
    assert queries.thanks_shown(practice) == []
    assert not Commendation.objects.exists()


def test_nobody_else_decides_for_her_and_the_unit_answers_for_itself(cast):
    thanks = to_the_member(cast)
    for other in (cast.secretary, cast.far_secretary, cast.committee, cast.leader):
        with pytest.raises(NotAllowed, match="Chỉ người được cảm ơn"):
            actions.let_it_be_shown(thanks, agrees=True, by=other)
    assert not naming.answers_for_thanks(cast.secretary, thanks)
    whole = to_the_cell(cast)
    with pytest.raises(NotAllowed):
        actions.let_it_be_shown(whole, agrees=True, by=cast.other_secretary)
    actions.let_it_be_shown(whole, agrees=True, by=cast.secretary)
    assert queries.thanks_shown(whole.practice) == [whole]


def test_she_is_told_and_told_again_when_it_is_taken_back_and_its_words_are_gone(cast):
    thanks = to_the_member(cast)
    (news,) = thanked(Event.objects.about(thanks).get(verb="commendations.thanks.given"))
    assert news.to == {cast.member.person.pk} and "Giàng A Sử gửi lời cảm ơn" in news.title
    assert WORDS not in news.title + news.note
    actions.let_it_be_shown(thanks, agrees=True, by=cast.member)
    actions.take_back(thanks, by=cast.far_secretary)
    (news,) = thanks_taken_back(Event.objects.about(thanks).get(verb="commendations.thanks.taken_back"))
    assert news.to == {cast.member.person.pk}
    thanks.refresh_from_db()
    assert thanks.words == "" and not thanks.named.exists()
    with pytest.raises(Conflict):
        actions.take_back(thanks, by=cast.far_secretary)


def test_the_head_of_a_unit_is_told_of_thanks_to_the_unit(cast):
    thanks = to_the_cell(cast)
    (news,) = thanked(Event.objects.about(thanks).get(verb="commendations.thanks.given"))
    assert news.to == {cast.secretary.person.pk}


def test_only_who_gave_it_takes_it_back(cast):
    with pytest.raises(NotAllowed):
        actions.take_back(to_the_member(cast), by=cast.member)


def test_one_thanks_once_and_again_after_taking_back(cast):
    thanks = to_the_cell(cast)
    with pytest.raises(BadInput, match="đã cảm ơn"):
        actions.thank(thanks.practice, words=WORDS, by=cast.far_secretary)
    actions.take_back(thanks, by=cast.far_secretary)
    assert actions.thank(thanks.practice, words="Cảm ơn chi bộ.", by=cast.far_secretary).pk != thanks.pk


def test_nobody_thanks_herself_her_own_unit_or_somebody_who_is_not_named(cast):
    own, of_cell = of_a_member(cast), practices.registered(cast)
    for practice, by, person in (
        (own, cast.member, cast.member.person),
        (of_cell, cast.secretary, None),
        (of_cell, cast.member, None),
        (of_cell, cast.far_secretary, cast.colleague.person),
    ):
        with pytest.raises(BadInput) as refused:
            actions.thank(practice, words=WORDS, by=by, person=person)
        assert refused.value.field == "whom"
    with pytest.raises(BadInput) as refused:
        actions.thank(of_cell, words="  ", by=cast.far_secretary)
    assert refused.value.field == "words"


def test_with_another_post_one_still_does_not_thank_her_own_unit(cast):
    """The secretary of the cell is secretary of another one, too."""
    practice = practices.registered(cast)
    there = Post.objects.create(
        person=cast.secretary.person,
        unit=cast.far_secretary.unit,
        role="secretary",
        reach="subtree",
        starts=cast.today,
    )
    assert queries.to_thank(practice, cast.far_secretary)
    with pytest.raises(BadInput, match="không ai tự cảm ơn mình"):
        actions.thank(practice, words=WORDS, by=actors.as_post(there, cast.today))


def test_a_day_has_room_for_ten(cast, monkeypatch):
    monkeypatch.setattr(rules, "MOST_THANKS_A_DAY", 1)
    to_the_cell(cast)
    with pytest.raises(BadInput, match="Hôm nay"):
        to_the_member(cast)


def test_who_takes_back_being_named_in_the_practice_is_thanked_for_it_no_more(cast):
    practice = of_a_member(cast)
    consents.revoke(practice.named.get(), by=cast.member)
    assert not queries.practices_to_thank(cast.far_secretary).filter(pk=practice.pk).exists()


def test_her_year_tells_of_it_once_she_agrees_to_show_it(cast):
    thanks = to_the_member(cast)
    assert list(my_year.parts(cast.member, 2026)) == []
    actions.let_it_be_shown(thanks, agrees=True, by=cast.member)
    (part,) = my_year.parts(cast.member, 2026)
    assert part.context["thanks"] == [thanks]
    (place,) = naming.thanked(cast.member)
    assert place.agrees and WORDS in place.words


def test_from_the_menu_she_finds_the_practice_and_thanks_for_it(cast):
    practice = practices.registered(cast)
    client = cast.client("far_secretary")
    found = client.get("/khen-thuong/cam-on/?tim=sang+den").content.decode()
    assert f"/mo-hinh/{practice.pk}/cam-on/" in found
    answer = Form(client, f"/mo-hinh/{practice.pk}/cam-on/").send(whom="unit", words=WORDS)
    assert answer.status_code == 302
    thanks = Thanks.objects.get()
    assert (thanks.person, thanks.unit, thanks.given_from) == (None, cast.cell, cast.far_cell)
    page = cast.client("secretary").get("/khen-thuong/cam-on/").content.decode()
    assert WORDS in page and "Giàng A Sử" in page


def test_the_panel_of_the_practice_shows_it_only_after_a_yes(cast):
    thanks = to_the_cell(cast)
    at = f"/mo-hinh/{thanks.practice_id}/loi-cam-on/"
    assert WORDS not in cast.client("leader").get(at).content.decode()
    cast.client("secretary").post(f"/khen-thuong/cam-on/{thanks.pk}/hien/", {"agree": "1"})
    assert WORDS in cast.client("leader").get(at).content.decode()

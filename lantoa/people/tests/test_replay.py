"""A verification asks again whether who acted had that right that day: posts that nobody gave are found."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from lantoa.foundation import clock, replay, sealing
from lantoa.foundation.models import Event
from lantoa.people import actions, actors, roles
from lantoa.people.models import Account, Post
from lantoa.registrations import actions as registrations
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from tests.cast import TODAY

BEGUN = dt.date(2026, 1, 1)


@pytest.fixture
def given(cast, settings):
    """The colleague became secretary by two persons, agreed to the member's paper by the page, and that is sealed."""
    settings.LANTOA_NOW = f"{TODAY}T08:00:00+07:00"
    for post in Post.objects.filter(ends=None):
        _written(post)
    asked = actions.appoint(
        cast.colleague.person, unit=cast.cell, role="secretary", starts=BEGUN, by=cast.administrator
    )
    actions.confirm_grant(asked, by=cast.leader)
    one = papers.submitted(cast.member)
    client = cast.client("colleague")
    client.get(reverse("registrations:judge", args=[one.pk]))
    sealing.seal(clock.now())
    return Post.objects.get(person=cast.colleague.person)


def _written(post):
    """A post of the cast as if somebody had given it by the page."""
    Event.objects.create(
        verb="post.given",
        on=post.starts,
        subject_type="people.post",
        subject_id=str(post.pk),
        subject_label=str(post),
        after={"role": post.role, "reach": post.reach, "ends": "", "person": str(post.person_id)},
    )


def test_what_was_given_by_two_and_used_that_day_is_true(cast, given):
    used = Event.objects.get(verb="registration.opened")
    assert (used.post_id, used.right) == (given.pk, "registrations.judge")
    call_command("seal", "verify")
    assert replay.first_wrong() is None
    actions.end_post(given, ends=TODAY, by=cast.administrator)
    assert replay.first_wrong() is None, "what she did before the end was told stays lawful"
    told = Event.objects.filter(subject_type="people.post", subject_id=str(given.pk), verb="post.given")
    assert sealing.erase_words_of(told, request_number="YC-1") == 1
    assert replay.first_wrong() is None, "words taken out with leave accuse nobody"


@pytest.mark.parametrize(
    "changed, said",
    [
        ({"role": "leader"}, "vai trò hoặc phạm vi"),
        ({"reach": "subtree"}, "vai trò hoặc phạm vi"),
        ({"starts": dt.date(2025, 1, 1)}, "ngày của chức vụ"),
        ({"ends": TODAY}, "không giữ chức vụ"),
    ],
)
def test_a_post_changed_beside_the_history_is_named(given, changed, said):
    Post.objects.filter(pk=given.pk).update(**changed)
    with pytest.raises(CommandError, match=said):
        call_command("seal", "verify")


def test_a_post_that_nobody_gave_and_one_of_another_are_named(cast, given):
    stolen = Post.objects.create(
        person=cast.member.person, unit=cast.province, role="leader", reach="subtree", starts=TODAY
    )
    paper = papers.submitted(cast.secretary)
    by = actors.as_post(stolen, TODAY).by_right("registrations.view")
    registrations.note_opening(paper, by=by)
    assert "không ghi ai giao" in replay.first_wrong().said
    _written(stolen)
    assert replay.first_wrong() is None
    Post.objects.filter(pk=stolen.pk).update(person=cast.officer.person)
    assert "của người khác" in replay.first_wrong().said


def test_who_stands_in_acts_no_longer_than_her_holder_and_a_member_only_while_she_is_one(cast, given):
    holder = actors.as_post(given, TODAY)
    asked = actions.ask_deputy(cast.member.person, starts=TODAY, ends=dt.date(2026, 12, 1), by=holder)
    deputy = actors.as_post(actions.confirm_grant(asked, by=cast.leader), TODAY)
    assert deputy.stands_for == cast.colleague.person.pk
    registrations.note_opening(papers.submitted(cast.secretary), by=deputy.by_right("registrations.view"))
    assert replay.first_wrong() is None
    Post.objects.filter(pk=given.pk).update(ends=TODAY)
    assert "không giữ chức vụ" in replay.first_wrong().said
    Post.objects.filter(pk=given.pk).update(ends=None)
    account = Account.objects.create(person=cast.former.person, sign_in_name="dung")
    actions.end_other_sessions(account, by=cast.former.by_right("registrations.write"))
    cast.former.person.memberships.update(ends=dt.date(2026, 1, 1))
    assert "không sinh hoạt" in replay.first_wrong().said


def test_a_role_is_judged_by_the_rights_it_had_that_day(cast, given, monkeypatch, settings):
    """A later version takes a right away or gives one: what was done before stays as it was."""
    assert actions.note_rights(clock.now()) and not actions.note_rights(clock.now())
    settings.LANTOA_NOW = "2026-12-20T08:00:00+07:00"
    today = roles.permissions_of
    monkeypatch.setattr(
        roles, "permissions_of", lambda role: today(role) - {"registrations.judge" * (role == "secretary")}
    )
    assert replay.first_wrong() is None
    assert actions.note_rights(clock.now())
    assert "Bí thư chi bộ bớt: " in Event.objects.filter(verb="rights.noted").last().note
    assert replay.first_wrong() is None, "she had it that day"
    again = actors.as_post(given, clock.today()).by_right("registrations.judge")
    registrations.note_opening(Registration.objects.get(), by=again)
    assert "không có quyền" in replay.first_wrong().said, "and has it no longer"

"""One person was written twice: both side by side, merged with all that hangs on them, and taken apart again."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import serializers
from django.urls import reverse

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.people import actions, queries
from lantoa.people.actions.merging import pointing
from lantoa.people.models import Membership, Person, Post
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from tests.cast import person

pytestmark = pytest.mark.django_db


def twice(cast):
    """The member once more, in the other cell, with her card."""
    other = person("Đỗ Thị Hương", cast.other_cell, starts=dt.date(2025, 1, 1))
    Person.objects.filter(pk=other.pk).update(card_number="12.345678")
    return cast.member.person, other


def rows():
    tables = {field.model for field in pointing()} | {Person}
    return sorted(
        line for table in tables for line in serializers.serialize("jsonl", table.objects.all()).splitlines()
    )


def test_all_that_names_her_goes_to_the_record_that_stays(cast):
    papers.submitted(cast.member)
    stays, goes = twice(cast)[::-1]
    actions.merge_people(stays, goes, by=cast.administrator)
    assert Registration.objects.get().person == stays
    assert [one.unit for one in Membership.objects.on(cast.today).filter(person=stays)] == [cast.other_cell]
    assert goes not in Person.objects.visible_to(cast.administrator)


def test_taken_apart_everything_stands_where_it_stood(cast):
    papers.submitted(cast.member)
    cast.account("member")
    stays, goes = twice(cast)
    before = rows()
    merge = actions.merge_people(stays, goes, by=cast.administrator)
    stays.refresh_from_db()
    assert stays.card_number == "12.345678" and rows() != before
    actions.undo_merge(merge, by=cast.administrator)
    assert rows() == before


def test_where_a_person_has_one_of_a_kind_both_are_not_merged(cast):
    papers.submitted(cast.member)
    papers.submitted(cast.colleague)
    with pytest.raises(BadInput, match="bản đăng ký"):
        actions.merge_people(cast.member.person, cast.colleague.person, by=cast.administrator)


def test_no_post_comes_to_anybody_by_merging_and_nobody_merges_herself(cast):
    with pytest.raises(BadInput, match="đang giữ chức vụ"):
        actions.merge_people(cast.member.person, cast.secretary.person, by=cast.administrator)
    with pytest.raises(NotAllowed):
        actions.merge_people(cast.member.person, cast.administrator.person, by=cast.administrator)
    assert Post.objects.on(cast.today).get(unit=cast.cell).person == cast.secretary.person


def test_of_two_accounts_that_of_the_other_record_is_closed_until_it_is_undone(cast):
    account = cast.account("colleague")
    cast.account("member")
    merge = actions.merge_people(cast.member.person, cast.colleague.person, by=cast.administrator)
    account.refresh_from_db()
    assert not account.is_active and account.person == cast.colleague.person
    actions.undo_merge(merge, by=cast.administrator)
    account.refresh_from_db()
    assert account.is_active


def test_the_pages_list_pairs_show_both_and_merge(cast):
    one, other = twice(cast)
    assert queries.possible_doubles(cast.administrator) == [(one, other)]
    browser = cast.client("administrator")
    assert "Xem cạnh nhau" in browser.get(reverse("people:doubles")).content.decode()
    address = reverse("people:merge", args=[one.pk, other.pk])
    assert "Chi bộ thôn Nà Lùng" in browser.get(address).content.decode()
    assert "Giữ hồ sơ nào" in browser.post(address, {}).content.decode()
    page = browser.post(address, {"kept": one.pk}, follow=True).content.decode()
    assert "Đã gộp hai hồ sơ" in page and "Gộp nhầm, tách lại" in page
    page = browser.post(
        reverse("people:undo_merge", args=[one.merges.get().pk]), follow=True
    ).content.decode()
    assert "Đã tách lại" in page


def test_two_born_on_different_days_are_no_pair(cast):
    one, other = twice(cast)
    Person.objects.filter(pk=one.pk).update(born_on=dt.date(1980, 1, 1))
    Person.objects.filter(pk=other.pk).update(born_on=dt.date(1990, 1, 1))
    assert queries.possible_doubles(cast.administrator) == []

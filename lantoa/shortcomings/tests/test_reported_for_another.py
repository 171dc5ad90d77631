"""A secretary reports for a member without an account; a third person verifies."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.models import Event
from lantoa.people import actors
from lantoa.people.models import Account, Post
from lantoa.shortcomings import actions, queries, todo
from lantoa.shortcomings.models import Shortcoming
from lantoa.shortcomings.tests import stories
from tests.cast import LONG_AGO

TO_VERIFY = "Kiểm tra, xác nhận 1 hạn chế đã báo khắc phục"


def titles(actor) -> list[str]:
    return [task.title for task in todo.items(actor)]


def of_colleague(cast, **rest) -> Shortcoming:
    """What the review found in the work of a member who has no account."""
    return stories.of_person(cast.secretary, cast.colleague.person, **rest)


def deputy_of(cast) -> actors.Actor:
    """The member is deputy secretary of the cell as well."""
    post = Post.objects.create(
        person=cast.member.person, unit=cast.cell, role="secretary", reach="unit", starts=LONG_AGO
    )
    return actors.as_post(post, cast.today)


def test_the_secretary_reports_and_the_committee_above_verifies(cast):
    one, secretary = of_colleague(cast), cast.client("secretary")
    assert one.kept_by == cast.cell
    assert "Báo hộ đã khắc phục" in secretary.get(one.get_absolute_url()).content.decode()
    address = reverse("shortcomings:report", args=[one.pk])
    assert "Báo hộ đồng chí Bùi Văn Thắng" in secretary.get(address).content.decode()
    boxes = {"done": stories.DONE, "mended_on": "15/11/2026"}
    page = secretary.post(address, boxes, follow=True).content.decode()
    assert (
        "báo hộ" in page and "Báo hộ đồng chí Bùi Văn Thắng" in page and "Kiểm tra, xác nhận</a>" not in page
    )
    one.refresh_from_db()
    assert one.is_reported_for_another and one.kept_by == cast.commune
    event = Event.objects.get(verb="shortcoming.reported")
    assert (event.person_name, event.on_behalf_of) == ("Nguyễn Thị Lan", "Bùi Văn Thắng")
    assert TO_VERIFY in titles(cast.committee) and TO_VERIFY not in titles(cast.secretary)
    verify = reverse("shortcomings:verify", args=[one.pk])
    assert secretary.get(verify).status_code == 403
    shown = cast.client("committee").post(verify, {"note": "Đã xem sổ đơn."}, follow=True)
    assert "Đã xác nhận khắc phục xong" in shown.content.decode()
    one.refresh_from_db()
    assert one.is_verified and one.verified_by == cast.committee.person
    assert Shortcoming.objects.visible_to(cast.secretary).get() == one


def test_with_a_deputy_it_stays_in_the_cell(cast):
    deputy = deputy_of(cast)
    one = stories.reported(of_colleague(cast), cast.secretary)
    assert one.kept_by == cast.cell
    assert not Shortcoming.objects.visible_to(cast.committee).exists()
    with pytest.raises(NotAllowed, match="không tự xác nhận"):
        actions.verify(one, by=cast.secretary)
    actions.verify(one, by=deputy)
    assert one.is_verified and one.verified_by == cast.member.person


def test_the_table_itself_refuses_a_reporter_who_verifies(cast):
    one = stories.reported(of_colleague(cast), cast.secretary)
    for person in (cast.secretary.person, cast.colleague.person):
        with pytest.raises(IntegrityError), transaction.atomic():
            Shortcoming.objects.filter(pk=one.pk).update(
                status="verified", verified_by=person, verified_on=cast.today
            )


def test_not_accepted_it_is_the_cells_again(cast):
    one = stories.reported(of_colleague(cast), cast.secretary)
    actions.send_back(one, by=cast.committee, why="Chưa thấy sổ.")
    assert one.was_sent_back and one.kept_by == cast.cell
    assert not Shortcoming.objects.visible_to(cast.committee).exists()
    assert stories.reported(one, cast.secretary).kept_by == cast.commune


def test_the_owner_with_an_account_speaks_for_herself(cast):
    one = of_colleague(cast)
    account: Account = cast.account("colleague")
    with pytest.raises(NotAllowed, match="chưa có tài khoản"):
        stories.reported(one, cast.secretary)
    page = cast.client("secretary").get(one.get_absolute_url()).content.decode()
    assert "Báo hộ đã khắc phục" not in page
    account.is_active = False
    account.save()
    assert stories.reported(one, cast.secretary).is_reported_for_another


@pytest.mark.parametrize("who", ["member", "other_secretary", "committee", "officer", "leader", "former"])
def test_nobody_from_elsewhere_reports_for_a_member(cast, who):
    one = of_colleague(cast)
    assert not queries.reports_for(one, getattr(cast, who))
    with pytest.raises(NotAllowed):
        stories.reported(one, getattr(cast, who))


def test_what_a_unit_has_to_mend_is_not_reported_for_somebody(cast):
    one = stories.of_unit(cast.secretary, owner=cast.colleague.person)
    assert not queries.reports_for(one, cast.secretary)
    own = stories.admitted(cast.secretary)
    assert not queries.reports_for(own, cast.secretary) and queries.mends(own, cast.secretary)
    assert not stories.reported(own, cast.secretary, dt.date(2026, 11, 16)).is_reported_for_another

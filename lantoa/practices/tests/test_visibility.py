"""Drafts stay at home; what is registered may be learnt from in the whole province, and nowhere else."""

from __future__ import annotations

import pytest

from lantoa.practices import actions
from lantoa.practices.models import Practice, Recognition
from lantoa.practices.tests.stories import of_a_member, of_the_cell, proposed, registered, running
from tests.cast import ROLES

ABOVE = {"committee", "officer", "leader", "inspector"}


def who_sees(cast, thing):
    return {
        who
        for who in ROLES
        if type(thing).objects.visible_to(getattr(cast, who)).filter(pk=thing.pk).exists()
    }


def test_a_draft_is_seen_by_who_wrote_it_and_in_reach(cast):
    assert who_sees(cast, of_the_cell(cast)) == {"secretary"} | ABOVE
    assert who_sees(cast, of_a_member(cast)) == {"member", "secretary"} | ABOVE


def test_what_is_registered_is_read_by_everyone_in_the_province_who_reads_practices(cast):
    ours = registered(cast)
    assert who_sees(cast, ours) == set(ROLES) - {"administrator", "protector"}


def test_another_province_sees_nothing_of_it(cast):
    ours = running(cast)
    stranger = cast.leader_elsewhere()
    assert not Practice.objects.visible_to(stranger).exists()
    assert not Practice.objects.shared_with(stranger).exists()
    assert list(Practice.objects.shared_with(cast.far_secretary)) == [ours]


def test_a_returned_one_is_out_of_sight_again_for_others(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    actions.return_for_changes(ours, by=cast.committee, reason="chưa rõ")
    assert who_sees(cast, ours) == {"secretary"} | ABOVE


def test_recognitions_are_seen_with_their_practice(cast):
    ours = running(cast)
    got = actions.recognise(
        ours, level="province", decision_number="214-QĐ/TU", decided_on=cast.today, by=cast.leader
    )
    assert who_sees(cast, got) == who_sees(cast, ours)
    assert not Recognition.objects.visible_to(cast.administrator).exists()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nha van hoa", True),
        ("VĂN HÓA sáng", True),
        ("khai sinh", True),
        ("hoa binh", True),
        ("den san", True),
        ("doc sach", False),
        ("", True),
    ],
)
def test_search_needs_no_accents_and_reads_name_words_and_place(cast, typed, found):
    running(cast)
    assert Practice.objects.matching(typed).exists() == found

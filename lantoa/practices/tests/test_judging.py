"""Who judges is data: the level it is registered at; and nobody judges their own."""

from __future__ import annotations

import pytest

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.organisation import actions as organisation
from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.practices import actions, queries
from lantoa.practices.models import Field, Practice
from lantoa.practices.tests.stories import (
    SEEN,
    of_a_member,
    of_the_cell,
    proposed,
    registered,
    running,
    words,
)
from tests.cast import LONG_AGO


@pytest.mark.parametrize(
    ("who", "level", "judge"),
    [
        ("member", "cell", "cell"),
        ("member", "grassroots", "commune"),
        ("member", "province", "province"),
        ("secretary", "cell", "commune"),
        ("secretary", "grassroots", "commune"),
        ("secretary", "superior", "province"),
        ("committee", "grassroots", "province"),
    ],
)
def test_the_level_says_where_it_goes_and_a_judge_passes_her_own_upwards(cast, who, level, judge):
    unit = queries.judge_for(cast.cell, level, by=getattr(cast, who))
    assert unit == getattr(cast, judge)


def test_a_chapter_of_an_association_goes_to_who_stands_above_it(cast):
    union = organisation.found(
        name="Hội Liên hiệp Phụ nữ tỉnh",
        parent=cast.province,
        kind="association",
        on=LONG_AGO,
        by=cast.system,
    )
    chapter = organisation.found(
        name="Chi hội Phụ nữ thôn Nà Lùng", parent=union, kind="association", on=LONG_AGO, by=cast.system
    )
    assert queries.judge_for(chapter, "grassroots", by=cast.system) == cast.province


def test_her_secretary_judges_a_members_own(cast):
    ours = proposed(of_a_member(cast), cast.member)
    assert list(Practice.objects.awaiting(cast.secretary)) == [ours]
    assert not Practice.objects.awaiting(cast.committee).exists()
    assert actions.accept(ours, by=cast.secretary, seen=SEEN).status == "registered"


@pytest.mark.parametrize(
    "who",
    [
        "member",
        "secretary",
        "other_secretary",
        "far_secretary",
        "officer",
        "leader",
        "inspector",
        "administrator",
    ],
)
def test_only_the_unit_it_was_proposed_to_judges(cast, who):
    ours = proposed(of_the_cell(cast), cast.secretary)
    with pytest.raises(NotAllowed):
        actions.accept(ours, by=getattr(cast, who), seen=SEEN)
    with pytest.raises(NotAllowed):
        actions.return_for_changes(ours, by=getattr(cast, who), reason="chưa rõ")
    ours.refresh_from_db()
    assert ours.status == "proposed"


def test_nobody_judges_or_recognises_what_is_about_them(cast):
    about_her = actions.draft(
        unit=cast.cell,
        by=cast.member,
        subject="individual",
        person=cast.secretary.person,
        consented=True,
        **words(level="cell"),
    )
    proposed(about_her, cast.member)
    assert not Practice.objects.awaiting(cast.secretary).exists()
    with pytest.raises(NotAllowed, match="của đồng chí"):
        actions.accept(about_her, by=cast.secretary, seen=SEEN)


def test_a_secretary_who_also_sits_in_the_commune_does_not_judge_her_cells(cast):
    ours = proposed(of_the_cell(cast), cast.system)
    seat = Post.objects.create(
        person=cast.secretary.person, unit=cast.commune, role="committee", reach="subtree", starts=LONG_AGO
    )
    in_the_commune = actors.as_post(seat, cast.today)
    assert not Practice.objects.awaiting(in_the_commune).exists()
    with pytest.raises(NotAllowed, match="của đồng chí"):
        actions.accept(ours, by=in_the_commune, seen=SEEN)
    assert list(Practice.objects.awaiting(cast.committee)) == [ours]


def test_people_draft_for_their_own_unit_and_judges_for_those_in_reach(cast):
    with pytest.raises(NotAllowed):
        actions.draft(unit=cast.other_cell, by=cast.member, **words())
    with pytest.raises(NotAllowed):
        actions.draft(unit=cast.cell, by=cast.inspector, **words())
    with pytest.raises(NotAllowed):
        actions.draft(unit=cast.cell, by=cast.administrator, **words())
    assert actions.draft(unit=cast.cell, by=cast.officer, **words()).drafted_by == cast.officer.person


def test_only_its_owners_go_on_with_it(cast):
    ours = registered(cast)
    for who in (cast.member, cast.other_secretary, cast.committee, cast.leader):
        with pytest.raises(NotAllowed):
            actions.start(ours, by=who)
        with pytest.raises(NotAllowed):
            actions.stop(ours, by=who, reason="không phải của tôi")
    assert actions.start(ours, by=cast.secretary).status == "running"


@pytest.mark.parametrize(
    ("who", "level"),
    [("committee", "province"), ("officer", "cell"), ("leader", "central"), ("committee", "cell")],
)
def test_recognitions_come_from_ones_own_level_or_below(cast, who, level):
    ours = running(cast)
    decision = {"level": level, "decision_number": "1-QĐ", "decided_on": cast.today, "by": getattr(cast, who)}
    if (who, level) == ("committee", "province"):
        with pytest.raises(NotAllowed, match="cấp này"):
            actions.recognise(ours, **decision)
    else:
        assert actions.recognise(ours, **decision).level == level


def test_a_cell_does_not_recognise_its_own_and_nobody_recognises_a_draft(cast):
    decision = {"level": "cell", "decision_number": "1-QĐ", "decided_on": cast.today}
    with pytest.raises(NotAllowed):
        actions.recognise(running(cast), by=cast.secretary, **decision)
    with pytest.raises(NotAllowed):
        actions.recognise(of_the_cell(cast), by=cast.committee, **decision)
    with pytest.raises(NotAllowed):
        actions.mark_typical(running(cast), by=cast.far_secretary)


def test_the_list_of_fields_is_data_of_the_province(cast):
    first = Field.objects.get(place=1)
    actions.save_field(by=cast.officer, field=first, name="Cải cách hành chính", place=1, is_offered=False)
    added = actions.save_field(by=cast.administrator, name="Chuyển đổi số", place=6)
    assert Field.objects.filter(is_offered=True).count() == 5
    assert Event.objects.about(added).get().verb == "field.added"
    with pytest.raises(BadInput, match="tên này"):
        actions.save_field(by=cast.officer, name="Chuyển đổi số")
    with pytest.raises(BadInput, match="Đặt tên"):
        actions.save_field(by=cast.officer, name=" ")
    for who in (cast.committee, cast.leader, cast.member):
        with pytest.raises(NotAllowed, match="cấp cao nhất giữ"):
            actions.save_field(by=who, name="Của tôi")


def test_five_fields_come_with_the_house(db):
    assert [field.label for field in Field.objects.all()] == [
        "Cải cách thủ tục hành chính",
        "Nâng cao trách nhiệm",
        "Tiết kiệm, tương trợ",
        "Xây dựng tổ chức đảng",
        "Tuyên truyền, vận động",
    ]

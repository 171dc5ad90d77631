"""The level above looks a proposal through before it decides; its opinion stands under a name and binds nobody."""

from dataclasses import replace

import pytest

from lantoa.commendations import actions
from lantoa.commendations.models import Commendation, Proposal
from lantoa.commendations.tests.stories import DECIDED, appraised, climbed, submitted
from lantoa.commendations.todo import items
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.tests.forms import Form

NUMBERED = {"number": "88-QĐ/TU", "decided_on": DECIDED}


def test_nothing_sent_on_is_decided_before_it_was_appraised(cast):
    rung = climbed(cast, submitted(cast))
    for act in (
        lambda: actions.decide(rung, by=cast.leader, **NUMBERED),
        lambda: actions.approve(rung, by=cast.leader),
    ):
        with pytest.raises(BadInput, match="Chưa có ý kiến thẩm định"):
            act()
    actions.decide(appraised(rung, cast.officer), by=cast.leader, **NUMBERED)
    assert Commendation.objects.get().level == "province"


def test_an_opinion_against_it_binds_nobody(cast):
    rung = climbed(cast, submitted(cast))
    actions.appraise(rung, opinion="lacks", words="Thiếu một năm.", by=cast.officer)
    actions.decide(rung, by=cast.leader, **NUMBERED)
    assert Proposal.objects.get(pk=rung.pk).status == "decided"


def test_a_cell_s_own_committee_decides_without_a_step_between(cast):
    actions.decide(submitted(cast), number="20-QĐ/ĐU", decided_on=DECIDED, by=cast.committee)
    assert Commendation.objects.get().level == "grassroots"


def test_only_the_body_asked_appraises_and_never_on_oneself(cast):
    rung = climbed(cast, submitted(cast))
    for who in (cast.committee, cast.secretary, cast.inspector, cast.far_secretary, cast.member):
        with pytest.raises(NotAllowed):
            appraised(rung, who)
    own = climbed(cast, submitted(cast, by=cast.officer, proposed_by=cast.cell, person=cast.officer.person))
    with pytest.raises(NotAllowed):
        appraised(own, cast.officer)
    with pytest.raises(BadInput) as refused:
        actions.appraise(rung, opinion="meets", words=" ", by=cast.officer)
    assert refused.value.field == "words"


def test_who_sent_it_does_not_appraise_it_with_another_post(cast):
    rung = climbed(cast, submitted(cast))
    assert rung.submitted_by == cast.committee.person
    other_post = replace(cast.officer, person=cast.committee.person)
    assert not Proposal.objects.to_appraise(other_post) and Proposal.objects.to_appraise(cast.officer)
    with pytest.raises(NotAllowed, match="không phải người đã gửi"):
        appraised(rung, other_post)


def test_who_stands_in_for_whom_it_is_about_is_offered_and_told_nothing_of_it(cast):
    rung = climbed(cast, submitted(cast))
    officer = replace(cast.officer, stands_for=cast.member.person.pk)
    with pytest.raises(NotAllowed):
        appraised(rung, officer)
    leader = replace(cast.leader, stands_for=cast.member.person.pk)
    waiting = Proposal.objects.all()
    assert not list(items(officer)) and not waiting.to_appraise(officer) and not waiting.waiting_for(leader)
    assert waiting.to_appraise(cast.officer).get() == waiting.waiting_for(cast.leader).get() == rung


def test_sent_back_and_sent_again_it_is_appraised_again(cast):
    rung = appraised(climbed(cast, submitted(cast)), cast.officer)
    actions.return_for_changes(rung, reason="Bổ sung", by=cast.leader)
    actions.submit(rung, by=cast.committee)
    with pytest.raises(BadInput, match="Chưa có ý kiến thẩm định"):
        actions.decide(rung, by=cast.leader, **NUMBERED)


def test_who_appraises_is_told_what_waits_and_it_leaves_her_list(cast):
    rung = climbed(cast, submitted(cast))
    assert [one.title for one in items(cast.officer)] == ["Thẩm định 1 đề nghị khen thưởng"]
    page = cast.client("officer").get("/khen-thuong/de-nghi/?tham-dinh=1").content.decode()
    assert "Đỗ Thị Hương" in page
    client = cast.client("officer")
    form = Form(client, rung.get_absolute_url(), f"{rung.get_absolute_url()}tham-dinh/")
    answer = form.send(**{"a-opinion": "meets", "a-words": "Hồ sơ đủ, thành tích rõ."})
    assert answer.status_code == 302
    assert list(items(cast.officer)) == []
    assert "Hồ sơ đủ, thành tích rõ." in client.get(rung.get_absolute_url()).content.decode()


def test_whom_it_is_about_reads_the_opinion(cast):
    appraised(climbed(cast, submitted(cast)), cast.officer)
    page = cast.client("member").get("/khen-thuong/cua-toi/").content.decode()
    assert "Hồ sơ đủ, thành tích rõ." in page

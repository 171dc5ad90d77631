"""Decisions recorded directly: each subject once, the right body, consent item by item."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lantoa.commendations import actions
from lantoa.commendations.actions import Commended
from lantoa.commendations.models import Commendation, Decision
from lantoa.commendations.queries import totals
from lantoa.commendations.tests.stories import DECIDED, collective, individual, recorded
from lantoa.documents import actions as papers
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event


def test_one_decision_commends_collectives_and_persons(cast):
    decision = recorded(
        cast,
        collective(cast.cell),
        collective(cast.cell, "Tổ Ngữ văn"),
        individual(cast.cell, cast.member.person),
        individual(cast.far_cell, name="Giàng A Páo"),
    )
    event = Event.objects.about(decision).get()
    assert event.after == {"collective": 2, "individual": 2, "unsplit": 0}
    assert set(decision.commendations.values_list("level", "form")) == {("province", "diploma")}
    known, unknown = decision.commendations.filter(subject="individual").order_by("pk")
    assert known.is_party_member is True and unknown.is_party_member is None


def test_nobody_is_commended_twice_by_one_decision(cast):
    with pytest.raises(BadInput, match="Đỗ Thị Hương đã có trong quyết định này"):
        recorded(cast, *[individual(cast.cell, cast.member.person)] * 2)
    recorded(cast, collective(cast.cell))
    with pytest.raises(BadInput, match="Chi bộ Trường THCS Hòa Bình đã có"):
        recorded(cast, collective(cast.cell))
    with pytest.raises(IntegrityError), transaction.atomic():
        Commendation.objects.create(
            decision=Decision.objects.get(),
            subject="collective",
            unit=cast.cell,
            form="diploma",
            level="province",
        )


def test_a_decision_is_recorded_by_the_body_that_took_it(cast):
    one = collective(cast.cell)
    for who in (cast.member, cast.secretary, cast.officer, cast.inspector, cast.administrator):
        with pytest.raises(NotAllowed):
            recorded(cast, one, by=who)
    with pytest.raises(NotAllowed, match="do đơn vị đó ghi"):
        recorded(cast, one, by=cast.leader, unit=cast.commune, level="grassroots", form="certificate")
    with pytest.raises(NotAllowed, match="do đơn vị đó ghi"):
        recorded(cast, one, by=cast.committee, unit=cast.commune, level="province")
    with pytest.raises(NotAllowed, match="ngoài phạm vi"):
        recorded(
            cast,
            collective(cast.far_cell),
            by=cast.committee,
            unit=cast.commune,
            level="grassroots",
            form="certificate",
        )


def test_a_committee_commends_neither_itself_nor_its_secretary(cast):
    own = {"by": cast.committee, "unit": cast.commune, "level": "grassroots", "form": "certificate"}
    with pytest.raises(NotAllowed, match="không tự khen"):
        recorded(cast, collective(cast.commune), **own)
    with pytest.raises(NotAllowed, match="khen chính mình"):
        recorded(cast, individual(cast.commune, cast.committee.person), **own)


def test_a_cell_praises_its_own_members_without_a_decision_from_above(cast):
    praise = {"by": cast.secretary, "unit": cast.cell, "level": "cell", "number": "BB 10/2026"}
    recorded(cast, individual(cast.cell, cast.member.person), form="praise", **praise)
    assert Commendation.objects.get().level == "cell"
    with pytest.raises(BadInput, match="không thuộc thẩm quyền"):
        recorded(cast, individual(cast.cell, cast.colleague.person), form="certificate", **praise)
    with pytest.raises(NotAllowed):
        recorded(cast, collective(cast.cell), form="praise", **(praise | {"by": cast.member}))


def test_what_the_prime_minister_decides_is_recorded_from_below_and_may_be_unsplit(cast):
    outside = {"level": "prime_minister", "unit": None, "body": "Thủ tướng Chính phủ", "number": "900/QĐ-TTg"}
    said = {"decided_on": DECIDED, "form": "diploma", "by": cast.leader, **outside}
    merged = Commended("unsplit", cast.province, name="Nguồn chỉ ghi gộp")
    decision = actions.record_decision(subjects=[merged] * 3, **said)
    assert decision.commendations.count() == 3
    with pytest.raises(BadInput, match="cấp cao hơn"):
        actions.record_decision(subjects=[merged], **{**said, "level": "province"})
    with pytest.raises(BadInput, match="Nhập tên cơ quan"):
        actions.record_decision(subjects=[merged], **{**said, "body": ""})


def test_a_decision_is_of_a_unit_or_of_a_named_body(cast):
    wrong = {"number": "1", "decided_on": DECIDED, "level": "province", "form": "diploma"}
    for bad in ({}, {"unit": cast.province, "body": "Tỉnh ủy"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.create(**wrong, **bad)


def test_the_future_and_the_empty_are_refused(cast):
    with pytest.raises(BadInput, match="chưa đến"):
        recorded(cast, collective(cast.cell), decided_on=dt.date(2026, 12, 1))
    with pytest.raises(BadInput, match="Ghi nhiệm kỳ trước khi cấp số"):
        recorded(cast, collective(cast.cell), number="")
    with pytest.raises(BadInput, match="ít nhất một"):
        recorded(cast)


def test_certificates_are_handed_over_once_and_after_the_decision(cast):
    decision = recorded(cast, collective(cast.cell), individual(cast.far_cell, name="Giàng A Páo"))
    with pytest.raises(BadInput, match="sớm hơn ngày quyết định"):
        actions.award(decision, on=dt.date(2026, 11, 1), by=cast.leader)
    assert actions.award(decision, on=cast.today, by=cast.committee) == 1
    assert actions.award(decision, on=cast.today, by=cast.leader) == 1
    with pytest.raises(Conflict):
        actions.award(decision, on=cast.today, by=cast.leader)
    with pytest.raises(NotAllowed):
        actions.award(decision, on=cast.today, by=cast.member)


def test_a_mistake_is_struck_out_and_may_be_recorded_again(cast):
    decision = recorded(cast, collective(cast.cell))
    wrong = decision.commendations.get()
    with pytest.raises(NotAllowed):
        actions.strike_out(wrong, reason="Nhầm", by=cast.officer)
    actions.strike_out(wrong, reason="Nhầm đơn vị", by=cast.leader)
    assert totals(Commendation.objects.all()).collectives == 0
    recorded(cast, collective(cast.cell))
    assert totals(Commendation.objects.all()).collectives == 1


def test_nothing_is_public_without_consent_and_only_its_owner_gives_it(cast):
    decision = recorded(cast, individual(cast.cell, cast.member.person), collective(cast.cell))
    mine, ours = decision.commendations.order_by("-subject")
    assert (mine.publish_consent, ours.publish_consent) == (False, False)
    for who in (cast.colleague, cast.secretary, cast.leader):
        with pytest.raises(NotAllowed, match="Chỉ người được khen"):
            actions.give_consent(mine, by=who)
    actions.give_consent(mine, by=cast.member)
    actions.give_consent(ours, by=cast.secretary)
    assert mine.publish_consent and ours.publish_consent
    with pytest.raises(Conflict):
        actions.give_consent(mine, by=cast.member)


def test_consent_is_taken_back_and_the_day_is_kept(cast):
    mine = recorded(cast, individual(cast.cell, cast.member.person)).commendations.get()
    actions.give_consent(mine, by=cast.member)
    for who in (cast.colleague, cast.secretary, cast.leader):
        with pytest.raises(NotAllowed):
            actions.revoke_consent(mine, by=who)
    actions.revoke_consent(mine, by=cast.member)
    assert (mine.publish_consent, mine.consent_revoked_on) == (False, cast.today)
    actions.give_consent(mine, by=cast.member)
    assert (mine.publish_consent, mine.consent_revoked_on) == (True, None)


def test_who_sees_whose_commendations(cast):
    recorded(cast, individual(cast.cell, cast.member.person), individual(cast.far_cell, name="Giàng A Páo"))

    def seen(who):
        return {c.who for c in Commendation.objects.visible_to(who)}

    assert seen(cast.member) == seen(cast.secretary) == seen(cast.committee) == {"Đỗ Thị Hương"}
    assert seen(cast.leader) == {"Đỗ Thị Hương", "Giàng A Páo"}
    assert seen(cast.colleague) == seen(cast.other_secretary) == seen(cast.administrator) == set()
    assert Decision.objects.visible_to(cast.member).count() == 1
    for nobody in (cast.other_secretary, cast.administrator, cast.protector):
        assert not Decision.objects.visible_to(nobody).exists()


def in_term(cast):
    """The province's committee in its term."""
    papers.open_term(unit=cast.province, name="2025 - 2030", starts=dt.date(2025, 7, 1), by=cast.system)


def test_a_decision_stands_in_the_register_of_its_body(cast):
    in_term(cast)
    typed = recorded(cast, collective(cast.cell))
    assert (typed.document.symbol, typed.document.about) == ("15-QĐ/TU", "quyết định khen thưởng")
    assert recorded(cast, collective(cast.other_cell)) == typed
    given = recorded(cast, collective(cast.cell), number="", decided_on=cast.today)
    assert (given.number, given.document.number) == ("16-QĐ/TU", 16)
    page = cast.client("leader").get(given.get_absolute_url()).content.decode()
    assert "Trong sổ văn bản đi" in page


def test_a_number_that_another_paper_bears_is_refused_with_its_name(cast):
    in_term(cast)
    recorded(cast, collective(cast.cell))
    with pytest.raises(BadInput, match="Số 15-QĐ/TU đã vào sổ cho “khen thưởng”, ngày 12/11/2026"):
        recorded(cast, collective(cast.cell), decided_on=cast.today)
    assert Decision.objects.count() == 1


def test_papers_from_outside_and_minutes_stand_in_no_register(cast):
    outside = recorded(
        cast,
        collective(cast.cell),
        number="900/QĐ-TTg",
        level="prime_minister",
        unit=None,
        body="Thủ tướng Chính phủ",
    )
    minutes = recorded(cast, collective(cast.other_cell), number="05-BB/TU")
    assert outside.document is None and minutes.document is None
    with pytest.raises(BadInput, match="Nhập số quyết định"):
        recorded(
            cast, collective(cast.cell), number=" ", level="prime_minister", unit=None, body="Chủ tịch nước"
        )

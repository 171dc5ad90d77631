"""From a draft to the library, and out of it again."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.consents import actions as consents
from lantoa.consents.models import Consent
from lantoa.exemplars import actions, queries, rules
from lantoa.exemplars.actions import Name
from lantoa.exemplars.models import Exemplar, ExemplarResult
from lantoa.exemplars.rules import Result
from lantoa.exemplars.tests.stories import name_of, of_a_member, of_the_group, proposed, published
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.organisation import actions as organisation
from tests.cast import LONG_AGO
from tests.examples import examples

pytestmark = pytest.mark.django_db


def test_a_deed_is_told_proposed_agreed_to_and_published(cast):
    exemplar = of_a_member(cast)
    proposed(cast, exemplar)
    assert exemplar.judging_unit == cast.commune
    with pytest.raises(BadInput, match="Đỗ Thị Hương chưa đồng ý"):
        actions.publish(exemplar, by=cast.committee)
    consents.agree(name_of(exemplar), by=cast.member)
    actions.publish(exemplar, by=cast.committee)
    assert exemplar.published_by == "Đảng bộ xã An Phú" and exemplar.published_on == cast.today
    assert list(Exemplar.objects.published()) == [exemplar]
    verbs = [event.verb.partition(".")[2] for event in Event.objects.about(exemplar)]
    assert verbs == ["written", "proposed", "consented", "published"]


def test_a_collective_that_names_nobody_needs_nobody_to_agree(cast):
    exemplar = published(cast, of_the_group(cast))
    assert Exemplar.objects.published().get() == exemplar
    assert [one.amount for one in exemplar.results.all()] == ["33 hộ", "100 tấn/năm"]


def test_a_section_passes_it_on(cast):
    section = organisation.found(
        name="Đảng bộ bộ phận Trường",
        parent=cast.commune,
        kind="party",
        level="section",
        on=LONG_AGO,
        by=cast.system,
    )
    organisation.move(cast.cell, parent=section, on=dt.date(2026, 11, 1), by=cast.system)
    assert queries.judge_for(cast.cell, cast.today) == cast.commune
    assert queries.judge_for(cast.province, cast.today) == cast.province, "there is nobody above"


def test_it_comes_back_with_the_reason_and_goes_again(cast):
    exemplar = proposed(cast, of_the_group(cast))
    with pytest.raises(BadInput, match="lý do"):
        actions.return_for_changes(exemplar, by=cast.committee, reason="  ")
    actions.return_for_changes(exemplar, by=cast.committee, reason="chưa có kết quả cụ thể")
    actions.edit(exemplar, by=cast.secretary, results=[Result(Decimal(12), "hộ")])
    assert proposed(cast, exemplar).status == "proposed"
    assert exemplar.results.get().amount == "12 hộ"


def test_what_waits_or_is_read_is_not_rewritten_but_withdrawn(cast):
    exemplar = published(cast, of_the_group(cast))
    with pytest.raises(Conflict, match="Rút bài"):
        actions.edit(exemplar, by=cast.secretary, story="Khác.")
    with pytest.raises(BadInput):
        actions.withdraw(exemplar, by=cast.secretary, reason="")
    actions.withdraw(exemplar, by=cast.secretary, reason="Số liệu cần xem lại.")
    assert not Exemplar.objects.published().exists()
    actions.edit(exemplar, by=cast.secretary, story="Viết lại.")
    assert published(cast, exemplar).status == "published"


@pytest.mark.parametrize("who", ["member", "other_secretary", "committee", "leader", "inspector"])
def test_only_its_unit_writes(cast, who):
    exemplar = of_the_group(cast)
    for act in (
        lambda by: actions.edit(exemplar, by=by, story="Khác."),
        lambda by: actions.propose(exemplar, by=by),
        lambda by: actions.withdraw(exemplar, by=by, reason="Sai."),
        lambda by: actions.draft(unit=cast.cell, by=by, title="A", story="B", subject="collective"),
    ):
        with pytest.raises(NotAllowed):
            act(getattr(cast, who))


@pytest.mark.parametrize("who", ["secretary", "other_secretary", "officer", "leader", "inspector", "member"])
def test_only_the_unit_above_judges(cast, who):
    exemplar = proposed(cast, of_the_group(cast))
    for act in (actions.publish, lambda one, by: actions.return_for_changes(one, by=by, reason="Sai.")):
        with pytest.raises(NotAllowed):
            act(exemplar, by=getattr(cast, who))


def test_nobody_judges_what_names_her(cast):
    named = [Name("Trần Quốc Hùng", cast.committee.person)]
    exemplar = proposed(cast, of_a_member(cast, names=named))
    consents.agree(name_of(exemplar), by=cast.committee)
    assert exemplar not in Exemplar.objects.awaiting(cast.committee)
    with pytest.raises(NotAllowed, match="nêu tên đồng chí"):
        actions.publish(exemplar, by=cast.committee)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": " "}, "một câu"),
        ({"story": ""}, "vài dòng"),
        ({"story": "a" * 1501}, "Gọn lại"),
        ({"names": []}, "tên người làm"),
        ({"names": [Name("Lò Thị Én"), Name("lo thi en")]}, "hai lần"),
        ({"results": [Result(Decimal(0), "hộ")]}, "lớn hơn 0"),
        ({"results": [Result(Decimal(3), "")]}, "đơn vị tính"),
    ],
)
def test_what_tells_nothing_is_refused_and_not_half_kept(cast, changed, said):
    with pytest.raises(BadInput, match=said):
        of_a_member(cast, **changed)
    assert not Exemplar.objects.exists() and not Event.objects.filter(verb__startswith="exemplar").exists()


def test_the_database_refuses_what_cannot_be(cast):
    exemplar = published(cast, of_a_member(cast))
    wrong = [
        (Exemplar, {"status": "returned"}),
        (Exemplar, {"published_by": ""}),
        (Exemplar, {"status": "withdrawn"}),
        (Consent, {"agreed_on": None}),
        (Consent, {"way": "paper"}),
        (Consent, {"way": "word"}),
        (Consent, {"person": None}),
        (ExemplarResult, {"value": 0}),
        (ExemplarResult, {"unit_of_count": ""}),
    ]
    for table, change in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            table.objects.update(**change)
    assert Exemplar.objects.published().get() == exemplar


BUTTONS = ["propose", "return", "publish", "withdraw", "edit", "agree", "revoke"]


def press(cast, one, verb):
    named = Consent.objects.get()
    match verb:
        case "propose":
            actions.propose(one, by=cast.secretary)
        case "return":
            actions.return_for_changes(one, by=cast.committee, reason="chưa rõ")
        case "publish":
            actions.publish(one, by=cast.committee)
        case "withdraw":
            actions.withdraw(one, by=cast.secretary, reason="Xem lại.")
        case "edit":
            actions.edit(one, by=cast.secretary, place="bản Pa Khao")
        case "agree":
            consents.agree(named, by=cast.member)
        case "revoke":
            consents.revoke(named, by=cast.member)


@settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pressed=st.lists(st.sampled_from(BUTTONS), max_size=14))
def test_whatever_is_pressed_nobody_stands_in_the_library_without_agreeing(cast, pressed):
    Consent.objects.all().delete()
    Exemplar.objects.all().delete()
    exemplar = of_a_member(cast)
    status, agrees = "draft", False
    steps = {verb: rules.STEPS.by_verb[verb] for verb in ("propose", "return", "publish", "withdraw")}
    for verb in pressed:
        if verb in steps:
            goes = status in steps[verb].frm and (verb != "publish" or agrees)
        else:
            goes = {"edit": status in rules.WRITABLE, "agree": not agrees, "revoke": agrees}[verb]
        try:
            with transaction.atomic():
                press(cast, Exemplar.objects.get(), verb)
        except (BadInput, Conflict, NotAllowed):
            assert not goes, f"{verb} was refused in {status}"
        else:
            assert goes, f"{verb} went through in {status}"
            status = steps[verb].to if verb in steps else status
            agrees = {"agree": True, "revoke": False}.get(verb, agrees)
        assert Exemplar.objects.get().status == status
        public = status == "published" and agrees
        assert Exemplar.objects.published().exists() == public
        assert Exemplar.objects.visible_to(cast.far_secretary).filter(pk=exemplar.pk).exists() == public


AMOUNTS = st.decimals(1, 10**6, places=2)
LINES = st.lists(
    st.tuples(AMOUNTS, st.sampled_from(["hộ", "tấn"]), st.sampled_from(["total", "per_month", "per_year"])),
    max_size=8,
)


@settings(
    max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=LINES, second=LINES)
def test_what_comes_again_is_never_added_to_what_does_not(cast, first, second):
    Exemplar.objects.all().delete()
    for lines in (first, second):
        of_the_group(cast, results=[Result(value, unit, "", recurs) for value, unit, recurs in lines])
    found = queries.sums(Exemplar.objects.all())
    expected = {}
    for value, unit, recurs in first + second:
        expected[(recurs, unit)] = expected.get((recurs, unit), 0) + value
    assert {(one.recurrence, one.unit_of_count): one.value for one in found} == expected
    assert [one.recurrence for one in found] == sorted(
        (one.recurrence for one in found), key=["total", "per_month", "per_year"].index
    )

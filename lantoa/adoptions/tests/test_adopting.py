"""Taking a practice over: what the adopter gets, what is refused, what may be taken out again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions import queries
from lantoa.adoptions.models import Adoption
from lantoa.adoptions.rules import PartFate
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.organisation import actions as organisation
from lantoa.people.models import Post
from lantoa.practices import actions
from lantoa.practices import queries as practice_queries
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import (
    SEEN,
    of_a_member,
    of_the_cell,
    on_day,
    proposed,
    registered,
    running,
)

CORE = ["Chọn một tối cố định.", "Xếp lịch hai đảng viên mỗi tối.", "Mở sổ ghi việc dân hỏi."]


def fates(adoption):
    return [(part.text, part.fate, part.why) for part in adoption.parts.all()]


def test_the_adopter_gets_a_practice_of_its_own_running_from_that_day(cast):
    ours = running(cast, cost=3_200_000, contact="Hà Văn Sinh", consented=True)
    theirs = adoptions.adopt(ours, by=cast.other_secretary, note="họp giao ban xã").practice
    assert (theirs.unit, theirs.status, theirs.name) == (cast.other_cell, "running", ours.name)
    assert theirs.registered_on == theirs.began_on == cast.today
    assert (theirs.subject_name, theirs.level) == ("Chi bộ thôn Nà Lùng", "cell")
    assert theirs.how == ours.how and (theirs.cost, theirs.contact, theirs.participants) == (None, "", None)
    edge = theirs.adopted_from
    assert (edge.origin, edge.root, edge.generation) == (ours, ours, 1)
    assert (edge.half_year_on, edge.full_year_on) == (dt.date(2027, 5, 16), dt.date(2027, 11, 16))
    assert fates(edge) == [(text, "kept", "") for text in CORE]
    (event,) = Event.objects.about(theirs)
    assert (event.verb, event.unit_id) == ("practice.adopted", cast.other_cell.pk)
    assert event.note == "Nhà văn hóa sáng đèn, Chi bộ Trường THCS Hòa Bình"


def test_who_learns_from_an_adopter_belongs_to_the_same_root(cast):
    ours = running(cast)
    second = adoptions.adopt(
        ours, by=cast.other_secretary, parts={2: PartFate("changed", "một đảng viên, một đoàn viên")}
    )
    third = adoptions.adopt(second.practice, by=cast.far_secretary)
    assert (third.origin, third.root, third.generation) == (second.practice, ours, 2)
    assert queries.chain_of(third.practice) == [third.practice, second.practice, ours]
    assert fates(third)[1] == (CORE[1], "changed", "một đảng viên, một đoàn viên")


def test_what_is_changed_or_dropped_says_why(cast):
    ours = running(cast)
    for fate in ("changed", "dropped"):
        with pytest.raises(BadInput) as refused:
            adoptions.adopt(ours, by=cast.other_secretary, parts={3: PartFate(fate)})
        assert refused.value.field == "why_3"
    with pytest.raises(BadInput, match="giữ, đổi hoặc bỏ"):
        adoptions.adopt(ours, by=cast.other_secretary, parts={1: PartFate("lost", "x")})
    assert not Adoption.objects.exists() and Practice.objects.count() == 1
    edge = adoptions.adopt(ours, by=cast.other_secretary, parts={1: PartFate("kept", "chữ thừa")})
    with pytest.raises(IntegrityError, match="says_why"), transaction.atomic():
        edge.parts.update(fate="dropped")


def test_parts_may_be_marked_later_and_the_history_tells(cast):
    edge = adoptions.adopt(running(cast), by=cast.other_secretary)
    adoptions.mark_parts(edge, by=cast.other_secretary, parts={3: PartFate("dropped", "không ai giữ sổ")})
    assert fates(edge)[2] == (CORE[2], "dropped", "không ai giữ sổ")
    event = Event.objects.about(edge.practice).get(verb="practice.parts_marked")
    assert event.before == {"3": f"{CORE[2]}: giữ nguyên"}
    assert event.after == {"3": f"{CORE[2]}: bỏ (không ai giữ sổ)"}
    with pytest.raises(NotAllowed):
        adoptions.mark_parts(edge, by=cast.secretary, parts={1: PartFate("dropped", "x")})


@pytest.mark.parametrize("who", ["member", "colleague", "inspector", "administrator", "former"])
def test_only_who_answers_for_a_unit_takes_over_for_it(cast, who):
    ours = running(cast)
    with pytest.raises(NotAllowed, match="Bí thư, cấp ủy"):
        adoptions.adopt(ours, by=getattr(cast, who))
    with pytest.raises(NotAllowed, match="Bí thư, cấp ủy"):
        adoptions.adopt(ours, by=cast.far_secretary, unit=cast.other_cell)


def test_a_committee_takes_over_for_itself(cast):
    assert adoptions.adopt(running(cast), by=cast.committee).practice.level == "grassroots"


def test_a_persons_practice_becomes_a_units_and_names_nobody(cast):
    ours = actions.accept(proposed(of_a_member(cast), cast.member), by=cast.secretary, seen=SEEN)
    actions.start(ours, by=cast.member)
    theirs = adoptions.adopt(ours, by=cast.other_secretary).practice
    assert (theirs.subject, theirs.person, theirs.consent_on) == ("collective", None, None)


def test_a_draft_and_what_never_began_teach_nothing(cast):
    with pytest.raises(NotAllowed, match="chưa đăng ký"):
        adoptions.adopt(of_the_cell(cast), by=cast.other_secretary)
    never = registered(cast)
    actions.stop(never, by=cast.secretary, reason="không làm nữa")
    with pytest.raises(NotAllowed, match="chưa bắt đầu"):
        adoptions.adopt(never, by=cast.other_secretary)
    once = running(cast)
    actions.stop(once, by=cast.secretary, reason="", cause="moved_away")
    assert once.stop_reason == "người phụ trách chuyển công tác"
    assert adoptions.adopt(once, by=cast.other_secretary).origin == once


def test_the_day_is_one_that_came_after_the_origin_began(cast):
    ours = running(cast, since=dt.date(2024, 3, 7))
    with pytest.raises(BadInput, match="sau hôm nay"):
        adoptions.adopt(ours, by=cast.other_secretary, on=dt.date(2026, 11, 17))
    with pytest.raises(BadInput, match="trước ngày bắt đầu"):
        adoptions.adopt(ours, by=cast.other_secretary, on=dt.date(2024, 3, 6))
    edge = adoptions.adopt(ours, by=cast.other_secretary, on=dt.date(2024, 8, 31))
    assert (edge.adopted_on, edge.half_year_on) == (dt.date(2024, 8, 31), dt.date(2025, 2, 28))


def test_nobody_learns_from_itself_however_many_hands_it_went_through(cast):
    ours = running(cast)
    with pytest.raises(NotAllowed, match="chính đơn vị đồng chí"):
        adoptions.adopt(ours, by=cast.secretary)
    second = adoptions.adopt(ours, by=cast.other_secretary).practice
    third = adoptions.adopt(second, by=cast.far_secretary).practice
    with pytest.raises(NotAllowed, match="chính đơn vị đồng chí"):
        adoptions.adopt(third, by=cast.secretary)
    actions.stop(second, by=cast.other_secretary, reason="hết người")
    with pytest.raises(NotAllowed, match="chính đơn vị đồng chí"):
        adoptions.adopt(third, by=cast.other_secretary)


def test_who_continues_a_unit_by_merger_does_not_learn_from_it(cast):
    ours = running(cast)
    third = adoptions.adopt(ours, by=cast.far_secretary).practice
    later = dt.date(2026, 12, 1)
    organisation.merge([cast.cell, cast.other_cell], into=cast.other_cell, on=later, by=cast.system)
    with pytest.raises(NotAllowed, match="chính đơn vị đồng chí"):
        adoptions.adopt(third, by=on_day(cast.other_secretary, later))


def test_a_unit_has_a_living_practice_of_a_root_once(cast):
    ours = running(cast)
    first = adoptions.adopt(ours, by=cast.other_secretary)
    with pytest.raises(Conflict, match="Nhà văn hóa sáng đèn"):
        adoptions.adopt(ours, by=cast.other_secretary)
    by_others = adoptions.adopt(ours, by=cast.far_secretary)
    with pytest.raises(Conflict):
        adoptions.adopt(by_others.practice, by=cast.other_secretary)
    actions.stop(first.practice, by=cast.other_secretary, reason="", cause="few_people")
    again = adoptions.adopt(by_others.practice, by=cast.other_secretary)
    assert (again.generation, Adoption.objects.count()) == (2, 3)


def test_after_a_merger_the_successor_answers_for_what_was_taken_over(cast):
    edge = adoptions.adopt(running(cast), by=cast.far_secretary)
    later = dt.date(2026, 12, 1)
    (new,) = organisation.split(
        cast.far_cell, names=["Chi bộ bản Pa Khao 2"], on=later, by=cast.system, keeps_original=True
    )
    organisation.merge([cast.far_cell, new], into=new, on=dt.date(2026, 12, 2), by=cast.system)
    Post.objects.filter(pk=cast.far_secretary.post_id).update(unit=new)
    successor = on_day(cast.far_secretary, dt.date(2026, 12, 3))
    adoptions.mark_parts(edge, by=successor, parts={1: PartFate("changed", "hai tuần một tối")})
    with pytest.raises(Conflict, match="đang vận dụng"):
        adoptions.adopt(edge.root, by=successor)


def test_a_mistake_is_taken_out_again_and_counts_nowhere(cast):
    ours = running(cast)
    edge = adoptions.adopt(ours, by=cast.other_secretary)
    copy = Practice.objects.get(pk=edge.practice_id)
    with pytest.raises(NotAllowed):
        adoptions.withdraw(edge, by=cast.far_secretary)
    adoptions.withdraw(edge, by=on_day(cast.other_secretary, dt.date(2026, 12, 16)))
    assert not Adoption.objects.exists() and list(Practice.objects.all()) == [ours]
    verbs = [event.verb for event in Event.objects.about(copy)]
    assert verbs == ["practice.adopted", "practice.adoption_withdrawn"]
    assert adoptions.adopt(ours, by=cast.other_secretary).generation == 1


def test_what_others_built_on_is_stopped_not_taken_out(cast):
    edge = adoptions.adopt(running(cast), by=cast.other_secretary)
    with pytest.raises(Conflict, match="30 ngày"):
        adoptions.withdraw(edge, by=on_day(cast.other_secretary, dt.date(2026, 12, 17)))
    adoptions.adopt(edge.practice, by=cast.far_secretary)
    with pytest.raises(Conflict, match="ghi dừng"):
        adoptions.withdraw(edge, by=cast.other_secretary)


def test_core_parts_are_written_and_rewritten_by_their_owner(cast):
    ours = running(cast)
    assert practice_queries.core_texts(ours) == CORE
    edge = adoptions.adopt(ours, by=cast.other_secretary, parts={2: PartFate("dropped", "ít đảng viên")})
    wanted = ["Mở sổ ghi việc dân hỏi.", "Hai đảng viên trực mỗi tối.", "", "Cuối tháng đọc lại sổ."]
    actions.write_core_parts(ours, by=cast.secretary, texts=wanted)
    assert practice_queries.core_texts(ours) == [wanted[0], wanted[1], wanted[3]]
    assert fates(edge)[1] == (CORE[1], "dropped", "ít đảng viên")
    assert [part.core and part.core.text for part in edge.parts.all()] == [None, wanted[1], wanted[0]]
    later = adoptions.adopt(edge.practice, by=cast.far_secretary)
    assert [part.fate for part in later.parts.all()] == ["kept", "dropped", "kept"]
    with pytest.raises(BadInput, match="ít nhất một"):
        actions.write_core_parts(ours, by=cast.secretary, texts=[" "])
    with pytest.raises(NotAllowed, match="nơi khởi đầu"):
        actions.write_core_parts(edge.practice, by=cast.other_secretary, texts=["x"])
    with pytest.raises(NotAllowed):
        actions.write_core_parts(ours, by=cast.other_secretary, texts=["x"])


def test_the_database_itself_refuses_a_crooked_chain(cast):
    edge = adoptions.adopt(running(cast), by=cast.other_secretary)
    for wrong in ({"generation": 2}, {"origin": edge.practice}, {"root": edge.practice}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Adoption.objects.filter(pk=edge.pk).update(**wrong)


def test_who_judges_here_and_writes_nothing_takes_nothing_over(cast):
    ours = running(cast)
    judging_only = replace(cast.other_secretary, permissions=frozenset({"practices.view", "practices.judge"}))
    with pytest.raises(NotAllowed):
        adoptions.adopt(ours, by=judging_only)
    assert not Adoption.objects.exists()

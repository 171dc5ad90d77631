"""What a unit is offered, puts aside and is never shown."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from lantoa.adoptions import actions as adoptions
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.models import Event
from lantoa.matching import actions, queries
from lantoa.matching.models import Dismissal
from lantoa.practices import actions as practices
from lantoa.practices.tests.stories import of_the_cell, running
from lantoa.programme.models import Theme
from lantoa.shortcomings.models import Shortcoming


def lights(cast, **changed):
    return running(cast, **changed)  # of the cell: people went 14 km for a certificate of birth


def short(cast, finding="Hồ sơ của dân trả chậm, phải đi lại nhiều lần", unit=None):
    return Shortcoming.objects.create(
        unit=unit or cast.other_cell,
        kept_by=cast.commune,
        finding=finding,
        source="review",
        found_on=dt.date(2026, 10, 1),
        deadline=dt.date(2026, 12, 31),
    )


def names(actor):
    return [offer.practice.name for need in queries.answered_needs(actor) for offer in need.offers]


def test_an_open_shortcoming_of_the_unit_finds_a_practice_of_another(cast):
    ours = lights(cast)
    finding = short(cast)
    (need,) = queries.answered_needs(cast.other_secretary)
    assert (need.title, need.is_theme, need.address) == (finding.finding, False, finding.get_absolute_url())
    (offer,) = need.offers
    assert offer.practice == ours and offer.practice.unit_name == "Chi bộ Trường THCS Hòa Bình"
    assert offer.why.startswith("Cùng nói về “")


def test_the_theme_of_the_year_is_a_need_as_well(cast):
    lights(cast)
    Theme.objects.create(
        unit=cast.province,
        title="Cải cách thủ tục hành chính, gần dân",
        starts=dt.date(2026, 1, 1),
        ends=dt.date(2027, 1, 1),
    )
    (need,) = queries.answered_needs(cast.other_secretary)
    assert need.is_theme and need.offers


def test_one_is_not_offered_ones_own_nor_what_one_has_taken_over(cast):
    ours = lights(cast)
    short(cast)
    short(cast, unit=cast.cell)
    assert names(cast.secretary) == []
    assert names(cast.other_secretary) == [ours.name]
    adoptions.adopt(ours, by=cast.other_secretary)
    assert names(cast.other_secretary) == []


def test_a_draft_and_what_nobody_keeps_going_is_not_offered(cast):
    of_the_cell(cast)
    gone = lights(cast)
    practices.stop(gone, by=cast.secretary, reason="Sáp nhập thôn", on=cast.today)
    short(cast)
    assert names(cast.other_secretary) == []


def test_it_goes_on_elsewhere_though_it_stopped_where_it_began(cast):
    ours = lights(cast)
    adoptions.adopt(ours, by=cast.far_secretary)
    practices.stop(ours, by=cast.secretary, reason="Người trực chuyển công tác", on=cast.today)
    short(cast)
    assert names(cast.other_secretary) == [ours.name]


def test_put_aside_it_is_not_offered_until_brought_back(cast):
    ours = lights(cast)
    short(cast)
    dismissal = actions.dismiss(ours, by=cast.other_secretary)
    assert actions.dismiss(ours, by=cast.other_secretary) == dismissal
    assert names(cast.other_secretary) == [] and queries.put_aside(cast.other_secretary) == [dismissal]
    assert queries.put_aside(cast.secretary) == []
    actions.bring_back(dismissal, by=cast.other_secretary)
    assert names(cast.other_secretary) == [ours.name]
    verbs = [event.verb for event in Event.objects.about(ours)]
    assert verbs.count("offer.dismissed") == 1 and verbs.count("offer.brought_back") == 1


def test_what_one_unit_put_aside_is_still_offered_to_another(cast):
    ours = lights(cast)
    short(cast)
    actions.dismiss(ours, by=cast.far_secretary)
    assert names(cast.other_secretary) == [ours.name]


def test_who_may_not_read_a_shortcoming_of_her_unit_is_offered_nothing_for_it(cast):
    ours = lights(cast)
    short(cast, unit=cast.far_cell)
    assert names(cast.far_secretary) == [ours.name]
    assert cast.former.unit == cast.far_cell and names(cast.former) == []


def test_a_member_chooses_nothing_for_her_unit(cast):
    ours = lights(cast)
    with pytest.raises(NotAllowed):
        actions.dismiss(ours, by=cast.member)
    assert not Dismissal.objects.exists()


def test_what_a_unit_put_aside_is_brought_back_by_nobody_else(cast):
    dismissal = actions.dismiss(lights(cast), by=cast.other_secretary)
    for by in (cast.secretary, cast.committee, replace(cast.other_secretary, permissions=frozenset())):
        with pytest.raises(NotAllowed):
            actions.bring_back(dismissal, by=by)
    assert Dismissal.objects.get() == dismissal


def test_a_shortcoming_that_was_mended_asks_for_nothing(cast):
    lights(cast)
    one = short(cast)
    Shortcoming.objects.filter(pk=one.pk).update(
        status="verified",
        done="Đã xong",
        mended_on=cast.today,
        verified_on=cast.today,
        reported_by=cast.other_secretary.person,
        verified_by=cast.committee.person,
    )
    assert names(cast.other_secretary) == []


def test_the_page_offers_and_takes_no(cast):
    ours = lights(cast)
    short(cast)
    client = cast.client("other_secretary")
    page = client.get("/goi-y-mo-hinh/").content.decode()
    assert ours.name in page and "Cùng nói về" in page and f"/mo-hinh/{ours.pk}/van-dung/" in page
    client.post(f"/goi-y-mo-hinh/{ours.pk}/bo-qua/")
    page = client.get("/goi-y-mo-hinh/").content.decode()
    assert "1 mô hình đã bỏ qua" in page and "Vận dụng tại đơn vị" not in page
    panel = client.get("/goi-y-mo-hinh/bang/", headers={"HX-Request": "true"}).content.decode()
    assert panel.strip() == ""


def test_todo_shows_a_place_for_offers_only_to_who_may_choose(cast):
    assert "/goi-y-mo-hinh/bang/" in cast.client("other_secretary").get("/").content.decode()
    assert "/goi-y-mo-hinh/" not in cast.client("member").get("/").content.decode()


def test_the_questions_do_not_grow_with_the_practices(cast, django_assert_max_num_queries):
    for n in range(6):
        lights(cast, name=f"Nhà văn hóa sáng đèn số {n}")
    short(cast)
    short(cast, "Rác thải chưa phân loại")
    with django_assert_max_num_queries(32):
        assert len(queries.best_offers(cast.other_secretary)) == 3


def test_the_command_answers_a_file(cast, tmp_path, capsys):
    ours = lights(cast)
    file = tmp_path / "needs.jsonl"
    file.write_text(
        '{"id": "a", "need": "Hồ sơ trả chậm"}\n\n{"id": "b", "text": "Giải ngân chậm"}\n{"name": "một mô hình"}\n',
        encoding="utf-8",
    )
    call_command("match", jsonl=str(file))
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["id"] == "a" and first["practices"][0]["id"] == ours.pk
    assert first["practices"][0]["why"].startswith("Cùng nói về “Hồ sơ”")
    assert second == {"id": "b", "practices": []}


def test_the_command_says_which_line_it_cannot_read(tmp_path):
    file = tmp_path / "needs.jsonl"
    file.write_text('{"id": 1, "need": "x"}\n{oops\n', encoding="utf-8")
    with pytest.raises(CommandError, match="dòng 2: không phải JSON"):
        call_command("match", jsonl=str(file))
    with pytest.raises(CommandError, match="Không đọc được tệp"):
        call_command("match", jsonl=str(tmp_path / "none.jsonl"))

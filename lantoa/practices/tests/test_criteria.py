"""Appraisers go through the criteria: in words, for the owner to read, and nothing is added up."""

from __future__ import annotations

import pytest

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.practices import actions, queries
from lantoa.practices.models import Appraised, Criterion
from lantoa.practices.tests.stories import of_the_cell, proposed, running


def first_two():
    return list(Criterion.objects.all()[:2])


def test_the_judge_finds_some_and_leaves_the_rest_open(cast):
    practice = proposed(of_the_cell(cast), cast.secretary)
    assert len(queries.criteria_in_use()) == 9
    one, other = first_two()
    actions.appraise(
        practice, answers={one: ("met", ""), other: ("not_yet", " nêu rõ chức năng ")}, by=cast.committee
    )
    assert [(row.criterion, row.answer, row.words) for row in queries.appraised_of(practice)] == [
        (one, "met", ""),
        (other, "not_yet", "nêu rõ chức năng"),
    ]
    actions.appraise(practice, answers={one: ("", ""), other: ("met", "")}, by=cast.committee)
    (left,) = queries.appraised_of(practice)
    assert (left.criterion, left.answer, left.words) == (other, "met", "")
    assert [event.verb for event in Event.objects.about(practice)].count("practice.appraised") == 2
    practice.refresh_from_db()
    assert practice.status == "proposed", "it decides nothing by itself"


def test_nobody_appraises_her_own_and_an_unknown_answer_is_refused(cast):
    practice = proposed(of_the_cell(cast), cast.secretary)
    (one, _other) = first_two()
    for who in (cast.secretary, cast.member, cast.other_secretary):
        with pytest.raises(NotAllowed):
            actions.appraise(practice, answers={one: ("met", "")}, by=who)
    with pytest.raises(BadInput):
        actions.appraise(practice, answers={one: ("7", "")}, by=cast.committee)
    assert not Appraised.objects.exists()


def test_the_page_keeps_what_was_found_and_goes_back_to_where_it_is_judged(cast):
    practice = proposed(of_the_cell(cast), cast.secretary)
    one, _other = first_two()
    client, address = cast.client("committee"), f"/mo-hinh/{practice.pk}/tieu-chi/"
    assert one.text in client.get(address).content.decode()
    answer = client.post(address, {f"answer_{one.pk}": "unclear", f"words_{one.pk}": "chưa thấy chuyên đề"})
    assert answer["Location"] == f"/mo-hinh/{practice.pk}/tham-dinh/"
    page = client.get(answer["Location"]).content.decode()
    assert "Chưa rõ: chưa thấy chuyên đề" in page
    owner = cast.client("secretary").get(f"/mo-hinh/{practice.pk}/").content.decode()
    assert "Chưa rõ: chưa thấy chuyên đề" in owner and "/tieu-chi/" not in owner


def test_others_do_not_read_what_appraisers_found(cast):
    practice = running(cast)
    one, _other = first_two()
    actions.appraise(practice, answers={one: ("not_yet", "chưa đủ ảnh")}, by=cast.committee)
    assert "chưa đủ ảnh" in cast.client("secretary").get(f"/mo-hinh/{practice.pk}/").content.decode()
    assert "chưa đủ ảnh" not in cast.client("far_secretary").get(f"/mo-hinh/{practice.pk}/").content.decode()


def test_the_head_of_the_tree_keeps_the_list(cast):
    with pytest.raises(NotAllowed):
        actions.save_criterion(by=cast.committee, text="Tiết kiệm")
    client = cast.client("officer")
    client.post("/mo-hinh/tieu-chi/", {"text": "Tiết kiệm", "place": "10", "is_used": "on"})
    kept = Criterion.objects.get(text="Tiết kiệm")
    client.post("/mo-hinh/tieu-chi/", {"criterion": kept.pk, "text": "Tiết kiệm", "place": "10"})
    assert kept not in queries.criteria_in_use()
    page = client.post("/mo-hinh/tieu-chi/", {"text": " Tiết kiệm ", "place": "11"}).content.decode()
    assert "Đã có tiêu chí này." in page
    with pytest.raises(BadInput):
        actions.save_criterion(by=cast.officer, text="  ")

"""A round is opened for a unit and what lies below it: who is asked, what, and what is refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.rounds import actions
from lantoa.rounds.models import Answer, Round
from lantoa.rounds.tests import stories

pytestmark = pytest.mark.django_db


def test_who_acts_for_no_unit_opens_no_round_and_keeps_no_rule(cast):
    nobody = replace(cast.officer, unit=None)
    with pytest.raises(NotAllowed, match="đơn vị"):
        stories.opened(cast, by=nobody)
    with pytest.raises(NotAllowed, match="đơn vị"):
        actions.keep_bound(part="meetings.regular", whole="registrations.people", by=nobody)


def test_who_has_not_the_right_sees_no_round_no_answer_and_no_rule_of_her_own_unit(cast):
    answer = stories.send(stories.one_figure(cast), cast.secretary, 4)
    rule = actions.keep_bound(part="meetings.regular", whole="registrations.people", by=cast.officer)
    for one in (answer.round, answer, rule):
        seen = type(one).objects
        assert one in seen.visible_to(cast.officer) and not seen.visible_to(cast.administrator).exists()


def test_everybody_down_to_the_cells_is_asked_once(cast):
    found = stories.opened(cast)
    asked = set(found.answers.values_list("unit__code", flat=True))
    units = (cast.province, cast.commune, cast.far, cast.cell, cast.other_cell, cast.far_cell)
    assert asked == {unit.code for unit in units}
    assert Event.objects.about(found).get().verb == "round.opened"


def test_down_to_the_grassroots_no_cell_is_asked(cast):
    found = stories.opened(cast, lowest="grassroots")
    assert set(found.answers.values_list("unit", flat=True)) == {
        cast.province.pk,
        cast.commune.pk,
        cast.far.pk,
    }


def test_how_each_cell_adds_up_is_known_from_what_it_counts(cast):
    items = stories.opened(cast).items.all()
    assert [(item.code, item.adds) for item in items] == [
        ("meetings.regular", "sum"),
        ("meetings.attendance", "parts"),
        ("registrations.people", "recount"),
        ("", "parts"),
    ]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"figures": [], "prose": []}, "figures"),
        ({"due_on": dt.date(2026, 11, 1)}, "due_on"),
        ({"due_on": dt.date(2036, 11, 1)}, "due_on"),
        ({"lowest": "central"}, "lowest"),
        ({"lowest": "section", "figures": ["meetings.regular"] * 2, "prose": ["x"] * 41}, "figures"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_reason(cast, changed, field):
    with pytest.raises(BadInput) as refused:
        stories.opened(cast, **changed)
    assert refused.value.field == field and not Round.objects.exists()


def test_the_same_figure_of_the_same_days_is_not_asked_twice(cast):
    stories.opened(cast)
    with pytest.raises(BadInput, match="Số liệu tháng 10/2026.*Buổi sinh hoạt thường kỳ"):
        stories.opened(cast, title="Số liệu quý IV", figures=["meetings.regular", "study.classes"])
    assert stories.opened(cast, title="Lớp học", figures=["study.classes"], prose=[]).is_open
    assert stories.opened(cast, title="Tháng 9", period=stories.SEPTEMBER, due_on=stories.DUE).is_open


def test_a_closed_round_stands_in_nobodys_way(cast):
    actions.close_round(stories.opened(cast), by=cast.officer)
    assert stories.opened(cast, title="Lần hai").is_open


def test_withdrawn_while_nobody_has_answered(cast):
    found = stories.opened(cast)
    with pytest.raises(BadInput):
        actions.withdraw_round(found, by=cast.officer, reason="")
    with pytest.raises(NotAllowed):
        actions.withdraw_round(found, by=cast.committee, reason="Mở nhầm kỳ.")
    actions.withdraw_round(found, by=cast.officer, reason="Mở nhầm kỳ.")
    assert not Round.objects.visible_to(cast.officer).exists()


def test_what_was_answered_is_closed_and_not_withdrawn(cast):
    found = stories.opened(cast)
    sent = Answer.objects.filter(round=found, unit=cast.cell)
    sent.update(status="sent", sent_at=dt.datetime(2026, 11, 16, tzinfo=dt.UTC))
    with pytest.raises(Conflict, match="1 đơn vị"):
        actions.withdraw_round(found, by=cast.officer, reason="Mở nhầm kỳ.")


def test_the_officer_opens_one_from_a_ready_form_after_looking_at_it(cast):
    client = cast.client("officer")
    assert "Biểu hằng tháng" in client.get("/ky-so-lieu/mo/").content.decode()
    form = Form(client, "/ky-so-lieu/mo/bieu/?bieu=phu-luc")
    look = form.send(lowest="cell", viec="xem").content.decode()
    assert "Chi bộ Trường THCS Hòa Bình" in look and "đơn vị tự ghi" in look and not Round.objects.exists()
    answer = form.send(lowest="cell", due_on="20/11/2026", viec="mo")
    found = Round.objects.get()
    assert answer.url == found.get_absolute_url() and found.title == "Số liệu tháng 10/2026"
    assert found.items.filter(code="").count() == 8 and found.due_on == stories.DUE
    page = client.get(found.get_absolute_url()).content.decode()
    assert "Đảng bộ xã An Phú" in page and "13/11/2026" in page


@pytest.mark.parametrize(
    ("form", "period"), [("hang-thang", "2026-10"), ("so-ket", "2026-H2"), ("", "2026-10")]
)
def test_a_ready_form_offers_the_period_it_is_for(cast, form, period):
    page = cast.client("officer").get(f"/ky-so-lieu/mo/bieu/?bieu={form}").content.decode()
    assert f'<option value="{period}" selected>' in page


def test_the_next_round_begins_with_the_form_of_the_last(cast):
    found = stories.opened(cast)
    form = Form(cast.client("officer"), f"/ky-so-lieu/mo/bieu/?bieu=ky-{found.pk}")
    assert form.data["prose"] == "Phát biểu ý kiến"
    ticked = form.form.xpath(".//input[@name='figures'][@checked]/@value")
    assert set(ticked) == set(stories.FIGURES)


def test_a_secretary_sees_what_asks_her_and_no_round_of_others(cast):
    stories.opened(cast)
    theirs = stories.of_the_commune(cast)
    page = cast.client("far_secretary").get("/ky-so-lieu/").content.decode()
    assert "Số liệu tháng 10/2026" in page and "Số liệu tháng 9/2026" not in page
    assert cast.client("far_secretary").get(theirs.get_absolute_url()).status_code == 404

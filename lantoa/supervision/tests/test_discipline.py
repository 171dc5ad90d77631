"""What no programme foresees is told when it is decided; a decision of discipline is read by whom it is about."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from django.urls import reverse
from docx import Document

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.foundation.told import all_told
from lantoa.supervision import actions, printing
from lantoa.supervision.models import Discipline
from lantoa.supervision.tests import stories

SAID = {
    "form": "Khiển trách",
    "what": "Để mất sổ biên bản, chậm báo cáo.",
    "decision_number": "21-QĐ/UBKT",
    "decided_on": dt.date(2026, 11, 4),
}


def test_a_programme_has_five_parts_and_names_nobody_under_suspicion(cast):
    client = cast.client("inspector")
    typed = {
        "number": "02-CTr/UBKT",
        "issued_on": "15/01/2026",
        "on_signs": "Thường trực tiếp nhận, báo cáo trong ngày.",
        "on_discipline": "Đúng thẩm quyền, đúng thời hạn.",
        "on_other_work": "Báo cáo quý trước ngày 25 tháng cuối quý.",
    }
    assert Form(client, reverse("supervision:programme")).send(**typed).status_code == 302
    programme = cast.inspector.unit.supervision_programmes.get()
    actions.plan(programme, by=cast.inspector, kind="signs", unit=cast.commune, what="Dấu hiệu thu chi sai.")
    paper = Document(
        io.BytesIO(printing.programme_word(programme, list(programme.inspections.for_lists()), on=cast.today))
    )
    text = "\n".join(one.text for one in paper.paragraphs)
    assert all(typed[name] in text for name in ("on_signs", "on_discipline", "on_other_work"))
    assert "II. GIÁM SÁT" in text and "Dấu hiệu thu chi sai." not in text
    assert typed["on_signs"] in client.get(reverse("supervision:index")).content.decode()


def test_what_no_programme_foresees_is_told_when_it_is_decided(cast):
    one = stories.planned(cast, kind="signs", what="Dấu hiệu thu chi sai.")
    committee = cast.client("committee")
    assert committee.get(one.get_absolute_url()).status_code == 404
    actions.open_inspection(one, by=cast.inspector, decision_number="57-QĐ/UBKT", decided_on=stories.DECIDED)
    assert committee.get(one.get_absolute_url()).status_code == 200 and one.papers.count() == 12


def test_a_persons_is_read_by_her_and_by_who_decided_and_her_word_stands_beside_it(cast):
    one = actions.write_discipline(by=cast.inspector, unit=cast.cell, person=cast.member.person, **SAID)
    for who in ("member", "inspector", "leader"):
        assert SAID["what"] in cast.client(who).get(one.get_absolute_url()).content.decode(), who
    for who in ("secretary", "colleague", "committee", "officer", "far_secretary", "administrator"):
        assert cast.client(who).get(one.get_absolute_url()).status_code in (403, 404), who
        assert not Discipline.objects.visible_to(getattr(cast, who)).exists(), who
    opened = Event.objects.filter(verb="discipline.read").values_list("person_id", flat=True)
    assert set(opened) == {cast.inspector.person.pk, cast.leader.person.pk}
    event = Event.objects.get(verb="discipline.written")
    who = set().union(
        *(news.to for told in all_told() if event.verb in told.verbs for news in told.tell(event))
    )
    assert who == {cast.member.person.pk} and event.unit_id is None
    page = cast.client("member").post(
        reverse("supervision:discipline_reply", args=[one.pk]),
        {"text": "Sổ đã tìm lại ngày 10/11."},
        follow=True,
    )
    assert "Sổ đã tìm lại ngày 10/11." in page.content.decode()
    assert "Sổ đã tìm lại" in cast.client("inspector").get(one.get_absolute_url()).content.decode()
    with pytest.raises(NotAllowed):
        actions.reply_to_discipline(one, by=cast.inspector, text="Không.")


def test_an_inspector_writes_one_down_after_an_inspection_and_it_ends(cast):
    one = stories.opened(cast)
    client, address = cast.client("inspector"), f"{reverse('supervision:discipline_new')}?cuoc={one.pk}"
    assert "bí mật nhà nước" in client.get(address).content.decode()
    typed = {**SAID, "decided_on": "04/11/2026"}
    assert Form(client, address).send(**typed).status_code == 302
    kept = Discipline.objects.get()
    assert (kept.unit, kept.inspection, kept.body) == (cast.commune, one, cast.inspector.unit)
    assert "21-QĐ/UBKT" in cast.client("committee").get(one.get_absolute_url()).content.decode()
    with pytest.raises(BadInput, match="đã ghi"):
        actions.write_discipline(by=cast.inspector, unit=cast.commune, **SAID)
    actions.end_discipline(kept, by=cast.leader, ended_on=cast.today, ended_why="Quyết định 30-QĐ/UBKT")
    with pytest.raises(Conflict):
        actions.end_discipline(kept, by=cast.leader, ended_on=cast.today, ended_why="Như trên")


def test_nobody_writes_about_herself_or_out_of_reach(cast):
    hers = {"unit": cast.commune, "person": cast.committee.person}
    with pytest.raises(NotAllowed):
        actions.write_discipline(by=cast.committee, **hers, **SAID)
    with pytest.raises(NotAllowed):
        deputy = replace(cast.inspector, stands_for=cast.committee.person.pk)
        actions.write_discipline(by=deputy, **hers, **SAID)
    with pytest.raises(BadInput):
        actions.write_discipline(by=cast.committee, unit=cast.far, **SAID)
    for name, value in (("form", " "), ("what", ""), ("decision_number", ""), ("decided_on", None)):
        with pytest.raises(BadInput) as refused:
            actions.write_discipline(by=cast.inspector, unit=cast.cell, **{**SAID, name: value})
        assert refused.value.field == name

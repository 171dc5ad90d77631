"""Who gets through at each address of this room."""

from __future__ import annotations

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.foundation.attachments import judge
from lantoa.practices import actions
from lantoa.practices.models import Practice
from lantoa.practices.tests import stories
from lantoa.programme import actions as programme
from tests.access import Row

READERS = "member secretary other_secretary committee officer leader inspector far_secretary former"
ABOVE = "committee officer leader inspector"


def prepare(cast):
    """The cell's draft, one that waits in the commune, one agreed to, one that is done."""
    cast.things["draft"] = stories.of_the_cell(cast)
    cast.things["waiting"] = stories.proposed(stories.of_the_cell(cast, name="Chờ"), cast.secretary)
    cast.things["agreed"] = stories.registered(cast, name="Đã đồng ý")
    running = cast.things["running"] = stories.running(cast, name="Đang làm")
    actions.add_evidence(running, files=[judge(SimpleUploadedFile("a.pdf", b"%PDF-1.7"))], by=cast.secretary)

    actions.report_result(running, text="40 hộ", by=cast.secretary)
    cast.things["request"] = actions.ask_recognition(running, level="grassroots", by=cast.secretary)

    for told in ("stopped", "told"):
        one = cast.things[told] = stories.running(cast, name="Đã dừng")
        actions.stop(one, by=cast.secretary, reason="ít người tham gia")
    cast.things["lesson"] = actions.publish_lesson(cast.things["told"], by=cast.secretary)
    cast.things["movement"] = programme.launch_movement(
        unit=cast.province, by=cast.officer, name="Dân vận khéo", level="province", starts=dt.date(2026, 1, 5)
    )
    Practice.objects.filter(pk=running.pk).update(movement=cast.things["movement"])
    cast.things["asked"] = stories.of_a_member(cast)


def name_of(thing):
    return lambda cast: [cast.things[thing].named.get().pk]


def pk_of(name):
    return lambda cast: [cast.things[name].pk]


def evidence(cast):
    return [cast.things["running"].pk, cast.things["running"].evidence.earliest("pk").pk]


TABLE = [
    Row("practices:index", READERS),
    Row("practices:new", READERS),
    Row("practices:of_movement", READERS, pk_of("movement")),
    Row(
        "practices:assess",
        "secretary other_secretary committee officer leader far_secretary",
        pk_of("movement"),
        typed=lambda cast: {f"m{cast.things['running'].pk}": "yes"},
    ),
    Row("practices:fields", "officer administrator"),
    Row("practices:criteria", "officer administrator"),
    Row("practices:checklist", "committee", pk_of("waiting")),
    Row("practices:checklist", "committee officer leader", pk_of("running")),
    Row("practices:show", READERS, pk_of("running")),
    Row("practices:lessons", READERS),
    Row("practices:lesson", READERS, pk_of("lesson")),
    Row("practices:lesson_preview", "secretary", pk_of("stopped")),
    Row("practices:lesson_preview", "secretary", pk_of("stopped"), "POST"),
    Row("practices:lesson_take_back", "secretary", pk_of("told"), "POST"),
    Row("practices:show", f"secretary {ABOVE}", pk_of("draft")),
    Row("practices:edit", "secretary", pk_of("draft")),
    Row("practices:propose", "secretary", pk_of("draft"), "POST"),
    Row("practices:judge", "committee", pk_of("waiting")),
    Row(
        "practices:accept",
        "committee",
        pk_of("waiting"),
        "POST",
        lambda cast: {"was_there": "on", "seen": "sổ"},
    ),
    Row("practices:return", "committee", pk_of("waiting"), "POST", lambda cast: {"reason": "chưa rõ"}),
    Row("practices:start", "secretary", pk_of("agreed")),
    Row("practices:stop", "secretary", pk_of("running")),
    Row("practices:recognise", "committee officer leader", pk_of("running")),
    Row(
        "practices:ask_recognition",
        "secretary",
        pk_of("running"),
        typed=lambda cast: {"level": "province"},
    ),
    Row("practices:answer_request", "committee", pk_of("request")),
    Row("practices:typical", "committee officer leader", pk_of("running"), "POST"),
    Row("practices:add_evidence", "secretary", pk_of("running")),
    Row("practices:evidence", READERS, evidence),
    Row("practices:result", "secretary", pk_of("running")),
    Row("practices:core_parts", "secretary", pk_of("running")),
    Row("practices:named_remove", "member secretary", name_of("asked")),
]

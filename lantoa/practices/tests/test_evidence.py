"""Nothing is shown to the province on words alone: a photo, a paper, or what the appraiser saw there."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.foundation.attachments import judge
from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Event
from lantoa.practices import actions
from lantoa.practices.tests.stories import SEEN, of_the_cell, proposed


def test_without_evidence_nobody_agrees_unless_it_was_seen(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    with pytest.raises(BadInput, match="chưa có ảnh, minh chứng"):
        actions.accept(ours, by=cast.committee, seen=" ")
    ours.refresh_from_db()
    assert ours.status == "proposed" and ours.registered_on is None
    assert actions.accept(ours, by=cast.committee, seen=SEEN).status == "registered"
    assert SEEN in Event.objects.about(ours).get(verb="practice.approved").note


def test_a_paper_is_enough(cast):
    ours = of_the_cell(cast)
    actions.add_evidence(ours, files=[judge(SimpleUploadedFile("a.pdf", b"%PDF-1.7"))], by=cast.secretary)
    assert actions.accept(proposed(ours, cast.secretary), by=cast.committee).status == "registered"


def test_the_page_asks_for_the_tick_and_the_word_together(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    client, accept = cast.client("committee"), reverse("practices:accept", args=[ours.pk])
    assert (
        "Đã xem minh chứng tại chỗ" in client.get(reverse("practices:judge", args=[ours.pk])).content.decode()
    )
    for half in ({"was_there": "on"}, {"seen": SEEN}, {}):
        page = client.post(accept, {"note": "Giữ lịch.", **half}).content.decode()
        assert "Có 1 chỗ cần sửa" in page and "Giữ lịch." in page
    assert client.post(accept, {"was_there": "on", "seen": SEEN}).status_code == 302
    ours.refresh_from_db()
    assert ours.status == "registered"

"""What was begun and not sent is asked for once: by its room's own name where the room asks for it."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from lantoa.foundation.tests.forms import Form
from lantoa.registrations.tests.papers import WHAT
from tests.cast import Cast


def test_a_paper_that_was_only_typed_is_one_line_with_its_deadline(cast: Cast):
    client = cast.client("member")
    write = reverse("registrations:write", args=[2027])
    Form(client, write).save_draft(**{"viec1-what": WHAT})
    asked = [task for task in client.get("/").context["work"].todo if task.url.startswith(write)]
    assert [(task.title, task.button) for task in asked] == [("Viết tiếp bản đăng ký năm 2027", "Viết tiếp")]
    assert asked[0].due == dt.date(2027, 1, 31)
    assert WHAT in client.get(write).content.decode()


def test_what_no_room_asks_for_is_still_found_again(cast: Cast):
    client = cast.client("secretary")
    Form(client, reverse("meetings:record")).save_draft(topic="Nêu gương")
    assert "Viết tiếp: " in client.get("/").content.decode()

"""A list that is being pasted is not lost with the page."""

from __future__ import annotations

from django.urls import reverse

from lantoa.exchange.models import Import
from lantoa.foundation.tests.forms import Form

PASTED = "Họ và tên\tChi bộ\nTrần Văn Bách\tChi bộ thôn Nà Lùng"


def test_a_pasted_list_is_found_again_after_a_killed_page(cast):
    client, address = cast.client("administrator"), reverse("exchange:start", args=["people"])
    Form(client, address).save_draft(text=PASTED)
    again = Form(client, address)
    assert again["text"].replace("\r", "") == PASTED and not Import.objects.exists()
    again.send()
    assert Import.objects.count() == 1
    assert Form(client, address)["text"] == "", "what was sent is no draft any more"

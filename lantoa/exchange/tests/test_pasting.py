"""A list that is being pasted is not lost with the page."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
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


def test_a_list_pasted_beside_a_chosen_file_is_asked_about_and_neither_is_swallowed(cast):
    client, address = cast.client("administrator"), reverse("exchange:start", args=["people"])
    file = SimpleUploadedFile("danh-sach.csv", PASTED.encode())
    said = client.post(address, {"text": PASTED, "file": file}).content.decode()
    assert "Vừa dán bảng vừa chọn tệp" in said and "Trần Văn Bách" in said
    assert not Import.objects.exists()

"""Issued: a number, a day, and figures that stay as they were signed whatever is recorded afterwards."""

import html
import io
import json
import zipfile
from base64 import b64encode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from docx import Document as read_docx

from lantoa.documents.models import Document, Register
from lantoa.documents.tests.access import PDF
from lantoa.documents.tests.papers import everything
from lantoa.foundation import attachments, proofs, sealing
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event, Seal
from lantoa.foundation.tests import log_verifier
from lantoa.reports import actions, twin
from lantoa.reports.compose import content_of
from lantoa.reports.models import Report, SignedWord
from lantoa.reports.tests.world import NOW, YEAR, declare, every_text, furnish, open_terms
from tests.cast import person


@pytest.fixture
def report(cast):
    """The commune's report on the year, written to the end."""
    furnish(cast)
    open_terms(cast)
    made = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    return actions.write(
        made, texts=every_text(), heads={"abstract": "kết quả năm 2026"}, by=cast.committee, at=NOW
    )


def issue(report, cast, by=None, **more):
    return actions.issue(report, on=cast.today, letters="ĐU", by=by or cast.committee, at=NOW, **more)


def says(report, cast):
    return twin.as_dict(content_of(report, now=NOW, today=cast.today))


@pytest.mark.deep(slow=True)
def test_it_bears_the_next_number_and_stands_in_the_list_of_papers(cast, report):
    issued = issue(report, cast)
    assert issued.document.symbol == "01-BC/ĐU"
    assert issued.document.abstract == "kết quả năm 2026"
    assert [event.verb for event in Event.objects.about(report)][-1] == "report.issued"
    page = cast.client("committee").get(reverse("reports:show", args=[report.pk])).content.decode()
    assert "Số 01-BC/ĐU" in page and "Chưa có, đính kèm ở trang văn bản" in page


@pytest.mark.deep
def test_what_comes_later_changes_the_draft_and_not_the_issued_report(cast, report):
    issued = issue(report, cast)
    other = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    before, live_before = says(issued, cast), says(other, cast)
    person("Vàng A Tủa", cast.cell)
    declare(cast, "outreach.houses_built", cast.commune, value=31)
    after, live_after = says(Report.objects.get(pk=issued.pk), cast), says(other, cast)
    assert after == before
    assert live_after != live_before
    houses = {one["code"]: one for one in live_after["figures"]}["outreach.houses_built"]
    assert houses["value"] == 31
    assert {one["code"]: one for one in after["figures"]}["outreach.houses_built"]["value"] == 28


def test_its_files_say_the_kept_numbers_too(cast, report):
    issued = issue(report, cast)
    declare(cast, "outreach.houses_built", cast.commune, value=31)
    address = reverse("reports:download", args=[issued.pk])
    client = cast.client("committee")
    lines = everything(read_docx(io.BytesIO(client.get(address).content)))
    assert "Số 01-BC/ĐU" in lines
    assert "An Phú, ngày 16 tháng 11 năm 2026" in lines
    assert "Đã xây mới và bàn giao 28 căn nhà." in " ".join(lines)
    assert not [line for line in lines if line.startswith("[")], (
        "nothing is left in brackets on a signed paper"
    )
    said = json.loads(client.get(f"{address}?format=json").content)
    assert {one["code"]: one for one in said["figures"]}["outreach.houses_built"]["value"] == 28


@pytest.mark.deep(slow=True)
def test_the_signed_paper_goes_with_it(cast, report):
    scan = attachments.judge(SimpleUploadedFile("bao-cao.pdf", PDF, "application/pdf"))
    assert issue(report, cast, signed=scan).document.is_signed


def test_a_file_that_cannot_be_used_gives_no_number(cast, report):
    wrong = SimpleUploadedFile("bao-cao.exe", b"MZ\x90", "application/octet-stream")
    typed = {"on": "16/11/2026", "body_abbreviation": "ĐU", "file": wrong}
    answer = cast.client("committee").post(reverse("reports:issue", args=[report.pk]), typed)
    assert answer.status_code == 400
    assert not Document.objects.exists()
    assert not Register.objects.filter(last_number__gt=0).exists()


@pytest.mark.deep(slow=True)
def test_a_number_is_free_again_when_issuing_fails(cast, report, monkeypatch):
    monkeypatch.setattr(actions, "as_json", lambda content: {"frozen": float("nan")} | {1: content})
    with pytest.raises(TypeError), transaction.atomic():
        issue(report, cast)
    assert not Document.objects.exists()
    assert not Register.objects.filter(last_number__gt=0).exists()


@pytest.mark.deep(slow=True)
def test_an_issued_report_is_not_rewritten_nor_issued_twice(cast, report):
    issue(report, cast)
    with pytest.raises(Conflict, match="đã ban hành"):
        actions.write(report, texts={"duty": "x"}, heads={}, by=cast.committee, at=NOW)
    with pytest.raises(Conflict):
        issue(report, cast)
    assert Document.objects.count() == 1
    client = cast.client("committee")
    assert client.get(reverse("reports:compose", args=[report.pk])).url == reverse(
        "reports:show", args=[report.pk]
    )
    assert client.get(reverse("reports:issue", args=[report.pk])).url == reverse(
        "reports:show", args=[report.pk]
    )


@pytest.mark.deep(slow=True)
def test_what_must_be_written_by_hand_is_asked_for(cast, report):
    actions.write(report, texts={"proposals": " "}, heads={}, by=cast.committee, at=NOW)
    with pytest.raises(BadInput, match="VI. Kiến nghị"):
        issue(report, cast)


@pytest.mark.deep
def test_without_a_term_the_page_says_what_to_do(cast):
    made = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    actions.write(made, texts=every_text(), heads={}, by=cast.committee, at=NOW)
    answer = cast.client("committee").post(
        reverse("reports:issue", args=[made.pk]), {"on": "16/11/2026", "body_abbreviation": "ĐU"}
    )
    assert answer.status_code == 400
    assert "Ghi nhiệm kỳ trước khi cấp số" in answer.content.decode()
    assert reverse("documents:terms") in answer.content.decode()


@pytest.mark.deep(slow=True)
def test_the_page_issues_with_day_abbreviation_and_file(cast, report):
    answer = cast.client("committee").post(
        reverse("reports:issue", args=[report.pk]),
        {
            "on": "16/11/2026",
            "body_abbreviation": "ĐU",
            "file": SimpleUploadedFile("bao-cao.pdf", PDF, "application/pdf"),
        },
        follow=True,
    )
    assert "Đã ban hành Báo cáo 01-BC/ĐU. Số liệu đã chốt." in answer.content.decode()
    report.refresh_from_db()
    assert report.document.is_signed and not report.is_draft


@pytest.mark.deep(each=3)
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": "", "body_abbreviation": "ĐU"}, "Ngày ban hành"),
        ({"on": "32/1/2026", "body_abbreviation": "ĐU"}, "không có thật"),
        ({"on": "16/11/2026", "body_abbreviation": "<>"}, "chữ viết tắt của cơ quan ban hành"),
    ],
)
def test_a_wrong_day_or_abbreviation_is_answered_beside_its_box(cast, report, typed, sentence):
    answer = cast.client("committee").post(reverse("reports:issue", args=[report.pk]), typed)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    report.refresh_from_db()
    assert report.is_draft


@pytest.mark.deep(slow=True)
def test_the_paper_bears_the_root_of_the_history_and_the_page_a_proof_of_the_issue(cast, report):
    client, where = cast.client("committee"), reverse("reports:issue", args=[report.pk])
    assert client.post(where, {"on": "16/11/2026", "body_abbreviation": "ĐU"}).status_code == 302
    before, after = Seal.objects.order_by("pk")
    root = f"lan-toa/lich-su\n{before.size}\n{b64encode(bytes.fromhex(before.root)).decode()}\n"
    word = zipfile.ZipFile(io.BytesIO(bytes(SignedWord.objects.get().content)))
    pictures = [word.read(part) for part in word.namelist() if part.startswith("word/media/")]
    assert pictures == [proofs.printed_square(root)]
    *_others, signing = [one for one in read_docx(word.fp).tables if "Nơi nhận" in one.cell(0, 0).text]
    assert signing.cell(0, 0)._tc.xpath(".//pic:pic") and "Gốc niêm phong" in signing.cell(0, 0).text
    event = Event.objects.about(report).get(verb="report.issued")
    text = proofs.proof_of(event)
    entry = sealing.entry_of(event, sealing.words_digest(event))
    assert log_verifier.proven(text, entry) == (after.size, bytes.fromhex(after.root))
    page = html.unescape(client.get(reverse("reports:show", args=[report.pk])).content.decode())
    assert "Bằng chứng ban hành" in page and text.splitlines()[2] in page
    draft = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    page = client.get(reverse("reports:show", args=[draft.pk])).content.decode()
    assert "Bằng chứng ban hành" not in page


def test_an_officer_composes_and_does_not_issue(cast, report):
    with pytest.raises(NotAllowed):
        issue(report, cast, by=cast.officer)
    assert cast.client("officer").get(reverse("reports:issue", args=[report.pk])).status_code == 403


@pytest.mark.deep
def test_a_second_report_on_the_period_may_follow_the_issued_one(cast, report):
    issue(report, cast)
    second = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    assert second.pk != report.pk
    actions.write(second, texts=every_text(), heads={}, by=cast.committee, at=NOW)
    assert issue(second, cast).document.symbol == "02-BC/ĐU"


@pytest.mark.deep(slow=True)
def test_a_kept_report_that_lost_a_part_says_so(cast, report):
    issued = issue(report, cast)
    del issued.frozen["programme"]
    with pytest.raises(ValueError, match="programme"):
        content_of(issued, now=NOW, today=cast.today)


@pytest.mark.deep(slow=True)
def test_a_report_kept_before_a_field_was_added_is_still_read(cast, report):
    issued = issue(report, cast)
    assert issued.frozen["version"] == 1
    before = content_of(issued, now=NOW, today=cast.today)
    del issued.frozen["version"], issued.frozen["columns"], issued.frozen["units"]
    issued.frozen["taken_away_since"] = "x"
    kept = content_of(issued, now=NOW, today=cast.today)
    assert (kept.columns, kept.units, kept.parts) == ((), (), before.parts)


@pytest.mark.deep(slow=True)
def test_a_report_from_a_newer_version_is_not_guessed(cast, report):
    issued = issue(report, cast)
    issued.frozen["version"] = 99
    with pytest.raises(ValueError, match="newer"):
        content_of(issued, now=NOW, today=cast.today)

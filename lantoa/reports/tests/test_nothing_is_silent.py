"""What no sentence tells stands beside the draft; who has sent nothing is named; a signed Word stays as it was."""

import pytest
from django.urls import reverse

from lantoa.foundation.tests.forms import Form
from lantoa.reports import actions, printing, queries, unsaid
from lantoa.reports.compose import content_of
from lantoa.reports.tests.test_late_numbers_and_silent_ones import mended
from lantoa.reports.tests.world import NOW, YEAR, every_text, open_terms

REPAIRED, BUILT = "Nhà sửa chữa đã bàn giao", "Nhà xây mới đã bàn giao"


def draft(cast):
    return actions.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)


def silent(cast, report):
    report.refresh_from_db()
    content = content_of(report, now=NOW, today=cast.today, tables=False)
    return {one.figure.label: one for one in unsaid.unsaid(content, report.unit, queries.form_of(report))}


@pytest.mark.deep(slow=True)
def test_a_measure_is_silent_until_a_sentence_names_it(cast):
    mended(cast, cast.cell), mended(cast, cast.cell, "new")
    report = draft(cast)
    assert REPAIRED not in silent(cast, report) and BUILT not in silent(cast, report)
    actions.reword(report, "outreach", f"Xây {{{BUILT}}}.", by=cast.officer, at=NOW)
    found = silent(cast, report)
    assert BUILT not in found and found[REPAIRED].section == "outreach"
    assert "Tin, bài tuyên truyền" not in found, "nothing to tell is not silent"


@pytest.mark.deep(slow=True)
def test_the_composer_lists_it_and_one_press_begins_the_sentence(cast):
    mended(cast, cast.cell)
    report = draft(cast)
    actions.reword(report, "outreach", "Không nêu số.", by=cast.officer, at=NOW)
    client = cast.client("officer")
    page = client.get(reverse("reports:compose", args=[report.pk])).content.decode()
    address = reverse("reports:section", args=[report.pk, "outreach"]) + "?them=outreach.houses_repaired"
    assert "Chưa nói đến" in page and address in page
    form = Form(client, address)
    assert form["lines"] == f"Không nêu số.\n{REPAIRED}: {{{REPAIRED}}}."
    form.send(lines=form["lines"])
    assert REPAIRED not in silent(cast, report)


def test_a_ratio_tells_both_its_parts(cast):
    report = draft(cast)
    actions.reword(
        report,
        "registrations",
        "Đạt {Đảng viên đã đăng ký trên tổng số đảng viên | phần trăm}.",
        by=cast.officer,
        at=NOW,
    )
    assert "Đảng viên" not in silent(cast, report)


@pytest.mark.deep(slow=True)
def test_who_below_has_issued_nothing_is_named(cast):
    open_terms(cast)
    report = actions.begin(unit=cast.province, period=YEAR, by=cast.officer, at=NOW)
    address = reverse("reports:compose", args=[report.pk])
    page = cast.client("officer").get(address).content.decode()
    assert "Chưa ban hành báo cáo cùng kỳ" in page and "2 tổ chức đảng trực thuộc" in " ".join(page.split())
    below = draft(cast)
    actions.write(below, texts=every_text(), heads={}, by=cast.committee, at=NOW)
    actions.issue(below, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)
    again = " ".join(cast.client("officer").get(address).content.decode().split())
    assert "1 tổ chức đảng trực thuộc" in again


def test_the_word_of_an_issued_report_is_the_same_bytes_whatever_changes(cast):
    open_terms(cast)
    report = draft(cast)
    actions.write(report, texts=every_text(), heads={}, by=cast.officer, at=NOW)
    client = cast.client("committee")
    form = Form(client, reverse("reports:issue", args=[report.pk]))
    form.send(on="16/11/2026", body_abbreviation="ĐU")
    report.refresh_from_db()
    kept = bytes(report.signed_word.content)
    type(report).objects.filter(pk=report.pk).update(signer_name="Người khác")
    mended(cast, cast.cell)
    address = reverse("reports:download", args=[report.pk]) + "?format=docx"
    assert client.get(address).content == kept
    assert b"http://testserver/so-lieu/" in _relations(kept), "links lead back to the lists"
    report.signed_word.delete()
    report.refresh_from_db()
    content = content_of(report, now=NOW, today=cast.today)
    assert printing.printed(report, content, "docx", today=cast.today).content != kept


def _relations(word: bytes) -> bytes:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(word)).read("word/_rels/document.xml.rels")

"""A draft is read as of a day: what had happened by then, or by the tree of a later day; its links ask the same."""

import pytest
from django.urls import reverse

from lantoa.reports import actions
from lantoa.reports.compose import content_of
from lantoa.reports.tests.test_late_numbers_and_silent_ones import mended
from lantoa.reports.tests.world import NOW, YEAR


def test_a_draft_is_read_as_of_a_day_with_its_links_and_files(cast):
    mended(cast, cast.cell)
    report = actions.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    client, address = cast.client("officer"), reverse("reports:show", args=[report.pk])
    page = client.get(address).content.decode()
    assert "Đã sửa chữa" in page and "Tính đến ngày" in page
    early = client.get(address, {"ngay": "31/01/2026"}).content.decode()
    assert "Đã sửa chữa" not in early and "số liệu đến ngày 31/01/2026" in early
    late = client.get(address, {"ngay": "16/11/2026"}).content.decode()
    assert "outreach.houses_repaired" in late and "&amp;ngay=2026-11-16" in late
    word = reverse("reports:download", args=[report.pk])
    assert f"{word}?format=docx&amp;ngay=2026-11-16" in late
    assert client.get(address, {"ngay": "01/01/2020"}).status_code == 400


@pytest.mark.deep(slow=True)
def test_a_draft_is_composed_and_what_it_leaves_untold_read_as_of_a_day(cast):
    mended(cast, cast.cell)
    report = actions.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    client, address = cast.client("officer"), reverse("reports:compose", args=[report.pk])
    assert "Đã sửa chữa" in client.get(address).content.decode()
    early = client.get(address, {"ngay": "31/01/2026"}).content.decode()
    assert "Đã sửa chữa" not in early and "Số liệu đã đổi" not in early, "nothing has changed since"
    saved = client.post(f"{address}?ngay=2026-01-31", {"tai": "docx"})
    assert saved["Location"].endswith("format=docx&ngay=2026-01-31")
    untold = client.get(reverse("reports:untold", args=[report.pk]), {"ngay": "31/01/2026"})
    assert "31/01/2026" in untold.content.decode()


@pytest.mark.deep(slow=True)
def test_the_annex_is_read_as_of_a_day_and_says_what_the_word_says(cast):
    mended(cast, cast.cell)
    report = actions.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    client, address = cast.client("officer"), reverse("reports:annex", args=[report.pk])
    page = client.get(address).content.decode()
    assert address in client.get(report.get_absolute_url()).content.decode()
    rows = {row.label: row for row in content_of(report, now=NOW, today=cast.today).rows}
    assert all(f'<th scope="row">{label}</th>' in page for label in rows)
    assert rows["Nhà sửa chữa đã bàn giao"].now.shown == "1" and "Toàn đơn vị" in page
    then = client.get(address, {"ngay": "31/01/2026"}).context["content"]
    told = {row.label: row.now.shown for row in then.annex}
    assert told["Nhà sửa chữa đã bàn giao"] == "chưa ghi"


@pytest.mark.deep(slow=True)
def test_a_section_is_shown_as_of_a_day_and_what_is_saved_of_it_is_not(cast):
    mended(cast, cast.cell)
    report = actions.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    client, address = cast.client("officer"), reverse("reports:section", args=[report.pk, "outreach"])
    early = client.get(address, {"ngay": "31/01/2026"})
    said = early.context["form"]["lines"].value()
    assert not early.context["part"].pieces and "{Nhà sửa chữa đã bàn giao}" in said
    assert "Câu lưu lại không giữ ngày này" in early.content.decode()
    composer = client.get(reverse("reports:compose", args=[report.pk]), {"ngay": "31/01/2026"})
    assert f"{address}?ngay=2026-01-31" in composer.content.decode()
    client.post(f"{address}?ngay=2026-01-31", {"lines": said})
    report.refresh_from_db()
    assert "{outreach.houses_repaired}" in report.wording["outreach"][0]
    later = client.get(address)
    assert "1 căn" in "".join(piece.text for piece in later.context["part"].pieces)
    assert later.context["form"]["lines"].value() == said
    early = client.get(address, {"ngay": "31/01/2026"})
    assert early.context["form"]["lines"].value() == said
    assert early.context["part"].missing and not early.context["composed"].pieces

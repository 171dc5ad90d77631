"""People find papers issued, give numbers, attach what was signed, open terms; others find nothing."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.documents import actions, queries
from lantoa.documents.models import Document, Term
from lantoa.documents.tests.access import PDF, TERM
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.models import Attachment, Event


@pytest.fixture
def paper(cast):
    """A report that the commune has issued and nobody has signed yet."""
    actions.open_term(unit=cast.commune, name="2025 - 2030", starts=TERM, by=cast.committee)
    return issued(cast)


def issued(cast, by=None, abstract="kết quả học tập, thực hành năm 2026"):
    return actions.issue(
        type=queries.type_of("party", "Báo cáo"),
        issuer_unit=cast.commune,
        body_abbreviation="ĐU",
        abstract=abstract,
        on=cast.today,
        by=by or cast.committee,
    )


def scan(name="bản ký.pdf", content=PDF):
    return SimpleUploadedFile(name, content, "application/pdf")


def form(**changes):
    kind = queries.type_of("party", "Kế hoạch").pk
    return {
        "type": kind,
        "body_abbreviation": "ĐU",
        "on": "06/11/2026",
        "abstract": "học tập năm 2027",
    } | changes


def test_the_list_shows_numbers_days_and_what_is_not_signed(cast, paper):
    page = cast.client("committee").get(reverse("documents:index")).content.decode()
    assert "01-BC/ĐU" in page and "16/11/2026" in page and "kết quả học tập" in page
    assert "Chưa có" in page and "Cấp số văn bản" in page


def test_who_may_only_look_sees_no_button_to_issue(cast, paper):
    page = cast.client("inspector").get(reverse("documents:index")).content.decode()
    assert "01-BC/ĐU" in page and "Cấp số văn bản" not in page
    shown = cast.client("inspector").get(reverse("documents:show", args=[paper.pk])).content.decode()
    assert "Số 01-BC/ĐU" in shown and "Đính kèm" not in shown


def test_a_paper_is_found_by_a_part_of_its_number_or_abstract(cast, paper):
    issued(cast, abstract="tình hình tư tưởng quý IV")
    client = cast.client("committee")

    def found(text):
        page = client.get(reverse("documents:index"), {"tim": text}).content.decode()
        return [symbol for symbol in ("01-BC/ĐU", "02-BC/ĐU") if symbol in page]

    assert found("01-bc") == ["01-BC/ĐU"] and found("tư tưởng") == ["02-BC/ĐU"]
    assert found("") == ["01-BC/ĐU", "02-BC/ĐU"]
    page = client.get(reverse("documents:index"), {"tim": "không có"}).content.decode()
    assert "Không có văn bản nào khớp" in page


def test_an_empty_list_says_so(cast):
    page = cast.client("committee").get(reverse("documents:index")).content.decode()
    assert "Chưa có văn bản nào được cấp số" in page


@pytest.mark.deep
def test_the_list_asks_the_database_as_often_for_many_papers_as_for_few(
    cast, paper, django_assert_max_num_queries
):
    client = cast.client("committee")
    for _ in range(30):
        issued(cast)
    with django_assert_max_num_queries(14):
        client.get(reverse("documents:index"))


def test_a_paper_of_another_unit_does_not_exist(cast, paper):
    for who in ("secretary", "far_secretary", "other_secretary"):
        for name in ("documents:show", "documents:file"):
            assert cast.client(who).get(reverse(name, args=[paper.pk])).status_code == 404
        assert "01-BC" not in cast.client(who).get(reverse("documents:index")).content.decode()
    assert cast.client("officer").get(reverse("documents:show", args=[paper.pk])).status_code == 200


def test_who_issued_a_paper_sees_it_wherever_she_sits_now(cast, paper):
    own = issued(cast, by=cast.leader)
    moved = cast.far_secretary
    Document.objects.filter(pk=own.pk).update(created_by=moved.person)
    assert list(Document.objects.visible_to(moved)) == [own]
    assert not Document.objects.visible_to(cast.member).exists()


def test_a_number_is_given_on_a_page(cast, paper):
    client = cast.client("committee")
    page = client.get(reverse("documents:issue")).content.decode()
    assert 'value="ĐU"' in page and 'value="16/11/2026"' in page, "what is known is filled in"
    assert "Văn bản của Đảng" in page and "Quy định (QyĐ)" in page
    answer = client.post(reverse("documents:issue"), form(), follow=True)
    plan = Document.objects.get(type__label="Kế hoạch")
    assert (plan.symbol, plan.issued_on) == ("01-KH/ĐU", dt.date(2026, 11, 6))
    assert answer.redirect_chain == [(reverse("documents:show", args=[plan.pk]), 302)]
    assert "Đã cấp Số 01-KH/ĐU." in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"on": "31/02/2026"}, "không có thật"),
        ({"body_abbreviation": "Đ U"}, "Nhập chữ viết tắt"),
        ({"abstract": ""}, "cần sửa"),
        ({"type": "0"}, "cần sửa"),
        ({"on": "01/01/2024"}, "chưa ghi nhiệm kỳ cấp ủy vào ngày 01/01/2024"),
        ({"on": "01/01/1989"}, "Chưa có quy định thể thức"),
    ],
)
def test_what_cannot_be_used_comes_back_with_what_was_typed(cast, paper, changes, said):
    answer = cast.client("committee").post(reverse("documents:issue"), form(**changes))
    page = answer.content.decode()
    assert answer.status_code == 400 and said in page
    assert changes.get("abstract", "học tập năm 2027") in page
    assert Document.objects.count() == 1


def test_the_signed_scan_is_attached_and_can_be_downloaded(cast, paper):
    client = cast.client("committee")
    attached = client.post(reverse("documents:attach", args=[paper.pk]), {"file": scan()}, follow=True)
    assert "Đã đính kèm bản ký." in attached.content.decode()
    download = cast.client("inspector").get(reverse("documents:file", args=[paper.pk]))
    assert b"".join(download.streaming_content) == PDF
    assert download["Content-Type"] == "application/pdf" and "attachment" in download["Content-Disposition"]
    event = Event.objects.about(paper).last()
    assert (event.verb, event.after["sha256"]) == ("document.signed", Attachment.objects.get().sha256)


def test_a_signed_paper_is_never_exchanged(cast, paper):
    first = Judged("a.pdf", "application/pdf", PDF)
    actions.attach_signed(paper, file=first, by=cast.committee)
    with pytest.raises(Conflict, match="đã có bản ký"):
        actions.attach_signed(paper, file=Judged("b.pdf", "application/pdf", PDF + b" "), by=cast.leader)
    assert Attachment.objects.count() == 1
    answer = cast.client("committee").post(reverse("documents:attach", args=[paper.pk]), {"file": scan()})
    assert answer.status_code == 409


def test_a_file_that_is_no_paper_is_refused_beside_the_box(cast, paper):
    url = reverse("documents:attach", args=[paper.pk])
    client = cast.client("committee")
    answer = client.post(url, {"file": scan("x.pdf", b"<html><script>alert(1)</script>")})
    assert answer.status_code == 400 and "không dùng được" in answer.content.decode()
    assert client.post(url, {}).status_code == 400
    assert client.get(url).status_code == 302
    paper.refresh_from_db()
    assert not paper.is_signed


def test_signing_needs_the_right_and_the_reach(cast, paper):
    file = Judged("a.pdf", "application/pdf", PDF)
    for who in (cast.officer, cast.inspector, cast.secretary, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.attach_signed(paper, file=file, by=who)
    assert cast.client("officer").post(reverse("documents:attach", args=[paper.pk])).status_code == 403


def test_an_unsigned_paper_has_no_file(cast, paper):
    assert cast.client("committee").get(reverse("documents:file", args=[paper.pk])).status_code == 404


def test_a_term_is_opened_on_a_page(cast):
    client, url = cast.client("committee"), reverse("documents:terms")
    assert "Chưa ghi nhiệm kỳ nào" in client.get(url).content.decode()
    page = client.post(url, {"name": "2025 - 2030", "starts": "1/7/2025"}, follow=True).content.decode()
    assert "Đã ghi nhiệm kỳ mới." in page and "2025 - 2030, từ ngày 01/07/2025" in page
    assert Term.objects.get().unit == cast.commune
    again = client.post(url, {"name": "lùi", "starts": "1/7/2020"})
    assert again.status_code == 400 and "phải bắt đầu sau ngày đó" in again.content.decode()


def test_what_is_in_an_abstract_is_only_text_on_the_page(cast, paper):
    issued(cast, abstract="<script>alert(1)</script>")
    page = cast.client("committee").get(reverse("documents:index")).content.decode()
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page


def test_who_may_read_no_reports_finds_no_paper(cast, paper):
    assert paper in Document.objects.visible_to(cast.officer)
    assert not Document.objects.visible_to(replace(cast.officer, permissions=frozenset())).exists()

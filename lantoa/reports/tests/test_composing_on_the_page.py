"""An officer opens the draft, writes, saves, takes Word away: few clicks, nothing lost, nobody else's report."""

import datetime as dt
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document as read_docx

from lantoa.documents.tests.papers import everything
from lantoa.foundation.dates import Period
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.organisation import actions as organisation
from lantoa.portal.queries import work_of
from lantoa.reports import actions, rules
from lantoa.reports.models import Report
from lantoa.reports.tests.world import NOW, YEAR, furnish


def begin(cast, who="officer", unit=None, **period):
    """Press "Soạn báo cáo"."""
    data = {"unit": (unit or cast.province).code, "period": "2026"} | period
    return cast.client(who).post(reverse("reports:begin"), data)


def draft(cast, unit=None, by=None):
    return actions.begin(unit=unit or cast.province, period=YEAR, by=by or cast.officer)


def text_of(response):
    return response.content.decode()


@pytest.mark.deep(slow=True)
def test_from_the_list_to_word_in_three_presses(cast):
    furnish(cast)
    client = cast.client("officer")
    page = text_of(client.get(reverse("reports:index")))
    assert "Soạn báo cáo" in page and f'value="{cast.province.code}"' in page
    composed = client.post(
        reverse("reports:begin"), {"unit": cast.province.code, "period": "2026"}, follow=True
    )
    assert "Có " in text_of(composed) and "ủng hộ" in text_of(composed)
    word = client.post(composed.wsgi_request.path, {"tai": "docx"}, follow=True)
    assert word["Content-Type"].endswith("wordprocessingml.document")
    lines = everything(read_docx(io.BytesIO(word.content)))
    assert "Có 56/66 tổ chức đảng và 7 cá nhân ủng hộ gần 3 tỷ đồng." in " ".join(lines)


def test_figures_on_the_page_are_links_to_their_lists(cast):
    page = text_of(cast.client("officer").get(reverse("reports:compose", args=[draft(cast).pk])))
    assert (
        f'<a class="fig" href="/so-lieu/registrations.members/?don-vi={cast.province.code}&amp;ky=2026"'
        in page
    )
    assert "6 đảng viên</a>" in page


@pytest.mark.deep(slow=True)
def test_the_page_names_the_units_without_figures_and_what_is_unwritten(cast):
    furnish(cast)
    page = text_of(cast.client("officer").get(reverse("reports:compose", args=[draft(cast).pk])))
    assert "Báo cáo ghi rõ 1 tổ chức chưa có số liệu" in page
    assert "Đảng bộ xã Nậm Khao</a></li>" in page
    assert "Chưa viết: 4. Trách nhiệm nêu gương; IV. Hạn chế" in page
    assert "Chỉ thị 07-CT/TW: cần đối chiếu bản gốc" in page


@pytest.mark.deep(slow=True)
def test_beginning_again_opens_the_same_draft(cast):
    first, second = begin(cast), begin(cast)
    assert first.url == second.url
    assert Report.objects.count() == 1
    assert begin(cast, period="2026-H1").url != first.url


def test_two_days_make_a_period_of_their_own(cast):
    begin(cast, first="1/1/2021", last="13/3/2024")
    assert Report.objects.get().period == Period.parse("2021-01-01..2024-03-13")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"first": "1/1/2021"}, "Nhập cả ngày đầu và ngày cuối"),
        ({"first": "31/2/2021", "last": "1/3/2021"}, "không có thật"),
        ({"first": "1/3/2021", "last": "1/1/2021"}, "kết thúc sau ngày bắt đầu"),
        ({"period": "mùa xuân"}, "Không hiểu kỳ"),
        ({"period": "2016"}, "không hoạt động trong kỳ năm 2016"),
    ],
)
def test_a_period_that_cannot_be_read_is_answered_in_words(cast, typed, sentence):
    answer = begin(cast, **typed)
    assert answer.status_code == 400
    assert sentence in text_of(answer)
    assert not Report.objects.exists()


def test_a_unit_out_of_reach_is_a_page_that_does_not_exist(cast):
    assert begin(cast, "committee", cast.far).status_code == 404
    foreign = draft(cast, cast.far)
    for name in ("show", "compose", "download"):
        assert cast.client("committee").get(reverse(f"reports:{name}", args=[foreign.pk])).status_code == 404
    assert (
        cast.client("committee").get(f"{reverse('reports:index')}?don-vi={cast.far.code}").status_code == 404
    )


def test_an_address_may_choose_a_unit_deep_below(cast):
    page = text_of(
        cast.client("officer").get(f"{reverse('reports:index')}?don-vi={cast.cell.code}&ky=2026-H1")
    )
    assert f'<option value="{cast.cell.code}" selected>' in page
    assert '<option value="2026-H1" selected>' in page


@pytest.mark.deep(slow=True)
def test_what_is_written_is_kept_and_comes_back(cast):
    report, client = draft(cast), cast.client("officer")
    address = reverse("reports:compose", args=[report.pk])
    answer = client.post(
        address,
        {"text_directions": "Tiếp tục.\nMỗi chi bộ một việc.", "signer_name": "Hoàng Thị Thanh"},
        follow=True,
    )
    assert "Đã lưu bản nháp, chưa gửi ai." in text_of(answer)
    report.refresh_from_db()
    assert report.texts["directions"] == "Tiếp tục.\nMỗi chi bộ một việc."
    assert report.updated_by == cast.officer.person
    assert "Mỗi chi bộ một việc." in text_of(client.get(address))
    assert "Hoàng Thị Thanh" in text_of(client.get(address))


@pytest.mark.deep(slow=True)
def test_the_copy_kept_while_typing_is_quiet(cast):
    report = draft(cast)
    address = reverse("reports:compose", args=[report.pk])
    client = cast.client("officer")
    assert Form(client, address).save_draft(text_duty="Đang viết").status_code == 200
    assert Form(client, address)["text_duty"] == "Đang viết"
    assert [event.verb for event in Event.objects.about(report)] == ["report.started"]


def test_boxes_of_the_form_alone_are_kept(cast):
    report = draft(cast)
    actions.write(
        report, texts={"khong-co-muc": "x", "duty": "y"}, heads={"status": "issued"}, by=cast.officer, at=NOW
    )
    report.refresh_from_db()
    assert report.texts == {"duty": "y"}
    assert report.is_draft


def test_a_text_too_long_is_sent_back_and_not_lost(cast):
    report = draft(cast)
    answer = cast.client("officer").post(
        reverse("reports:compose", args=[report.pk]), {"text_duty": "dài " * 6000}
    )
    assert answer.status_code == 400
    assert "dài dài dài" in text_of(answer)


@pytest.mark.deep(slow=True)
def test_what_people_write_is_shown_as_text(cast):
    report = draft(cast)
    actions.write(report, texts={"duty": "<script>alert(1)</script>"}, heads={}, by=cast.officer, at=NOW)
    for name in ("compose", "show"):
        page = text_of(cast.client("officer").get(reverse(f"reports:{name}", args=[report.pk])))
        assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page


@pytest.mark.deep
def test_excel_and_json_come_from_the_same_page(cast):
    client, report = cast.client("inspector"), draft(cast)
    address = reverse("reports:download", args=[report.pk])
    assert client.get(f"{address}?format=xlsx").content.startswith(b"PK")
    said = json.loads(client.get(f"{address}?format=json").content)
    assert said["unit"]["code"] == cast.province.code
    assert client.get(f"{address}?format=odt").status_code == 400


def test_who_only_views_reads_and_does_not_write(cast):
    report = draft(cast, cast.commune)
    page = text_of(cast.client("inspector").get(reverse("reports:show", args=[report.pk])))
    assert "Tải Word" in page and "Soạn tiếp" not in page and "Ban hành" not in page
    assert cast.client("inspector").get(reverse("reports:compose", args=[report.pk])).status_code == 403


def test_an_unfinished_draft_is_work_of_who_began_it(cast):
    draft(cast)
    mine = [task.title for task in work_of(cast.officer).todo]
    assert "Soạn xong báo cáo năm 2026" in mine
    assert "Soạn xong báo cáo năm 2026" not in [task.title for task in work_of(cast.leader).todo]


def test_the_list_costs_the_same_for_one_report_and_for_many(cast, django_assert_max_num_queries):
    client = cast.client("officer")
    for month in range(1, 11):
        actions.begin(unit=cast.commune, period=Period.months(2026, month, 1), by=cast.officer)
    with django_assert_max_num_queries(24):
        page = text_of(client.get(reverse("reports:index")))
    assert page.count('<th scope="row">') == 10


@pytest.mark.deep
def test_the_page_costs_the_same_for_few_units_and_for_many(cast):
    address, client = reverse("reports:compose", args=[draft(cast).pk]), cast.client("officer")
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(15):
        organisation.found(
            name=f"Đảng bộ xã {number}",
            parent=cast.province,
            kind="party",
            level="grassroots",
            on=cast.today,
            by=cast.system,
        )
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) <= len(few) + 1


@pytest.mark.parametrize(
    ("day", "first"),
    [("2026-01-20", "2025"), ("2026-05-02", "2026-H1"), ("2026-07-10", "2026-H1"), ("2026-11-16", "2026")],
)
def test_the_likeliest_period_is_offered_first(day, first):
    offered = rules.usual_periods(dt.date.fromisoformat(day))
    assert offered[0].code == first
    assert len({p.code for p in offered}) == len(offered)

"""A plan is drafted, submitted, issued under a number and a date, followed, and closed."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from lantoa.documents import actions as documents
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.programme import actions, queries
from lantoa.programme.models import Plan, PlanTask

pytestmark = pytest.mark.django_db
YEAR = {"scope": "year", "starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}
TERM = {"scope": "term", "starts": dt.date(2021, 1, 1), "ends": dt.date(2026, 1, 1)}
TASKS = [
    {"content": "Quán triệt chuyên đề năm", "lead": "Ban Xây dựng Đảng", "due": dt.date(2026, 2, 28)},
    {"content": "Sơ kết 6 tháng", "due": dt.date(2026, 11, 20)},
]


@pytest.fixture
def draft(cast):
    """The commune's committee has begun its plan for 2026."""
    return actions.draft_plan(
        unit=cast.commune, by=cast.committee, title="Kế hoạch năm 2026", tasks=TASKS, **YEAR
    )


def verbs(plan):
    return [event.verb for event in Event.objects.about(plan)]


def test_a_plan_takes_the_next_number_of_the_one_register(cast, draft):
    documents.open_term(unit=cast.commune, name="XX", starts=dt.date(2025, 8, 1), by=cast.committee)
    first = actions.record_issued_plan(
        unit=cast.commune,
        number="30-KH/ĐU",
        issued_on=dt.date(2026, 1, 5),
        by=cast.committee,
        title="A",
        **YEAR,
    )
    actions.submit_plan(draft, by=cast.committee)
    actions.issue_plan(draft, number="", issued_on=dt.date(2026, 1, 6), by=cast.committee)
    assert first.document.number == 30 and draft.number == "31-KH/ĐU"
    assert draft.document.abstract == "Kế hoạch năm 2026"


def test_two_plans_never_bear_one_number(cast, draft):
    said = {
        "unit": cast.commune,
        "number": "30-KH/ĐU",
        "issued_on": dt.date(2026, 1, 5),
        "by": cast.committee,
    }
    actions.record_issued_plan(**said, title="Kế hoạch A", **YEAR)
    with pytest.raises(BadInput, match="đã vào sổ cho “Kế hoạch A”"):
        actions.record_issued_plan(**said, title="Kế hoạch B", **YEAR)


def test_from_the_draft_to_the_summing_up(cast, draft):
    by = cast.committee
    actions.submit_plan(draft, by=by)
    actions.return_plan(draft, reason="Việc số 2 chưa có người chủ trì.", by=by)
    actions.change_plan(draft, by=by, title="Kế hoạch thực hiện chuyên đề năm 2026")
    actions.submit_plan(draft, by=by)
    actions.issue_plan(draft, number="30-KH/ĐU", issued_on=dt.date(2026, 1, 5), by=by)
    actions.review_plan(draft, on=dt.date(2026, 7, 3), said="Xong 4 trên 6 việc.", by=by)
    actions.sum_up_plan(draft, on=dt.date(2026, 11, 10), said="Xong cả 6 việc.", by=by)
    actions.close_plan(draft, by=by)
    draft.refresh_from_db()
    assert draft.review == "Xong 4 trên 6 việc." and draft.summed_up_on == dt.date(2026, 11, 10)
    assert draft.status == Plan.Status.CLOSED and draft.number == "30-KH/ĐU" and draft.return_reason == ""
    assert draft.tasks.count() == 2
    assert verbs(draft) == [
        "plan.created",
        "plan.submitted",
        "plan.returned",
        "plan.edited",
        "plan.submitted",
        "plan.issued",
        "plan.reviewed",
        "plan.summed_up",
        "plan.closed",
    ]


def test_of_two_who_issue_at_once_one_is_told(cast, draft):
    actions.submit_plan(draft, by=cast.committee)
    mine, yours = Plan.objects.get(), Plan.objects.get()
    actions.issue_plan(mine, number="30-KH/ĐU", issued_on=dt.date(2026, 1, 5), by=cast.committee)
    with pytest.raises(Conflict):
        actions.issue_plan(yours, number="31-KH/ĐU", issued_on=dt.date(2026, 1, 6), by=cast.officer)
    assert Plan.objects.get().number == "30-KH/ĐU"


def test_what_was_issued_is_not_rewritten(cast, draft):
    actions.submit_plan(draft, by=cast.committee)
    with pytest.raises(BadInput, match="Chỉ sửa được bản nháp"):
        actions.change_plan(draft, by=cast.committee, title="Khác")
    with pytest.raises(Conflict):
        actions.close_plan(draft, by=cast.committee)


@pytest.mark.parametrize(
    ("number", "issued_on", "said"),
    [
        ("", dt.date(2026, 1, 5), "chưa ghi nhiệm kỳ"),
        ("30-KH/ĐU", None, "Nhập ngày ban hành"),
        ("30-KH/ĐU", dt.date(2026, 12, 1), "chưa đến"),
    ],
)
def test_an_issued_plan_has_a_number_and_a_date_of_the_past(cast, draft, number, issued_on, said):
    actions.submit_plan(draft, by=cast.committee)
    with pytest.raises(BadInput, match=said):
        actions.issue_plan(draft, number=number, issued_on=issued_on, by=cast.committee)
    draft.refresh_from_db()
    assert draft.status == Plan.Status.SUBMITTED


def test_the_database_itself_refuses_an_issued_plan_without_a_number(draft):
    with pytest.raises(IntegrityError, match="a_number_and_a_date"), transaction.atomic():
        Plan.objects.update(status="issued")


def test_returning_needs_a_reason(cast, draft):
    actions.submit_plan(draft, by=cast.committee)
    with pytest.raises(BadInput, match="chỗ cần sửa"):
        actions.return_plan(draft, reason="", by=cast.committee)


def test_a_draft_is_the_units_own_matter_and_an_issued_plan_is_for_those_below(cast, draft):
    assert draft in Plan.objects.visible_to(cast.officer)
    assert draft not in Plan.objects.visible_to(cast.secretary)
    actions.submit_plan(draft, by=cast.committee)
    actions.issue_plan(draft, number="30-KH/ĐU", issued_on=dt.date(2026, 1, 5), by=cast.committee)
    for who in (cast.secretary, cast.member):
        assert draft in Plan.objects.visible_to(who)
    assert draft not in Plan.objects.visible_to(cast.far_secretary)
    with pytest.raises(NotAllowed):
        actions.close_plan(draft, by=cast.secretary)


def test_a_task_is_done_once(cast, draft):
    task = draft.tasks.first()
    actions.finish_task(task, on=dt.date(2026, 2, 20), by=cast.committee)
    actions.finish_task(task, on=dt.date(2026, 3, 20), by=cast.committee)
    task.refresh_from_db()
    assert task.done_on == dt.date(2026, 2, 20)
    assert Event.objects.filter(verb="plan_task.finished").count() == 1
    with pytest.raises(BadInput, match="chưa đến"):
        actions.finish_task(draft.tasks.last(), on=dt.date(2026, 12, 20), by=cast.committee)


def form(**more):
    """What a browser sends for a plan with one task on three lines."""
    sent = {
        "scope": "year",
        "title": "Kế hoạch năm 2026",
        "from_year": "2026",
        "content": "",
        "viec-TOTAL_FORMS": "3",
        "viec-INITIAL_FORMS": "0",
        "viec-0-content": "Quán triệt chuyên đề năm",
        "viec-0-due": "28/2/2026",
        "viec-1-content": "",
        "viec-2-content": "",
    }
    return sent | more


@pytest.mark.deep(slow=True)
def test_the_secretary_writes_submits_and_issues_on_the_pages(cast):
    client = cast.client("secretary")
    answer = client.post("/chuong-trinh/ke-hoach/moi/", form())
    plan = Plan.objects.get()
    assert answer["Location"] == plan.get_absolute_url() and plan.unit == cast.cell
    assert plan.tasks.get().due == dt.date(2026, 2, 28)
    page = client.get(plan.get_absolute_url()).content.decode()
    assert "Bản nháp, chưa trình" in page and "Trình kế hoạch" in page
    client.post(f"{plan.get_absolute_url()}trinh/")
    wrong = client.post(f"{plan.get_absolute_url()}ban-hanh/", {"number": "01-KH/CB"}).content.decode()
    assert "Có 1 chỗ cần sửa" in wrong
    wrong = client.post(f"{plan.get_absolute_url()}ban-hanh/", {"number": "1", "issued_on": "1/12/2026"})
    assert "Ngày này chưa đến" in wrong.content.decode()
    signed = SimpleUploadedFile("ky.pdf", b"%PDF-1.4 da ky")
    sent = {"number": "01-KH/CB", "issued_on": "5/1/2026", "file": signed}
    assert client.post(f"{plan.get_absolute_url()}ban-hanh/", sent).status_code == 302
    page = client.get(plan.get_absolute_url()).content.decode()
    assert "01-KH/CB, 05/01/2026" in page and "Đã xong" in page
    assert "quá hạn" in cast.client("member").get(plan.get_absolute_url()).content.decode()
    client.post(f"/chuong-trinh/viec/{plan.tasks.get().pk}/xong/", {"result": "18 đảng viên đã học"})
    page = client.get(plan.get_absolute_url()).content.decode()
    assert "16/11/2026" in page and "18 đảng viên đã học" in page
    assert cast.client("member").get(f"{plan.get_absolute_url()}tep/").status_code == 200
    said = {"on": "14/11/2026", "said": ""}
    assert "Có 1 chỗ cần sửa" in client.post(f"{plan.get_absolute_url()}so-ket/", said).content.decode()
    client.post(f"{plan.get_absolute_url()}tong-ket/", said | {"said": "Xong cả."})
    client.post(f"{plan.get_absolute_url()}dong/")
    assert Plan.objects.get().status == "closed"


def test_a_plan_signed_on_paper_is_entered_in_one_go(cast):
    sent = form(number="30-KH/ĐU", issued_on="5/1/2026", unit=cast.commune.code)
    assert cast.client("committee").post("/chuong-trinh/ke-hoach/moi/", sent).status_code == 302
    plan = Plan.objects.get()
    assert plan.is_issued and plan.unit == cast.commune and verbs(plan) == ["plan.issued"]
    assert plan in Plan.objects.visible_to(cast.member)
    assert cast.client("member").get(f"{plan.get_absolute_url()}tep/").status_code == 404


def test_more_lines_keep_what_was_typed_and_complain_of_nothing(cast):
    page = cast.client("secretary").post(
        "/chuong-trinh/ke-hoach/moi/", form(title="", more="1", **{"viec-0-lead": "Chi ủy"})
    )
    text = page.content.decode()
    assert "chỗ cần sửa" not in text and "Lỗi:" not in text
    assert "Quán triệt chuyên đề năm" in text and "Chi ủy" in text
    assert 'name="viec-TOTAL_FORMS" value="6"' in text
    assert not Plan.objects.exists()


def test_errors_in_every_part_are_shown_at_once(cast):
    sent = form(title="", number="1", **{"viec-1-lead": "Chi ủy"})
    text = cast.client("secretary").post("/chuong-trinh/ke-hoach/moi/", sent).content.decode()
    assert "Có 3 chỗ cần sửa" in text
    assert "Ghi nội dung công việc, hoặc xóa trắng cả dòng." in text
    assert "Nhập ngày ban hành ghi trên văn bản đã ký." in text


def test_a_draft_is_rewritten_with_its_table(cast, draft):
    client = cast.client("committee")
    page = client.get(f"{draft.get_absolute_url()}sua/").content.decode()
    assert "Sơ kết 6 tháng" in page and 'value="20/11/2026"' in page
    sent = form(title="Kế hoạch mới")
    assert client.post(f"{draft.get_absolute_url()}sua/", sent).status_code == 302
    draft.refresh_from_db()
    assert draft.title == "Kế hoạch mới" and list(draft.tasks.values_list("content", flat=True)) == [
        "Quán triệt chuyên đề năm"
    ]
    client.post(f"{draft.get_absolute_url()}trinh/")
    client.post(f"{draft.get_absolute_url()}tra-lai/", {"reason": "Thiếu thời hạn."})
    assert "Thiếu thời hạn." in client.get(draft.get_absolute_url()).content.decode()
    client.post(f"{draft.get_absolute_url()}trinh/")
    assert client.get(f"{draft.get_absolute_url()}sua/").status_code == 400


def test_the_officer_sees_who_has_no_plan(cast, draft, django_assert_max_num_queries):
    client = cast.client("officer")
    page = client.get("/chuong-trinh/ke-hoach/").content.decode()
    assert ">0/2<" in page and "Đảng bộ xã Nậm Khao" in page
    actions.submit_plan(draft, by=cast.committee)
    actions.issue_plan(draft, number="30-KH/ĐU", issued_on=dt.date(2026, 1, 5), by=cast.committee)
    for number in range(20):
        actions.draft_plan(unit=cast.far, by=cast.officer, title=f"Nháp {number}", **YEAR)
    with django_assert_max_num_queries(40):
        page = client.get("/chuong-trinh/ke-hoach/?nam=2026").content.decode()
    assert ">1/2<" in page and "Nháp 19" in page
    assert f"/ke-hoach/moi/?don-vi={cast.far.code}" in page
    assert "Kế hoạch năm 2026" not in client.get("/chuong-trinh/ke-hoach/?nam=2024").content.decode()
    below = client.get(f"/chuong-trinh/ke-hoach/?don-vi={cast.far.code}").content.decode()
    assert "Nháp 3" in below and "30-KH/ĐU" not in below
    assert cast.client("committee").get(f"/chuong-trinh/ke-hoach/?don-vi={cast.far.code}").status_code == 404


def test_the_plan_of_a_year_is_the_one_furthest_along(cast, draft):
    assert queries.plan_of_year(cast.commune, 2026) == draft
    issued = actions.record_issued_plan(
        unit=cast.commune, by=cast.committee, title="B", number="2", issued_on=dt.date(2026, 1, 9), **YEAR
    )
    assert queries.plan_of_year(cast.commune, 2026) == issued
    assert queries.plan_of_year(cast.commune, 2025) is None
    assert queries.plan_of_year(cast.cell, 2026) is None


def test_tasks_fall_due_only_in_issued_plans(cast, draft):
    assert not queries.tasks_due(cast.commune, cast.today).exists()
    actions.submit_plan(draft, by=cast.committee)
    actions.issue_plan(draft, number="30-KH/ĐU", issued_on=dt.date(2026, 1, 5), by=cast.committee)
    assert [t.content for t in queries.tasks_due(cast.commune, cast.today)] == [
        "Quán triệt chuyên đề năm",
        "Sơ kết 6 tháng",
    ]
    assert PlanTask.objects.visible_to(cast.member).count() == 2
    assert PlanTask.objects.visible_to(cast.far_secretary).count() == 0

"""From a draft to the yearly assessment: what each step writes and what it refuses."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from lantoa.breakthroughs import actions
from lantoa.breakthroughs.actions import Mark
from lantoa.breakthroughs.models import Breakthrough, QuarterReport, YearAssessment
from lantoa.breakthroughs.tests.stories import approved, of_the_cell, of_the_head, running_of_the_head, sent
from lantoa.foundation.attachments import judge
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.models import Event


def verbs(breakthrough):
    return [event.verb.removeprefix("breakthrough.") for event in Event.objects.about(breakthrough)]


def test_a_heads_breakthrough_from_draft_to_its_end(cast):
    ours = of_the_head(cast)
    assert ours.status == "draft" and ours.registered_on is None
    assert ours.approving_unit == cast.province
    sent(ours, cast.committee)
    actions.return_for_changes(ours, by=cast.leader, reason="Nêu rõ hồ sơ chờ lâu nhất")
    actions.edit(ours, by=cast.committee, problem="214 hồ sơ quá hạn, lâu nhất 3 năm.")
    sent(ours, cast.committee)
    approved(ours, cast.leader)
    quarter = {"year": 2026, "quarter": 1, "state": "on_track", "result": "Phân công xong 214 hồ sơ."}
    actions.report_quarter(ours, by=cast.committee, value=Decimal(158), **quarter)
    actions.assess_year(ours, year=2026, result="mostly", by=cast.leader)
    actions.close(ours, by=cast.leader)
    ours.refresh_from_db()
    assert ours.status == "closed" and ours.closed_on == cast.today
    assert verbs(ours) == (
        [
            "written",
            "submitted",
            "returned",
            "edited",
            "submitted",
            "approved",
            "recorded",
            "assessed",
            "closed",
        ]
    )


def test_the_title_is_kept_as_it_stood(cast):
    ours = of_the_head(cast)
    title = ours.title
    title.name = "Bí thư Đảng ủy xã kiêm Chủ tịch HĐND"
    title.save()
    ours.refresh_from_db()
    assert ours.title_name == "Bí thư Đảng ủy xã"
    assert ours.title == title


def test_what_was_sent_before_stays_readable_after_a_rewrite(cast):
    ours = sent(of_the_head(cast), cast.committee)
    actions.return_for_changes(ours, by=cast.leader, reason="Nêu rõ số đầu kỳ")
    actions.edit(ours, by=cast.committee, problem="Số đầu kỳ 214.")
    sent(ours, cast.committee)
    first, second = Event.objects.about(ours).filter(verb="breakthrough.submitted")
    assert first.after["problem"].startswith("Cuối năm 2025") and second.after["problem"] == "Số đầu kỳ 214."
    assert first.after["milestones"][0].startswith("2026-03-31: Phân công xong")


def test_sending_again_keeps_the_first_day(cast):
    ours = sent(of_the_head(cast), cast.committee)
    ours.registered_on = dt.date(2026, 1, 8)
    ours.save()
    actions.return_for_changes(ours, by=cast.leader, reason="Sửa")
    sent(ours, cast.committee)
    assert (ours.registered_on, ours.submitted_on) == (dt.date(2026, 1, 8), cast.today)


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"problem": ""}, "problem"),
        ({"solution": " "}, "solution"),
        ({"target_value": None, "start_value": None}, "target_value"),
    ],
)
def test_what_a_committee_needs_to_decide_is_asked_before_sending(cast, missing, field):
    ours = of_the_head(cast, **missing)
    with pytest.raises(BadInput) as refused:
        sent(ours, cast.committee)
    assert refused.value.field == field
    ours.refresh_from_db()
    assert ours.status == "draft" and ours.registered_on is None


def test_a_product_serves_where_nothing_can_be_counted(cast):
    ours = of_the_head(cast, start_value=None, target_value=None, product="Quy chế phân cấp được ban hành")
    assert sent(ours, cast.committee).status == "submitted"


def test_a_number_says_what_it_counts(cast):
    with pytest.raises(BadInput, match="đơn vị tính"):
        of_the_head(cast, unit_of_value="")


def test_a_draft_that_cannot_be_kept_is_not_half_kept(cast):
    with pytest.raises(BadInput, match="cùng ngày 31/03/2026"):
        of_the_head(cast, milestones=[Mark(dt.date(2026, 3, 31), "một"), Mark(dt.date(2026, 3, 31), "hai")])
    with pytest.raises(BadInput, match="sau ngày bắt đầu"):
        of_the_head(cast, starts=dt.date(2026, 1, 1), ends=dt.date(2026, 1, 1))
    with pytest.raises(TypeError, match="status"):
        of_the_head(cast, status="approved")
    assert not Breakthrough.objects.exists() and not Event.objects.filter(verb__startswith="break").exists()


def test_milestones_without_words_are_left_out(cast):
    ours = of_the_head(cast, milestones=[Mark(dt.date(2026, 3, 31)), Mark(dt.date(2026, 5, 19), "Họp dân")])
    (mark,) = ours.milestones.all()
    assert mark.label == "19/05/2026"
    actions.edit(ours, by=cast.committee, milestones=[Mark(dt.date(2026, 6, 30), value=Decimal(5))])
    assert [mark.label for mark in ours.milestones.all()] == ["quý II/2026"]


def test_a_return_says_why(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    with pytest.raises(BadInput, match="lý do"):
        actions.return_for_changes(ours, by=cast.committee, reason="  ")
    actions.return_for_changes(ours, by=cast.committee, reason="chưa có thời hạn")
    ours.refresh_from_db()
    assert (ours.status, ours.return_reason) == ("returned", "chưa có thời hạn")


def test_an_approval_names_a_paper_that_exists_already(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    with pytest.raises(BadInput, match="số văn bản"):
        actions.approve(ours, by=cast.committee, document_number="", approved_on=cast.today)
    with pytest.raises(BadInput, match="ngày của văn bản"):
        actions.approve(ours, by=cast.committee, document_number="12-TB/ĐU", approved_on=None)
    with pytest.raises(BadInput, match="sau hôm nay"):
        actions.approve(
            ours, by=cast.committee, document_number="12-TB/ĐU", approved_on=dt.date(2026, 11, 17)
        )
    actions.approve(
        ours,
        by=cast.committee,
        document_number="12-TB/ĐU",
        approved_on=cast.today,
        decided_by="Ban Thường vụ Đảng ủy xã An Phú",
        supervising_unit=cast.other_cell,
    )
    ours.refresh_from_db()
    assert (ours.decided_by, ours.supervising_unit) == ("Ban Thường vụ Đảng ủy xã An Phú", cast.other_cell)


def test_what_was_sent_is_no_longer_rewritten(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    stale = Breakthrough.objects.get(pk=ours.pk)
    with pytest.raises(Conflict, match="đã trình"):
        actions.edit(ours, by=cast.secretary, problem="khác")
    approved(ours, cast.committee)
    with pytest.raises(Conflict):
        actions.edit(stale, by=cast.secretary, problem="khác")
    ours.refresh_from_db()
    assert ours.problem.startswith("Cuối năm 2025")


def test_of_two_people_deciding_at_once_one_wins(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    as_another_saw_it = Breakthrough.objects.get(pk=ours.pk)
    approved(ours, cast.committee)
    with pytest.raises(Conflict), transaction.atomic():
        actions.return_for_changes(as_another_saw_it, by=cast.committee, reason="chưa rõ")
    ours.refresh_from_db()
    assert (ours.status, ours.return_reason) == ("approved", "")


def test_the_first_quarter_starts_it_and_a_second_word_corrects(cast):
    ours = running_of_the_head(cast)
    told = {"year": 2026, "quarter": 2, "state": "late", "obstacle": "Bản đồ không khớp; cần Sở cử cán bộ"}
    actions.report_quarter(ours, by=cast.committee, result="Còn 121 hồ sơ.", value=Decimal(121), **told)
    assert ours.status == "running"
    actions.report_quarter(ours, by=cast.committee, result="Còn 120 hồ sơ.", value=Decimal(120), **told)
    report = QuarterReport.objects.get()
    assert report.value == 120
    last = Event.objects.about(ours).filter(verb="breakthrough.recorded").last()
    assert (last.before["result"], last.after["result"]) == ("Còn 121 hồ sơ.", "Còn 120 hồ sơ.")


def test_a_quarter_that_is_stuck_says_who_could_free_it(cast):
    ours = running_of_the_head(cast)
    with pytest.raises(BadInput) as refused:
        actions.report_quarter(
            ours, year=2026, quarter=3, state="difficult", result="Còn 74 hồ sơ.", by=cast.committee
        )
    assert refused.value.field == "obstacle"
    with pytest.raises(BadInput, match="dù chưa đạt"):
        actions.report_quarter(ours, year=2026, quarter=3, state="on_track", result="", by=cast.committee)


def test_a_quarter_is_reported_when_it_has_nearly_passed_and_within_its_time(cast):
    ours = running_of_the_head(cast)
    with pytest.raises(BadInput, match="quý IV/2026 ghi từ ngày 16/12/2026"):
        actions.report_quarter(ours, year=2026, quarter=4, state="on_track", result="xong", by=cast.committee)
    with pytest.raises(BadInput, match="ngoài thời hạn"):
        actions.report_quarter(ours, year=2027, quarter=1, state="on_track", result="xong", by=cast.committee)


def test_nothing_is_reported_before_approval(cast):
    ours = sent(of_the_head(cast), cast.committee)
    with pytest.raises(Conflict, match="đã duyệt"):
        actions.report_quarter(ours, year=2026, quarter=1, state="on_track", result="xong", by=cast.committee)


def test_evidence_is_kept_with_its_quarter(cast):
    ours = running_of_the_head(cast)
    paper = judge(SimpleUploadedFile("danh-sach.pdf", b"%PDF-1.7 214 ho so"))
    told = {"year": 2026, "quarter": 1, "state": "on_track", "result": "Treo danh sách."}
    report = actions.report_quarter(ours, by=cast.committee, evidence=[paper], **told)
    assert [file.name for file in report.evidence.all()] == ["danh-sach.pdf"]


def test_a_year_is_assessed_once_and_a_later_word_replaces_it(cast):
    ours = running_of_the_head(cast)
    with pytest.raises(BadInput, match="vì sao"):
        actions.assess_year(ours, year=2026, result="not_done", by=cast.leader)
    actions.assess_year(ours, year=2026, result="mostly", by=cast.leader, text="Còn 20 hồ sơ.")
    actions.assess_year(ours, year=2026, result="done", by=cast.leader)
    assert YearAssessment.objects.get().result == "done"
    with pytest.raises(BadInput, match="không sau năm nay"):
        actions.assess_year(ours, year=2027, result="done", by=cast.leader)


def test_it_ends_only_after_an_assessment(cast):
    ours = running_of_the_head(cast)
    with pytest.raises(BadInput, match="đánh giá năm trước"):
        actions.close(ours, by=cast.leader)
    with pytest.raises(Conflict, match="đã duyệt"):
        actions.assess_year(of_the_cell(cast), year=2026, result="done", by=cast.system)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"person": None}, "a_head_has_a_name"),
        ({"status": "returned", "registered_on": dt.date(2026, 1, 8)}, "says_why"),
        ({"status": "approved", "registered_on": dt.date(2026, 1, 8)}, "names_its_document"),
        ({"status": "submitted"}, "has_a_day"),
        ({"ends": dt.date(2020, 1, 1)}, "ends_after_it_starts"),
    ],
)
def test_the_database_refuses_what_cannot_be(cast, wrong, sentence):
    ours = of_the_head(cast)
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        Breakthrough.objects.filter(pk=ours.pk).update(**wrong)

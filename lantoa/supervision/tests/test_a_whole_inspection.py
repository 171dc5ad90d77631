"""From the programme to the file that is put away."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.late import all_due
from lantoa.shortcomings import actions as shortcomings
from lantoa.shortcomings.models import Shortcoming
from lantoa.supervision import actions, todo
from lantoa.supervision.models import Inspection
from lantoa.supervision.tests import stories

INDEX = reverse("supervision:index")


def read(client, address) -> str:
    return client.get(address, follow=True).content.decode()


def test_an_inspector_writes_the_programme_and_the_unit_reads_what_concerns_it(cast):
    inspector, committee = cast.client("inspector"), cast.client("committee")
    assert "Chưa có chương trình kiểm tra, giám sát năm này" in read(inspector, INDEX)
    boxes = {"year": "2026", "number": "02-CTr/UBKT", "issued_on": "15/01/2026"}
    page = inspector.post(reverse("supervision:programme"), boxes, follow=True).content.decode()
    assert "Chương trình số 02-CTr/UBKT, ban hành 15/01/2026" in " ".join(page.split())
    programme = cast.inspector.unit.supervision_programmes.get()
    line = {
        "kind": "thematic",
        "unit": cast.commune.code,
        "what": stories.WHAT,
        "led_by": "Bùi Đình Chiến",
        "month": "11",
    }
    new = reverse("supervision:new", args=[programme.pk])
    assert "Đã đưa vào chương trình" in inspector.post(new, line, follow=True).content.decode()
    one = Inspection.objects.get()
    assert (one.led_by, one.unit, one.month) == (cast.inspector.person, cast.commune, 11)
    assert stories.WHAT in read(committee, INDEX) and stories.WHAT in read(committee, one.get_absolute_url())
    for other in ("other_secretary", "far_secretary", "member"):
        assert stories.WHAT not in read(cast.client(other), INDEX)
        assert cast.client(other).get(one.get_absolute_url()).status_code == 404


def test_what_is_wrong_is_said_at_its_box(cast):
    programme = stories.programme(cast)
    for rest, box in (
        ({"what": " "}, "what"),
        ({"kind": "x"}, "kind"),
        ({"unit": cast.province}, "unit"),
        ({"led_by": cast.secretary.person}, "led_by"),
        ({"kind": "regular", "led_by": None}, "led_by"),
        ({"covers_from": dt.date(2026, 5, 1), "covers_to": dt.date(2026, 4, 1)}, "covers_to"),
    ):
        facts = {"kind": "thematic", "unit": cast.cell, "what": stories.WHAT} | rest
        with pytest.raises(BadInput) as wrong:
            actions.plan(programme, by=cast.inspector, **facts)
        assert wrong.value.field == box
    page = cast.client("inspector").post(
        reverse("supervision:new", args=[programme.pk]),
        {"kind": "thematic", "unit": cast.cell.code, "what": "", "led_by": "Không Có Ai"},
    )
    assert "Không có ai tên Không Có Ai" in page.content.decode()


def test_a_decision_opens_the_twelve_papers_with_the_deadlines_of_the_rules(cast):
    one = stories.opened(cast)
    due = dict(one.papers.values_list("kind", "due"))
    assert len(due) == 12
    assert (due["launch"], due["self_report"]) == (dt.date(2026, 11, 5), dt.date(2026, 11, 20))
    assert "Gửi báo cáo tự kiểm tra" in [task.title for task in todo.items(cast.committee)]
    who = {(one.person_id, one.day) for one in all_due(cast.today, dt.date(2026, 11, 30), cast.today)}
    assert (cast.committee.person.pk, dt.date(2026, 11, 20)) in who
    page = read(cast.client("committee"), one.get_absolute_url())
    assert "Hồ sơ 12 tài liệu" in page and "Gửi báo cáo của đơn vị" in page


def test_the_unit_reports_of_itself_and_nobody_else_does(cast):
    paper = stories.paper(stories.opened(cast), "self_report")
    with pytest.raises(NotAllowed):
        actions.send_self_report(paper, by=cast.secretary, text="Đã làm.")
    with pytest.raises(BadInput, match="Viết báo cáo"):
        actions.send_self_report(paper, by=cast.committee, text=" ")
    page = cast.client("committee").post(
        reverse("supervision:self_report", args=[paper.pk]), {"text": "Ưu điểm: đủ bản."}, follow=True
    )
    assert "Đã nhận báo cáo của đơn vị" in page.content.decode()
    assert not [task for task in todo.items(cast.committee) if "báo cáo tự" in task.title]


@pytest.mark.deep(slow=True)
def test_each_paper_leaves_as_word(cast):
    one = stories.opened(cast)
    for paper in one.papers.all():
        answer = cast.client("inspector").get(reverse("supervision:word", args=[paper.pk]))
        assert answer.content[:2] == b"PK", paper.kind


def test_a_conclusion_becomes_shortcomings_and_the_file_waits_for_them(cast):
    one = stories.opened(cast)
    finding = "19 bản đăng ký chưa có chỉ tiêu."
    deadline = dt.date(2026, 12, 31)
    actions.remember_remedy(one, by=cast.inspector, finding=finding, deadline=deadline)
    assert not Shortcoming.objects.exists()
    stories.concluded(one, cast.inspector)
    found = Shortcoming.objects.get()
    assert (found.finding, found.unit, found.source) == (finding, cast.commune, "oversight")
    assert (found.owner, found.kept_by) == (cast.committee.person, cast.province)
    page = read(cast.client("committee"), one.get_absolute_url())
    assert "Đang khắc phục" in page and finding in page
    with pytest.raises(Conflict, match="còn thiếu"):
        actions.close(one, by=cast.inspector)
    for paper in one.papers.filter(presence="waiting"):
        actions.record_paper(paper, by=cast.inspector, done_on=cast.today)
    with pytest.raises(Conflict, match="1 việc"):
        actions.close(one, by=cast.inspector)
    shortcomings.report_mended(found, by=cast.committee, done="Đã bổ sung.", mended_on=cast.today)
    shortcomings.verify(found, by=cast.leader)
    paper = reverse("supervision:paper", args=[stories.paper(one, "plan").pk])
    assert "Ghi tài liệu này" in read(cast.client("inspector"), paper)
    assert actions.close(one, by=cast.inspector).is_closed
    assert "Ghi tài liệu này" not in read(cast.client("inspector"), paper)


def test_regular_oversight_has_no_file_and_its_result_is_written_down(cast):
    one = stories.planned(cast, kind="regular", month=None)
    with pytest.raises(Conflict):
        actions.open_inspection(one, by=cast.inspector, decision_number="1-QĐ", decided_on=cast.today)
    stories.concluded(one, cast.inspector, conclusion_number="")
    assert one.is_concluded and one.begun_on == cast.today and not one.papers.exists()
    assert actions.close(one, by=cast.inspector).is_closed


def test_of_a_person_only_she_and_the_body_read(cast):
    one = stories.planned(cast, kind="inspection", unit=cast.cell, person=cast.member.person)
    assert stories.WHAT in read(cast.client("member"), one.get_absolute_url())
    for who in ("secretary", "committee", "officer"):
        assert cast.client(who).get(one.get_absolute_url()).status_code == 404


def test_who_keeps_no_programme_there_changes_nothing(cast):
    one = stories.opened(cast)
    for who in (cast.committee, cast.officer, cast.secretary):
        with pytest.raises(NotAllowed):
            stories.concluded(one, who)
    with pytest.raises(BadInput, match="chưa đến"):
        stories.concluded(one, cast.inspector, concluded_on=dt.date(2026, 12, 4))
    planned = stories.planned(cast)
    actions.drop(planned, by=cast.inspector, why="Trùng với cuộc của Tỉnh ủy.")
    page = read(cast.client("committee"), planned.get_absolute_url())
    assert "Trùng với cuộc của Tỉnh ủy." in page
    late = replace(cast.inspector, on=dt.date(2026, 12, 1))
    assert Inspection.objects.visible_to(late).count() == 2


def test_a_draft_programme_is_read_by_who_plans_only(cast):
    one = stories.planned(cast)
    actions.write_programme(by=cast.inspector, year=2026, number="", issued_on=None)
    for who, answer in (("inspector", 200), ("committee", 404)):
        assert cast.client(who).get(one.get_absolute_url()).status_code == answer, who
    assert stories.WHAT not in read(cast.client("committee"), INDEX)
    actions.open_inspection(one, by=cast.inspector, decision_number="57-QĐ/UBKT", decided_on=stories.DECIDED)
    assert stories.WHAT in read(cast.client("committee"), one.get_absolute_url())


@pytest.mark.deep(slow=True)
def test_a_year_of_many_is_read_page_by_page_and_month_by_month(cast):
    for month in (3, 3, *[11] * 50):
        stories.planned(cast, month=month, what=f"{stories.WHAT} Tháng {month}.")
    page = read(cast.client("inspector"), INDEX)
    assert page.count("Tháng 11.") == 48 and "trang=2" in page
    march = read(cast.client("inspector"), f"{INDEX}?nam=2026&don-vi={cast.inspector.unit.code}&thang=3")
    assert march.count("Tháng 3.") == 2 and "Tháng 11." not in march
    assert "Tháng 11." in read(cast.client("committee"), f"{INDEX}?xem=khac")


def test_of_two_who_drop_a_remedy_the_second_is_told(cast):
    one = stories.opened(cast)
    kept = actions.remember_remedy(
        one, by=cast.inspector, finding="Thiếu chỉ tiêu.", deadline=dt.date(2026, 12, 31)
    )
    same = type(kept).objects.select_related("inspection__programme").get(pk=kept.pk)
    actions.drop_remedy(kept, by=cast.inspector)
    with pytest.raises(Conflict, match="đã được bỏ"):
        actions.drop_remedy(same, by=cast.leader)

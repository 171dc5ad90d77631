"""The advising body says what it thinks before the approving body decides; where there is none the step is skipped."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lantoa.breakthroughs import actions, queries, todo
from lantoa.breakthroughs.models import AdvisingBody, Appraisal, Breakthrough
from lantoa.breakthroughs.tests.stories import adviser, of_the_cell, of_the_head, sent
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def advised(cast):
    """The commune's own officer gives the opinion there; at the province its officer does."""
    adviser(cast)
    actions.choose_advising_body(cast.commune, cast.commune, by=cast.committee)
    actions.choose_advising_body(cast.province, cast.province, by=cast.leader)
    return cast


def titles(actor):
    return [str(item.title) for item in todo.items(actor)]


def test_without_an_advising_body_the_step_is_skipped_and_the_page_says_so(cast):
    paper = sent(of_the_head(cast), cast.committee)
    assert paper.status == "submitted" and paper.appraising_unit is None
    page = cast.client("leader").get(reverse("breakthroughs:judge", args=[paper.pk]))
    assert "chưa chọn cơ quan thẩm định nên không qua bước này" in page.content.decode()


def test_the_officer_advises_and_then_the_leader_decides_with_the_words_before_her(advised):
    cast = advised
    paper = sent(of_the_head(cast), cast.committee)
    assert paper.status == "appraising"
    assert not Breakthrough.objects.awaiting(cast.leader).exists(), "the leader waits for the opinion"
    assert titles(cast.officer) == ["1 nội dung đột phá chờ đồng chí thẩm định"]
    client = cast.client("officer")
    address = reverse("breakthroughs:appraise", args=[paper.pk])
    assert "Vũ Minh Đức" not in client.get(address).content.decode().split("<main")[1]
    said = {"opinion": "agree", "text": "Sát việc khó, có số đầu kỳ."}
    answer = client.post(address, said, follow=True)
    assert "Đã ghi ý kiến thẩm định, chuyển Đảng bộ tỉnh Sơn Hà." in answer.content.decode()
    paper.refresh_from_db()
    assert paper.status == "submitted"
    page = cast.client("leader").get(reverse("breakthroughs:judge", args=[paper.pk])).content.decode()
    assert "Đảng bộ tỉnh Sơn Hà: đồng ý trình." in page and "Sát việc khó, có số đầu kỳ." in page
    assert "Vũ Minh Đức, Chuyên viên Ban Tuyên giáo và Dân vận, 16/11/2026" in page


def test_an_opinion_to_mend_says_what_and_stands_ready_in_the_box_of_the_return(advised):
    paper = sent(of_the_head(advised), advised.committee)
    with pytest.raises(BadInput, match="cần sửa chỗ nào"):
        actions.appraise(paper, by=advised.officer, opinion="mend", text="  ")
    actions.appraise(paper, by=advised.officer, opinion="mend", text="Thêm mốc quý II.")
    page = advised.client("leader").get(reverse("breakthroughs:judge", args=[paper.pk])).content.decode()
    assert page.count("Thêm mốc quý II.") == 3, "in the opinion, in the trail, in the box"


def test_advising_and_deciding_are_two_rights(advised):
    paper = sent(of_the_head(advised), advised.committee)
    for who in (advised.leader, advised.inspector, advised.committee, adviser(advised)):
        with pytest.raises(NotAllowed):
            actions.appraise(paper, by=who, opinion="agree")
    actions.appraise(paper, by=advised.officer, opinion="agree")
    with pytest.raises(NotAllowed):
        actions.approve(paper, by=advised.officer, document_number="1", approved_on=advised.today)


def test_nobody_decides_before_the_opinion(advised):
    paper = sent(of_the_head(advised), advised.committee)
    with pytest.raises(Conflict):
        actions.approve(paper, by=advised.leader, document_number="1", approved_on=advised.today)


def test_of_two_opinions_on_one_sending_the_first_counts(advised):
    paper = sent(of_the_cell(advised), advised.secretary)
    stale = Breakthrough.objects.get(pk=paper.pk)
    actions.appraise(paper, by=adviser(advised), opinion="agree")
    with pytest.raises(Conflict):
        actions.appraise(stale, by=adviser(advised), opinion="mend", text="Khác.")


def test_a_second_sending_is_appraised_again_and_both_opinions_stay(advised):
    paper = sent(of_the_cell(advised), advised.secretary)
    actions.appraise(paper, by=adviser(advised), opinion="mend", text="Nêu số đầu kỳ.")
    actions.return_for_changes(paper, by=advised.committee, reason="Nêu số đầu kỳ.")
    sent(paper, advised.secretary)
    assert queries.last_appraisal(Breakthrough.objects.get(pk=paper.pk)) is None
    actions.appraise(paper, by=adviser(advised), opinion="agree")
    assert list(Appraisal.objects.values_list("opinion", flat=True)) == ["mend", "agree"]
    assert queries.last_appraisal(Breakthrough.objects.get(pk=paper.pk)).opinion == "agree"


def test_what_is_sent_is_taken_back_by_its_author_and_leaves_a_trail(advised):
    paper = sent(of_the_cell(advised), advised.secretary)
    answer = advised.client("secretary").post(reverse("breakthroughs:withdraw", args=[paper.pk]), follow=True)
    page = answer.content.decode()
    assert "Đã rút, chưa trình lại" in page and "rút lại" in page
    assert not Breakthrough.objects.registered().exists(), "what was taken back was not registered"
    assert not Breakthrough.objects.visible_to(advised.committee).filter(pk=paper.pk).exists()
    assert sent(Breakthrough.objects.get(pk=paper.pk), advised.secretary).status == "appraising"
    verbs = Event.objects.about(paper).values_list("verb", flat=True)
    assert [v.partition(".")[2] for v in verbs] == ["written", "submitted", "withdrawn", "submitted"]


def test_others_do_not_take_it_back_and_what_is_decided_stays(cast):
    paper = sent(of_the_cell(cast), cast.secretary)
    with pytest.raises(NotAllowed):
        actions.withdraw(paper, by=cast.other_secretary)
    actions.approve(paper, by=cast.committee, document_number="7-TB/ĐU", approved_on=cast.today)
    with pytest.raises(Conflict):
        actions.withdraw(paper, by=cast.secretary)


def test_papers_move_with_the_choice_of_the_body(advised):
    paper = sent(of_the_cell(advised), advised.secretary)
    page = advised.client("committee")
    address = reverse("breakthroughs:advising_body")
    assert "Đảng bộ xã An Phú" in page.get(address).content.decode()
    page.post(address, {"advising_unit": ""})
    paper.refresh_from_db()
    assert paper.status == "submitted" and paper.appraising_unit is None
    assert list(AdvisingBody.objects.values_list("approving_unit", flat=True)) == [advised.province.pk]


def test_only_who_decides_chooses_and_only_a_unit_with_someone_who_advises(cast):
    with pytest.raises(NotAllowed):
        actions.choose_advising_body(cast.province, cast.province, by=cast.officer)
    with pytest.raises(NotAllowed):
        actions.choose_advising_body(cast.commune, cast.commune, by=cast.leader)
    assert queries.possible_advisers(cast.commune, cast.today) == []
    client = cast.client("committee")
    address = reverse("breakthroughs:advising_body")
    assert "Chưa có đồng chí nào giữ vai trò chuyên viên" in client.get(address).content.decode()
    client.post(address, {"advising_unit": str(cast.commune.pk)})
    assert not AdvisingBody.objects.exists()

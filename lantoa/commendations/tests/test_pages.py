"""The pages: a nomination from the draft to the decision, lists with both totals, sentences for what is wrong."""

import datetime as dt

import pytest

from lantoa.commendations.agenda import decided
from lantoa.commendations.models import Commendation, Decision, Occasion, Proposal
from lantoa.commendations.tests.stories import collective, individual, proposed, recorded, submitted
from lantoa.meetings.actions import record_meeting
from lantoa.registrations.actions import record_progress
from lantoa.registrations.tests import papers

HERE = "/khen-thuong/"
WRITTEN = {
    "subject": "individual",
    "subject_name": "do thi huong",
    "achievement": "Kèm 5 học sinh yếu, cả 5 em lên lớp.",
    "proposed_form": "certificate",
    "proposed_level": "grassroots",
}
VOTED = {
    "v-votes_for": "11",
    "v-votes_total": "12",
    "v-minutes_number": "05-BB/CB",
    "v-minutes_on": "10/11/2026",
}


def text_of(page):
    return page.content.decode()


def test_from_a_draft_in_the_cell_to_a_decision_of_the_commune(cast):
    secretary, committee = cast.client("secretary"), cast.client("committee")
    page = secretary.post(f"{HERE}de-nghi/viet/", WRITTEN, follow=True)
    assert "Đã lưu bản nháp" in text_of(page) and "hiện chưa gửi đi đâu" in text_of(page)
    proposal = Proposal.objects.get()
    assert proposal.person == cast.member.person
    here = f"{HERE}de-nghi/{proposal.pk}/"
    refused = secretary.post(f"{here}gui/")
    assert refused.status_code == 400 and "Ghi kết quả bình xét trước khi gửi" in text_of(refused)
    secretary.post(f"{here}binh-xet/", VOTED)
    sent = text_of(secretary.post(f"{here}gui/", follow=True))
    assert "Đã gửi đến Đảng bộ xã An Phú." in sent and "11/12 phiếu" in sent
    assert "Đỗ Thị Hương" in text_of(committee.get(f"{HERE}de-nghi/?cho-toi=1"))
    committee.post(f"{here}dong-y/")
    typed = {"d-number": "15-QĐ/ĐU", "d-decided_on": "12/11/2026", "d-form": "certificate"}
    committee.post(f"{here}quyet-dinh/", typed)
    assert Commendation.objects.get().proposal == proposal
    assert "Quyết định số 15-QĐ/ĐU, 12/11/2026" in text_of(secretary.get(here))


def test_sent_back_with_a_reason_that_is_read_word_for_word(cast):
    proposal = submitted(cast)
    here = f"{HERE}de-nghi/{proposal.pk}/"
    empty = cast.client("committee").post(f"{here}tra-lai/", {"r-reason": ""})
    assert "<title>Lỗi: " in text_of(empty)
    cast.client("committee").post(f"{here}tra-lai/", {"r-reason": "Chưa nêu kết quả của từng em"})
    secretary = cast.client("secretary")
    assert "Chưa nêu kết quả của từng em" in text_of(secretary.get(f"{here}sua/"))
    secretary.post(f"{here}sua/", {**WRITTEN, "achievement": "Cả 5 em lên lớp, 2 em đạt giải."})
    assert Proposal.objects.get().achievement == "Cả 5 em lên lớp, 2 em đạt giải."


def test_sent_up_both_rungs_show_the_way(cast):
    proposal = submitted(cast)
    typed = {"s-proposed_form": "diploma", "s-proposed_level": "province"}
    typed |= {f"s-{name[2:]}": value for name, value in VOTED.items()}
    cast.client("committee").post(f"{HERE}de-nghi/{proposal.pk}/trinh-len/", typed)
    rung = Proposal.objects.get(climbs_from=proposal)
    page = text_of(cast.client("leader").get(f"{HERE}de-nghi/{rung.pk}/"))
    assert "Các cấp đã qua" in page and "Ghi quyết định khen" in page
    assert "Ghi quyết định khen" not in text_of(cast.client("committee").get(f"{HERE}de-nghi/{rung.pk}/"))


def test_one_sees_no_buttons_on_a_proposal_for_oneself(cast):
    proposal = submitted(cast, by=cast.officer, proposed_by=cast.cell, person=cast.committee.person)
    here = f"{HERE}de-nghi/{proposal.pk}/"
    assert "Ghi quyết định khen" not in text_of(cast.client("committee").get(here))
    refused = cast.client("committee").post(f"{here}dong-y/")
    assert refused.status_code == 403 and "khen chính mình" in text_of(refused)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"subject": ""}, "Chọn tập thể hoặc cá nhân"),
        ({"subject_name": ""}, "Nhập họ và tên người được khen"),
        ({"achievement": "  "}, "Điền “Thành tích tóm tắt”."),
        ({"proposed_form": "flag"}, "không thuộc thẩm quyền"),
    ],
)
def test_what_cannot_be_proposed_is_said_and_what_was_typed_stays(cast, wrong, sentence):
    page = cast.client("secretary").post(f"{HERE}de-nghi/viet/", WRITTEN | wrong)
    assert page.status_code == 200 and "<title>Lỗi: " in text_of(page)
    assert sentence in text_of(page)
    assert not Proposal.objects.exists()
    assert "achievement" in wrong or WRITTEN["achievement"] in text_of(page)


def test_a_draft_is_thrown_away_from_its_page(cast):
    proposal = proposed(cast)
    page = cast.client("secretary").post(f"{HERE}de-nghi/{proposal.pk}/bo/", follow=True)
    assert "Đã bỏ bản nháp." in text_of(page) and not Proposal.objects.exists()


def test_a_list_pasted_from_a_spreadsheet_becomes_a_decision(cast):
    typed = {
        "number": "20-QĐ/TU",
        "decided_on": "12/11/2026",
        "level": "province",
        "form": "diploma",
        "subject": "individual",
        "unit": cast.province.code,
        "names": "Đỗ Thị Hương\nGiàng A Páo\tChi bộ bản Pa Khao\nLò Văn Khách; chi bo thon na lung",
    }
    leader = cast.client("leader")
    leader.post(f"{HERE}quyet-dinh/ghi/", typed)
    found = {(c.who, c.unit, c.person) for c in Commendation.objects.select_related("unit", "person")}
    assert found == {
        ("Đỗ Thị Hương", cast.cell, cast.member.person),
        ("Giàng A Páo", cast.far_cell, None),
        ("Lò Văn Khách", cast.other_cell, None),
    }
    leader.post(
        f"{HERE}quyet-dinh/ghi/",
        {
            **typed,
            "subject": "collective",
            "names": "Chi bộ thôn Nà Lùng\nTổ công nghệ số; Chi bộ thôn Nà Lùng",
        },
    )
    assert (
        Decision.objects.get().commendations.filter(subject="collective", unit=cast.other_cell).count() == 2
    )


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"names": "A; Chi bộ không có"}, "Dòng 1: Không có đơn vị"),
        ({"names": "Chi bộ thôn Nà Lùng\nchi bo thon na lung"}, "đã có trong quyết định này"),
        (
            {"form": "certificate", "level": "prime_minister", "body": "Thủ tướng Chính phủ"},
            "không thuộc thẩm quyền",
        ),
        ({"decided_on": "12/12/2026"}, "Ngày này chưa đến"),
        ({"awarded_on": "1/1/2026"}, "sớm hơn ngày quyết định"),
        ({"body": "Sở Nội vụ"}, "phải ở cấp cao hơn"),
    ],
)
def test_a_wrong_list_names_its_line_and_nothing_is_kept(cast, wrong, sentence):
    typed = {
        "number": "20-QĐ/TU",
        "decided_on": "12/11/2026",
        "level": "province",
        "form": "diploma",
        "subject": "collective",
        "unit": cast.province.code,
        "names": "Chi bộ thôn Nà Lùng",
    }
    page = cast.client("leader").post(f"{HERE}quyet-dinh/ghi/", typed | wrong)
    assert page.status_code == 200 and sentence in text_of(page)
    assert not Decision.objects.exists() and not Commendation.objects.exists()


def test_a_secretary_records_praise_within_the_cell_and_nothing_else(cast):
    client = cast.client("secretary")
    form = text_of(client.get(f"{HERE}quyet-dinh/ghi/"))
    assert "biểu dương" in form and "bằng khen" not in form
    typed = {"number": "BB 10/2026", "decided_on": "5/11/2026", "level": "cell", "form": "praise"}
    client.post(f"{HERE}quyet-dinh/ghi/", {**typed, "subject": "individual", "names": "Bùi Văn Thắng"})
    assert Commendation.objects.get().person == cast.colleague.person


def test_the_list_shows_occurrences_and_different_ones(cast):
    for number in ("1-QĐ/TU", "2-QĐ/TU"):
        recorded(cast, individual(cast.cell, cast.member.person), collective(cast.cell), number=number)
    page = text_of(cast.client("officer").get(f"{HERE}?cap=province&ky=2026"))
    assert "1 người khác nhau" in page and "1 tập thể khác nhau" in page and "2-QĐ/TU" in page
    assert "Không có khen thưởng nào khớp" in text_of(cast.client("officer").get(f"{HERE}?cap=cell"))


def test_an_occasion_gathers_its_commendations(cast):
    cast.client("leader").post(
        f"{HERE}dot/mo/", {"unit": cast.province.code, "name": "Sơ kết 2 năm", "held_on": "10/11/2026"}
    )
    occasion = Occasion.objects.get()
    recorded(cast, collective(cast.cell), occasion=occasion)
    recorded(cast, collective(cast.other_cell), number="2-QĐ/TU")
    page = text_of(cast.client("committee").get(f"{HERE}?dot={occasion.pk}"))
    assert "Chi bộ Trường THCS Hòa Bình" in page and "Chi bộ thôn Nà Lùng" not in page


def test_names_out_of_reach_are_counted_and_not_shown(cast):
    decision = recorded(
        cast, individual(cast.cell, cast.member.person), individual(cast.far_cell, name="Giàng A Páo")
    )
    page = text_of(cast.client("secretary").get(f"{HERE}quyet-dinh/{decision.pk}/"))
    assert "Giàng A Páo" not in page and "1 tập thể, cá nhân nằm ngoài phạm vi" in page


def test_handing_over_is_written_on_the_decision(cast):
    decision = recorded(cast, collective(cast.cell))
    here = f"{HERE}quyet-dinh/{decision.pk}/"
    page = cast.client("leader").post(f"{here}trao/", {"on": "16/11/2026"}, follow=True)
    assert "Đã ghi trao cho 1 tập thể, cá nhân." in text_of(page)
    assert Commendation.objects.get().awarded_on == dt.date(2026, 11, 16)
    assert cast.client("leader").post(f"{here}trao/", {"on": "mai"}).status_code == 400


def test_a_member_reads_everything_about_herself_and_agrees_item_by_item(cast):
    mine = recorded(cast, individual(cast.cell, cast.member.person)).commendations.get()
    submitted(cast)
    client = cast.client("member")
    page = text_of(client.get(f"{HERE}cua-toi/"))
    assert "Bằng khen" in page and "Kèm 5 học sinh yếu" in page and "chưa đồng ý công bố" in page
    client.post(f"{HERE}{mine.pk}/cong-bo/", {"agree": "1"})
    assert "đã đồng ý công bố" in text_of(client.get(f"{HERE}cua-toi/"))
    client.post(f"{HERE}{mine.pk}/cong-bo/", {"agree": "0"})
    mine.refresh_from_db()
    assert (mine.publish_consent, mine.consent_revoked_on) == (False, cast.today)


def test_a_draft_about_oneself_is_not_yet_shown(cast):
    proposed(cast)
    assert "Chưa có khen thưởng hay đề nghị nào" in text_of(cast.client("member").get(f"{HERE}cua-toi/"))


def test_a_mistake_is_struck_out_with_its_reason(cast):
    wrong = recorded(cast, collective(cast.cell)).commendations.get()
    client = cast.client("leader")
    client.post(f"{HERE}{wrong.pk}/gach-bo/", {"reason": "Nhầm đơn vị"})
    assert "đã gạch bỏ: Nhầm đơn vị" in text_of(client.get(HERE))
    assert client.get(f"{HERE}{wrong.pk}/gach-bo/").status_code == 404


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize("place", ["", "de-nghi/", "de-nghi/?cho-toi=1", "cua-toi/"])
def test_a_long_list_costs_as_many_queries_as_a_short_one(cast, place, django_assert_max_num_queries):
    who = "member" if place == "cua-toi/" else "committee"
    client = cast.client(who)

    def fill(start, n):
        for number in range(start, start + n):
            recorded(
                cast,
                individual(cast.cell, cast.member.person),
                collective(cast.other_cell),
                number=f"{number}-QĐ/TU",
            )
            submitted(cast)

    fill(0, 2)
    client.get(f"{HERE}{place}")
    with django_assert_max_num_queries(40) as few:
        client.get(f"{HERE}{place}")
    fill(2, 6)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(f"{HERE}{place}")


def test_the_page_of_a_decision_costs_the_same_for_many_names(cast, django_assert_max_num_queries):
    client, pages = cast.client("leader"), []
    for number, size in (("1-QĐ/TU", 2), ("2-QĐ/TU", 40)):
        decision = recorded(
            cast, *[individual(cast.cell, name=f"Lò Văn {n}") for n in range(size)], number=number
        )
        pages.append(f"{HERE}quyet-dinh/{decision.pk}/")
    client.get(pages[0])
    with django_assert_max_num_queries(40) as few:
        client.get(pages[0])
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(pages[1])


@pytest.mark.parametrize("query", ["?ky=hôm+kia", "?ky=2026-Q9"])
def test_a_period_that_cannot_be_read_is_said(cast, query):
    page = cast.client("officer").get(f"{HERE}{query}")
    assert page.status_code == 400 and "Không hiểu kỳ" in text_of(page)


def test_odd_filters_are_taken_calmly(cast):
    client = cast.client("officer")
    for query in ("?dot=abc&cap=x&hinh-thuc=%00&doi-tuong=z&trang=99", "de-nghi/?trang-thai=x&cho-toi=2"):
        assert client.get(f"{HERE}{query}").status_code == 200


def test_the_next_one_opens_by_itself_and_the_list_when_none_is_left(cast):
    first, second = submitted(cast), submitted(cast, subject_name="Bùi Văn Thắng", person=None)
    committee = cast.client("committee")
    said = {"r-reason": "Chưa nêu kết quả"}
    assert committee.post(f"{HERE}de-nghi/{first.pk}/tra-lai/", said).url == f"{HERE}de-nghi/{second.pk}/"
    assert committee.post(f"{HERE}de-nghi/{second.pk}/tra-lai/", said).url == f"{HERE}de-nghi/"


def test_the_vote_points_to_its_meeting_which_tells_of_it(cast):
    meeting = record_meeting(
        unit=cast.cell,
        kind="regular",
        held_on=dt.date(2026, 11, 10),
        by=cast.secretary,
        minutes_number="05-BB/CB",
    )
    proposal, secretary = proposed(cast), cast.client("secretary")
    here = f"{HERE}de-nghi/{proposal.pk}/"
    assert "Sinh hoạt thường kỳ 10/11/2026, biên bản số 05-BB/CB" in text_of(secretary.get(here))
    chosen = VOTED | {"v-meeting": meeting.pk, "v-minutes_number": "", "v-minutes_on": ""}
    secretary.post(f"{here}binh-xet/", chosen)
    proposal.refresh_from_db()
    assert (proposal.meeting, proposal.minutes_number, proposal.minutes_on) == (
        meeting,
        "05-BB/CB",
        meeting.held_on,
    )
    assert "11/12 phiếu đồng ý" in text_of(secretary.get(meeting.get_absolute_url()))


def test_who_may_not_read_proposals_learns_from_the_meeting_only_how_many_were_voted_on(cast):
    proposal = proposed(cast)
    cast.client("secretary").post(f"{HERE}de-nghi/{proposal.pk}/binh-xet/", VOTED)
    proposal.refresh_from_db()
    assert [one.url for one in decided(proposal.meeting, cast.secretary)] == [proposal.get_absolute_url()]
    told = [one.words for one in decided(proposal.meeting, cast.far_secretary)]
    assert told == ["Bình xét 1 đề nghị khen thưởng"]


def test_a_vote_at_a_meeting_nobody_recorded_makes_it(cast):
    proposal = proposed(cast)
    cast.client("secretary").post(f"{HERE}de-nghi/{proposal.pk}/binh-xet/", VOTED)
    proposal.refresh_from_db()
    assert proposal.meeting.minutes_number == "05-BB/CB" and proposal.meeting.unit == cast.cell


def test_a_person_is_found_by_name_and_her_results_stand_beside_the_box(cast):
    paper = papers.approved(cast.member, cast.secretary, year=2026)
    day = dt.date(2026, 11, 14)
    record_progress(paper.tasks.get(), by=cast.member, on=day, text="Giúp 12 cụ ở tổ 4.")
    secretary, new = cast.client("secretary"), f"{HERE}de-nghi/viet/"
    assert f"?nguoi={cast.member.person.pk}" in text_of(secretary.get(f"{new}?ten=do+huong"))
    page = text_of(secretary.get(f"{new}?nguoi={cast.member.person.pk}"))
    assert "Giúp 12 cụ ở tổ 4." in page and 'value="Đỗ Thị Hương"' in page


def test_nobody_outside_ones_reach_is_found(cast):
    far, new = cast.far_secretary.person, f"{HERE}de-nghi/viet/"
    client = cast.client("secretary")
    assert f"?nguoi={far.pk}" not in text_of(client.get(f"{new}?ten=giang"))
    assert "Kết quả, khen thưởng đã ghi" not in text_of(client.get(f"{new}?nguoi={far.pk}"))

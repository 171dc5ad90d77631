"""What an inspection may be, step by step: which box is named when it may not. Decided without a database."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.supervision import rules
from lantoa.supervision.rules import Counted
from lantoa.supervision.words import FilePaper, Kind, Sign, Status

DAY, LATER = dt.date(2026, 11, 16), dt.date(2026, 11, 17)
EARLIER = dt.date(2026, 11, 2)
PLANNED = {"kind": Kind.THEMATIC, "what": "Việc học tập", "covers": (None, None), "month": 5, "is_led": True}


def box(ask, *said, **more):
    with pytest.raises(BadInput) as refused:
        ask(*said, **more)
    return refused.value.field


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_a_programme_is_for_this_year_the_last_or_the_next(year):
    rules.must_be_programmed(year, DAY)


@pytest.mark.parametrize("year", [None, 2024, 2028])
def test_a_programme_is_for_no_other_year(year):
    assert box(rules.must_be_programmed, year, DAY) == "year"


@pytest.mark.parametrize(
    ("number", "issued_on", "named"),
    [("", DAY, "number"), ("02-CTr/UBKT", None, "issued_on"), ("02-CTr/UBKT", LATER, "issued_on")],
)
def test_a_programme_has_a_number_and_a_day_or_neither(number, issued_on, named):
    rules.must_be_issued("", None, DAY)
    assert box(rules.must_be_issued, number, issued_on, DAY) == named


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"kind": "other"}, "kind"),
        ({"what": ""}, "what"),
        ({"month": 13}, "month"),
        ({"covers": (DAY, EARLIER)}, "covers_to"),
        ({"kind": Kind.REGULAR, "is_led": False}, "led_by"),
    ],
)
def test_what_is_planned_says_what_and_when_and_regular_oversight_by_whom(change, named):
    rules.must_be_planned(**PLANNED)
    assert box(rules.must_be_planned, **PLANNED | change) == named


def test_a_committee_inspects_below_itself_and_of_its_own_unit_persons():
    rules.must_be_below(is_below=True, is_itself=False, names_person=False)
    rules.must_be_below(is_below=False, is_itself=True, names_person=True)
    assert box(rules.must_be_below, is_below=False, is_itself=True, names_person=False) == "unit"


@pytest.mark.parametrize("who", ["is_subject", "is_of_the_unit"])
def test_nobody_leads_an_inspection_of_herself_or_of_her_unit(who):
    about = {"is_subject": False, "is_of_the_unit": False}
    rules.must_be_led_by_another(**about)
    assert box(rules.must_be_led_by_another, **about | {who: True}) == "led_by"


@pytest.mark.parametrize(
    ("ask", "said", "named"),
    [
        (rules.must_be_decided, ("", DAY, DAY), "decision_number"),
        (rules.must_be_decided, ("57-QĐ/UBKT", None, DAY), "decided_on"),
        (rules.must_be_decided, ("57-QĐ/UBKT", LATER, DAY), "decided_on"),
        (rules.must_be_there, (None, EARLIER, DAY), "done_on"),
        (rules.must_be_there, (LATER, EARLIER, DAY), "done_on"),
        (rules.must_be_there, (EARLIER, DAY, DAY), "done_on"),
        (rules.must_be_concluded, ("", "12-TB", DAY, EARLIER, DAY), "conclusion"),
        (rules.must_be_concluded, ("Đạt", "", DAY, EARLIER, DAY), "conclusion_number"),
        (rules.must_be_concluded, ("Đạt", "12-TB", None, EARLIER, DAY), "concluded_on"),
        (rules.must_be_concluded, ("Đạt", "12-TB", LATER, EARLIER, DAY), "concluded_on"),
        (rules.must_be_concluded, ("Đạt", "12-TB", EARLIER, DAY, DAY), "concluded_on"),
        (rules.must_fall_due_later, (EARLIER, DAY), "due"),
        (rules.must_be_remedied, ("", DAY, DAY), "finding"),
        (rules.must_be_remedied, ("Thiếu biên bản", None, DAY), "deadline"),
        (rules.must_be_remedied, ("Thiếu biên bản", EARLIER, DAY), "deadline"),
        (rules.must_note, ("",), "text"),
    ],
)
def test_what_is_lacking_is_said_beside_its_box(ask, said, named):
    assert box(ask, *said) == named


def test_regular_oversight_is_concluded_without_a_number_for_nothing_was_decided():
    rules.must_be_concluded("Đạt", "", DAY, None, DAY)


def test_a_unit_sends_its_own_report_while_the_inspection_is_open():
    rules.must_send(may=True, is_open=True)
    with pytest.raises(NotAllowed, match="do đơn vị, đảng viên"):
        rules.must_send(may=False, is_open=True)
    with pytest.raises(Conflict, match="chưa mở hoặc đã kết luận"):
        rules.must_send(may=True, is_open=False)
    assert box(rules.must_report_something, "", has_file=False) == "text"


def test_a_file_is_put_away_when_every_paper_is_there_and_everything_was_mended():
    rules.must_be_ready_to_close(missing=[], to_mend=0)
    with pytest.raises(Conflict, match="còn thiếu: Kế hoạch; Báo cáo"):
        rules.must_be_ready_to_close(missing=["Kế hoạch", "Báo cáo"], to_mend=1)
    with pytest.raises(Conflict, match="Còn 1 việc"):
        rules.must_be_ready_to_close(missing=[], to_mend=1)


@pytest.mark.parametrize(
    ("status", "done", "left", "said"),
    [
        (Status.PLANNED, [], (0, 0), "Trong chương trình"),
        (Status.OPEN, [], (0, 0), "Đã quyết định"),
        (Status.OPEN, [FilePaper.PLAN, FilePaper.SELF_REPORT], (0, 0), "Đã nhận báo cáo của đơn vị"),
        (Status.CONCLUDED, [], (2, 1), "Có việc khắc phục quá hạn"),
        (Status.CONCLUDED, [], (2, 0), "Đang khắc phục"),
        (Status.CONCLUDED, [], (0, 0), "Đã kết luận"),
        (Status.CLOSED, [], (0, 0), "Đã lưu hồ sơ"),
    ],
)
def test_how_far_an_inspection_is_is_read_from_its_papers_and_what_is_left(status, done, left, said):
    assert str(rules.stage_of(status, done, to_mend=left[0], overdue=left[1])) == said


@pytest.mark.parametrize(("year", "month"), [(2025, 13), (2026, 11), (2027, 1)])
def test_a_month_that_is_over_is_not_planned(year, month):
    assert rules.first_month_to_come(year, DAY) == month


@pytest.mark.parametrize(
    ("change", "named"),
    [({"pool": 0}, "year"), ({"seed": ""}, "seed"), ({"size": 31}, "size"), ({"is_another": True}, "why")],
)
def test_a_sample_has_a_seed_a_size_and_if_it_is_another_a_reason(change, named):
    asked = {"seed": "161126", "size": 5, "pool": 40, "is_another": False, "why": ""}
    rules.must_be_drawn(**asked)
    assert box(rules.must_be_drawn, **asked | change) == named


def test_a_note_is_answered_by_whom_it_is_about_and_taken_back_by_who_wrote_it():
    rules.must_reply(may=True, text="Đã bổ sung.", is_withdrawn=False)
    with pytest.raises(NotAllowed):
        rules.must_reply(may=False, text="Đã bổ sung.", is_withdrawn=False)
    rules.must_take_back(is_writer=True, is_withdrawn=False)
    with pytest.raises(NotAllowed):
        rules.must_take_back(is_writer=False, is_withdrawn=False)
    for ask in (
        lambda: rules.must_reply(may=True, text="Đã bổ sung.", is_withdrawn=True),
        lambda: rules.must_take_back(is_writer=True, is_withdrawn=True),
    ):
        with pytest.raises(Conflict, match="đã được rút lại"):
            ask()


def test_two_of_three_papers_say_less_than_forty_of_sixty_and_few_papers_nothing():
    whole = Counted(200, 20)
    few, many = rules.shrunk(Counted(3, 2), whole), rules.shrunk(Counted(60, 40), whole)
    assert whole.share < few < many < Counted(60, 40).share
    assert rules.noteworthy(Sign.NEAR_COPY, Counted(4, 4), whole) is None
    told = rules.noteworthy(Sign.NEAR_COPY, Counted(60, 40), whole)
    assert told and told.said == "40 trên 60 bản (67%); cả phạm vi 10%; kéo về mức chung còn 52%"

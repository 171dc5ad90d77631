"""A first draft names papers, heads, practices, exemplars and shortcomings, and nobody who does not agree."""

import datetime as dt

from lantoa.breakthroughs.tests import stories as breakthroughs
from lantoa.consents import actions as consents
from lantoa.exemplars.tests import stories as exemplars
from lantoa.meetings import actions as meetings
from lantoa.practices import actions as practice_actions
from lantoa.practices.models import Practice
from lantoa.practices.tests import stories as practices
from lantoa.programme import actions as programme
from lantoa.programme.models import Directive
from lantoa.reports import quoted
from lantoa.reports.tests.test_what_a_report_says import lines
from lantoa.reports.tests.world import YEAR, in_words
from lantoa.reviews.tests import stories as reviews
from lantoa.shortcomings.tests import stories as shortcomings

MEMBER = "Đỗ Thị Hương"


def items(content, code):
    return ["".join(piece.text for piece in line) for line in content.part(code).items]


def everything(content):
    return " ".join(piece.text for part in content.parts for piece in part.pieces)


def plan(cast, number="12-KH/ĐU", day=dt.date(2026, 3, 5), **more):
    facts = {"scope": "year", "starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)} | more
    title = facts.pop("title", "Kế hoạch học tập năm 2026")
    return programme.record_issued_plan(
        unit=cast.commune, number=number, issued_on=day, title=title, by=cast.officer, **facts
    )


def test_the_papers_of_the_unit_itself_are_named_by_day(cast):
    plan(cast)
    Directive.objects.create(
        unit=cast.commune,
        number="3",
        symbol="3-CV/ĐU",
        kind="letter",
        issued_on=dt.date(2026, 2, 9),
        abstract="Về nêu gương",
    )
    Directive.objects.create(
        unit=cast.far, number="9", kind="letter", issued_on=dt.date(2026, 2, 9), abstract="của xã khác"
    )
    told = lines(in_words(cast.commune), "leadership")
    assert told[-1] == (
        "Văn bản chính: Công văn số 3-CV/ĐU, ngày 09/02/2026, về nêu gương; "
        "Kế hoạch số 12-KH/ĐU, ngày 05/3/2026, học tập năm 2026."
    )
    assert "Văn bản chính" not in " ".join(lines(in_words(cast.far_cell), "leadership"))


def test_a_head_is_named_by_the_post_and_what_was_undertaken(cast):
    breakthroughs.running_of_the_head(cast)
    told = lines(in_words(cast.commune), "breakthroughs")
    assert told[-1] == (
        "Nội dung của người đứng đầu: Bí thư Đảng ủy xã (Đảng bộ xã An Phú): "
        "“Hạ số hồ sơ đất đai quá hạn ở xã An Phú”."
    )


def test_a_typical_practice_is_named_with_its_collective(cast):
    one = practices.running(cast)
    assert "Tiêu biểu" not in " ".join(lines(in_words(cast.commune), "practices"))
    Practice.objects.filter(pk=one.pk).update(is_typical=True)
    one.refresh_from_db()
    assert lines(in_words(cast.commune), "practices")[-1] == (
        f"Tiêu biểu là mô hình “Nhà văn hóa sáng đèn” của {one.subject_name}."
    )


def test_who_takes_back_her_agreement_is_named_nowhere(cast):
    exemplar = exemplars.published(cast, exemplars.of_a_member(cast))
    told = lines(in_words(cast.commune), "exemplars")
    assert told == [
        "Trong kỳ công bố 1 gương, điển hình.",
        f"Các gương được công bố: {MEMBER} (hiến 400 m² đất mở đường vào bản).",
    ]
    consents.revoke(exemplars.name_of(exemplar), by=cast.member)
    assert MEMBER not in everything(in_words(cast.commune))


def test_shortcomings_of_the_unit_are_listed_and_no_persons_are(cast):
    shortcomings.of_unit(cast.committee, found_on=dt.date(2026, 11, 2), remedy="Mở sổ mới.")
    shortcomings.of_member(cast)
    content = in_words(cast.commune)
    assert lines(content, "shortcomings") == ["Đến cuối kỳ còn 1 hạn chế của tổ chức, đơn vị phải khắc phục."]
    assert items(content, "shortcomings") == [
        "Sổ ghi biên bản chưa ghi đủ ý kiến thảo luận (khắc phục: mở sổ mới; hạn 31/3/2027)."
    ]
    assert "đơn thư của phụ huynh" not in everything(content) + everything(in_words(cast.cell))


def test_causes_lessons_and_practices_that_stopped_stand_beside_the_shortcomings(cast):
    shortcomings.of_unit(cast.committee, found_on=dt.date(2026, 11, 2), cause="Chưa phân công ai ghi.")
    meetings.record_meeting(
        unit=cast.commune,
        kind="conference",
        topic="Sơ kết 6 tháng đầu năm",
        held_on=dt.date(2026, 7, 6),
        not_done="Nơi làm tốt chưa nhiều do ít đến xem nhau. Cần đi cơ sở sớm hơn.",
        by=cast.committee,
    )
    stopped = practices.running(cast)
    reason = "Người trực chuyển công tác"
    practice_actions.stop(stopped, by=cast.secretary, on=dt.date(2026, 6, 1), reason=reason)
    content = in_words(cast.commune)
    assert items(content, "shortcomings") == [
        "Sổ ghi biên bản chưa ghi đủ ý kiến thảo luận (nguyên nhân: chưa phân công ai ghi; hạn 31/3/2027);",
        "Sơ kết 6 tháng đầu năm, ngày 06/7/2026: nơi làm tốt chưa nhiều do ít đến xem nhau. "
        "Cần đi cơ sở sớm hơn.",
    ]
    assert lines(content, "shortcomings")[-1] == (
        f"Mô hình dừng trong kỳ và nguyên nhân: “{stopped.name}” (người trực chuyển công tác)."
    )


def test_the_review_of_the_collective_is_shown_to_who_may_read_it_and_copied_by_nobody_else(cast):
    period = reviews.opened(cast)
    said = "Họp còn muộn do chưa định giờ."
    reviews.sent(period, None, by=cast.secretary, words=said)
    assert [one for _, one in quoted.of_the_collective(cast.cell, YEAR, cast.secretary)] == [[said]]
    assert quoted.of_the_collective(cast.cell, YEAR, cast.officer) == []
    assert said not in everything(in_words(cast.cell))


def test_more_than_six_papers_are_numbered_and_not_all_named(cast):
    for month in range(1, 9):
        plan(cast, f"{month}-KH/ĐU", dt.date(2026, month, 20))
    told = lines(in_words(cast.commune), "leadership")[-1]
    assert told.count("Kế hoạch số") == 6 and told.endswith(" và 2 văn bản khác.")

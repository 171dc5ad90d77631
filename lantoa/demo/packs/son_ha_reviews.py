"""The school's cell has looked back on a quarter, rated and closed; and looks back on the year: the collective and one
member have sent, the others are still writing.

Nothing here is real.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from lantoa.meetings.rules import Held
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Post
from lantoa.reviews import actions, compose, queries, rules
from lantoa.reviews.models import Review
from lantoa.reviews.words import Level, Turn

OF_THE_CELL = (
    "Chi bộ giữ nền nếp sinh hoạt, việc đăng ký có người theo dõi; còn chậm ghi kết quả ở hai quý đầu."
)
REMARK = "Chi bộ ghi nhận việc làm đều; đề nghị ghi kết quả ngay trong tháng."
OF_A_MEMBER = "Làm đủ việc đã đăng ký, giúp đồng nghiệp mới; còn ít nêu ý kiến trong sinh hoạt chi bộ."

TOLD_OF_A_CELL = {
    "key_tasks": "Bỏ năm loại sổ trùng nhau của giáo viên, dành thời gian cho lớp có học sinh yếu.",
    "exemplary": "Mỗi tháng dự giờ hai tiết, góp ý trực tiếp sau tiết dạy.",
    "opinions": "phụ huynh đề nghị trả lời đơn nhanh hơn, đã mở sổ theo dõi và trả lời trong ba ngày.",
    "lessons": "Việc nào giao một người, có hạn, có người xem lại thì xong; việc giao chung thì chậm.",
    "proposals": "Cấp thêm sách cho thư viện của điểm trường lẻ.",
}
TOLD_OF_A_COMMUNE = {
    "key_tasks": "Giải quyết xong hồ sơ đất đai quá hạn từ năm trước, công khai tiến độ ở nhà văn hóa các thôn.",
    "breakthrough": "Đã cắt ba bước trong quy trình tiếp nhận hồ sơ đất đai.",
    "exemplary": "Sáng thứ hai hằng tuần tiếp dân tại bộ phận một cửa, tự trả lời việc thuộc thẩm quyền.",
    "lessons": "Công khai tiến độ từng hồ sơ thì dân ít phải hỏi, cán bộ tự thấy việc chậm để làm.",
    "proposals": "Phân cấp cho xã thẩm tra hồ sơ tách thửa.",
}


def load(school: Unit, today: dt.date) -> None:
    """A period of the year, opened ten days ago; its papers are due in a week."""
    post = Post.objects.on(today).filter(unit=school, is_head=True).select_related("person", "unit").first()
    members = Membership.objects.on(today).party().filter(unit=school).exclude(person=post and post.person)
    member = (
        members.exclude(person__account__sign_in_name="dangvien").select_related("person", "unit").first()
    )
    if post is None or member is None:
        return
    _closed_quarter(school, post, today)
    secretary = actors.as_post(post, today - dt.timedelta(days=10))
    period = actions.open_period(
        by=secretary, kind="year", year=today.year, send_by=today + dt.timedelta(days=7)
    )
    papers = (
        Review.objects.for_lists().select_related("period__terms", "period__decided_by").filter(period=period)
    )
    _send(papers.get(person=None), secretary, OF_THE_CELL)
    _send(papers.get(person=member.person), actors.as_member(member, today), OF_A_MEMBER)
    _tell_above(school, today)


def _tell_above(school: Unit, today: dt.date) -> None:
    """The heads of the school's cell and of its commune have told the level above of the year, and may be quoted."""
    line = organisation.ancestors(school, today)
    for unit in (school, line[-1].unit) if line else (school,):
        post = Post.objects.on(today).filter(unit=unit, is_head=True).select_related("person", "unit").first()
        if post:
            by = actors.as_post(post, today)
            told = TOLD_OF_A_CELL if unit == school else TOLD_OF_A_COMMUNE
            page = actions.save_head(by=by, year=today.year, may_be_quoted=True, **told)
            actions.send_head(page, by=by)


def _closed_quarter(school: Unit, post: Post, today: dt.date) -> None:
    """The quarter before: everybody has sent, was spoken of, has waived the word or answered, and was rated above."""
    begun = today - dt.timedelta(days=70)
    above = queries.deciders_for(school, begun)[0]
    held = Post.objects.on(today).filter(unit=above, is_head=True).select_related("person", "unit").first()
    if held is None:
        return
    ended = today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1) - dt.timedelta(days=1)
    by = {"head": actors.as_post(post, begun), "above": actors.as_post(held, begun)}
    period = actions.open_period(
        by=by["head"],
        kind="quarter",
        year=ended.year,
        quarter=(ended.month + 2) // 3,
        send_by=begun + dt.timedelta(days=7),
    )
    reviews = [one.pk for one in period.reviews.in_turn()]
    for key in reviews:
        review = _fresh(key)
        if review.person is None:
            _send(review, by["head"], OF_THE_CELL)
        else:
            _send(review, replace(by["head"], person=review.person, post_id=None), OF_A_MEMBER)
    actions.show_drafts(period, by=by["head"].as_of(begun + dt.timedelta(days=7)))
    met = begun + dt.timedelta(days=14)
    held_then = Held(met, "09-BB/CB")
    count = len(reviews)
    for key in reviews:
        review = _fresh(key)
        who = by["above"] if review.turn == Turn.HEAD else by["head"]
        actions.hear(
            review, by=who.as_of(met), meeting=held_then, ballot=rules.Ballot(count, count), remark=REMARK
        )
        actions.decide(
            _fresh(key),
            by=by["above"].as_of(met + dt.timedelta(days=30)),
            rating=Level.DONE if review.turn == Turn.DEPUTY else Level.GOOD,
            decision_number="31-TB/ĐU",
        )
    actions.close(period, by=by["head"].as_of(met + dt.timedelta(days=30)))


def _fresh(key: int) -> Review:
    found = Review.objects.for_lists().select_related("period__terms", "period__decided_by")
    return found.get(pk=key)


def _send(review: Review, by: Actor, words: str) -> None:
    """Every line of the records as it was found, and one of her own under the first heading."""
    said: list[rules.Line] = []
    for number, part in enumerate(compose.parts(review, by)):
        said += [rules.Line(part.section.pk, one.text, one.source, one.mended) for one in part.lines]
        if number == 0 or not part.lines:
            said.append(rules.Line(part.section.pk, words))
    marks = rules.Marks(Decimal(27), Decimal(60), Decimal(87), Level.GOOD)
    own = marks if review.template.has_marks else replace(rules.Marks(), level=marks.level)
    actions.submit(actions.save(review, by=by, lines=said, marks=own), by=by)

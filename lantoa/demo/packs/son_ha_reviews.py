"""The school's cell looks back on the year: the collective and one member have sent, the others are still writing.

Nothing here is real.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Post
from lantoa.reviews import actions, compose, rules
from lantoa.reviews.models import Review
from lantoa.reviews.words import Level

OF_THE_CELL = (
    "Chi bộ giữ nền nếp sinh hoạt, việc đăng ký có người theo dõi; còn chậm ghi kết quả ở hai quý đầu."
)
OF_A_MEMBER = "Làm đủ việc đã đăng ký, giúp đồng nghiệp mới; còn ít nêu ý kiến trong sinh hoạt chi bộ."


def load(school: Unit, today: dt.date) -> None:
    """A period of the year, opened ten days ago; its papers are due in a week."""
    post = Post.objects.on(today).filter(unit=school, is_head=True).select_related("person", "unit").first()
    members = Membership.objects.on(today).party().filter(unit=school).exclude(person=post and post.person)
    member = (
        members.exclude(person__account__sign_in_name="dangvien").select_related("person", "unit").first()
    )
    if post is None or member is None:
        return
    secretary = actors.as_post(post, today - dt.timedelta(days=10))
    period = actions.open_period(
        by=secretary, kind="year", year=today.year, send_by=today + dt.timedelta(days=7)
    )
    papers = (
        Review.objects.for_lists().select_related("period__terms", "period__decided_by").filter(period=period)
    )
    _send(papers.get(person=None), secretary, OF_THE_CELL)
    _send(papers.get(person=member.person), actors.as_member(member, today), OF_A_MEMBER)


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

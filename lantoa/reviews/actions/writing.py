"""The self-review: kept line by line, sent, taken back or returned; what others ask her to explain."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.demands import must_say
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.reviews import compose, queries, rules
from lantoa.reviews.actions.shared import behalf, lock, must_conduct, note, write_mark
from lantoa.reviews.models import Prompt, Review, Statement
from lantoa.reviews.words import Mended, Stage, Status


@transaction.atomic
def save(review: Review, *, by: Actor, lines: Iterable[rules.Line], marks: rules.Marks) -> Review:
    """Her words as they stand now, each beside its record; a line left empty is kept as left out.

    Conflict when it was sent. BadInput for marks that do not go together.
    """
    lock(review)
    _must_write(review, by)
    rules.must_apply(rules.SUBMIT, review.status)
    write_mark(review, Stage.SELF, marks, given_by=_called(review), by=by)
    _write_lines(review, list(lines), by)
    note("saved", review, by, on_behalf_of=behalf(review, by))
    return review


def _write_lines(review: Review, lines: list[rules.Line], by: Actor) -> None:
    """What the records say is read from them again, never from the form."""
    found = compose.parts(review, by)
    known = {(part.section.pk, line.source): line for part in found for line in part.lines}
    own = {part.section.pk for part in found}
    review.statements.all().delete()
    rows = []
    for order, line in enumerate(lines):
        said = known.get((line.section, line.source))
        if line.section not in own or (line.source and said is None):
            continue
        text, mended = clean(line.text), line.mended if line.mended in Mended.values else ""
        if not (text or line.source):
            continue
        row = Statement(review=review, section_id=line.section, order=order, text=text, mended=mended)
        if said:
            row.source, row.source_text = said.source, said.said
            row.source_label, row.source_url = said.label[:200], said.url[:200]
        rows.append(row)
    Statement.objects.bulk_create(rows)


@transaction.atomic
def submit(review: Review, *, by: Actor) -> Review:
    """Sent to who conducts. BadInput while something the paper asks for is not written; Conflict when it was sent."""
    lock(review)
    _must_write(review, by)
    rules.must_apply(rules.SUBMIT, review.status)
    own = review.marks.filter(stage=Stage.SELF).first()
    rules.must_be_complete(queries.missing_in(review), bool(own and own.level))
    rules.STEPS.move(review, rules.SUBMIT, submitted_on=by.on, returned_why="")
    note("submitted", review, by, on_behalf_of=behalf(review, by))
    return review


@transaction.atomic
def take_back(review: Review, *, by: Actor) -> Review:
    """To be written on, while nobody reads it before the meeting."""
    lock(review)
    _must_write(review, by)
    rules.must_apply(rules.TAKE_BACK, review.status)
    rules.STEPS.move(review, rules.TAKE_BACK, submitted_on=None)
    note("taken_back", review, by)
    return review


@transaction.atomic
def send_back(review: Review, *, by: Actor, why: str) -> Review:
    """Returned to be mended, with the reason that she reads word for word."""
    lock(review)
    must_conduct(queries.conducts(review, by))
    rules.must_apply(rules.SEND_BACK, review.status)
    why = clean(why)
    must_say(why, "why", _("Ghi rõ cần sửa gì để người viết biết."))
    rules.STEPS.move(review, rules.SEND_BACK, submitted_on=None, returned_why=why)
    note("returned", review, by)
    return review


@transaction.atomic
def prompt(review: Review, *, by: Actor, text: str) -> Prompt:
    """What she is asked to explain, by who conducts or by who rates, before the meeting has spoken."""
    lock(review)
    may = queries.conducts(review, by) or queries.decides(review, by)
    must_conduct(may)
    text = clean(text)
    must_say(text, "text", _("Ghi nội dung cần giải trình."))
    if review.status not in (Status.WRITING, Status.SUBMITTED):
        raise BadInput(_("Bản này đã gửi đọc trước họp nên không gợi ý thêm được."), "text")
    one = Prompt.objects.create(
        review=review, text=text, asked_by=by.person, asked_label=by.label[:250], asked_on=by.on
    )
    note("prompted", review, by)
    return one


def _must_write(review: Review, by: Actor) -> None:
    rules.must(
        queries.writes(review, by),
        _("Người được kiểm điểm tự viết bản của mình; chỉ viết hộ người trong đơn vị chưa có tài khoản."),
    )


def _called(review: Review) -> str:
    return review.person.full_name if review.person else _("tập thể đơn vị")

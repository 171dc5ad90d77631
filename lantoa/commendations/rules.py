"""Decisions about commendations: values in, answers out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.commendations.words import (
    APPROVED_HERE,
    BADGE,
    CELL,
    CENTRAL,
    CERTIFICATE,
    DECIDED,
    DECLINED,
    DIPLOMA,
    DRAFT,
    FLAG,
    GRASSROOTS,
    INDIVIDUAL,
    LETTER,
    OTHER,
    PRAISE,
    PRIME_MINISTER,
    PROVINCE,
    RETURNED,
    SENT_UP,
    SUBMITTED,
    SUPERIOR,
)
from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.text import clean

# The levels at which a commendation is decided, lowest first.
LEVELS = [CELL, GRASSROOTS, SUPERIOR, PROVINCE, CENTRAL, PRIME_MINISTER]
# At which of these levels the committee of a unit decides: a section has no say of its own, its cells have.
LEVEL_OF_UNIT = {
    "cell": CELL,
    "section": CELL,
    "grassroots": GRASSROOTS,
    "superior": SUPERIOR,
    "province": PROVINCE,
    "central": CENTRAL,
}
# Which forms a level may give (HD 06-HD/TW, 09/6/2025, item 19): a certificate of merit up to the committee
# directly above the grassroots, a diploma and a flag from the province up; praise and a letter at any level.
FORMS_OF_LEVEL = {
    CELL: {PRAISE, LETTER},
    GRASSROOTS: {CERTIFICATE, PRAISE, LETTER, OTHER},
    SUPERIOR: {CERTIFICATE, PRAISE, LETTER, OTHER},
    PROVINCE: {CERTIFICATE, DIPLOMA, FLAG, PRAISE, LETTER, BADGE, OTHER},
    CENTRAL: {DIPLOMA, FLAG, PRAISE, LETTER, BADGE, OTHER},
    PRIME_MINISTER: {DIPLOMA, FLAG, LETTER, OTHER},
}

STEPS = Steps(
    [
        step("submit", frm=[DRAFT, RETURNED], to=SUBMITTED),
        step("return", frm=[SUBMITTED], to=RETURNED),
        step("approve", frm=[SUBMITTED], to=APPROVED_HERE),
        step("send_up", frm=[SUBMITTED, APPROVED_HERE], to=SENT_UP),
        step("decide", frm=[SUBMITTED, APPROVED_HERE], to=DECIDED),
        # Commended here, and proposed to the level above as well.
        step("carry_on", frm=[DECIDED], to=DECIDED),
        step("decline", frm=[SUBMITTED, APPROVED_HERE], to=DECLINED),
    ]
)
WRITABLE = [DRAFT, RETURNED]
# While the body asked has it before itself.
CONSIDERED = [SUBMITTED, APPROVED_HERE]
# Thanks are said by a person, not sent out by the hundred.
MOST_THANKS_A_DAY = 10


def rank(level: str) -> int:
    """How high a level of commendation stands."""
    return LEVELS.index(level)


def level_of(unit_level: str) -> str:
    """At which level of commendation a unit decides; what is no Party organisation counts with the cells."""
    return LEVEL_OF_UNIT.get(unit_level, CELL)


def must_be_a_level_above_cells(proposed_level: str, unit_level: str) -> None:
    """A nomination asks its own committee or one above; a cell's own praise is recorded, not proposed."""
    if proposed_level == CELL:
        raise BadInput(_("Biểu dương trong chi bộ thì ghi thẳng, không cần đề nghị."), "proposed_level")
    if rank(proposed_level) < rank(level_of(unit_level)):
        raise BadInput(_("Cấp khen đề nghị thấp hơn đơn vị đề nghị. Chọn lại cấp khen."), "proposed_level")


def must_fit(form: str, level: str) -> None:
    """A level gives only the forms that are its own."""
    if level not in FORMS_OF_LEVEL or form not in FORMS_OF_LEVEL[level]:
        raise BadInput(
            _("Hình thức này không thuộc thẩm quyền của cấp khen đã chọn. Chọn lại hình thức hoặc cấp khen."),
            "form",
        )


def is_appraised(*, is_sent_on: bool, proposer_level: str) -> bool:
    """What a grassroots organisation or one above it sends on is appraised; a cell's goes to its own committee."""
    return is_sent_on and rank(level_of(proposer_level)) > rank(CELL)


def must_be_appraised(*, is_needed: bool, is_done: bool) -> None:
    """Thẩm định comes before the decision."""
    if is_needed and not is_done:
        raise BadInput(_("Chưa có ý kiến thẩm định. Ghi ý kiến thẩm định trước khi quyết định."))


def must_name_subject(subject: str, has_person: bool, name: str) -> None:
    """An individual has a name; a collective is no person."""
    if subject == INDIVIDUAL and not has_person and not clean(name):
        raise BadInput(_("Nhập họ và tên người được khen."), "subject_name")
    if subject != INDIVIDUAL and has_person:
        raise BadInput(_("Khen tập thể thì không ghi tên một người."), "subject_name")


def must_not_judge_oneself(*, is_person: bool, is_unit: bool) -> None:
    """Nobody decides on a proposal for oneself; a committee does not on its own unit: the level above does."""
    if is_person:
        raise NotAllowed(
            _("Đồng chí không quyết định về đề nghị khen chính mình. Việc này do người khác làm.")
        )
    if is_unit:
        raise NotAllowed(_("Cấp ủy không tự khen đơn vị mình. Trình cấp trên quyết định."))


def must_be_votes(votes_for: int | None, votes_total: int | None) -> None:
    """As many votes for as there were votes, at most; and there were some."""
    if not votes_total or votes_total < 0:
        raise BadInput(_("Nhập tổng số phiếu, lớn hơn 0."), "votes_total")
    if votes_for is None or votes_for < 0 or votes_for > votes_total:
        raise BadInput(_("Số phiếu đồng ý phải từ 0 đến %(total)s.") % {"total": votes_total}, "votes_for")


def must_have_been_voted(votes_total: int | None, minutes_number: str, minutes_on: dt.date | None) -> None:
    """What a collective body proposes is recorded with its minutes: a click is a record, not a decision."""
    if not votes_total or not minutes_number or minutes_on is None:
        raise BadInput(_("Ghi kết quả bình xét trước khi gửi: số phiếu, số và ngày biên bản."))


def must_be_within_a_day(given_today: int) -> None:
    """BadInput beyond what one person gives on one day."""
    if given_today >= MOST_THANKS_A_DAY:
        raise BadInput(
            _("Hôm nay đồng chí đã gửi %(n)s lời cảm ơn. Lời tiếp theo xin để ngày mai.")
            % {"n": MOST_THANKS_A_DAY},
            "words",
        )


@dataclass(frozen=True)
class Row:
    """The years looked at, the latest first, and which of them show nothing yet."""

    years: tuple[int, ...]
    missing: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every year of the row shows it."""
        return not self.missing


def row_of_years(shown: Collection[int], asked: int, year: int) -> Row:
    """`asked` years in a row that end in `year` or, where more of those show it, in the year before.

    A proposal is written before its own year is over, so the year before may be the last one that was concluded.
    """
    rows = [_row(shown, asked, last) for last in (year, year - 1)]
    return min(rows, key=lambda row: len(row.missing))


def _row(shown: Collection[int], asked: int, last: int) -> Row:
    years = tuple(range(last, last - asked, -1))
    return Row(years, tuple(one for one in years if one not in shown))


def must_ask_for_something(conditions: Mapping[str, int | None]) -> dict[str, int]:
    """The conditions that were typed; BadInput when there is none."""
    asked = {merit: years for merit, years in conditions.items() if years}
    if not asked:
        raise BadInput(_("Ghi số năm liền cho ít nhất một điều kiện."))
    return asked


def must_be_a_year_before(year: int, today: dt.date) -> None:
    """A year that shows something has begun."""
    if year > today.year:
        raise BadInput(_("Năm này chưa đến. Kiểm tra lại năm."), "year")

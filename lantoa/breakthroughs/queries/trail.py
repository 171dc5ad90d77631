"""What happened to one, and how its text read before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.breakthroughs.models import Amendment, Appraisal, Breakthrough
from lantoa.breakthroughs.words import AMENDABLE, APPRAISING, IN_FORCE
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.models import Event
from lantoa.foundation.numbers import show
from lantoa.foundation.trail import Act, told

WORDS: dict[str, str | Promise] = {
    "breakthrough.written": gettext_lazy("viết bản nháp"),
    "breakthrough.edited": gettext_lazy("sửa"),
    "breakthrough.submitted": gettext_lazy("trình"),
    "breakthrough.returned": gettext_lazy("trả lại để sửa"),
    "breakthrough.approved": gettext_lazy("ghi quyết định duyệt"),
    "breakthrough.approval_withdrawn": gettext_lazy("rút lại việc ghi duyệt"),
    "breakthrough.recorded": gettext_lazy("ghi kết quả"),
    "breakthrough.remarked": gettext_lazy("nhận xét"),
    "breakthrough.assessed": gettext_lazy("ghi đánh giá năm"),
    "breakthrough.withdrawn": gettext_lazy("rút lại"),
    "breakthrough.appraised": gettext_lazy("thẩm định"),
    "breakthrough.amendment_proposed": gettext_lazy("đề nghị sửa đổi"),
    "breakthrough.amendment_withdrawn": gettext_lazy("rút bản sửa đổi"),
    "breakthrough.amendment_refused": gettext_lazy("không duyệt bản sửa đổi"),
    "breakthrough.amendment_approval_withdrawn": gettext_lazy("rút lại việc ghi duyệt bản sửa đổi"),
    "breakthrough.amended": gettext_lazy("ghi quyết định duyệt bản sửa đổi"),
    "breakthrough.closed": gettext_lazy("kết thúc"),
}


def trail(breakthrough: Breakthrough) -> list[Act]:
    """What happened to it, in the order it happened; single edits of a draft are left out.

    Of an approval that is not told yet (`as_told`), and of one taken back, its owner reads nothing.
    """
    events = list(Event.objects.about(breakthrough).exclude(verb="breakthrough.edited"))
    if breakthrough.is_untold:
        said = [n for n, one in enumerate(events) if one.verb == "breakthrough.approved"]
        events = events[: said[-1]] if said else events
    return told(events, WORDS)


# The text before and after


NUMBERS = ("start_value", "target_value")
Text = dict[str, Any]
Line = tuple[dt.date, str, Decimal | None]


def as_text(values: Mapping[str, Any], marks: Iterable[Line]) -> Text:
    """A whole text as it is kept in an amendment: words, plain numbers, days as 2026-12-31."""
    kept: Text = {name: _plain(values[name]) for name in AMENDABLE}
    kept["milestones"] = [
        {"due": due.isoformat(), "text": said, "value": _plain(value)}
        for due, said, value in sorted(marks, key=_due)
    ]
    return kept


def _due(mark: Line) -> dt.date:
    return mark[0]


def _plain(value: Any) -> str:
    """12.5000 and 12.5 are one number and must read the same, or every text would seem changed."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)


def text_of(breakthrough: Breakthrough) -> Text:
    """The text in force."""
    marks = [(mark.due, mark.text, mark.value) for mark in breakthrough.milestones.all()]
    return as_text({name: getattr(breakthrough, name) for name in AMENDABLE}, marks)


def from_text(text: Text) -> tuple[dict[str, Any], list[Line]]:
    """The values to be put in force, and the milestones."""
    values: dict[str, Any] = {name: text[name] for name in AMENDABLE}
    for name in NUMBERS:
        values[name] = Decimal(values[name]) if values[name] else None
    for name in ("starts", "ends"):
        values[name] = dt.date.fromisoformat(values[name])
    marks = [
        (dt.date.fromisoformat(one["due"]), one["text"], Decimal(one["value"]) if one["value"] else None)
        for one in text["milestones"]
    ]
    return values, marks


@dataclass(frozen=True)
class Passage:
    """One part of the text, as it read and as it reads."""

    label: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether it is marked."""
        return self.before != self.after


PASSAGES = (
    "statement",
    "problem",
    "solution",
    "start_value",
    "target_value",
    "unit_of_value",
    "product",
    "beneficiaries",
    "partners",
)


def compared(before: Text, after: Text) -> list[Passage]:
    """Both texts in full, part by part; parts that are empty in both are left out."""
    label = {
        name: str(getattr(Breakthrough._meta.get_field(name), "verbose_name", name)) for name in PASSAGES
    }
    lines = [Passage(capfirst(label[name]), _shown(before, name), _shown(after, name)) for name in PASSAGES]
    lines.append(Passage(_("Thời hạn"), _time(before), _time(after)))
    lines.append(Passage(_("Các mốc"), _marks(before), _marks(after)))
    return [line for line in lines if line.before or line.after]


def _shown(text: Text, name: str) -> str:
    said = text[name]
    return show(Decimal(said)) if said and name in NUMBERS else said


def _time(text: Text) -> str:
    starts, ends = dt.date.fromisoformat(text["starts"]), dt.date.fromisoformat(text["ends"])
    last = Period(starts, ends).last_day
    return _("từ %(first)s đến %(last)s") % {"first": show_date(starts), "last": show_date(last)}


def _marks(text: Text) -> str:
    _values, marks = from_text(text)
    lines = [
        f"{show_date(due)}: "
        + "; ".join(part for part in (said, show(value) if value is not None else "") if part)
        for due, said, value in marks
    ]
    return "\n".join(lines)


@dataclass(frozen=True)
class Change:
    """One amendment with both texts side by side and how each is called."""

    amendment: Amendment
    before_label: str
    after_label: str
    passages: list[Passage]


def changes(breakthrough: Breakthrough) -> list[Change]:
    """Every amendment, whatever became of it, the earliest first; expects amendments prefetched."""
    standing = _("Bản đã duyệt ngày %(day)s") % {"day": show_date(breakthrough.approved_on)}
    found = []
    for one in breakthrough.amendments.all():
        name = _called(one)
        found.append(Change(one, standing, name, compared(one.before, one.after)))
        if one.status == IN_FORCE:
            standing = name
    return found


def _called(amendment: Amendment) -> str:
    if amendment.status == IN_FORCE:
        return _("Bản sửa đổi ngày %(day)s") % {"day": show_date(amendment.decided_on)}
    return _("Bản đề nghị sửa đổi ngày %(day)s") % {"day": show_date(amendment.proposed_on)}


def last_appraisal(breakthrough: Breakthrough) -> Appraisal | None:
    """The opinion on the sending that waits or was decided; while it is being asked for there is none yet."""
    if breakthrough.appraising_unit_id is None or breakthrough.status == APPRAISING:
        return None
    found = list(breakthrough.appraisals.all())
    return found[-1] if found else None

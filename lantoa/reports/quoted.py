"""What heads have told the level above of their year, as far as they let reports quote it: by post, never by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from lantoa.foundation.dates import Period
from lantoa.foundation.models import Event
from lantoa.foundation.text import fold, lower_first, title_key
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.reports.content import Content
from lantoa.reports.models import Report
from lantoa.reports.sentences import plain
from lantoa.reviews.models import HeadReport, HeadReportQuerySet, Review, Statement
from lantoa.reviews.words import Gathers

LONGEST = 400  # of one text, in whole sentences
TEXTS = ("key_tasks", "breakthrough", "exemplary", "opinions", "lessons", "proposals")
LEAST_WORDS = 8  # a sentence of fewer words is anybody's
TAKEN_BACK = ("head_report.not_quotable", "head_report.taken_back")


def by_heads(unit: Unit, period: Period, field: str) -> Iterator[str]:
    """ "Bí thư Đảng ủy xã (Đảng bộ xã An Phú): mỗi tháng dự giờ": of the unit's own head, then of those who told it."""
    found = [one for one in _named(unit, period) if getattr(one, field)]
    for one in sorted(found, key=lambda page: (page.unit_id != unit.pk, title_key(page.unit_name), page.pk)):
        yield f"{_who(one)}: {in_short(getattr(one, field))}"


def _who(one: Any) -> str:
    return f"{one.title_name or 'Người đứng đầu'} ({one.unit_name})"


@dataclass(frozen=True)
class Withdrawn:
    """A head who let reports quote her and no longer does: how she was named, the sentences of her page, folded.

    `sentences` without those that another page says and may be quoted with. `is_named` unless another page under the
    same name may be quoted still: then the name alone tells nothing.
    """

    who: str
    sentences: tuple[str, ...]
    is_named: bool = True

    def stands_in(self, line: str) -> bool:
        """Whether a sentence that was composed and reworded quotes her still: by her name, or a sentence within it."""
        return self._is_named_in(line) or any(one in fold(line) for one in self.sentences)

    def is_said_in(self, text: str) -> bool:
        """Whether a text written by hand quotes her: by her name, or a sentence of it is one of hers from end to end.

        What merely holds her words among others is its writer's own.
        """
        said = {_bare(one) for part in (text, *text.splitlines()) for one in _split(part)}
        return self._is_named_in(text) or not said.isdisjoint(self.sentences)

    def _is_named_in(self, text: str) -> bool:
        return self.is_named and f"{fold(self.who)}:" in fold(text)


def withdrawn(unit: Unit, period: Period) -> list[Withdrawn]:
    """Whose words were let to this unit's reports on the period and have been taken back since.

    What is composed leaves them out by itself; sentences that people worded keep them until somebody decides.
    """
    # Of the year before, too: what was sent in the period may be of either, and a page taken back has no day.
    years = range(period.starts.year - 1, period.last_day.year + 1)
    pages = HeadReport.objects.not_quotable().filter(Q(unit=unit) | Q(sent_to=unit), year__in=years)
    acts = Event.objects.filter(
        subject_type=HeadReport._meta.label_lower,
        subject_id__in=[str(key) for key in pages.values_list("pk", flat=True)],
        verb__in=TAKEN_BACK,
    )
    found = pages.filter(pk__in=set(map(int, acts.values_list("subject_id", flat=True))))
    gone = list(organisation.with_unit_names(found, period.last_day))
    current = list(_named(unit, period)) if gone else []
    still, let = {_who(one) for one in current}, {said for one in current for said in _sentences(one)}
    return [
        Withdrawn(who, tuple(said for said in _sentences(one) if said not in let), is_named=who not in still)
        for one in gone
        for who in [_who(one)]
    ]


def _sentences(one: HeadReport) -> Iterator[str]:
    for name in TEXTS:
        for sentence in _split(getattr(one, name)):
            if len((bare := _bare(sentence)).split()) >= LEAST_WORDS:
                yield bare


def _bare(sentence: str) -> str:
    """Folded, without the sign before it in a list and the stop after it."""
    return fold(sentence).lstrip("-+•* ").rstrip(".;!? ")


def gone_from(report: Report) -> list[Withdrawn]:
    """Whose words may still stand in the report although they were taken back: none while nobody has written in it."""
    if not (report.wording or any(text.strip() for text in report.texts.values())):
        return []
    return withdrawn(report.unit, report.period)


def withdrawn_in(report: Report, content: Content, gone: list[Withdrawn]) -> dict[str, list[str]]:
    """heading → the heads of `gone` quoted there, in what people worded or wrote.

    Her name or a sentence of hers is found; her thought in other words is not, and the page says so.
    """
    found = {
        part.heading: [
            one.who
            for one in gone
            if one.is_said_in(report.texts.get(part.code, ""))
            or (part.edited and any(one.stands_in(plain(line)) for line in (*part.lines, *part.items)))
        ]
        for part in content.parts
    }
    return {heading: who for heading, who in found.items() if who}


def of_the_collective(unit: Unit, period: Period, actor: Actor) -> list[tuple[Review, list[str]]]:
    """What the unit's own reviews of the period say of its shortcomings and their causes, for who may read them.

    No draft takes it over, since a report is read by more people: who composes for the unit copies what it may say.
    """
    reviews = Review.objects.visible_to(actor).filter(unit=unit, person__isnull=True)
    within = reviews.filter(period__starts__lt=period.ends, period__ends__gt=period.starts)
    said = Statement.objects.filter(review__in=within, section__gathers=Gathers.OPEN).exclude(text="")
    by_review: dict[Review, list[str]] = {}
    for one in said.select_related("review__period").order_by("review", "order", "pk"):
        by_review.setdefault(one.review, []).append(one.text)
    return list(by_review.items())


def _named(unit: Unit, period: Period) -> Iterable[Any]:
    """The pages that may be quoted, each with the name of its unit."""
    return organisation.with_unit_names(_told(HeadReport.objects.quotable(), unit, period), period.last_day)


def _told(pages: HeadReportQuerySet, unit: Unit, period: Period) -> HeadReportQuerySet:
    """Of a year that lies in the period, whenever they were sent; of another, sent in the period."""
    whole = [y for y in range(period.starts.year, period.last_day.year + 1) if _holds(period, Period.year(y))]
    when = Q(year__in=whole) | Q(sent_on__gte=period.starts, sent_on__lt=period.ends)
    return pages.filter(Q(unit=unit) | Q(sent_to=unit), when)


def _holds(period: Period, other: Period) -> bool:
    return period.starts <= other.starts and other.ends <= period.ends


def _split(text: str) -> list[str]:
    return re.split(r"(?<=[.!?;])\s+", " ".join(text.split()))


def in_short(text: str) -> str:
    """As many whole sentences as fit, on one line, without the last full stop; at least the first."""
    sentences = _split(text)
    said = sentences[0]
    for more in sentences[1:]:
        if len(said) + len(more) + 1 > LONGEST:
            break
        said = f"{said} {more}"
    return lower_first(said).rstrip(".;")

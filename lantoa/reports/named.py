"""What a draft names besides counting it: papers, heads, practices, exemplars, shortcomings, what comes next.

Persons are named only where everyone named agrees; of shortcomings only the reported unit's own are told, never a
person's.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap

from django.db.models import Q

from lantoa.breakthroughs.models import Breakthrough
from lantoa.exemplars import queries as exemplars
from lantoa.exemplars.models import Exemplar
from lantoa.foundation.dates import Period
from lantoa.foundation.text import fold, lower_first
from lantoa.meetings.models import Meeting
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.practices.models import Practice
from lantoa.programme import queries as programme
from lantoa.programme.models import Directive, Plan, PlanTask, Theme
from lantoa.reports import quoted, rules
from lantoa.reports.sentences import Line, Piece
from lantoa.shortcomings.models import Shortcoming

MOST = 6


@dataclass(frozen=True)
class Asked:
    """Of whom and of when: the reported unit, its period, the day whose tree is asked; the section told in."""

    unit: Unit
    period: Period
    on: dt.date
    told_within: str = ""

    def within(self, field: str) -> dict[str, dt.date]:
        """That a day lies in the period, as a filter."""
        return {f"{field}__gte": self.period.starts, f"{field}__lt": self.period.ends}


@dataclass(frozen=True)
class Names:
    """One sentence, and lines of a list; either may be missing."""

    lines: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()


def named_in(codes: Sequence[str], unit: Unit, period: Period, on: dt.date) -> Names:
    """What a section names of the unit and its period: its own code first, then parts without a heading of their own.

    Nothing for a section that names nothing.
    """
    asked = Asked(unit, period, on, told_within=codes[0])
    found = [BY_SECTION[code](asked) for code in codes if code in BY_SECTION]
    return Names(
        tuple(line for one in found for line in one.lines), tuple(item for one in found for item in one.items)
    )


def _sentence(lead: str, things: Iterable[str], more: str) -> tuple[Line, ...]:
    """ "Văn bản chính: a; b và 3 văn bản khác."; nothing for no things. More than MOST are not named but numbered."""
    told = list(things)
    if not told:
        return ()
    rest = len(told) - MOST
    words = "; ".join(told[:MOST]) + (f" và {rest} {more} khác" if rest > 0 else "")
    return ((Piece(f"{lead} {words}."),),)


def _listed(things: Iterable[str]) -> tuple[Line, ...]:
    told = list(things)[:MOST]
    return tuple((Piece(f"{one}{'.' if n == len(told) else ';'}"),) for n, one in enumerate(told, start=1))


def _papers(asked: Asked) -> Names:
    """The unit's own plans and directives of the period, by day."""
    plans = Plan.objects.issued().filter(unit=asked.unit, **asked.within("issued_on"))
    directives = Directive.objects.filter(unit=asked.unit, **asked.within("issued_on"))
    told = [(one.issued_on, f"Kế hoạch số {one.number}", one.title) for one in plans if one.issued_on]
    told += [
        (one.issued_on, f"{one.get_kind_display()} số {one.symbol or one.number}", one.abstract)
        for one in directives
    ]
    cited = [
        f"{name}, ngày {rules.paper_day(day)}, {lower_first(_without_kind(name, title)).rstrip('.')}"
        for day, name, title in sorted(told)
    ]
    return Names(_sentence("Văn bản chính:", cited, "văn bản") + _done(asked))


def _without_kind(name: str, title: str) -> str:
    """ "Kế hoạch số 3" of the title "Kế hoạch học tập năm 2026" says what paper it is already."""
    kind = f"{name.partition(' số ')[0]} "
    return title[len(kind) :] if fold(title).startswith(fold(kind)) else title


def _themes(asked: Asked) -> Names:
    """The themes of the term and of the year in force on the last day, with the papers they come with."""
    themes = programme.with_papers(programme.themes_of(asked.unit, asked.period.last_day))
    told = [f"{theme.get_kind_display()} “{theme.title.rstrip('.')}”{_with(theme)}" for theme in themes]
    return Names(_sentence("Chuyên đề học tập, quán triệt trong kỳ:", told, "chuyên đề"))


def _with(theme: Theme) -> str:
    cited = ", ".join(lower_first(str(paper)) for paper in theme.papers.all())
    return f" (theo {cited})" if cited else ""


def _done(asked: Asked) -> tuple[Line, ...]:
    """What came of the lines of the unit's own plan that were done in the period, in the words written then."""
    done = PlanTask.objects.filter(plan__unit=asked.unit, **asked.within("done_on")).exclude(result="")
    told = [
        f"{lower_first(task.content).rstrip('.')} ({lower_first(task.result).rstrip('.')})"
        for task in done.order_by("done_on", "pk")
    ]
    return _sentence("Kết quả việc trong kế hoạch:", told, "việc")


def _heads(asked: Asked) -> Names:
    """Heads whose breakthroughs the unit has, or has approved, by their title: what they undertook."""
    found = Breakthrough.objects.approved().filter(
        Q(unit=asked.unit) | Q(approving_unit=asked.unit), kind="head", **asked.within("approved_on")
    )
    rows = organisation.with_unit_names(found.order_by("approved_on", "pk"), asked.on)
    told = [f"{one.title_name or one.title} ({one.unit_name}): “{one.statement.rstrip('.')}”" for one in rows]
    return Names(
        _sentence("Nội dung của người đứng đầu:", told, "nội dung"), _by_heads(asked, "breakthrough")
    )


def _practices(asked: Asked) -> Names:
    """Practices that are typical or were recognised in the period and still go on; typical ones first."""
    running = Practice.objects.listed().running_on(asked.period.last_day)
    recognised = Q(**{f"recognitions__{k}": v for k, v in asked.within("decided_on").items()})
    found = organisation.within(running.filter(Q(is_typical=True) | recognised), asked.unit, on=asked.on)
    rows = organisation.with_unit_names(
        found.prefetch_related("named").distinct().order_by("-is_typical", "registered_on", "pk"), asked.on
    )
    return Names(_sentence("Tiêu biểu là", map(_practice, rows), "mô hình"))


def _practice(one: Practice) -> str:
    """A person is named where she agrees; otherwise her unit is."""
    agrees = one.subject == Practice.Subject.COLLECTIVE or any(row.agrees for row in one.named.all())
    return f"{one.get_kind_display()} “{one.name}” của {one.subject_name if agrees else one.unit_name}"


def _exemplars(asked: Asked) -> Names:
    """Exemplars published in the period, everyone named agreeing."""
    found = Exemplar.objects.published().filter(**asked.within("published_on")).prefetch_related("named")
    rows = exemplars.with_names(
        organisation.within(found.order_by("published_on", "pk"), asked.unit, on=asked.on), asked.on
    )
    told = [f"{exemplars.who(one)} ({lower_first(one.title).rstrip('.')})" for one in rows]
    items = _by_heads(asked, "exemplary", "opinions")
    return Names(_sentence("Các gương được công bố:", told, "gương"), items)


def _duty(asked: Asked) -> Names:
    """The key tasks that heads have answered for."""
    return Names(items=_by_heads(asked, "key_tasks"))


def _proposals(asked: Asked) -> Names:
    """What heads ask of the level above."""
    return Names(items=_by_heads(asked, "proposals"))


def _lessons(asked: Asked) -> Names:
    """What heads say they learned; under a heading that does not say so each line does."""
    told = list(quoted.by_heads(asked.unit, asked.period, "lessons"))
    is_apart = asked.told_within == "lessons"
    return Names(items=_listed(told if is_apart else (f"Bài học của {lower_first(one)}" for one in told)))


def _by_heads(asked: Asked, *fields: str) -> tuple[Line, ...]:
    """What heads have told of it and let reports quote, field after field."""
    told = [
        one for field in fields for one in _worded(field, quoted.by_heads(asked.unit, asked.period, field))
    ]
    return _listed(told)


def _worded(field: str, told: Iterable[str]) -> Iterator[str]:
    """Opinions say what they are: the other texts stand under a heading that does."""
    for one in told:
        yield f"Ý kiến với {lower_first(one)}" if field == "opinions" else one


def _shortcomings(asked: Asked) -> Names:
    """What the unit itself has to mend on the last day, why, how and until when; why practices stopped; what its own
    conferences concluded."""
    standing = Shortcoming.objects.of_units().holds_on(asked.period.last_day).filter(unit=asked.unit)
    told = _listed(map(_shortcoming, standing.order_by("deadline", "pk")))
    return Names(_stopped(asked), told + _listed(_conferences(asked)))


def _shortcoming(one: Shortcoming) -> str:
    said = [("nguyên nhân", one.cause), ("khắc phục", one.remedy)]
    words = [f"{name}: {lower_first(text).rstrip('.')}; " for name, text in said if text]
    return f"{one.finding.rstrip('.')} ({''.join(words)}hạn {rules.paper_day(one.deadline)})"


def _stopped(asked: Asked) -> tuple[Line, ...]:
    """Practices that stopped in the period, with the reason that was written then."""
    found = Practice.objects.listed().filter(**asked.within("stopped_on"))
    within = organisation.within(found.order_by("stopped_on", "pk"), asked.unit, on=asked.on)
    reasons: dict[str, Counter[str]] = {}
    for one in within:
        reasons.setdefault(one.name, Counter())[lower_first(_why(one)).rstrip(".")] += 1
    return _sentence(
        "Mô hình dừng trong kỳ và nguyên nhân:", starmap(_stopped_in, reasons.items()), "mô hình"
    )


def _stopped_in(name: str, reasons: Counter[str]) -> str:
    """ "“Nhà văn hóa sáng đèn” ở 5 nơi (3 nơi người phụ trách chuyển công tác, 2 nơi ít người tham gia)"."""
    if len(reasons) == 1:
        (why, n), *_others = reasons.items()
        return f"“{name}”{f' ở {n} nơi' if n > 1 else ''} ({why})"
    told = ", ".join(f"{n} nơi {why}" for why, n in reasons.most_common())
    return f"“{name}” ở {reasons.total()} nơi ({told})"


def _why(one: Practice) -> str:
    return one.stop_reason or one.get_stop_cause_display() or "chưa ghi nguyên nhân"


def _conferences(asked: Asked) -> Iterator[str]:
    """What the unit's conferences of the period found wanting, and why."""
    held = Meeting.objects.conferences().in_period(asked.period).filter(unit=asked.unit)
    for one in held.exclude(not_done="").order_by("held_on", "pk"):
        yield f"{one.topic.rstrip('.')}, ngày {rules.paper_day(one.held_on)}: {quoted.in_short(one.not_done)}"


def _directions(asked: Asked) -> Names:
    """The themes of the time to come, and what stands in the unit's plans for it."""
    after = asked.period.ends
    themes = programme.themes_of(asked.unit, after)
    told = [f"“{theme.title.rstrip('.')}”" for theme in themes if theme.kind == Theme.Span.YEAR]
    lead = f"Học tập chuyên đề năm {after.year}:"
    return Names(_sentence(lead, told, "chuyên đề"), _listed(_tasks(asked)))


def _tasks(asked: Asked) -> Iterator[str]:
    plans = Plan.objects.issued().filter(unit=asked.unit)
    coming = PlanTask.objects.filter(plan__in=plans, done_on__isnull=True, due__gte=asked.period.ends)
    for task in coming.order_by("due", "position", "pk"):
        lead = f"{task.lead}, " if task.lead else ""
        yield f"{task.content.rstrip('.')} ({lead}xong trước ngày {rules.paper_day(task.due)})"


BY_SECTION: dict[str, Callable[[Asked], Names]] = {
    "leadership": _papers,
    "study": _themes,
    "breakthroughs": _heads,
    "exemplars": _exemplars,
    "practices": _practices,
    "shortcomings": _shortcomings,
    "lessons": _lessons,
    "duty": _duty,
    "directions": _directions,
    "proposals": _proposals,
}

"""What a report asks of the tree, the programme and the figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.documents.queries import names_on as names_on
from lantoa.figures import together
from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, heard_from
from lantoa.figures.counting import figure
from lantoa.figures.declared import declared_under, told_under, with_declared
from lantoa.figures.figure import Figure
from lantoa.figures.folding.reading import Kept, kept_of
from lantoa.figures.models import DeclaredFigure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.programme import queries as programme
from lantoa.programme.models import LegalBasis
from lantoa.reports import rules
from lantoa.reports.content import Absent
from lantoa.reports.form import Form
from lantoa.reports.forms import form_called
from lantoa.reports.models import Outline, Report
from lantoa.reports.outlines import READY, outlined
from lantoa.reports.outlines import read as read_outline
from lantoa.reports.sentences import Slot
from lantoa.reports.wording import Names

READY_KEY = "ready-"
BY_PERIOD = "by-period"


def reports_for(actor: Actor) -> QuerySet[Report]:
    """The reports this actor may see, last touched first, ready for a list."""
    return Report.objects.visible_to(actor).select_related("unit", "document", "updated_by", "outline")


def drafts_of(actor: Actor) -> QuerySet[Report]:
    """The drafts this person began and may go on with."""
    if actor.person is None or not actor.may("reports.compose"):
        return Report.objects.none()
    return reports_for(actor).filter(status=rules.DRAFT, created_by=actor.person)


def form_of(report: Report) -> Form:
    """The report's form, in the order of its outline."""
    form = form_called(report.form)
    if report.outline:
        return replace(outlined(form, report.outline.headings), every_row=report.outline.every_row)
    ready = READY.get(report.ready_outline)
    return outlined(form, read_outline(ready.text, form)) if ready else form


def outline_choices(actor: Actor) -> list[tuple[str, str]]:
    """(key, words) of every outline the actor may compose by; the standard one has no key."""
    own = sorted(Outline.objects.visible_to(actor).in_use(), key=lambda one: title_key(one.name))
    return [
        ("", _("Đề cương đầy đủ")),
        *((f"{READY_KEY}{code}", str(ready.label)) for code, ready in READY.items()),
        *((str(one.pk), one.name) for one in own),
    ]


def outline_fitting(period: Period, occasion: str) -> tuple[str, str]:
    """Key and words of the outline that a report of this kind begins with, where nobody chose another."""
    code = rules.ready_outline_for(period, occasion)
    return (f"{READY_KEY}{code}", str(READY[code].label)) if code else ("", _("Đề cương đầy đủ"))


def outline_name(report: Report) -> str:
    """What the report's outline is called."""
    ready = READY.get(report.ready_outline)
    return str(report.outline or (ready.label if ready else _("Đề cương đầy đủ")))


def outline_called(key: str, actor: Actor) -> dict[str, Any]:
    """The columns of a report that say which outline it has. BadInput for a key that names none."""
    chosen: dict[str, Any] = {"outline": None, "ready_outline": ""}
    if not key:
        return chosen
    if key.removeprefix(READY_KEY) in READY and key.startswith(READY_KEY):
        return chosen | {"ready_outline": key.removeprefix(READY_KEY)}
    outline = Outline.objects.visible_to(actor).filter(pk=int(key)).first() if key.isdecimal() else None
    if outline is None:
        raise BadInput(_("Không còn đề cương này. Chọn đề cương khác."), "outline")
    return chosen | {"outline": outline}


def outline_key(report: Report) -> str:
    """What `outline_called` reads back."""
    if report.outline_id:
        return str(report.outline_id)
    return f"{READY_KEY}{report.ready_outline}" if report.ready_outline else ""


def filled_below(outline: Outline, period: Period, actor: Actor) -> list[tuple[Placement, Report | None]]:
    """The Party organisations directly below the outline's unit, by name, each with its report by this outline."""
    places = [
        place
        for place in organisation.children_by_name(outline.unit, actor.on)
        if place.unit.kind == Unit.Kind.PARTY
    ]
    made = Report.objects.visible_to(actor).filter(
        outline=outline, starts=period.starts, ends=period.ends, unit__in=[place.unit_id for place in places]
    )
    by_unit = {one.unit_id: one for one in made.select_related("document").order_by("updated_at")}
    return [(place, by_unit.get(place.unit_id)) for place in places]


def without_report(unit: Unit, period: Period, on: dt.date) -> list[Placement]:
    """The Party organisations directly below that have issued no report of their own on the period, by name."""
    places = [
        place for place in organisation.children_by_name(unit, on) if place.unit.kind == Unit.Kind.PARTY
    ]
    issued = Report.objects.filter(
        unit__in=[place.unit_id for place in places],
        status=rules.ISSUED,
        starts=period.starts,
        ends=period.ends,
    )
    done = set(issued.values_list("unit_id", flat=True)) if places else set()
    return [place for place in places if place.unit_id not in done]


def day_of_tree(unit: Unit, period: Period) -> dt.date:
    """The day whose tree the report asks: the period's last day, or the unit's own last day within the period.

    Raises BadInput when the unit did not exist at any time in the period.
    """
    day = organisation.last_day_in(unit, period.starts, period.ends)
    if day is None:
        raise BadInput(
            _("%(unit)s không hoạt động trong kỳ %(period)s. Chọn kỳ hoặc đơn vị khác.")
            % {"unit": organisation.name_of(unit, period.last_day), "period": period.label},
            "period",
        )
    return day


def heading_of(report: Report, code: str) -> str | None:
    """What the section is called in the report; None where it has none of that code, or one that only holds others."""
    form = form_of(report)
    section = form.section(code)
    if section is None or form.holds(section):
        return None
    return rules.in_the_words_of(section.heading, programme_name(day_of_tree(report.unit, report.period)))


def programme_name(day: dt.date) -> str:
    """What the programme is called that day; empty before it began."""
    found = programme.programme_on(day)
    return found.name if found else ""


def bases_said(day: dt.date) -> tuple[str, tuple[str, ...]]:
    """The legal bases in force that day in one phrase, and those whose own text nobody has checked yet."""
    bases = list(programme.bases_on(day))
    unchecked = tuple(str(basis) for basis in bases if not basis.verified)
    if not bases:
        return "", unchecked
    issuers = list(dict.fromkeys(basis.issuer for basis in bases))
    if len(issuers) == 1:
        return f"{rules.joined(map(_cited, bases))} của {issuers[0]} {bases[-1].abstract}", unchecked
    return rules.joined(f"{_cited(basis)} của {basis.issuer}" for basis in bases), unchecked


def _cited(basis: LegalBasis) -> str:
    """ "Chỉ thị số 05-CT/TW, ngày 15/5/2016"."""
    return f"{basis.get_kind_display()} số {basis.symbol}, ngày {rules.paper_day(basis.issued_on)}"


@dataclass
class Counting:
    """The figures of one unit and period, completed by what units declare (`rows`); each is counted once."""

    unit: Unit
    period: Period
    on: dt.date
    rows: list[DeclaredFigure]
    kept: Kept | None = (
        None  # what was counted beforehand of a large unit; without, everything is counted now
    )
    found: dict[tuple[str, str], Figure] = field(default_factory=dict)
    any_of: together.AnyOf = field(default_factory=dict)

    @classmethod
    def of(
        cls, unit: Unit, period: Period, on: dt.date | None = None, *, beforehand: bool = False
    ) -> Counting:
        """By the tree of the day, the period's last when not given. BadInput when the unit did not exist in it.

        `beforehand` reads of a large unit what was counted before, as its pages do.
        """
        on = on or day_of_tree(unit, period)
        kept = kept_of(unit, on) if beforehand else None
        return cls(unit, period, on, declared_under(unit, period, on=on), kept)

    @property
    def as_of(self) -> dt.datetime | None:
        """Up to when what was read so far tells, where some of it was counted beforehand."""
        return self.kept.as_of if self.kept else None

    def over(self, period: Period) -> Counting:
        """Of the same unit in another period, by the same tree; nothing where the unit did not exist yet."""
        return replace(self, period=period, rows=declared_under(self.unit, period, on=self.on), found={})

    def figures(self, slots: Iterable[Slot]) -> dict[tuple[str, str], Figure]:
        """Of those slots whose measures exist, in their order."""
        slots = [slot for slot in slots if exists(slot)]
        self._count([slot for slot in slots if slot.key not in self.found])
        return {slot.key: self.found[slot.key] for slot in slots}

    def _count(self, slots: list[Slot]) -> None:
        if not slots:
            return
        where: Any = {"unit": self.unit, "period": self.period, "on": self.on}
        asked = [(slot.code, split_of(slot)) for slot in slots]
        where["known"] = together.known(
            self.unit, self.on, self.period, asked, kept=self.kept, any_of=self.any_of
        )
        stated = {row.indicator.code for row in self.rows}
        for slot in slots:
            if slot.code in stated and not slot.split:
                made = with_declared(slot.code, rows=self.rows, **where)
            else:
                made = figure(slot.code, split=split_of(slot), **where)
            self.found[slot.key] = made


def counted(
    slots: Iterable[Slot], unit: Unit, period: Period, on: dt.date, rows: list[DeclaredFigure]
) -> dict[tuple[str, str], Figure]:
    """The figures of those slots whose measures exist, completed by what units declare (`rows`)."""
    return Counting(unit, period, on, rows).figures(slots)


def names_in(report: Report) -> Names:
    """How figures are called in the sentences of the report."""
    counting = Counting.of(report.unit, report.period)
    told = told_under(report.unit, report.period, counting.on, counting.rows)
    return Names.of((one.figure for one in told), report.unit.code, report.period)


def exists(slot: Slot) -> bool:
    """Whether some room declares this measure, and this part of its split."""
    measure = catalogue().get(slot.code)
    if measure is None or not slot.split:
        return measure is not None
    name, part = slot.split.split("=")
    return name in measure.splits and part in measure.splits[name].parts


def split_of(slot: Slot) -> tuple[str, str] | None:
    """The split as counting asks for it."""
    if not slot.split:
        return None
    name, part = slot.split.split("=")
    return name, part


def every_measure() -> list[Slot]:
    """A slot for each measure of the house."""
    return [Slot(code) for code in catalogue()]


def absent(counting: Counting) -> tuple[int, list[Absent]]:
    """How many Party organisations stand directly below, and those with neither records nor declarations."""
    children = Children.of(counting.unit, counting.on, kept=counting.kept)
    due = [place for place in children.placements if place.unit.kind == Unit.Kind.PARTY]
    heard = heard_from(children, counting.period) if due else set()
    return len(due), [Absent(place.unit.code, place.name) for place in due if place.path not in heard]

"""What the overview of a unit shows: cards, its units side by side, the way from registering to a result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Max
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.adoptions import queries as adoptions
from lantoa.adoptions.rules import Generation
from lantoa.figures.as_of import AsOf
from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import Children, by_child, heard_from
from lantoa.figures.counting import day_of_tree, units_of
from lantoa.figures.declared import figures
from lantoa.figures.figure import RATIO, Figure, is_nothing
from lantoa.figures.folding.reading import Kept, kept_of
from lantoa.figures.measure import IN_PERIOD
from lantoa.figures.rules import Counted, percent, why_no_way
from lantoa.figures.unknown import stated_of, stated_of_children
from lantoa.foundation.dates import Period, a_year_before, same_days_a_year_before
from lantoa.foundation.numbers import show
from lantoa.foundation.text import lower_first, title_key
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice

Text = str | Promise


@dataclass(frozen=True)
class Choice:
    """One card: the figure it shows and what stands beside it, each the code of a measure."""

    title: Text
    code: str
    beside: tuple[str, ...] = ()


CARDS = (
    Choice(_("Đảng viên đã đăng ký"), "registrations.share_of_members", ("registrations.approved",)),
    Choice(
        _("Nội dung đột phá được duyệt"),
        "breakthroughs.approved",
        ("breakthroughs.registered", "breakthroughs.completed"),
    ),
    Choice(
        _("Mô hình đăng ký trong kỳ"), "practices.registered", ("practices.running", "practices.recognised")
    ),
    Choice(_("Tổ chức cơ sở đảng có kế hoạch"), "programme.units_with_plan", ("programme.directives",)),
    Choice(_("Sinh hoạt chuyên đề"), "meetings.thematic", ("meetings.attendance",)),
    Choice(_("Lớp học tập, quán triệt"), "study.classes", ("study.attendance",)),
    Choice(_("Tập thể được khen"), "commendations.collectives", ("commendations.individuals",)),
    Choice(_("Ý kiến nhân dân đã tiếp nhận"), "outreach.opinions", ("outreach.opinions_resolved",)),
)
SIZE = ("statistics.grassroots", "statistics.cells", "registrations.members")
COLUMNS = (
    (_("Đảng viên đăng ký"), "registrations.share_of_members"),
    (_("Bản đã duyệt"), "registrations.approved"),
    (_("Đột phá được duyệt"), "breakthroughs.approved"),
    (_("Mô hình đăng ký"), "practices.registered"),
    (_("Buổi chuyên đề"), "meetings.thematic"),
    (_("Lượt tập thể được khen"), "commendations.collectives"),
)
STAGES = (
    (_("Bản đăng ký đã gửi"), "registrations.registered"),
    (_("Đã duyệt"), "registrations.approved"),
    (_("Đang làm"), "registrations.with_progress"),
    (_("Có kết quả đo được"), "registrations.with_result"),
)


@dataclass(frozen=True)
class Beside:
    """A small figure in the words of a sentence: "bản đã duyệt: 12"."""

    words: str
    shown: str
    url: str

    @classmethod
    def of(cls, figure: Figure) -> Beside:
        """A ratio as per cent, a nought that nobody recorded in its word, anything else as it is."""
        if figure.state:
            return cls(lower_first(figure.label), figure.show(), figure.url)
        shown = f"{show(figure.share)}%" if figure.kind == RATIO and figure.share else figure.bare or "0"
        return cls(lower_first(figure.label), shown, figure.url)


@dataclass(frozen=True)
class Card:
    """A figure, and what stands beside it."""

    title: Text
    figure: Figure
    beside: list[Beside]
    before: Beside | None = None  # the same days of the year before; None where nothing is known of them

    @property
    def number(self) -> str:
        """The figure with its precision word, without its unit of count."""
        return self.figure.show(with_unit=False) or "0"

    @property
    def says_its_share(self) -> bool:
        """Whether per cent stand below it: of a ratio of which something is known."""
        return self.figure.kind == RATIO and self.figure.share is not None and not self.figure.state


@dataclass(frozen=True)
class Stage:
    """One step on the way, with its share of the first and how many fell away since the step before."""

    title: Text
    figure: Figure
    first: Decimal
    lost: Decimal | None

    @property
    def said(self) -> str:
        """How many, or that nothing is known of it."""
        return self.figure.show(with_unit=False) if self.figure.state else show(self.figure.exact)

    @property
    def share(self) -> Decimal | None:
        """Per cent of the first step; None where nothing is known of this one."""
        return None if self.figure.state else percent(self.figure.exact or 0, self.first)


@dataclass(frozen=True)
class Cell:
    """One figure of one child, below its title; what is nothing opens nothing."""

    title: Text
    figure: Figure

    @property
    def is_told(self) -> bool:
        """Whether there is anything behind it."""
        return not is_nothing(self.figure)


@dataclass(frozen=True)
class Row:
    """One child and its figures. `is_silent`: nothing at all is recorded or declared there in the period."""

    placement: Placement
    cells: list[Cell]
    is_silent: bool


@dataclass(frozen=True)
class Overview:
    """Everything on the page."""

    cards: list[Card]
    stages: list[Stage]
    columns: list[Text]
    rows: list[Row]
    size: list[Figure]
    why_no_stages: str  # why the steps are none of one way; "" where they are
    as_of: dt.datetime | None  # where sums were folded before; None where everything was counted now

    @property
    def most_lost(self) -> Stage | None:
        """The step before which most fell away; None where none did."""
        lost = [stage for stage in self.stages if stage.lost and stage.lost > 0]
        return max(lost, key=lambda stage: stage.lost or 0, default=None)

    @property
    def is_empty(self) -> bool:
        """Whether no card has anything to tell."""
        return all(is_nothing(card.figure) for card in self.cards)


def overview(unit: Unit, period: Period, *, today: dt.date, on: dt.date | None = None) -> Overview:
    """The overview of a unit in a period, in a number of queries that does not grow with the unit.

    Each nought of a card says whether nothing was recorded, none was, or the period is still to come. `on` is the day
    whose tree is asked, the period's end when not given.
    """
    codes = [
        *(code for card in CARDS for code in (card.code, *card.beside)),
        *(code for _title, code in STAGES),
    ]
    wanted = [code for code in dict.fromkeys([*codes, *SIZE]) if code in catalogue()]
    day = on or day_of_tree(unit, period)
    kept = kept_of(unit, day)
    before, before_as_of = before_that(unit, period, today)
    why = why_no_way([Counted.of(catalogue()[code]) for _title, code in STAGES if code in catalogue()])
    counted = figures(wanted, unit=unit, period=period, on=day, kept=kept)
    found = {one.code: one for one in stated_of(counted, unit, period, today=today, on=day)}
    columns = [(title, code) for title, code in COLUMNS if code in catalogue()]
    table = rows(unit, period, columns, today=today, on=on, kept=kept)
    ages = [before_as_of, kept.as_of if kept else None]
    return Overview(
        cards=[
            Card(
                card.title,
                found[card.code],
                [Beside.of(found[code]) for code in card.beside if _is_of_some(found.get(code))],
                before.get(card.code),
            )
            for card in CARDS
            if _is_of_some(found.get(card.code))
        ],
        stages=[] if why else list(_stages(found)),
        columns=[title for title, _code in columns],
        rows=table,
        size=[found[code] for code in SIZE if code in found and not is_nothing(found[code])],
        why_no_stages=why,
        as_of=min(filter(None, ages), default=None),
    )


def before_that(unit: Unit, period: Period, today: dt.date) -> tuple[dict[str, Beside], dt.datetime | None]:
    """code of a card → its figure of the same days a year earlier, by the tree of then; without what tells nothing.

    And up to when they tell, where some were counted before. Of a period that goes on, only the days up to today are
    compared.
    """
    then = same_days_a_year_before(period, today)
    is_whole = then.ends == a_year_before(period.ends)
    codes, on = [card.code for card in CARDS if card.code in catalogue()], day_of_tree(unit, then)
    words = _("cả năm %(year)s") if is_whole else _("cùng kỳ %(year)s")
    said = words % {"year": then.starts.year}
    kept = kept_of(unit, on)
    told = figures(codes, unit=unit, period=then, on=on, kept=kept)
    said_before = {one.code: replace(Beside.of(one), words=said) for one in told if not is_nothing(one)}
    return said_before, kept.as_of if kept else None


def carried(found: Overview, as_of: AsOf) -> Overview:
    """The overview whose every link asks for the same day."""

    def one(figure: Figure) -> Figure:
        return as_of.carried([figure])[0]

    def card(was: Card) -> Card:
        beside = [replace(small, url=as_of.carried_url(small.url)) for small in was.beside]
        return replace(was, figure=one(was.figure), beside=beside)

    return replace(
        found,
        cards=[card(was) for was in found.cards],
        stages=[replace(stage, figure=one(stage.figure)) for stage in found.stages],
        rows=[
            replace(row, cells=[replace(cell, figure=one(cell.figure)) for cell in row.cells])
            for row in found.rows
        ],
        size=[one(figure) for figure in found.size],
    )


def _is_of_some(figure: Figure | None) -> bool:
    """Whether there is anything it could be a part of: 0/0 says nothing of a cell, nor of meetings not counted."""
    return figure is not None and (figure.kind != RATIO or bool(figure.denominator))


def tells_of_its_year(found: Overview) -> bool:
    """Whether something happened in the period; what is merely there on a day does not count."""
    happened = [card for card in found.cards if catalogue()[card.figure.code].meaning == IN_PERIOD]
    return any(not is_nothing(card.figure) for card in happened)


def last_year_told(unit: Unit, before: int, years: int = 10) -> int | None:
    """The last year, before the given one, of which a card of the overview has something to tell."""
    on = dt.date(before, 1, 1) - dt.timedelta(days=1)
    units, latest = units_of(unit, dt.date(before, 12, 31)), None
    codes = [
        *(code for card in CARDS for code in (card.code, *card.beside)),
        *(code for _title, code in STAGES),
    ]
    for code in codes:
        measure = catalogue().get(code)
        if measure and measure.records and measure.on_date and measure.meaning == IN_PERIOD:
            found = measure.records(on).filter(
                **{f"{measure.of_unit}__in": units, f"{measure.on_date}__lte": on}
            )
            newest = found.aggregate(newest=Max(measure.on_date))["newest"]
            latest = max(filter(None, (latest, newest)), default=None)
    return latest.year if latest and latest.year >= before - years else None


def _stages(found: dict[str, Figure]) -> Iterable[Stage]:
    """Stages are never added up: each is a part of the last one before of which something is known."""
    steps = [(title, found[code]) for title, code in STAGES if code in found]
    if not steps or is_nothing(steps[0][1]):
        return
    first, before = steps[0][1].exact or Decimal(0), None
    for title, figure in steps:
        if figure.state:
            yield Stage(title, figure, first, None)
            continue
        now = figure.exact or Decimal(0)
        yield Stage(title, figure, first, None if before is None else before - now)
        before = now


def rows(
    unit: Unit,
    period: Period,
    columns: Sequence[tuple[Text, str]],
    *,
    today: dt.date,
    on: dt.date | None = None,
    kept: Kept | None = None,
) -> list[Row]:
    """Each child with these figures; those of which nothing is known stand first, then the order of names.

    Each nought says whether nothing was recorded there, none was, or the period is still to come.
    """
    day = on or period.last_day
    children = Children.of(unit, day, kept=kept if kept and kept.on == day else None)
    if not children.placements or not columns:
        return []
    children.count([code for _title, code in columns], period)
    counted = [
        by_child(code, unit=unit, period=period, on=day, children=children).children
        for _title, code in columns
    ]
    heard = heard_from(children, period)
    stated = stated_of_children(counted, children, period, today=today)
    found = []
    for place, told in zip(children.placements, stated, strict=True):
        cells = [Cell(title, figure) for (title, _code), figure in zip(columns, told, strict=True)]
        found.append(Row(place, cells, place.path not in heard))
    return sorted(found, key=lambda row: (not row.is_silent, title_key(row.placement.name)))


@dataclass(frozen=True)
class Farthest:
    """The practice of a unit, or below it, that most other places took over, and its generations."""

    practice: Practice
    place_name: str
    places: int
    running: int
    generations: list[Generation]

    @property
    def stopped(self) -> int:
        """How many places have stopped."""
        return self.places - self.running


def farthest(unit: Unit, actor: Actor, on: dt.date) -> Farthest | None:
    """Among what the reader may see; None where nothing was taken over until that day."""
    listed = Practice.objects.shared_with(actor)
    best = adoptions.most_travelled(adoptions.given_by(unit, None, on), 1, listed=listed)
    if not best:
        return None
    practice = best[0].practice
    spread = adoptions.spread_of_practice(practice, on)
    name = organisation.name_of(practice.unit, on)
    return Farthest(practice, name, len(spread.places), spread.running, spread.generations())


def years_to_offer(today: dt.date, asked: int) -> list[int]:
    """The last five years and the one that is shown."""
    return sorted({*range(today.year - 4, today.year + 1), asked}, reverse=True)

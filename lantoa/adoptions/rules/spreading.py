"""How a practice spreads: who learned from whom, in which generation, and which of thousands can be drawn."""

from __future__ import annotations

import datetime as dt
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median_low, quantiles

from lantoa.adoptions.rules.survival import Span, StillThere, still_there

# Beside those that are folded into one, at most so many learners of one place are drawn.
LEARNERS = 24
# Where something is folded, later generations are folded too: more columns would not be read.
COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """One place that took the practice over. `learned_from` is the key of another place, or of the origin."""

    key: int
    learned_from: int
    began: dt.date
    stopped: dt.date | None = None

    @property
    def span(self) -> Span:
        """From when to when it did it."""
        return self.began, self.stopped

    def goes_on(self, on: dt.date) -> bool:
        """Whether it still does it that day."""
        return self.stopped is None or self.stopped > on


@dataclass(frozen=True, slots=True)
class Spot:
    """What the drawing shows in one place: a place that took it over, or several folded into one.

    `line` counts half lines from the top, so that who taught two stands between them. `up` is the index of the
    spot it learned from, None for the origin; `folded` are the places behind a spot that stands for several.
    """

    key: int
    line: int
    up: int | None
    generation: int
    is_leaf: bool
    folded: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation: how many took it over, how many stopped, and how those old enough fared after six months."""

    number: int
    places: int
    stopped: int
    after_half_a_year: StillThere

    @property
    def running(self) -> int:
        """Those that still do it."""
        return self.places - self.stopped


@dataclass(frozen=True)
class Spread:
    """All places that learned from an origin until a day, directly or through others."""

    origin: int
    until: dt.date
    places: Mapping[int, Place]
    generation_of: Mapping[int, int]
    learners: Mapping[int, Sequence[Place]] = field(repr=False)

    @property
    def spans(self) -> list[Span]:
        """When each place began and stopped."""
        return [place.span for place in self.places.values()]

    def generations(self) -> list[Generation]:
        """The first, who learned from the origin, then who learned from them, and so on."""
        found: dict[int, list[Place]] = defaultdict(list)
        for place in self.places.values():
            found[self.generation_of[place.key]].append(place)
        return [
            Generation(
                number,
                len(places),
                sum(not place.goes_on(self.until) for place in places),
                still_there([place.span for place in places], 6, self.until),
            )
            for number, places in sorted(found.items())
        ]

    @property
    def running(self) -> int:
        """How many of them still do it."""
        return sum(place.goes_on(self.until) for place in self.places.values())

    def taught(self) -> dict[int, int]:
        """Key to how many places learned from it, directly or through others."""
        total = dict.fromkeys(self.generation_of, 0)
        for key in reversed(self.generation_of):
            total[key] = sum(1 + total[place.key] for place in self.learners.get(key, ()))
        return total


def spread_from(origin: int, places: Iterable[Place], until: dt.date) -> Spread:
    """The places that hang together with the origin, the earlier generation first; others are left out."""
    learners: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        learners[place.learned_from].append(place)
    for them in learners.values():
        them.sort(key=lambda one: (one.began, one.key))
    generation_of, kept, layer = {origin: 0}, {}, [origin]
    while layer:
        below = [place for key in layer for place in learners.get(key, ()) if place.key not in generation_of]
        for place in below:
            generation_of[place.key] = generation_of[place.learned_from] + 1
            kept[place.key] = place
        layer = [place.key for place in below]
    return Spread(origin, until, kept, generation_of, learners)


def drawn(spread: Spread, lines: int) -> list[Spot]:
    """What fits on so many lines, who taught before who learned. The places that taught most are opened first;
    learners that find no line of their own are folded into one spot beside their sisters."""
    shown = _opened(spread, lines, deepest=len(spread.places))
    if sum(map(len, shown.values())) < len(spread.places):
        shown = _opened(spread, lines, deepest=COLUMNS)
    spots: list[Spot] = []
    _draw(spread, shown, spread.origin, None, [0], spots)
    return spots


def _opened(spread: Spread, lines: int, deepest: int) -> dict[int, list[Place]]:
    """Key of a drawn place to those of its learners that are drawn one by one; the rest of them is folded.

    Learners of the generation `deepest` and later are never drawn one by one.
    """
    taught, spent = spread.taught(), 1
    shown: dict[int, list[Place]] = {}
    waiting = [(-taught[spread.origin], spread.origin)]
    # A long line of hands, each teaching one, costs no line; it is folded as well before it fills the width.
    while waiting and len(shown) < 3 * lines:
        _many, key = heapq.heappop(waiting)
        learners = spread.learners.get(key, ())
        if spread.generation_of[key] + 1 >= deepest and learners:
            continue
        room = lines - spent + 1  # the first learner stands on its teacher's line
        if len(learners) <= min(room, LEARNERS):
            shown[key] = list(learners)
        else:
            best = sorted(learners, key=lambda place: (-taught[place.key], place.began, place.key))
            apart = best[: max(min(room, LEARNERS) - 1, 0)]
            shown[key] = sorted(apart, key=lambda place: (place.began, place.key))
        folded = len(shown[key]) < len(learners)
        spent += max(len(shown[key]) + folded - 1, 0)
        for place in shown[key]:
            heapq.heappush(waiting, (-taught[place.key], place.key))
    return shown


def _draw(
    spread: Spread,
    shown: Mapping[int, list[Place]],
    key: int,
    up: int | None,
    next_line: list[int],
    spots: list[Spot],
) -> int:
    """Put the place and what hangs below it on lines; gives the half line it stands on."""
    here, generation = len(spots), spread.generation_of[key]
    spots.append(Spot(key, 0, up, generation, is_leaf=True))
    apart = shown.get(key, [])
    lines = [_draw(spread, shown, place.key, here, next_line, spots) for place in apart]
    seen = {place.key for place in apart}
    rest = [place for place in spread.learners.get(key, ()) if place.key not in seen]
    if rest:
        folded = tuple(_all_below(spread, rest))
        spots.append(Spot(rest[0].key, _take(next_line), here, generation + 1, is_leaf=True, folded=folded))
        lines.append(spots[-1].line)
    line = (lines[0] + lines[-1]) // 2 if lines else _take(next_line)
    spots[here] = Spot(key, line, up, generation, is_leaf=not lines)
    return line


def _take(next_line: list[int]) -> int:
    line = next_line[0]
    next_line[0] += 2
    return line


def _all_below(spread: Spread, places: Iterable[Place]) -> list[int]:
    found = [place.key for place in places]
    for key in found:
        found.extend(place.key for place in spread.learners.get(key, ()))
    return found


@dataclass(frozen=True, slots=True)
class Pace:
    """Days from the day the teacher began to the day the learner began: the middle one and the middle half."""

    median: int
    low: int
    high: int


def pace(spread: Spread, origin_began: dt.date) -> Pace | None:
    """How soon it was learned once it could be seen; None while nobody learned it."""
    days = sorted(
        max((place.began - _began(spread, place.learned_from, origin_began)).days, 0)
        for place in spread.places.values()
    )
    if not days:
        return None
    low, _middle, high = quantiles(days, n=4, method="inclusive") if len(days) > 1 else days * 3
    return Pace(median_low(days), round(low), round(high))


def _began(spread: Spread, key: int, origin_began: dt.date) -> dt.date:
    return spread.places[key].began if key in spread.places else origin_began


def days_until_places(spread: Spread, origin_began: dt.date) -> list[tuple[int, int]]:
    """After how many days the first, the tenth, the hundredth… place had it: (how many places, days)."""
    days = sorted(max((place.began - origin_began).days, 0) for place in spread.places.values())
    return [(many, days[many - 1]) for many in (1, 10, 50, 100, 500, 1000, 5000) if many <= len(days)]


def most_common(reasons: Iterable[str], at_most: int) -> list[tuple[str, int]]:
    """The reasons in the words people wrote, the most frequent first; "" stands for all the others."""
    counted = Counter(
        " ".join(reason.split()).rstrip(".").capitalize() for reason in reasons if reason.strip()
    )
    named = counted.most_common(at_most)
    others = counted.total() - sum(number for _reason, number in named)
    return [*named, ("", others)] if others else named

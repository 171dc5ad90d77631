"""From a form, a unit and a period to what the report says: figures in their sentences, gaps named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lantoa.figures import stages
from lantoa.figures.as_of import AsOf
from lantoa.figures.declared import Told, stated, told_under
from lantoa.figures.figure import IDENTIFIER, NONE, TEXT, Figure
from lantoa.foundation.dates import Period
from lantoa.foundation.text import lower_first
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.reports import annex, corrections, named, prose, queries, rules, sentences, wording, words
from lantoa.reports.content import Content, FilledSection, content_from
from lantoa.reports.form import Form, Section, Sentence
from lantoa.reports.models import Report
from lantoa.reports.sentences import Line, Piece, Slot
from lantoa.rounds.finding import coverage

Wording = Mapping[str, Sequence[str]]


def counting_of(report: Report, as_of: AsOf | None, *, anew: bool = False) -> queries.Counting:
    """What a page counts for a draft, once for all it shows; `anew` whatever was counted beforehand."""
    period, on = (as_of.period, as_of.on) if as_of else (report.period, None)
    return queries.Counting.of(report.unit, period, on, beforehand=not anew)


def content_of(
    report: Report,
    *,
    now: dt.datetime,
    today: dt.date,
    tables: bool = True,
    as_of: AsOf | None = None,
    counting: queries.Counting | None = None,
) -> Content:
    """What the report says: read at this moment for a draft, kept since it was signed for an issued one.

    `as_of` asks a draft as of a day: what had happened by then, or by the tree of a later day. `counting` is
    `counting_of` the same, where the page asks for more figures than the sentences name.
    """
    if report.frozen is not None:
        return content_from(report.frozen)
    form = queries.form_of(report)
    counting = counting or counting_of(report, as_of)
    content = compose(
        form,
        report.unit,
        counting.period,
        now=now,
        today=today,
        tables=tables,
        worded=report.wording,
        counting=counting,
    )
    if as_of:
        content = content.leading(as_of.carried_url)
    title = words.title_of(report.occasion, report.subject, content.programme, report.period)
    return replace(content, title=title)


def compose(
    form: Form,
    unit: Unit,
    period: Period,
    *,
    now: dt.datetime,
    today: dt.date,
    tables: bool = True,
    worded: Wording | None = None,
    counting: queries.Counting | None = None,
) -> Content:
    """What the report on the unit says at this moment. Without `tables` only what its sentences name is counted.

    `counting` is that of the unit and period, where more is asked of it; it tells the day whose tree is asked.

    `worded` maps a section to the sentences that stand in place of the composed ones (`wording`).

    Raises BadInput when the unit did not exist in the period.
    """
    asked = Asked(
        form, unit, period, counting or queries.Counting.of(unit, period), worded or {}, tables, today
    )
    source, facts, programme = asked.source(), asked.facts(), queries.programme_name(asked.on)
    due, missing = queries.absent(asked.counting)
    bases, unverified = queries.bases_said(asked.on)
    content = Content(
        form=form.code,
        unit_code=unit.code,
        unit_name=facts["unit"],
        names=queries.names_on(unit, asked.on),
        period=period,
        stage=rules.since_stage(period, stages.began(period.last_day)),
        data_as_of=asked.data_as_of,
        taken_at=now,
        programme=programme,
        bases=bases,
        unverified=unverified,
        units_due=due,
        missing=tuple(missing),
        parts=tuple(_parts(form, unit, period, asked.on, source, facts, asked.told, programme, asked.worded)),
        figures=asked.shown(),
        declared=tuple(one.figure for one in asked.told),
        coverage=tuple(coverage(unit, period)),
    )
    if tables:
        content = annex.added(content, form, asked.counting, asked.earlier, asked.known, asked.told)
    return replace(content, counted_at=asked.counting.as_of)


@dataclass(frozen=True)
class Asked:
    """What a report has to know before it says a word: counted, declared, and of the year before; each asked once."""

    form: Form
    unit: Unit
    period: Period
    counting: queries.Counting
    worded: Wording
    tables: bool
    today: dt.date

    @property
    def on(self) -> dt.date:
        """The day whose tree is asked."""
        return self.counting.on

    @property
    def data_as_of(self) -> dt.date:
        """The day up to which anything can have happened."""
        return min(self.today, self.period.last_day)

    @cached_property
    def of_people(self) -> list[Slot]:
        """What the sentences that people worded name."""
        return list(wording.slots_in(self.worded))

    @cached_property
    def compared(self) -> list[Slot]:
        """What any sentence sets beside the year before."""
        return [*self.form.compared, *(slot for slot in self.of_people if slot.how == sentences.BEFORE)]

    @cached_property
    def figures(self) -> dict[tuple[str, str], Figure]:
        """What sentences name and, with tables, everything there is to count."""
        named = [*self.form.slots, *(slot for slot in self.of_people if slot.how != sentences.BEFORE)]
        return self.counting.figures(
            [*queries.every_measure(), *named, *self.form.rows] if self.tables else named
        )

    @cached_property
    def known(self) -> sentences.Figures:
        """The same, with what their noughts mean where that is said."""
        if not (self.worded or self.tables):
            return self.figures
        return annex.with_their_states(self.figures, self.counting, self.data_as_of)

    @cached_property
    def told(self) -> list[Told]:
        """What the unit and those below it declared."""
        return told_under(self.unit, self.period, self.on, self.counting.rows)

    @cached_property
    def earlier(self) -> queries.Counting | None:
        """The same period a year before, as far as it is asked."""
        return _a_year_before(self.counting, self.compared, annex.asked(self.form) if self.tables else [])

    def facts(self) -> dict[str, str]:
        """What sentences say besides figures."""
        return {
            "unit": organisation.name_of(self.unit, self.on),
            "period": words.in_one_style(self.period.label),
            "last_day": rules.paper_day(self.period.last_day),
        }

    def source(self) -> wording.Source:
        """Where sentences find what they name."""
        before = _said_before(self.earlier, self.compared)
        declared = {
            str(Slot(one.figure.code, of=_whose(one, self.unit, self.period))): one.figure
            for one in self.told
        }
        return wording.Source(
            figures={**self.figures, **stated(self.told), **before},
            told=declared,
            states=_states(self.known),
            corrections=corrections.as_line(corrections.since_issued(self.form, self.unit, self.period)),
            states_before=_states_before(self.earlier, self.of_people, self.today),
            kinds=self.form.kinds,
            among=self.form.among,
        )

    def shown(self) -> tuple[Figure, ...]:
        """The whole figures that stand in the annex."""
        found = self.figures.items()
        return tuple(one for (code, split), one in found if not split and code not in self.form.beside)


def _a_year_before(
    counting: queries.Counting, compared: list[Slot], rows: list[Slot]
) -> queries.Counting | None:
    """The same period a year before, by the same tree, with what sentences and tables ask of it counted at once.

    None where nothing is asked, and for a time of more than a year.
    """
    before = rules.same_period_a_year_before(counting.period)
    if before is None or not (compared or rows):
        return None
    earlier = counting.over(before)
    earlier.figures([*(replace(slot, how="") for slot in compared), *rows])
    return earlier


def _said_before(earlier: queries.Counting | None, compared: list[Slot]) -> dict[tuple[str, str], Figure]:
    """What sentences say of the year before, as they look it up."""
    if earlier is None:
        return {}
    plain = {slot: replace(slot, how="") for slot in compared if queries.exists(slot)}
    found = earlier.figures(plain.values())
    return {slot.key: found[one.key] for slot, one in plain.items()}


def _states_before(earlier: queries.Counting | None, of_people: list[Slot], today: dt.date) -> dict[str, str]:
    """What the noughts mean that people compare with."""
    asked = [replace(slot, how="") for slot in of_people if slot.how == sentences.BEFORE]
    if earlier is None or not asked:
        return {}
    day = min(today, earlier.period.last_day)
    return _states(annex.with_their_states(earlier.figures(asked), earlier, day))


def _parts(
    form: Form,
    unit: Unit,
    period: Period,
    on: dt.date,
    source: wording.Source,
    facts: dict[str, str],
    told: list[Told],
    programme: str,
    worded: Wording,
) -> Iterable[FilledSection]:
    for section in form.sections:
        is_edited = section.code in worded
        if is_edited:
            lines, items = _worded(worded[section.code], source)
        else:
            lines = [
                _written(sentence, source.figures, facts, programme)
                for sentence in section.sentences
                if sentence.fits(unit.level)
            ]
            if section.code == form.corrected_in:
                lines.append(source.corrections)
            sentences_say = _codes_said(section, unit, lines)
            mine = [one for one in told if not one.is_absorbed and _home(form, one) is section]
            mine = [one for one in mine if not (one.is_own and one.figure.code in sentences_say)]
            mine = [one for one in mine if one.figure.state != NONE]
            names = named.named_in(form.told_in(section), unit, period, on)
            lines += names.lines
            items = _one_list([*_items(mine, unit, period), *names.items])
        yield FilledSection(
            code=section.code,
            heading=rules.in_the_words_of(section.heading, programme),
            level=section.level,
            holds=form.holds(section),
            by_hand=section.by_hand,
            hint=str(section.hint),
            lines=tuple(line for line in lines if line),
            items=tuple(items),
            edited=is_edited,
            asks=str(section.asks),
        )


def _one_list(items: Sequence[Line]) -> list[Line]:
    """The lines of several lists as those of one: only the last ends with a full stop."""
    ended = []
    for number, (*before, last) in enumerate(items, start=1):
        end = "." if number == len(items) else ";"
        ended.append((*before, replace(last, text=last.text.rstrip(".;") + end)))
    return ended


def _codes_said(section: Section, unit: Unit, lines: Sequence[Line | None]) -> set[str]:
    """What the written sentences of the section name, and a list below them need not say again."""
    written = [sentence for sentence in section.sentences if sentence.fits(unit.level)]
    return {
        slot.code
        for sentence, line in zip(written, lines, strict=False)
        for text in (sentence.texts if line else ())
        for slot in sentences.slots(text)
    }


def _worded(texts: Sequence[str], source: wording.Source) -> tuple[list[Line | None], list[Line]]:
    """What people put in place of the composed sentences: those of the paragraph, those of the list."""
    filled = [(text.startswith(wording.ITEM), source.filled(text)) for text in texts]
    return [line for item, line in filled if not item], [line for item, line in filled if item and line]


def _states(figures: sentences.Figures) -> dict[str, str]:
    """code → what the nought of this measure means."""
    return {code: one.state for (code, split), one in figures.items() if not split}


def _whose(told: Told, unit: Unit, period: Period) -> str:
    return wording.key_of(told.figure, unit.code, period)


def _written(
    sentence: Sentence, figures: sentences.Figures, facts: dict[str, str], programme: str
) -> Line | None:
    """The sentence, or what is said instead, in the words of the programme of the period."""
    for text in sentence.texts:
        if line := sentences.write(rules.in_the_words_of(text, programme), figures, facts):
            return line
    return None


def _home(form: Form, told: Told) -> Section | None:
    """The section a declared figure is told in."""
    named = form.section(told.section)
    return named if named and not form.holds(named) else form.section(form.otherwise)


def _items(told: list[Told], unit: Unit, period: Period) -> Iterable[Line]:
    """What the unit itself says line by line, then one line for what each other says; ended like lines of a list."""
    groups: dict[tuple[str, Period, int], list[Figure]] = {}
    for number, one in enumerate(told):
        key = ("" if one.is_own else one.figure.unit_name, one.figure.period, number if one.is_own else -1)
        groups.setdefault(key, []).append(one.figure)
    ordered = sorted(groups.items(), key=lambda group: group[0][0] != "")
    for number, ((name, of, _number), figures) in enumerate(ordered, start=1):
        pieces = [Piece(f"{name}: ")] if name else []
        for position, figure in enumerate(figures):
            slot = str(Slot(figure.code, of=wording.key_of(figure, unit.code, period)))
            pieces += [Piece("; " if position else ""), *_told(figure, slot, first=not pieces)]
        when = "" if of == period else f" ({words.in_one_style(of.label)})"
        end = Piece(f"{when}{'.' if number == len(ordered) else ';'}")
        yield tuple(piece for piece in [*pieces, end] if piece.text)


def _told(figure: Figure, slot: str, *, first: bool) -> Iterable[Piece]:
    """ "cải cách hành chính xếp thứ 34/63 (tính trên …)", "có 12 hộ hiến đất"; words follow a colon."""
    thing = prose.counted_thing(figure)
    label = "Có" if thing else prose.called(figure)
    label = label if first else lower_first(label)
    yield Piece(f"{label}{':' if figure.kind in (TEXT, IDENTIFIER) else ''} ")
    yield Piece(prose.said(figure, "reached"), figure.url, figure.note or figure.label, f"{slot}:reached")
    if thing:
        yield Piece(thing)
    if figure.basis:
        yield Piece(f" (tính trên {figure.basis})")
    if figure.added_from:
        yield Piece(f" (cộng từ {figure.added_from} đơn vị khai)")

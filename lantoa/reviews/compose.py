"""What a review begins with: lines out of the year's records, each beside the record it was read from.

Nothing here judges. The figures are those of the records, the words are the writer's to change, and a line that she
leaves empty is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from lantoa.breakthroughs.models import Breakthrough
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.numbers import show
from lantoa.meetings.models import Conclusion, Meeting
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person
from lantoa.practices.models import Practice
from lantoa.registrations.models import Progress, Registration, RegistrationTask
from lantoa.reviews.models import Review, Section, Statement
from lantoa.reviews.words import Gathers, Mended
from lantoa.shortcomings.models import Shortcoming, ShortcomingQuerySet

MOST_LINES = 40  # in one section; more than that nobody reads aloud


@dataclass(frozen=True)
class Offered:
    """One line of a section as the records say it; `text` is what stands there now, `said` what the record says."""

    source: str
    said: str
    label: str = ""
    url: str = ""
    text: str = ""
    mended: str = ""
    is_new: bool = True

    @property
    def key(self) -> str:
        """Its name among the boxes of a form."""
        return self.source.replace(".", "-").replace(":", "-")


@dataclass(frozen=True)
class Part:
    """One section as its writer finds it: her own words, and the lines of the records."""

    section: Section
    own: str
    lines: tuple[Offered, ...]

    @property
    def unseen(self) -> int:
        """How many lines came out of the records and were not kept yet."""
        return sum(line.is_new for line in self.lines)

    @property
    def asks_how_far(self) -> bool:
        """Whether each line asks how far it has been mended."""
        return self.section.gathers == Gathers.EARLIER


def parts(review: Review, actor: Actor) -> list[Part]:
    """Every section of the paper, with what was kept, then what the records have brought since."""
    kept: dict[int, list[Statement]] = {}
    for one in review.statements.select_related("section"):
        kept.setdefault(one.section_id, []).append(one)
    return [
        _part(section, kept.get(section.pk, []), review, actor) for section in review.template.sections.all()
    ]


def _part(section: Section, kept: list[Statement], review: Review, actor: Actor) -> Part:
    own = next((one.text for one in kept if not one.source), "")
    lines = {one.source: _as_kept(one) for one in kept if one.source}
    for line in offered(section.gathers, review, actor):
        lines.setdefault(line.source, line)
    return Part(section, own, tuple(lines.values())[:MOST_LINES])


def _as_kept(one: Statement) -> Offered:
    return Offered(
        one.source, one.source_text, one.source_label, one.source_url, one.text, one.mended, is_new=False
    )


def offered(gathers: str, review: Review, actor: Actor) -> Iterator[Offered]:
    """What the records say for one kind of section; only what the writer may read herself."""
    match gathers:
        case Gathers.UNDERTAKING:
            yield from _undertaken(review, actor)
            yield from _attended(review)
        case Gathers.DUTIES:
            yield from _breakthroughs(review, actor)
            yield from _practices(review, actor)
            yield from _concluded(review)
        case Gathers.OPEN:
            found = _shortcomings(review, actor).not_closed().filter(found_on__gte=review.period.starts)
            yield from map(_shortcoming, found)
        case Gathers.EARLIER:
            yield from map(_followed, _shortcomings(review, actor))
        case Gathers.PROMPTS:
            for one in review.prompts.all():
                label = _("Gợi ý của %(who)s, %(day)s") % {
                    "who": one.asked_label,
                    "day": show_date(one.asked_on),
                }
                yield Offered(f"reviews.prompt:{one.pk}", one.text, label)


def _undertaken(review: Review, actor: Actor) -> Iterator[Offered]:
    """Each task of the registration, with what was recorded in these days."""
    period = review.period.period
    everything = (
        Registration.objects.visible_to(actor).standing().submitted().in_year(review.period.last_day.year)
    )
    whose = everything.of(review.person) if review.person else everything.collective(review.unit)
    done = Progress.objects.filter(on__gte=period.starts, on__lt=period.ends)
    tasks = RegistrationTask.objects.filter(registration__in=whose.values("pk")).select_related(
        "registration"
    )
    for task in tasks.prefetch_related(Prefetch("progress", done)).order_by("registration", "order"):
        lines = task.progress.all()
        label = _("Bản đăng ký năm %(year)s, việc %(n)s; %(lines)s lần ghi kết quả") % {
            "year": task.registration.year,
            "n": task.order,
            "lines": show(len(lines)),
        }
        text = f"{task.what.rstrip('.;, ')}: {_came_of(task)}"
        yield Offered(
            f"registrations.task:{task.pk}", text, label, task.registration.get_absolute_url(), text
        )


def _came_of(task: RegistrationTask) -> str:
    """What the lines of these days add up to; what nobody recorded is said to be unrecorded, not nothing."""
    lines = list(task.progress.all())
    if not lines:
        return _("chưa ghi kết quả trong kỳ.")
    if task.target_value and any(line.value is not None for line in lines):
        reached = {"done": show(task.done), "target": show(task.target_value), "unit": task.target_unit}
        return _("đã làm %(done)s trên %(target)s %(unit)s.") % reached
    return "; ".join(line.text or str(line) for line in lines[-3:]).rstrip(".;, ") + "."


def _attended(review: Review) -> Iterator[Offered]:
    """To how many of the cell's meetings with attendance she came; for a unit how many there were."""
    held = Meeting.objects.in_period(review.period.period).of_members().filter(unit=review.unit)
    if review.person is None:
        if count := held.count():
            said = _("Đã tổ chức %(n)s buổi sinh hoạt chi bộ.") % {"n": show(count)}
            yield Offered("meetings.held:0", said, _("Sổ sinh hoạt"), text=said)
        return
    held = held.counted().filter(held_on__gte=_joined_on(review.person, review))
    days, missed = list(held.values_list("pk", flat=True)), _missed(review.person, review)
    if days:
        said = _("Dự %(came)s trên %(all)s buổi sinh hoạt%(missed)s.") % {
            "came": show(len(days) - len(missed)),
            "all": show(len(days)),
            "missed": _missed_in_words(missed),
        }
        label = _("%(n)s buổi sinh hoạt chi bộ có điểm danh") % {"n": show(len(days))}
        yield Offered("meetings.attended:0", said, label, text=said)


def _joined_on(person: Person, review: Review) -> object:
    """From when she belonged to the cell: who came in June is not asked for the meetings before."""
    belongs = Membership.objects.on(review.period.last_day).filter(person=person, unit=review.unit)
    return belongs.values_list("starts", flat=True).first() or review.period.starts


def _missed(person: Person, review: Review) -> list[tuple[str, bool]]:
    period = review.period.period
    absences = person.absences.filter(
        meeting__unit=review.unit,
        meeting__kind__in=[Meeting.Kind.REGULAR, Meeting.Kind.THEMATIC],
        meeting__held_on__gte=period.starts,
        meeting__held_on__lt=period.ends,
        meeting__present__isnull=False,
    )
    rows = absences.order_by("meeting__held_on").values_list("meeting__held_on", "with_reason")
    return [(show_date(day), with_reason) for day, with_reason in rows]


def _missed_in_words(missed: list[tuple[str, bool]]) -> str:
    if not missed:
        return ""
    said = [
        _("%(day)s, có lý do") % {"day": day} if with_reason else _("%(day)s, không lý do") % {"day": day}
        for day, with_reason in missed
    ]
    return _("; vắng %(days)s") % {"days": "; ".join(said)}


def _breakthroughs(review: Review, actor: Actor) -> Iterator[Offered]:
    """Of a head her own, of a collective its committee's: the latest quarter told in these days."""
    approved = Breakthrough.objects.visible_to(actor).approved().filter(starts__lt=review.period.ends)
    approved = approved.filter(ends__gt=review.period.starts)
    whose = (
        approved.filter(person=review.person)
        if review.person
        else approved.filter(unit=review.unit, person__isnull=True)
    )
    for one in whose.prefetch_related("reports").order_by("starts", "pk"):
        told = [report for report in one.reports.all() if report.reported_on < review.period.ends]
        result = told[-1].result if told else _("chưa ghi kết quả quý nào.")
        label = _("Nội dung đột phá; %(n)s lần báo cáo quý") % {"n": show(len(told))}
        text = f"{one.statement.rstrip('.;, ')}: {result}"
        yield Offered(f"breakthroughs.breakthrough:{one.pk}", text, label, one.get_absolute_url(), text)


def _practices(review: Review, actor: Actor) -> Iterator[Offered]:
    """Practices of hers, or of the unit, that ran in these days: thought out here or taken over from elsewhere."""
    running = Practice.objects.visible_to(actor).registered().filter(began_on__lt=review.period.ends)
    running = running.exclude(stopped_on__lt=review.period.starts)
    whose = (
        running.filter(person=review.person)
        if review.person
        else running.filter(unit=review.unit, subject=Practice.Subject.COLLECTIVE)
    )
    for one in whose.select_related("adopted_from__origin").order_by("began_on", "pk"):
        told = one.result if one.result_on and one.result_on < review.period.ends else ""
        text = f"{one.name.rstrip('.;, ')}: {told or _('chưa ghi kết quả.')}"
        yield Offered(
            f"practices.practice:{one.pk}", text, _where_from(one)[:200], one.get_absolute_url(), text
        )


def _where_from(one: Practice) -> str:
    """Since when it runs; taken over, from which practice of others."""
    began = _("Mô hình, cách làm từ ngày %(day)s") % {"day": show_date(one.began_on)}
    edge = getattr(one, "adopted_from", None)
    return (
        _("%(began)s, vận dụng từ: %(name)s") % {"began": began, "name": edge.origin.name} if edge else began
    )


def _concluded(review: Review) -> Iterator[Offered]:
    """What meetings left her to do, and whether it was done; the lines of her own cell."""
    if review.person is None:
        return
    period = review.period.period
    left = Conclusion.objects.filter(
        owner=review.person,
        meeting__unit=review.unit,
        meeting__held_on__gte=period.starts,
        meeting__held_on__lt=period.ends,
    )
    for one in (
        left.exclude(meeting__kind=Meeting.Kind.BOARD)
        .select_related("meeting")
        .order_by("meeting__held_on", "pk")
    ):
        state = (
            _("xong ngày %(day)s") % {"day": show_date(one.done_on)} if one.done_on else _("chưa ghi xong")
        )
        text = f"{one.what.rstrip('.;, ')}: {state}."
        yield Offered(
            f"meetings.conclusion:{one.pk}", text, capfirst(str(one.meeting)), one.get_absolute_url(), text
        )


def _shortcomings(review: Review, actor: Actor) -> ShortcomingQuerySet:
    """What stood to be mended at some time in these days: hers, or the unit's own."""
    period = review.period
    whose = (
        Shortcoming.objects.filter(person=review.person)
        if review.person
        else Shortcoming.objects.of_units().filter(unit=review.unit)
    )
    there = whose.standing().filter(found_on__lt=period.ends)
    there = there.exclude(verified_on__lt=period.starts)
    return there.filter(pk__in=Shortcoming.objects.visible_to(actor).values("pk")).order_by("found_on", "pk")


def _shortcoming(one: Shortcoming) -> Offered:
    label = _("Hạn chế nêu ngày %(day)s") % {"day": show_date(one.found_on)}
    return Offered(
        f"shortcomings.shortcoming:{one.pk}", one.finding, label, one.get_absolute_url(), one.finding
    )


def _followed(one: Shortcoming) -> Offered:
    """How far it was mended stays open for her to say; what somebody else has verified is known."""
    facts = {"day": show_date(one.found_on), "due": show_date(one.deadline)}
    label = _("Nêu ngày %(day)s; hạn %(due)s") % facts
    if one.is_verified:
        label = _("Nêu ngày %(day)s; đã được xác nhận khắc phục") % facts
    said = one.finding if not one.done else f"{one.finding.rstrip('.;, ')}: {one.done}"
    mended = Mended.DONE.value if one.is_verified else ""
    return Offered(
        f"shortcomings.shortcoming:{one.pk}", one.finding, label, one.get_absolute_url(), said, mended
    )


def breakthrough_of(actor: Actor, year: int) -> str:
    """What the records say of a head's breakthroughs in that year, to begin her page with; "" when there are none."""
    whole = Period.year(year)
    mine = Breakthrough.objects.approved().filter(person=actor.person)
    found = mine.filter(starts__lt=whole.ends, ends__gt=whole.starts).prefetch_related("reports")
    lines = []
    for one in found.order_by("starts", "pk"):
        told = [report.result for report in one.reports.all() if report.reported_on < whole.ends]
        lines.append(
            f"{one.statement.rstrip('.;, ')}: {told[-1] if told else _('chưa ghi kết quả quý nào.')}"
        )
    return "\n".join(lines)

"""What approved rounds tell a report on the same unit and period: who answered, who is missing, what was corrected."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.text import lower_first
from lantoa.organisation.models import Unit
from lantoa.rounds import adding, queries
from lantoa.rounds.adding import Below
from lantoa.rounds.models import Answer
from lantoa.rounds.words import Kind

MOST_NAMED = 20


def coverage(unit: Unit, period: Period) -> list[str]:
    """Sentences for the note on coverage, of every round of this period that the unit has sent or signed."""
    answers = queries.answers_of_period(unit, period)
    now = adding.totals_of(answers)
    return [sentence for one in answers for sentence in _of(one, now[one.pk])]


def _of(answer: Answer, now: Below) -> Iterator[str]:
    if answer.sent_at is None:
        return
    day = show_date(timezone.localtime(answer.sent_at).date())
    told = {"title": answer.round.title, "day": day, "told": answer.told, "due": answer.due}
    yield _("Kỳ “%(title)s” xác nhận ngày %(day)s, có số của %(told)s/%(due)s đơn vị.") % told
    if answer.gaps:
        names = ", ".join(gap["name"] for gap in answer.gaps[:MOST_NAMED])
        more = len(answer.gaps) - MOST_NAMED
        named = _("%(names)s và %(n)s nơi khác") % {"names": names, "n": more} if more > 0 else names
        yield _("Khi xác nhận còn thiếu: %(names)s. Lý do: %(why)s") % {
            "names": named,
            "why": answer.gaps_why,
        }
    if now.told != answer.told:
        yield _("Kể cả phần bổ sung đến nay: %(told)s/%(due)s đơn vị.") % {"told": now.told, "due": now.due}
    yield from _numbers(answer, now)


def _numbers(answer: Answer, now: Below) -> Iterator[str]:
    """Where the unit confirmed another number than was counted: both stand there."""
    for line in answer.lines.select_related("item"):
        if line.item.kind == Kind.FIGURE and line.is_corrected and line.reason and not line.has_below:
            told = {
                "label": line.item.label,
                "said": line.total.show(),
                "counted": line.counted_amount.show(),
            }
            yield _("%(label)s: đơn vị xác nhận %(said)s, đếm được %(counted)s (%(why)s).") % {
                **told,
                "why": lower_first(line.reason).rstrip("."),
            }
        elif line.has_below and now.of(line.item_id).amount != line.total:
            yield _("%(label)s: xác nhận %(said)s, kể cả bổ sung %(now)s.") % {
                "label": line.item.label,
                "said": line.total.show(),
                "now": now.of(line.item_id).amount.show(),
            }

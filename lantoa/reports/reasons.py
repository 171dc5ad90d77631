"""Why an older paper may say another number than is counted now: the likeliest reason, in a sentence."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import figure
from lantoa.foundation.numbers import show
from lantoa.organisation.models import Unit
from lantoa.reports import queries, rules
from lantoa.reports.comparing import Pair
from lantoa.reports.content import Content, content_from
from lantoa.reports.models import Report
from lantoa.reports.sentences import slot

STEPS = [Decimal(10) ** power for power in range(1, 10)]
TOO_SMALL = 5  # a number that small is equal to some other by chance


def reason(pair: Pair, content: Content, unit: Unit) -> str:
    """What most likely made the number of the file another; empty when nothing that is known explains it."""
    then = pair.number
    if then is None:
        return _stated(pair)
    return (
        _late(pair, then, content, unit)
        or _declared(pair, then, content)
        or _tree(pair, then, content, unit)
        or _rounded(pair, then)
        or _another(pair, then, content)
        or _stated(pair)
    )


def _stated(pair: Pair) -> str:
    """Nobody counts it here: who said it, and from what source, is found behind the number."""
    if slot(pair.row.code).code in catalogue():
        return ""
    return _("Số này do đơn vị khai; mở danh sách đằng sau để xem ai khai, theo nguồn nào.")


def _late(pair: Pair, then: Decimal, content: Content, unit: Unit) -> str:
    """It is what an issued report of the same period said."""
    period = content.period
    issued = Report.objects.filter(
        unit=unit, status=rules.ISSUED, starts=period.starts, ends=period.ends
    ).select_related("document")
    for report in issued:
        kept = content_from(report.frozen or {})
        if any(row.code == pair.row.code and row.now.number == then for row in kept.annex):
            said = _("%(symbol)s đã nêu số này; từ đó có bản ghi đến muộn hoặc được sửa.")
            return said % {"symbol": report.document.symbol if report.document else report}
    return ""


def _declared(pair: Pair, then: Decimal, content: Content) -> str:
    found = [one for one in content.declared if one.code == pair.row.code and one.value == then]
    return _("Bằng số %(unit)s khai báo; nay đếm từ bản ghi.") % {"unit": found[0].unit_name} if found else ""


def _tree(pair: Pair, then: Decimal, content: Content, unit: Unit) -> str:
    """It is what is counted by the tree as it stood when each record was made."""
    asked = slot(pair.row.code)
    measure = catalogue().get(asked.code)
    if measure is None or not measure.on_date:
        return ""
    on = queries.day_of_tree(unit, content.period)
    split = queries.split_of(asked)
    counted = figure(asked.code, unit=unit, period=content.period, on=on, tree="then", split=split)
    return (
        _("Đúng theo cây tổ chức khi ấy; sau đó có đơn vị nhập, tách, chuyển.")
        if counted.exact == then
        else ""
    )


def _rounded(pair: Pair, then: Decimal) -> str:
    now = pair.row.now.number
    if now is None or now == 0:
        return ""
    near = [step for step in STEPS if step <= then and then % step == 0 and abs(now - then) < step]
    return _("Có thể đã làm tròn từ %(now)s.") % {"now": show(now)} if near else ""


def _another(pair: Pair, then: Decimal, content: Content) -> str:
    """Another count of the same work says exactly this: occurrences for persons, or the other way round."""
    if then < TOO_SMALL:
        return ""
    room = pair.row.code.split(".")[0]
    for one in content.figures:
        if one.code != pair.row.code and one.code.split(".")[0] == room and one.exact == then:
            return _("Bằng “%(label)s”: có thể đếm lượt thay cho người, hoặc ngược lại.") % {
                "label": one.label
            }
    return ""

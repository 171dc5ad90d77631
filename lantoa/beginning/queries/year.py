"""What an office sets for a year: when one registers, programme, themes, bases, forms and numbers of papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.documents.models import LayoutRule, Term
from lantoa.figures.models import Indicator
from lantoa.foundation.dates import Period, show_date
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor, keeps_lists
from lantoa.people.rules import falls_due
from lantoa.programme import queries as programme
from lantoa.programme.models import Theme
from lantoa.registrations import queries as registrations
from lantoa.registrations.models import RegistrationYear
from lantoa.registrations.rules import deadline
from lantoa.writing.models import StockPhrase


@dataclass(frozen=True)
class Line:
    """One thing that stands, in words; where it is changed, for who may."""

    words: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class Setting:
    """One part of the year: what stands, whether that is enough, what may be done (label, address)."""

    title: str
    lines: list[Line]
    is_set: bool
    missing: str = ""
    note: str = ""
    tools: tuple[tuple[str, str], ...] = ()


def years_to_arrange(on: dt.date) -> list[int]:
    """The year that runs and the one that comes."""
    return [on.year, on.year + 1]


def settings_of(unit: Unit, year: int, actor: Actor) -> list[Setting]:
    """Everything that the year needs, in the order to set it."""
    day = _day_in(year, actor.on)
    return [
        _registering(unit, year, actor),
        _programme(day, actor),
        _themes(unit, year, actor),
        _bases(day, actor),
        _forms(unit, day, actor),
        _words(unit, actor),
    ]


def _day_in(year: int, on: dt.date) -> dt.date:
    """Today while that year runs, else its first day."""
    return on if year == on.year else dt.date(year, 1, 1)


def _registering(unit: Unit, year: int, actor: Actor) -> Setting:
    line = [unit.pk, *(place.unit_id for place in reversed(organisation.ancestors(unit, actor.on)))]
    opened = RegistrationYear.objects.filter(unit__in=line, year=year).select_related("opened_by")
    nearest = min(opened, key=lambda one: line.index(one.unit_id), default=None)
    lines = [_opened(nearest, unit, actor.on)] if nearest else []
    own = nearest is not None and nearest.unit_id == unit.pk
    label = _("Đổi ngày mở, hạn") if own else _("Mở đăng ký năm %s") % year
    url = f"{reverse('registrations:open_year')}?nam={year}"
    return Setting(
        _("Đăng ký năm %s") % year,
        lines,
        nearest is not None,
        _unopened(year, actor),
        tools=((label, url),) if registrations.may_open_years(actor) else (),
    )


def _unopened(year: int, actor: Actor) -> str:
    usual = deadline(year)
    if falls_due(usual, actor.since):
        said = _("Chưa mở. Khi chưa mở, đảng viên được nhắc theo lịch chung, hạn %(day)s.")
    else:
        said = _(
            "Chưa mở. Hạn chung %(day)s đã qua khi đơn vị bắt đầu dùng nên không nhắc ai; mở năm để đặt hạn."
        )
    return said % {"day": f"{usual:%d/%m}"}


def _opened(one: RegistrationYear, unit: Unit, on: dt.date) -> Line:
    told = {"from": show_date(one.opens_on), "to": show_date(one.deadline)}
    words = _("Mở từ %(from)s, hạn %(to)s") % told
    if one.unit_id != unit.pk:
        return Line(words, _("Theo %s.") % organisation.names_of({one.unit_id}, on).get(one.unit_id, ""))
    return Line(words, one.note)


def _programme(day: dt.date, actor: Actor) -> Setting:
    found = programme.programme_on(day)
    lines = []
    if found:
        pillars = [pillar.name for pillar in found.pillars_on(day)]
        lines = [
            Line(
                found.name, _("%(n)s nội dung: %(names)s.") % {"n": len(pillars), "names": "; ".join(pillars)}
            )
        ]
    may = actor.may("programme.edit") and keeps_lists(actor)
    return Setting(
        _("Chương trình"),
        lines,
        found is not None,
        _("Chưa có chương trình cho ngày này."),
        "" if may else _("Tên và nội dung do cấp cao nhất trong hệ thống đặt."),
        ((_("Đổi tên, nội dung"), reverse("programme:begin")),) if may else (),
    )


def _themes(unit: Unit, year: int, actor: Actor) -> Setting:
    period, may = Period.year(year), actor.may("programme.edit")
    found = Theme.objects.for_unit(unit, actor.on).filter(starts__lt=period.ends, ends__gt=period.starts)
    names = organisation.names_of({theme.unit_id for theme in found}, actor.on)
    lines = [
        Line(
            theme.title,
            f"{theme.get_kind_display().capitalize()}; {names.get(theme.unit_id, '')}",
            reverse("programme:theme_edit", args=[theme.pk]) if may and theme.unit_id == unit.pk else "",
        )
        for theme in found
    ]
    url = f"{reverse('programme:theme_new')}?nam={year}"
    return Setting(
        _("Chuyên đề"),
        lines,
        any(theme.kind == Theme.Span.YEAR for theme in found),
        _("Chưa có chuyên đề năm %s.") % year,
        tools=((_("Thêm chuyên đề"), url),) if may else (),
    )


def _bases(day: dt.date, actor: Actor) -> Setting:
    may = actor.may("programme.edit") and keeps_lists(actor)
    lines = [
        Line(
            f"{basis.get_kind_display()} {basis.symbol}, {show_date(basis.issued_on)}",
            _("cần đối chiếu bản gốc") if not basis.verified else "",
            reverse("programme:basis_edit", args=[basis.pk]) if may else "",
        )
        for basis in programme.bases_on(day)
    ]
    return Setting(
        _("Căn cứ"),
        lines,
        bool(lines),
        _("Chưa có căn cứ nào cho ngày này."),
        "" if may else _("Căn cứ do cấp cao nhất trong hệ thống ghi."),
        ((_("Thêm căn cứ"), reverse("programme:basis_new")),) if may else (),
    )


def _forms(unit: Unit, day: dt.date, actor: Actor) -> Setting:
    """Which regulation papers are laid out by that day, and in which term their numbers run."""
    rules = [
        Line(
            _("%(system)s: thể thức theo %(name)s") % {"system": rule.get_system_display(), "name": rule.name}
        )
        for rule in LayoutRule.objects.on(day)
    ]
    term = Term.objects.on(day).filter(unit=unit).first()
    if term:
        rules.append(Line(_("Số văn bản chạy theo nhiệm kỳ %s") % term.label))
    may = actor.may("documents.terms") and actor.unit == unit
    return Setting(
        _("Mẫu văn bản, số văn bản"),
        rules,
        term is not None,
        _("Chưa ghi nhiệm kỳ cấp ủy nên chưa cấp số văn bản được."),
        _("Thể thức chọn theo ngày ban hành của từng văn bản."),
        ((_("Ghi nhiệm kỳ"), reverse("documents:terms")),) if may else (),
    )


def _words(unit: Unit, actor: Actor) -> Setting:
    """What is asked in figures and what is offered while somebody writes."""
    indicators = Indicator.objects.filter(unit=unit).count()
    phrases = StockPhrase.objects.count()
    lines = [
        Line(_("Chỉ tiêu khai báo của đơn vị: %s") % indicators),
        Line(_("Câu mẫu thường dùng: %s") % phrases),
    ]
    return Setting(_("Chỉ tiêu, câu mẫu"), lines, True, tools=tuple(_tools_of_words(actor)))


def _tools_of_words(actor: Actor) -> Iterable[tuple[str, str]]:
    if actor.may("figures.indicators"):
        yield _("Đặt chỉ tiêu"), reverse("figures:indicators")
    if actor.may("writing.phrases"):
        yield _("Sửa câu mẫu"), reverse("writing:phrases")

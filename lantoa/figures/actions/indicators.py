"""What a unit has declared, for itself and for everything below it: its own indicators and ready ones."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from lantoa.figures import rules
from lantoa.figures.catalogue import catalogue
from lantoa.figures.library import ready_called
from lantoa.figures.models import Indicator, Kind
from lantoa.figures.sections import section_of
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean, fold, lower_first
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

OWN = "own"  # codes of what an office has thought of itself begin so: they never meet a measure's


@transaction.atomic
def keep_indicator(*, unit: Unit, by: Actor, indicator: Indicator | None = None, **said: Any) -> Indicator:
    """A new indicator of the unit, or an earlier one in other words.

    `said` holds label, unit_of_count, section, kind, meaning, adds, parts, division, level, role, movement,
    how_counted. BadInput where the parts do not go together; what has been declared keeps its kind.
    """
    rules.must_keep_indicators(by.may("figures.indicators"), by.reaches(unit))
    said = {name: clean(value) if isinstance(value, str) else value for name, value in said.items()}
    rules.must_fit_together(said["kind"], said["adds"], said.get("parts", []))
    if indicator is None:
        _must_be_new(unit, said["label"])
        indicator = Indicator(unit=unit, code=_free_code(said["label"]))
    elif indicator.kind != said["kind"] and indicator.declared_figures.exists():
        raise BadInput(
            _("Chỉ tiêu này đã có số khai nên giữ nguyên loại số. Đặt chỉ tiêu mới nếu cần loại khác."),
            "kind",
        )
    for name, value in said.items():
        setattr(indicator, name, value)
    is_new = indicator.pk is None
    indicator.save()
    record(
        "indicator.kept" if is_new else "indicator.changed", indicator, by=by, unit=unit, note=indicator.label
    )
    return indicator


@transaction.atomic
def keep_procedures(names: list[str], *, unit: Unit, by: Actor) -> list[Indicator]:
    """For each administrative procedure an indicator of its time before and after, in days; it is not added up.

    What the unit has already is left as it is. BadInput when all are there, or none is named; NotAllowed as for each
    indicator that is kept.
    """
    labels = [_("Thời gian giải quyết thủ tục %s") % lower_first(clean(name)) for name in names]
    known = {fold(one.label) for one in Indicator.objects.filter(unit=unit).asked()}
    new = {fold(label): label for label in labels if fold(label) not in known}
    if not new:
        raise BadInput(_("Ghi ít nhất một thủ tục chưa có, mỗi dòng một thủ tục."), "names")
    said: dict[str, Any] = {
        "unit_of_count": _("ngày"),
        "section": "duty",
        "kind": Kind.CHANGE,
        "adds": Indicator.Adds.NONE,
    }
    return [keep_indicator(unit=unit, by=by, label=label, **said) for label in new.values()]


def _must_be_new(unit: Unit, label: str) -> None:
    """Two of one name in one unit would be filled by half each."""
    for other in Indicator.objects.filter(unit=unit).asked():
        if fold(other.label) == fold(label):
            raise BadInput(_("Đơn vị đã có chỉ tiêu “%(label)s”.") % {"label": other.label}, "label")


def _free_code(label: str) -> str:
    """A code that nobody has: units that name a thing alike need not mean the same."""
    stem = f"{OWN}.{slugify(fold(label)).replace('-', '_')[:60]}".rstrip("._")
    taken = set(Indicator.objects.filter(code__startswith=stem).values_list("code", flat=True))
    number, code = 1, stem
    while code in taken or code == OWN:
        number += 1
        code = f"{stem}_{number}"
    return code


@transaction.atomic
def switch_on(code: str, *, unit: Unit, by: Actor) -> Indicator:
    """The unit and everything below it declare this ready indicator from now on."""
    rules.must_keep_indicators(by.may("figures.indicators"), by.reaches(unit))
    ready = ready_called(code)
    return _switched(unit, by, code, ready.as_fields())


@transaction.atomic
def count_besides(code: str, *, unit: Unit, by: Actor) -> Indicator:
    """What the house counts may also be declared, by units that keep no records of it."""
    rules.must_keep_indicators(by.may("figures.indicators"), by.reaches(unit))
    measure = catalogue()[code]
    kind = rules.kind_of_counts(type(measure.counts).__name__)
    fields = {
        "label": str(measure.label),
        "unit_of_count": str(measure.unit_of_count),
        "section": section_of(measure.room),
        "kind": kind,
        "meaning": measure.meaning if measure.meaning in Indicator.Meaning else Indicator.Meaning.SINCE_START,
        "adds": {Kind.NUMBER: Indicator.Adds.SUM, Kind.RATIO: Indicator.Adds.NONE}.get(
            Kind(kind), Indicator.Adds.LEAST
        ),
        "how_counted": str(measure.how_counted),
    }
    return _switched(unit, by, code, fields)


def _switched(unit: Unit, by: Actor, code: str, fields: dict[str, Any]) -> Indicator:
    held = Indicator.objects.holding_for(unit, by.on).filter(code=code).asked().select_related("unit").first()
    if held:
        raise Conflict(_("“%(label)s” đã được bật ở %(unit)s.") % {"label": held, "unit": held.unit})
    indicator, is_new = Indicator.objects.get_or_create(unit=unit, code=code, defaults=fields)
    if not is_new:
        return resume_indicator(indicator, by=by)
    record("indicator.kept", indicator, by=by, unit=unit, note=indicator.label)
    return indicator


@transaction.atomic
def stop_indicator(indicator: Indicator, *, by: Actor) -> Indicator:
    """It is asked for no longer; what was declared stays and stands in the reports of its periods."""
    rules.must_keep_indicators(by.may("figures.indicators"), by.reaches(indicator.unit))
    indicator.stopped_on = by.on
    indicator.save(update_fields=["stopped_on"])
    record("indicator.stopped", indicator, by=by, unit=indicator.unit, note=indicator.label)
    return indicator


@transaction.atomic
def resume_indicator(indicator: Indicator, *, by: Actor) -> Indicator:
    """It is asked for again."""
    rules.must_keep_indicators(by.may("figures.indicators"), by.reaches(indicator.unit))
    indicator.stopped_on = None
    indicator.save(update_fields=["stopped_on"])
    record("indicator.resumed", indicator, by=by, unit=indicator.unit, note=indicator.label)
    return indicator

"""What the stories report on: a province that has declared, a commune that has begun, another that is silent."""

import datetime as dt
from decimal import Decimal

from lantoa.documents import actions as documents
from lantoa.figures import actions as figures
from lantoa.figures.models import Indicator
from lantoa.foundation.dates import Period
from lantoa.organisation import actions as organisation
from lantoa.reports.compose import compose
from lantoa.reports.forms import form_called

YEAR = Period.year(2026)
NOW = dt.datetime(2026, 11, 16, 1, tzinfo=dt.UTC)
WRITTEN = ("exemplars", "shortcomings", "directions", "proposals")


def declare(
    cast,
    code,
    unit,
    *,
    label="",
    count="",
    section="duty",
    addable=False,
    period="2026",
    meaning="in_period",
    **said,
):
    """The unit declares a figure; numbers may be given as plain ints and floats."""
    indicator, _new = Indicator.objects.get_or_create(
        code=code,
        defaults={
            "label": label or code,
            "unit_of_count": count,
            "section": section,
            "adds": "sum" if addable else "none",
            "meaning": meaning,
            "kind": said.get("kind", "number"),
            "unit": cast.province,
        },
    )
    numbers = {k: Decimal(str(v)) for k, v in said.items() if isinstance(v, int | float)}
    return figures.declare(
        indicator,
        unit=unit,
        period=Period.parse(period),
        by=cast.system,
        **({"kind": "number"} | said | numbers),
    )


def furnish(cast):
    """A hospital of the province says what it does, the commune what it gave; the far commune says nothing."""
    cast.things["hospital"] = organisation.found(
        name="Khoa Cấp cứu, Bệnh viện Đa khoa tỉnh",
        parent=cast.province,
        kind="hospital",
        on=dt.date(2021, 1, 1),
        by=cast.system,
    )
    declare(
        cast,
        "hospital.patients",
        cast.things["hospital"],
        label="Số bệnh nhân tiếp nhận",
        count="bệnh nhân/ngày",
        value=120,
        precision="trung bình",
    )
    declare(
        cast,
        "justice.on_time",
        cast.province,
        label="Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn",
        count="%",
        kind="percent",
        value=98.06,
        basis="hồ sơ đã giải quyết",
    )
    declare(
        cast,
        "outreach.donating_units",
        cast.province,
        label="Tổ chức đảng ủng hộ",
        count="tổ chức đảng",
        section="outreach",
        kind="ratio",
        numerator=56,
        denominator=66,
    )
    for code, count, said in (
        ("outreach.individual_donors", "cá nhân", {"value": 7}),
        ("outreach.money", "đồng", {"value": 3_000_000_000, "precision": "gần"}),
        ("outreach.opinions", "ý kiến", {"value": 550, "precision": "trên"}),
    ):
        declare(cast, code, cast.province, label=count, count=count, section="outreach", addable=True, **said)
    declare(cast, "outreach.houses_built", cast.commune, label="Nhà", count="căn", addable=True, value=28)


def open_terms(cast):
    """The committees' terms have begun, so that papers can bear numbers."""
    for unit in (cast.province, cast.commune):
        documents.open_term(unit=unit, name="2025 - 2030", starts=dt.date(2025, 7, 1), by=cast.system)


def composed(unit, period=YEAR, **more):
    """The interim report on the unit as it stands on the day of the story."""
    return compose(form_called("interim"), unit, period, now=NOW, today=dt.date(2026, 11, 16), **more)


def in_words(unit, period=YEAR):
    """The same without its tables: what its sentences say."""
    return composed(unit, period, tables=False)


def every_text():
    """Something in each section that an officer must write."""
    return dict.fromkeys(WRITTEN, "Đã thực hiện nghiêm túc.")

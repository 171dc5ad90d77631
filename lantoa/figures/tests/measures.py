"""Measures over the tables that lie below this room, one of each kind, so that its stories need no room above."""

from lantoa.figures.measure import Distinct, Least, Measure, Share, Total, UnitsWith
from lantoa.figures.models import DeclaredFigure
from lantoa.people.models import Membership


def _joined(on):
    return Membership.objects.all()


def _said(on):
    return DeclaredFigure.objects.in_force()


def _measure(code, label, unit_of_count, **more):
    return Measure(code, label, unit_of_count, how_counted="Đếm để kiểm tra.", **more)


MEASURES = [
    _measure("test.joined", "Lượt vào chi bộ", "lượt", records=_joined, on_date="starts"),
    _measure("test.people", "Người", "người", records=_joined, on_date="starts", counts=Distinct("person")),
    _measure(
        "test.cells", "Chi bộ có người", "chi bộ", records=_joined, on_date="starts", counts=UnitsWith("cell")
    ),
    _measure("test.money", "Số tiền", "đồng", records=_said, on_date="starts", counts=Total("value")),
    _measure(
        "test.least",
        "Tỷ lệ dự thấp nhất",
        "%",
        records=_said,
        on_date="starts",
        counts=Least("numerator", "denominator"),
    ),
    _measure("test.share", "Người trên lượt", "lượt", counts=Share("test.people", "test.joined")),
]
CATALOGUE = {measure.code: measure for measure in MEASURES}

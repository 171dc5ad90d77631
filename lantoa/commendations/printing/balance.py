"""The balance as a workbook: groups, places, cells without any; counts of groups, never a name of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from lantoa.commendations.queries.balance import Balance
from lantoa.foundation.sheets import Sheet

# What was not recorded stays an empty cell: it is not nothing.
HEADS = ("Bảng", "Nhóm, đơn vị", "Lượt tập thể", "Lượt cá nhân", "Người khác nhau", "Số người hiện nay")


def balance_sheet(balance: Balance, cells: Iterable[tuple[str, str]]) -> Sheet:
    """One row a group, a place, a cell; `cells` are (name, what stands above it)."""
    rows = chain(_groups(balance), _places(balance), _cells(cells))
    return Sheet(_("Cân đối khen thưởng"), [_(head) for head in HEADS], rows)


def _groups(balance: Balance) -> Iterator[list[Any]]:
    named = (
        (_("Người đứng đầu, bí thư, cấp ủy, lãnh đạo"), balance.leaders),
        (_("Đảng viên, người khác"), balance.others),
        (_("Chỉ ghi họ tên, chưa rõ chức vụ"), balance.only_named),
    )
    for label, group in named:
        yield [_("Theo nhóm"), label, None, group.occurrences, group.different, group.people]


def _places(balance: Balance) -> Iterator[list[Any]]:
    for one in balance.places:
        yield [_("Theo đơn vị trực thuộc"), one.name, one.collectives, one.individuals, None, None]


def _cells(cells: Iterable[tuple[str, str]]) -> Iterator[list[Any]]:
    for name, above in cells:
        where = f"{name}, {above}" if above else name
        yield [_("Chi bộ chưa ghi khen thưởng"), where, None, None, None, None]

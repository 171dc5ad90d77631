"""How large a nation is: everything follows from the number of members."""

from __future__ import annotations

import math
from dataclasses import dataclass

# The proportions of a nation of 5.6 million members: 303,000 units in 34 provinces.
MEMBERS_A_CELL, CELLS_A_BODY, BODIES_A_COMMUNE, COMMUNES_A_PROVINCE = 22.2, 5.4, 14, 98
COMMUNES_A_DISTRICT = 10
BYTES_A_MEMBER, WORKING_SPACE = 7_500, 200_000_000


def share(total: int, parts: int, number: int) -> range:
    """Which of `total` things fall to part `number` of `parts`, as evenly as whole numbers allow."""
    return range(total * number // parts, total * (number + 1) // parts)


@dataclass(frozen=True)
class Size:
    """How many of each there are: `bodies` are grassroots organisations."""

    members: int
    cells: int
    bodies: int
    communes: int
    provinces: int

    @classmethod
    def of(cls, members: int, provinces: int = 0) -> Size:
        """The nation of so many members, in more provinces than it would have when `provinces` says so.

        ValueError below ten members, or with more provinces than communes.
        """
        if members < 10:
            raise ValueError("a nation has at least ten members")
        cells = math.ceil(members / MEMBERS_A_CELL)
        bodies = math.ceil(cells / CELLS_A_BODY)
        communes = math.ceil(bodies / BODIES_A_COMMUNE)
        if provinces > communes:
            raise ValueError("a province has at least one commune")
        return cls(
            members, cells, bodies, communes, max(provinces, math.ceil(communes / COMMUNES_A_PROVINCE))
        )

    @property
    def bytes(self) -> int:
        """Room on the disk, with indexes and what building them takes besides."""
        return WORKING_SPACE + self.members * BYTES_A_MEMBER

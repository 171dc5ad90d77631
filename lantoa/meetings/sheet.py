"""The paper sheet of a meeting: who is due, two boxes each to tick by pen; where all stands on it, in millimetres.

The page prints it and `scanning` reads it back: both go by this geometry. Corner marks are four of ArUco's 4×4 marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import qrcode
from django.utils.crypto import salted_hmac
from qrcode.constants import ERROR_CORRECT_M

WIDTH, HEIGHT = 180.0, 267.0  # of the frame whose corners the marks are
MARK = 14.0
CORNERS = ((0.0, 0.0), (WIDTH - MARK, 0.0), (0.0, HEIGHT - MARK), (WIDTH - MARK, HEIGHT - MARK))
# The inner 4×4 of each mark, 1 is white; around it one module of black.
MARKS = ("1011010100110010", "0000111110011010", "0011001100101101", "1001100101000110")
CODE_AT, CODE = (124.0, 0.0), 30.0
FIRST_ROW, ROW, ROWS = 40.0, 7.0, 30
BOX = 5.0
WITH_REASON, WITHOUT_REASON = 0, 1
BOXES_AT = (128.0, 153.0)  # the middle of each column of boxes
SALT = "lantoa.meetings.sheet"


@dataclass(frozen=True)
class Square:
    """A square: its corner and its side."""

    x: float
    y: float
    side: float


@dataclass(frozen=True)
class Printed:
    """A sheet as it says of itself: of which registered meeting, which page, and whom it lists."""

    appointment: int
    page: int
    check: str

    @property
    def text(self) -> str:
        """What its code holds: no name."""
        return f"LT1-{self.appointment}-{self.page}-{self.check}"


def check_of(appointment: int, people: Sequence[int]) -> str:
    """Ten letters that change with the list."""
    listed = ",".join(map(str, people))
    return salted_hmac(SALT, f"{appointment}:{listed}", algorithm="sha256").hexdigest()[:10]


def pages_of(people: Sequence[int]) -> list[Sequence[int]]:
    """The list cut into pages."""
    return [people[first : first + ROWS] for first in range(0, len(people), ROWS)]


def printed(appointment: int, page: int, people: Sequence[int]) -> Printed:
    """The page of that number (from 0), listing these people."""
    return Printed(appointment, page, check_of(appointment, people))


def row_at(number: int) -> float:
    """The middle of a row (from 0)."""
    return FIRST_ROW + (number + 0.5) * ROW


def box_at(row: int, column: int) -> Square:
    """A box to tick."""
    return Square(BOXES_AT[column] - BOX / 2, row_at(row) - BOX / 2, BOX)


def mark_squares(number: int) -> list[Square]:
    """The black modules of a corner mark."""
    side, (left, top) = MARK / 6, CORNERS[number]
    bits = MARKS[number]
    white = {(n % 4 + 1, n // 4 + 1) for n, bit in enumerate(bits) if bit == "1"}
    return [
        Square(left + x * side, top + y * side, side)
        for y in range(6)
        for x in range(6)
        if (x, y) not in white
    ]


def code_squares(text: str) -> list[Square]:
    """The black modules of the code, with its quiet border, in its place."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=3)
    code.add_data(text)
    matrix = code.get_matrix()
    side = CODE / len(matrix)
    return [
        Square(CODE_AT[0] + x * side, CODE_AT[1] + y * side, side)
        for y, line in enumerate(matrix)
        for x, black in enumerate(line)
        if black
    ]

"""Reads a photographed or scanned attendance sheet: which boxes are ticked, which are not clear.

Needs OpenCV, an extra that an office may leave out (`is_possible`). Nothing of the picture is kept.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from lantoa.foundation.errors import BadInput
from lantoa.meetings import rules
from lantoa.meetings.sheet import (
    BOX,
    CODE,
    CODE_AT,
    CORNERS,
    HEIGHT,
    MARK,
    ROWS,
    WIDTH,
    Printed,
    Square,
    box_at,
    code_squares,
)

PER_MM = 6
MOST_PIXELS, LONGEST_SIDE = 80_000_000, 3000
ENOUGH_MARKS = 3
# The share of a box's inside that is dark, and how far the ink reaches across it in mm: little and short is where a pen
# rested, much and long is a tick; a box blackened whole may be one blotted out. Of all between, a person looks.
CLEARLY_EMPTY, CLEARLY_TICKED, BLACKENED = 0.03, 0.1, 0.9
DOT, STROKE, SPECK = 1.4, 2.0, 4
DARK = 0.72  # of the brightness around
SHIFT = 1.2  # mm by which a creased sheet may be off
# Codes of two sheets differ in about half of their modules; the right one, blurred, is like its drawing.
ALIKE, SLACK = 0.75, 9
EMPTY, TICKED, DOUBTFUL = rules.CLEAR_EMPTY, rules.CLEAR_TICK, "doubtful"


@dataclass(frozen=True)
class Scan:
    """What a sheet says: `boxes` by (row, column) from 0."""

    sheet: Printed
    boxes: dict[tuple[int, int], str]


def is_possible() -> bool:
    """Whether the extra is installed."""
    return find_spec("cv2") is not None


def read(content: bytes, expected: Sequence[Printed]) -> Scan:
    """Read one picture of one of the sheets expected. BadInput, in words that say how to photograph it again."""
    page = _straightened(_grey(content))
    return Scan(_which(page, expected), dict(_boxes(_evenly_lit(page))))


def _grey(content: bytes) -> Any:
    """The picture upright, in grey, no larger than is needed."""
    import numpy

    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadInput(_("Ảnh quá lớn. Chụp lại ở cỡ thường."), "photo")
            upright = ImageOps.exif_transpose(picture).convert("L")
    except (OSError, ValueError, Image.DecompressionBombError):
        raise BadInput(_("Không mở được ảnh này. Chọn ảnh chụp hoặc bản quét dạng ảnh."), "photo") from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return numpy.asarray(upright)


def _straightened(grey: Any) -> Any:
    """The frame of the sheet seen from above, `PER_MM` to a millimetre, by its corner marks."""
    import cv2
    import numpy

    detector = cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50))
    corners, ids, _rejected = detector.detectMarkers(grey)
    seen = {} if ids is None else {int(n): c for n, c in zip(ids.flatten(), corners, strict=True)}
    found = [number for number in seen if number < len(CORNERS)]
    if len(found) < ENOUGH_MARKS:
        raise BadInput(_("Không thấy đủ các góc đánh dấu của phiếu. Chụp trọn tờ giấy, cả bốn góc."), "photo")
    there = numpy.concatenate([seen[number].reshape(4, 2) for number in found])
    flat = numpy.array([point for number in found for point in _corners_of(number)])
    turned, _mask = cv2.findHomography(there, flat * PER_MM)
    return cv2.warpPerspective(grey, turned, (int(WIDTH * PER_MM), int(HEIGHT * PER_MM)), borderValue=255)


def _corners_of(number: int) -> list[tuple[float, float]]:
    left, top = CORNERS[number]
    return [(left, top), (left + MARK, top), (left + MARK, top + MARK), (left, top + MARK)]


def _which(page: Any, expected: Sequence[Printed]) -> Printed:
    """The sheet whose code stands on the page. What may stand there is known, so nothing has to be decoded."""
    import cv2
    import numpy

    place = Square(*CODE_AT, CODE)
    seen = _cut(page, place).astype("float32")
    likeness: dict[Printed, float] = {}
    for sheet in expected:
        drawn = numpy.full(seen.shape, 255, numpy.float32)
        for one in code_squares(sheet.text):
            left, top = (one.x - place.x) * PER_MM, (one.y - place.y) * PER_MM
            drawn[
                round(top) : round(top + one.side * PER_MM), round(left) : round(left + one.side * PER_MM)
            ] = 0
        inner = drawn[SLACK:-SLACK, SLACK:-SLACK]
        likeness[sheet] = float(cv2.matchTemplate(seen, inner, cv2.TM_CCOEFF_NORMED).max())
    best = max(likeness, key=lambda sheet: likeness[sheet], default=None)
    if best is None or likeness[best] < ALIKE:
        raise BadInput(
            _("Mã trên phiếu không phải của buổi này, hoặc danh sách đã thay đổi sau khi in. In lại phiếu."),
            "photo",
        )
    return best


def _cut(page: Any, square: Square, around: float = 0) -> Any:
    left, top = max(square.x - around, 0), max(square.y - around, 0)
    right, bottom = square.x + square.side + around, square.y + square.side + around
    return page[int(top * PER_MM) : int(bottom * PER_MM), int(left * PER_MM) : int(right * PER_MM)]


def _evenly_lit(page: Any) -> Any:
    """Each point as a share of the brightness of the paper around it: shadows go, ink stays."""
    import cv2
    import numpy

    paper = cv2.dilate(page, numpy.ones((5 * PER_MM, 5 * PER_MM), numpy.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), 3 * PER_MM)
    return page.astype("float32") / numpy.maximum(paper, 1)


def _boxes(lit: Any) -> Iterator[tuple[tuple[int, int], str]]:
    for row in range(ROWS):
        for column in (0, 1):
            yield (row, column), _how_ticked(lit, box_at(row, column))


def _how_ticked(lit: Any, box: Square) -> str:
    """What stands inside the box, wherever its frame is found to be."""
    near = _cut(lit, box, around=SHIFT)
    down, right = _found(near)
    inside = int((BOX - 1.6) * PER_MM)
    edge = int(0.8 * PER_MM)
    ink = near[down + edge : down + edge + inside, right + edge : right + edge + inside] < DARK
    share = float(ink.mean()) if ink.size else 0.0
    if share < CLEARLY_EMPTY:
        return EMPTY
    reach = _reach(ink)
    if share < CLEARLY_TICKED and reach < DOT:
        return EMPTY
    return TICKED if CLEARLY_TICKED < share < BLACKENED and reach > STROKE else DOUBTFUL


def _reach(ink: Any) -> float:
    """How far the ink reaches across or down, in millimetres; specks of a few points are none."""
    import cv2

    _n, _labels, parts, _middles = cv2.connectedComponentsWithStats(ink.astype("uint8"), connectivity=8)
    left, top, wide, high, size = parts[1:].T
    if not (told := size >= SPECK).any():
        return 0.0
    across = (left + wide)[told].max() - left[told].min()
    down = (top + high)[told].max() - top[told].min()
    return float(max(across, down)) / PER_MM


def _found(near: Any) -> tuple[int, int]:
    """Where the frame of the box lies in its surroundings: (down, right)."""
    import cv2
    import numpy

    side = int(BOX * PER_MM)
    frame = numpy.ones((side, side), numpy.float32)
    cv2.rectangle(frame, (1, 1), (side - 2, side - 2), 0.0, 2)
    fits = cv2.matchTemplate(near.astype("float32"), frame, cv2.TM_CCOEFF_NORMED)
    _least, _most, _at_least, (right, down) = cv2.minMaxLoc(fits)
    return int(down), int(right)

"""Sheets as a pen and a telephone leave them: drawn by the geometry of the print, ticked, photographed badly."""

from __future__ import annotations

import random

import cv2
import numpy as np

from lantoa.meetings import sheet

PER_MM = 8
MARGIN = 15


def paper(text: str, rows: int) -> np.ndarray:
    """A page with its marks, its code, its rows."""
    page = np.full((297 * PER_MM, 210 * PER_MM), 255, np.uint8)
    for number in range(4):
        for square in sheet.mark_squares(number):
            fill(page, square)
    for square in sheet.code_squares(text):
        fill(page, square)
    for row in range(rows):
        at = (int((MARGIN + 10) * PER_MM), int((MARGIN + sheet.row_at(row) + 1.5) * PER_MM))
        cv2.putText(page, f"{row + 1}. Nguyen Van A", at, cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 2)
        for column in (0, 1):
            box = sheet.box_at(row, column)
            cv2.rectangle(page, at_px(box.x, box.y), at_px(box.x + box.side, box.y + box.side), 0, 3)
    return page


def as_paper(picture: bytes) -> np.ndarray:
    """What the browser drew of a sheet, on white paper of the size it is printed on."""
    grey = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_GRAYSCALE)
    size = round(sheet.WIDTH * PER_MM), round(sheet.HEIGHT * PER_MM)
    return np.pad(cv2.resize(grey, size), MARGIN * PER_MM, constant_values=255)


def at_px(x: float, y: float) -> tuple[int, int]:
    return round((MARGIN + x) * PER_MM), round((MARGIN + y) * PER_MM)


def fill(page: np.ndarray, square: sheet.Square) -> None:
    cv2.rectangle(
        page, at_px(square.x, square.y), at_px(square.x + square.side, square.y + square.side), 0, -1
    )


# How people tick: strokes in millimetres from the corner of the box, some of them leaving it.
HANDS = {
    "hook": [(0.8, 2.5), (2.0, 4.2), (4.6, 0.6)],
    "long hook": [(1.2, 2.8), (2.2, 4.4), (6.4, -1.2)],
    "cross": [(0.8, 0.8), (4.2, 4.2), (2.5, 2.5), (0.8, 4.2), (4.2, 0.8)],
    "stroke": [(0.7, 4.4), (4.4, 0.5)],
    "scribble": [(0.9, 1.2), (4.2, 1.6), (1.0, 2.4), (4.1, 2.9), (1.1, 3.6), (4.0, 4.0)],
}
MOST_INKY = 110  # of the grey of a pen, where 255 is paper


def ticked(page: np.ndarray, boxes, chance: random.Random) -> np.ndarray:
    """By many hands: thin and thick pens, dark and pale ink, a hook, a cross, a stroke, never quite in the middle."""
    for row, column in boxes:
        box = sheet.box_at(row, column)
        x, y = box.x + chance.uniform(-0.7, 0.7), box.y + chance.uniform(-0.7, 0.7)
        hand = HANDS[chance.choice(list(HANDS))]
        points = [at_px(x + a + chance.gauss(0, 0.15), y + b + chance.gauss(0, 0.15)) for a, b in hand]
        thick = chance.randint(3, 9)
        cv2.polylines(
            page, [np.array(points)], False, chance.randint(20, MOST_INKY), thick, lineType=cv2.LINE_AA
        )
    return page


def dotted(page: np.ndarray, boxes, chance: random.Random) -> np.ndarray:
    """Where a pen only rested: a dot that is no tick."""
    for row, column in boxes:
        box = sheet.box_at(row, column)
        middle = at_px(box.x + chance.uniform(1.2, 3.8), box.y + chance.uniform(1.2, 3.8))
        radius = round(chance.uniform(0.15, 0.4) * PER_MM)
        cv2.circle(page, middle, radius, chance.randint(20, MOST_INKY), -1, lineType=cv2.LINE_AA)
    return page


def photographed(page: np.ndarray, chance: random.Random) -> bytes:
    """Turned, skewed, shadowed, creased, blurred, noisy; JPEG of quality 60."""
    page = np.pad(page, 120, constant_values=90)
    high, wide = page.shape
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    bent = corners + np.array(
        [[chance.uniform(-0.04, 0.04) * wide, chance.uniform(-0.04, 0.04) * high] for _ in range(4)],
        np.float32,
    )
    bent += np.array([0.06 * wide, 0.06 * high], np.float32)
    size = (int(wide * 1.12), int(high * 1.12))
    seen = cv2.warpPerspective(page, cv2.getPerspectiveTransform(corners, bent), size, borderValue=90)
    angle = chance.choice([0, 0, 90, 180]) + chance.uniform(-12, 12)
    seen = turned(seen, angle)
    seen = creased(seen, chance)
    seen = (seen * shadow(seen.shape, chance)).astype(np.uint8)
    noise = np.random.default_rng(chance.randint(0, 10**6)).normal(0, 6, seen.shape)
    seen = np.clip(cv2.GaussianBlur(seen, (0, 0), chance.uniform(0.6, 1.4)) + noise, 0, 255).astype(np.uint8)
    scale = 2200 / max(seen.shape)
    small = cv2.resize(seen, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return bytes(cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 60])[1])


def turned(seen: np.ndarray, angle: float) -> np.ndarray:
    high, wide = seen.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1)
    across = int(abs(turn[0, 0]) * wide + abs(turn[0, 1]) * high)
    down = int(abs(turn[0, 1]) * wide + abs(turn[0, 0]) * high)
    turn[0, 2] += (across - wide) / 2
    turn[1, 2] += (down - high) / 2
    return cv2.warpAffine(seen, turn, (across, down), borderValue=90)


def creased(seen: np.ndarray, chance: random.Random) -> np.ndarray:
    """Folded once across: what lies below the fold is a little off, and the fold throws a line of shade."""
    at = int(seen.shape[0] * chance.uniform(0.3, 0.7))
    off = chance.randint(-3, 3)
    seen = seen.copy()
    seen[at:] = np.roll(seen[at:], off, axis=1)
    seen[at - 4 : at + 4] = (seen[at - 4 : at + 4] * 0.8).astype(np.uint8)
    return seen


def shadow(shape: tuple[int, int], chance: random.Random) -> np.ndarray:
    """Lit from one side, with the shade of a hand on one corner; drawn small, for it is soft."""
    high, wide = (side // 16 for side in shape)
    across = np.linspace(chance.uniform(0.65, 1), chance.uniform(0.65, 1), wide)[None, :]
    down = np.linspace(chance.uniform(0.75, 1), chance.uniform(0.75, 1), high)[:, None]
    hand = np.zeros((high, wide), np.float32)
    cv2.circle(hand, (int(wide * chance.random()), int(high * chance.random())), wide // 3, 0.3, -1)
    light = across * down * (1 - cv2.GaussianBlur(hand, (0, 0), wide / 20))
    return cv2.resize(light, shape[::-1], interpolation=cv2.INTER_LINEAR)

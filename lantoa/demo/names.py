"""Invented people: names drawn from common parts by a fixed seed, the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Iterator

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Nông",
    "Hà",
    "Lò",
    "Triệu",
    "Mai",
    "Tạ",
    "Chu",
]
WOMEN_MIDDLE = ["Thị", "Thu", "Thị Thanh", "Thị Ngọc", "Minh", "Thị Kim", "Bích", "Thị Hồng"]
MEN_MIDDLE = ["Văn", "Đức", "Quang", "Quốc", "Hữu", "Xuân", "Minh", "Đình"]
WOMEN = [
    "Lan",
    "Hương",
    "Mai",
    "Hạnh",
    "Thủy",
    "Vân",
    "Yến",
    "Hoa",
    "Nga",
    "Thảo",
    "Nhung",
    "Oanh",
    "Liên",
    "Dung",
    "Hiền",
    "Ngân",
    "Trang",
    "Phượng",
]
MEN = [
    "Hùng",
    "Thắng",
    "Dũng",
    "Minh",
    "Cường",
    "Sơn",
    "Tuấn",
    "Long",
    "Chiến",
    "Hải",
    "Khánh",
    "Vinh",
    "Đạt",
    "Toàn",
    "Thành",
    "Hiếu",
    "Nam",
    "Phúc",
]


def people(seed: str) -> Iterator[str]:
    """Full names without end; no name comes twice from one seed until thousands are drawn."""
    draw = random.Random(seed)
    used: set[str] = set()
    while True:
        women = draw.random() < 0.5
        middle, given = (WOMEN_MIDDLE, WOMEN) if women else (MEN_MIDDLE, MEN)
        name = f"{draw.choice(FAMILY)} {draw.choice(middle)} {draw.choice(given)}"
        if name not in used or len(used) > 5000:
            used.add(name)
            yield name

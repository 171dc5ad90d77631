"""The packs: five articles, and one invented province in which everything can be tried today.

A pack is a module with ROOT (the code of its top unit, by which one sees that it is loaded), TODAY, SINCE and
`load(builder)`.
"""

from __future__ import annotations

from types import ModuleType

from lantoa.demo.packs import cao_bang, dong_nai, khanh_hoa, khoi, son_ha, tuyen_quang

PACKS: dict[str, ModuleType] = {
    "khoi": khoi,
    "cao-bang": cao_bang,
    "dong-nai": dong_nai,
    "khanh-hoa": khanh_hoa,
    "tuyen-quang": tuyen_quang,
    "son-ha": son_ha,
}

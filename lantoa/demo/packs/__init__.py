"""The packs: five articles, and one invented province in which everything can be tried today.

A pack is a module with ROOT (the code of its top unit, by which one sees that it is loaded), TODAY, SINCE and
`load(builder)`.
"""

from __future__ import annotations

from types import ModuleType

from lantoa.demo.packs import cao_bang, dong_nai, khanh_hoa, khoi, son_ha, tuyen_quang

PACKS: dict[str, ModuleType] = {
    # Begun first, so that its administrator keeps the machine and its officer the shared lists, as in an office.
    "son-ha": son_ha,
    "khoi": khoi,
    "cao-bang": cao_bang,
    "dong-nai": dong_nai,
    "khanh-hoa": khanh_hoa,
    "tuyen-quang": tuyen_quang,
}

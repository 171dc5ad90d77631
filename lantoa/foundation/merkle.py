"""A log as a Merkle tree (RFC 6962 §2.1), grown leaf by leaf; no database, no clock.

The root stands for every leaf before it and their order: nothing can be changed, taken out, put in or moved without
another root. https://c2sp.org/tlog-checkpoint and https://c2sp.org/tlog-tiles say how it is written down.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

ORIGIN = "lan-toa/lich-su"  # what the log calls itself
TILE = 256  # hashes in a tile, entries in a bundle


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry, 32 bytes."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours, 32 bytes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass
class Frontier:
    """The full sub-trees of a log, largest first: enough to append and to know the root.

    `peaks` holds (height, hash) pairs; a log of 1,000,000 leaves has at most 20 of them.
    """

    size: int = 0
    peaks: list[tuple[int, bytes]] = field(default_factory=list)

    def append(self, leaf: bytes) -> None:
        """One more leaf, by its hash."""
        self.peaks.append((0, leaf))
        self.size += 1
        while len(self.peaks) > 1 and self.peaks[-1][0] == self.peaks[-2][0]:
            (height, right), (_same, left) = self.peaks.pop(), self.peaks.pop()
            self.peaks.append((height + 1, node_hash(left, right)))

    @property
    def root(self) -> bytes:
        """The hash of the whole; that of nothing for an empty log."""
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        whole = self.peaks[-1][1]
        for _height, left in reversed(self.peaks[:-1]):
            whole = node_hash(left, whole)
        return whole

    def kept(self) -> list[list[int | str]]:
        """As JSON keeps it."""
        return [[height, one.hex()] for height, one in self.peaks]

    @classmethod
    def read(cls, size: int, kept: Iterable[tuple[int, str]]) -> Frontier:
        """What `kept` gave."""
        return cls(size, [(height, bytes.fromhex(one)) for height, one in kept])


def inclusion(before: Frontier, leaves: list[bytes], index: int) -> list[bytes]:
    """The hashes that lead from leaf `index` to the root of what `before` and then `leaves` hold (RFC 6962 §2.1.1).

    `index` counts from the first leaf of the log and lies among `leaves`: of what stands before, the peaks are enough.
    """
    peaks, begins = {}, 0
    for height, one in before.peaks:
        peaks[(begins, begins + 2**height)] = one
        begins += 2**height

    def whole(first: int, end: int) -> bytes:
        if (first, end) in peaks:
            return peaks[(first, end)]
        if end - first == 1:
            return leaves[first - before.size]
        middle = first + _split(end - first)
        return node_hash(whole(first, middle), whole(middle, end))

    first, end, path = 0, before.size + len(leaves), []
    while end - first > 1:
        middle = first + _split(end - first)
        if index < middle:
            path.append(whole(middle, end))
            end = middle
        else:
            path.append(whole(first, middle))
            first = middle
    return path[::-1]


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << ((size - 1).bit_length() - 1)


def checkpoint(origin: str, size: int, root: bytes) -> str:
    """The body of a C2SP checkpoint: origin, size and root, a line each."""
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n"


def tile_path(level: str | int, index: int, width: int = TILE) -> str:
    """ "tile/0/x001/067" and "tile/0/000.p/12" as C2SP tlog-tiles writes them."""
    digits = f"{index:03d}" if index < 1000 else ""
    if not digits:
        groups = []
        while index:
            index, rest = divmod(index, 1000)
            groups.append(f"{rest:03d}")
        digits = "/".join([*(f"x{one}" for one in reversed(groups[1:])), groups[0]])
    return f"tile/{level}/{digits}" + (f".p/{width}" if width < TILE else "")


def tiles(leaves: list[bytes]) -> dict[str, bytes]:
    """Path → content of every tile of hashes of the log, from the leaves up."""
    found: dict[str, bytes] = {}
    level, row = 0, leaves
    while row:
        for index in range(0, len(row), TILE):
            part = row[index : index + TILE]
            found[tile_path(level, index // TILE, len(part))] = b"".join(part)
        row = [_of(row[i : i + TILE]) for i in range(0, len(row) - TILE + 1, TILE)]
        level += 1
    return found


def _of(leaves: list[bytes]) -> bytes:
    grown = Frontier()
    for one in leaves:
        grown.append(one)
    return grown.root


def bundles(entries: list[bytes]) -> dict[str, bytes]:
    """Path → content of every bundle of entries, each with its length before it in two bytes."""
    found = {}
    for index in range(0, len(entries), TILE):
        part = entries[index : index + TILE]
        body = b"".join(len(one).to_bytes(2, "big") + one for one in part)
        found[tile_path("entries", index // TILE, len(part))] = body
    return found

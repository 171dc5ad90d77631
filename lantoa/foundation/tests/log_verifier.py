"""A verifier of the written log that knows only the published formats: nothing of the product is imported here.

RFC 6962 §2.1 for the tree, c2sp.org/tlog-checkpoint and c2sp.org/tlog-tiles for how it is written down.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path


def tree_head(entries: list[bytes]) -> bytes:
    """MTH(D[n]) as the RFC defines it, by recursion."""
    if not entries:
        return hashlib.sha256().digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).digest()
    split = 1
    while split * 2 < len(entries):
        split *= 2
    return hashlib.sha256(b"\x01" + tree_head(entries[:split]) + tree_head(entries[split:])).digest()


def path_of(level: str, index: int, width: int) -> str:
    name, rest = f"{index % 1000:03d}", index // 1000
    while rest:
        name, rest = f"x{rest % 1000:03d}/{name}", rest // 1000
    return f"tile/{level}/{name}" + (f".p/{width}" if width < 256 else "")


def entries_of(folder: Path, size: int) -> list[bytes]:
    found: list[bytes] = []
    for index in range(0, size, 256):
        body = (folder / path_of("entries", index // 256, min(256, size - index))).read_bytes()
        while body:
            length = int.from_bytes(body[:2], "big")
            found.append(body[2 : 2 + length])
            body = body[2 + length :]
    return found


def verified(folder: Path) -> list[bytes]:
    """The entries, if they and the tiles of hashes are what the checkpoint says; AssertionError otherwise."""
    _origin, size, root = (folder / "checkpoint").read_text().splitlines()
    entries = entries_of(folder, int(size))
    assert len(entries) == int(size) and tree_head(entries) == base64.b64decode(root)
    hashes = [hashlib.sha256(b"\x00" + one).digest() for one in entries]
    for index in range(0, int(size), 256):
        part = hashes[index : index + 256]
        assert (folder / path_of("0", index // 256, len(part))).read_bytes() == b"".join(part)
    for index in range(int(size) // 256):
        width = min(256, int(size) // 256 - index // 256 * 256)
        tile = (folder / path_of("1", index // 256, width)).read_bytes()
        whole = tree_head(entries[index * 256 : index * 256 + 256])
        assert tile[index % 256 * 32 : index % 256 * 32 + 32] == whole
    return entries


def proven(text: str, entry: bytes) -> tuple[int, bytes]:
    """(size, root) that the proof leads to for this entry (RFC 6962 §2.1.1); AssertionError when it does not."""
    told, said = text.split("\n\n")
    kind, place, *hashes = told.splitlines()
    _origin, size, root = said.splitlines()
    assert kind == "c2sp.org/tlog-proof@v1" and place.startswith("index ")
    index, last, path = int(place[6:]), int(size) - 1, [base64.b64decode(one) for one in hashes]
    found = hashlib.sha256(b"\x00" + entry).digest()
    for sibling in path:
        assert last > 0
        if index % 2 or index == last:
            found = hashlib.sha256(b"\x01" + sibling + found).digest()
            while index % 2 == 0 and index:
                index, last = index // 2, last // 2
        else:
            found = hashlib.sha256(b"\x01" + found + sibling).digest()
        index, last = index // 2, last // 2
    assert last == 0 and found == base64.b64decode(root)
    return int(size), found

"""What lies in a copy is laid out by what the copy says of itself: nothing else, and nowhere else."""

from __future__ import annotations

import hashlib
import json
import tarfile

import pytest

from lantoa.foundation.errors import Conflict
from lantoa.upkeep.actions import databases, keeping

WORDS = b"Na Lung"


def digest(words: bytes = WORDS) -> str:
    return hashlib.sha256(words).hexdigest()


@pytest.fixture
def packed(tmp_path):
    """Pack a copy of another kind of database: what it says it holds, and what it holds besides that."""

    def pack(files: dict[str, str], *held: str):
        (tmp_path / "words").write_bytes(WORDS)
        manifest = {"vendor": "another", "rows": {}, "database": digest(), "files": files}
        (tmp_path / "manifest").write_text(json.dumps(manifest))
        with tarfile.open(tmp_path / "packed.tar", "w") as archive:
            archive.add(tmp_path / "manifest", keeping.MANIFEST)
            for name in (databases.DUMP, *held):
                archive.add(tmp_path / "words", name)
        return tmp_path / "packed.tar"

    return pack


def test_what_it_says_it_holds_is_laid_out_and_nothing_besides(packed, tmp_path):
    copy = packed({"2026/la.jpg": digest()}, "attachments/2026/la.jpg", "attachments/khac.jpg")
    keeping.unpack(copy, tmp_path / "again")
    laid = {one.relative_to(tmp_path / "again").as_posix() for one in (tmp_path / "again").rglob("*.jpg")}
    assert laid == {"attachments/2026/la.jpg"}
    assert (tmp_path / "again" / "attachments" / "2026" / "la.jpg").read_bytes() == WORDS


@pytest.mark.parametrize(
    ("files", "held"),
    [
        ({"la.jpg": digest()}, []),
        ({"la.jpg": digest(b"khac")}, ["attachments/la.jpg"]),
        ({"../../la.jpg": digest()}, ["attachments/../../la.jpg"]),
    ],
    ids=["is not there", "is another", "would lie outside"],
)
def test_a_file_that_is_not_as_it_says_is_refused_by_its_name(packed, tmp_path, files, held):
    with pytest.raises(Conflict, match=r"la\.jpg trong bản sao không đúng"):
        keeping.unpack(packed(files, *held), tmp_path / "again")
    assert not (tmp_path / "la.jpg").exists()

"""A copy of everything: made while people write, restored into a scratch place, compared, encrypted, put away."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import tarfile
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyrage
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation.errors import Conflict
from lantoa.foundation.models import Seal
from lantoa.upkeep import queries, rules
from lantoa.upkeep.actions import databases
from lantoa.upkeep.models import KeptCopy

MANIFEST, FILES = "manifest.json", "attachments"
# What second keys are read with. It lies inside the encrypted copy, or they would be lost with the disk.
SIGNING_KEY = "secret_key"
# After a lost disk the second place and the printed key are all there is: how to go on lies beside the copies.
TOLD = "DOC-KHI-KHOI-PHUC.txt"


def make_key() -> str:
    """A new pair: the public half is kept here, the private half is given back once and kept nowhere."""
    pair = pyrage.x25519.Identity.generate()
    keep_public(str(pair.to_public()))
    return str(pair)


def keep_public(half: str) -> None:
    """To whom copies are encrypted from now on."""
    place = queries.key_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"{half}\n", encoding="ascii")


def keep(at: dt.datetime) -> KeptCopy:
    """Make a copy and write down that it was made: see `make_copy`."""
    made = make_copy(at, queries.folders())
    made.save()
    return made


def make_copy(at: dt.datetime, folders: list[Path]) -> KeptCopy:
    """Make, check, encrypt and put away one copy of the database and of every attachment; not written down yet.

    It leans on no table of its own, so that a new version copies what the version before has left. Conflict without a
    key, without a place, or when what was written does not come back as it was.
    """
    public = rules.must_have_a_key(queries.public_key())
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=settings.VAR_DIR, prefix="keep-") as scratch:
        packed, manifest = _packed(Path(scratch), at)
        unpack(packed, Path(scratch) / "again")
        name = f"lan-toa-{timezone.localtime(at):%Y%m%d-%H%M%S}.age"
        sealed = Path(scratch) / name
        pyrage.encrypt_file(str(packed), str(sealed), [pyrage.x25519.Recipient.from_str(public)])
        kept, missed = _put_away(sealed, folders)
        size = sealed.stat().st_size
    if not kept:
        raise Conflict(_("Không ghi được bản sao vào nơi nào. Cắm đĩa, mở thư mục chung rồi thử lại."))
    return KeptCopy(
        at=at,
        name=name,
        size=size,
        seconds=round(time.monotonic() - began),
        places=kept,
        missed=missed,
        rows=sum(manifest["rows"].values()),
        events=manifest["sealed"],
    )


def _packed(scratch: Path, at: dt.datetime) -> tuple[Path, dict[str, Any]]:
    """One archive: the database, the attachments, the signing key, and what they should be."""
    rows = databases.dump(scratch)
    (scratch / SIGNING_KEY).write_text(settings.SECRET_KEY, encoding="utf-8")
    root = Path(settings.MEDIA_ROOT)
    files = {
        path.relative_to(root).as_posix(): digest_of(path)
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    sealed = Seal.objects.order_by("-pk").values_list("size", "root").first() or (0, "")
    manifest = {
        "at": at.isoformat(),
        "vendor": databases.connection.vendor,
        "rows": rows,
        "database": digest_of(scratch / databases.DUMP),
        "signing_key": digest_of(scratch / SIGNING_KEY),
        "files": files,
        "sealed": sealed[0],
        "root": sealed[1],
    }
    (scratch / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    packed = scratch / "packed.tar"
    with tarfile.open(packed, "w") as archive:
        archive.add(scratch / MANIFEST, MANIFEST)
        archive.add(scratch / databases.DUMP, databases.DUMP)
        archive.add(scratch / SIGNING_KEY, SIGNING_KEY)
        for name in files:
            archive.add(root / name, f"{FILES}/{name}")
    return packed, manifest


def unpack(packed: Path, folder: Path) -> dict[str, Any]:
    """Lay the archive out and compare it with what it says of itself. Conflict when it differs."""
    folder.mkdir()
    with tarfile.open(packed) as archive:
        held = {
            one.name: one for one in archive
        }  # looked for by name once, not from end to end for each file
        _lay_out(archive, held, MANIFEST, folder)
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        wanted = {f"{FILES}/{name}": digest for name, digest in manifest["files"].items()}
        if "signing_key" in manifest:  # copies of the first versions have none
            wanted[SIGNING_KEY] = manifest["signing_key"]
        for name, digest in {databases.DUMP: manifest["database"], **wanted}.items():
            if digest_of(_lay_out(archive, held, name, folder)) != digest:
                raise _is_another(name)
    if manifest["vendor"] == databases.connection.vendor:
        found = databases.check(folder / databases.DUMP)
        rules.must_be_the_same(manifest["rows"] if found else {}, found)
    return manifest


def _lay_out(archive: tarfile.TarFile, held: Mapping[str, tarfile.TarInfo], name: str, folder: Path) -> Path:
    """One file of the archive in its place below the folder; nothing but a file, and nowhere else.

    By our own hand: the Python of Debian 12 (3.11.2) knows no `extractall` that keeps inside a folder.
    """
    place = folder / name
    source = archive.extractfile(held[name]) if name in held else None
    if source is None or not place.resolve().is_relative_to(folder.resolve()):
        raise _is_another(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    with source, place.open("wb") as target:
        shutil.copyfileobj(source, target, 1024 * 1024)
    return place


def _is_another(name: str) -> Conflict:
    return Conflict(_("Tệp %(name)s trong bản sao không đúng như lúc sao lưu.") % {"name": name})


def digest_of(place: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put_away(sealed: Path, folders: list[Path]) -> tuple[list[str], list[str]]:
    """Write it to every place, to the disk itself; where it went, and where it could not.

    The folder of a stick that is not plugged in lies on the disk of the data: nothing is kept there, it would be lost
    with them and looks as if it were safe.
    """
    kept, missed = [], []
    for folder in folders:
        if not queries.lies_within_the_data(folder) and queries.shares_the_disk(folder):
            missed.append(str(folder))
            continue
        try:
            if folder == _own_place():
                folder.mkdir(parents=True, exist_ok=True)
            _write(sealed, folder / sealed.name)
            kept.append(str(folder))
            with suppress(OSError):  # the copy is there; what else lies beside it is not worth losing it for
                (folder / TOLD).write_text(how_to_bring_back(), encoding="utf-8")
                _let_go(folder)
        except OSError:
            missed.append(str(folder))
    return kept, missed


def how_to_bring_back() -> str:
    """The steps from an empty machine to a running one, for who has only this folder and the printed key."""
    return _(
        "Lan Tỏa: các tệp lan-toa-….age ở đây là bản sao đã mã hóa. Máy hỏng, mất đĩa thì làm như sau.\n\n"
        "1. Lấy tờ giấy in khóa riêng (dòng bắt đầu bằng AGE-SECRET-KEY-1).\n"
        "2. Máy mới chạy Debian 12, Ubuntu 24.04 trở lên; mở cửa sổ lệnh, gõ: sudo apt install git make python3-venv\n"
        "3. Lấy mã Lan Tỏa vào máy mới: %(code)s\n"
        "4. Ở thư mục Lan Tỏa gõ: make restore COPY= rồi kéo thả tệp bản sao có ngày giờ sau cùng vào cửa sổ, bấm "
        "Enter. Máy tự cài thư viện (cần mạng, vài phút), rồi hỏi khóa riêng: gõ theo tờ giấy.\n"
        "5. Khôi phục xong thì gõ: make serve\n\n"
        "%(server)s"
        "Mã chạy khi sao lưu: %(revision)s. Mã mới hơn cũng khôi phục được.\n"
    ) % {
        "code": _where_the_code_is(),
        "server": _of_a_server(),
        "revision": queries.revision_in_use() or _("không rõ"),
    }


def _of_a_server() -> str:
    """What comes before the third step where the database is a server's."""
    if databases.connection.vendor == "sqlite":
        return ""
    return _(
        "Bản sao này của PostgreSQL: trước bước 4 chuẩn bị máy chủ cơ sở dữ liệu theo docs/handbook/on-a-server.md, "
        "mục 1 đến 4.\n\n"
    )


def _where_the_code_is() -> str:
    """The address that this machine took it from, without a name or a password that it may hold."""
    told = queries.origin_of_the_code()
    return _("git clone %s lantoa && cd lantoa") % told if told else _("như đã lấy cho máy cũ")


def _own_place() -> Path:
    """The folder beside the data is made here; a stick or a share is there or it is not."""
    return Path(settings.VAR_DIR) / "copies"


def _write(sealed: Path, place: Path) -> None:
    half = place.with_suffix(".half")
    with sealed.open("rb") as source, half.open("wb") as target:
        while piece := source.read(1024 * 1024):
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    half.replace(place)


def _let_go(folder: Path) -> None:
    """The oldest copies beyond thirty go; of each of the last thirty days the last one stays."""
    found = sorted(folder.glob("lan-toa-*.age"), reverse=True)
    days = {path.name[8:16]: path for path in reversed(found)}
    stay = set(found[: rules.COPIES_KEPT]) | set(sorted(days.values(), reverse=True)[: rules.COPIES_KEPT])
    for path in set(found) - stay:
        path.unlink()

"""A kept copy brought back into an empty place."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pyrage
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.upkeep import rules
from lantoa.upkeep.actions import databases
from lantoa.upkeep.actions.keeping import FILES, SIGNING_KEY, keep_public, unpack

BROKEN = gettext_lazy("Bản sao bị hỏng, không mở được. Dùng một bản sao khác.")


def restore(sealed: Path, private_key: str) -> dict[str, Any]:
    """Open the copy with the private key, compare it with itself, and put it in place; what it says of itself.

    BadInput for a wrong key, Conflict for a damaged copy, for a place that is not empty, and when what stands there
    in the end is not what the copy holds.
    """
    root = Path(settings.MEDIA_ROOT)
    must_be_empty()
    with tempfile.TemporaryDirectory(dir=settings.VAR_DIR, prefix="restore-") as scratch:
        packed, folder = Path(scratch) / "packed.tar", Path(scratch) / "again"
        public = _open(sealed, packed, private_key)
        manifest = unpack(packed, folder)
        if manifest["vendor"] != databases.connection.vendor:
            raise Conflict(_("Bản sao này của loại cơ sở dữ liệu khác. Đặt DATABASE_URL cho đúng loại."))
        rules.must_be_the_same(manifest["rows"], databases.bring_back(folder / databases.DUMP))
        for name in manifest["files"]:
            place = root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(folder / FILES / name, place)
        keep_public(public)  # from now on copies are made for the same sheet of paper
        manifest["signs_as_before"] = _bring_back_signing_key(folder / SIGNING_KEY)
    return manifest


def must_be_empty() -> None:
    """Conflict where rows or files are already; asked before the key, too, which takes a while to type."""
    root = Path(settings.MEDIA_ROOT)
    has_files = root.exists() and any(path.is_file() for path in root.rglob("*"))
    rules.must_be_empty(has_rows=not databases.is_empty(), has_files=has_files)


def _bring_back_signing_key(kept: Path) -> bool:
    """Second keys and sealed texts are read with it from the next start on. False when this machine says another.

    What the machine is told by SECRET_KEY comes before the file; the file is written all the same.
    """
    if not kept.exists():
        return False
    key, place = kept.read_text(encoding="utf-8"), Path(settings.VAR_DIR) / SIGNING_KEY
    place.touch(mode=0o600)
    place.chmod(0o600)
    place.write_text(key, encoding="utf-8")
    return (os.environ.get("SECRET_KEY") or key) == key


def _open(sealed: Path, packed: Path, private_key: str) -> str:
    """The public half of the key that opened it."""
    try:
        identity = pyrage.x25519.Identity.from_str("".join(private_key.split()).upper())
    except pyrage.IdentityError:
        said = _(
            "Khóa riêng không đọc được. So lại từng nhóm với tờ giấy; khóa bắt đầu bằng AGE-SECRET-KEY-1."
        )
        raise BadInput(said) from None
    try:
        pyrage.decrypt_file(str(sealed), str(packed), [identity])
    except pyrage.DecryptError as wrong:
        if "matching" in str(wrong).lower():
            raise BadInput(_("Khóa riêng này không mở được bản sao ấy. Dùng khóa đã in khi tạo.")) from None
        raise Conflict(BROKEN) from None
    except OSError:  # a piece inside does not decrypt
        raise Conflict(BROKEN) from None
    return str(identity.to_public())

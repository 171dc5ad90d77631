"""A Word file as PDF, by the LibreOffice of the machine; nothing else in the house makes PDF."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput

PROGRAMS = ("soffice", "libreoffice")
LONGEST = 90  # seconds


def is_there() -> bool:
    """Whether this machine can make PDF."""
    return _program() is not None


def of_word(word: bytes) -> bytes:
    """The Word file as PDF. Raises BadInput, in words, where no LibreOffice is installed or it gave nothing."""
    program = _program()
    if program is None:
        raise BadInput(
            _("Máy chủ chưa cài LibreOffice nên chưa xuất được PDF. Tải Word rồi lưu thành PDF."), "format"
        )
    with tempfile.TemporaryDirectory(prefix="lantoa-pdf-") as folder:
        source = Path(folder, "van-ban.docx")
        source.write_bytes(word)
        # A profile of its own: two conversions at once would wait for each other.
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(command, timeout=LONGEST, check=False, capture_output=True)
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise BadInput(_("LibreOffice chưa chuyển được sang PDF. Tải Word rồi lưu thành PDF."), "format")
        return made.read_bytes()


def _program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)

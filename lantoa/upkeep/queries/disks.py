"""The folders for copies: which there are, whether one can write there, whether they outlive the disk of the data."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.upkeep.models import KeepPlace

WHY = {
    errno.ENOSPC: gettext_lazy("đĩa đầy"),
    errno.EDQUOT: gettext_lazy("hết phần đĩa được cấp"),
    errno.EACCES: gettext_lazy("tài khoản chạy Lan Tỏa không có quyền ghi"),
    errno.EROFS: gettext_lazy("đĩa chỉ cho đọc"),
    errno.EIO: gettext_lazy("đĩa có lỗi"),
}
# Where Debian and Ubuntu open sticks, disks and shares.
PLUGGED_IN = ("/media", "/run/media", "/mnt")


@dataclass(frozen=True)
class Place:
    """A folder for copies. `trouble` says why nothing can be written there now; `is_second` that it lies elsewhere,
    `shares_the_disk` that it goes with the same disk all the same."""

    path: Path
    trouble: str
    is_second: bool
    shares_the_disk: bool
    named: KeepPlace | None = None

    @property
    def counts(self) -> bool:
        """As a second place."""
        return self.is_second and not self.trouble and not self.shares_the_disk


def folders() -> list[Path]:
    """Where copies go: beside the data, what the environment names, what was named on the page."""
    return [*map(Path, settings.KEEP_PLACES), *(Path(one.path) for one in KeepPlace.objects.all())]


def places() -> list[Place]:
    """The same, each with whether it can be written to now and whether it counts as a second place."""
    named = [(Path(one.path), one) for one in KeepPlace.objects.all()]
    every = [*((Path(one), None) for one in settings.KEEP_PLACES), *named]
    return [
        Place(path, trouble_with(path), not lies_within_the_data(path), shares_the_disk(path), one)
        for path, one in every
    ]


def lies_within_the_data(path: Path) -> bool:
    """Whether the folder is that of the data, of the attachments or of the database, or lies in one of them."""
    return any(path.resolve().is_relative_to(one.resolve()) for one in _home_of_the_data())


def trouble_with(path: Path) -> str:
    """Why nothing can be written there, in words; "" where something just was. The own folder is made when needed."""
    if path == Path(settings.VAR_DIR) / "copies" and not path.exists():
        return ""
    if not path.is_dir():
        return _("chưa thấy thư mục này: cắm đĩa, mở thư mục chung, tạo thư mục nếu chưa có")
    probe = path / f".lan-toa-{os.getpid()}"
    try:
        probe.write_bytes(b"1")
        probe.unlink()
    except OSError as fault:
        why = WHY.get(fault.errno or 0) or fault.strerror or type(fault).__name__
        return _("không ghi được: %(why)s") % {"why": why}
    return ""


def key_file() -> Path:
    """Where the public half of the key for copies is kept."""
    return Path(settings.VAR_DIR) / "keep-public.txt"


def public_key() -> str:
    """The key to which copies are encrypted; "" while there is none."""
    place = key_file()
    return place.read_text(encoding="ascii").strip() if place.exists() else ""


def _home_of_the_data() -> list[Path]:
    name = str(settings.DATABASES["default"]["NAME"])
    data = [Path(settings.VAR_DIR), Path(settings.MEDIA_ROOT)]
    if "sqlite" in settings.DATABASES["default"]["ENGINE"] and "mode=memory" not in name:
        data.append(Path(name).parent)
    return data


def shares_the_disk(path: Path) -> bool:
    """Whether the folder is there and goes with the disk of the data: another folder, or a stick not plugged in."""
    return path.is_dir() and device_of(path) in {
        device_of(one) for one in _home_of_the_data() if one.exists()
    }


def device_of(path: Path) -> int:
    """Which file system holds the folder."""
    return path.stat().st_dev


def plugged_in() -> list[str]:
    """Sticks, disks and shares that are open now and can be written to, to choose from; their full paths."""
    roots = [Path(one) for one in PLUGGED_IN if Path(one).is_dir()]
    found = [path for root in roots for pattern in ("*", "*/*") for path in sorted(root.glob(pattern))]
    return [str(path) for path in found if os.path.ismount(path) and os.access(path, os.W_OK)]

"""Files that people attach: judged by content, made harmless, kept outside the web root."""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.db import transaction
from django.http import FileResponse
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from lantoa.foundation import papers
from lantoa.foundation.errors import BadInput
from lantoa.foundation.faults import FileGone
from lantoa.foundation.models import Attachment
from lantoa.foundation.secrecy import must_be_open
from lantoa.foundation.text import clean

register_heif_opener()

MEGABYTE = 1024 * 1024
LARGEST_UPLOAD = 25 * MEGABYTE
# Above this the server stops reading; between the two a person gets a sentence and keeps what she typed.
LARGEST_BODY = 100 * MEGABYTE
LARGEST_PHOTO = 500 * 1000
LONGEST_SIDE = 2048
# A JPEG can be decoded at a fraction of its size; the others cost three or four bytes a point.
MOST_POINTS = {
    "JPEG": 210_000_000,
    "MPO": 210_000_000,
    "HEIF": 50_000_000,
    "PNG": 25_000_000,
    "WEBP": 25_000_000,
}
FORBIDDEN = re.compile(r'[\\/:*?"<>|\n\t]')
ENDING = re.compile(r"\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{2,5}$")


@dataclass(frozen=True)
class Judged:
    """What a file turned out to be, ready to keep."""

    name: str
    media_type: str
    content: bytes


class LimitedUploadHandler(FileUploadHandler):
    """Stop reading a file that is too large instead of filling the disk with it."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.received += len(raw_data)
        if self.received > LARGEST_BODY:
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def judge(uploaded: UploadedFile, *, photo_only: bool = False) -> Judged:
    """What the file really is, whatever its name says.

    Photos (JPEG, PNG, WebP, HEIC) come out as JPEG of at most 500 KB without EXIF; PDF, .docx and .xlsx
    that run nothing pass without who wrote them and what was remarked. Raises BadInput with a sentence for anything
    else, and for what bears a stamp of state secrets. A stamp inside a picture is not seen.
    """
    if uploaded.size and uploaded.size > LARGEST_UPLOAD:
        raise BadInput(too_large())
    content = uploaded.read()
    name = clean(str(uploaded.name or "tep"))[-150:]
    if not content:
        raise BadInput(_("Tệp “%(name)s” không có nội dung. Chọn tệp khác.") % {"name": name})
    must_be_open(name, [])
    photo = _as_photo(content, name)
    if photo:
        return photo
    if not photo_only and (paper := _as_paper(content, name)):
        return paper
    raise BadInput(
        _("Tệp “%(name)s” không phải là ảnh. Chọn ảnh chụp dạng JPG, PNG, WebP hoặc HEIC.") % {"name": name}
        if photo_only
        else _(
            "Tệp “%(name)s” không dùng được. Chọn ảnh (JPG, PNG, HEIC), PDF, .docx hoặc .xlsx không có macro."
        )
        % {"name": name}
    )


def too_large() -> str:
    """The sentence for a file over the limit."""
    return _("Tệp lớn hơn 25 MB nên chưa được nhận. Chọn ảnh khác hoặc chụp lại ở cỡ nhỏ hơn.")


def _as_photo(content: bytes, name: str) -> Judged | None:
    try:
        image: Image.Image = Image.open(io.BytesIO(content))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    if image.format not in MOST_POINTS:
        return None
    _must_be_of_reason(image)
    try:
        return Judged(named(name, "jpg"), "image/jpeg", _redrawn(image))
    except Exception:  # Whatever a decoder makes of a file cut short or forged, it is the file and not us.
        raise BadInput(
            _("Ảnh “%(name)s” bị hỏng hoặc chưa tải lên hết. Chọn ảnh khác hoặc chụp lại.") % {"name": name}
        ) from None


def _must_be_of_reason(image: Image.Image) -> None:
    """Its size stands in the first bytes: what would not fit into memory is refused before it is decoded."""
    most = MOST_POINTS[str(image.format)]
    if image.width * image.height > most:
        raise BadInput(
            _("Ảnh quá lớn (trên %(most)s triệu điểm ảnh). Chọn ảnh khác hoặc chụp lại ở cỡ nhỏ hơn.")
            % {"most": most // 1_000_000}
        )


def _redrawn(image: Image.Image) -> bytes:
    """A JPEG under the limit, saved afresh: neither EXIF, GPS nor comments survive."""
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded at a fraction of its size
    if image.mode in ("RGB", "L"):
        image.thumbnail((2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
    image = ImageOps.exif_transpose(image).convert("RGB")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    image.info.clear()
    return _shrink(image)


def _shrink(image: Image.Image) -> bytes:
    for quality, side in ((85, 2048), (75, 2048), (70, 1600), (60, 1200), (45, 1000), (30, 800)):
        image.thumbnail((side, side))
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= LARGEST_PHOTO:
            break
    return out.getvalue()


def _as_paper(content: bytes, name: str) -> Judged | None:
    if content.startswith(b"%PDF-"):
        must_be_open(name, papers.read_pdf(content, name))
        return Judged(named(name, "pdf"), "application/pdf", papers.pdf_without_traces(content, name))
    if not content.startswith(b"PK\x03\x04"):
        return None
    found = papers.read_office(content, name)
    if found is None:
        return None
    ending, media_type, lines = found
    must_be_open(name, lines)
    return Judged(named(name, ending), media_type, papers.without_traces(content, name))


def named(name: str, ending: str) -> str:
    """The name under which a file is kept and given back: its ending follows what it is, whatever it was called."""
    stem = FORBIDDEN.sub("-", name).strip(". ")
    while ENDING.search(stem):
        stem = ENDING.sub("", stem).rstrip(". ")
    return f"{stem[-150:] or 'tep'}.{ending}"


def keep(judged: Judged, *, by: Any) -> Attachment:
    """Store a judged file under a name of our own; `by` is the actor.

    Written to the disk and made sure of before its row is; when the act does not happen, the file goes again.
    """
    digest = hashlib.sha256(judged.content).hexdigest()
    ending = judged.name.rsplit(".", 1)[-1].lower()
    attachment = Attachment(
        name=judged.name,
        media_type=judged.media_type,
        size=len(judged.content),
        sha256=digest,
        added_by=by.person.pk if by.person else None,
    )
    with transaction.atomic():
        attachment.file.save(f"{digest[:32]}.{ending}", ContentFile(judged.content), save=False)
        storage, path = attachment.file.storage, str(attachment.file.name)
        try:
            _make_sure(storage.path(path))
            attachment.save()
        except BaseException:
            storage.delete(path)
            raise
        _forget_unless_kept(lambda: storage.delete(path))
    return attachment


def _make_sure(path: str) -> None:
    """The file and its place in its folder are on the disk, not only on their way to it."""
    for one, flags in ((path, os.O_RDWR), (os.path.dirname(path), os.O_RDONLY)):
        handle = os.open(one, flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class _Undo:
    """Stands among what a connection does after a commit; falls away unrun when the act is rolled back."""

    def __init__(self, undo: Callable[[], None]) -> None:
        self.undo, self.kept = undo, False

    def __call__(self) -> None:
        self.kept = True

    def __del__(self) -> None:
        if not self.kept:
            self.undo()


def _forget_unless_kept(undo: Callable[[], None]) -> None:
    transaction.on_commit(_Undo(undo))


def serve(attachment: Attachment) -> FileResponse:
    """Send the file; the caller has already loaded its owner through visible_to. FileGone when the disk has lost it."""
    try:
        content = attachment.file.open("rb")
    except FileNotFoundError:
        raise FileGone(str(attachment.pk)) from None
    response = FileResponse(
        content,
        content_type=attachment.media_type,
        as_attachment=not attachment.is_image,
        filename=attachment.name,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

"""Files that people attach: judged by content, made harmless, kept outside the web root."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import FileResponse
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Attachment
from lantoa.foundation.text import clean

register_heif_opener()

MEGABYTE = 1024 * 1024
LARGEST_UPLOAD = 25 * MEGABYTE
# Above this the server stops reading; between the two a person gets a sentence and keeps what she typed.
LARGEST_BODY = 100 * MEGABYTE
LARGEST_PHOTO = 500 * 1000
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2048
PHOTO_FORMATS = {"JPEG", "MPO", "PNG", "WEBP", "HEIF"}
OFFICE = {"word/": ("docx", "wordprocessingml.document"), "xl/": ("xlsx", "spreadsheetml.sheet")}


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
    without macros pass as they are. Raises BadInput with a sentence for anything else.
    """
    if uploaded.size and uploaded.size > LARGEST_UPLOAD:
        raise BadInput(too_large())
    content = uploaded.read()
    name = clean(str(uploaded.name or "tep")).replace("/", "-")[-150:]
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
        if image.format not in PHOTO_FORMATS:
            return None
        if image.width * image.height > MOST_PIXELS:
            raise BadInput(_("Ảnh quá lớn (trên 50 triệu điểm ảnh). Chọn ảnh khác hoặc chụp lại."))
        image = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return Judged(f"{name.rsplit('.', 1)[0]}.jpg", "image/jpeg", _shrink(image))


def _shrink(image: Image.Image) -> bytes:
    """JPEG bytes under the limit. Saved afresh, so EXIF and GPS do not survive."""
    for quality, side in ((85, 2048), (75, 2048), (70, 1600), (60, 1200), (45, 1000), (30, 800)):
        image.thumbnail((side, side))
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= LARGEST_PHOTO:
            break
    return out.getvalue()


def _as_paper(content: bytes, name: str) -> Judged | None:
    if content.startswith(b"%PDF-"):
        return Judged(name, "application/pdf", content)
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except zipfile.BadZipFile:
        return None
    if any("vbaproject" in inside.lower() for inside in names):
        raise BadInput(
            _("Tệp “%(name)s” có macro nên không được nhận. Lưu lại dạng .docx hoặc .xlsx.") % {"name": name}
        )
    for folder, (_ending, media) in OFFICE.items():
        if "[Content_Types].xml" in names and any(inside.startswith(folder) for inside in names):
            return Judged(name, f"application/vnd.openxmlformats-officedocument.{media}", content)
    return None


def keep(judged: Judged, *, by: Any) -> Attachment:
    """Store a judged file under a name of our own; `by` is the actor."""
    digest = hashlib.sha256(judged.content).hexdigest()
    ending = judged.name.rsplit(".", 1)[-1].lower() if "." in judged.name else "bin"
    attachment = Attachment(
        name=judged.name,
        media_type=judged.media_type,
        size=len(judged.content),
        sha256=digest,
        added_by=by.person.pk if by.person else None,
    )
    attachment.file.save(f"{digest[:32]}.{ending}", ContentFile(judged.content), save=True)
    return attachment


def serve(attachment: Attachment) -> FileResponse:
    """Send the file; the caller has already loaded its owner through visible_to."""
    response = FileResponse(
        attachment.file.open("rb"),
        content_type=attachment.media_type,
        as_attachment=not attachment.is_image,
        filename=attachment.name,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

"""Names of files that people download, and the answer that carries such a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from lantoa.foundation.text import clean, fold

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"

LONGEST = 120
FORBIDDEN = re.compile(r"[\s\\/:*?\"<>|'`;,%#&{}$!@+=~^\[\]()]+")
# Windows takes these for devices, whatever their ending.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def safe_name(title: str, ending: str) -> str:
    """A file name from any text: "Báo cáo năm 2026", "docx" → "Báo-cáo-năm-2026.docx".

    Vietnamese letters stay; separators of folders, quotes, line ends and leading dots go; at most 120 letters.
    """
    name = re.sub(r"-{2,}", "-", FORBIDDEN.sub("-", clean(title)))
    name = name.strip("-. ")[:LONGEST].rstrip("-. ")
    if not name or DEVICES.fullmatch(name.split(".")[0]):
        name = f"tep-{name}".rstrip("-")
    return f"{name}.{ending}"


def content_disposition(name: str) -> str:
    """RFC 6266: a name of plain letters for old readers, the whole name in UTF-8 for the rest."""
    stem, _dot, ending = name.rpartition(".")
    plain = re.sub(r"[^a-z0-9._-]+", "-", fold(stem)).strip("-.") or "tep"
    return f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{quote(name, safe='')}"


def attachment_response(content: bytes | Iterable[bytes], name: str, media_type: str) -> HttpResponseBase:
    """A download under the given name ("Báo cáo năm 2026.docx"), made safe here. Pieces are sent as they come."""
    stem, _dot, ending = name.rpartition(".")
    whole = isinstance(content, bytes)
    response = HttpResponse(content) if whole else StreamingHttpResponse(content)
    response["Content-Type"] = media_type
    response["Content-Disposition"] = content_disposition(safe_name(stem, _plain_ending(ending)))
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _plain_ending(ending: str) -> str:
    return re.sub(r"[^a-z0-9]", "", ending.lower()) or "bin"

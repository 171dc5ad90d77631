"""Papers that people attach, read before they are kept: nothing in them runs, fetches or hides."""

from __future__ import annotations

import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdf
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from lxml import etree
from pypdf.generic import ArrayObject, NameObject

from lantoa.foundation.errors import BadInput

MOST_PARTS, MOST_UNPACKED = 5_000, 300 * 1024 * 1024
LARGEST_READ = 20 * 1024 * 1024
MOST_PAGES_READ = 20
OFFICE = {"word/": ("docx", "wordprocessingml.document"), "xl/": ("xlsx", "spreadsheetml.sheet")}

# Parts of a package that run or bring in what nobody sees on paper, by what their names hold.
ACTIVE_PARTS = re.compile(
    r"vbaproject|vbadata|macrosheet|dialogsheet|activex|ctrlprops|customui|externallink|oleobject|connections\.xml"
    r"|querytable|\.(bin|exe|dll|js|vbs|hta|html?|mhtml?|rtf|swf|jar)$",
    re.IGNORECASE,
)
HARMLESS_PARTS = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
ACTIVE_TYPES = re.compile(
    r"macroenabled|vbaproject|macrosheet|activex|oleobject|text/html|message/rfc822|application/rtf",
    re.IGNORECASE,
)
# Word fetches or runs what these fields name; Excel what these functions name.
ACTIVE_FIELDS = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON)\b", re.IGNORECASE
)
ACTIVE_FORMULA = re.compile(r"\b(WEBSERVICE|RTD|CALL|REGISTER)\s*\(|\|'?[^']*'?!", re.IGNORECASE)
ACTIVE_NAMES = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Rendition|Movie|Sound|XFA|SubmitForm|ImportData|GoToE|GoToR)"
    rb"(?![A-Za-z0-9])"
)
# What is laid over a page beside its text. What was typed, drawn or stamped on it is the paper itself.
REMARKS_IN_PDF = {"/Text", "/Popup", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret"}
OF_THE_PAPER = {"/Link", "/Widget"}
# Who laid it there and when; and the ways to remarks, which would be written with it.
WHO_IN_PDF = ("/T", "/Subj", "/M", "/CreationDate", "/NM", "/Popup", "/IRT")
SIGNED = re.compile(rb"/ByteRange\s*\[")
TOLD_IN_PDF = re.compile(rb"/(Info|Metadata|Annots|Author|Creator)(?![A-Za-z0-9])")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# What reading a file cut short, locked or forged can end in.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    LookupError,
    ElementTree.ParseError,
    DefusedXmlException,
)
_META = "http://schemas.openxmlformats.org/"
# What a package says of itself, and what it says when it says nothing.
PROPERTIES = {
    "docProps/core.xml": f'<c:coreProperties xmlns:c="{_META}package/2006/metadata/core-properties"/>'.encode(),
    "docProps/app.xml": f'<Properties xmlns="{_META}officeDocument/2006/extended-properties"/>'.encode(),
    "docProps/custom.xml": f'<Properties xmlns="{_META}officeDocument/2006/custom-properties"/>'.encode(),
}
WHO = {"author", "initials", "userId", "displayName", "userName"}
REMARKS = {
    "comment",
    "commentEx",
    "commentId",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "person",
}
TRACES = re.compile(rb"author|initials|displayName|userName|comment|person", re.IGNORECASE)
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def read_pdf(content: bytes, name: str) -> Iterator[str]:
    """The lines of the first pages. BadInput when the file runs something, hides a file, or is locked."""
    seen = b"".join(_parts_of(content))
    if b"/Encrypt" in seen:
        raise BadInput(
            _("Tệp “%(name)s” bị khóa nên không kiểm tra được. Lưu lại bản không khóa rồi gửi.")
            % {"name": name}
        )
    if ACTIVE_NAMES.search(ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), seen)):
        raise _active(name)
    return _lines_of_pdf(content)


def _parts_of(content: bytes) -> Iterator[bytes]:
    """What a reader would see: everything outside streams, and the object streams unpacked."""
    last = 0
    for found in STREAM.finditer(content):
        outside = content[last : found.start()]
        yield outside
        if b"/ObjStm" in outside[-600:]:
            unpacking = zlib.decompressobj()
            try:
                yield unpacking.decompress(found[1], LARGEST_READ)
            except zlib.error:
                yield found[1]
        last = found.end()
    yield content[last:]


def _lines_of_pdf(content: bytes) -> Iterator[str]:
    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # what it thinks of other people's files is no log of ours
    try:
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        for page in islice(pages, MOST_PAGES_READ):
            yield from page.extract_text().splitlines()
    except Exception:  # Scans and half-broken files are kept as they are: nobody can read a stamp in them.
        return


def pdf_without_traces(content: bytes, name: str) -> bytes:
    """A PDF without who made it, with what and when, and without what was remarked on its pages; the paper stays.

    One that bears a digital signature stays as it is: any change would break it. BadInput where there are such traces
    and the file is too damaged for them to be taken out.
    """
    seen = b"".join(_parts_of(content))
    if SIGNED.search(seen):
        return content
    try:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
        for page in writer.pages:
            _without_remarks(page)
        for thing in (writer.root_object, *writer.pages):
            for told in ("/Metadata", "/PieceInfo", "/LastModified"):
                thing.pop(told, None)
        writer.metadata = None
        # What nothing leads to any more would be written all the same.
        writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()
    except Exception:  # Scans and half-broken files: what readers mend in them nobody can foresee.
        if TOLD_IN_PDF.search(seen):
            raise _damaged(name) from None
        return content


def _without_remarks(page: Any) -> None:
    """Notes and marks laid over the paper go; what was typed, drawn or stamped on it stays without who and when."""
    if "/Annots" not in page:
        return
    found = page["/Annots"].get_object()
    kept = [one for one in found if one.get_object().get("/Subtype") not in REMARKS_IN_PDF]
    for one in (thing.get_object() for thing in kept):
        for told in () if one.get("/Subtype") in OF_THE_PAPER else WHO_IN_PDF:
            one.pop(told, None)
    page[NameObject("/Annots")] = ArrayObject(kept)


def read_office(content: bytes, name: str, *, depth: int = 0) -> tuple[str, str, Iterator[str]] | None:
    """(ending, media type, lines) of a docx or xlsx; None when it is neither.

    BadInput when it is damaged, holds macros, embedded or remote content.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        parts = package.infolist()
        names = [part.filename for part in parts]
        kind = next(
            (kind for folder, kind in OFFICE.items() if any(n.startswith(folder) for n in names)), None
        )
        if kind is None or "[Content_Types].xml" not in names:
            return None
        _must_be_of_reason(parts, name)
        _must_be_still(package, names, name, depth)
        lines = list(_lines_of_office(package, names, name))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as bad:
        if isinstance(bad, BadInput):
            raise
        raise _damaged(name) from None
    except (ElementTree.ParseError, DefusedXmlException, LookupError):
        raise _damaged(name) from None
    ending, media = kind
    return ending, f"application/vnd.openxmlformats-officedocument.{media}", iter(lines)


def without_traces(content: bytes, name: str) -> bytes:
    """A docx or xlsx without who wrote it, with what, and what was remarked beside it; the paper itself stays.

    One that bears a digital signature stays as it is: any change would break it. BadInput when a part of it is damaged.
    """
    package, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    if any(one.startswith("_xmlsignatures/") for one in package.namelist()):
        return content
    try:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
            for part in package.infolist():
                kept.writestr(part, _without_traces(part.filename, package.read(part)))
    except (etree.XMLSyntaxError, *DAMAGED):
        raise _damaged(name) from None
    return out.getvalue()


def _without_traces(part: str, body: bytes) -> bytes:
    if part in PROPERTIES:
        return PROPERTIES[part]
    if not part.endswith(".xml") or not part.startswith(tuple(OFFICE)) or not TRACES.search(body):
        return body
    tree = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    for node in list(tree.iter(etree.Element)):
        for name in node.attrib:
            if etree.QName(name).localname in WHO:
                node.set(name, "")
        tag, above = etree.QName(node).localname, node.getparent()
        if tag in REMARKS and part.startswith("word/") and above is not None:
            above.remove(node)
        elif "comment" in part.lower() and tag in ("t", "text", "author"):
            node.text = ""  # a sheet draws its remarks in another part and does not open without them
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _must_be_of_reason(parts: list[zipfile.ZipInfo], name: str) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BadInput(_("Tệp “%(name)s” bung ra quá lớn. Lưu lại bản gọn hơn.") % {"name": name})


def _must_be_still(package: zipfile.ZipFile, names: list[str], name: str, depth: int) -> None:
    """Nothing that runs, fetches or hides."""
    if any(ACTIVE_PARTS.search(one) and not HARMLESS_PARTS.search(one) for one in names):
        raise _active(name)
    if ACTIVE_TYPES.search(_text(package, "[Content_Types].xml")):
        raise _active(name)
    for one in names:
        if one.endswith(".rels"):
            _must_stay_inside(package, one, name)
        elif "/embeddings/" in one and not one.endswith("/"):
            inside = None if depth else read_office(package.read(one), name, depth=depth + 1)
            if inside is None:
                raise _active(name)


def _must_stay_inside(package: zipfile.ZipFile, rels: str, name: str) -> None:
    for link in _tree(package, rels).iter():
        remote = link.get("TargetMode") == "External" and not str(link.get("Type")).endswith("/hyperlink")
        if remote or str(link.get("Type")).lower().endswith("/afchunk"):
            raise _active(name)


def _lines_of_office(package: zipfile.ZipFile, names: list[str], name: str) -> Iterator[str]:
    """Every paragraph, cell, header and text box; BadInput at a field or formula that fetches."""
    for one in names:
        if (
            one.endswith(".xml")
            and one.startswith(tuple(OFFICE))
            and package.getinfo(one).file_size <= LARGEST_READ
        ):
            yield from _lines_of_part(_tree(package, one), name)


def _lines_of_part(tree: Any, name: str) -> Iterator[str]:
    fields = ""
    for node in tree.iter():
        tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        if tag in ("p", "si", "is"):
            yield from _own_text(node).splitlines()
        elif tag.endswith(("Header", "Footer")) and node.text:
            yield from re.split(r'&(?:[LCR]|"[^"]*"|\d+|[A-Z])', node.text)
        elif tag == "textpath":
            yield node.get("string", "")
        elif tag == "instrText":
            fields += node.text or ""
        elif tag == "fldSimple":
            fields += " " + next((v for k, v in node.attrib.items() if k.endswith("instr")), "")
        elif tag in ("f", "definedName") and ACTIVE_FORMULA.search(node.text or ""):
            raise _active(name)
    if ACTIVE_FIELDS.search(fields):
        raise _active(name)


def _own_text(paragraph: Any) -> str:
    """The words of one paragraph; those of a text box inside it are paragraphs of their own."""
    words, waiting = [], list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        if tag == "t":
            words.append(node.text or "")
        elif tag in ("br", "cr", "tab"):
            words.append("\n")
        elif tag != "p":
            waiting += reversed(node)
    return "".join(words)


def _text(package: zipfile.ZipFile, part: str) -> str:
    return package.read(part).decode("utf-8", "replace")


def _tree(package: zipfile.ZipFile, part: str) -> Any:
    return ElementTree.fromstring(package.read(part))


def _active(name: str) -> BadInput:
    return BadInput(
        _(
            "Tệp “%(name)s” có macro, mã chạy, tệp nhúng hoặc nội dung lấy từ nơi khác nên không được nhận. "
            "Lưu lại dạng .docx, .xlsx hoặc PDF thường rồi gửi."
        )
        % {"name": name}
    )


def _damaged(name: str) -> BadInput:
    return BadInput(
        _("Tệp “%(name)s” bị hỏng hoặc chưa tải lên hết. Mở thử trên máy, lưu lại rồi gửi lần nữa.")
        % {"name": name}
    )

"""Papers that the stories print, and ways to look into what was printed."""

import datetime as dt
import io
import zipfile

from docx import Document as read_docx
from docx.oxml.ns import qn

from lantoa.documents import docx, queries
from lantoa.documents.paper import Paper, Paragraph, Signature

DAY = dt.date(2026, 11, 6)
CORE_TAGS = ("creator", "lastModifiedBy", "description", "keywords")


def party(**changes):
    """A report of the commune's committee."""
    return Paper(
        **{
            "system": "party",
            "on": DAY,
            "superior_name": "Đảng bộ tỉnh Sơn Hà",
            "issuer_name": "Đảng ủy xã An Phú",
            "type_code": "BC",
            "type_label": "Báo cáo",
            "body_abbreviation": "ĐU",
            "number": 5,
            "place": "An Phú",
            "abstract": "kết quả học tập, thực hành năm 2026",
            "blocks": (Paragraph("Năm 2026, Đảng ủy xã báo cáo như sau:"),),
            "signature": Signature(
                authority="T/M", body="Ban Thường vụ", position="Phó Bí thư", name="Trần Quốc Hùng"
            ),
            "recipients": ("Tỉnh ủy", "Các chi bộ trực thuộc"),
            "archive": "Đảng ủy",
        }
        | changes
    )


def state(**changes):
    """A plan of the commune's people's committee."""
    return party(
        **{
            "system": "state",
            "superior_name": "",
            "issuer_name": "Ủy ban nhân dân xã An Phú",
            "type_code": "KH",
            "type_label": "Kế hoạch",
            "body_abbreviation": "UBND",
            "number": 15,
            "archive": "VP",
        }
        | changes
    )


def printed(paper):
    """The paper printed with the layout of its day."""
    return docx.write(paper, queries.layout_on(paper.system, paper.on))


def opened(paper):
    """The printed paper, read back."""
    return read_docx(io.BytesIO(printed(paper)))


def part(content, name):
    """The text of one part of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def everything(document):
    """Every line of the text, tables included, in order."""
    return [text_of(p) for p in document.element.body.iter(qn("w:p"))]


def text_of(paragraph):
    """What is read; that some blanks hold words together is not."""
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t"))).replace("\N{NO-BREAK SPACE}", " ")


def line(document, text):
    """The w:p element whose text is this."""
    found = [p for p in document.element.body.iter(qn("w:p")) if text_of(p) == text]
    assert found, f"{text!r} is not among {everything(document)}"
    return found[0]


def look(paragraph):
    """(size in points, bold, italic, underlined) of the first run."""
    run = paragraph.find(f".//{qn('w:r')}")
    wants = run.find(qn("w:rPr"))
    size = int(wants.find(qn("w:sz")).get(qn("w:val"))) / 2
    return (size, *(wants.find(qn(f"w:{name}")) is not None for name in "biu"))


def setting(paragraph, name, attribute):
    """One attribute of a paragraph's properties, as text; None when it is not set."""
    element = paragraph.find(f"{qn('w:pPr')}/{qn(f'w:{name}')}")
    return None if element is None else element.get(qn(f"w:{attribute}"))

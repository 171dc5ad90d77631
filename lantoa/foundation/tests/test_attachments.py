"""Files are judged by content, whatever their names say."""

import io
import zipfile
import zlib
from pathlib import Path

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from docx import Document
from PIL import Image, PngImagePlugin
from pypdf.annotations import FreeText, Link, Text
from pypdf.generic import NameObject, TextStringObject

from lantoa.foundation import attachments
from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Attachment


def photo(kind="JPEG", size=(3000, 2000), **saved) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, kind, **saved)
    return out.getvalue()


def upload(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def office(folder: str, *more: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        inside = {"[Content_Types].xml": "<x/>", f"{folder}document.xml": "<x/>"} | dict.fromkeys(
            more, "<x/>"
        )
        for name, text in {**inside, **parts}.items():
            package.writestr(name, text)
    return out.getvalue()


def word(*paragraphs: str, name: str = "word/document.xml") -> bytes:
    told = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return office("word/", **{name: f'<w:x xmlns:w="w">{told}</w:x>'})


def pdf(inside: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< " + inside + b" >>\nendobj\n%%EOF"


def test_a_large_photo_is_shrunk_and_loses_where_it_was_taken():
    exif = Image.Exif()
    exif[0x9286], exif[0x8825] = "ghi chú", {1: "N", 2: (21.0, 1.0, 42.0)}
    judged = attachments.judge(upload(photo(exif=exif), "ảnh họp.JPG"))
    kept = Image.open(io.BytesIO(judged.content))
    assert len(judged.content) <= 500_000 and max(kept.size) <= 2048
    assert (judged.media_type, judged.name) == ("image/jpeg", "ảnh họp.jpg")
    assert not kept.getexif()


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "HEIF"])
def test_photos_of_other_kinds_become_jpeg(kind):
    assert attachments.judge(upload(photo(kind, (300, 200)), "x.tmp")).media_type == "image/jpeg"


def test_a_web_page_named_jpg_is_refused_with_what_to_do():
    with pytest.raises(BadInput, match="không phải là ảnh. Chọn ảnh chụp"):
        attachments.judge(upload(b"<html><script>alert(1)</script>", "anh.jpg"), photo_only=True)


def test_a_file_of_60_mb_is_refused_before_it_is_read():
    huge = upload(b"\xff\xd8" + b"0" * 1024, "anh.jpg")
    huge.size = 60 * 1024 * 1024
    with pytest.raises(BadInput, match="lớn hơn 25 MB"):
        attachments.judge(huge)


def test_a_picture_of_too_many_points_is_refused():
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    with pytest.raises(BadInput, match="25 triệu điểm ảnh"):
        attachments.judge(upload(out.getvalue(), "to.png"))


def test_papers_pass_by_content_and_macros_do_not():
    assert attachments.judge(upload(b"%PDF-1.7 ...", "a.doc")).media_type == "application/pdf"
    assert "spreadsheetml" in attachments.judge(upload(office("xl/"), "a.bin")).media_type
    with pytest.raises(BadInput, match="có macro, mã chạy"):
        attachments.judge(upload(office("word/", "word/vbaProject.bin"), "a.docx"))
    with pytest.raises(BadInput, match="bị hỏng"):
        attachments.judge(upload(b"PK\x03\x04 broken", "a.docx"))


def test_a_paper_is_not_a_photo():
    with pytest.raises(BadInput):
        attachments.judge(upload(b"%PDF-1.7", "a.jpg"), photo_only=True)


def test_kept_files_have_names_of_our_own_and_are_served_without_running(cast):
    judged = attachments.judge(upload(b"%PDF-1.7 x", "../../báo cáo.pdf"))
    kept = attachments.keep(judged, by=cast.secretary)
    assert ".." not in kept.file.name and kept.added_by == cast.secretary.person.pk
    answer = attachments.serve(kept)
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("called", ["bao cao.hta", "x.bat", "thu.pdf.exe", "thu", ".pdf", "a/b\\c.js"])
def test_a_kept_name_ends_as_its_content_does(called):
    name = attachments.judge(upload(b"%PDF-1.7 x", called)).name
    assert name.endswith(".pdf") and not {".hta", ".bat", ".exe", ".js"} & {name[-8:-4], name[-7:-4]}
    assert attachments.named("Biên bản 15.11.2026", "pdf") == "Biên bản 15.11.2026.pdf"


@pytest.mark.parametrize(
    "active",
    [
        office("word/", "word/vbaData.xml"),
        office("xl/", "xl/macrosheets/sheet1.xml"),
        office("word/", "word/activeX/activeX1.xml"),
        office("word/", "word/embeddings/oleObject1.bin"),
        office("xl/", "xl/externalLinks/externalLink1.xml"),
        office(
            "word/",
            **{"[Content_Types].xml": '<x t="application/vnd.ms-word.document.macroEnabled.main+xml"/>'},
        ),
        office(
            "word/", **{"word/_rels/a.rels": '<r><a TargetMode="External" Type="x/attachedTemplate"/></r>'}
        ),
        office(
            "word/", **{"word/document.xml": '<w:x xmlns:w="w"><w:instrText>DDEAUTO c</w:instrText></w:x>'}
        ),
        office("xl/", **{"xl/worksheets/s.xml": "<x><f>WEBSERVICE(1)</f></x>"}),
        pdf(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        pdf(b"/S /J#61vaScript"),
        pdf(b"/S /Launch /F (cmd.exe)"),
        pdf(b"/Names << /EmbeddedFiles 3 0 R >>"),
    ],
)
def test_what_runs_fetches_or_hides_is_refused_whatever_its_name(active):
    with pytest.raises(BadInput, match="macro, mã chạy"):
        attachments.judge(upload(active, "bien ban.docx"))


def test_active_names_packed_into_an_object_stream_are_seen():
    packed = zlib.compress(b"1 0 << /S /JavaScript >>")
    with pytest.raises(BadInput, match="mã chạy"):
        attachments.judge(
            upload(b"%PDF-1.7\n<< /Type /ObjStm >>\nstream\n" + packed + b"\nendstream", "a.pdf")
        )


def test_a_link_to_a_page_is_no_remote_content():
    link = '<r><a TargetMode="External" Type="http://x/relationships/hyperlink" Target="https://a.vn"/></r>'
    assert attachments.judge(upload(office("word/", **{"word/_rels/document.xml.rels": link}), "a.docx"))


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize("kind", ["HEIF", "JPEG", "PNG"])
def test_a_picture_cut_short_is_refused_with_what_to_do(kind):
    whole = photo(kind, (600, 400))
    for share in (3, 2):
        with pytest.raises(BadInput, match=r"hỏng|không dùng được"):
            attachments.judge(upload(whole[: len(whole) * (share - 1) // share // 2], "a.heic"))


def test_words_hidden_in_a_picture_are_gone():
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "số nhà 12")
    for kind, saved in (("JPEG", {"comment": "số nhà 12"}), ("PNG", {"pnginfo": note})):
        kept = attachments.judge(upload(photo(kind, (300, 200), **saved), "a.jpg")).content
        assert "số nhà".encode() not in kept and "comment" not in Image.open(io.BytesIO(kept)).info


STAMPED = ["MẬT", "T Ố I  M Ậ T", "TOI MAT", "Tuyệt mật", "Độ mật: MẬT", "- MẬT -", "M Ậ T", "MAT"]
OPEN = [
    "mật ong rừng",
    "bảo mật thông tin",
    "MẶT TRẬN TỔ QUỐC",
    "mật khẩu",
    "MẬT ONG",
    "Mật",
    "mat",
    "BẢO MẬT",
    "tối",
]
# What offices write every day: fifty papers, each with the words alone in a line, in a cell and at the head.
HARMLESS = [
    *OPEN,
    *[
        "Mật ong bạc hà Mèo Vạc",
        "Giữ bí mật nguồn tin của nhân dân",
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ AN PHÚ",
    ],
    *[
        "Mật độ dân số",
        "mật thiết với nhân dân",
        "gắn bó mật thiết",
        "Mật khẩu cấp lần đầu",
        "Đổi mật khẩu 90 ngày",
    ],
    *[
        "An toàn, bảo mật",
        "BẢO MẬT THÔNG TIN",
        "Cam kết bảo mật",
        "Bỏ phiếu kín, giữ bí mật",
        "thư mật danh",
        "Mật mía",
    ],
    *[
        "Hoạt động bí mật thời kỳ 1930-1945",
        "cơ sở bí mật",
        "Căn cứ bí mật của Tỉnh ủy năm 1947",
        "mật thám Pháp",
    ],
    *[
        "MẬT ĐỘ XÂY DỰNG",
        "tuyệt đối",
        "tối thiểu",
        "Tối mật độ",
        "Không mật",
        "Hết mật",
        "Mật gấu",
        "túi mật",
        "sỏi mật",
    ],
    *[
        "Trồng rừng lấy mật",
        "nuôi ong lấy mật",
        "HTX MẬT ONG RỪNG",
        "rỉ mật",
        "ngọt như mật",
        "lọ mật",
        "10 lít mật",
    ],
    *[
        "Mật thư trại hè thiếu nhi",
        "mật hiệu trò chơi",
        "Cơ yếu và bảo mật",
        "Luật Bảo vệ bí mật nhà nước",
        "Mặt trận",
    ],
    *["MẶT BẰNG", "mất mát", "Mắt", "sự thật mất lòng", "Tối: văn nghệ", "Tuyệt vời"],
]


@pytest.mark.parametrize("stamp", STAMPED)
@pytest.mark.parametrize("part", ["word/document.xml", "word/header1.xml"])
def test_a_paper_that_bears_a_stamp_is_refused_with_the_reason_in_law(stamp, part):
    with pytest.raises(BadInput, match="Luật Bảo vệ bí mật nhà nước"):
        attachments.judge(upload(word("Đảng ủy xã", stamp, "Kế hoạch", name=part), "a.docx"))


def test_fifty_harmless_papers_pass():
    assert len(set(HARMLESS)) >= 50
    for words in HARMLESS:
        for part in ("word/document.xml", "word/header1.xml"):
            assert attachments.judge(upload(word("Đảng ủy xã", words, name=part), "a.docx"))
        cells = f"<x><is><t>{words}</t></is></x>"
        assert attachments.judge(upload(office("xl/", **{"xl/worksheets/sheet1.xml": cells}), "a.xlsx"))


def test_a_paper_keeps_its_words_and_loses_who_wrote_it_and_what_was_remarked():
    document, out = Document(), io.BytesIO()
    said = document.add_paragraph("Kế hoạch năm 2026").runs
    document.add_comment(said, text="Sửa lại câu này", author="Lò Văn Nhận", initials="LVN")
    document.core_properties.author = document.core_properties.last_modified_by = "Lò Văn Nhận"
    document.save(out)
    kept = attachments.judge(upload(out.getvalue(), "ke hoach.docx")).content
    package = zipfile.ZipFile(io.BytesIO(kept))
    told = b"".join(package.read(part) for part in package.namelist()).decode("utf-8", "replace")
    assert "Lò Văn Nhận" not in told and "Sửa lại" not in told and "LVN" not in told
    again = Document(io.BytesIO(kept))
    assert [one.text for one in again.paragraphs] == ["Kế hoạch năm 2026"] and not list(again.comments)


def test_remarks_on_a_sheet_are_emptied_and_a_signed_paper_is_left_as_it_is():
    remarks = "<x><authors><author>Lò Văn Nhận</author></authors><comment><t>Xem lại</t></comment></x>"
    sheet = attachments.judge(upload(office("xl/", **{"xl/comments1.xml": remarks}), "a.xlsx")).content
    assert "Nhận" not in zipfile.ZipFile(io.BytesIO(sheet)).read("xl/comments1.xml").decode()
    signed = office("word/", "_xmlsignatures/sig1.xml", **{"word/comments.xml": remarks})
    assert attachments.judge(upload(signed, "a.docx")).content == signed


def test_harmless_words_that_hold_the_syllable_pass():
    assert attachments.judge(upload(word(*OPEN), "mật ong.docx")).name == "mật ong.docx"


@pytest.mark.parametrize("called", ["biên bản (tối mật).pdf", "TUYỆT_MẬT.pdf", "12-MẬT.pdf", "MẬT.pdf"])
def test_a_name_that_says_so_is_refused(called):
    with pytest.raises(BadInput, match="dấu độ mật"):
        attachments.judge(upload(b"%PDF-1.7", called))


@pytest.mark.parametrize("called", ["BẢO MẬT.pdf", "MẬT ONG.pdf", "mật.pdf", "bảo-mật.pdf", "MẶT TRẬN.pdf"])
def test_other_names_pass(called):
    assert attachments.judge(upload(b"%PDF-1.7", called))


def test_what_is_rolled_back_leaves_no_file(cast):
    judged = attachments.judge(upload(b"%PDF-1.7 x", "a.pdf"))
    with pytest.raises(RuntimeError), transaction.atomic():
        kept = attachments.keep(judged, by=cast.secretary)
        path = kept.file.path
        assert Path(path).exists()
        raise RuntimeError
    assert not Path(path).exists()


def test_what_cannot_get_its_row_leaves_no_file(cast, monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(Attachment, "save", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        attachments.keep(attachments.judge(upload(b"%PDF-1.7 x", "a.pdf")), by=cast.secretary)
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


def test_a_paper_of_which_a_part_cannot_be_read_is_refused_in_words():
    """A picture whose bytes were changed on the way; a part nested deeper than anybody writes."""
    spoiled = office("word/", **{"word/media/a.png": "mot tam anh"}).replace(b"mot tam anh", b"mot tam ang")
    deep = office("word/", **{"word/comments.xml": f"{'<comment>' * 400}{'</comment>' * 400}"})
    for content in (spoiled, deep):
        with pytest.raises(BadInput, match="bị hỏng"):
            attachments.judge(upload(content, "a.docx"))


def made_pdf() -> pypdf.PdfWriter:
    """A page with an author, a note that somebody laid over it, words typed into it, and a link."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": "Nguyen Van Xa", "/Creator": "May cua toi"})
    writer.add_annotation(0, Text(text="Chua duyet dau", rect=(10, 10, 90, 40)))
    writer.add_annotation(0, typed := FreeText(text="Da go tren mau", rect=(10, 90, 90, 120)))
    typed[NameObject("/T")] = TextStringObject("Nguyen Van Xa")
    writer.add_annotation(0, Link(rect=(10, 50, 90, 80), url="https://xa.example/"))
    writer.xmp_metadata = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Nguyen Van Xa</a></x:xmpmeta>'
    return writer


def test_a_pdf_is_kept_without_who_made_it_and_what_was_remarked_on_it():
    sent = io.BytesIO()
    made_pdf().write(sent)
    assert b"Nguyen Van Xa" in sent.getvalue()
    kept = attachments.judge(upload(sent.getvalue(), "to-trinh.pdf")).content
    read = pypdf.PdfReader(io.BytesIO(kept))
    assert not any(word in kept for word in (b"Nguyen Van Xa", b"May cua toi", b"Chua duyet dau", b"pypdf"))
    typed, link = [one.get_object() for one in read.pages[0]["/Annots"]]
    assert typed["/Contents"] == "Da go tren mau" and "/T" not in typed, (
        "what fills a form is the paper itself"
    )
    assert link["/Subtype"] == "/Link" and read.metadata is None
    signed = sent.getvalue() + b"\n9 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n%%EOF"
    assert attachments.judge(upload(signed, "da-ky.pdf")).content == signed, (
        "any change would break a signature"
    )
    with pytest.raises(BadInput, match="bị hỏng"):
        attachments.judge(upload(b"%PDF-1.7 /Author (Nguyen Van Xa) cut", "cat.pdf"))

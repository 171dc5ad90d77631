"""Files are judged by content, whatever their names say."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lantoa.foundation import attachments
from lantoa.foundation.errors import BadInput


def photo(kind="JPEG", size=(3000, 2000), **saved) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, kind, **saved)
    return out.getvalue()


def upload(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def office(folder: str, *more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in ("[Content_Types].xml", f"{folder}document.xml", *more):
            package.writestr(name, "<x/>")
    return out.getvalue()


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
    with pytest.raises(BadInput, match="50 triệu điểm ảnh"):
        attachments.judge(upload(out.getvalue(), "to.png"))


def test_papers_pass_by_content_and_macros_do_not():
    assert attachments.judge(upload(b"%PDF-1.7 ...", "a.doc")).media_type == "application/pdf"
    assert "spreadsheetml" in attachments.judge(upload(office("xl/"), "a.bin")).media_type
    with pytest.raises(BadInput, match="có macro"):
        attachments.judge(upload(office("word/", "word/vbaProject.bin"), "a.docx"))
    with pytest.raises(BadInput, match="không dùng được"):
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

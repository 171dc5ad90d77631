"""The ready words of this room: kinds of inspection, how far one is, the twelve papers of its file."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What kind of inspection or oversight; the words of a programme of the year (domain §9)."""

    INSPECTION = "inspection", _("kiểm tra")
    THEMATIC = "thematic", _("giám sát chuyên đề")
    REGULAR = "regular", _("giám sát thường xuyên")
    SIGNS = "signs", _("kiểm tra khi có dấu hiệu vi phạm")
    DENUNCIATION = "denunciation", _("giải quyết tố cáo")


# Which of them inspect rather than oversee: their papers are KT1–12, what they find comes of an inspection.
INSPECTS = (Kind.INSPECTION, Kind.SIGNS, Kind.DENUNCIATION)
# Which no programme names beforehand: whom they concern is told when it is decided, not before.
UNFORESEEN = (Kind.SIGNS, Kind.DENUNCIATION)


class Status(models.TextChoices):
    """How far it is; the finer stage follows from the papers of its file."""

    PLANNED = "planned", _("trong chương trình")
    OPEN = "open", _("đang tiến hành")
    CONCLUDED = "concluded", _("đã kết luận")
    CLOSED = "closed", _("đã lưu hồ sơ")
    DROPPED = "dropped", _("không tiến hành")


class FilePaper(models.TextChoices):
    """The twelve papers of a file, in their order: KT1–12 of an inspection, GS1–12 of a thematic oversight."""

    PLAN = "plan", _("Kế hoạch")
    TEAM_PLAN = "team_plan", _("Kế hoạch chi tiết của tổ")
    OUTLINE = "outline", _("Đề cương báo cáo")
    LAUNCH = "launch", _("Biên bản triển khai")
    SELF_REPORT = "self_report", _("Báo cáo của đơn vị, đảng viên")
    WORK = "work", _("Biên bản làm việc")
    CHECKING = "checking", _("Biên bản xác minh")
    RESULT = "result", _("Báo cáo kết quả")
    EXTRACT = "extract", _("Trích biên bản hội nghị")
    CONCLUSION = "conclusion", _("Thông báo kết luận")
    HANDOVER = "handover", _("Biên bản triển khai kết luận")
    CONTENTS = "contents", _("Mục lục hồ sơ")


class Presence(models.TextChoices):
    """How far one paper of the file is."""

    WAITING = "waiting", _("chưa có")
    DONE = "done", _("đã có")
    NOT_NEEDED = "not_needed", _("không lập")


class Sign(models.TextChoices):
    """What is worth a look in a unit's registrations; a rule that anybody can check, no finding."""

    NO_NUMBER = "khong-so", _("Bản đăng ký không có con số")
    NEAR_COPY = "gan-nhu-chep", _("Bản đăng ký gần như chép nhau")
    NO_EVIDENCE = "khong-minh-chung", _("Báo đạt 100% mà chưa có minh chứng")
    HASTE = "duyet-nhanh", _("Duyệt hơn 10 bản trong 10 phút")


SIGN_RULES = {
    Sign.NO_NUMBER: _("Không việc nào có chỉ tiêu, và lời của các việc cũng không có chữ số nào."),
    Sign.NEAR_COPY: _("Phần lớn lời văn trùng với bản khác trong cùng đảng bộ cơ sở; so mỗi đêm một lần."),
    Sign.NO_EVIDENCE: _(
        "Có việc đã đạt chỉ tiêu hoặc tự đánh giá là xong, cả bản chưa có ảnh, tệp, đường dẫn nào."
    ),
    Sign.HASTE: _("Một người duyệt bản thứ 11 trở đi trong cùng 10 phút; đếm những bản ấy."),
}
SIGN_REASONS = {
    Sign.NO_NUMBER: _("Có việc không đếm được mà vẫn rõ: hỏi đơn vị thước đo là gì."),
    Sign.NEAR_COPY: _("Cùng làm một việc chung thì lời giống nhau là tự nhiên."),
    Sign.NO_EVIDENCE: _("Minh chứng có thể đang giữ trên giấy ở chi bộ."),
    Sign.HASTE: _("Chi bộ thông qua tại một buổi họp rồi ghi liền một lúc là bình thường."),
}

"""What may be asked of personal data, and how far a request has come."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Rights of a person in her data: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 4."""

    SEE = "see", _("xem, nhận bản sao dữ liệu")
    CORRECT = "correct", _("sửa cho đúng")
    WITHDRAW = "withdraw", _("rút sự đồng ý")
    RESTRICT = "restrict", _("hạn chế xử lý")
    OBJECT = "object", _("phản đối một việc xử lý")
    ERASE = "erase", _("xóa dữ liệu")
    COMPLAIN = "complain", _("khiếu nại")


class Status(models.TextChoices):
    """How far a request has come."""

    RECEIVED = "received", _("đã gửi, chờ tiếp nhận")
    ANSWERING = "answering", _("đã tiếp nhận, đang giải quyết")
    DONE = "done", _("đã thực hiện")
    REFUSED = "refused", _("chưa thực hiện, có lý do")
    WITHDRAWN = "withdrawn", _("người gửi đã rút")


OPEN = (Status.RECEIVED, Status.ANSWERING)
# Carried out, these leave her data to be only kept; and these take back what she agreed to.
LIMITS = (Kind.RESTRICT, Kind.OBJECT)
TAKES_BACK = (Kind.WITHDRAW, *LIMITS)


class IncidentStatus(models.TextChoices):
    """How far an incident is."""

    OPEN = "open", _("đang xử lý")
    CLOSED = "closed", _("đã kết thúc")


class Told(models.TextChoices):
    """Who is told of an incident."""

    AUTHORITY = "authority", _("cơ quan chuyên trách bảo vệ dữ liệu cá nhân")
    SUPERIOR = "superior", _("cấp trên")
    PERSONS = "persons", _("những người bị ảnh hưởng")
    OTHER = "other", _("nơi khác")


class Part(models.TextChoices):
    """What may be erased of a person on request."""

    REACH = "reach", _("điện thoại, thư điện tử")
    IDENTITY = "identity", _("ngày sinh, số thẻ đảng viên")
    DRAFTS = "drafts", _("bản nháp chưa gửi")
    HISTORY = "history", _("lời trong lịch sử về hồ sơ, chức vụ, tài khoản và yêu cầu của người ấy")
    ACCOUNT = "account", _("tài khoản: tên đăng nhập, mật khẩu, khóa thứ hai, phiên")
    NAME = "name", _("họ và tên")


# These are taken only from somebody who belongs to no unit and holds no post any more.
WHEN_LEFT = (Part.ACCOUNT, Part.NAME)


class Expiring(models.TextChoices):
    """What may go when its time is over, by a rule of the office and after a person's yes."""

    REACH = "reach", _("điện thoại, thư điện tử của người đã rời mọi đơn vị")
    IDENTITY = "identity", _("ngày sinh, số thẻ của người đã rời mọi đơn vị")
    REQUESTS = "requests", _("nội dung yêu cầu về dữ liệu đã trả lời xong")
    SIGN_INS = "sign_ins", _("tên người trong lần đăng nhập ở lịch sử")


class ProposalStatus(models.TextChoices):
    """How far a proposal to let something go is."""

    WAITING = "waiting", _("chờ quyết định")
    DONE = "done", _("đã xóa")
    DECLINED = "declined", _("chưa xóa, có lý do")


class Opening(models.TextChoices):
    """How far an opening in an emergency is."""

    WAITING = "waiting", _("chờ người thứ hai đồng ý")
    OPEN = "open", _("đã đồng ý mở")
    REFUSED = "refused", _("không đồng ý mở")
    ENDED = "ended", _("đã đóng")


# Columns that their tables name for programs only, as a person reads them.
COLUMNS = {
    "asked_on": _("ngày đề nghị"), "answered_on": _("ngày trả lời"), "seen_on": _("ngày đã xem"),
    "merged_at": _("gộp lúc"), "undone_at": _("tách lại lúc"), "created_at": _("lập lúc"), "given_at": _("cấp lúc"),
    "expires_at": _("hết hạn lúc"), "used_at": _("dùng lúc"), "closed_at": _("đóng lúc"), "began_at": _("bắt đầu lúc"),
    "type": _("loại"), "last_used_at": _("dùng lần cuối"), "title": _("tên"), "place": _("trang"),
    "boxes": _("các ô đã gõ"), "note": _("ghi chú"), "saved_at": _("lưu lúc"), "at": _("lúc"),
    "media_type": _("loại tệp"), "added_at": _("thêm lúc"), "short_lived": _("phần chỉ giữ một thời gian"),
    "written_at": _("ghi lúc"), "recorded_at": _("ghi lúc"),
    "denied_on": _("ngày không nhận"), "starts": _("từ ngày"), "ends": _("đến trước ngày"),
}  # fmt: skip


def name_of_column(field: Any) -> str:
    """How a person reads the name of a column."""
    named = str(field.verbose_name)
    return str(COLUMNS.get(field.name, named)) if named == field.name.replace("_", " ") else named

"""The ready words of this room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Code(models.TextChoices):
    """The papers of the guidance (Hướng dẫn 43-HD/BTCTW), by the numbers they bear there."""

    COLLECTIVE = "01", _("Mẫu 01, tập thể")
    LEADER = "2A", _("Mẫu 2A, cán bộ lãnh đạo, quản lý")
    MEMBER = "2B", _("Mẫu 2B, đảng viên không giữ chức vụ lãnh đạo, quản lý")
    ELSEWHERE = "2C", _("Mẫu 2C, đảng viên ngoài hệ thống (hưu trí, học sinh, doanh nghiệp tư nhân)")
    RERATING = "03", _("Mẫu 03, quyết định xếp loại lại")
    FILES = "04", _("Mẫu 04, danh mục hồ sơ")
    PERIODIC = "05", _("Mẫu 05, tự đánh giá theo quý, năm")


OF_PERSONS = (Code.LEADER, Code.MEMBER, Code.ELSEWHERE, Code.PERIODIC)
# The papers that somebody writes line by line; the others are put together.
WRITTEN = (Code.COLLECTIVE, *OF_PERSONS)


class Gathers(models.TextChoices):
    """What is put before whoever writes a section, out of her records."""

    DUTIES = "duties", _("nội dung đột phá, việc sau họp")
    UNDERTAKING = "undertaking", _("bản đăng ký, kết quả đã ghi, sinh hoạt")
    OPEN = "open", _("hạn chế đang mở")
    EARLIER = "earlier", _("hạn chế đã nêu kỳ trước và việc khắc phục")
    PROMPTS = "prompts", _("nội dung được gợi ý")


class Kind(models.TextChoices):
    """When one looks back. A term is looked at by its years."""

    QUARTER = "quarter", _("quý")
    YEAR = "year", _("năm")
    OCCASION = "occasion", _("khi cần")


class Level(models.TextChoices):
    """What the competent body says; there is no other order among people than their names."""

    EXCELLENT = "excellent", _("Hoàn thành xuất sắc nhiệm vụ")
    GOOD = "good", _("Hoàn thành tốt nhiệm vụ")
    DONE = "done", _("Hoàn thành nhiệm vụ")
    NOT = "not", _("Không hoàn thành nhiệm vụ")


class Status(models.TextChoices):
    """How far one review is."""

    WRITING = "writing", _("đang viết")
    SUBMITTED = "submitted", _("đã gửi")
    SHOWN = "shown", _("đang đọc trước họp")
    HEARD = "heard", _("đã kiểm điểm, chờ ý kiến")
    DECIDED = "decided", _("đã có kết quả")
    EXCUSED = "excused", _("chưa kiểm điểm kỳ này")


UNREAD = (Status.WRITING,)  # nobody but who writes it reads it
BEFORE_THE_WORD = (Status.WRITING, Status.SUBMITTED, Status.SHOWN)
SPOKEN_OF = (Status.HEARD, Status.DECIDED)


class Turn(models.IntegerChoices):
    """Who is looked at before whom: the collective, its head, the deputies, then everybody."""

    COLLECTIVE = 0, _("tập thể")
    HEAD = 1, _("người đứng đầu")
    DEPUTY = 2, _("cấp phó, cấp ủy viên")
    MEMBER = 3, _("đảng viên")


class Stage(models.TextChoices):
    """Whose word a mark is."""

    SELF = "self", _("tự chấm")
    CELL = "cell", _("chi bộ")
    BODY = "body", _("tập thể lãnh đạo")
    AUTHORITY = "authority", _("cấp có thẩm quyền")


class Place(models.TextChoices):
    """Where somebody is looked at: the cell first; leaders then in the body they lead in."""

    CELL = Stage.CELL.value, _("tại chi bộ, đơn vị")
    BODY = Stage.BODY.value, _("tại tập thể lãnh đạo, cấp ủy")


class Mended(models.TextChoices):
    """How far what was found before has been mended, as whoever writes says."""

    DONE = "done", _("Đã khắc phục")
    DOING = "doing", _("Đang khắc phục")
    NOT = "not", _("Chưa khắc phục")


class Reading(models.TextChoices):
    """How the denominator of the ceiling is read; the text is debated, so the office says which one it follows."""

    GOOD_ONLY = "good_only", _("chỉ số được xếp Hoàn thành tốt")
    GOOD_OR_BETTER = "good_or_better", _("số được xếp Hoàn thành tốt trở lên")


OPEN, CLOSED = "open", "closed"

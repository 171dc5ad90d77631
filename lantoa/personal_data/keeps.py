"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "rights"
KEEPS = (
    Kept(
        "personal_data.datarequest",
        "person",
        _("Yêu cầu của đồng chí về dữ liệu cá nhân và câu trả lời"),
        _("Trả lời đúng hạn; chứng minh được đã trả lời gì."),
        _("Cùng hồ sơ của đồng chí."),
        "kind about text asked_at status answer_by finish_by taken_on extended_on extended_why answer answered_on "
        "received_by",
        "asked_on scan",
        since="asked_on",
        page="personal_data:index",
    ),
    Kept(
        "personal_data.erasure",
        "person",
        _("Việc xóa dữ liệu theo yêu cầu của đồng chí: số yêu cầu, phần nào"),
        _("Bản sao lưu được khôi phục thì xóa lại."),
        _("Lâu dài."),
        "number parts at",
        since="at",
    ),
    Kept(
        "personal_data.restriction",
        "person",
        _("Việc hạn chế xử lý dữ liệu của đồng chí"),
        _("Không nêu tên đồng chí ở nơi công khai khi đồng chí đã yêu cầu."),
        _("Cùng hồ sơ của đồng chí."),
        "starts ends",
        since="starts",
        page="personal_data:index",
    ),
    Kept(
        "personal_data.emergency",
        "person",
        _("Lần mở khẩn cấp dữ liệu của đồng chí: vì sao, đến khi nào"),
        _("Đồng chí biết ai đã đề nghị, ai đồng ý, mở phần nào."),
        _("Cùng hồ sơ của đồng chí."),
        "parts reason hours state asked_on answered_at refusal until",
        since="asked_on",
        read_as="emergency.read",
        page="personal_data:index",
    ),
)

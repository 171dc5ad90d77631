"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "data_request.asked": _("gửi"),
    "data_request.entered": _("vào sổ yêu cầu trên giấy"),
    "data_request.taken": _("tiếp nhận"),
    "data_request.extended": _("gia hạn"),
    "data_request.done": _("trả lời, đã thực hiện"),
    "data_request.refused": _("trả lời, chưa thực hiện"),
    "data_request.withdrawn": _("rút lại"),
    "data_request.term_set": _("đặt hạn trả lời"),
    "data_request.lifted": _("bỏ hạn chế xử lý"),
    "person.erased": _("xóa theo yêu cầu"),
    "retention.rule_set": _("đặt hạn lưu giữ"),
    "retention.carried_out": _("xóa khi hết hạn lưu"),
    "retention.declined": _("chưa xóa"),
    "purpose.set": _("đặt căn cứ của mục đích"),
    "emergency.bulk_reading_stopped": _("bị dừng vì mở quá nhiều bản trong vài phút"),
    "emergency.asked": _("đề nghị"),
    "emergency.agreed": _("đồng ý"),
    "emergency.refused": _("không đồng ý"),
    "emergency.ended": _("đóng"),
    "emergency.read": _("đọc"),
    "incident.recorded": _("ghi"),
    "incident.mended": _("ghi thêm"),
    "incident.told": _("báo"),
    "incident.closed": _("kết thúc"),
    "incident.term_set": _("đặt hạn báo sự cố"),
}

"""Ready words of this room: how a reminder may begin. What stands in brackets is filled in for each unit."""

from django.utils.translation import gettext_lazy as _

TEXTS = {
    "": (
        _("Giọng thường"),
        _(
            "Kính gửi {đơn vị}.\nĐến {lúc}, đơn vị còn: {việc quá hạn}\nĐề nghị đơn vị xem lại và hoàn thành trước "
            "{hạn}. Nếu vướng, xin gọi {người gửi}."
        ),
    ),
    "lan-hai": (
        _("Nhắc lần hai"),
        _(
            "Kính gửi {đơn vị}.\nĐến {lúc}, những việc sau vẫn chưa xong: {việc quá hạn}\nĐề nghị đơn vị hoàn thành "
            "trước {hạn}. {người gửi} sẽ gọi lại để cùng gỡ chỗ vướng."
        ),
    ),
    "hoi-vuong": (
        _("Chỉ hỏi vướng mắc"),
        _(
            "Kính gửi {đơn vị}.\nĐến {lúc}, trên hệ thống còn: {việc quá hạn}\nXin đơn vị cho biết đang vướng gì, "
            "trước {hạn}, qua {người gửi}."
        ),
    ),
}

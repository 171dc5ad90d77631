"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "access.refused": _("bị từ chối vì chưa có quyền"),
    "account.closed": _("đóng"),
    "account.code_given": _("cấp mã đặt lại mật khẩu"),
    "account.opened": _("mở"),
    "account.password_changed": _("đổi mật khẩu"),
    "account.password_reset": _("đặt lại mật khẩu"),
    "account.reopened": _("mở lại"),
    "account.session_ended": _("thoát khỏi một máy"),
    "account.sessions_ended": _("thoát khỏi các máy khác"),
    "account.recovery_code_used": _("dùng một mã dự phòng"),
    "account.recovery_codes_made": _("làm lại mã dự phòng"),
    "account.second_key_drop_agreed": _("đồng ý bỏ khóa thứ hai đã mất"),
    "account.second_key_dropped": _("bỏ khóa thứ hai đã mất"),
    "account.second_key_guessed": _("bị nhập sai mã khóa thứ hai nhiều lần"),
    "account.second_key_off": _("tắt khóa thứ hai"),
    "account.second_key_on": _("bật khóa thứ hai"),
    "account.signed_in": _("đăng nhập"),
    "membership.started": _("bắt đầu"),
    "person.added": _("thêm"),
    "person.corrected": _("sửa cho đúng"),
    "person.merged": _("gộp hai hồ sơ"),
    "person.unmerged": _("tách lại hai hồ sơ"),
    "post.acknowledged": _("ghi đã biết"),
    "post.asked": _("đề nghị giao"),
    "post.ended": _("kết thúc"),
    "post.given": _("giao"),
    "post.refused": _("không đồng ý"),
    "post.withdrawn": _("rút lại"),
}

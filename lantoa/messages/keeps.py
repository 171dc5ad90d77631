"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "notice"
KEEPS = (
    Kept(
        "messages.message",
        "person",
        _("Thông báo gửi đồng chí, đã đọc lúc nào"),
        _("Báo việc của đồng chí; biết thông báo nào chưa đọc."),
        _("13 tháng."),
        "title note due_on at shows_at read_at",
        "verb subject_type subject_id key url",
        since="at",
        page="messages:index",
    ),
    Kept(
        "messages.preference",
        "person",
        _("Đồng chí chọn có nhận thư tổng hợp hay không"),
        _("Không gửi thư cho ai không muốn nhận."),
        _("Cùng hồ sơ của đồng chí."),
        "gets_digest",
        page="messages:index",
    ),
    Kept(
        "messages.sending",
        "person",
        _("Thư nhắc đã gửi đồng chí, gửi được hay không"),
        _("Biết thư nào chưa đến để gửi lại."),
        _("Chưa đặt hạn xóa."),
        "channel kind words at tries next_try_at sent_at outcome",
        "key",
        since="at",
    ),
)

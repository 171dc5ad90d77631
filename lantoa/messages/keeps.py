"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

KEEPS = (
    Kept(
        "messages.message",
        "person",
        _("Thông báo gửi đồng chí, đã đọc lúc nào"),
        _("Báo việc của đồng chí; biết thông báo nào chưa đọc."),
        _("13 tháng."),
        "title note at shows_at read_at",
        "verb subject_type subject_id key url",
        since="at",
    ),
)

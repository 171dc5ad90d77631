"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "study"
KEEPS = (
    Kept(
        "study.certificate",
        "person",
        _("Giấy chứng nhận các lớp bồi dưỡng, lý luận chính trị"),
        _("Biết ai đã học lớp nào; xét kết nạp, thống kê nguồn."),
        _("Cùng hồ sơ của đồng chí."),
        "number issued_on withdrawn_on withdrawn_reason",
        since="issued_on",
    ),
)

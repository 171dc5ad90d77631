"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept
from lantoa.study.queries import OPENED

PURPOSE = "study"
KEEPS = (
    Kept(
        "study.essay",
        "person",
        _("Bài thu hoạch của đồng chí"),
        _("Biết ai đã nộp; chi ủy, cấp ủy đọc. Không chấm điểm."),
        _("Cùng hồ sơ của đồng chí; đồng chí rút lại được bất cứ lúc nào."),
        "duty understood applied will_do sent_at changed_at",
        since="sent_at",
        read_as=OPENED,
        page="study:mine",
    ),
    Kept(
        "study.classabsence",
        "person",
        _("Lớp học đồng chí vắng hoặc được miễn, ngày học bù"),
        _("Tính số dự học; tổ chức học bù."),
        _("Cùng lớp học ấy."),
        "why made_up_on",
    ),
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

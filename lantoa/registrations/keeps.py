"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept
from lantoa.registrations.models.said import AT_THE_END, NAMES
from lantoa.registrations.queries import OPENED

PURPOSE = "study"
WITH_PAPER = _("Cùng bản đăng ký ấy.")
# What it mends is told by the room of shortcomings.
SAID_OF_A_TASK = " ".join(name for name in (*NAMES, *AT_THE_END) if name != "shortcoming")
KEEPS = (
    Kept(
        "registrations.registration",
        "person",
        _("Bản đăng ký học tập của đồng chí"),
        _("Chi bộ duyệt, theo dõi, nhận xét theo chương trình của Đảng."),
        _("Cùng hồ sơ của đồng chí."),
        "code household year status is_party_member confirmed_on confirmed_how programme_name shortcomings thought "
        "ethics method style example saved_at registered_on submitted_at submitted_late late_reason return_reasons "
        "return_note returned_at approved_at meeting_on minutes_number",
        "subject pillars",
        since="saved_at",
        read_as=OPENED,
        page="registrations:mine",
    ),
    Kept(
        "registrations.pin",
        "person",
        _("Số PIN đồng chí tự đặt để xác nhận bằng mã"),
        _("Chứng tỏ chính đồng chí xác nhận; chỉ giữ dạng băm, không ai đọc được số."),
        _("Cùng hồ sơ của đồng chí."),
        "set_on ended_on",
        "digest",
        since="set_on",
    ),
    Kept(
        "registrations.agreement",
        "witness second_witness",
        _("Việc đồng chí làm chứng cho lời đồng ý của người khác"),
        _("Lời nói đồng ý cần hai người chứng kiến; đồng chí nói được là không chứng kiến."),
        _("Cùng bản đăng ký ấy."),
        "on how denied_on",
        "version words imprint written_at",
        since="on",
    ),
    Kept(
        "registrations.registrationtask",
        "registration__person",
        _("Việc đồng chí đăng ký làm và kết quả"),
        _("Theo dõi, ghi nhận việc đã làm."),
        WITH_PAPER,
        SAID_OF_A_TASK,
        "order registration duty shortcoming",
        page="registrations:mine",
    ),
    Kept(
        "registrations.progress",
        "task__registration__person",
        _("Tiến độ, minh chứng của việc đã đăng ký"),
        _("Theo dõi, ghi nhận việc đã làm."),
        WITH_PAPER,
        "on text value link recorded_at confirmed_on confirmed_how",
        "task",
        since="on",
        page="registrations:mine",
    ),
    Kept(
        "registrations.yearend",
        "registration__person",
        _("Tự đánh giá cuối năm, nhận xét của chi bộ và ý kiến của đồng chí"),
        _("Nhận xét kết quả; đồng chí có quyền nêu ý kiến trước khi chốt."),
        WITH_PAPER,
        "status overall assessed_on remark conclusion meeting_on minutes_number remarked_at answer_by reply "
        "replied_at closed_on",
        "registration meeting",
        since="assessed_on",
        page="registrations:mine",
    ),
    Kept(
        "registrations.sliprequest",
        "registration__person",
        _("Lần đề nghị in phiếu mã để đồng chí xác nhận"),
        _("Người ghi hộ không giữ mã của đồng chí."),
        WITH_PAPER,
        "asked_on",
        "registration",
        since="asked_on",
    ),
)

"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept
from lantoa.registrations.queries import OPENED

PURPOSE = "study"
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
        "registrations.agreement",
        "witness second_witness",
        _("Việc đồng chí làm chứng cho lời đồng ý của người khác"),
        _("Lời nói đồng ý cần hai người chứng kiến; đồng chí nói được là không chứng kiến."),
        _("Cùng bản đăng ký ấy."),
        "on how denied_on",
        "version words imprint written_at",
        since="on",
    ),
)

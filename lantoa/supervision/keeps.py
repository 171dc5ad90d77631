"""What is kept of a person here."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept
from lantoa.supervision.queries import DISCIPLINE_READ, INSPECTION_READ, NOTE_READ
from lantoa.supervision.words import UNFORESEEN

PURPOSE = "study"
# What she has been told of: by the issued programme, or because it has begun.
TOLD = Q(begun_on__isnull=False) | Q(programme__issued_on__isnull=False) & ~Q(kind__in=UNFORESEEN)
WITH_FILE = _("Cùng hồ sơ kiểm tra, giám sát.")
KEEPS = (
    Kept(
        "supervision.inspection",
        "person",
        _("Cuộc kiểm tra, giám sát đồng chí và kết luận"),
        _("Kiểm tra, giám sát theo chương trình của cấp ủy; đồng chí đọc được toàn bộ hồ sơ."),
        WITH_FILE,
        "kind what covers_from covers_to month team status decision_number decided_on begun_on conclusion "
        "conclusion_number concluded_on closed_on dropped_why written_at",
        since="written_at",
        read_as=INSPECTION_READ,
        page="supervision:index",
        only=TOLD,
    ),
    Kept(
        "supervision.discipline",
        "person",
        _("Quyết định kỷ luật về đồng chí, cùng ý kiến của đồng chí"),
        _("Nơi ra quyết định ghi lại; chỉ đồng chí và nơi quyết định đọc."),
        WITH_FILE,
        "form what decision_number decided_on ended_on ended_why reply replied_on written_at",
        "body unit inspection",
        since="written_at",
        read_as=DISCIPLINE_READ,
        page="supervision:disciplines",
    ),
    Kept(
        "supervision.note",
        "person",
        _("Ghi chép khi đọc mẫu bản đăng ký của đồng chí"),
        _("Đồng chí đọc được từ lúc lưu và có quyền trả lời."),
        WITH_FILE,
        "text written_on written_at answer_by withdrawn_at withdrawn_why",
        since="written_at",
        read_as=NOTE_READ,
        page="supervision:index",
    ),
    Kept(
        "supervision.notereply",
        "written_by",
        _("Lời đồng chí trả lời một ghi chép"),
        _("Luôn hiện cùng ghi chép."),
        WITH_FILE,
        "text written_at",
        "note as_unit",
        since="written_at",
        page="supervision:index",
    ),
    Kept(
        "supervision.remedy",
        "owner",
        _("Việc khắc phục đồng chí chủ trì, trong dự thảo hoặc đã ban hành kết luận"),
        _("Giao việc, theo dõi hạn."),
        WITH_FILE,
        "finding remedy deadline written_at",
        "inspection note shortcoming",
        since="written_at",
        page="supervision:index",
    ),
    Kept(
        "supervision.filedocument",
        "inspection__person",
        _("Tài liệu trong hồ sơ kiểm tra, giám sát đồng chí"),
        _("Đồng chí đọc được toàn bộ hồ sơ."),
        WITH_FILE,
        "kind presence due number done_on note",
        "order inspection attachment written_at",
        page="supervision:index",
    ),
    Kept(
        "supervision.sampledpaper",
        "registration__person",
        _("Bản đăng ký của đồng chí nằm trong một mẫu được đọc"),
        _("Mẫu lấy ngẫu nhiên, kiểm tra lại được."),
        WITH_FILE,
        "read_on",
        "order sample registration",
        page="supervision:index",
    ),
)

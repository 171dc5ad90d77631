"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "study"
KEEPS = (
    Kept(
        "programme.participant",
        "person",
        _("Phong trào thi đua đồng chí tham gia cùng đơn vị"),
        _("Đếm đúng số người tham gia, mỗi người một lần."),
        _("Cùng hồ sơ của phong trào."),
        "joined_on left_on",
        since="joined_on",
    ),
    Kept(
        "programme.directiveanswer",
        "answered_by",
        _("Việc đồng chí báo đơn vị đã thực hiện văn bản nào, ngày nào"),
        _("Nơi ban hành biết hỏi ai về việc đã báo."),
        _("Cùng văn bản ấy."),
        "done_on said answered_at changed_at",
        since="answered_at",
    ),
)

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
)

"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "finding"
KEEPS = (
    Kept(
        "searching.sight",
        "person_id",
        _("Dòng của ô Tìm mà chỉ đồng chí thấy"),
        _("Để ô Tìm không đưa việc của đồng chí cho người khác."),
        _("Cùng bản mà dòng ấy dẫn đến."),
        "starts ends",
        "permission way unit_id",
    ),
)

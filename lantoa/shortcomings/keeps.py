"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept
from lantoa.shortcomings.queries import OPENED

PURPOSE = "study"
KEEPS = (
    Kept(
        "shortcomings.shortcoming",
        "person",
        _("Hạn chế ghi về đồng chí và việc khắc phục, cùng ý kiến của đồng chí"),
        _("Khắc phục, có hạn, có người khác xác nhận."),
        _("Cùng hồ sơ của đồng chí."),
        "finding field source source_note found_on cause remedy deadline status written_at done mended_on "
        "sent_back_why verified_on verified_note times_reopened reopened_on reopened_why reply replied_at",
        since="written_at",
        read_as=OPENED,
        page="shortcomings:index",
    ),
    Kept(
        "shortcomings.foundagain",
        "shortcoming__person",
        _("Lần mở lại một hạn chế đã khắc phục của đồng chí"),
        _("Khắc phục, có hạn, có người khác xác nhận."),
        _("Cùng hạn chế ấy."),
        "verified_on reopened_on why",
        "shortcoming",
        since="reopened_on",
        page="shortcomings:index",
    ),
)

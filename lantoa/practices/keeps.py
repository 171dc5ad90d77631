"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "naming"
KEEPS = (
    Kept(
        "practices.practice",
        "person",
        _("Mô hình, cách làm hay mang tên đồng chí"),
        _("Xét công nhận, chia sẻ cho nơi khác cùng làm."),
        _("Cùng mô hình."),
        "name subject_name content_of_uncle reason how target scope participants cost cost_note hardest contact "
        "starts ends consent_on status is_typical is_original return_reason proposed_on registered_on began_on "
        "stopped_on stop_reason stop_cause result result_value result_unit result_on",
        "kind subject place_name level axis folded",
        since="proposed_on",
    ),
    Kept(
        "practices.appraised",
        "practice__person",
        _("Nhận xét theo tiêu chí về mô hình mang tên đồng chí"),
        _("Xét công nhận."),
        _("Cùng mô hình."),
        "answer words said_on",
        "practice criterion",
        since="said_on",
    ),
)

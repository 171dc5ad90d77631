"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "study"
KEEPS = (
    Kept(
        "breakthroughs.breakthrough",
        "person",
        _("Nội dung đột phá của đồng chí khi là người đứng đầu"),
        _("Duyệt, giám sát, công bố kết quả."),
        _("Cùng nội dung ấy."),
        "title_name statement problem solution start_value target_value unit_of_value product beneficiaries partners "
        "horizon starts ends status return_reason returned_on document_number approved_on approved_at submitted_on "
        "registered_on closed_on",
        "kind is_key_task decided_by",
        since="submitted_on",
    ),
)

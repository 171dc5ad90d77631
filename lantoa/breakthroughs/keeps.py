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
    Kept(
        "breakthroughs.milestone",
        "breakthrough__person",
        _("Mốc của nội dung đột phá của đồng chí"),
        _("Duyệt, giám sát, công bố kết quả."),
        _("Cùng nội dung ấy."),
        "due text value",
        "breakthrough",
    ),
    Kept(
        "breakthroughs.quarterreport",
        "breakthrough__person",
        _("Kết quả từng quý, nhận xét của chi bộ và nơi giám sát"),
        _("Duyệt, giám sát, công bố kết quả."),
        _("Cùng nội dung ấy."),
        "year quarter result value state obstacle cell_state cell_assessment supervisor_remark remarked_on reported_on",
        "breakthrough supervisor_name reported_by_name",
        since="reported_on",
    ),
    Kept(
        "breakthroughs.yearassessment",
        "breakthrough__person",
        _("Đánh giá từng năm nội dung đột phá của đồng chí"),
        _("Duyệt, giám sát, công bố kết quả."),
        _("Cùng nội dung ấy."),
        "year result text assessed_by assessed_on",
        "breakthrough",
        since="assessed_on",
    ),
    Kept(
        "breakthroughs.appraisal",
        "breakthrough__person",
        _("Ý kiến thẩm định nội dung đột phá của đồng chí"),
        _("Duyệt, giám sát, công bố kết quả."),
        _("Cùng nội dung ấy."),
        "unit_name opinion text appraised_on",
        "breakthrough person_name post_label",
        since="appraised_on",
    ),
    Kept(
        "breakthroughs.amendment",
        "breakthrough__person",
        _("Đề nghị sửa nội dung đột phá đã duyệt"),
        _("Duyệt, giám sát, công bố kết quả."),
        _("Cùng nội dung ấy."),
        "status reason before after proposed_on answer document_number decided_on decided_by approved_at",
        "breakthrough meeting proposed_by_name",
        since="proposed_on",
    ),
)

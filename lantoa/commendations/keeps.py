"""What is kept of a person here."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.keeps import Kept

PURPOSE = "naming"
KEEPS = (
    Kept(
        "commendations.proposal",
        "person",
        _("Đề nghị khen thưởng đồng chí"),
        _("Xét, bỏ phiếu, quyết định khen."),
        _("Cùng hồ sơ khen thưởng."),
        "subject_name achievement proposed_form proposed_level votes_for votes_total minutes_number minutes_on status "
        "return_reason written_on submitted_on closed_on",
        "occasion subject",
        since="written_on",
    ),
    Kept(
        "commendations.commendation",
        "person",
        _("Khen thưởng đã quyết định"),
        _("Ghi nhận; thống kê của đơn vị."),
        _("Lâu dài, cùng quyết định."),
        "subject_name is_party_member form level awarded_on withdrawn_on withdrawn_reason",
        "subject subject_key",
        since="awarded_on",
    ),
    Kept(
        "commendations.thanks",
        "person given_by",
        _("Lời cảm ơn đồng chí gửi hoặc nhận về một cách làm"),
        _("Người được cảm ơn biết và quyết định có cho hiện hay không."),
        _("Đến khi người gửi rút lại: khi ấy lời được xóa ngay."),
        "words given_on taken_back_on",
        since="given_on",
        page="commendations:thanks",
    ),
    Kept(
        "commendations.proposalappraisal",
        "said_by",
        _("Ý kiến thẩm định đồng chí đã ghi"),
        _("Người quyết định biết ai đã thẩm định, nhận xét ra sao."),
        _("Cùng hồ sơ khen thưởng."),
        "opinion words said_on",
        "is_current",
        since="said_on",
    ),
    Kept(
        "commendations.statedyear",
        "proposal__person",
        _("Năm đạt điều kiện ghi trong đề nghị khen đồng chí"),
        _("Đối chiếu điều kiện khen thưởng."),
        _("Cùng hồ sơ khen thưởng."),
        "merit year paper",
        "proposal",
    ),
)

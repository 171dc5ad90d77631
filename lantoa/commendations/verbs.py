"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "commendations.commendation.consent_withdrawn": _("rút đồng ý công bố"),
    "commendations.commendation.consented": _("đồng ý công bố"),
    "commendations.commendation.removed": _("bỏ"),
    "commendations.decision.handed_over": _("trao, bàn giao"),
    "commendations.decision.recorded": _("ghi lại"),
    "commendations.occasion.opened": _("mở"),
    "commendations.proposal.appraised": _("thẩm định"),
    "commendations.proposal.approved": _("duyệt"),
    "commendations.proposal.decided": _("quyết định"),
    "commendations.proposal.deleted": _("xóa"),
    "commendations.proposal.edited": _("sửa"),
    "commendations.proposal.rejected": _("không đồng ý"),
    "commendations.proposal.returned": _("trả lại để sửa"),
    "commendations.proposal.sent_up": _("trình cấp trên"),
    "commendations.proposal.submitted": _("gửi"),
    "commendations.proposal.voted": _("bỏ phiếu"),
    "commendations.proposal.written": _("viết"),
    "commendations.proposal.year_removed": _("bỏ căn cứ của một năm"),
    "commendations.proposal.year_stated": _("nêu căn cứ của một năm"),
    "commendations.rule.added": _("thêm"),
    "commendations.rule.edited": _("sửa"),
    "commendations.thanks.consent_withdrawn": _("rút đồng ý cho hiện"),
    "commendations.thanks.consented": _("đồng ý cho hiện"),
    "commendations.thanks.given": _("gửi"),
    "commendations.thanks.taken_back": _("rút lại"),
}

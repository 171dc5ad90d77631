"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "outreach.article.corrected": _("sửa"),
    "outreach.article.recorded": _("ghi lại"),
    "outreach.article.removed": _("bỏ"),
    "outreach.campaign.removed": _("bỏ"),
    "outreach.campaign.started": _("bắt đầu"),
    "outreach.citizenopinion.corrected": _("sửa"),
    "outreach.citizenopinion.removed": _("bỏ"),
    "outreach.column.ended": _("kết thúc"),
    "outreach.column.removed": _("bỏ"),
    "outreach.donation.corrected": _("sửa"),
    "outreach.donation.recorded": _("ghi lại"),
    "outreach.donation.removed": _("bỏ"),
    "outreach.forum.recorded": _("ghi lại"),
    "outreach.forum.removed": _("bỏ"),
    "outreach.opinion.answered": _("trả lời"),
    "outreach.opinion.asked_again": _("hỏi lại mức hài lòng"),
    "outreach.opinion.forwarded": _("chuyển"),
    "outreach.opinion.resolved": _("giải quyết xong"),
    "outreach.opinions.recorded": _("ghi lại"),
    "outreach.work.corrected": _("sửa"),
    "outreach.work.finished": _("hoàn thành"),
    "outreach.work.recorded": _("ghi lại"),
    "outreach.work.removed": _("bỏ"),
}

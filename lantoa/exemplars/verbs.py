"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "exemplar.consent_withdrawn": _("rút đồng ý công bố"),
    "exemplar.consented": _("đồng ý công bố"),
    "exemplar.edited": _("sửa"),
    "exemplar.name_removed": _("bỏ tên khỏi bài"),
    "exemplar.proposed": _("đề nghị"),
    "exemplar.published": _("công bố"),
    "exemplar.returned": _("trả lại để sửa"),
    "exemplar.withdrawn": _("rút lại"),
    "exemplar.written": _("viết"),
}

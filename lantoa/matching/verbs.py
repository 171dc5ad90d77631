"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "offer.brought_back": _("cho gợi ý lại"),
    "offer.dismissed": _("bỏ qua gợi ý"),
}

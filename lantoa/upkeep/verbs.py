"""How the acts of this room are said in the history."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "keep_place.dropped": _("bỏ nơi giữ bản sao"),
    "keep_place.named": _("khai nơi giữ bản sao"),
}

"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, Door

DOORS = (
    Door(
        "reviews",
        _("Kiểm điểm, xếp loại"),
        "clipboard-list",
        (("reviews:index", "reviews.own"), ("reviews:terms", "reviews.keep_terms")),
        short=_("Kiểm điểm"),
        group=CONTENT,
        order=105,
    ),
)

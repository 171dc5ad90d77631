"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "phrases",
        _("Câu mẫu thường dùng"),
        "quote",
        (("writing:phrases", "writing.phrases"),),
        short=_("Câu mẫu"),
        group=KEEPING,
        order=190,
        first="",
    ),
)

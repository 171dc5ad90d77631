"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "personal_data",
        _("Dữ liệu cá nhân"),
        "shield-check",
        (
            ("personal_data:desk", "personal_data.answer"),
            ("personal_data:register", "personal_data.registers"),
        ),
        group=KEEPING,
        order=190,
        first="protector:2",
    ),
)

"""Where papers are offered besides the menu: the list of a unit, and who has told nothing for ninety days."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "portal:todo",
        "registrations:silent",
        _("Đăng ký nhưng chưa ghi kết quả"),
        "registrations.judge",
        icon="clock",
        order=60,
    ),
    Link(
        "organisation:unit",
        "registrations:index",
        _("Bản đăng ký"),
        "registrations.view",
        icon="clipboard-check",
        asked="don-vi",
        loads=False,
        order=20,
    ),
)

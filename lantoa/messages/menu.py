"""What this room shows in the menu, and the bell's way in the frame of every page."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import CONTENT, KEEPING, Door

DOORS = (
    Door(
        "urge",
        _("Đôn đốc"),
        "send",
        (("messages:urge", "messages.urge"),),
        group=CONTENT,
        order=15,
        first="officer:3",
        not_at="cell section",
    ),
    Door(
        "sendings",
        _("Thư đã gửi"),
        "mail",
        (("messages:sendings", "messages.sendings"),),
        group=KEEPING,
        order=195,
    ),
    Door("messages", _("Thông báo"), "bell", (("messages:index", ""),), group=KEEPING, order=80),
)

FRAME = {"messages": "messages:index"}

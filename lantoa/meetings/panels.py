"""Beside a story which units have told it; on the programme's page how a meeting is scored."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "readings:show", "meetings:tellings", _("Nơi đã kể"), "meetings.attend", icon="microphone-2", order=10
    ),
    Link(
        "programme:index",
        "meetings:rule",
        _("Cách chấm buổi sinh hoạt"),
        "meetings.rules",
        icon="clipboard-check",
        loads=False,
    ),
)

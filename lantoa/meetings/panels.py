"""Beside what is to be done the next meeting; beside a story which units have told it; how a meeting is scored."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "portal:todo",
        "meetings:upcoming",
        _("Buổi sinh hoạt sắp tới"),
        "meetings.edit",
        icon="calendar-event",
        order=20,
    ),
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

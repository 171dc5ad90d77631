"""Where it is told, beside a story, which units have told it."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "readings:show", "meetings:tellings", _("Nơi đã kể"), "meetings.attend", icon="microphone-2", order=10
    ),
)

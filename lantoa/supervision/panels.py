"""Where this room is shown besides its own pages: on the page of a unit and on the overview."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "organisation:unit",
        "supervision:signs_panel",
        _("Nội dung cần lưu ý"),
        "supervision.sample",
        icon="flag",
        asked="don-vi",
        order=70,
    ),
    Link(
        "statistics:notes",
        "supervision:signs_panel",
        _("Nội dung cần lưu ý"),
        "supervision.sample",
        icon="flag",
        asked="don-vi ky",
        order=70,
    ),
)

"""Where this room is shown besides its own pages: on the page of a unit, the overview, beside one's own paper."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link(
        "registrations:mine",
        "supervision:own",
        _("Nội dung cần lưu ý, ghi chép"),
        "supervision.own",
        icon="flag",
        loads=False,
        order=80,
    ),
    Link(
        "organisation:unit",
        "supervision:signs_panel",
        _("Nội dung cần lưu ý"),
        "supervision.sample",
        icon="flag",
        asked="don-vi",
        order=70,
    ),
)

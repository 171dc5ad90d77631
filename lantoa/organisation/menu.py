"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import KEEPING, Door

DOORS = (
    Door(
        "organisation",
        _("Tổ chức"),
        "sitemap",
        (("organisation:tree", "organisation.view"),),
        group=KEEPING,
        order=110,
        first="administrator:2",
    ),
)

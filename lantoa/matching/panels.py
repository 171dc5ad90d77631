"""Where offers are shown besides their own page."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

CHOOSE = "practices.judge"
LINKS = (
    Link("portal:todo", "matching:panel", _("Mô hình hợp với việc đơn vị đang cần"), CHOOSE, icon="bulb"),
    Link("adoptions:library", "matching:index", _("Hợp với đơn vị"), CHOOSE, icon="bulb", loads=False),
)

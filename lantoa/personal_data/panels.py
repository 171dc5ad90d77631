"""On the page of oneself: the way to everything that is kept."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link("people:me", "personal_data:index", _("Hệ thống biết gì về tôi"), icon="shield-check", loads=False),
)

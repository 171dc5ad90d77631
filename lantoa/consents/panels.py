"""On the page where she asks about her data: the way to every place that names her, where she answers at once."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (
    Link("personal_data:index", "consents:naming_me", _("Những nơi nêu tên tôi"), icon="users", loads=False),
)

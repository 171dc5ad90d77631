"""Beside what is to be done: what the levels above have sent of late."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.panels import Link

LINKS = (Link("portal:todo", "programme:lately", _("Từ cấp trên"), "programme.view", icon="inbox", order=30),)

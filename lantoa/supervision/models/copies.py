"""Which registrations are nearly the same as another of their pool: compared at night, told as a sign only."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.registrations.models import Registration


class Comparison(models.Model):
    """Whether a paper was like another one when it was last compared; how like is not kept."""

    registration = models.OneToOneField(Registration, models.CASCADE, related_name="+")
    is_near_copy = models.BooleanField(_("gần như chép"), default=False)
    compared_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("kết quả so giống nhau")

    def __str__(self) -> str:
        return str(self.registration)

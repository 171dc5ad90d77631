"""What exactly somebody said yes to, when and how; and who is asked to hand her a code."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.people.models import Person
from lantoa.registrations.models.paper import Registration
from lantoa.registrations.models.words import Confirmation


class Agreement(models.Model):
    """Her word on what was typed for her: the text as it stood, its version, and who can vouch for it."""

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField(_("bản"))
    how = models.CharField(_("cách xác nhận"), max_length=10, choices=Confirmation)
    on = models.DateField(_("ngày"))
    words = models.JSONField(_("nội dung đã đồng ý"))
    imprint = models.CharField(max_length=32)
    written_at = models.DateTimeField(default=clock.now)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    code_given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    witness = models.ForeignKey(Person, models.PROTECT, null=True, related_name="witnessed")
    second_witness = models.ForeignKey(Person, models.PROTECT, null=True, related_name="witnessed_second")
    denied_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    denied_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("lời đồng ý")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "version"], name="an_agreement_has_its_own_version"
            ),
            models.CheckConstraint(
                condition=~Q(how=Confirmation.MEETING)
                | (
                    Q(witness__isnull=False)
                    & Q(second_witness__isnull=False)
                    & ~Q(witness=F("second_witness"))
                ),
                name="an_agreement_by_word_names_two_witnesses",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registration}, {self.get_how_display()}"


class SlipRequest(models.Model):
    """Whoever typed a paper asks that somebody else hand its owner a code."""

    registration = models.OneToOneField(Registration, models.CASCADE, related_name="slip_request")
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField()

    class Meta:
        verbose_name = _("lời nhờ in phiếu mã")

    def __str__(self) -> str:
        return str(self.registration)

"""What the level above found when it looked a proposal through, before its decision."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.commendations import words
from lantoa.commendations.models.proposal import Proposal
from lantoa.organisation.models import Unit
from lantoa.people.models import Person


class ProposalAppraisal(models.Model):
    """One opinion, in words and under a name; it binds nobody. Sent back and sent again, it needs another."""

    class Opinion(models.TextChoices):
        MEETS = words.MEETS, _("đủ tiêu chuẩn, đề nghị khen")
        INCOMPLETE = words.INCOMPLETE, _("cần bổ sung hồ sơ")
        LACKS = words.LACKS, _("chưa đủ tiêu chuẩn")

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="appraisals")
    opinion = models.CharField(_("ý kiến thẩm định"), max_length=10, choices=Opinion)
    words = models.TextField(_("nhận xét"), max_length=1000)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("nơi thẩm định"))
    said_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người thẩm định")
    )
    said_on = models.DateField(_("ngày"))
    is_current = models.BooleanField(_("về bản đang xét"), default=True)

    class Meta:
        verbose_name = _("ý kiến thẩm định")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="an_appraisal_says_something"),
        ]

    def __str__(self) -> str:
        return str(self.get_opinion_display())

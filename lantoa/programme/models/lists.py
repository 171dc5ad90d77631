"""The lists of the whole installation: one level keeps them, the others propose what should be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.organisation.models import Unit
from lantoa.people.actors import keeps_lists
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ListProposalQuerySet(models.QuerySet["ListProposal"]):
    """Words for asking what was proposed."""

    def visible_to(self, actor: Actor) -> ListProposalQuerySet:
        """All of them for who keeps the lists; else those of the units in reach."""
        if not actor.may("programme.edit"):
            return self.none()
        return self if keeps_lists(actor) else actor.in_reach(self)

    def waiting(self) -> ListProposalQuerySet:
        """Those without an answer."""
        return self.filter(answered_on__isnull=True)


class ListProposal(models.Model):
    """What a unit would have changed in a list that it does not keep, and what the keeper answered."""

    class List(models.TextChoices):
        PROGRAMME = "programme", _("tên và nội dung của chương trình")
        BASES = "bases", _("căn cứ của chương trình")
        FIELDS = "fields", _("lĩnh vực của mô hình")
        CRITERIA = "criteria", _("tiêu chí thẩm định mô hình")
        PHRASES = "phrases", _("câu mẫu thường dùng")

    list = models.CharField(_("danh mục"), max_length=12, choices=List)
    words = models.CharField(_("đề nghị"), max_length=500)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("đơn vị đề nghị"))
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField(_("đề nghị ngày"))
    agreed = models.BooleanField(_("nhận"), null=True)
    answer = models.CharField(_("trả lời"), max_length=500, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(_("trả lời ngày"), null=True)

    objects = ListProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("đề nghị sửa danh mục dùng chung")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed__isnull=True, answered_on__isnull=True)
                | Q(agreed__isnull=False, answered_on__isnull=False),
                name="an_answered_proposal_says_whether_it_was_taken",
            ),
            models.CheckConstraint(
                condition=~Q(agreed=False) | ~Q(answer=""), name="what_is_not_taken_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.words[:80]

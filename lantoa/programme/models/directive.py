"""What units say they have done about a document of the unit above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.programme.models.core import Directive

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class DirectiveAnswerQuerySet(models.QuerySet["DirectiveAnswer"]):
    """Words for answers to documents."""

    def visible_to(self, actor: Actor) -> DirectiveAnswerQuerySet:
        """Those of the units in reach."""
        return actor.in_reach(self)


class DirectiveAnswer(models.Model):
    """A unit has carried out what a document asks of it."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="answers")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="directive_answers")
    done_on = models.DateField(_("thực hiện xong ngày"))
    said = models.CharField(_("đã làm gì"), max_length=500)
    answered_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người báo")
    )
    answered_at = models.DateTimeField(_("báo lần đầu lúc"), default=clock.now)
    changed_at = models.DateTimeField(_("báo lại lúc"), null=True, blank=True)

    objects = DirectiveAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("báo thực hiện văn bản")
        ordering = ["done_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["directive", "unit"], name="a_unit_answers_a_document_once")
        ]

    def __str__(self) -> str:
        return self.said

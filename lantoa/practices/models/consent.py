"""Who is named in a practice, and whether, when and how she agreed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.models import Attachment
from lantoa.people.models import Person
from lantoa.practices.models.practice import Practice
from lantoa.practices.words import BY_WORD, CONTACT, DOER, IN_THE_STORY, ON_PAPER, OWN_ACCOUNT

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class NamedPersonQuerySet(models.QuerySet["NamedPerson"]):
    """Words for asking who is named."""

    def not_agreeing(self) -> NamedPersonQuerySet:
        """Those who were not asked yet, or took it back."""
        return self.filter(Q(agreed_on__isnull=True) | Q(revoked_on__isnull=False))

    def of(self, actor: Actor) -> NamedPersonQuerySet:
        """Where the actor herself is named."""
        return self.filter(person=actor.person) if actor.person else self.none()


class NamedPerson(models.Model):
    """Somebody named in a practice: who does it, whom to ask, who stands in the story."""

    class Place(models.TextChoices):
        DOER = DOER, _("người thực hiện")
        CONTACT = CONTACT, _("người liên hệ")
        STORY = IN_THE_STORY, _("người trong câu chuyện")

    class Way(models.TextChoices):
        OWN_ACCOUNT = OWN_ACCOUNT, _("tự bấm đồng ý trong tài khoản")
        PAPER = ON_PAPER, _("giấy đồng ý có chữ ký")
        WORD = BY_WORD, _("nói đồng ý, có người ghi lại")

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="named")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="named_in_practices"
    )
    name = models.CharField(_("họ và tên"), max_length=200)
    stands = models.CharField(_("nêu ở đâu"), max_length=8, choices=Place)
    agreed_on = models.DateField(_("ngày đồng ý"), null=True, blank=True)
    way = models.CharField(_("đồng ý bằng cách nào"), max_length=12, choices=Way, blank=True)
    recorded_by = models.CharField(_("người ghi"), max_length=250, blank=True)
    paper = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    revoked_on = models.DateField(_("ngày rút đồng ý"), null=True, blank=True)
    revoked_by = models.CharField(_("người ghi việc rút"), max_length=250, blank=True)

    objects = NamedPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("người được nêu tên")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "name"], name="a_practice_names_each_person_once"),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True, way="")
                | Q(agreed_on__isnull=False, way=OWN_ACCOUNT, person__isnull=False)
                | Q(agreed_on__isnull=False, way=ON_PAPER, paper__isnull=False)
                | (Q(agreed_on__isnull=False, way=BY_WORD) & ~Q(recorded_by="")),
                name="who_agreed_to_a_practice_did_so_in_a_way_that_can_be_shown",
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | Q(agreed_on__isnull=False),
                name="only_what_was_agreed_to_is_taken_back",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def agrees(self) -> bool:
        """Whether she may be named today."""
        return self.agreed_on is not None and self.revoked_on is None

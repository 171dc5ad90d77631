"""One row for everyone who is named: whether, when, how and to which words she agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from lantoa.consents import words
from lantoa.foundation.models import Attachment
from lantoa.people.models import Person
from lantoa.personal_data.models import Restriction

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Words for asking who is named."""

    def about(self, model: type[models.Model]) -> ConsentQuerySet:
        """Those who are named in things of this kind."""
        return self.filter(subject_type=ContentType.objects.get_for_model(model))

    def agreeing(self) -> ConsentQuerySet:
        """Those who agreed and have not taken it back."""
        return self.filter(agreed_on__isnull=False, revoked_on__isnull=True)

    def not_agreeing(self) -> ConsentQuerySet:
        """Those who were not asked yet, or took it back."""
        return self.filter(Q(agreed_on__isnull=True) | Q(revoked_on__isnull=False))

    def unanswered(self) -> ConsentQuerySet:
        """Those who have not said yet whether they agree."""
        return self.filter(agreed_on__isnull=True)

    def may_be_told(self) -> ConsentQuerySet:
        """Those whose agreement another may write down: who asked that her data be only kept says it herself."""
        kept_only = Restriction.objects.filter(person=OuterRef("person"), ends__isnull=True)
        return self.filter(~Exists(kept_only))

    def of(self, actor: Actor) -> ConsentQuerySet:
        """Where the actor herself is named."""
        return self.filter(person=actor.person) if actor.person else self.none()


class Consent(models.Model):
    """Somebody named in something, and whether, when, how and to which words she agreed.

    `subject` is what names her, of whatever room above. `words` are those she agreed to, empty where they were not
    kept; `version` counts how often other words had to be agreed to again.
    """

    class Place(models.TextChoices):
        DOER = words.DOER, _("người thực hiện")
        CONTACT = words.CONTACT, _("người liên hệ")
        STORY = words.IN_THE_STORY, _("người trong câu chuyện")
        COMMENDED = words.COMMENDED, _("người, tập thể được khen")

    class Way(models.TextChoices):
        OWN_ACCOUNT = words.OWN_ACCOUNT, _("tự bấm đồng ý trong tài khoản")
        PAPER = words.ON_PAPER, _("giấy đồng ý có chữ ký")
        WORD = words.BY_WORD, _("trả lời bằng lời, đơn vị ghi lại")
        FOR_ALL = words.FOR_ALL, _("người đại diện đồng ý thay")

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    subject_id = models.PositiveBigIntegerField()
    subject: Any = GenericForeignKey("subject_type", "subject_id")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="consents")
    name = models.CharField(_("họ và tên"), max_length=200)
    stands = models.CharField(_("nêu ở đâu"), max_length=10, choices=Place)
    words = models.TextField(_("câu chữ đã đồng ý"), blank=True)
    version = models.PositiveSmallIntegerField(_("lần hỏi"), default=1)
    agreed_on = models.DateField(_("ngày đồng ý"), null=True, blank=True)
    way = models.CharField(_("đồng ý bằng cách nào"), max_length=12, choices=Way, blank=True)
    recorded_by = models.CharField(_("người ghi"), max_length=250, blank=True)
    paper = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    revoked_on = models.DateField(_("ngày rút đồng ý"), null=True, blank=True)
    revoked_by = models.CharField(_("người ghi việc rút"), max_length=250, blank=True)
    # The number in the addresses of before, when each room kept its own rows; they still lead here.
    former_id = models.PositiveBigIntegerField(null=True, editable=False)

    # Filled for a page by queries.shown.
    is_reworded: bool
    remove_url: str

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("đồng ý được nêu tên")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "name"], name="everyone_is_named_once_in_a_thing"
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True, way="", words="")
                | Q(agreed_on__isnull=False, way=words.OWN_ACCOUNT, person__isnull=False)
                | Q(agreed_on__isnull=False, way=words.ON_PAPER, paper__isnull=False)
                | (Q(agreed_on__isnull=False, way__in=[words.BY_WORD, words.FOR_ALL]) & ~Q(recorded_by="")),
                name="who_agreed_to_be_named_did_so_in_a_way_that_can_be_shown",
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | Q(agreed_on__isnull=False),
                name="only_an_agreement_that_was_given_is_taken_back",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def agrees(self) -> bool:
        """Whether she may be named today."""
        return self.agreed_on is not None and self.revoked_on is None

    def forget(self) -> None:
        """As if she had not been asked yet."""
        self.agreed_on, self.way, self.words, self.recorded_by, self.paper = None, "", "", "", None
        self.revoked_on, self.revoked_by = None, ""

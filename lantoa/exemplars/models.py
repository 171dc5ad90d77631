"""Tables of exemplars: the deed, its results, and everyone who is named with what they agreed to."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from lantoa.commendations.models import Commendation
from lantoa.consents.models import Consent
from lantoa.exemplars import words
from lantoa.foundation.branches import in_any
from lantoa.foundation.numbers import show
from lantoa.foundation.places import place_of
from lantoa.foundation.text import fold, search_words, without_names
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Person, Post
from lantoa.practices.models import Field, Practice
from lantoa.registrations.models import Registration

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ExemplarQuerySet(models.QuerySet["Exemplar"]):
    """Words for asking about exemplars. What many people read is only ever asked for by `published`."""

    def published(self) -> ExemplarQuerySet:
        """Those that stand in the library: published, and everyone named agrees today."""
        return self.filter(~Exists(self._silent()), status=words.PUBLISHED)

    def hidden(self) -> ExemplarQuerySet:
        """Published ones that nobody may read now, because somebody named does not agree."""
        return self.filter(Exists(self._silent()), status=words.PUBLISHED)

    @staticmethod
    def _silent() -> models.QuerySet[Consent]:
        return Consent.objects.about(Exemplar).filter(subject_id=OuterRef("pk")).not_agreeing()

    def shared_with(self, actor: Actor) -> ExemplarQuerySet:
        """The library of the actor's own tree."""
        published = self.published()
        if not actor.may("exemplars.view"):
            return published.none()
        return actor.in_own_tree(published)

    def of(self, actor: Actor) -> ExemplarQuerySet:
        """Those of the actor's own unit, for who writes there."""
        if not actor.may("exemplars.write"):
            return self.none()
        return actor.in_own_unit(self)

    def naming(self, person: Person | None) -> ExemplarQuerySet:
        """Those that name this person."""
        if person is None:
            return self.none()
        return self.filter(pk__in=self._that_name(person))

    @staticmethod
    def _that_name(person: Person) -> models.QuerySet[Any, Any]:
        return Consent.objects.about(Exemplar).filter(person=person).values("subject_id")

    def visible_to(self, actor: Actor) -> ExemplarQuerySet:
        """The library; those of one's own unit; what waits for one's word; and whatever names oneself."""
        if actor.reach == EVERYTHING:
            return self
        everything = Exemplar.objects.all()
        return in_any(
            self,
            everything.shared_with(actor),
            everything.of(actor),
            everything.awaiting(actor),
            everything.naming(actor.person),
        )

    def awaiting(self, actor: Actor) -> ExemplarQuerySet:
        """Those proposed to the actor's unit by others, the longest waiting first."""
        if not actor.may("exemplars.judge"):
            return self.none()
        waiting = actor.in_own_unit(self.filter(status=words.PROPOSED), "judging_unit")
        if actor.person:
            held = Post.objects.on(actor.on).filter(person=actor.person).values("unit_id")
            of_her_unit = Q(unit__in=held) & ~Q(unit=F("judging_unit"))
            waiting = waiting.exclude(proposed_by__in=actor.one_with).exclude(of_her_unit)
            waiting = waiting.filter(~Exists(self._that_name(actor.person).filter(subject_id=OuterRef("pk"))))
        return waiting.order_by("proposed_on", "pk")

    def matching(self, text: str) -> ExemplarQuerySet:
        """Whose title, story, place or names have all these words, accents or not."""
        found = self
        for word in search_words(text):
            found = found.filter(folded__contains=word)
        return found


class Exemplar(models.Model):
    """One good deed, of a collective or of a person, told in a few lines."""

    class Subject(models.TextChoices):
        COLLECTIVE = words.COLLECTIVE, _("tập thể")
        INDIVIDUAL = words.INDIVIDUAL, _("cá nhân")

    class Status(models.TextChoices):
        DRAFT = words.DRAFT, _("bản nháp")
        PROPOSED = words.PROPOSED, _("chờ xem xét")
        RETURNED = words.RETURNED, _("trả lại để sửa")
        PUBLISHED = words.PUBLISHED, _("đã công bố")
        WITHDRAWN = words.WITHDRAWN, _("đã rút")

    title = models.CharField(_("việc làm, trong một câu"), max_length=200)
    subject = models.CharField(_("của ai"), max_length=12, choices=Subject)
    # A collective by its name; the unit itself when empty. Persons are in `named`.
    collective_name = models.CharField(_("tên tập thể"), max_length=200, blank=True)
    story = models.TextField(_("câu chuyện"), max_length=words.LONGEST_STORY)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="exemplars", verbose_name=_("lĩnh vực")
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="exemplars", verbose_name=_("đơn vị"))
    place = models.CharField(_("nơi"), max_length=200, blank=True)
    since = models.DateField(_("từ ngày"), null=True, blank=True)

    practice = models.ForeignKey(
        Practice, models.SET_NULL, null=True, blank=True, related_name="exemplars", verbose_name=_("mô hình")
    )
    registration = models.ForeignKey(
        Registration,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="exemplars",
        verbose_name=_("bản đăng ký"),
    )
    commendation = models.ForeignKey(
        Commendation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="exemplars",
        verbose_name=_("khen thưởng"),
    )

    status = models.CharField(_("trạng thái"), max_length=12, choices=Status, default=Status.DRAFT)
    judging_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_on = models.DateField(_("ngày đề nghị"), null=True, blank=True)
    return_reason = models.TextField(_("lý do trả lại"), blank=True)
    published_on = models.DateField(_("ngày công bố"), null=True, blank=True)
    published_by = models.CharField(_("nơi công bố"), max_length=250, blank=True)
    withdrawn_on = models.DateField(_("ngày rút"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("lý do rút"), max_length=300, blank=True)
    folded = models.TextField(editable=False)
    named = GenericRelation(Consent, "subject_id", "subject_type", related_query_name="exemplar")

    # Filled for a page by queries.with_names: names depend on the day.
    unit_name: str
    parent_name: str
    judge_name: str

    objects = ExemplarQuerySet.as_manager()

    class Meta:
        verbose_name = _("gương, điển hình")
        ordering = ["-published_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=words.RETURNED) | ~Q(return_reason=""),
                name="a_returned_exemplar_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(status=words.PUBLISHED) | (Q(published_on__isnull=False) & ~Q(published_by="")),
                name="a_published_exemplar_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(status=words.WITHDRAWN)
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
                name="a_withdrawn_exemplar_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(status=words.PROPOSED)
                | Q(judging_unit__isnull=False, proposed_on__isnull=False),
                name="a_proposed_exemplar_waits_somewhere",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "status"], name="exemplars_of_a_unit"),
            models.Index(fields=["published_on"], name="exemplars_by_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def label_in_history(self) -> str:
        """Its title without the persons named in it: who takes her agreement back is not found there either."""
        names = [one.name for one in self.named.all()] if self.pk else []
        return without_names(self.title, names, str(_("người được nêu gương")))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = self.as_folded()
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "folded"}
        super().save(*args, **kwargs)

    def as_folded(self) -> str:
        """What a search without accents looks through, names included."""
        names = [one.name for one in self.named.all()] if self.pk else []
        return fold(" ".join([self.title, self.story, self.place, self.collective_name, *names]))

    def agreed_words(self) -> str:
        """What whoever is named agrees to, as one text."""
        return f"{self.title}\n{self.story}"

    @property
    def waits_since(self) -> dt.date | None:
        """The day it was sent to who decides."""
        return self.proposed_on

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("exemplars:show", self.pk)


class ExemplarResultQuerySet(models.QuerySet["ExemplarResult"]):
    """Words for asking about results."""

    def visible_to(self, actor: Actor) -> ExemplarResultQuerySet:
        """Those of the exemplars one may see."""
        return self.filter(exemplar__in=Exemplar.objects.visible_to(actor).values("pk"))


class ExemplarResult(models.Model):
    """ "33 hộ thoát nghèo" once, "100 tấn" every year."""

    class Recurrence(models.TextChoices):
        TOTAL = words.TOTAL, _("tổng cộng")
        PER_MONTH = words.PER_MONTH, _("mỗi tháng")
        PER_YEAR = words.PER_YEAR, _("mỗi năm")

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="results")
    label = models.CharField(_("kết quả"), max_length=120, blank=True)
    value = models.DecimalField(_("số"), max_digits=18, decimal_places=4)
    unit_of_count = models.CharField(_("đơn vị tính"), max_length=60)
    recurrence = models.CharField(
        _("tính thế nào"), max_length=10, choices=Recurrence, default=Recurrence.TOTAL
    )
    counted_until = models.DateField(_("tính đến ngày"), null=True, blank=True)
    place = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    objects = ExemplarResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("kết quả")
        ordering = ["place", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(value__gt=0), name="a_result_is_more_than_nothing"),
            models.CheckConstraint(condition=~Q(unit_of_count=""), name="a_result_says_what_it_counts"),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.amount, self.label) if part)

    @property
    def amount(self) -> str:
        """ "33 hộ", "100 tấn/năm"."""
        return f"{show(self.value)} {self.unit_of_count}{self.pace}"

    @property
    def pace(self) -> str:
        """ "/năm", "/tháng" or nothing."""
        every = {words.PER_MONTH: _("/tháng"), words.PER_YEAR: _("/năm")}
        return str(every.get(self.recurrence, ""))

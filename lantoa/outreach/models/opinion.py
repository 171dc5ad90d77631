"""Forums, and what citizens said at them or elsewhere."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.places import place_of
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.outreach import words
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded
from lantoa.people.actors import Actor


class ForumQuerySet(OutreachQuerySet):
    """Words for asking where people were heard."""

    def hearings(self) -> Self:
        """Conferences at which people speak."""
        return self.filter(kind=Forum.Kind.HEARING)

    def receptions(self) -> Self:
        """Days on which people are received one by one."""
        return self.filter(kind=Forum.Kind.RECEPTION)


class Forum(Recorded):
    """A conference where people speak ("Công an lắng nghe ý kiến nhân dân"), or a day on which they are received."""

    class Kind(models.TextChoices):
        HEARING = "hearing", _("hội nghị lắng nghe ý kiến")
        RECEPTION = "reception", _("buổi tiếp dân")

    kind = models.CharField(_("hình thức"), max_length=10, choices=Kind, default=Kind.HEARING)
    title = models.CharField(_("tên hội nghị"), max_length=250)
    held_on = models.DateField(_("ngày tổ chức"))
    place = models.CharField(_("địa điểm"), max_length=250, blank=True)
    attended = models.PositiveIntegerField(_("số người dự"), null=True, blank=True)

    objects = ForumQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("hội nghị lắng nghe ý kiến")
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The conference and its opinions."""
        return place_of("outreach:forum", self.pk)

    def has_records(self) -> bool:
        """Whether an opinion or a complaint of that day still counts."""
        heard = (self.opinions, self.complaints)
        return any(one.filter(withdrawn_on__isnull=True).exists() for one in heard)


class OpinionQuerySet(OutreachQuerySet):
    """Words for asking what people said."""

    def visible_to(self, actor: Actor) -> Self:
        """Only who is charged with units reads what people said to them, or what was forwarded to them; a plain
        member does not."""
        if not actor.may("outreach.view"):
            return self.none()
        everything = self.model.objects.all()
        return in_any(self, actor.in_reach(everything), actor.in_reach(everything, "forwarded_to"))

    def open(self) -> Self:
        """Those without an answer yet."""
        return self.standing().filter(status=words.RECEIVED)

    def overdue(self, on: dt.date) -> Self:
        """Those without an answer whose day to be answered has passed."""
        return self.open().filter(due_on__lt=on)

    def to_be_answered_under(self, unit: Unit, on: dt.date) -> Self:
        """Those that the unit or one below it has to answer: received there and kept, or forwarded there."""
        everything = self.model.objects.all()
        kept = organisation.within(everything.filter(forwarded_to__isnull=True), unit, on=on)
        return in_any(self, kept, organisation.within(everything, unit, on=on, of_unit="forwarded_to"))

    def waiting_at(self, actor: Actor) -> Self:
        """Those that the actor's own unit has to answer: received by it and kept, or forwarded to it."""
        waiting = self.model.objects.all().open()
        kept = actor.in_own_unit(waiting.filter(forwarded_on__isnull=True))
        return in_any(self, kept, actor.in_own_unit(waiting, "forwarded_to"))

    def resolved(self) -> Self:
        """Those whose matter is settled."""
        return self.filter(status=words.RESOLVED)


class CitizenOpinion(Recorded):
    """What somebody said. Nobody has to give a name; a name that was given is shown only on the opinion itself."""

    class Channel(models.TextChoices):
        DIRECT = "direct", _("trực tiếp")
        SURVEY = "survey", _("phiếu khảo sát")
        RECEPTION = "reception", _("ngày tiếp dân")
        BOX = "box", _("hòm thư góp ý")
        LETTER = "letter", _("thư, đơn")

    class Satisfaction(models.TextChoices):
        SATISFIED = "satisfied", _("hài lòng")
        PARTLY = "partly", _("hài lòng một phần")
        NOT = "not", _("chưa hài lòng")
        SILENT = "silent", _("không có ý kiến")

    class Source(models.TextChoices):
        PEOPLE = "people", _("nhân dân")
        AGENCY = "agency", _("cơ quan, ban ngành")

    class Field(models.TextChoices):
        PROCEDURES = "procedures", _("thủ tục hành chính")
        LAND = "land", _("đất đai, xây dựng")
        SECURITY = "security", _("an ninh, trật tự")
        WELFARE = "welfare", _("chính sách, an sinh")
        INFRASTRUCTURE = "infrastructure", _("đường, điện, nước")
        ENVIRONMENT = "environment", _("môi trường")
        HEALTH_EDUCATION = "health_education", _("y tế, giáo dục")
        CONDUCT = "conduct", _("tác phong cán bộ")
        OTHER = "other", _("việc khác")

    class Status(models.TextChoices):
        RECEIVED = words.RECEIVED, _("chờ trả lời")
        ANSWERED = words.ANSWERED, _("đã trả lời")
        RESOLVED = words.RESOLVED, _("đã giải quyết xong")

    forum = models.ForeignKey(Forum, models.PROTECT, null=True, blank=True, related_name="opinions")
    received_on = models.DateField(_("ngày tiếp nhận"))
    channel = models.CharField(_("kênh"), max_length=10, choices=Channel, default=Channel.DIRECT)
    source = models.CharField(_("nguồn"), max_length=10, choices=Source, default=Source.PEOPLE)
    field = models.CharField(_("lĩnh vực"), max_length=20, choices=Field, default=Field.OTHER)
    text = models.TextField(_("ý kiến"), max_length=words.LONGEST_OPINION)
    given_by = models.CharField(_("người góp ý"), max_length=120, blank=True)
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.RECEIVED)
    answer = models.TextField(_("trả lời"), max_length=4000, blank=True)
    answered_on = models.DateField(_("trả lời ngày"), null=True, blank=True)
    # To whom it was passed on: a unit of the tree, or a body outside it by name.
    forwarded_to = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chuyển đến")
    )
    forwarded_to_body = models.CharField(_("cơ quan nhận"), max_length=200, blank=True)
    forwarded_on = models.DateField(_("chuyển ngày"), null=True, blank=True)
    due_on = models.DateField(_("hạn trả lời"), null=True, blank=True)
    satisfaction = models.CharField(_("mức hài lòng"), max_length=10, choices=Satisfaction, blank=True)
    satisfaction_on = models.DateField(_("hỏi lại ngày"), null=True, blank=True)
    satisfaction_by = models.CharField(_("hỏi lại bằng cách nào"), max_length=200, blank=True)
    outcome = models.TextField(_("kết quả giải quyết"), max_length=4000, blank=True)
    resolved_on = models.DateField(_("giải quyết xong ngày"), null=True, blank=True)

    objects = OpinionQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("ý kiến nhân dân")
        indexes = [models.Index(fields=["unit", "received_on"], name="opinions_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="an_opinion_says_something"),
            models.CheckConstraint(
                condition=Q(forwarded_on__isnull=True, forwarded_to__isnull=True, forwarded_to_body="")
                | Q(forwarded_on__isnull=False, forwarded_to__isnull=False, forwarded_to_body="")
                | (Q(forwarded_on__isnull=False, forwarded_to__isnull=True) & ~Q(forwarded_to_body="")),
                name="a_forwarded_opinion_names_one_receiver",
            ),
            models.CheckConstraint(
                condition=Q(satisfaction="", satisfaction_on__isnull=True, satisfaction_by="")
                | (~Q(satisfaction="") & Q(satisfaction_on__isnull=False) & ~Q(satisfaction_by="")),
                name="satisfaction_says_when_and_how_it_was_asked",
            ),
            models.CheckConstraint(
                condition=~Q(status="answered") | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="an_answered_opinion_has_its_answer",
            ),
            models.CheckConstraint(
                condition=Q(status="resolved", resolved_on__isnull=False)
                | (~Q(status="resolved") & Q(resolved_on__isnull=True)),
                name="only_a_resolved_opinion_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("received_on")),
                name="an_answer_follows_the_opinion",
            ),
            models.CheckConstraint(
                condition=Q(resolved_on__isnull=True) | Q(resolved_on__gte=F("received_on")),
                name="an_opinion_is_resolved_after_it_came",
            ),
        ]

    def __str__(self) -> str:
        # Goes into the history: no name and no words of the person who spoke.
        return f"{self._meta.verbose_name} {self.pk or ''}, {show_date(self.received_on)}"

    def get_absolute_url(self) -> str:
        """The opinion's page."""
        return place_of("outreach:opinion", self.pk)

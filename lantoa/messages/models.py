"""The outbox: one row for each message to one person; and the reminders that units were sent."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor

LONGEST_TITLE = 400


class MessageQuerySet(models.QuerySet["Message"]):
    """Words for asking which messages."""

    def visible_to(self, actor: Actor) -> MessageQuerySet:
        """One's own, whichever post one acts with; what is still to come is not there yet."""
        return self.filter(person=actor.person).shown(clock.now()) if actor.person else self.none()

    def shown(self, now: dt.datetime) -> MessageQuerySet:
        """Those whose time has come."""
        return self.filter(shows_at__lte=now)

    def unread(self) -> MessageQuerySet:
        """Those that their reader has not opened."""
        return self.filter(read_at__isnull=True)


class Message(models.Model):
    """One thing told to one person: what it says, where it leads, from when it is there, when it was read."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="messages", verbose_name=_("người nhận"))
    urged = models.ForeignKey(
        "Urged", models.CASCADE, null=True, blank=True, related_name="messages", verbose_name=_("lời nhắc")
    )
    # What it tells of ("registration.approved"), and the thing and the event it came from.
    verb = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    # Nobody is told one thing twice: what tells it names it.
    key = models.CharField(max_length=120, unique=True)
    title = models.CharField(_("nội dung"), max_length=LONGEST_TITLE)
    note = models.TextField(_("nói thêm"), blank=True)
    url = models.CharField(max_length=500)
    # Of a reminder: the nearest deadline it speaks of.
    due_on = models.DateField(_("hạn"), null=True, blank=True)
    at = models.DateTimeField(_("lúc"))
    shows_at = models.DateTimeField(_("hiện từ lúc"))
    read_at = models.DateTimeField(_("đọc lúc"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("thông báo")
        ordering = ["-shows_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="a_message_says_something")]
        indexes = [
            models.Index(fields=["person", "-shows_at", "-id"], name="messages_of_a_person"),
            models.Index(
                fields=["person", "shows_at"], condition=Q(read_at__isnull=True), name="messages_not_read"
            ),
            models.Index(fields=["subject_type", "subject_id"], name="messages_about_a_thing"),
            models.Index(fields=["shows_at"], name="messages_by_age"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it is opened: it is then read, and leads on to what it tells of."""
        return place_of("messages:open", self.pk)


class Urging(models.Model):
    """One time somebody reminded units: the words as written, with their brackets, and by when to be done."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="urgings", verbose_name=_("đơn vị gửi"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("người gửi"))
    by_label = models.CharField(_("với tư cách"), max_length=200, blank=True)
    text = models.TextField(_("lời nhắc"))
    finish_by = models.DateField(_("hạn mong muốn"))
    at = models.DateTimeField(_("gửi lúc"))
    shows_at = models.DateTimeField(_("hiện từ lúc"))

    class Meta:
        verbose_name = _("lần đôn đốc")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["unit", "-at"], name="urgings_of_a_unit")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.at:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        """To whom it went and who has opened it."""
        return place_of("messages:urging", self.pk)


class UrgedQuerySet(models.QuerySet["Urged"]):
    """Words for asking about reminders."""

    def visible_to(self, actor: Actor) -> UrgedQuerySet:
        """Those one was sent; and those sent to units in reach, or by one's own unit, for who may send them."""
        mine: list[QuerySet[Urged]] = [self.none()]
        if actor.person:
            told = Message.objects.visible_to(actor).filter(urged__isnull=False)
            mine = [Urged.objects.filter(pk__in=told.values("urged"))]
        if actor.may("messages.urge"):
            everything = Urged.objects.all()
            mine += [actor.in_reach(everything), actor.in_own_unit(everything, of_unit="urging__unit")]
        return in_any(self, *mine)


class Urged(models.Model):
    """One unit that was reminded, of what, in which words; on the day on which it could first be read."""

    urging = models.ForeignKey(Urging, models.CASCADE, related_name="urged")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="urged", verbose_name=_("đơn vị"))
    on = models.DateField(_("ngày"))
    text = models.TextField(_("lời nhắc"))
    counts = models.JSONField(default=dict)
    # What the unit says to it; the last word stands, the history keeps when each was said.
    reply = models.TextField(_("trả lời"), blank=True)
    replied_at = models.DateTimeField(_("trả lời lúc"), null=True, blank=True)
    replied_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người trả lời")
    )

    objects = UrgedQuerySet.as_manager()

    class Meta:
        verbose_name = _("lời nhắc")
        ordering = ["-on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "on"], name="a_unit_is_reminded_once_a_day"),
            models.CheckConstraint(
                condition=Q(reply="", replied_at__isnull=True) | ~Q(reply="") & Q(replied_at__isnull=False),
                name="a_reply_says_something_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.on:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        """What the unit reads."""
        return place_of("messages:urged", self.pk)


class Reminded(models.Model):
    """One reminder of one deadline that went to one person: it goes once, however often the worker begins again."""

    key = models.CharField(max_length=200, unique=True)
    message = models.ForeignKey(Message, models.CASCADE, related_name="reminded")

    class Meta:
        verbose_name = _("lần nhắc hạn")

    def __str__(self) -> str:
        return self.key


class Preference(models.Model):
    """What a person wants to get besides the bell; who has said nothing gets the digest."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="message_preference")
    gets_digest = models.BooleanField(_("nhận thư tổng hợp đầu tuần"), default=True)

    class Meta:
        verbose_name = _("lựa chọn nhận thư")


class Sending(models.Model):
    """One hint that leaves the house: to whom, by which channel, how often it was tried, what came of it."""

    class Kind(models.TextChoices):
        DIGEST = "digest", _("tổng hợp đầu tuần")
        WAITING = "waiting", _("việc chờ cho ý kiến")
        URGED = "urged", _("lời nhắc của cấp trên")

    person = models.ForeignKey(Person, models.CASCADE, related_name="sendings", verbose_name=_("người nhận"))
    channel = models.CharField(_("kênh"), max_length=20)
    kind = models.CharField(_("loại"), max_length=10, choices=Kind)
    key = models.CharField(max_length=120, unique=True)
    words = models.CharField(_("nội dung"), max_length=300)
    at = models.DateTimeField(_("xếp lúc"))
    tries = models.PositiveSmallIntegerField(_("số lần thử"), default=0)
    next_try_at = models.DateTimeField(_("thử tiếp lúc"), null=True, blank=True)
    sent_at = models.DateTimeField(_("gửi được lúc"), null=True, blank=True)
    outcome = models.CharField(_("kết quả"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("lượt gửi")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=Q(next_try_at__isnull=False), name="sendings_to_try"
            ),
            models.Index(fields=["-at"], name="sendings_by_time"),
        ]

    def __str__(self) -> str:
        return self.words

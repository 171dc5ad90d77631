"""The outbox: one row for each message to one person."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
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
    # What it tells of ("registration.approved"), and the thing and the event it came from.
    verb = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    # Nobody is told one thing twice: what tells it names it.
    key = models.CharField(max_length=120, unique=True)
    title = models.CharField(_("nội dung"), max_length=LONGEST_TITLE)
    note = models.TextField(_("nói thêm"), blank=True)
    url = models.CharField(max_length=500)
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
        return reverse("messages:open", args=[self.pk])

"""A list that came in: its cells while it is looked at, afterwards only what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.organisation.models import Unit
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ImportQuerySet(models.QuerySet["Import"]):
    """Words for asking about lists."""

    def visible_to(self, actor: Actor) -> ImportQuerySet:
        """Those of the units in reach, for who brings lists in; a draft is its writer's alone."""
        if not actor.may("exchange.import") or actor.person is None:
            return self.none()
        mine = models.Q(by=actor.person) | ~models.Q(state=Import.State.DRAFT)
        return actor.in_reach(self.filter(mine))


class Import(models.Model):
    """One list. The cells go when it is written, dropped or taken back: nothing is kept twice."""

    class Phase(models.TextChoices):
        WAITING = "waiting", _("đang đợi đến lượt")
        WRITING = "writing", _("đang đọc và ghi")

    class State(models.TextChoices):
        DRAFT = "draft", _("chưa nhập")
        RUNNING = "running", _("đang nhập")
        DONE = "done", _("đã nhập")
        UNDONE = "undone", _("đã hoàn tác")
        DROPPED = "dropped", _("đã bỏ")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="imports")
    kind = models.CharField(_("danh sách"), max_length=40)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(_("tình trạng"), max_length=8, choices=State, default=State.DRAFT)
    file_name = models.CharField(_("tên tệp"), max_length=150, blank=True)
    started_at = models.DateTimeField(default=clock.now)
    touched_at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True)
    # Of one that a process of its own brings in: where it stands, since when, and what it said when it could not.
    phase = models.CharField(max_length=8, choices=Phase, blank=True)
    phase_at = models.DateTimeField(null=True)
    said = models.CharField(max_length=500, blank=True)
    rows = models.JSONField(default=list)
    names = models.JSONField(default=list)
    meaning = models.JSONField(default=list)
    first_row = models.PositiveIntegerField(default=0)
    order = models.CharField(max_length=3, default="dmy")
    mended = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    left_out = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    log = models.JSONField(default=dict)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("danh sách nhập vào")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "kind", "state"], name="imports_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.file_name}".rstrip(": ")

    @property
    def touched(self) -> list[int]:
        """The keys of what it wrote: records added and records changed, whatever became of it since."""
        made = [row[1] for row in self.log.get("created", [])]
        changed = [
            row[0] if isinstance(row, list) else row.get("person") or row.get("unit")
            for row in self.log.get("changed", [])
        ]
        return self.log.get("touched", []) + [key for key in [*made, *changed] if key]

    def get_absolute_url(self) -> str:
        """The page on which it is looked at, or what it did."""
        return reverse("exchange:show", args=[self.pk])

"""A list that came in: its cells while it is looked at, afterwards only what it did; the file of one that goes out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.places import place_of
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
    seen_at = models.DateTimeField(null=True)  # when its writer first looked at what it did
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
        return place_of("exchange:show", self.pk)


class ExportQuerySet(models.QuerySet["Export"]):
    """Words for asking about files of long lists."""

    def visible_to(self, actor: Actor) -> ExportQuerySet:
        """Her own, in the post in which she asked: another post reads other things."""
        if actor.person is None or actor.post_id is None:
            return self.none()
        return self.filter(by=actor.person, post=actor.post_id)

    def since(self, then: dt.datetime) -> ExportQuerySet:
        """Those asked for later."""
        return self.filter(asked_at__gt=then)


class Export(models.Model):
    """A long list that goes out: asked for once, made into a file beside the pages, hers alone for a day."""

    class Phase(models.TextChoices):
        WAITING = "waiting", _("đang đợi đến lượt")
        WRITING = "writing", _("đang đọc và ghi")

    LONGEST = 1000  # signs of an address

    class State(models.TextChoices):
        RUNNING = "running", _("đang lập tệp")
        READY = "ready", _("tệp đã xong")
        FAILED = "failed", _("chưa lập được tệp")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(_("danh sách"), max_length=40)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    post = models.PositiveBigIntegerField(
        _("chức vụ khi hỏi")
    )  # no foreign key: it ends, the file goes within a day
    state = models.CharField(_("tình trạng"), max_length=8, choices=State, default=State.RUNNING)
    asked_at = models.DateTimeField(default=clock.now)
    phase = models.CharField(max_length=8, choices=Phase, blank=True, default=Phase.WAITING)
    phase_at = models.DateTimeField(default=clock.now)
    said = models.CharField(max_length=500, blank=True)
    done = models.PositiveIntegerField(default=0)
    whole = models.PositiveIntegerField(default=0)
    # Of a page's own list: its address with the filter, asked again by whoever makes the file and when it is taken.
    address = models.CharField(max_length=LONGEST, blank=True)
    taken_at = models.DateTimeField(null=True)  # when she first took the file
    # What the file is called where she looks for it: the list, and the words of the filter that the page showed.
    title = models.CharField(_("tên tệp"), max_length=300, blank=True)
    columns = models.JSONField(default=list)  # the codes of what the file shows
    content = models.BinaryField(_("tệp Excel"), null=True)

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("danh sách xuất ra")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "post", "kind", "unit", "address"],
                condition=models.Q(state="running"),
                name="a_long_list_is_asked_for_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.unit}"

    def get_absolute_url(self) -> str:
        """The page that says how far it is, and gives the file."""
        return place_of("exchange:file", self.pk)

"""One thing to be done."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Count, F, Max, Q, Sum, Value
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.numbers import show
from lantoa.people.models import Duty
from lantoa.programme.models import Axis
from lantoa.registrations.models.said import FIELDS, HEADINGS, OPTIONAL, TaskField, plain
from lantoa.registrations.models.words import Outcome
from lantoa.shortcomings.models import Shortcoming

if TYPE_CHECKING:
    from lantoa.registrations.models.lines import Progress

LINES_OF_A_SUMMARY = 6


class TaskQuerySet(models.QuerySet["RegistrationTask"]):
    """Words for asking about tasks."""

    def in_rows(self) -> TaskQuerySet:
        """What a row of a long list says of a task, and what its lines come to; one question."""
        by_another = Q(registration__person__isnull=True) | ~Q(
            progress__recorded_by=F("registration__person")
        )
        unsaid = Q(progress__recorded_by__isnull=False, progress__confirmed_on__isnull=True) & by_another
        return self.only("registration", "order", "what", "target_value", "target_unit").annotate(
            is_summed=Value(True),
            summed=Sum("progress__value"),
            last_on=Max("progress__on"),
            unsaid=Count("progress", filter=unsaid),
        )


class RegistrationTask(models.Model):
    """One thing to be done: what, for which duty, how much, by when."""

    registration = models.ForeignKey("registrations.Registration", models.CASCADE, related_name="tasks")
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=1)
    what = models.TextField(_("việc sẽ làm"))
    tied_to = models.CharField(_("gắn với nhiệm vụ"), max_length=300, blank=True)
    duty = models.ForeignKey(Duty, models.SET_NULL, null=True, blank=True, related_name="+")
    target_value = models.DecimalField(_("chỉ tiêu"), max_digits=16, decimal_places=2, null=True, blank=True)
    target_unit = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    product = models.CharField(_("sản phẩm, minh chứng sẽ có"), max_length=300, blank=True)
    due = models.DateField(_("hạn xong"), null=True, blank=True)
    solution = models.TextField(_("giải pháp thực hiện"), blank=True)
    followed_by = models.CharField(_("người theo dõi"), max_length=120, blank=True)
    axis = models.CharField(
        _("trục kết quả"), max_length=12, choices=Axis, blank=True, db_default="", default=""
    )
    shortcoming = models.ForeignKey(
        Shortcoming,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("khắc phục hạn chế"),
    )
    outcome = models.CharField(_("tự đánh giá"), max_length=10, choices=Outcome, blank=True)
    outcome_text = models.TextField(_("kết quả cuối năm"), blank=True)

    # Set by `in_rows`: what its lines come to, added up by the database; without, they are prefetched.
    is_summed = False
    summed: Decimal | None = None
    last_on: dt.date | None = None
    unsaid = 0

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc đăng ký")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["registration", "order"], name="tasks_stand_in_order"),
            models.CheckConstraint(condition=~Q(what=""), name="a_task_says_what"),
            models.CheckConstraint(
                condition=Q(target_value__isnull=True) | Q(target_value__gt=0) & ~Q(target_unit=""),
                name="a_target_is_positive_and_has_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def latest_lines(self) -> list[Progress]:
        """The newest lines, as many as a summary of the year has room for; uses what was prefetched."""
        return list(self.progress.all())[-LINES_OF_A_SUMMARY:]

    @property
    def results_in_words(self) -> str:
        """What was recorded through the year, a line each, and the sum: where a self-assessment begins."""
        lines = [f"{show_date(line.on)}: {line}" for line in self.latest_lines]
        if lines and self.target_value:
            reached = {"done": show(self.done), "target": show(self.target_value), "unit": self.target_unit}
            lines.append(gettext("Cộng: %(done)s/%(target)s %(unit)s.") % reached)
        return "\n".join(lines)

    @property
    def done(self) -> Decimal:
        """The numbers of all lines added up; uses what was prefetched."""
        if self.is_summed:
            return self.summed or Decimal(0)
        return sum((line.value for line in self.progress.all() if line.value), Decimal(0))

    @property
    def newest_on(self) -> dt.date | None:
        """The day of the newest line; uses what was prefetched."""
        if self.is_summed:
            return self.last_on
        return max((line.on for line in self.progress.all()), default=None)

    def has_unsaid(self, owner_id: int | None) -> bool:
        """Whether somebody else typed a line that the owner has not confirmed; uses what was prefetched."""
        if self.is_summed:
            return self.unsaid > 0
        return any(not line.is_confirmed_by(owner_id) for line in self.progress.all())

    @property
    def as_written(self) -> dict[str, Any]:
        """Every column that is said of it, as it is kept; for boxes, copies and comparing versions."""
        return {field.name: getattr(self, field.name) for field in FIELDS}

    @property
    def as_told(self) -> dict[str, str]:
        """Its words by their labels, without what was left empty: for the history and for whoever confirms."""
        facts = {str(field.label): field.said_of(self) for field in FIELDS}
        return {label: text for label, text in facts.items() if text}

    @property
    def kept(self) -> dict[str, str]:
        """All its columns as the history keeps them: an earlier version stays readable in full."""
        fields = [field for field in self._meta.concrete_fields if field.name not in ("id", "registration")]
        return {field.name: text for field in fields if (text := plain(getattr(self, field.attname)))}

    @property
    def further(self) -> list[tuple[TaskField, str]]:
        """(field, its words) of what was added beyond the usual boxes; what it mends is shown apart."""
        said = [(field, field.said_of(self)) for field in OPTIONAL if field.name != "shortcoming"]
        return [(field, text) for field, text in said if text]

    @property
    def columns(self) -> list[list[tuple[str, str]]]:
        """The cells of its line in a printed table, in the order of the headings: (label or nothing, words)."""
        return [
            [
                (str(field.label) if field.is_labelled else "", text)
                for field in FIELDS
                if field.heading == heading and (text := field.said_of(self))
            ]
            for heading in HEADINGS
        ]

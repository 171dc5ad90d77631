"""Tables of collection rounds: what is asked, what each unit answers, what came after the sum had been approved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.rounds.words import Adds, Amount, Kind, State, Status

if TYPE_CHECKING:
    from lantoa.people.actors import Actor

TOLD = [Status.SENT, Status.ACCEPTED]


class RoundQuerySet(models.QuerySet["Round"]):
    """Words for asking which rounds."""

    def visible_to(self, actor: Actor) -> RoundQuerySet:
        """Those that the units in reach opened, and those that ask one's own unit."""
        if not actor.may("rounds.view"):
            return self.none()
        asked = actor.in_own_unit(Answer.objects.all()).values("round_id")
        return in_any(self, actor.in_reach(Round.objects.all()), asked).exclude(state=State.WITHDRAWN)

    def open(self) -> RoundQuerySet:
        """Those that still take answers."""
        return self.filter(state=State.OPEN)

    def crossing(self, period: Period) -> RoundQuerySet:
        """Those whose period shares a day with this one."""
        return self.filter(starts__lt=period.ends, ends__gt=period.starts)


class Round(models.Model):
    """What a unit asks of itself and everything below it, down to the level `lowest`, of one period, by one day.

    `outlier_percent`: by how much a number may differ from the unit's own last one before it is asked about.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="rounds")
    title = models.CharField(_("tên kỳ số liệu"), max_length=200)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))
    due_on = models.DateField(_("hạn gửi"))
    lowest = models.CharField(_("hỏi đến cấp"), max_length=12, choices=Unit.Level)
    outlier_percent = models.PositiveSmallIntegerField(_("hỏi lại khi số khác kỳ trước quá (%)"), default=50)
    note = models.TextField(_("lời dặn"), blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=State, default=State.OPEN)
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    opened_on = models.DateField(_("ngày mở"))

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("kỳ số liệu")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="a_round_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its own page."""
        return place_of("rounds:show", self.pk)

    @property
    def period(self) -> Period:
        """What the figures speak of."""
        return Period(self.starts, self.ends)

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.state == State.OPEN


class Item(models.Model):
    """One cell of the form: a measure, an indicator, or words in which figures may stand; `code` is empty for words."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    code = models.CharField(_("mã chỉ tiêu"), max_length=80, blank=True)
    label = models.CharField(_("chỉ tiêu"), max_length=250)
    unit_of_count = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind, default=Kind.FIGURE)
    adds = models.CharField(_("cách cộng"), max_length=8, choices=Adds, default=Adds.SUM)

    class Meta:
        verbose_name = _("ô của biểu")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "code"], condition=~Q(code=""), name="a_round_asks_a_figure_once"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_ratio(self) -> bool:
        """Whether it is told as a part of a whole."""
        return self.kind == Kind.FIGURE and self.adds == Adds.PARTS


class AnswerQuerySet(models.QuerySet["Answer"]):
    """Words for asking which answers."""

    def visible_to(self, actor: Actor) -> AnswerQuerySet:
        """Those of the units in reach, for who may view rounds."""
        return actor.in_reach(self) if actor.may("rounds.view") else self.none()

    def standing(self) -> AnswerQuerySet:
        """Without those of units that another one continues, whose figures it tells."""
        return self.filter(carried_by__isnull=True)

    def told(self) -> AnswerQuerySet:
        """Those that were sent and stand."""
        return self.filter(status__in=TOLD)

    def untold(self) -> AnswerQuerySet:
        """Those that are still to be sent, in rounds that take answers."""
        waiting = self.standing().filter(status__in=[Status.ASKED, Status.GIVEN_BACK])
        return waiting.filter(round__state=State.OPEN)

    def overdue(self, on: dt.date) -> AnswerQuerySet:
        """Those still to be sent after their day."""
        return self.untold().filter(round__due_on__lt=on)


class Answer(models.Model):
    """What one unit says in one round: filled from records, confirmed or corrected, sent to the level above.

    `due` and `told` count the lowest units that were asked below it and that have answered; `gaps` names the others.
    `carried_by` is the answer of the unit that continues this one, `carried_at` since when its numbers stand beside
    that answer's; empty again once that one is sent, for then they are in it.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="answers")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="answers")
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.ASKED)
    asked_on = models.DateField(_("hỏi từ ngày"))
    note = models.TextField(_("lời gửi kèm"), blank=True)
    due = models.PositiveIntegerField(_("số đơn vị phải gửi"), default=0)
    told = models.PositiveIntegerField(_("số đơn vị đã gửi"), default=0)
    gaps = models.JSONField(_("còn thiếu"), default=list, blank=True)
    gaps_why = models.CharField(_("vì sao còn thiếu"), max_length=500, blank=True)
    first_sent_at = models.DateTimeField(_("gửi lần đầu lúc"), null=True, blank=True)
    sent_at = models.DateTimeField(_("gửi lúc"), null=True, blank=True)
    sent_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    sent_as = models.CharField(_("gửi với chức vụ"), max_length=200, blank=True)
    accepted_at = models.DateTimeField(_("nhận lúc"), null=True, blank=True)
    accepted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    return_reason = models.CharField(_("lý do trả lại"), max_length=500, blank=True)
    reopen_reason = models.CharField(_("lý do xin mở lại"), max_length=500, blank=True)
    reopen_asked_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    carried_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="carries")
    carried_at = models.DateTimeField(_("đơn vị khác kế tục từ lúc"), null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("số liệu của đơn vị")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], name="a_unit_answers_a_round_once"),
            models.CheckConstraint(
                condition=Q(status__in=["asked", "given_back"]) | Q(sent_at__isnull=False),
                name="what_was_sent_says_when",
            ),
        ]

    def __str__(self) -> str:
        return str(self.round)

    def get_absolute_url(self) -> str:
        """Its own page."""
        return place_of("rounds:answer", self.pk)

    @property
    def is_told(self) -> bool:
        """Whether it was sent and stands."""
        return self.status in TOLD

    @property
    def counts(self) -> bool:
        """Whether its numbers go into the sum: sent, or opened again and not yet sent anew."""
        return self.is_told or (self.status == Status.GIVEN_BACK and self.accepted_at is not None)

    @property
    def is_of_the_top(self) -> bool:
        """Whether it is the sum of who opened the round."""
        return self.unit_id == self.round.unit_id

    def is_overdue(self, on: dt.date) -> bool:
        """Whether it is still to be sent after its day."""
        return self.round.is_open and not self.is_told and self.round.due_on < on

    @property
    def days_late(self) -> int:
        """How many days after the deadline it was first sent; 0 for in time and for not yet."""
        if self.first_sent_at is None:
            return 0
        return max(0, (timezone.localtime(self.first_sent_at).date() - self.round.due_on).days)


class Line(models.Model):
    """What stands in one cell of one answer, kept when it was sent.

    `value` (over `whole`) is the unit's own word, `counted` (over `counted_whole`) what its records and declarations
    gave at that moment; None is not known. `below` (over `below_whole`) is the sum of those below, of `below_told`
    units that knew their number; `below_unknown` did not.
    """

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="lines")
    item = models.ForeignKey(Item, models.CASCADE, related_name="lines")
    value = models.DecimalField(_("số xác nhận"), max_digits=20, decimal_places=4, null=True, blank=True)
    whole = models.DecimalField(_("trên tổng số"), max_digits=20, decimal_places=4, null=True, blank=True)
    counted = models.DecimalField(_("số đếm được"), max_digits=20, decimal_places=4, null=True, blank=True)
    counted_whole = models.DecimalField(_("trên"), max_digits=20, decimal_places=4, null=True, blank=True)
    below = models.DecimalField(_("cấp dưới"), max_digits=24, decimal_places=4, null=True, blank=True)
    below_whole = models.DecimalField(_("trên"), max_digits=24, decimal_places=4, null=True, blank=True)
    below_told = models.PositiveIntegerField(_("số đơn vị có số"), default=0)
    below_unknown = models.PositiveIntegerField(_("số đơn vị chưa biết"), default=0)
    text = models.CharField(_("nội dung"), max_length=500, blank=True)
    reason = models.CharField(_("lý do sửa"), max_length=500, blank=True)
    warnings = models.JSONField(_("đã được hỏi lại"), default=list, blank=True)

    class Meta:
        verbose_name = _("ô số liệu")
        ordering = ["item__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "item"], name="an_answer_fills_a_cell_once"),
        ]

    def __str__(self) -> str:
        return str(self.item)

    @property
    def own_amount(self) -> Amount:
        """The unit's own number."""
        return Amount(self.value, self.whole)

    @property
    def counted_amount(self) -> Amount:
        """What was counted for it when it was sent."""
        return Amount(self.counted, self.counted_whole)

    @property
    def below_amount(self) -> Amount:
        """What those below had sent."""
        return Amount(self.below, self.below_whole)

    @property
    def total(self) -> Amount:
        """Both together: what goes upward."""
        return self.own_amount + self.below_amount

    @property
    def has_below(self) -> bool:
        """Whether those below had sent something of it."""
        return bool(self.below_told or self.below_unknown)

    @property
    def is_corrected(self) -> bool:
        """Whether the unit says another number than was counted."""
        return self.item.kind == Kind.FIGURE and (self.value, self.whole) != (
            self.counted,
            self.counted_whole,
        )


class Addendum(models.Model):
    """What came to an answer after it had been sent: its own numbers stay, this stands beside them.

    `source` came late, or was opened again and sent anew. `changes` holds what each cell adds: [item, number, whole]
    with numbers as text; `told` and `due` how many more of the lowest units have answered and are to answer.
    """

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="addenda")
    source = models.ForeignKey(Answer, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    told = models.IntegerField(_("thêm số đơn vị đã gửi"), default=0)
    due = models.IntegerField(_("thêm số đơn vị phải gửi"), default=0)
    changes = models.JSONField(_("thay đổi"), default=list)

    class Meta:
        verbose_name = _("bổ sung")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return str(self.answer)


class BoundQuerySet(models.QuerySet["Bound"]):
    """Words for asking which rules between figures."""

    def for_line(self, units: list[int]) -> BoundQuerySet:
        """Those kept by any of these units."""
        return self.filter(unit__in=units)

    def visible_to(self, actor: Actor) -> BoundQuerySet:
        """Those that hold for one's own unit: its own and those of the levels above."""
        if not actor.may("rounds.view"):
            return self.none()
        return self.for_line([place.unit_id for place in actor.line])


class Bound(models.Model):
    """A rule between two figures, kept by a unit for itself and all below: `part` is never more than `whole`."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="bounds")
    part = models.CharField(_("số không được nhiều hơn"), max_length=80)
    whole = models.CharField(_("số so với"), max_length=80)

    objects = BoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("quy tắc giữa hai con số")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "part", "whole"], name="a_rule_is_kept_once"),
            models.CheckConstraint(condition=~Q(part=F("whole")), name="a_rule_speaks_of_two_figures"),
        ]

    def __str__(self) -> str:
        return f"{self.part} ≤ {self.whole}"

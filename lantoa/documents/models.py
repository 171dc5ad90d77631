"""Tables of papers: layout rules with dates, kinds of papers, terms, registers of numbers, papers issued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.documents import layout
from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.foundation.models import Attachment
from lantoa.foundation.text import fold, search_words
from lantoa.organisation.models import Unit
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class System(models.TextChoices):
    """Whose rules a paper follows."""

    PARTY = layout.PARTY, _("Văn bản của Đảng")
    STATE = layout.STATE, _("Văn bản hành chính")


def check_layout(values: dict[str, Any]) -> None:
    """Raises ValidationError when a printer could not work with these values."""
    try:
        layout.read(values)
    except ValueError as error:
        raise ValidationError(str(error)) from error


class LayoutRuleQuerySet(models.QuerySet["LayoutRule"]):
    """Words for asking about layout rules."""

    def on(self, day: Any) -> LayoutRuleQuerySet:
        """Those in force on this day."""
        return self.filter(holds_on(day))


class LayoutRule(models.Model):
    """A regulation on layout, with every figure of it. A new regulation is a new row, not new code."""

    system = models.CharField(_("hệ thống"), max_length=10, choices=System)
    name = models.CharField(_("tên văn bản"), max_length=80)
    starts = models.DateField(_("có hiệu lực từ"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)
    values = models.JSONField(_("các quy định"), validators=[check_layout])
    note = models.TextField(_("ghi chú"), blank=True)

    objects = LayoutRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("quy định thể thức")
        ordering = ["system", "starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["system"],
                condition=Q(ends__isnull=True),
                name="one_layout_rule_of_a_system_is_open_at_a_time",
            ),
            models.UniqueConstraint(fields=["system", "starts"], name="layout_rules_start_on_different_days"),
            ends_after_start("a_layout_rule_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.name


class DocumentType(models.Model):
    """A kind of paper and its abbreviation in symbols."""

    system = models.CharField(_("hệ thống"), max_length=10, choices=System)
    code = models.CharField(_("chữ viết tắt"), max_length=10)
    label = models.CharField(_("loại văn bản"), max_length=60)
    place = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    class Meta:
        verbose_name = _("loại văn bản")
        ordering = ["system", "place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["system", "label"], name="a_system_names_a_kind_of_paper_once")
        ]

    def __str__(self) -> str:
        return self.label


class TermQuerySet(models.QuerySet["Term"]):
    """Words for asking about terms."""

    def on(self, day: Any) -> TermQuerySet:
        """Those that run on this day."""
        return self.filter(holds_on(day))


class Term(models.Model):
    """A committee's term. Numbers of the Party's papers run through it and begin again with the next."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="terms")
    name = models.CharField(_("nhiệm kỳ"), max_length=40)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("nhiệm kỳ")
        ordering = ["unit", "-starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ends__isnull=True), name="one_term_of_a_unit_is_open_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["unit", "starts"], name="terms_of_a_unit_start_on_different_days"
            ),
            ends_after_start("a_term_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """ "2025 - 2030, từ 01/07/2025"."""
        if self.ends is None:
            return _("%(name)s, từ ngày %(day)s") % {"name": self.name, "day": show_date(self.starts)}
        last = Period(self.starts, self.ends).last_day
        span = {"name": self.name, "first": show_date(self.starts), "last": show_date(last)}
        return _("%(name)s, từ %(first)s đến %(last)s") % span


class Register(models.Model):
    """A book of numbers: one kind of paper of one issuing body, through a term (Party) or a year (State).

    `last_number` is raised under a row lock by actions.issue_number and number_paper, and nowhere else. The paper of a
    Party body that was signed before its term was recorded here stands in the book of its year until it is.
    """

    type = models.ForeignKey(DocumentType, models.PROTECT, related_name="registers")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="registers")
    body_abbreviation = models.CharField(_("chữ viết tắt cơ quan ban hành"), max_length=80)
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="registers")
    year = models.PositiveSmallIntegerField(_("năm"), null=True)
    last_number = models.PositiveIntegerField(_("số cuối"), default=0)

    class Meta:
        verbose_name = _("sổ số văn bản")
        constraints = [
            models.UniqueConstraint(
                fields=["type", "unit", "body_abbreviation", "term"],
                condition=Q(term__isnull=False),
                name="one_register_for_each_kind_body_and_term",
            ),
            models.UniqueConstraint(
                fields=["type", "unit", "body_abbreviation", "year"],
                condition=Q(year__isnull=False),
                name="one_register_for_each_kind_body_and_year",
            ),
            models.CheckConstraint(
                condition=Q(term__isnull=True) ^ Q(year__isnull=True),
                name="a_register_runs_through_a_term_or_a_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type.code}/{self.body_abbreviation}, {self.term or self.year}"

    @property
    def title(self) -> str:
        """ "Báo cáo, BC/ĐU, nhiệm kỳ 2025 - 2030" or "…, năm 2026"."""
        runs = (
            _("nhiệm kỳ %(term)s") % {"term": self.term.name}
            if self.term
            else _("năm %(year)s") % {"year": self.year}
        )
        return f"{self.type.label} {self.type.code}/{self.body_abbreviation}, {runs}"


class DocumentQuerySet(models.QuerySet["Document"]):
    """Words for asking about papers issued."""

    def visible_to(self, actor: Actor) -> DocumentQuerySet:
        """What one issued oneself, and the papers of the units in reach for who may view reports."""
        everything = Document.objects.all()
        own = everything.filter(created_by=actor.person.pk) if actor.person else everything.none()
        if not actor.may("reports.view"):
            return in_any(self, own)
        return in_any(self, own, actor.in_reach(everything, of_unit="issuer_unit"))

    def matching(self, text: str) -> DocumentQuerySet:
        """Whose symbol and abstract have all these words, accents or not."""
        found = self
        for word in search_words(text):
            found = found.filter(folded__contains=word)
        return found


class Document(models.Model):
    """A paper that bears a number of its register. "Signed" means that the signed scan or file is attached.

    `about` names the kind of record of a room above that is this paper ("kế hoạch"); empty for one that stands alone.
    `is_entered`: it was signed elsewhere and its number typed, not given here.
    """

    type = models.ForeignKey(DocumentType, models.PROTECT, related_name="documents")
    register = models.ForeignKey(Register, models.PROTECT, related_name="documents")
    number = models.PositiveIntegerField(_("số"))
    symbol = models.CharField(_("số và ký hiệu"), max_length=120)
    issued_on = models.DateField(_("ngày ban hành"))
    issuer_unit = models.ForeignKey(Unit, models.PROTECT, related_name="documents")
    issuer_name = models.CharField(_("cơ quan ban hành"), max_length=300)
    abstract = models.TextField(_("trích yếu"))
    folded = models.TextField(editable=False, default="")
    signed_file = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("bản đã ký")
    )
    about = models.CharField(_("là văn bản của"), max_length=60, blank=True)
    is_entered = models.BooleanField(_("ký trước khi vào sổ"), default=False)
    created_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["register", "number"], name="a_number_is_given_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="numbers_begin_at_one"),
        ]
        indexes = [models.Index(fields=["issuer_unit", "-issued_on"], name="documents_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.type.label} {self.symbol}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> Document:
        """Fill the column that the search uses; bulk_create does not call save."""
        self.folded = fold(f"{self.symbol} {self.abstract}")
        return self

    @property
    def is_signed(self) -> bool:
        """Whether the signed paper is attached."""
        return self.signed_file_id is not None

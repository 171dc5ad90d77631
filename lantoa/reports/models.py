"""Tables of reports: one row a report, from draft to issued."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.documents.models import Document
from lantoa.foundation import clock
from lantoa.foundation.dates import Period
from lantoa.foundation.places import place_of
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.models import Person
from lantoa.reports import words

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ReportQuerySet(models.QuerySet["Report"]):
    """Words for asking about reports."""

    def visible_to(self, actor: Actor) -> ReportQuerySet:
        """The reports of the units in reach, for who may view reports."""
        return actor.in_reach(self) if actor.may("reports.view") else self.none()


class OutlineQuerySet(models.QuerySet["Outline"]):
    """Words for asking about outlines."""

    def in_use(self) -> OutlineQuerySet:
        """Those nobody has laid aside."""
        return self.filter(stopped_on__isnull=True)

    def for_unit(self, unit: Unit, on: dt.date) -> OutlineQuerySet:
        """The unit's own, and those that a level above gives to all below it."""
        return self._of(unit, organisation.ancestors(unit, on))

    def _of(self, unit: Unit, above: list[Placement]) -> OutlineQuerySet:
        given = Q(unit__in=[place.unit_id for place in above], given_below=True)
        return self.filter(Q(unit=unit) | given)

    def visible_to(self, actor: Actor) -> OutlineQuerySet:
        """What the actor's unit may use; nothing for who composes no reports."""
        if actor.unit is None or not actor.may("reports.compose"):
            return self.none()
        return self._of(actor.unit, actor.line[:-1])


class Outline(models.Model):
    """An office's own order of headings (`outlines.Heading`), for itself or for everything below it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="outlines")
    name = models.CharField(_("tên đề cương"), max_length=200)
    headings = models.JSONField(_("các mục"))
    given_below = models.BooleanField(_("giao cho đơn vị bên dưới dùng"), default=False)
    every_row = models.BooleanField(_("phụ lục in cả chỉ tiêu chưa ghi"), default=False)
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)
    stopped_on = models.DateField(_("thôi dùng từ ngày"), null=True, blank=True)

    # Filled for a page: names depend on the day.
    unit_name: str

    objects = OutlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("đề cương báo cáo")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The outline's page."""
        return place_of("reports:outline", self.pk)


class Report(models.Model):
    """A report of a unit on a period. Names left empty are taken from the tree.

    A draft's numbers are read whenever it is opened; what an issued report says is kept in `frozen`. `wording` maps a
    section to the sentences people put in place of the composed ones, figures named in braces; `seen` maps a section
    to how each of its figures read when somebody last looked: {"study": {"study.classes": "13 lớp"}}.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("bản nháp")
        ISSUED = "issued", _("đã ban hành")

    class Occasion(models.TextChoices):
        REGULAR = "", _("định kỳ")
        INTERIM = words.INTERIM, _("sơ kết")
        FINAL = words.FINAL, _("tổng kết")

    form = models.CharField(_("loại báo cáo"), max_length=40, default="interim")
    occasion = models.CharField(_("báo cáo"), max_length=10, choices=Occasion, blank=True)
    subject = models.CharField(_("thực hiện văn bản, phong trào"), max_length=300, blank=True)
    outline = models.ForeignKey(
        Outline, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("đề cương")
    )
    # The name of one that comes with the house (`outlines.READY`), where no office's own is used.
    ready_outline = models.CharField(_("đề cương có sẵn"), max_length=20, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reports")
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.DRAFT)
    abstract = models.CharField(_("trích yếu"), max_length=500, blank=True)
    texts = models.JSONField(_("phần viết tay"), default=dict, blank=True)
    wording = models.JSONField(_("câu đã sửa"), default=dict, blank=True)
    seen = models.JSONField(_("số đã xem"), default=dict, blank=True)
    missing_note = models.CharField(_("lý do thiếu số liệu"), max_length=500, blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=250, blank=True)
    superior = models.CharField(_("cơ quan cấp trên"), max_length=250, blank=True)
    place = models.CharField(_("địa danh"), max_length=120, blank=True)
    letters = models.CharField(_("chữ viết tắt trong ký hiệu"), max_length=80, blank=True)
    signing_body = models.CharField(_("ký thay mặt"), max_length=120, blank=True)
    signer_position = models.CharField(_("chức vụ người ký"), max_length=120, blank=True)
    signer_name = models.CharField(_("người ký"), max_length=120, blank=True)
    recipients = models.TextField(_("nơi nhận"), blank=True)
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="report", verbose_name=_("văn bản")
    )
    frozen = models.JSONField(_("số liệu đã chốt"), null=True, blank=True)
    created_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    updated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(default=clock.now)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("báo cáo")
        ordering = ["-updated_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")), name="a_reported_period_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(status="draft", document__isnull=True, frozen__isnull=True)
                | Q(status="issued", document__isnull=False, frozen__isnull=False),
                name="a_report_has_a_number_and_kept_figures_exactly_when_issued",
            ),
            models.UniqueConstraint(
                fields=["form", "unit", "starts", "ends", "occasion", "subject"],
                condition=Q(status="draft"),
                name="a_unit_drafts_one_report_on_a_period_and_subject",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-updated_at"], name="reports_of_a_unit")]

    def __str__(self) -> str:
        return _("Báo cáo %(what)s") % {"what": words.short_title(self.occasion, self.subject, self.period)}

    @property
    def period(self) -> Period:
        """What it reports on."""
        return Period(self.starts, self.ends)

    @property
    def is_draft(self) -> bool:
        """Whether it may still be written."""
        return self.status == self.Status.DRAFT

    def get_absolute_url(self) -> str:
        """The report's page."""
        return place_of("reports:show", self.pk)


class SignedWord(models.Model):
    """The Word file as it was made when the report was issued: whoever takes it later gets the same bytes."""

    report = models.OneToOneField(Report, models.PROTECT, related_name="signed_word")
    content = models.BinaryField(_("tệp Word"))
    sha256 = models.CharField(_("mã băm SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("bản Word khi ban hành")

    def __str__(self) -> str:
        return str(self.report)


class ReportVersion(models.Model):
    """What a report said when somebody kept it: `text` is [{"heading": "I. …", "lines": ["…"]}]. Never rewritten."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("bản"))
    kept_at = models.DateTimeField(_("lúc"), default=clock.now)
    kept_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    text = models.JSONField(_("nội dung"))

    class Meta:
        verbose_name = _("bản đã lưu")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="a_version_of_a_report_has_its_number")
        ]

    def __str__(self) -> str:
        return _("Bản %(number)s") % {"number": self.number}

"""The practice: what is done, why, how, where, and how far it has come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.consents.models import Consent
from lantoa.foundation.models import Attachment
from lantoa.foundation.places import place_of
from lantoa.foundation.text import fold, without_names
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.practices.models.field import Field, RecognitionLevel
from lantoa.practices.models.practices import PracticeQuerySet
from lantoa.practices.models.written import SPOKEN, bare, steps_of
from lantoa.practices.words import (
    BEFORE_REGISTRATION,
    COLLECTIVE,
    DRAFT,
    FEW_PEOPLE,
    INDIVIDUAL,
    MERGED,
    MOVED_AWAY,
    NO_MONEY,
    NO_ROOM,
    OTHER,
    PROPOSED,
    REGISTERED,
    RETURNED,
    RUNNING,
    STOPPED,
    WRITABLE,
)
from lantoa.programme.models import Axis, Movement

if TYPE_CHECKING:
    pass


class Practice(models.Model):
    """What is done, why, how, for what target, by whom, where; and how far it has come."""

    class Kind(models.TextChoices):
        MODEL = "model", _("mô hình")
        TASK = "task", _("phần việc")
        WAY = "way", _("cách làm")

    class Subject(models.TextChoices):
        COLLECTIVE = COLLECTIVE, _("tập thể")
        INDIVIDUAL = INDIVIDUAL, _("cá nhân")

    class Status(models.TextChoices):
        DRAFT = DRAFT, _("bản nháp")
        PROPOSED = PROPOSED, _("chờ thẩm định")
        RETURNED = RETURNED, _("trả lại để sửa")
        REGISTERED = REGISTERED, _("đã đăng ký")
        RUNNING = RUNNING, _("đang thực hiện")
        STOPPED = STOPPED, _("đã dừng")

    class StopCause(models.TextChoices):
        MOVED_AWAY = MOVED_AWAY, _("người phụ trách chuyển công tác")
        MERGED = MERGED, _("sáp nhập đơn vị")
        FEW_PEOPLE = FEW_PEOPLE, _("ít người tham gia")
        NO_MONEY = NO_MONEY, _("chưa bố trí được kinh phí")
        NO_ROOM = NO_ROOM, _("chưa bố trí được nơi làm")
        OTHER = OTHER, _("lý do khác")

    name = models.CharField(_("tên mô hình"), max_length=200)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind, default=Kind.MODEL)
    subject = models.CharField(_("chủ thể"), max_length=12, choices=Subject, default=Subject.COLLECTIVE)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="practices", verbose_name=_("đơn vị"))
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("người thực hiện"),
    )
    # Names as they stood: units are renamed, and not everyone who is named has a record of a person.
    subject_name = models.CharField(_("tên tập thể, cá nhân"), max_length=200)
    place_name = models.CharField(_("nơi thực hiện"), max_length=250, blank=True)
    level = models.CharField(
        _("cấp đăng ký"), max_length=12, choices=RecognitionLevel, default=RecognitionLevel.GRASSROOTS
    )
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="practices", verbose_name=_("lĩnh vực")
    )
    movement = models.ForeignKey(
        Movement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("phong trào"),
    )
    axis = models.CharField(
        _("trục kết quả"), max_length=12, choices=Axis, blank=True, db_default="", default=""
    )

    content_of_uncle = models.CharField(_("nội dung học tập Bác"), max_length=300, blank=True)
    reason = models.TextField(_("vì sao làm"), blank=True)
    how = models.TextField(_("cách làm"), blank=True)
    target = models.TextField(_("chỉ tiêu, sản phẩm"), blank=True)
    scope = models.CharField(_("đối tượng, phạm vi"), max_length=250, blank=True)
    participants = models.PositiveIntegerField(_("số người tham gia"), null=True, blank=True)
    cost = models.BigIntegerField(_("kinh phí (đồng)"), null=True, blank=True)
    cost_note = models.CharField(_("nguồn kinh phí"), max_length=250, blank=True)
    hardest = models.CharField(_("việc khó nhất"), max_length=250, blank=True)
    contact = models.CharField(_("người liên hệ"), max_length=200, blank=True)
    starts = models.DateField(_("bắt đầu"), null=True, blank=True)
    ends = models.DateField(_("dự kiến đến trước ngày"), null=True, blank=True)
    consent_on = models.DateField(_("ngày đồng ý nêu tên"), null=True, blank=True)
    evidence = models.ManyToManyField(Attachment, blank=True, related_name="+")
    named = GenericRelation(Consent, "subject_id", "subject_type", related_query_name="practice")

    status = models.CharField(_("trạng thái"), max_length=12, choices=Status, default=Status.DRAFT)
    is_typical = models.BooleanField(_("tiêu biểu"), default=False)
    # False where it was taken over from elsewhere: from whom is told by the room adoptions.
    is_original = models.BooleanField(_("tự xây dựng"), default=True)
    judging_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="practices_to_judge",
        verbose_name=_("nơi thẩm định"),
    )
    return_reason = models.TextField(_("lý do trả lại"), blank=True)
    drafted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_on = models.DateField(_("ngày đề nghị"), null=True, blank=True)
    registered_on = models.DateField(_("ngày đăng ký"), null=True, blank=True)
    began_on = models.DateField(_("ngày bắt đầu thực hiện"), null=True, blank=True)
    stopped_on = models.DateField(_("ngày dừng"), null=True, blank=True)
    stop_reason = models.TextField(_("lý do dừng"), blank=True)
    stop_cause = models.CharField(_("nguyên nhân dừng"), max_length=12, choices=StopCause, blank=True)
    # The latest result that was told of; a number only together with what it counts.
    result = models.CharField(_("kết quả"), max_length=500, blank=True)
    result_value = models.DecimalField(_("số đo"), max_digits=18, decimal_places=2, null=True, blank=True)
    result_unit = models.CharField(_("đơn vị tính"), max_length=60, blank=True)
    result_on = models.DateField(_("ngày báo kết quả"), null=True, blank=True)
    folded = models.TextField(editable=False, default="")

    # Filled for a page by queries.with_places: names depend on the day.
    unit_name: str
    parent_name: str
    judge_name: str

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("mô hình")
        ordering = ["-registered_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(subject_name=""), name="a_practice_names_whose_it_is"),
            models.CheckConstraint(
                condition=Q(subject="individual") | Q(person__isnull=True),
                name="a_collective_practice_names_no_person",
            ),
            models.CheckConstraint(
                condition=Q(subject="collective") | Q(status__in=WRITABLE) | Q(consent_on__isnull=False),
                name="who_is_named_has_agreed_to_it",
            ),
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(ends__isnull=True) | Q(ends__gt=F("starts")),
                name="a_practice_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(status=RETURNED) | ~Q(return_reason=""),
                name="a_returned_practice_says_why",
            ),
            models.CheckConstraint(
                condition=Q(status__in=BEFORE_REGISTRATION) | Q(registered_on__isnull=False),
                name="a_registered_practice_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=RUNNING) | Q(began_on__isnull=False),
                name="a_running_practice_has_begun",
            ),
            models.CheckConstraint(
                condition=Q(status=STOPPED, stopped_on__isnull=False) & ~Q(stop_reason="")
                | ~Q(status=STOPPED) & Q(stopped_on__isnull=True),
                name="a_stopped_practice_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=0), name="a_cost_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(result_value__isnull=True) | Q(result_on__isnull=False) & ~Q(result_unit=""),
                name="a_measured_result_has_a_unit_and_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "registered_on"], name="practices_of_a_unit"),
            models.Index(fields=["judging_unit", "status"], name="practices_to_judge"),
            models.Index(fields=["field", "registered_on"], name="practices_of_a_field"),
            # The library reads its first page from here instead of putting a whole country in order.
            models.Index(
                fields=["-registered_on", "-id"],
                condition=Q(is_original=True, registered_on__isnull=False),
                name="the_library_newest_first",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def waits_since(self) -> dt.date | None:
        """The day it was sent to who decides."""
        return self.proposed_on

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("practices:show", self.pk)

    @property
    def label_in_history(self) -> str:
        """Its name without the persons named in it: who takes her agreement back is not found there either."""
        if not self.pk:
            return self.name
        names = [bare(name) for name in self.named.values_list("name", flat=True)]
        return without_names(self.name, names, str(_("người thực hiện")))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> Practice:
        """Fill the column that search uses; bulk_create does not call save."""
        words = (
            self.name,
            self.subject_name,
            self.place_name,
            self.reason,
            self.how,
            self.target,
            self.scope,
        )
        self.folded = fold(" ".join(words))
        return self

    def agreed_words(self) -> str:
        """What whoever is named agrees to, as one text."""
        return "\n".join(filter(None, (getattr(self, field) for field in SPOKEN)))

    @property
    def steps(self) -> list[str]:
        """How it is done, step by step."""
        return steps_of(self.how)

    @property
    def gist(self) -> str:
        """What a card says of it: the first steps in a line or two."""
        return " ".join(self.steps) or self.target

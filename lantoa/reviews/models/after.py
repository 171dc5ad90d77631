"""After the result: a complaint with its deadline, and a rating given anew when something came to light."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.reviews.models.papers import Review
from lantoa.reviews.words import Level


class Complaint(models.Model):
    """Whom a result is about does not agree; the level above who decided looks at it anew and answers."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="complaints")
    sent_to = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("nơi thẩm tra lại"))
    text = models.TextField(_("nội dung khiếu nại"))
    filed_on = models.DateField(_("ngày khiếu nại"))
    answer_by = models.DateField(_("trả lời trước hết ngày"), null=True, blank=True)
    answer = models.TextField(_("kết quả thẩm tra lại"), blank=True)
    is_upheld = models.BooleanField(_("khiếu nại có căn cứ"), null=True, blank=True)
    answered_on = models.DateField(_("trả lời ngày"), null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("khiếu nại về xếp loại")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(answered_on__isnull=True),
                name="one_complaint_waits_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | ~Q(answer="") & Q(is_upheld__isnull=False),
                name="an_answered_complaint_says_what",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Rerating(models.Model):
    """Mẫu 03: the earlier rating is cancelled and another given. Both stay readable."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="reratings")
    was = models.CharField(_("xếp loại trước"), max_length=10, choices=Level)
    rating = models.CharField(_("xếp loại lại"), max_length=10, choices=Level)
    why = models.TextField(_("lý do xếp loại lại"))
    decision_number = models.CharField(_("số quyết định"), max_length=60)
    decided_on = models.DateField(_("ngày quyết định"))
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("quyết định xếp loại lại")
        ordering = ["decided_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(was=F("rating")), name="a_rerating_changes_the_rating"),
            models.CheckConstraint(condition=~Q(why=""), name="a_rerating_says_why"),
        ]

    def __str__(self) -> str:
        return self.decision_number
